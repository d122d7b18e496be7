package import Diagnostics
package import Wording

/// What a cell of a sheet holds, as its file says; a text file knows only texts.
package enum CellKind: UInt8, Sendable {
  /// A text as typed, numbers written as text included.
  case text
  /// A text that holds doubled quotes, as RFC 4180 writes a quote inside quotes.
  case quotedText
  /// A number.
  case number
  /// A number that its style shows in percent: 0.531 is 53.1%.
  case percent
  /// A day, held as days since the workbook's epoch.
  case date
  /// TRUE or FALSE.
  case boolean
  /// An error such as #N/A.
  case error
  /// A formula whose result the file does not hold.
  case formula

  /// Whether the file itself holds a number, so that no decimal sign has to be guessed.
  package var isNumeric: Bool { self == .number || self == .percent }
  /// Whether it is a text, whose numbers have to be read by the file's convention.
  package var isText: Bool { self == .text || self == .quotedText }
}

/// A rectangle of cells; rows as the file numbers them (from 1), columns from 0.
package struct CellRange: Sendable, Hashable {
  /// The rows, numbered from 1.
  package let rows: ClosedRange<Int>
  /// The columns, numbered from 0.
  package let columns: ClosedRange<Int>
}

/// A sheet of cells with their positions, held as byte ranges into one buffer.
///
/// Only cells that hold something are kept, so that a sheet costs what stands in it and not what its
/// corners span. Rows are counted from 0 among those that hold a cell; `rowNumber` gives the line of a
/// text file or the row of a spreadsheet.
package struct Sheet: Sendable {
  /// The file, as the user knows it.
  package let file: String
  /// The name of a workbook's sheet; nil for text files.
  package let name: String?
  /// Whether the workbook hides the sheet.
  package internal(set) var isHidden = false
  /// The numbers of hidden rows that hold a cell, ascending.
  package internal(set) var hiddenRows: [Int] = []
  /// The hidden columns, ascending.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The merged cells; the text of each stands in its upper left cell.
  package internal(set) var merges: [CellRange] = []
  /// The names of the fonts in use, for texts of fonts that predate Unicode.
  package internal(set) var fonts: [String] = []
  let usesDates1904: Bool
  private(set) var buffer: [UInt8]
  private let starts: [Int32]
  private let ends: [Int32]
  private let kinds: [CellKind]
  /// The column of each cell; empty where every row begins at column 0 and has no holes.
  private let columns: [UInt16]
  private let rowStarts: [Int32]
  private let rowNumbers: [Int32]

  init(
    file: String, name: String?, cells: SheetCells, buffer: [UInt8], usesDates1904: Bool = false
  ) {
    self.file = file
    self.name = name
    self.buffer = buffer
    self.usesDates1904 = usesDates1904
    starts = cells.starts
    ends = cells.ends
    kinds = cells.kinds
    columns = cells.columns
    rowStarts = cells.rowStarts + [Int32(cells.starts.count)]
    rowNumbers = cells.rowNumbers
  }

  /// Whether it comes from a workbook, whose cells have names.
  package var isSpreadsheet: Bool { name != nil }
  /// The number of rows that hold a cell.
  package var rowCount: Int { rowNumbers.count }
  /// The number of cells.
  package var cellCount: Int { starts.count }

  /// Returns the line or row of the file, counted from 1.
  package func rowNumber(_ row: Int) -> Int { Int(rowNumbers[row]) }

  /// Returns the cells of a row as indices for `column(of:)`, `text(of:)` and the rest.
  package func cells(in row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

  /// Returns the number of a row's last column plus one; 0 for a row without cells.
  package func width(of row: Int) -> Int {
    let range = cells(in: row)
    return range.isEmpty ? 0 : column(of: range.upperBound - 1, from: range) + 1
  }

  /// Returns the column of a cell, counted from 0.
  package func column(of cell: Int, in row: Int) -> Int { column(of: cell, from: cells(in: row)) }

  private func column(of cell: Int, from range: Range<Int>) -> Int {
    columns.isEmpty ? cell - range.lowerBound : Int(columns[cell])
  }

  /// Returns the cell at a row and column; nil when nothing stands there.
  package func cell(row: Int, column: Int) -> Int? {
    let range = cells(in: row)
    if columns.isEmpty { return column < range.count ? range.lowerBound + column : nil }
    guard let first = range.first else { return nil }
    let guess = first + column - Int(columns[first])
    if range.contains(guess), Int(columns[guess]) == column { return guess }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && Int(columns[low]) == column ? low : nil
  }

  /// Returns what a cell holds.
  package func kind(of cell: Int) -> CellKind { kinds[cell] }

  /// Returns the bytes of a cell as the file spells it, UTF-8.
  package func bytes(of cell: Int) -> ArraySlice<UInt8> {
    buffer[Int(starts[cell])..<Int(ends[cell])]
  }

  /// Whether nothing but blanks stands in a cell.
  package func isBlank(_ cell: Int) -> Bool {
    if starts[cell] == ends[cell] { return kinds[cell] != .formula }
    let first = buffer[Int(starts[cell])]
    if first > 0x20 && first < 0x80 { return false }
    return text(of: cell).isEmpty
  }

  /// Whether two cells hold the same bytes; a quick answer, since equal texts may be spelled differently.
  package func haveSameBytes(_ cell: Int, _ other: Int) -> Bool {
    let (start, otherStart) = (Int(starts[cell]), Int(starts[other]))
    let count = Int(ends[cell]) - start
    guard count == Int(ends[other]) - otherStart, kinds[cell] == kinds[other] else { return false }
    if start == otherStart { return true }
    for offset in 0..<count where buffer[start + offset] != buffer[otherStart + offset] {
      return false
    }
    return true
  }

  /// Returns the number that plain ASCII digits spell, twelve at most; nil for everything else.
  package func plainNumber(of cell: Int) -> Int? {
    let (start, end) = (Int(starts[cell]), Int(ends[cell]))
    guard end > start, end - start <= 12 else { return nil }
    var number = 0
    for index in start..<end {
      let byte = buffer[index]
      guard byte >= 48, byte <= 57 else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  /// Returns the first byte of a cell; nil when it is empty.
  package func firstByte(of cell: Int) -> UInt8? {
    starts[cell] < ends[cell] ? buffer[Int(starts[cell])] : nil
  }

  /// Returns the text of a cell, NFC without blanks around it; numbers with a decimal point, percents
  /// with their sign, days as ISO 8601.
  package func text(of cell: Int) -> String {
    let text = String(decoding: bytes(of: cell), as: UTF8.self)
    switch kinds[cell] {
    case .text: return TextKey.composed(CellText.trimmed(text))
    case .quotedText: return TextKey.composed(CellText.trimmed(CellText.unescaped(text)))
    case .number: return SpreadsheetNumber.plain(text)
    case .percent:
      return (SpreadsheetNumber.decimal(text, shiftedBy: 2)?.plainText ?? text) + "%"
    case .date:
      return SpreadsheetNumber.day(text, from1904: usesDates1904) ?? SpreadsheetNumber.plain(text)
    case .boolean: return text == "1" || text == "true" ? "TRUE" : "FALSE"
    case .error: return text
    case .formula: return ""
    }
  }

  /// Returns the number that a numeric cell holds, in percent where its style shows percent.
  package func number(of cell: Int) -> ExactDecimal? {
    switch kinds[cell] {
    case .number: SpreadsheetNumber.decimal(String(decoding: bytes(of: cell), as: UTF8.self))
    case .percent:
      SpreadsheetNumber.decimal(
        String(decoding: bytes(of: cell), as: UTF8.self), shiftedBy: 2)
    default: nil
    }
  }

  /// Returns where a cell stands, whether or not it holds anything.
  package func position(row: Int, column: Int? = nil) -> InputPosition {
    position(rowNumber: rowNumber(row), column: column)
  }

  /// Returns where a cell of a line or spreadsheet row stands.
  package func position(rowNumber: Int, column: Int? = nil) -> InputPosition {
    guard let name else {
      return InputPosition(file: file, line: rowNumber, column: column.map { $0 + 1 })
    }
    let cell = column.map { CellName.name(column: $0, row: rowNumber) }
    return InputPosition(
      file: file, sheet: name, cell: cell, line: rowNumber, column: column.map { $0 + 1 })
  }
}

/// The cells of a sheet while it is read.
struct SheetCells {
  var starts: [Int32] = []
  var ends: [Int32] = []
  var kinds: [CellKind] = []
  var columns: [UInt16] = []
  var rowStarts: [Int32] = []
  var rowNumbers: [Int32] = []

  /// Makes room for cells and rows of a text file.
  mutating func reserve(cells: Int, rows: Int) {
    starts.reserveCapacity(cells)
    ends.reserveCapacity(cells)
    kinds.reserveCapacity(cells)
    rowStarts.reserveCapacity(rows + 1)
    rowNumbers.reserveCapacity(rows)
  }

  /// Begins a row; cells that follow belong to it.
  mutating func beginRow(number: Int) {
    rowStarts.append(Int32(starts.count))
    rowNumbers.append(Int32(number))
  }

  /// Adds a cell at the end of the current row.
  mutating func append(start: Int, end: Int, kind: CellKind) {
    starts.append(Int32(start))
    ends.append(Int32(end))
    kinds.append(kind)
  }

  /// Takes the current row back.
  mutating func dropRow() {
    guard let start = rowStarts.popLast() else { return }
    rowNumbers.removeLast()
    let surplus = starts.count - Int(start)
    starts.removeLast(surplus)
    ends.removeLast(surplus)
    kinds.removeLast(surplus)
    if !columns.isEmpty { columns.removeLast(min(columns.count, surplus)) }
  }
}
