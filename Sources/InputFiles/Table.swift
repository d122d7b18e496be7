package import Diagnostics
import Wording

/// A rectangular table of texts with positions, held as byte ranges into one buffer.
///
/// The text, line, column and name of a cell are made on demand, so that a table of 664,200 rows is
/// one buffer and three arrays. Row 0 is the first row below the header.
package struct Table: Sendable {
  /// The file that the table was read from, as the user knows it.
  package let file: String
  /// The sheet of a workbook; nil for text files.
  package let sheet: String?
  /// The headings, NFC, trimmed.
  package let header: [String]
  private let buffer: [UInt8]
  private let cellStarts: [Int32]
  private let cellEnds: [Int32]
  private let rowLines: [Int32]
  private let headerLine: Int

  /// The half-open range of bytes of a cell; quotes already taken off.
  struct CellRange: Sendable {
    let start: Int
    let end: Int
  }

  init(
    file: String, sheet: String? = nil, header: [String], headerLine: Int, buffer: [UInt8],
    cells: [CellRange], rowLines: [Int32]
  ) {
    precondition(cells.count == rowLines.count * header.count, "the table is not rectangular")
    self.file = file
    self.sheet = sheet
    self.header = header
    self.headerLine = headerLine
    self.buffer = buffer
    cellStarts = cells.map { Int32($0.start) }
    cellEnds = cells.map { Int32($0.end) }
    self.rowLines = rowLines
  }

  /// The number of rows below the header.
  package var rowCount: Int { rowLines.count }

  /// Returns the text of a cell in NFC without blanks around it; empty when there is none.
  package func text(row: Int, column: Int) -> String {
    let index = row * header.count + column
    let slice = buffer[Int(cellStarts[index])..<Int(cellEnds[index])]
    let text = String(decoding: slice, as: UTF8.self)
    return TextKey.composed(CellText.trimmed(CellText.unescaped(text)))
  }

  /// Returns where a cell stands: line and field number, counted from 1 with the header.
  package func position(row: Int, column: Int? = nil) -> InputPosition {
    InputPosition(
      file: file, sheet: sheet, line: Int(rowLines[row]), column: column.map { $0 + 1 })
  }

  /// Returns where a heading stands.
  package func headerPosition(column: Int? = nil) -> InputPosition {
    InputPosition(file: file, sheet: sheet, line: headerLine, column: column.map { $0 + 1 })
  }
}

/// What every reader does to the text of a cell.
enum CellText {
  /// Returns the text without blanks of any kind around it.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Returns the text with doubled quotes made single, as RFC 4180 writes a quote inside quotes.
  static func unescaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\"")) ? text.replacing("\"\"", with: "\"") : text
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
