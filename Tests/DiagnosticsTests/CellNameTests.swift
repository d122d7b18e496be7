import Testing

@testable import Diagnostics

@Suite("CellName")
struct CellNameTests {
  @Test(
    "Columns are named as spreadsheets name them",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(column: Int, letters: String) {
    #expect(CellName.letters(ofColumn: column) == letters)
    #expect(CellName.column(ofLetters: letters) == column)
    #expect(CellName.name(column: column, row: 7) == letters + "7")
  }

  @Test(
    "Names are read in either case, with or without dollar signs",
    arguments: ["B7", "b7", "$B$7", "B$7"])
  func read(name: String) throws {
    let cell = try #require(CellName.parse(name.utf8))
    #expect(cell == (1, 7))
  }

  @Test(
    "What names no cell is none",
    arguments: [
      "", "A", "7", "A0", "7A", "A1B", "A-1", "Á1", "ZZZZZZ1", "A99999999999999999999", "A1:B2",
      "$",
    ])
  func none(name: String) {
    #expect(CellName.parse(name.utf8) == nil)
  }

  @Test("Letters that name no column give none", arguments: ["", "1", "?", "Á"])
  func noColumn(letters: String) {
    #expect(CellName.column(ofLetters: letters) == nil)
  }
}
