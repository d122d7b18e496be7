import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("FigureNumbers")
struct FigureNumbersTests {
  private func file(_ cells: [String], decimal: NumberConvention? = nil) throws -> LooseFile {
    let rows = cells.enumerated().map { "Xã A;trained;\(2010 + $0);\($1)\n" }.joined()
    return try LayoutFixture.file("place;indicator;year;percent\n" + rows, decimal: decimal)
  }

  private func percents(_ cells: [String], decimal: NumberConvention? = nil) throws -> [String] {
    try file(cells, decimal: decimal).entries.map {
      $0.observation.printedPercent?.plainText ?? "nil"
    }
  }

  @Test("The cells of the file decide together, and those that fit both follow")
  func consensus() throws {
    #expect(try percents(["1.234", "12.5", "7"]) == ["1.234", "12.5", "7"])
    #expect(try percents(["1,234", "12,5", "7"]) == ["1.234", "12.5", "7"])
    #expect(try percents(["50", "60"]) == ["50", "60"])
    #expect(try percents(["12,5%", "'13,5"]) == ["12.5", "13.5"])
  }

  @Test("The majority decides; the first cell that says otherwise is named, with how many say what")
  func majority() throws {
    let file = try file(["12,5", "13,5", "14.5", "15.5", "16,5"])
    #expect(file.diagnostics.map(\.code.id) == ["number.mixed-convention"])
    #expect(file.diagnostics.first?.position?.label == "a.csv:4:4")
    #expect(file.diagnostics.first?.message(in: .en).contains("2") == true)
    #expect(file.diagnostics.first?.message(in: .en).contains("3") == true)
    #expect(file.entries.map(\.observation.year) == [2010, 2011, 2014])
  }

  @Test("On a tie the first cell of either side is named, the point first")
  func tie() throws {
    let file = try file(["12,5", "14.5"])
    #expect(
      file.diagnostics.map(\.code.id) == ["number.mixed-convention", "number.mixed-convention"])
    #expect(file.diagnostics.map { $0.position?.line } == [2, 3])
    #expect(file.diagnostics.map(\.value) == ["12,5", "14.5"])
  }

  @Test("The user's word decides without dispute; what does not fit it is unreadable")
  func stated() throws {
    let file = try file(["12,5", "14.5"], decimal: .comma)
    #expect(file.entries.map(\.observation.year) == [2010])
    #expect(file.diagnostics.map(\.code.id) == ["number.unreadable"])
    #expect(file.diagnostics.first?.position?.line == 3)
    #expect(try percents(["1.234", "2.345"], decimal: .point) == ["1.234", "2.345"])
    #expect(
      try self.file(["1.234"], decimal: .comma).diagnostics.map(\.code.id) == [
        "percent.out-of-range"
      ])
  }

  @Test("Counts of three digits after a sign are grouped, shares are not")
  func grouping() throws {
    #expect(
      try LayoutFixture.lines("place;indicator;year;count;base\nXã A;trained;2024;1.234;2.000\n")
        == ["Xã A trained 2024 1234/2000"])
    #expect(
      try LayoutFixture.lines(
        "place;indicator;year;count;base;percent\nXã A;trained;2024;1.234;2.000;61,7\n")
        == ["Xã A trained 2024 1234/2000"])
  }

  @Test("Numbers of a workbook need no convention; its percents say so themselves")
  func workbook() {
    let sheet = LayoutFixture.workbookSheet(
      "T", "Địa phương | Chỉ tiêu | Năm | Tỷ lệ", "Xã A | Nước sạch | 2022 | 12.5",
      "Xã A | Nước sạch | 2023 | 0.531%%", "Xã A | Nước sạch | 2024 | '53,25")
    #expect(
      LayoutFixture.outcome([sheet]).lines == [
        "Xã A clean-water 2022 12.5%", "Xã A clean-water 2023 53.1%",
        "Xã A clean-water 2024 53.25%",
      ])
  }

  @Test("Errors, formulas without a result, dates and truths are faults of their cells")
  func notNumbers() {
    let head = "Địa phương | Chỉ tiêu | Năm | Tỷ lệ (%)"
    let sheet = LayoutFixture.sheet(
      named: "T",
      [
        LayoutFixture.cells(head),
        [.text("Xã A"), .text("Nước sạch"), .number("2020"), .number("50.5")],
        [.text("Xã A"), .text("Nước sạch"), .number("2021"), .error("#DIV/0!")],
        [.text("Xã A"), .text("Nước sạch"), .number("2022"), .formula],
        [.text("Xã A"), .text("Nước sạch"), .number("2023"), .error("#N/A")],
      ])
    let outcome = LayoutFixture.outcome([sheet])
    #expect(outcome.lines == ["Xã A clean-water 2020 50.5%"])
    #expect(outcome.codes == ["cell.error", "cell.formula", "cell.error"])
    #expect(outcome.diagnostics.map { $0.position?.cell } == ["D3", "D4", "D5"])
    #expect(outcome.diagnostics.first?.value == "#DIV/0!")
  }

  @Test(
    "Texts that are no number are unreadable", arguments: ["12a", "5%3", "1,2,3", "O", "12 con"])
  func unreadable(text: String) throws {
    let file = try file(["50", text])
    #expect(file.diagnostics.map(\.code.id) == ["number.unreadable"])
    #expect(file.diagnostics.first?.position?.label == "a.csv:3:4")
    #expect(file.diagnostics.first?.value == text)
  }
}
