import Diagnostics
@testable import Forecasting
import Indicators
@testable import Planning
import Regulations
import Statistics
import Testing
import Wording

/// A commune with two shares of one population, a fact that fails and a grade.
enum ScenarioFixture {
  static func commune() -> Commune {
    var commune = Commune()
    for (step, year) in (2020...2024).enumerated() {
      commune.count("a", year, 5_000 + 100 * step, of: 10_000 + 40 * step)
      commune.count("b", year, 1_000 + 20 * step, of: 10_000 + 40 * step)
    }
    commune.percent("c", 2024, "72,5".replacing(",", with: "."))
    commune.percent("c", 2023, "70.5")
    commune.fact("f", 2023, .notMet)
    commune.fact("g", 2023, .grade(2))
    return commune
  }

  static let requirements = [
    Rule.fact("f"), Rule.grade("g", 2), Rule.share("a", "60", base: "citizens"),
    Rule.share("b", "10", base: "citizens"), Rule.share("c", "80"),
  ]

  static func analysis(by: Int = 2027) throws -> Analysis {
    try analyze(commune().dataset, Rule.request(Rule.level(requirements), by: by))
  }

  static func assume(
    _ requirement: String, _ change: ScenarioAssumption.Change, in year: Int? = nil, line: Int = 2
  ) -> ScenarioAssumption {
    ScenarioAssumption(
      requirement: requirement, year: year, change: change,
      position: InputPosition(file: "kich-ban.csv", line: line))
  }

  static func outcome(
    _ assumptions: [ScenarioAssumption], _ analysis: Analysis
  ) -> ScenarioOutcome {
    ScenarioAnalysis.outcomes(
      of: [Scenario(name: "own", title: Phrase("own"), kind: .assumed(assumptions))], in: analysis)[
        0]
  }

  static func standard(_ name: String, _ analysis: Analysis) throws -> ScenarioOutcome {
    let scenario = try #require(Scenario.standard.first { $0.name == name })
    return ScenarioAnalysis.outcomes(of: [scenario], in: analysis)[0]
  }
}

@Suite("Scenarios")
struct ScenarioAnalysisTests {
  @Test("The trend is the answer itself, to the last bit")
  func trend() throws {
    let analysis = try ScenarioFixture.analysis()
    let trend = try ScenarioFixture.standard("trend", analysis)
    #expect(trend.outlook == analysis.outlook)
    for path in trend.paths {
      let result = try #require(analysis.result(path.requirement))
      #expect(path.years.map(\.probability) == result.probabilities)
      #expect(path.remark == nil)
    }
  }

  @Test("Just reached: exactly the people asked for in the target year, straight there, held after")
  func required() throws {
    let analysis = try ScenarioFixture.analysis()
    let outcome = try ScenarioFixture.standard("required", analysis)
    let path = try #require(outcome.path(of: "a"))
    // Bases grow by 40 a year: 10,280 in 2027, of which 60% are 6,168.
    let target = try #require(path.year(2027))
    #expect(target.base == 10_280 && target.count == 6_168)
    #expect(target.percent == 100 * 6168.0 / 10_280)
    let now = 100 * 5400.0 / 10_160
    #expect(
      abs(try #require(path.year(2025)).percent - (now + (target.percent - now) / 3)) <= 1e-12)
    #expect(try #require(path.year(2029)).percent == target.percent)
    #expect(abs(try #require(path.pace) - (target.percent - now) / 3) <= 1e-12)
    #expect(abs(target.probability - 0.5) <= 0.01)
    let met = try #require(outcome.path(of: "b"))
    #expect(met.remark == .met)
    let printed = try #require(outcome.path(of: "c"))
    #expect(printed.year(2027)?.percent == 80 && printed.year(2027)?.count == nil)
    #expect(outcome.states == [AssumedState(requirement: "f", year: 2027, isMet: true)])
    #expect(outcome.outlook.first { $0.year == 2026 }?.probability == 0)
    #expect(try #require(outcome.outlook.first { $0.year == 2027 }?.probability) > 0.1)
  }

  /// What is known of other places that all went at one pace.
  private static func peers(pace: Double) -> PeerPaces {
    PeerPaces(
      others: [], direction: .up,
      family: PaceFamily(id: "known", revisionSD: 1, isVerified: true),
      distribution: PaceDistribution(
        probabilities: [0, 1],
        bands: [
          PaceDistribution.Band(
            years: 3, lower: 0, upper: 100, paces: [pace, pace], windows: 40, places: 20,
            indicators: 2)
        ]))
  }

  @Test("The pace of other places runs from the newest figure and ends at 100%")
  func peers() throws {
    let analysis = try ScenarioFixture.analysis()
    let outcome = ScenarioAnalysis.outcomes(
      of: [Scenario(name: "p", title: Phrase("p"), kind: .peerPace(quantile: 0.75))], in: analysis,
      peers: ["a": Self.peers(pace: 12), "c": Self.peers(pace: 1)])[0]
    let path = try #require(outcome.path(of: "a"))
    let now = 100 * 5400.0 / 10_160
    #expect(path.years.map(\.percent) == (1...5).map { min(100, now + 12 * Double($0)) })
    #expect(path.years.last?.percent == 100 && path.peers?.places == 20)
    #expect(outcome.path(of: "b")?.remark == .noPeers && outcome.path(of: "b")?.peers == nil)
    #expect(outcome.path(of: "c")?.years.map(\.percent) == [73.5, 74.5, 75.5, 76.5, 77.5])
  }

  @Test("A file's pace replaces the expected one from its year on; what comes once stays")
  func assumed() throws {
    let analysis = try ScenarioFixture.analysis()
    let expected = try #require(analysis.result("a")).forecast.years.map(\.distribution.median)
    let outcome = ScenarioFixture.outcome(
      [
        ScenarioFixture.assume("a", .pace(2), in: 2026),
        ScenarioFixture.assume("a", .people(514), in: 2027),
        ScenarioFixture.assume("a", .points(-1), in: 2028),
      ], analysis)
    let path = try #require(outcome.path(of: "a")).years.map(\.percent)
    let base = Double(try #require(outcome.path(of: "a")?.year(2027)?.base))
    let wanted = [
      expected[0], expected[0] + 2, expected[0] + 4 + 51_400 / base,
      expected[0] + 5 + 51_400 / base, expected[0] + 7 + 51_400 / base,
    ]
    for (value, target) in zip(path, wanted) { #expect(abs(value - target) <= 1e-10) }
    #expect(
      outcome.path(of: "b")?.years.map(\.percent)
        == analysis.result("b")?.forecast.years.map(\.distribution.median))
  }

  @Test("A later pace takes over from an earlier one; beyond 100% a path is held and says so")
  func laterPace() throws {
    let outcome = ScenarioFixture.outcome(
      [
        ScenarioFixture.assume("c", .pace(5)), ScenarioFixture.assume("c", .pace(30), in: 2027),
      ], try ScenarioFixture.analysis())
    #expect(outcome.path(of: "c")?.years.map(\.percent) == [77.5, 82.5, 100, 100, 100])
    #expect(outcome.path(of: "c")?.remark == .held)
  }

  @Test("States count from their year on; a met item opens the level, a lost one closes it")
  func states() throws {
    let analysis = try ScenarioFixture.analysis()
    let outcome = ScenarioFixture.outcome(
      [
        ScenarioFixture.assume("f", .state(.met), in: 2026),
        ScenarioFixture.assume("g", .state(.grade(1)), in: 2028),
      ], analysis)
    let chances = outcome.outlook.map(\.probability)
    #expect(chances[0] == 0 && chances[3] == 0 && chances[4] == 0)
    for year in [1, 2] {
      let chance = try #require(chances[year])
      #expect(chance > 0 && chance == analysis.outlook[year].probabilityIfFactsMet)
    }
    #expect(outcome.outlook[3].failingFacts == ["g"] && outcome.outlook[1].failingFacts == [])
  }

  @Test("The chance of the level never falls when a path is raised", arguments: 0..<20)
  func monotone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let analysis = try ScenarioFixture.analysis()
    var last = -1.0
    let year = 2025 + Int(generator.next() % 5)
    let id = ["a", "b", "c"][Int(generator.next() % 3)]
    for step in 0..<6 {
      let outcome = ScenarioFixture.outcome(
        [
          ScenarioFixture.assume(id, .points(2 * Double(step) + generator.nextUniform()), in: 2025),
          ScenarioFixture.assume("f", .state(.met), in: 2025),
        ], analysis)
      let chance = try #require(outcome.outlook.first { $0.year == year }?.probability)
      #expect(chance >= last)
      last = chance
    }
  }

  @Test("On the shipped commune “required” hits every threshold exactly, whatever the year")
  func shipped() throws {
    let shipped = try Shipped()
    for level in ["level1", "level2", "level3"] {
      for year in [2026, 2028, 2031] {
        let analysis = try shipped.analysis(level, by: year)
        let outcome = try ScenarioFixture.standard("required", analysis)
        for path in outcome.paths where path.remark == nil {
          let result = try #require(analysis.result(path.requirement))
          let reached = try #require(path.year(year))
          let base = try #require(reached.base)
          #expect(
            reached.count
              == ThresholdTest.required(threshold: try #require(result.threshold), base: base))
          #expect(result.met == false)
        }
      }
    }
  }
}
