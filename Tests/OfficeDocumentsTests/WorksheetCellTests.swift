import OfficeDocuments
import Testing

@Suite struct WorksheetCellTests {
  @Test("A number that no workbook can hold is an empty cell that keeps its look")
  func finite() {
    let look = CellLook.plain.with { $0.isBordered = true }
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(WorksheetCell.number(value, look) == WorksheetCell(.empty, look))
    }
    #expect(WorksheetCell.number(-0.5).content == .number(-0.5))
    #expect(WorksheetCell.number(0).content == .number(0))
  }

  @Test("A text that begins like a formula is a text")
  func texts() {
    for text in ["=1+1", "+84", "-1", "@x", ""] {
      #expect(WorksheetCell.text(text).content == .text(text))
    }
  }

  @Test("A changed look differs in what was changed only")
  func looks() {
    let look = CellLook.plain.with { $0.numberFormat = "0.0%" }
    #expect(look.numberFormat == "0.0%" && CellLook.plain.numberFormat == nil)
    #expect(look.with { $0.numberFormat = nil } == .plain)
    #expect(look != .plain)
  }
}
