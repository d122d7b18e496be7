import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("Sheet")
struct SheetTests {
  private let book = BookParts(
    rows: """
      <row r='2'><c r='B2' t='str'><v> Xã\u{00A0}</v></c><c r='D2'><v>5</v></c><c r='J2'><v>6</v></c></row>
      <row r='9'><c r='A9' t='str'><v>\u{200B} </v></c></row>
      """)

  @Test("A sheet costs what stands in it: rows and cells are found by their places")
  func places() throws {
    let sheet = try #require(try book.sheets().first)
    #expect(sheet.rowCount == 2)
    #expect(sheet.cellCount == 4)
    #expect([sheet.rowNumber(0), sheet.rowNumber(1)] == [2, 9])
    #expect([sheet.width(of: 0), sheet.width(of: 1)] == [10, 1])
    #expect(
      (0..<11).map { sheet.cell(row: 0, column: $0) } == [
        nil, 0, nil, 1, nil, nil, nil, nil, nil, 2, nil,
      ])
  }

  @Test("Blanks of every kind are no text")
  func blanks() throws {
    let sheet = try #require(try book.sheets().first)
    #expect(sheet.text(of: 0) == "Xã")
    #expect(sheet.isBlank(3))
    #expect(!sheet.isBlank(0))
  }

  @Test("Positions name the cell of a spreadsheet and the line of a text")
  func positions() throws {
    let sheet = try #require(try book.sheets().first)
    #expect(sheet.position(row: 0, column: 3).label == "a.xlsx [S!D2]")
    let source = SourceFile(path: "a.csv", bytes: Array("a,b\n1,2\n".utf8))
    let text = try DelimitedText.readSheet(source).sheet
    #expect(text.position(row: 1, column: 1).label == "a.csv:2:2")
  }

  @Test("Numbers are numbers only where the file says so")
  func numbers() throws {
    let sheet = try #require(try book.sheets().first)
    #expect(sheet.number(of: 1)?.unscaled == 5)
    #expect(sheet.number(of: 0) == nil)
  }
}
