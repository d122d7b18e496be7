import Testing

@testable import Datasets
@testable import InputFiles

@Suite("SheetReading")
struct SheetReadingTests {
  private func reading(_ sheet: Sheet) -> SheetReading { SheetReading(sheet, LayoutFixture.reader) }

  @Test(
    "Texts that are figures or marks that there is none",
    arguments: [
      ("12", true), ("12,5", true), ("-3", true), ("−3", true), ("+7", true), ("53,1%", true),
      ("1.234.567", true), ("５３", true), ("-", true), ("–", true), ("…", true), ("...", true),
      ("/", true), ("2024", false), ("x", false), ("X", false), ("", false), ("12a", false),
      ("Xã A", false), ("%", false), (String(repeating: "1", count: 41), false),
    ])
  func texts(text: String, isFigure: Bool) throws {
    let reading = try LayoutFixture.reading("a,\"\(text)\"\n")
    let cell = try #require(reading.sheet.cell(row: 0, column: 1))
    #expect(reading.holdsFigure(cell) == isFigure)
    #expect(reading.holdsFigures(0) == isFigure)
  }

  @Test("Numbers, percents, errors and formulas are figures; whole years, dates and truths are not")
  func kinds() throws {
    let cells: [(LayoutFixture.Cell, Bool)] = [
      (.number("12"), true), (.number("2024"), false), (.number("2024.5"), true),
      (.number("2101"), true), (.percent("0.5"), true), (.error("#N/A"), true), (.formula, true),
      (.date("45000"), false), (.boolean(true), false),
    ]
    for (cell, isFigure) in cells {
      let reading = reading(LayoutFixture.sheet(named: "T", [[cell]]))
      #expect(reading.holdsFigure(0) == isFigure, "\(cell)")
    }
  }

  @Test("Blank cells are not filled, and show what is merged over them")
  func merges() {
    let rows = ["Năm 2024 | | x", " | | ", "1 | 2 | 3"].map(LayoutFixture.cells)
    let merged = reading(
      LayoutFixture.sheet(
        named: "T", rows, merges: [CellRange(rows: 1...2, columns: 0...1)]))
    #expect(merged.filledCells(0).map(\.column) == [0, 2])
    #expect(merged.filledCells(1).isEmpty)
    #expect(merged.shownText(row: 0, column: 1) == "Năm 2024")
    #expect(merged.shownText(row: 1, column: 0) == "Năm 2024")
    #expect(merged.shownText(row: 1, column: 2) == "")
    #expect(merged.shownText(row: 2, column: 1) == "2")
    #expect(merged.mergedColumns(row: 0, column: 1) == 0...1)
    #expect(merged.mergedColumns(row: 2, column: 1) == nil)
    #expect(merged.isCoveredFromAbove(row: 1, column: 1))
    #expect(!merged.isCoveredFromAbove(row: 0, column: 1))
    #expect(!merged.isCoveredFromAbove(row: 2, column: 1))
  }

  @Test("Merges over nothing, and hostile ones, do no harm")
  func hostileMerges() {
    let rows = [LayoutFixture.cells("a | b")]
    let sheet = LayoutFixture.sheet(
      named: "T", rows,
      merges: [
        CellRange(rows: 9...12, columns: 0...1), CellRange(rows: 1...1_048_576, columns: 0...16383),
        CellRange(rows: 1...1, columns: 5...6),
      ])
    let merged = reading(sheet)
    #expect(merged.shownText(row: 0, column: 1) == "b")
    #expect(merged.shownText(row: 0, column: 9) == "a")
  }

  @Test("Numbers, dates and texts are read as headings; truths and errors say nothing")
  func headings() {
    var numbers = reading(
      LayoutFixture.sheet(
        named: "T", [[.number("2024"), .date("45657"), .boolean(true), .error("#REF!")]]))
    #expect(numbers.parts(ofCell: 0).year == 2024)
    #expect(numbers.parts(ofCell: 1).year == 2024)
    #expect(!numbers.parts(ofCell: 2).isSignal)
    #expect(!numbers.parts(ofCell: 3).isSignal)
  }
}
