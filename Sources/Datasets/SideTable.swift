import Diagnostics
import InputFiles
import Wording

/// Tables that stand beside the figures, as text or as the first sheet of a workbook.
enum SideTable {
  /// Returns the table whose headings are in the first row that has any.
  ///
  /// - Returns: the table of the sound rows, and a fault for each other row.
  /// - Throws: `Faults` when the file cannot be read as a table.
  static func read(_ source: SourceFile) throws(Faults) -> (table: Table, faults: [Diagnostic]) {
    let (sheets, faults) = try LooseFile.sheets(of: source)
    guard let sheet = sheets.first(where: { $0.rowCount > 0 }) else {
      throw Faults(Diagnostic(.tableEmpty, at: InputPosition(file: source.path)))
    }
    let header = (0..<sheet.rowCount).first { sheet.width(of: $0) > 0 } ?? 0
    let (table, rowFaults) = Table.checked(sheet, headerRow: header)
    return (table, faults + rowFaults)
  }
}
