import Diagnostics
import Testing

@testable import InputFiles

@Suite("WorksheetEvents")
struct WorksheetEventsTests {
  private func row(_ cells: String) -> BookParts { BookParts(rows: "<row r='1'>\(cells)</row>") }

  @Test("Cells of every type are read")
  func types() throws {
    let cells = try row(
      """
      <c r='A1'><v>12.5</v></c><c r='B1' t='str'><f>A1</f><v>Xã</v></c><c r='C1' t='b'><v>1</v></c>
      <c r='D1' t='e'><v>#N/A</v></c><c r='E1' t='d'><v>2024-12-31</v></c>
      <c r='F1' t='inlineStr'><is><t>Thôn </t><r><t>Đông</t></r><rPh><t>no</t></rPh></is></c>
      <c r='G1'><f>1+1</f></c><c r='H1' s='3'/><c r='I1'><f>1+1</f><v>2</v></c>
      """
    ).cells()
    #expect(
      cells == [
        "A1": "12.5", "B1": "Xã", "C1": "TRUE", "D1": "#N/A", "E1": "2024-12-31",
        "F1": "Thôn Đông", "G1": "", "I1": "2",
      ])
  }

  @Test("A formula without its value is told apart from an empty cell")
  func formula() throws {
    let sheet = try #require(
      try row("<c r='A1'><f>1</f></c><c r='B1'><f>1</f><v/></c>").sheets().first)
    #expect(sheet.cells(in: 0).map { sheet.kind(of: $0) } == [.formula, .formula])
  }

  @Test("Rows and cells without references follow one another")
  func references() throws {
    let book = BookParts(
      rows:
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'/><row><c r='$B$6'><v>3</v></c></row>")
    #expect(try book.cells() == ["A1": "1", "B1": "2", "B6": "3"])
    #expect(try row("<c r='b1'><v>1</v></c>").cells() == ["B1": "1"])
  }

  @Test("The last cell of a spreadsheet is read")
  func last() throws {
    let book = BookParts(rows: "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")
    #expect(try book.cells() == ["XFD1048576": "1"])
  }

  @Test(
    "Cells that no spreadsheet has are refused",
    arguments: [
      ("<c r='C1'><v>1</v></c><c r='B1'><v>2</v></c>", "workbook.damaged"),
      ("<c r='B1'><v>1</v></c><c r='B1'><v>2</v></c>", "workbook.damaged"),
      ("<c r='A0'><v>1</v></c>", "workbook.damaged"),
      ("<c r=''><v>1</v></c>", "workbook.damaged"),
      ("<c r='ABC'><v>1</v></c>", "workbook.damaged"),
      ("<c r='ZZZZZZ1'><v>1</v></c>", "workbook.damaged"),
      ("<c r='XFE1'><v>1</v></c>", "workbook.too-large"),
      ("<c r='A1'><v>1</v></c><c r='ZZZZ1'/>", "workbook.too-large"),
      ("<c r='A1' t='s'><v>0</v></c>", "workbook.damaged"),
      ("<c r='A1' t='s'><v>-1</v></c>", "workbook.damaged"),
      ("<c r='A1' t='s'><v>99999999999999999999</v></c>", "workbook.damaged"),
    ])
  func refused(cells: String, code: String) {
    #expect(row(cells).faults() == [code])
  }

  @Test(
    "Rows that no spreadsheet has are refused",
    arguments: [
      ("<row r='5'/><row r='3'/>", "workbook.damaged"),
      ("<row r='5'/><row r='5'/>", "workbook.damaged"),
      ("<row r='0'/>", "workbook.damaged"), ("<row r='1048577'/>", "workbook.too-large"),
    ])
  func rows(rows: String, code: String) {
    #expect(BookParts(rows: rows).faults() == [code])
  }

  @Test("Texts longer than a cell and numbers longer than any are refused")
  func long() throws {
    let text = String(repeating: "ờ", count: WorksheetEvents.textLimit / 3)
    #expect(try row("<c t='str'><v>\(text)</v></c>").cells()["A1"]?.count == text.count)
    #expect(row("<c t='str'><v>\(text)x</v></c>").faults() == ["workbook.too-large"])
    let digits = String(repeating: "1", count: WorksheetEvents.numberLimit + 1)
    #expect(row("<c><v>\(digits)</v></c>").faults() == ["workbook.too-large"])
  }

  @Test("Merged cells, hidden rows and hidden columns are kept; nonsense among them is passed over")
  func marks() throws {
    let book = BookParts(
      rows: "<row r='2' hidden='1'><c><v>1</v></c></row><row r='3' hidden='true'/>",
      before: "<cols><col min='2' max='3' hidden='1'/><col min='3' max='2' hidden='1'/></cols>",
      after: """
        <mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B2:A1'/><mergeCell ref=':'/>
        <mergeCell ref='A1'/></mergeCells>
        """)
    let sheet = try #require(try book.sheets().first)
    #expect(sheet.hiddenRows == [2])
    #expect(sheet.hiddenColumns == [1...2])
    #expect(
      sheet.merges == [
        CellRange(rows: 1...2, columns: 0...1), CellRange(rows: 1...1, columns: 0...0),
      ])
  }

  @Test("Merged ranges and hidden columns beyond number are refused")
  func many() {
    let merge = String(repeating: "<mergeCell ref='A1:B1'/>", count: WorksheetEvents.mergeLimit + 1)
    #expect(BookParts(rows: "", after: merge).faults() == ["workbook.too-large"])
    let columns = String(
      repeating: "<col min='1' max='1' hidden='1'/>", count: WorksheetEvents.columnLimit + 1)
    #expect(BookParts(rows: "", before: columns).faults() == ["workbook.too-large"])
  }
}
