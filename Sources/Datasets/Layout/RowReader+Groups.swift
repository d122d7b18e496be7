import InputFiles

/// What the rows of a table say together: keys written once for several rows, rows that sum up a group.
extension RowReader {
  /// Learns which keys are written only in the first of the rows they hold for: in such a column some
  /// cells are blank, and no two texts that follow one another are alike.
  mutating func learnCarrying(_ reading: SheetReading) {
    isCarryKnown = true
    for column in carryingColumns {
      var previous: Int?
      var blanks = 0
      var isGrouped = true
      var texts = 0
      for row in table.body {
        guard let cell = reading.shownCell(row: row, column: column) else {
          let hasFigure = figureColumns.contains { figure in
            reading.sheet.cell(row: row, column: figure).map { reading.holdsFigure($0) } ?? false
          }
          if hasFigure { blanks += 1 }
          continue
        }
        texts += 1
        if let previous, reading.sheet.haveSameBytes(cell, previous) { isGrouped = false }
        previous = cell
        if !isGrouped { break }
      }
      if isGrouped, blanks > 0, texts > 0, blanks >= texts || carryingColumns.count > 1 {
        carries.insert(column)
      }
    }
    // A table in which nothing else tells rows apart cannot leave its keys blank.
    if carries.count == carryingColumns.count, measure == nil, unit == nil { carries = [] }
  }

  /// Learns which rows sum up a group: numbered I, II … above members numbered 1, 2 … whose figures add
  /// up to theirs.
  mutating func learnSubtotals(_ reading: SheetReading) {
    guard let ordinal = table.key(.ordinal), !figureColumns.isEmpty, table.body.count <= 20_000
    else {
      return
    }
    func value(_ row: Int, _ column: Int) -> Int? {
      guard let cell = reading.sheet.cell(row: row, column: column) else { return nil }
      return reading.sheet.plainNumber(of: cell)
    }
    func isRoman(_ text: String) -> Bool {
      !text.isEmpty && text.allSatisfy { "IVX".contains($0) }
        || text.count == 1 && text.allSatisfy { ("A"..."H").contains($0) }
    }
    var group: (row: Int, members: [Int])?
    var groups: [(row: Int, members: [Int])] = []
    for row in table.body {
      let text = reading.shownText(row: row, column: ordinal)
      if isRoman(text) {
        if let group { groups.append(group) }
        group = (row, [])
      } else if Int(text) != nil {
        group?.members.append(row)
      }
    }
    if let group { groups.append(group) }
    for group in groups where group.members.count > 1 {
      let sums = figureColumns.compactMap { column -> Bool? in
        guard let stated = value(group.row, column), stated > 100 || group.members.count > 2 else {
          return nil
        }
        let parts = group.members.compactMap { value($0, column) }
        return parts.count == group.members.count ? parts.reduce(0, +) == stated : nil
      }
      if !sums.isEmpty, sums.count(where: { $0 }) * 2 >= sums.count { subtotals.insert(group.row) }
    }
  }
}
