import InputFiles

/// The rows of headings of a table, found among the rows of a sheet.
struct HeaderBlock {
  /// The rows, counted as `Sheet` counts; at most five, and one of column numbers.
  var rows: ClosedRange<Int>
  /// The rows that hold headings and not the numbers of columns.
  var headings: ClosedRange<Int>

  /// The most rows that one block of headings spans.
  static let heightLimit = 5
  /// The widest row that is taken for headings.
  static let widthLimit = 600

  /// Returns the block that begins with a row; nil when the row is no row of headings.
  ///
  /// A row of headings holds no figure, and at least two of its cells say what columns are about.
  static func starting(at row: Int, in reading: inout SheetReading) -> HeaderBlock? {
    guard isHeading(row, in: &reading) else { return nil }
    var last = row
    while last + 1 < reading.sheet.rowCount, last - row + 1 < heightLimit,
      continues(from: row...last, with: last + 1, in: &reading)
    {
      last += 1
    }
    let headings = row...last
    if last + 1 < reading.sheet.rowCount, isColumnNumbers(last + 1, in: reading) { last += 1 }
    return HeaderBlock(rows: row...last, headings: headings)
  }

  /// Whether a row among figures can begin another table: one of its cells says what a column is about,
  /// or several are years.
  static func canFollowFigures(_ row: Int, in reading: inout SheetReading) -> Bool {
    var years: Set<Int> = []
    for (cell, _) in reading.filledCells(row).prefix(widthLimit) {
      let parts = reading.parts(ofCell: cell)
      if parts.field != nil { return true }
      guard parts.isPureYear, let year = parts.year else { continue }
      if reading.sheet.plainNumber(of: cell) == nil { return true }
      years.insert(year)
    }
    return areYears(years)
  }

  private static func isHeading(_ row: Int, in reading: inout SheetReading) -> Bool {
    let cells = reading.sheet.cells(in: row)
    guard cells.count >= 2, cells.count <= 16_384 else { return false }
    var signals = 0
    var filled = 0
    var places = 0
    var fields: [LayoutField] = []
    var years: Set<Int> = []
    for cell in cells where !reading.sheet.isBlank(cell) {
      if reading.holdsFigure(cell) { return false }
      filled += 1
      guard filled <= widthLimit else { return false }
      let parts = reading.parts(ofCell: cell)
      if let field = parts.field { fields.append(field) }
      if parts.isPureYear, let year = parts.year, reading.sheet.plainNumber(of: cell) != nil {
        years.insert(year)
      }
      if parts.isSignal { signals += 1 } else if parts.isPlaceLike { places += 1 }
    }
    if years.count > 1, !areYears(years) { return false }
    if filled == 2, fields == [.year] || fields == [.place], places + signals <= 2,
      isLabelLine(row, in: &reading)
    {
      return false
    }
    return signals >= 2 || (signals == 1 && filled >= 3 && (!fields.isEmpty || places >= 2))
      || (signals == 1 && filled >= 2 && places >= 1 && !fields.isEmpty && fields != [.place])
  }

  /// Whether numbers that can be years are years and not counts of about two thousand: since 1990, several,
  /// and at most five years from one to the next.
  private static func areYears(_ years: Set<Int>) -> Bool {
    let ordered = years.sorted()
    guard ordered.count > 1, let first = ordered.first, first >= 1990 else { return false }
    return zip(ordered, ordered.dropFirst()).allSatisfy { $1 - $0 <= 5 }
  }

  /// Whether two cells are a label and what it names, as in "Năm" beside "2023".
  private static func isLabelLine(_ row: Int, in reading: inout SheetReading) -> Bool {
    let cells = reading.filledCells(row)
    guard cells.count == 2 else { return false }
    let first = reading.parts(ofCell: cells[0].cell)
    let second = reading.parts(ofCell: cells[1].cell)
    return first.field == .year && second.isPureYear
      || first.field == .place && second.field == nil && !second.isSignal
  }

  /// Whether the next row completes the headings: each of its texts stands under a blank, or under a
  /// heading that spans several columns.
  private static func continues(
    from rows: ClosedRange<Int>, with next: Int, in reading: inout SheetReading
  ) -> Bool {
    let sheet = reading.sheet
    // A line of a text file may hold line breaks in its fields.
    let reach = sheet.isSpreadsheet ? 1 : 4
    guard sheet.rowNumber(next) - sheet.rowNumber(rows.upperBound) <= reach else { return false }
    let cells = reading.filledCells(next)
    guard !cells.isEmpty, cells.count <= widthLimit else { return false }
    var signals = 0
    let areMeasures = cells.allSatisfy { entry in
      let parts = reading.parts(ofCell: entry.cell)
      return parts.isPureMeasure || parts.field == .unit
    }
    if areMeasures, cells.count > 1 || cells[0].column > 0 { return true }
    if namesLevels(next, in: &reading) { return true }
    for (cell, column) in cells {
      if reading.holdsFigure(cell) { return false }
      let parts = reading.parts(ofCell: cell)
      if parts.isSignal || parts.measure != nil || parts.isPlaceLike || parts.isChange
        || parts.isPlan
        || parts.isTotal
      {
        signals += 1
      }
      if reading.isCoveredFromAbove(row: next, column: column) { return false }
      guard isOpenBelow(column, rows, in: reading) else { return false }
    }
    return signals * 2 >= cells.count
  }

  /// Whether a row names a level of the headings, as programs write them: "Năm" before years, or the names
  /// of the columns of keys before nothing.
  private static func namesLevels(
    _ row: Int, in reading: inout SheetReading
  ) -> Bool {
    let cells = reading.filledCells(row)
    guard let first = cells.first, reading.parts(ofCell: first.cell).field != nil else {
      return false
    }
    return cells.allSatisfy { entry in
      let parts = reading.parts(ofCell: entry.cell)
      return (parts.isSignal || parts.isPlaceLike) && !reading.holdsFigure(entry.cell)
    }
  }

  /// Whether the headings above a column leave room for one more below.
  private static func isOpenBelow(
    _ column: Int, _ rows: ClosedRange<Int>, in reading: SheetReading
  ) -> Bool {
    let last = rows.upperBound
    if let merged = reading.mergedColumns(row: last, column: column) { return merged.count > 1 }
    guard let above = reading.sheet.cell(row: last, column: column), !reading.sheet.isBlank(above)
    else {
      // A heading further up, with nothing between, that is not merged over others ends its column.
      return true
    }
    guard column + 1 < max(reading.sheet.width(of: last), reading.sheet.width(of: last + 1)) else {
      return false
    }
    let right = reading.sheet.cell(row: last, column: column + 1)
    let isRightBlank = right.map { reading.sheet.isBlank($0) } ?? true
    let isMergedRight = reading.mergedColumns(row: last, column: column + 1) != nil
    return isRightBlank && !isMergedRight
  }

  /// Whether a row only numbers the columns: (1) (2) (3), or A B 1 2 3.
  private static func isColumnNumbers(_ row: Int, in reading: SheetReading) -> Bool {
    let cells = reading.filledCells(row)
    guard cells.count >= 3 else { return false }
    var previous = 0
    var numbers = 0
    for (cell, _) in cells {
      var text = reading.sheet.text(of: cell)[...]
      if let equals = text.firstIndex(of: "=") { text = text[..<equals] }
      let bare = text.filter { !"() []".contains($0) }
      if bare.count == 1, bare.first?.isLetter == true, numbers == 0 { continue }
      guard let number = Int(bare), number >= 0, number <= 200,
        number == previous + 1 || numbers == 0
      else { return false }
      guard numbers > 0 || number <= 3 else { return false }
      previous = number
      numbers += 1
    }
    return numbers >= 2
  }
}
