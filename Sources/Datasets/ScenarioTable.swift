package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The table of a scenario file: requirement, and what is assumed of it from which year on.
///
/// Each row says one or more of: a pace (points a year), points or people that come once, a state of a fact
/// or grade. A column of scenarios lets one file hold several.
package enum ScenarioTable {
  private static let fields = [
    Field("scenario", synonyms: ["kịch bản"]),
    Field("requirement", synonyms: ["mã", "chỉ tiêu", "mã chỉ tiêu", "mã số"], required: true),
    Field("year", synonyms: ["năm", "từ năm", "năm bắt đầu"]),
    Field("pace", synonyms: ["nhịp", "nhịp tăng", "nhịp (điểm/năm)", "điểm/năm", "điểm một năm"]),
    Field("points", synonyms: ["điểm", "thêm điểm", "số điểm tăng thêm", "thêm (điểm %)"]),
    Field(
      "people",
      synonyms: [
        "người", "thêm người", "số người", "số người thêm", "số người tăng thêm",
        "thêm (người, hộ …)",
      ]),
    Field("state", synonyms: ["trạng thái", "kết quả"]),
    Field("note", synonyms: ["ghi chú"]),
  ]

  /// Reads the assumptions of a file, CSV or the first sheet of a workbook.
  ///
  /// - Parameter source: the file.
  /// - Returns: the assumptions of the rows that are sound, in the order of the file, beside everything that is
  ///   wrong with the others, so that their content can be checked in the same round; a file without an
  ///   assumption is a fault.
  /// - Throws: `Faults` when the file cannot be read at all.
  /// - Complexity: O(rows).
  package static func read(
    _ source: SourceFile
  ) throws(Faults) -> (assumptions: [ScenarioAssumption], diagnostics: [Diagnostic]) {
    let (table, faults) = try SideTable.read(source)
    var reader = RecordReader(table, fields: fields)
    if !reader.hasErrors {
      reader.settleConvention(whole: ["people"], share: ["pace", "points"])
    }
    let assumptions = RecordTables.rows(of: &reader) { row, reader in
      Self.assumptions(row, &reader)
    }.flatMap { $0 }
    if assumptions.isEmpty, !reader.hasErrors {
      reader.report(Diagnostic(.scenarioEmpty, at: table.headerPosition()))
    }
    return (assumptions, DatasetReader.inOrder(faults + reader.diagnostics))
  }

  /// Returns what a row assumes; nil for a row that is faulty.
  private static func assumptions(
    _ row: Int, _ reader: inout RecordReader
  ) -> [ScenarioAssumption]? {
    // Workbooks keep rows that were emptied.
    guard fields.contains(where: { reader.text(row, $0.name) != nil }) else { return nil }
    let found = reader.diagnostics.count
    let requirement = reader.requiredText(row, "requirement")
    let year = reader.text(row, "year") == nil ? nil : reader.year(row, "year")
    var changes: [(ScenarioAssumption.Change, String)] = []
    if let pace = reader.number(row, "pace") { changes.append((.pace(pace.value), "pace")) }
    if let points = reader.number(row, "points") {
      changes.append((.points(points.value), "points"))
    }
    if let people = reader.wholeNumber(row, "people") {
      changes.append((.people(people), "people"))
    }
    if let text = reader.text(row, "state") {
      if let value = FactTable.value(of: text) {
        changes.append((.state(value), "state"))
      } else {
        reader.report(
          Diagnostic(.factUnreadable, at: reader.position(row, "state"), value: text))
      }
    }
    guard let requirement else { return nil }
    if changes.isEmpty, reader.diagnostics.count == found {
      reader.report(
        Diagnostic(
          .scenarioRowEmpty, at: reader.position(row, "requirement"), value: requirement))
    }
    return changes.map { change, field in
      ScenarioAssumption(
        scenario: reader.text(row, "scenario") ?? "", requirement: requirement, year: year,
        change: change, position: reader.position(row, field))
    }
  }
}

extension DiagnosticCode {
  static let scenarioEmpty = DiagnosticCode(
    "scenario.empty",
    message: Phrase(vi: "tệp không có giả định nào", en: "the file assumes nothing"),
    remedy: Phrase(
      vi:
        "Mỗi dòng ghi mã chỉ tiêu (requirement) và một trong: pace (điểm/năm), points, people, state.",
      en: "Each row names a requirement and one of: pace (points a year), points, people, state."))

  static let scenarioRowEmpty = DiagnosticCode(
    "scenario.row-empty",
    message: Phrase(
      vi: "dòng của {value} không giả định gì", en: "the row of {value} assumes nothing"),
    remedy: Phrase(
      vi: "Điền một trong các cột pace, points, people, state, hoặc xóa dòng.",
      en: "Fill one of pace, points, people, state, or delete the row."))
}
