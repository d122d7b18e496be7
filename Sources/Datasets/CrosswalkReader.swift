package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The reader of a crosswalk that stands beside the figures.
package enum CrosswalkReader {
  /// Reads a crosswalk for the figures of a panel.
  ///
  /// - Parameters:
  ///   - source: the table, a CSV file.
  ///   - panel: the figures of the former units.
  /// - Returns: the crosswalk, and warnings.
  /// - Throws: `Faults` with all faults at once.
  /// - Complexity: O(rows).
  package static func read(
    _ source: SourceFile, for panel: IndicatorPanel
  ) throws(Faults) -> (crosswalk: Crosswalk, diagnostics: [Diagnostic]) {
    let (table, faults) = try DelimitedText.readSoundRows(source)
    let (transfers, findings) = CrosswalkTable.read(table)
    let diagnostics =
      DatasetReader.inOrder(faults + findings)
      + CrosswalkChecks.unknownNames(in: transfers, panel: panel)
    if diagnostics.contains(where: { $0.severity == .error }) { throw Faults(diagnostics) }
    return (Crosswalk(transfers), diagnostics)
  }
}

extension LoadedDataset {
  /// Returns the data with the history of present units rebuilt after a crosswalk of its own file.
  ///
  /// Where the data declare no places every unit that the crosswalk makes is rebuilt, so that all parts of
  /// each have to stand in it.
  ///
  /// - Parameter source: the crosswalk, a CSV file.
  /// - Returns: the same data with rebuilt figures, and with what could not be rebuilt among its findings.
  /// - Throws: `Faults` with all faults of the crosswalk at once, or when the data were rebuilt already.
  /// - Complexity: as `PanelRebuilding`.
  package func rebuilt(after source: SourceFile) throws(Faults) -> LoadedDataset {
    let panel = dataset.panel
    if panel.territory != .unchanged {
      throw Faults(Diagnostic(.crosswalkTwice, at: InputPosition(file: source.path)))
    }
    let (crosswalk, findings) = try CrosswalkReader.read(source, for: panel)
    let declaresPlaces = !isLoose && panel.places.contains { $0.kind != nil }
    let rebuilding = PanelRebuilding(panel, crosswalk: crosswalk, onlyKnownPlaces: declaresPlaces)
    return LoadedDataset(
      dataset: dataset.with(panel: rebuilding.panel), sources: sources + [source],
      diagnostics: diagnostics + findings + rebuilding.diagnostics, tables: tables,
      isLoose: isLoose)
  }
}

extension DiagnosticCode {
  static let crosswalkTwice = DiagnosticCode(
    "crosswalk.twice",
    message: Phrase(
      vi: "bộ số liệu đã có bảng crosswalk của chính nó",
      en: "the data have a crosswalk of their own"),
    remedy: Phrase(
      vi: "Chỉ dùng một bảng: sửa bảng trong gói, hoặc bỏ bảng đó khỏi datapackage.json.",
      en: "Use one: mend the table of the package, or take it out of datapackage.json."))
}
