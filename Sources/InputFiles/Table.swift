package import Diagnostics
import Wording

/// A rectangular view of a sheet: a row of headings and the rows below it.
///
/// The text, line, column and name of a cell are made on demand. Row 0 is the first row below the
/// header.
package struct Table: Sendable {
  /// The headings, NFC, trimmed.
  package let header: [String]
  /// The sheet that is looked at.
  package let sheet: Sheet
  private let headerRow: Int
  private let rows: [Int32]

  /// Looks at the rows below a row of headings.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - headerRow: the row of headings, counted as `Sheet` counts.
  /// - Returns: the table of the rows that fit the headings, and a fault for each row of a text file
  ///   with too few or too many fields. Cells that a spreadsheet leaves empty are empty texts.
  package static func checked(
    _ sheet: Sheet, headerRow: Int
  ) -> (table: Table, faults: [Diagnostic]) {
    let width = sheet.width(of: headerRow)
    var rows: [Int32] = []
    rows.reserveCapacity(sheet.rowCount - headerRow)
    var faults: [Diagnostic] = []
    for row in (headerRow + 1)..<max(headerRow + 1, sheet.rowCount) {
      let count = sheet.width(of: row)
      if sheet.isSpreadsheet || count == width {
        rows.append(Int32(row))
      } else if faults.count < DelimitedText.faultLimit {
        faults.append(
          Diagnostic(
            .rowFieldCount, at: sheet.position(row: row), value: String(count),
            ["count": String(count), "expected": String(width)]))
      }
    }
    return (Table(sheet: sheet, headerRow: headerRow, width: width, rows: rows), faults)
  }

  private init(sheet: Sheet, headerRow: Int, width: Int, rows: [Int32]) {
    self.sheet = sheet
    self.headerRow = headerRow
    self.rows = rows
    header = (0..<width).map { column in
      sheet.cell(row: headerRow, column: column).map { sheet.text(of: $0) } ?? ""
    }
  }

  /// The file that the table was read from, as the user knows it.
  package var file: String { sheet.file }

  /// The number of rows below the header.
  package var rowCount: Int { rows.count }

  /// Returns the text of a cell in NFC without blanks around it; empty when there is none.
  package func text(row: Int, column: Int) -> String {
    sheet.cell(row: Int(rows[row]), column: column).map { sheet.text(of: $0) } ?? ""
  }

  /// Returns where a cell stands: line and field number, counted from 1 with the header.
  package func position(row: Int, column: Int? = nil) -> InputPosition {
    sheet.position(row: Int(rows[row]), column: column)
  }

  /// Returns where a heading stands.
  package func headerPosition(column: Int? = nil) -> InputPosition {
    sheet.position(row: headerRow, column: column)
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

extension DiagnosticCode {
  package static let rowFieldCount = DiagnosticCode(
    "row.field-count",
    message: Phrase(
      vi: "dòng có {count} ô, tiêu đề có {expected} ô",
      en: "the row has {count} fields, the header has {expected}"),
    remedy: Phrase(
      vi: "Thêm hoặc bớt ô cho đủ {expected}; đặt trong ngoặc kép ô nào có chứa dấu phân cách.",
      en: "Give the row {expected} fields; put quotes around a field that holds the delimiter."))
}
