import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("FigureAssembler")
struct FigureAssemblerTests {
  private static let head = "place,indicator,year,count,base,percent\n"

  private func found(_ rows: String) throws -> [String] {
    try LayoutFixture.file(Self.head + rows).diagnostics.map {
      "\($0.code.id) \($0.position?.label ?? "")"
    }
  }

  @Test("A base of a group is that of every share of it, and of no other")
  func sharedBases() throws {
    #expect(
      try LayoutFixture.lines(
        """
        Xã A,,
        Chỉ tiêu,2023,2024
        Dân số từ 15 tuổi,100,200
        Số công dân học tập,50,60
        Số lao động qua đào tạo,40,41
        Hộ gia đình,30,31
        Số gia đình học tập,10,11

        """)
        == [
          "Xã A learning-citizens 2023 50/100", "Xã A learning-citizens 2024 60/200",
          "Xã A learning-families 2023 10/30", "Xã A learning-families 2024 11/31",
          "Xã A trained 2023 40/100", "Xã A trained 2024 41/200",
        ])
  }

  @Test("An own base goes before that of the group; a base of another year or place is none")
  func ownBases() throws {
    #expect(
      try LayoutFixture.lines(
        Self.head + "Xã A,adults,2024,,100,\nXã A,trained,2024,5,50,\nXã A,university,2024,5,,\n")
        == ["Xã A trained 2024 5/50", "Xã A university 2024 5/100"])
    #expect(
      try found("Xã A,adults,2023,,100,\nXã B,adults,2024,,100,\nXã A,trained,2024,5,,\n")
        == ["base.missing a.csv:4:4"])
    #expect(
      try found("Xã A,households,2024,,100,\nXã A,trained,2024,5,,\n") == ["base.missing a.csv:3:4"]
    )
  }

  @Test("A base that no share uses is read for its faults, and is no figure")
  func unusedBases() throws {
    #expect(try LayoutFixture.lines(Self.head + "Xã A,adults,2024,,100,\n").isEmpty)
    #expect(try found("Xã A,adults,2024,,abc,\n") == ["number.unreadable a.csv:2:5"])
  }

  @Test("Counts go before a percent that agrees with them; the place of the count is the figure's")
  func countsFirst() throws {
    let file = try LayoutFixture.file(
      Self.head + "Xã A,trained,2024,1,3,33.33\nXã A,trained,2025,,,40.0\n")
    #expect(
      LayoutFixture.lines(file.entries) == ["Xã A trained 2024 1/3", "Xã A trained 2025 40.0%"])
    #expect(file.entries.map(\.observation.position.label) == ["a.csv:2:4", "a.csv:3:6"])
    #expect(file.diagnostics.isEmpty)
  }

  @Test("All faults of a row are told at their cells, and the row is not read")
  func faults() throws {
    let rows = """
      Xã A,trained,2019,-1,10,
      Xã A,trained,2020,11,10,
      Xã A,trained,2021,5,0,
      Xã A,trained,2022,,,153
      Xã A,trained,2023,5,10,51
      Xã A,trained,2024,5,,
      Xã A,trained,2025,5.5,10,
      Xã A,trained,2018,a,b,c

      """
    #expect(
      try found(rows) == [
        "count.negative a.csv:2:4", "count.above-base a.csv:3:4", "base.not-positive a.csv:4:5",
        "percent.out-of-range a.csv:5:6", "percent.contradicts-counts a.csv:6:6",
        "base.missing a.csv:7:4", "number.not-whole a.csv:8:4", "number.unreadable a.csv:9:4",
        "number.unreadable a.csv:9:5", "number.unreadable a.csv:9:6",
      ])
    #expect(try LayoutFixture.lines(Self.head + rows).isEmpty)
  }

  @Test("A base without count and percent, and a row of blanks, is a missing year")
  func missing() throws {
    let sound = "Xã A,trained,2022,5,10,\n"
    let rows = "Xã A,trained,2024,,10,\nXã A,trained,2025,,,\nXã A,trained,2023,–,x,...\n"
    #expect(try found(sound + rows + "Xã A,trained,2021,NA,NaN,null\n").isEmpty)
    #expect(try LayoutFixture.lines(Self.head + "Xã A,trained,2024,,10,\n").isEmpty)
  }

  @Test("A figure twice is one when both are equal, however written, and a fault when they differ")
  func repeats() throws {
    let equal = "Xã A,trained,2024,,,50.0\nXã A,trained,2024,,,50\n"
    #expect(try found(equal).isEmpty)
    #expect(try LayoutFixture.lines(Self.head + equal) == ["Xã A trained 2024 50.0%"])
    let other = "Xã A,trained,2024,5,10,\nXã A,trained,2024,6,11,\nXã A,trained,2024,7,12,\n"
    #expect(
      try found(other) == ["observation.duplicate a.csv:3:4", "observation.duplicate a.csv:4:4"])
    let message = try LayoutFixture.file(Self.head + other).diagnostics.first?.message(in: .en)
    #expect(message?.contains("Xã A, trained, 2024") == true && message?.contains("line 2") == true)
  }

  @Test("In a workbook a figure twice names both cells")
  func repeatedCells() {
    let sheets = ["Một", "Hai"].map { name in
      LayoutFixture.workbookSheet(
        name, "Địa phương | Chỉ tiêu | 2023 | 2024",
        "Xã A | Nước sạch | 10.5 | " + (name == "Một" ? "11.5" : "12.5"))
    }
    let outcome = LayoutFixture.outcome(sheets)
    #expect(outcome.codes == ["observation.twice"])
    #expect(outcome.diagnostics.first?.position?.cell == "D2")
    #expect(outcome.diagnostics.first?.position?.sheet == "Hai")
    #expect(outcome.diagnostics.first?.message(in: .en).hasSuffix("in Một!D2") == true)
    #expect(outcome.lines.count == 2)
  }

  @Test("Indicators of the file's own have the id of their title, and need be shares")
  func own() throws {
    #expect(
      try LayoutFixture.lines(
        Self.head + "Xã A,Hộ có Internet,2024,5,10,\nXã A,poverty,2024,,,4.5\n")
        == ["Xã A ho-co-internet 2024 5/10", "Xã A poverty 2024 4.5%"])
    let file = try LayoutFixture.file(
      "Xã A,,\nChỉ tiêu,2023,2024\nCông dân học tập (%),50.5,51.5\nThu nhập bình quân,60,70\n")
    #expect(file.isSound)
    #expect(file.entries.count == 2)
    #expect(file.diagnostics.map(\.code.id) == ["indicator.passed-over"])
    #expect(file.diagnostics.map(\.value) == ["Thu nhập bình quân"])
  }

  @Test(
    "Items and grades are read as words and numbers",
    arguments: [
      ("Đạt", FactValue.met), ("chưa đạt", .notMet), ("Không đạt", .notMet), ("2", .grade(2)),
      ("Mức độ 3", .grade(3)),
    ])
  func facts(text: String, value: FactValue) throws {
    let file = try LayoutFixture.file(
      "Xã A,\nChỉ tiêu,2024\nTuần lễ học tập suốt đời,\(text)\nNước sạch (%),50\n")
    #expect(file.facts.map(\.value) == [value])
    #expect(file.facts.first?.indicator == "learning-week")
    #expect(file.facts.first?.year == 2024)
    #expect(file.facts.first?.place == "Xã A")
  }

  @Test("An item that is neither is a fault at its cell")
  func unreadableFacts() throws {
    let file = try LayoutFixture.file(
      "Xã A,\nChỉ tiêu,2024\nTuần lễ học tập suốt đời,có lẽ\nNước sạch (%),50\n")
    #expect(file.diagnostics.map(\.code.id) == ["fact.unreadable"])
    #expect(file.diagnostics.first?.position?.label == "a.csv:3:2")
    #expect(file.facts.isEmpty)
  }
}
