import Indicators
import InputFiles
import Wording

/// The recognition of tables of figures in a sheet: where their headings are and what each column is.
///
/// Every conclusion keeps its reason. What cannot be concluded is left open, for the collector of
/// figures to report as missing; nothing is guessed from the numbers but what their own cells say.
struct LayoutRecognizer {
  /// The most rows without figures that are searched for headings; a row of many cells counts as several.
  private static let searchLimit = 5_000

  private var reading: SheetReading
  private let sheetIndex: Int
  private var isSearched = 0

  init(_ reading: SheetReading, sheetIndex: Int) {
    self.reading = reading
    self.sheetIndex = sheetIndex
  }

  /// Returns the tables of the sheet, in order.
  mutating func tables() -> [TableLayout] {
    let sheet = reading.sheet
    var tables: [TableLayout] = []
    var titles: [Int] = []
    var row = 0
    while row < sheet.rowCount, isSearched < Self.searchLimit {
      guard !reading.holdsFigures(row), let block = block(at: row) else {
        countSearch(row)
        if !reading.holdsFigures(row) { titles.append(row) }
        row += 1
        continue
      }
      let end = bodyEnd(after: block)
      let sides = sides(of: block, end: end.body)
      for side in sides {
        let table = table(
          block, columns: side, body: (block.rows.upperBound + 1)..<end.body, titles,
          isAlone: sides.count == 1)
        if !table.figureColumns.isEmpty { tables.append(table) }
      }
      titles = Array(end.body..<end.next)
      row = end.next
    }
    return tables
  }

  private mutating func countSearch(_ row: Int) {
    isSearched += 1 + reading.sheet.cells(in: row).count / 10
  }

  private mutating func block(at row: Int) -> HeaderBlock? {
    HeaderBlock.starting(at: row, in: &reading)
  }

  /// Returns where the rows of a table end, and where the headings of the next one begin.
  private mutating func bodyEnd(after block: HeaderBlock) -> (body: Int, next: Int) {
    let sheet = reading.sheet
    var row = block.rows.upperBound + 1
    while row < sheet.rowCount {
      if reading.holdsFigures(row) || isSearched >= Self.searchLimit {
        row += 1
        continue
      }
      countSearch(row)
      if let next = self.block(at: row), !isRepetition(of: block, at: next),
        HeaderBlock.canFollowFigures(row, in: &reading)
      {
        // Titles of the next table: rows of a single text right above it.
        var start = row
        while start > block.rows.upperBound + 1, !reading.holdsFigures(start - 1),
          reading.filledCells(start - 1).count <= 2
        {
          start -= 1
        }
        return (start, row)
      }
      row += 1
    }
    return (sheet.rowCount, sheet.rowCount)
  }

  private func isRepetition(of block: HeaderBlock, at next: HeaderBlock) -> Bool {
    func texts(_ row: Int) -> [String] {
      reading.filledCells(row).map { TextKey.folded(reading.sheet.text(of: $0.cell)) }
    }
    return texts(block.rows.lowerBound) == texts(next.rows.lowerBound)
      && reading.sheet.rowNumber(next.rows.lowerBound)
        - reading.sheet.rowNumber(next.rows.lowerBound - 1) == 1
      && reading.holdsFigures(next.rows.lowerBound - 1)
  }

  /// Returns the ranges of columns of tables that stand beside one another, told apart by columns in
  /// which nothing stands and by headings that repeat.
  private mutating func sides(of block: HeaderBlock, end: Int) -> [ClosedRange<Int>] {
    let width = block.rows.map { reading.sheet.width(of: $0) }.max() ?? 0
    var filled = Array(repeating: false, count: width)
    for row in block.rows.lowerBound..<min(end, block.rows.upperBound + 60) {
      for cell in reading.sheet.cells(in: row) where !reading.sheet.isBlank(cell) {
        let column = reading.sheet.column(of: cell, in: row)
        if column < width { filled[column] = true }
      }
    }
    for row in block.headings {
      for merge in reading.sheet.merges.prefix(10_000)
      where merge.rows.contains(reading.sheet.rowNumber(row)) {
        for column in merge.columns where column < width { filled[column] = true }
      }
    }
    var groups: [ClosedRange<Int>] = []
    for column in filled.indices where filled[column] {
      if let last = groups.last, last.upperBound == column - 1 {
        groups[groups.count - 1] = last.lowerBound...column
      } else {
        groups.append(column...column)
      }
    }
    guard groups.count > 1 else { return groups }
    func keys(_ group: ClosedRange<Int>) -> Set<LayoutField> {
      var fields: Set<LayoutField> = []
      for column in group {
        let heading = heading(column, block)
        if let field = reading.parts(of: heading).field { fields.insert(field) }
      }
      return fields.intersection([.place, .indicator, .year])
    }
    var sides = [groups[0]]
    for group in groups.dropFirst() {
      let isRepeating = !keys(group).isDisjoint(with: keys(sides[sides.count - 1]))
      if isRepeating {
        sides.append(group)
      } else {
        sides[sides.count - 1] = sides[sides.count - 1].lowerBound...group.upperBound
      }
    }
    return sides
  }

  private func heading(_ column: Int, _ block: HeaderBlock) -> String {
    block.headings.map { reading.shownText(row: $0, column: column) }.first { !$0.isEmpty } ?? ""
  }

  private mutating func table(
    _ block: HeaderBlock, columns: ClosedRange<Int>, body: Range<Int>, _ titles: [Int],
    isAlone: Bool
  ) -> TableLayout {
    var context = TableContext(reading: reading, columns: isAlone ? nil : columns)
    context.read(titles: titles)
    var reader = ColumnReader(reading: reading, block: block, columns: columns, body: body)
    let read = reader.columns(in: context.meaning)
    reading = reader.reading
    var layout = TableLayout(
      sheet: sheetIndex, headerRows: Array(block.rows), body: body, columns: read,
      context: context.meaning, contextReasons: context.reasons)
    let saysYears =
      layout.key(.year) != nil || layout.figureColumns.contains { $0.meaning.year != nil }
    if let conflict = context.yearsInConflict, !saysYears {
      layout.yearsInConflict = [conflict.title, conflict.name]
    }
    return layout
  }
}
