import Diagnostics
import Indicators
@testable import Planning
import Testing
import Wording

@Suite("Checks of a scenario file")
struct ScenarioChecksTests {
  @Test("Every fault is told at its row, all at once")
  func faults() throws {
    let assumptions = [
      ScenarioFixture.assume("aa", .pace(1), line: 2),
      ScenarioFixture.assume("a", .state(.met), line: 3),
      ScenarioFixture.assume("f", .pace(1), line: 4),
      ScenarioFixture.assume("c", .people(100), line: 5),
      ScenarioFixture.assume("b", .points(1), in: 2035, line: 6),
      ScenarioFixture.assume("b", .pace(1), in: 2026, line: 7),
      ScenarioFixture.assume("b", .pace(2), in: 2026, line: 8),
    ]
    let found = ScenarioChecks.findings(in: assumptions, for: try ScenarioFixture.analysis())
    #expect(
      found.map { "\($0.position?.line ?? 0) \($0.code.id)" } == [
        "2 scenario.requirement", "3 scenario.state-of-share", "4 scenario.pace-of-fact",
        "5 scenario.people-without-counts", "6 scenario.year", "8 scenario.twice",
      ])
    #expect(found[0].remedy(in: .vi).contains("a"))
    #expect(found[4].message(in: .en).contains("2025–2029"))
  }

  @Test("A share without figures has no path to assume")
  func notFollowed() throws {
    let requirements = ScenarioFixture.requirements + [Rule.share("d", "50")]
    let analysis = try analyze(
      ScenarioFixture.commune().dataset, Rule.request(Rule.level(requirements), by: 2027))
    let found = ScenarioChecks.findings(
      in: [ScenarioFixture.assume("d", .pace(30))], for: analysis)
    #expect(found.map(\.code.id) == ["scenario.not-followed"])
  }

  @Test("What fits has no findings; one file may treat one requirement in several scenarios")
  func sound() throws {
    let analysis = try ScenarioFixture.analysis()
    let fitting = [
      ScenarioFixture.assume("a", .pace(1), in: 2026), ScenarioFixture.assume("a", .people(3)),
      ScenarioFixture.assume("g", .state(.grade(3))),
      ScenarioAssumption(
        scenario: "B", requirement: "a", year: 2026, change: .pace(3),
        position: ScenarioFixture.assume("a", .pace(1)).position),
    ]
    #expect(ScenarioChecks.findings(in: fitting, for: analysis).isEmpty)
  }
}
