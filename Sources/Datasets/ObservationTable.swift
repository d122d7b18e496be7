import Diagnostics
import Indicators
import InputFiles
import Wording

/// The tidy table of figures: place, indicator, year, then count and base, or percent.
enum ObservationTable {
  static let fields = [
    Field("place", synonyms: ["địa phương", "nơi", "đơn vị hành chính", "tên xã"], required: true),
    Field("indicator", synonyms: ["chỉ tiêu", "chỉ số"], required: true),
    Field("year", synonyms: ["năm"], required: true),
    Field("count", synonyms: ["số lượng", "số đạt", "số người đạt"]),
    Field("base", synonyms: ["tổng số", "mẫu số"]),
    Field("percent", synonyms: ["tỷ lệ", "tỉ lệ", "tỷ lệ %", "tỉ lệ %", "phần trăm", "%"]),
    Field("status", synonyms: ["trạng thái", "tình trạng"]),
    Field("vintage", synonyms: ["kỳ công bố", "đợt công bố"]),
    Field("released", synonyms: ["ngày công bố"]),
    Field("note", synonyms: ["ghi chú"]),
  ]

  static let statuses: [(names: [String], value: ObservationStatus)] = [
    (["final", "chính thức"], .final),
    (["preliminary", "sơ bộ"], .preliminary),
    (["estimated", "ước", "ước tính"], .estimated),
  ]

  /// Reads all figures; faults and warnings are returned beside them.
  ///
  /// A row without any figure is a missing year: passed over, not a fault.
  static func read(
    _ table: Table, missingValues: [String] = []
  ) -> (records: [IndicatorPanel.Entry], diagnostics: [Diagnostic]) {
    var reader = RecordReader(table, fields: fields, missingValues: missingValues)
    if reader.hasErrors { return ([], reader.diagnostics) }
    guard reader.has("percent") || (reader.has("count") && reader.has("base")) else {
      reader.report(Diagnostic(.figureColumnsMissing, at: table.headerPosition()))
      return ([], reader.diagnostics)
    }
    reader.settleConvention(whole: ["count", "base"], share: ["percent"])
    var entries: [IndicatorPanel.Entry] = []
    entries.reserveCapacity(table.rowCount)
    var check = DuplicateCheck()
    for row in 0..<table.rowCount {
      guard let entry = entry(row, &reader) else { continue }
      if let duplicate = check.duplicate(of: entry) {
        reader.report(duplicate)
      } else {
        entries.append(entry)
      }
    }
    return (entries, reader.diagnostics)
  }

  private static func entry(_ row: Int, _ reader: inout RecordReader) -> IndicatorPanel.Entry? {
    let place = reader.requiredText(row, "place")
    let indicator = reader.requiredText(row, "indicator")
    let year = reader.year(row, "year")
    let count = reader.wholeNumber(row, "count")
    let base = reader.wholeNumber(row, "base")
    let percent = reader.number(row, "percent")
    let status = reader.choice(row, "status", of: statuses, default: .final)
    let released = reader.date(row, "released")
    let isSound = checkFigures(row, count: count, base: base, percent: percent, &reader)
    guard let place, let indicator, let year, isSound else { return nil }
    let hasCounts = count != nil && base != nil
    guard hasCounts || percent != nil else { return nil }
    let field = hasCounts ? "count" : "percent"
    return IndicatorPanel.Entry(
      place: place, indicator: indicator,
      observation: Observation(
        year: year, count: hasCounts ? count : nil, base: hasCounts ? base : nil,
        printedPercent: hasCounts ? nil : percent, status: status,
        vintage: reader.text(row, "vintage") ?? "", released: released,
        position: reader.position(row, field)))
  }

  /// Reports figures that cannot be; returns whether the row can be used.
  private static func checkFigures(
    _ row: Int, count: Int?, base: Int?, percent: ExactDecimal?, _ reader: inout RecordReader
  ) -> Bool {
    var isSound = true
    func fault(
      _ code: DiagnosticCode, _ field: String, _ facts: [String: String] = [:],
      phrases: [String: Phrase] = [:]
    ) {
      reader.report(
        Diagnostic(
          code, at: reader.position(row, field), value: reader.text(row, field), facts,
          phrases: phrases))
      isSound = false
    }
    if let count, count < 0 { fault(.countNegative, "count") }
    if let base, base <= 0 { fault(.baseNotPositive, "base") }
    if let count, let base, base > 0, count > base {
      fault(.countAboveBase, "count", ["count": String(count), "base": String(base)])
    }
    if let percent, percent < ExactDecimal(0) || percent > ExactDecimal(100) {
      fault(.percentOutOfRange, "percent")
    }
    let isCountAlone = count != nil && base == nil && percent == nil
    if isCountAlone, reader.text(row, "base").map(NumberText.isMissing) ?? true {
      fault(.baseMissing, "base")
    }
    if isSound, let count, let base, let percent {
      let derived = 100 * Double(count) / Double(base)
      let halfDigit = 0.5 / Double(ExactDecimal.powerOfTen(percent.scale))
      if abs(derived - percent.value) > halfDigit + 1e-9 {
        fault(
          .percentContradictsCounts, "percent", ["count": String(count), "base": String(base)],
          phrases: ["derived": .percent(derived, decimals: max(2, percent.scale))])
      }
    }
    return isSound
  }
}

/// A check that no figure is given twice for the same release.
private struct DuplicateCheck {
  private struct Key: Hashable {
    let place: String
    let indicator: String
    let year: Int
    let vintage: String
    let released: CalendarDate?
    let status: ObservationStatus
  }

  private var firstPositions: [Key: InputPosition] = [:]

  mutating func duplicate(of entry: IndicatorPanel.Entry) -> Diagnostic? {
    let observation = entry.observation
    let key = Key(
      place: entry.place, indicator: entry.indicator, year: observation.year,
      vintage: observation.vintage, released: observation.released, status: observation.status)
    guard let first = firstPositions[key] else {
      firstPositions[key] = observation.position
      return nil
    }
    return Diagnostic(
      .observationDuplicate, at: observation.position,
      value: observation.count.map(String.init)
        ?? observation.printedPercent.map { "\($0.value)" },
      [
        "place": entry.place, "indicator": entry.indicator, "year": String(observation.year),
        "line": String(first.line ?? 0),
      ])
  }
}

extension DiagnosticCode {
  static let figureColumnsMissing = DiagnosticCode(
    "column.missing-figures",
    message: Phrase(
      vi: "bảng không có cột số liệu", en: "the table has no column of figures"),
    remedy: Phrase(
      vi: "Thêm cột “percent”, hoặc hai cột “count” và “base”.",
      en: "Add column “percent”, or columns “count” and “base”."))

  static let countNegative = DiagnosticCode(
    "count.negative",
    message: Phrase(vi: "số đếm {value} nhỏ hơn 0", en: "the count {value} is below zero"),
    remedy: Phrase(vi: "Ghi số đếm từ 0 trở lên.", en: "Write a count of zero or more."))

  static let baseNotPositive = DiagnosticCode(
    "base.not-positive",
    message: Phrase(
      vi: "mẫu số {value} phải lớn hơn 0", en: "the base {value} must be above zero"),
    remedy: Phrase(
      vi: "Ghi tổng số mà từ đó tính tỷ lệ, hoặc để trống cả dòng nếu không có số liệu.",
      en: "Write the number of whom the share is taken, or leave all figures of the row empty."))

  static let baseMissing = DiagnosticCode(
    "base.missing",
    message: Phrase(
      vi: "có số đếm nhưng không có mẫu số, nên không tính được tỷ lệ",
      en: "there is a count but no base, so that no share can be derived"),
    remedy: Phrase(vi: "Điền cột “base”.", en: "Fill column “base”."))

  static let countAboveBase = DiagnosticCode(
    "count.above-base",
    message: Phrase(
      vi: "số đạt {count} lớn hơn tổng số {base}", en: "the count {count} is above its base {base}"),
    remedy: Phrase(
      vi: "Sửa một trong hai số; kiểm tra có đổi chỗ hai cột không.",
      en: "Mend one of the two; look whether the columns were exchanged."))

  static let percentOutOfRange = DiagnosticCode(
    "percent.out-of-range",
    message: Phrase(
      vi: "tỷ lệ {value} nằm ngoài 0–100", en: "the percentage {value} is outside 0–100"),
    remedy: Phrase(
      vi: "Ghi tỷ lệ phần trăm từ 0 đến 100; kiểm tra dấu thập phân.",
      en: "Write a percentage of 0 to 100; look at the decimal sign."))

  static let percentContradictsCounts = DiagnosticCode(
    "percent.contradicts-counts",
    message: Phrase(
      vi: "tỷ lệ {value} không khớp {count}/{base} = {derived}",
      en: "the percentage {value} does not agree with {count}/{base} = {derived}"),
    remedy: Phrase(
      vi: "Sửa số sai, hoặc để trống cột “percent”: tỷ lệ được tính từ số đếm.",
      en: "Mend the wrong one, or leave “percent” empty: it is derived from the counts."))

  static let observationDuplicate = DiagnosticCode(
    "observation.duplicate",
    message: Phrase(
      vi: "{place}, {indicator}, năm {year} đã có ở dòng {line}",
      en: "{place}, {indicator}, {year} stands already on line {line}"),
    remedy: Phrase(
      vi: "Xóa một dòng; nếu là hai lần công bố thì ghi cột “vintage” hoặc “released”.",
      en: "Delete one row; if they are two releases, fill “vintage” or “released”."))
}
