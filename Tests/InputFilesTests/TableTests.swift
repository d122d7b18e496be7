import Diagnostics
import Testing

@testable import InputFiles

@Suite("Table")
struct TableTests {
  private func table(_ text: String) throws -> Table {
    try DelimitedText.read(SourceFile(path: "data/a.csv", bytes: Array(text.utf8)))
  }

  @Test("Cells and headings are composed and trimmed of blanks of every kind")
  func texts() throws {
    let table = try table(
      " Kie\u{302}\u{301}n ,\u{A0}b\u{200B}\n\u{A0}hoa\u{300}\t,\"  x y \u{3000}\"\n")
    #expect(
      table.header.map { Array($0.unicodeScalars) }
        == ["Kiến", "b"].map { Array($0.unicodeScalars) })
    #expect(Array(table.text(row: 0, column: 0).unicodeScalars) == Array("hoà".unicodeScalars))
    #expect(table.text(row: 0, column: 1) == "x y")
  }

  @Test("Positions count lines and fields from 1 with the header")
  func positions() throws {
    let table = try table("a,b\n1,2\n\n3,4\n")
    #expect(table.file == "data/a.csv")
    #expect(table.sheet.name == nil)
    #expect(table.headerPosition().label == "data/a.csv:1")
    #expect(table.headerPosition(column: 1).label == "data/a.csv:1:2")
    #expect(table.position(row: 1).label == "data/a.csv:4")
    #expect(table.position(row: 1, column: 0).label == "data/a.csv:4:1")
  }

  @Test(
    "Trimming leaves the blanks inside",
    arguments: [
      ("", ""), (" \u{FEFF}\u{200B}\n", ""), (" a  b ", "a  b"), ("a", "a"), ("\r\na\u{2028}", "a"),
    ])
  func trimmed(text: String, expected: String) {
    #expect(CellText.trimmed(text) == expected)
  }

  @Test(
    "Doubled quotes become single ones",
    arguments: [
      ("", ""), ("\"\"", "\""), ("\"\"\"\"", "\"\""), ("a\"\"b", "a\"b"), ("a\"b", "a\"b"),
    ])
  func unescaped(text: String, expected: String) {
    #expect(CellText.unescaped(text) == expected)
  }

  @Test("Below a row of headings only rows of as many fields are sound; the others are told")
  func checkedRows() throws {
    let source = SourceFile(path: "a.csv", bytes: Array("t\na,b\n1,2\n3\n4,5,6\n7,8\n".utf8))
    let (table, faults) = Table.checked(try DelimitedText.readSheet(source).sheet, headerRow: 1)
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 2)
    #expect((0..<2).map { table.text(row: $0, column: 1) } == ["2", "8"])
    #expect(table.position(row: 1).label == "a.csv:6")
    #expect(table.headerPosition().label == "a.csv:2")
    #expect(faults.map(\.code.id) == ["row.field-count", "row.field-count"])
    #expect(faults.map { $0.position?.line } == [4, 5])
    #expect(faults.map(\.value) == ["1", "3"])
  }

  @Test("Headings in the last row give a table without rows")
  func headingsLast() throws {
    let source = SourceFile(path: "a.csv", bytes: Array("a,b\n".utf8))
    let (table, faults) = Table.checked(try DelimitedText.readSheet(source).sheet, headerRow: 0)
    #expect(table.rowCount == 0 && faults.isEmpty && table.header == ["a", "b"])
  }
}
