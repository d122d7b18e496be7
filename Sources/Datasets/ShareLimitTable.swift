package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The table of limits that a plan sets when a target is shared: place, floor, ceiling, weight.
package enum ShareLimitTable {
  static let fields = [
    Field(
      "place",
      synonyms: [
        "địa phương", "thôn", "xã", "tổ dân phố", "đơn vị", "nơi", "tên thôn", "thôn, tổ dân phố",
      ], required: true),
    Field(
      "floor",
      synonyms: ["sàn", "mức sàn", "tối thiểu", "ít nhất", "số tối thiểu", "thấp nhất", "minimum"]),
    Field(
      "ceiling",
      synonyms: ["trần", "mức trần", "tối đa", "nhiều nhất", "số tối đa", "cao nhất", "maximum"]),
    Field("weight", synonyms: ["trọng số", "hệ số"]),
    Field("number", synonyms: ["stt", "tt"]), Field("note", synonyms: ["ghi chú"]),
  ]

  /// Reads the limits of a text file, or of the first sheet of a workbook.
  ///
  /// An empty cell leaves the limit to the figures. What needs figures to be told is not checked here.
  ///
  /// - Parameter source: the file.
  /// - Returns: the limits of the rows that are sound, beside everything that is wrong with the others.
  /// - Throws: `Faults` when the file cannot be read at all.
  /// - Complexity: O(bytes).
  package static func read(
    _ source: SourceFile
  ) throws(Faults) -> (limits: [ShareLimit], diagnostics: [Diagnostic]) {
    let (table, faults) = try SideTable.read(source)
    var reader = RecordReader(table, fields: fields)
    if !reader.hasErrors, !["floor", "ceiling", "weight"].contains(where: { reader.has($0) }) {
      reader.report(Diagnostic(.limitColumnsMissing, at: table.headerPosition()))
    }
    if reader.hasErrors { return ([], faults + reader.diagnostics) }
    reader.settleConvention(whole: ["floor", "ceiling"], share: ["weight"])
    var limits: [ShareLimit] = []
    for row in 0..<table.rowCount {
      if let limit = limit(row, &reader) { limits.append(limit) }
    }
    return (limits, faults + reader.diagnostics)
  }

  /// Returns the limits of a row; of one with a fault only the place, so that no other fault follows from it.
  private static func limit(_ row: Int, _ reader: inout RecordReader) -> ShareLimit? {
    let faultCount = reader.diagnostics.count
    let place = reader.requiredText(row, "place")
    let floor = count(row, "floor", &reader)
    let ceiling = count(row, "ceiling", &reader)
    let weight = weight(row, &reader)
    guard let place else { return nil }
    let position = reader.position(row, "place")
    guard reader.diagnostics.count == faultCount else {
      return ShareLimit(place: place, position: position)
    }
    return ShareLimit(
      place: place, floor: floor, ceiling: ceiling, weight: weight, position: position)
  }

  private static func count(
    _ row: Int, _ field: String, _ reader: inout RecordReader
  ) -> ShareLimit.Count? {
    guard let number = reader.number(row, field, kind: .whole) else { return nil }
    let (position, text) = (reader.position(row, field), reader.text(row, field) ?? "")
    let unit = ExactDecimal.powerOfTen(number.scale)
    guard number.unscaled % unit == 0, !text.contains(where: { "%％".contains($0) }) else {
      reader.report(Diagnostic(.limitNotWhole, at: position, value: text))
      return nil
    }
    guard number.unscaled >= 0 else {
      reader.report(Diagnostic(.limitNegative, at: position, value: text))
      return nil
    }
    return ShareLimit.Count(number.unscaled / unit, at: position)
  }

  private static func weight(_ row: Int, _ reader: inout RecordReader) -> ExactDecimal? {
    guard let number = reader.number(row, "weight") else { return nil }
    if number > ExactDecimal(0) { return number }
    reader.report(
      Diagnostic(
        .limitWeight, at: reader.position(row, "weight"), value: reader.text(row, "weight")))
    return nil
  }
}

extension DiagnosticCode {
  static let limitColumnsMissing = DiagnosticCode(
    "limit.columns",
    message: Phrase(
      vi: "bảng giới hạn không có cột sàn, trần hay trọng số",
      en: "the table of limits has no column floor, ceiling or weight"),
    remedy: Phrase(
      vi: "Thêm ít nhất một cột: “floor” (sàn), “ceiling” (trần) hoặc “weight” (trọng số).",
      en: "Add one column at least: “floor”, “ceiling” or “weight”."))

  static let limitNotWhole = DiagnosticCode(
    "limit.not-whole",
    message: Phrase(
      vi: "giới hạn “{value}” phải là số nguyên (số người, số hộ …)",
      en: "the limit “{value}” must be a whole number (of people, households …)"),
    remedy: Phrase(
      vi: "Ghi số đếm, không ghi tỷ lệ phần trăm hay số lẻ.",
      en: "Write a count, neither a percentage nor a fraction."))

  static let limitNegative = DiagnosticCode(
    "limit.negative",
    message: Phrase(vi: "giới hạn {value} nhỏ hơn 0", en: "the limit {value} is below zero"),
    remedy: Phrase(
      vi: "Ghi số đếm từ 0 trở lên, hoặc để trống ô.",
      en: "Write a count of zero or more, or leave the cell empty."))

  static let limitWeight = DiagnosticCode(
    "limit.weight",
    message: Phrase(
      vi: "trọng số {value} phải lớn hơn 0", en: "the weight {value} must be above zero"),
    remedy: Phrase(
      vi: "Ghi số lớn hơn 0; để trống ô thì trọng số là 1.",
      en: "Write a number above 0; an empty cell counts as 1."))
}
