import Diagnostics
import Indicators
import InputFiles
import Wording

/// The table of pass/fail items and grades: place, indicator, year, value, evidence.
enum FactTable {
  /// Reads facts; the same item given twice for a year is reported.
  static func read(_ table: Table) -> (records: [FactRecord], diagnostics: [Diagnostic]) {
    var reader = RecordReader(
      table,
      fields: [
        Field("place", required: true), Field("indicator", required: true),
        Field("year", required: true), Field("value", required: true), Field("evidence"),
        Field("status"), Field("released"), Field("note"),
      ])
    let records = RecordTables.rows(of: &reader) { row, reader in record(row, &reader) }
    var lines: [[String]: Int] = [:]
    for record in records {
      let key = [
        record.place, record.indicator, String(record.year), String(record.isPlanned),
        record.released?.iso ?? "",
      ]
      if let line = lines[key] {
        reader.report(
          Diagnostic(
            .factDuplicate, at: record.position,
            [
              "place": record.place, "indicator": record.indicator, "year": String(record.year),
              "line": String(line),
            ]))
      }
      lines[key] = record.position.line
    }
    return (records, reader.diagnostics)
  }

  private static func record(_ row: Int, _ reader: inout RecordReader) -> FactRecord? {
    let place = reader.requiredText(row, "place")
    let indicator = reader.requiredText(row, "indicator")
    let year = reader.year(row, "year")
    let value = value(row, &reader)
    let evidence = reader.choice(
      row, "evidence",
      of: [
        (["full", "đủ"], Evidence.full), (["partial", "chưa đủ"], .partial),
        (["none", "chưa có"], .none),
      ], default: .full)
    let isPlanned = reader.choice(
      row, "status",
      of: [(["final", "chính thức"], false), (["planned", "dự kiến", "kế hoạch"], true)],
      default: false)
    let released = reader.date(row, "released")
    guard let place, let indicator, let year, let value else { return nil }
    return FactRecord(
      place: place, indicator: indicator, year: year, value: value, evidence: evidence,
      isPlanned: isPlanned, released: released, note: reader.text(row, "note") ?? "",
      position: reader.position(row, "value"))
  }

  /// Returns what a text says of an item: "met", "đạt", "chưa đạt", a grade such as "2" or "mức độ 2"; nil
  /// for anything else.
  static func value(of text: String) -> FactValue? {
    let key = TextKey.folded(text)
    switch key {
    case "met", "dat", "true", "da dat", "co": return .met
    case "not-met", "not met", "khong dat", "chua dat", "false", "khong", "chua": return .notMet
    default: break
    }
    let words = key.split(separator: " ")
    let isGrade = words.dropLast().allSatisfy { ["muc", "do", "dat", "md"].contains($0) }
    guard isGrade, let last = words.last, let grade = Int(last), (0...9).contains(grade) else {
      return nil
    }
    return .grade(grade)
  }

  private static func value(_ row: Int, _ reader: inout RecordReader) -> FactValue? {
    guard let text = reader.requiredText(row, "value") else { return nil }
    if let value = Self.value(of: text) { return value }
    reader.report(Diagnostic(.factUnreadable, at: reader.position(row, "value"), value: text))
    return nil
  }
}

extension DiagnosticCode {
  static let factDuplicate = DiagnosticCode(
    "fact.duplicate",
    message: Phrase(
      vi: "{place}, {indicator}, năm {year} đã có ở dòng {line}",
      en: "{place}, {indicator}, {year} stands already on line {line}"),
    remedy: Phrase(
      vi: "Xóa một dòng; nếu là hai lần xét thì ghi cột “released”.",
      en: "Delete one row; if they are two assessments, fill “released”."))

  static let factUnreadable = DiagnosticCode(
    "fact.unreadable",
    message: Phrase(
      vi: "“{value}” không phải là đạt, không đạt hay một mức độ",
      en: "“{value}” is neither met, not-met nor a grade"),
    remedy: Phrase(
      vi: "Ghi met (đạt), not-met (không đạt) hoặc mức độ bằng số nguyên.",
      en: "Write met, not-met or the grade as a whole number."))
}
