package import Diagnostics
import Indicators
import Wording

/// The figures of a commune whose file has a row for each thôn and names the commune in its title only.
enum SummedCommune {
  /// Returns a data set with the commune added as the sum of its thôn, and what a reader has to know of it.
  ///
  /// Only where all places of the file are thôn, two at least, and all its tables name one and the same
  /// commune, which has no figures of its own. A year of an indicator is summed where every thôn has count
  /// and base; it is as settled as the least settled of them. Nothing is guessed: a year in which one
  /// thôn is missing is left out and told. A sum stands in no cell: its position is the file, with the
  /// sheet where all parts stand in one, and its lineage names the cells of its parts.
  ///
  /// - Complexity: O(figures).
  static func added(
    to dataset: Dataset, tables: [RecognisedTable]
  ) -> (dataset: Dataset, diagnostics: [Diagnostic]) {
    let unchanged = (dataset: dataset, diagnostics: [Diagnostic]())
    let panel = dataset.panel
    let names = Set(tables.map(\.place))
    guard names.count == 1, let commune = names.first ?? nil, panel.places.count > 1,
      panel.place(named: commune) == nil, PlaceTree.isCommune(commune),
      panel.places.allSatisfy({ $0.parent == nil && PlaceTree.isHamlet($0.name) })
    else { return unchanged }
    var entries: [IndicatorPanel.Entry] = []
    var diagnostics: [Diagnostic] = []
    for indicator in panel.indicators {
      let parts = panel.places.compactMap {
        panel.series(place: $0.name, indicator: indicator.id)
      }
      let years = Set(parts.flatMap { $0.observations.map(\.year) }).sorted()
      var missing: [Int] = []
      for year in years {
        let figures = parts.compactMap { part in
          part.observation(in: year).map { Part(place: part.place, observation: $0) }
        }
        if figures.count == panel.places.count,
          let sum = sum(of: figures, place: commune, indicator: indicator.id)
        {
          entries.append(sum)
        } else {
          missing.append(year)
        }
      }
      if !missing.isEmpty {
        diagnostics.append(
          Diagnostic(
            .communePartly, at: parts.first?.latest?.position, value: commune,
            ["indicator": indicator.id, "years": missing.map(String.init).joined(separator: ", ")]))
      }
    }
    guard let first = entries.first else { return (dataset, diagnostics) }
    diagnostics.insert(
      Diagnostic(
        .communeSummed, at: InputPosition(file: first.observation.position.file), value: commune,
        ["count": String(panel.places.count)]), at: 0)
    let places =
      [Place(name: commune, kind: PlaceTree.communeKind(of: commune))]
      + panel.places.map {
        Place(name: $0.name, kind: PlaceTree.hamletKind(of: $0.name), parent: commune)
      }
    let whole = IndicatorPanel(
      entries: entries + panel.entries, places: places, indicators: panel.indicators,
      breaks: panel.breaks)
    return (dataset.with(panel: whole), diagnostics)
  }

  /// The figure of one thôn.
  private struct Part {
    let place: String
    let observation: Observation
  }

  /// Returns one figure for all thôn; nil where one has no count and base.
  private static func sum(
    of parts: [Part], place: String, indicator: String
  ) -> IndicatorPanel.Entry? {
    let figures = parts.map(\.observation)
    var (count, base) = (0, 0)
    var lineage: [Lineage.Part] = []
    for part in parts {
      let figure = part.observation
      guard let partCount = figure.count, let partBase = figure.base else { return nil }
      let sums = (count.addingReportingOverflow(partCount), base.addingReportingOverflow(partBase))
      guard !sums.0.overflow, !sums.1.overflow else { return nil }
      (count, base) = (sums.0.partialValue, sums.1.partialValue)
      lineage.append(
        Lineage.Part(
          place: part.place, via: [], weight: 1, count: partCount, base: partBase,
          status: figure.status, vintage: figure.vintage, released: figure.released,
          position: figure.position, transfers: []))
    }
    guard base > 0, let first = figures.first else { return nil }
    let sheets = Set(figures.map(\.position.sheet))
    let observation = Observation(
      year: first.year, count: count, base: base,
      status: figures.map(\.status).min { $0.rank < $1.rank } ?? .final,
      released: figures.compactMap(\.released).max(),
      position: InputPosition(
        file: first.position.file, sheet: sheets.count == 1 ? first.position.sheet : nil))
    return IndicatorPanel.Entry(
      place: place, indicator: indicator, observation: observation,
      lineage: Lineage(
        place: place, indicator: indicator, observation: observation, exactCount: Double(count),
        exactBase: Double(base), parts: lineage))
  }
}

extension DiagnosticCode {
  static let communeSummed = DiagnosticCode(
    "place.summed", .note,
    message: Phrase(
      vi: "tệp không có dòng số liệu riêng của {value}: số của cả xã là tổng của {count} thôn",
      en: "the file has no row for {value}: its figures are the sums of the {count} hamlets"),
    remedy: Phrase(
      vi: "Kiểm tra xem tệp đã có đủ các thôn chưa; cộng từng cột phải ra số của cả xã.",
      en: "Make sure that no hamlet is missing; each column must add up to the commune's figure."))

  package static let communePartly = DiagnosticCode(
    "place.not-summed", .warning,
    message: Phrase(
      vi:
        "{indicator}: không cộng được số của {value} các năm {years}, vì có thôn thiếu số đạt hoặc tổng số",
      en: "{indicator}: {value} cannot be summed for {years}: a hamlet lacks its count or base"),
    remedy: Phrase(
      vi: "Bổ sung số liệu của thôn còn thiếu, hoặc thêm một dòng cho cả xã.",
      en: "Add the figures of that hamlet, or a row for the commune."))
}
