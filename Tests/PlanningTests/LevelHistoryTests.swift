import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Past years of a level")
struct LevelHistoryTests {
  private func years(
    _ commune: Commune, _ requirements: [Requirement], through year: Int, asOf: String? = nil,
    accepted: Set<String> = []
  ) -> [LevelYear] {
    let request = Rule.request(Rule.level(requirements), asOf: asOf, accepted: accepted)
    return LevelHistory.years(of: Rule.evidence(commune, request), through: year)
  }

  @Test("A year is met when all is met, failed by one failure, else unknown")
  func verdicts() {
    var commune = Commune()
    commune.count("a", 2022, 59, of: 100)
    commune.count("a", 2023, 60, of: 100)
    commune.count("a", 2025, 61, of: 100)
    commune.count("b", 2023, 10, of: 100)
    commune.count("b", 2024, 9, of: 100)
    commune.count("b", 2025, 11, of: 100)
    let history = years(
      commune, [Rule.share("a", "60"), Rule.share("b", "10")], through: 2025)
    #expect(
      history == [
        LevelYear(year: 2022, met: false, failing: ["a"], unknown: ["b"]),
        LevelYear(year: 2023, met: true, failing: [], unknown: []),
        LevelYear(year: 2024, met: false, failing: ["b"], unknown: ["a"]),
        LevelYear(year: 2025, met: true, failing: [], unknown: []),
      ])
  }

  @Test("A year without any failure but with a gap is unknown")
  func gap() {
    var commune = Commune()
    commune.count("a", 2022, 90, of: 100)
    commune.count("a", 2024, 90, of: 100)
    let history = years(commune, [Rule.share("a", "60")], through: 2024)
    #expect(history.map(\.met) == [true, nil, true])
    #expect(history[1].unknown == ["a"])
  }

  @Test("Facts and grades keep their state, plans do not count as past")
  func facts() {
    var commune = Commune()
    commune.count("a", 2021, 90, of: 100)
    commune.count("a", 2024, 90, of: 100)
    commune.fact("f", 2022, .notMet)
    commune.fact("f", 2024, .met)
    commune.fact("g", 2020, .grade(2))
    commune.fact("g", 2023, .grade(3), planned: true)
    let history = years(
      commune, [Rule.fact("f"), Rule.grade("g", 2), Rule.grade("g", 3)], through: 2024)
    #expect(history.map(\.year) == [2020, 2021, 2022, 2023, 2024])
    #expect(history.map(\.failing) == [["g"], ["g"], ["f", "g"], ["f", "g"], ["g"]])
    #expect(history[0].unknown == ["f"])
  }

  @Test("Failures and unknowns stand in rule order")
  func order() {
    var commune = Commune()
    for id in ["c", "a", "b"] { commune.count(id, 2024, 1, of: 100) }
    let history = years(
      commune, ["b", "x", "a", "y", "c"].map { Rule.share($0, "50") }, through: 2024)
    #expect(history[0].failing == ["b", "a", "c"])
    #expect(history[0].unknown == ["x", "y"])
  }

  @Test("Figures of another definition, and those before a redefinition, are unknown")
  func comparability() {
    var commune = Commune()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "new")]
    commune.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2023, kind: .definition, note: ""),
      SeriesBreak(place: nil, indicator: "a", year: 2024, kind: .survey, note: ""),
    ]
    for year in 2022...2024 { commune.count("a", year, 90, of: 100) }
    let same = years(commune, [Rule.share("a", "60", definition: "new")], through: 2024)
    #expect(same.map(\.met) == [nil, true, true])
    let other = Rule.share("a", "60", definition: "other")
    #expect(years(commune, [other], through: 2024).map(\.met) == [nil, nil, nil])
    #expect(
      years(commune, [other], through: 2024, accepted: ["new"]).map(\.met) == [nil, true, true])
  }

  @Test("An undecided figure leaves its year unknown")
  func undecided() {
    var commune = Commune()
    commune.percent("a", 2024, "60.0")
    let history = years(commune, [Rule.share("a", "60")], through: 2024)
    #expect(history.map(\.met) == [nil])
    #expect(history[0].unknown == ["a"])
  }

  @Test("Nothing before the first figure, nothing without figures, nothing after the last year")
  func limits() {
    #expect(years(Commune(), [Rule.share("a", "60")], through: 2024).isEmpty)
    var commune = Commune()
    commune.count("a", 2024, 90, of: 100)
    #expect(years(commune, [Rule.share("a", "60")], through: 2023).isEmpty)
    commune.count("a", 2025, 90, of: 100)
    #expect(years(commune, [Rule.share("a", "60")], through: 2024).map(\.year) == [2024])
  }

  @Test("The shipped commune held level 1 in 2024 and 2025 and no other level")
  func shipped() throws {
    let analysis = try Shipped().analysis("level1")
    #expect(analysis.history.map(\.year) == Array(2018...2025))
    #expect(analysis.history.suffix(4).map(\.met) == [false, false, true, true])
    #expect(analysis.history.first { $0.year == 2022 }?.failing == ["2.3", "3.2", "5.1", "5.2b"])
    #expect(analysis.history.first { $0.year == 2023 }?.failing == ["3.2", "5.1", "5.2b"])
    #expect(analysis.heldLevels.map(\.level.id) == ["level1", "level2", "level3"])
    #expect(analysis.heldLevels[0].years == analysis.history)
    for held in analysis.heldLevels.dropFirst() {
      #expect(held.years.allSatisfy { $0.met != true })
    }
  }
}
