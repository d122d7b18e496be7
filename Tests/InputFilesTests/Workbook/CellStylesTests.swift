import Testing

@testable import InputFiles

@Suite("CellStyles")
struct CellStylesTests {
  @Test(
    "A number format says percent, day or number by its first section",
    arguments: [
      ("0.0%", CellKind.percent), ("0.0\"%\"", .number), ("0\\%", .number), ("dd/mm/yyyy", .date),
      ("#,##0", .number), ("[Red]0;0%", .number), ("[$-42A]d mmmm", .date), ("General", .number),
      ("@", .number), ("", .number), ("h:mm", .number), ("_d0", .number),
    ])
  func formats(code: String, kind: CellKind) {
    #expect(CellStyles.kind(ofFormat: code) == kind)
  }

  @Test("Percents and days are shown as their style says; a style that is not there says nothing")
  func shown() throws {
    let styles = """
      <numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>
      <cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='10'/><xf numFmtId='14'/></cellXfs>
      """
    let rows = (0...4).map { "<c s='\($0)'><v>0.531</v></c>" }.joined()
    let book = BookParts(
      rows: "<row>\(rows)</row><row><c s='3'><v>45657</v></c></row>", styles: styles)
    #expect(
      try book.cells() == [
        "A1": "0.531", "B1": "53.1%", "C1": "53.1%", "D1": "0.531", "E1": "0.531",
        "A2": "2024-12-31",
      ])
  }

  @Test("Days count from 1904 where the workbook says so")
  func epoch() throws {
    let book = BookParts(
      rows: "<row><c s='0'><v>44195</v></c></row>", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>"
    )
    let list = try #require(book.parts["xl/workbook.xml"])
    let text = String(decoding: list, as: UTF8.self)
      .replacing("<sheets>", with: "<workbookPr date1904='1'/><sheets>")
    #expect(try book.with("xl/workbook.xml", text).cells() == ["A1": "2024-12-31"])
  }

  @Test("Fonts are named once each, and not beyond number")
  func fonts() throws {
    let many = (0..<1_000).map { "<font><name val='F\($0)'/></font>" }.joined()
    let book = BookParts(
      rows: "<row/>", styles: "<fonts><font><name val='F0'/></font>\(many)</fonts>")
    let fonts = try #require(try book.sheets().first).fonts
    #expect(fonts.prefix(2) == ["F0", "F1"])
    #expect(fonts.count == 512)
  }
}
