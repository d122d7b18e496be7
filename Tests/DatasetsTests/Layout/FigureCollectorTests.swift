import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("FigureCollector")
struct FigureCollectorTests {
  private func collector(_ text: String) throws -> FigureCollector {
    let reading = try LayoutFixture.reading(text)
    var recognizer = LayoutRecognizer(reading, sheetIndex: 0)
    var collector = FigureCollector(readings: [reading], vocabulary: LayoutFixture.vocabulary)
    for (index, layout) in recognizer.tables().enumerated() {
      collector.collect(layout, index: index)
    }
    return collector
  }

  @Test("The cells of one figure come together from columns, rows and tables")
  func figures() throws {
    let collector = try collector(
      """
      place,indicator,year,count,base
      Xã A,trained,2024,5,
      Xã B,trained,2024,6,7
      Xã A,trained,2024,,10

      """)
    #expect(collector.places == ["Xã A", "Xã B"])
    #expect(collector.subjects == [.term(try #require(LayoutFixture.term("trained")))])
    #expect(collector.figures.count == 2)
    #expect(collector.figures[0].count?.row == 1)
    #expect(collector.figures[0].base?.row == 3)
    #expect(collector.repeats.isEmpty)
  }

  @Test(
    "Spellings of a name that differ in tone mark, case or blanks are one place, as first spelled")
  func spellings() throws {
    let collector = try collector(
      "place,indicator,year,percent\nXã Hòa Bình,trained,2021,5\nXã Hoà Bình,trained,2022,5\nXÃ  HÒA\u{A0}BÌNH,trained,2023,5\nXa\u{303} Ho\u{61}\u{300} Bi\u{300}nh,trained,2024,5\nXã Hoa Bình,trained,2025,5\n"
    )
    #expect(collector.places == ["Xã Hòa Bình", "Xã Hoa Bình"])
  }

  @Test("A cell that says a figure a second time is kept aside")
  func repeats() throws {
    let collector = try collector(
      "place,indicator,year,percent\nXã A,trained,2024,5\nXã A,trained,2024,6\n")
    #expect(collector.figures.count == 1)
    #expect(collector.repeats.map(\.second.row) == [2])
    #expect(collector.repeats.map(\.measure) == [.percent])
  }

  @Test("Marks of a missing figure, plans and blank cells are no figures")
  func noFigures() throws {
    let collector = try collector(
      "Địa phương,2022,2023,2024,KH 2025\nXã A,–,x,\"1,5\",\"9,5\"\nXã B,...,,/,\"9,5\"\n")
    #expect(collector.figures.isEmpty)
    let sound = try self.collector(
      "Công dân học tập (%)\nĐịa phương,2023,2024,KH 2025\nXã A,–,\"1,5\",\"9,5\"\n")
    #expect(sound.figures.map { Int($0.key.year) } == [2024])
  }

  @Test("Pass/fail items and grades are facts, planned ones too")
  func facts() throws {
    let collector = try collector(
      "Xã A,,\nChỉ tiêu,2024,Kế hoạch 2025\nTuần lễ học tập suốt đời,Đạt,Đạt\nPhổ cập mầm non,2,3\n"
    )
    #expect(collector.figures.isEmpty)
    #expect(collector.facts.map(\.year) == [2024, 2025, 2024, 2025])
    #expect(collector.facts.map(\.isPlanned) == [false, true, false, true])
  }

  @Test("What a table does not say is reported once a table, at its headings")
  func missing() throws {
    func faults(_ text: String) throws -> [String] {
      try collector(text).diagnostics.map { "\($0.code.id) \($0.position?.label ?? "")" }
    }
    #expect(
      try faults("Năm,Công dân học tập (%)\n2023,50\n2024,51\n")
        == ["layout.place-missing a.csv:1"])
    #expect(
      try faults("Địa phương,2023,2024\nXã A,\"1,5\",\"2,5\"\n") == [
        "layout.indicator-missing a.csv:1"
      ])
    #expect(
      try faults("Địa phương,Công dân học tập (%),Nước sạch (%)\nXã A,50,60\n")
        == ["layout.year-missing a.csv:1"])
    #expect(
      try faults("Số đạt,Tổng số\n5,10\n") == [
        "layout.place-missing a.csv:1", "layout.indicator-missing a.csv:1",
        "layout.year-missing a.csv:1",
      ])
    #expect(try faults("place,indicator,year,count,base\n").isEmpty)
  }

  @Test("Parents are kept by place, tables with a column of bases are known")
  func parents() throws {
    let collector = try collector(
      "Xã,Thôn,Chỉ tiêu,Năm,Số đạt,Tổng số\nXã A,Thôn 1,trained,2024,5,10\n")
    #expect(collector.places == ["Thôn 1"])
    #expect(collector.parents == [0: "Xã A"])
    #expect(collector.hasBaseColumn(0))
    #expect(!collector.hasBaseColumn(1))
  }

  @Test("Sums of counts are kept to be compared; those of percents are not")
  func totals() throws {
    let collector = try collector(
      "Thôn,Chỉ tiêu,Năm,Số đạt,Tổng số,Tỷ lệ (%)\nThôn 1,trained,2024,5,10,50\nTổng cộng,trained,2024,5,10,50\n"
    )
    #expect(collector.totals.map(\.measure) == [.count, .base])
    #expect(collector.passedOver.map(\.row) == [2])
  }

  @Test("Headings are kept for messages, without marks that turn the writing")
  func headings() throws {
    let collector = try collector(
      "place,indicator,year,\u{202E}count,base\nXã A,trained,2024,5,10\n")
    #expect(collector.headings[SheetColumn(sheet: 0, column: 4)] == "base")
    #expect(collector.headings[SheetColumn(sheet: 0, column: 3)] == "count")
  }
}
