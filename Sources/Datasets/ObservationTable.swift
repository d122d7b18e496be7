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
    let isBaseGiven = !(reader.text(row, "base").map(NumberText.isMissing) ?? true)
    let faults = FigureFault.faults(
      count: count, base: base, percent: percent, isBaseGiven: isBaseGiven)
    for fault in faults {
      let field = fault.measure.fieldName
      reader.report(
        Diagnostic(
          fault.code, at: reader.position(row, field), value: reader.text(row, field), fault.facts,
          phrases: fault.phrases))
    }
    return faults.isEmpty
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

  static let observationDuplicate = DiagnosticCode(
    "observation.duplicate",
    message: Phrase(
      vi: "{place}, {indicator}, năm {year} đã có ở dòng {line}",
      en: "{place}, {indicator}, {year} stands already on line {line}"),
    remedy: Phrase(
      vi: "Xóa một dòng; nếu là hai lần công bố thì ghi cột “vintage” hoặc “released”.",
      en: "Delete one row; if they are two releases, fill “vintage” or “released”."))
}
