import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("UnstatedMeasures")
struct UnstatedMeasuresTests {
  private func file(_ cells: [String], title: String = "Lao động qua đào tạo") throws -> LooseFile {
    let rows = cells.enumerated().map { "Xã \($0);\($1);\($1)\n" }.joined()
    return try LayoutFixture.file("\(title)\nĐịa phương;2023;2024\n" + rows)
  }

  @Test("A percent sign or decimals say percent", arguments: [["50%", "60%"], ["50,5", "60"]])
  func percents(cells: [String]) throws {
    let file = try file(cells)
    #expect(file.diagnostics.isEmpty)
    #expect(file.entries.count == 4)
    #expect(file.entries.allSatisfy { $0.observation.printedPercent != nil })
  }

  @Test("Numbers above 100 are counts, which then need a base")
  func counts() throws {
    #expect(Set(try file(["500", "60"]).diagnostics.map(\.code.id)) == ["base.missing"])
    let text = """
      Xã A;;
      Chỉ tiêu;2023;2024
      Dân số từ 15 tuổi;1000;1100
      Lao động qua đào tạo;50;60

      """
    #expect(
      try LayoutFixture.lines(text) == ["Xã A trained 2023 50/1000", "Xã A trained 2024 60/1100"])
  }

  @Test("Whole numbers of at most 100 without a base are unclear: named, and not read")
  func unclear() throws {
    let file = try file(["50", "60"])
    #expect(file.diagnostics.map(\.code.id) == ["layout.measure-unclear"])
    #expect(file.diagnostics.first?.position?.label == "a.csv:3:2")
    #expect(file.diagnostics.first?.message(in: .en).contains("4 cells") == true)
    #expect(file.entries.isEmpty)
  }

  @Test("Fractions are told from percents by the counts beside them")
  func fractions() throws {
    let head = "place,indicator,year,count,base,percent\n"
    #expect(
      try LayoutFixture.lines(head + "Xã A,trained,2024,53,100,0.53\nXã A,trained,2023,,,0.5\n")
        == ["Xã A trained 2023 50%", "Xã A trained 2024 53/100"])
    #expect(
      try LayoutFixture.lines(head + "Xã A,trained,2024,53,10000,0.53\nXã A,trained,2023,,,0.5\n")
        == ["Xã A trained 2023 0.5%", "Xã A trained 2024 53/10000"])
  }

  @Test("Counts say more than a percent sign in the heading")
  func fractionsUnderSign() throws {
    #expect(
      try LayoutFixture.lines(
        "Địa phương,Chỉ tiêu,Năm,Số đạt,Tổng số,Tỷ lệ (%)\nXã A,trained,2024,531,1000,0.531\n")
        == ["Xã A trained 2024 531/1000"])
  }

  @Test("Shares of at most 1 without counts are unclear unless something says percent")
  func unclearFractions() throws {
    let rows = "Xã A,trained,2023,0.5\nXã A,trained,2024,0.75\nXã A,trained,2025,1\n"
    let file = try LayoutFixture.file("place,indicator,year,percent\n" + rows)
    #expect(file.diagnostics.map(\.code.id) == ["percent.or-fraction"])
    #expect(file.diagnostics.first?.message(in: .en).contains("(3 cells)") == true)
    #expect(file.entries.isEmpty)
    #expect(try LayoutFixture.lines("place,indicator,year,Tỷ lệ (%)\n" + rows).count == 3)
    #expect(
      try LayoutFixture.lines(
        "place,indicator,year,percent\n" + rows.replacing("0.75", with: "2.5"))
        == ["Xã A trained 2023 0.5%", "Xã A trained 2024 2.5%", "Xã A trained 2025 1%"])
    // One fraction among percents: 0.5 beside 47 is 50% or a slip, and is asked about.
    let mixed = try LayoutFixture.file(
      "place,indicator,year,percent\n"
        + rows.replacing("0.75", with: "47").replacing("2025,1", with: "2025,48"))
    #expect(mixed.diagnostics.map(\.code.id) == ["percent.or-fraction"])
  }

  @Test("Zeros and ones alone are percents, cells that say percent are no fractions")
  func marked() throws {
    #expect(
      try LayoutFixture.lines(
        "place,indicator,year,percent\nXã A,trained,2023,0\nXã A,trained,2024,1\n")
        == ["Xã A trained 2023 0%", "Xã A trained 2024 1%"])
    #expect(
      try LayoutFixture.lines("place,indicator,year,percent\nXã A,trained,2023,0.5%\n")
        == ["Xã A trained 2023 0.5%"])
  }

  @Test("Each table and indicator is decided for itself")
  func groups() throws {
    let text = """
      Địa phương,Chỉ tiêu,2023,2024
      Xã A,Nước sạch,50.5,60
      Xã A,Lao động qua đào tạo,50,60

      """
    let file = try LayoutFixture.file(text)
    #expect(
      LayoutFixture.lines(file.entries) == [
        "Xã A clean-water 2023 50.5%", "Xã A clean-water 2024 60%",
      ])
    #expect(file.diagnostics.map(\.code.id) == ["layout.measure-unclear"])
  }

  @Test(
    "Plain numbers of things that no rule file knows are passed over, without a rule file faults"
  )
  func own() throws {
    let text = "Xã A,,\nChỉ tiêu,2023,2024\nSố giường bệnh,50,60\n"
    #expect(try LayoutFixture.codes(text) == ["table.no-figures", "indicator.passed-over"])
    let bare = try LayoutFixture.file(text, vocabulary: .empty)
    let codes = Set(bare.diagnostics.map(\.code.id))
    #expect(codes == ["base.missing"])
    #expect(!bare.isSound)
  }
}
