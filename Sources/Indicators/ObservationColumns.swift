import Diagnostics
import Wording

/// The figures of a panel, one array a field; a row is handed out as an `Observation`.
///
/// About 70 bytes a row whatever the lengths of names, because texts are stored once.
struct ObservationColumns: Sendable {
  private static let missing = Int.min

  private(set) var placeIndex: [Int32] = []
  private(set) var indicatorIndex: [Int32] = []
  private(set) var year: [Int32] = []
  private var count: [Int] = []
  private var base: [Int] = []
  private var percent: [Int] = []
  private var percentScale: [Int8] = []
  private var status: [UInt8] = []
  private var vintage: [Int32] = []
  private var released: [Int32] = []
  private var file: [Int32] = []
  private var sheet: [Int32] = []
  private var line: [Int32] = []
  private var column: [Int32] = []
  /// NaN where a figure was counted and not rebuilt.
  private var rebuildingDeviation: [Double] = []
  private var texts = TextTable()

  var rowCount: Int { year.count }

  mutating func append(_ observation: Observation, place: Int32, indicator: Int32) {
    placeIndex.append(place)
    indicatorIndex.append(indicator)
    year.append(Int32(observation.year))
    count.append(observation.count ?? Self.missing)
    base.append(observation.base ?? Self.missing)
    percent.append(observation.printedPercent?.unscaled ?? Self.missing)
    percentScale.append(Int8(observation.printedPercent?.scale ?? 0))
    status.append(UInt8(ObservationStatus.allCases.firstIndex(of: observation.status) ?? 0))
    vintage.append(texts.index(of: observation.vintage))
    released.append(observation.released.map { Self.packed($0) } ?? 0)
    file.append(texts.index(of: observation.position.file))
    sheet.append(observation.position.sheet.map { texts.index(of: $0) } ?? -1)
    line.append(Int32(observation.position.line ?? 0))
    column.append(Int32(observation.position.column ?? 0))
    rebuildingDeviation.append(observation.rebuildingDeviation ?? .nan)
  }

  func observation(at row: Int) -> Observation {
    Observation(
      year: Int(year[row]), count: Self.known(count[row]), base: Self.known(base[row]),
      printedPercent: Self.known(percent[row]).map {
        ExactDecimal(unscaled: $0, scale: Int(percentScale[row]))
      },
      status: ObservationStatus.allCases[Int(status[row])], vintage: texts.text(at: vintage[row]),
      released: Self.unpacked(released[row]),
      position: position(at: row),
      rebuildingDeviation: rebuildingDeviation[row].isNaN ? nil : rebuildingDeviation[row])
  }

  private func position(at row: Int) -> InputPosition {
    let line = line[row] > 0 ? Int(line[row]) : nil
    let column = column[row] > 0 ? Int(column[row]) : nil
    let sheet = sheet[row] >= 0 ? texts.text(at: sheet[row]) : nil
    var cell: String?
    if sheet != nil, let line, let column { cell = CellName.name(column: column - 1, row: line) }
    return InputPosition(
      file: texts.text(at: file[row]), sheet: sheet, cell: cell, line: line, column: column)
  }

  private static func known(_ value: Int) -> Int? {
    value == missing ? nil : value
  }

  private static func packed(_ date: CalendarDate) -> Int32 {
    Int32(date.year * 10_000 + date.month * 100 + date.day)
  }

  private static func unpacked(_ packed: Int32) -> CalendarDate? {
    let number = Int(packed)
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

/// Texts stored once each and named by a number.
private struct TextTable: Sendable {
  private var texts: [String] = []
  private var indexes: [String: Int32] = [:]

  mutating func index(of text: String) -> Int32 {
    if let index = indexes[text] { return index }
    let index = Int32(texts.count)
    texts.append(text)
    indexes[text] = index
    return index
  }

  func text(at index: Int32) -> String {
    texts[Int(index)]
  }
}
