import Testing

@testable import Indicators

@Suite("Figures of former units")
struct FormerFiguresTests {
  @Test(
    "Whole people: half to even, also where a share has no exact binary form",
    arguments: [
      (0, 0), (0.5, 0), (1.5, 2), (2.5, 2), (0.62 * 25, 16), (0.1 * 25, 2), (0.3 * 5, 2),
      (7.4999, 7), (7.5001, 8), (1203.9999999998, 1204), (1204.0000000001, 1204),
    ] as [(Double, Int)])
  func rounding(value: Double, whole: Int) {
    #expect(WholePeople.rounded(value) == whole)
  }

  @Test("Rounding keeps order, so that no count passes its base")
  func monotone() {
    var last = 0
    for step in 0...40_000 {
      let rounded = WholePeople.rounded(Double(step) / 4000)
      #expect(rounded >= last)
      last = rounded
    }
  }

  @Test("Years and days are those of former units before the day, ascending")
  func days() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    fixture.count("A", 2024, 1, of: 2, released: "2025-06-30")
    fixture.count("A", 2024, 1, of: 3, released: "2025-01-15")
    fixture.count("A", 2023, 1, of: 2)
    fixture.count("A", 2025, 1, of: 2)
    fixture.count("N", 2022, 1, of: 2)
    let figures = FormerFigures(fixture.panel, crosswalk: Crosswalk(fixture.transfers))
      .loaded(for: "N", indicator: "i")
    #expect(
      figures.days(of: "N", before: 2025).map { "\($0.year) \($0.days.map(\.iso))" } == [
        "2023 [\"2023-12-31\"]", "2024 [\"2025-01-15\", \"2025-06-30\"]",
      ])
  }

  @Test("Gaps name the unit nearest to the missing figure")
  func gaps() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("C", to: "N")
    try fixture.move("D", to: "N")
    try fixture.move("A", to: "C", from: "2019-01-01")
    try fixture.move("B", to: "C", from: "2019-01-01")
    fixture.count("A", 2017, 1, of: 2)
    fixture.percent("D", 2017, 50)
    fixture.count("D", 2020, 1, of: 2)
    let figures = FormerFigures(fixture.panel, crosswalk: Crosswalk(fixture.transfers))
      .loaded(for: "N", indicator: "i")
    func told(_ year: Int) -> [String] {
      figures.gaps("N", year).map { "\($0.unit) \($0.reason)" }
    }
    #expect(told(2017) == ["B noFigure", "D percentOnly"])
    #expect(told(2020) == ["C noFigure"])
  }
}
