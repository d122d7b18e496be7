import InputFiles
import Wording

/// A sheet with what its texts say, read once each.
struct SheetReading {
  let sheet: Sheet
  let reader: HeadingReader
  private var partsOfTexts: [String: HeadingParts] = [:]
  private var mergedTexts: [Int: [(columns: ClosedRange<Int>, rows: ClosedRange<Int>, cell: Int)]] =
    [:]

  init(_ sheet: Sheet, _ reader: HeadingReader) {
    self.sheet = sheet
    self.reader = reader
    guard !sheet.merges.isEmpty else { return }
    var rows: [Int: Int] = [:]
    for row in 0..<sheet.rowCount { rows[sheet.rowNumber(row)] = row }
    // A sheet of ordinary size has far fewer merged rows; a hostile one must not cost more.
    var budget = Self.mergedRowLimit
    for merge in sheet.merges where budget > 0 {
      guard let row = rows[merge.rows.lowerBound],
        let cell = sheet.cell(row: row, column: merge.columns.lowerBound)
      else { continue }
      for number in merge.rows.clamped(to: 1...(sheet.rowNumber(sheet.rowCount - 1))) {
        budget -= 1
        guard budget > 0 else { break }
        guard let target = rows[number], mergedTexts[target]?.count ?? 0 < Self.mergedRangeLimit
        else { continue }
        mergedTexts[target, default: []].append((merge.columns, merge.rows, cell))
      }
    }
  }

  /// The most rows under merged cells that are looked at.
  private static let mergedRowLimit = 500_000
  /// The most merged ranges that are looked at in one row.
  private static let mergedRangeLimit = 1_000
  /// The most bytes of a text that can be a heading or label; a longer one is prose and says nothing.
  private static let labelLimit = 2_000

  /// Returns what a text says.
  mutating func parts(of text: String) -> HeadingParts {
    guard text.utf8.count <= Self.labelLimit else { return HeadingParts() }
    if let known = partsOfTexts[text] { return known }
    let parts = reader.parts(of: text)
    partsOfTexts[text] = parts
    return parts
  }

  /// Returns what a cell says when it is read as a heading.
  mutating func parts(ofCell cell: Int) -> HeadingParts {
    switch sheet.kind(of: cell) {
    case .number, .date, .text, .quotedText:
      guard sheet.bytes(of: cell).count <= Self.labelLimit else { return HeadingParts() }
      return parts(of: sheet.text(of: cell))
    default: return HeadingParts()
    }
  }

  /// Returns the cells of a row that hold more than blanks, with their columns.
  func filledCells(_ row: Int) -> [(cell: Int, column: Int)] {
    sheet.cells(in: row).compactMap { cell in
      sheet.isBlank(cell) ? nil : (cell, sheet.column(of: cell, in: row))
    }
  }

  /// Returns the cell whose text shows at a place: its own, or that of the merged cells around it.
  func shownCell(row: Int, column: Int) -> Int? {
    if let cell = sheet.cell(row: row, column: column), !sheet.isBlank(cell) { return cell }
    return mergedTexts[row]?.first { $0.columns.contains(column) }?.cell
  }

  /// Returns the columns over which a cell is merged.
  func mergedColumns(row: Int, column: Int) -> ClosedRange<Int>? {
    mergedTexts[row]?.first { $0.columns.contains(column) }?.columns
  }

  /// Whether a cell is merged down from a row above.
  func isCoveredFromAbove(row: Int, column: Int) -> Bool {
    let number = sheet.rowNumber(row)
    return mergedTexts[row]?.contains { $0.columns.contains(column) && $0.rows.lowerBound < number }
      ?? false
  }

  /// Whether a cell holds a figure, or a mark that there is none.
  func holdsFigure(_ cell: Int) -> Bool {
    let kind = sheet.kind(of: cell)
    if kind.isText || kind == .number, let number = sheet.plainNumber(of: cell) {
      return !(1900...2100).contains(number)
    }
    switch kind {
    case .number:
      guard let number = sheet.number(of: cell) else { return true }
      return !(number.scale == 0 && (1900...2100).contains(number.unscaled))
    case .percent, .error, .formula: return true
    case .date, .boolean: return false
    case .text, .quotedText:
      if let byte = sheet.firstByte(of: cell), byte | 0x20 >= 97, byte | 0x20 <= 122 {
        return false
      }
      guard sheet.bytes(of: cell).count <= Self.labelLimit else { return false }
      let text = sheet.text(of: cell)
      guard let first = text.utf8.first else { return false }
      if text.utf8.count > 40 { return false }
      let isNumberish =
        (48...57).contains(first) || first == 0xEF || first == 43 || first == 45 || first == 0xE2
      if isNumberish, NumberText.isScientific(text) { return true }
      if isNumberish, NumberText.isNumber(text) { return !Self.isYearOrSpan(text) }
      return text != "x" && text != "X" && !text.isEmpty && NumberText.isMissing(text)
    }
  }

  /// Whether a text is a year, or two of them: "2024", "2024.0", "2023-2024".
  private static func isYearOrSpan(_ text: String) -> Bool {
    let bare = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return bare.split { "-–−/ ".contains($0) }.allSatisfy { HeadingReader.year(String($0)) != nil }
  }

  /// Whether any cell of a row from a column on holds a figure.
  func holdsFigures(_ row: Int) -> Bool {
    // From the right, where figures stand: most rows are told by one cell.
    sheet.cells(in: row).reversed().contains { holdsFigure($0) }
  }

  /// Returns the text that shows at a place.
  func shownText(row: Int, column: Int) -> String {
    shownCell(row: row, column: column).map { sheet.text(of: $0) } ?? ""
  }
}
