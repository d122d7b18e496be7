import Forecasting
import Indicators
import Regulations
import Testing
import Wording

@testable import Planning

@Suite("Milestones")
struct MilestonesTests {
  private func analysis(
    _ commune: Commune, _ requirements: [Requirement], by: Int, calendar: AssessmentCalendar? = nil
  ) throws -> Analysis {
    try analyze(
      commune.dataset, Rule.request(Rule.level(requirements, calendar: calendar), by: by))
  }

  private func plan(_ commune: Commune, _ requirement: Requirement, by: Int) throws
    -> Milestones.Plan
  {
    try #require(Milestones(of: analysis(commune, [requirement], by: by)).plans.first)
  }

  @Test("The straight path to the threshold, by hand")
  func rise() throws {
    var commune = Commune()
    commune.count("a", 2024, 520, of: 1000)
    commune.count("a", 2025, 530, of: 1000)
    let plan = try plan(commune, Rule.share("a", "60"), by: 2027)
    #expect(plan.mode == .rise && plan.added == 70)
    #expect(plan.years.map(\.year) == [2026, 2027] && plan.years.map(\.base) == [1000, 1000])
    #expect(plan.years.map(\.count) == [565, 600] && plan.years.map(\.add) == [35, 35])
    #expect(plan.years.map(\.percent) == [56.5, 60])
    #expect(plan.quarters.map(\.count) == [539, 548, 556, 565, 574, 583, 591, 600])
    #expect(
      plan.quarters.prefix(4).map(\.date.iso)
        == ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"])
    #expect(plan.quarters.map(\.year) == [2026, 2026, 2026, 2026, 2027, 2027, 2027, 2027])
    #expect(plan.quarters.allSatisfy { $0.addPoints == nil })
  }

  @Test("A growing base asks for more: 60% of 1030")
  func growingBase() throws {
    var commune = Commune()
    commune.count("a", 2024, 520, of: 1000)
    commune.count("a", 2025, 530, of: 1010)
    let plan = try plan(commune, Rule.share("a", "60"), by: 2027)
    #expect(plan.years.map(\.base) == [1020, 1030])
    #expect(plan.years.last?.count == 618 && plan.added == 88)
    #expect(plan.quarters.compactMap(\.add).reduce(0, +) == 88)
  }

  @Test("What is met is held: the count that each year asks for")
  func hold() throws {
    var commune = Commune()
    commune.count("a", 2024, 640, of: 1000)
    commune.count("a", 2025, 650, of: 1010)
    let plan = try plan(commune, Rule.share("a", "60"), by: 2027)
    #expect(plan.mode == .hold && plan.added == 0)
    #expect(plan.years.map(\.count) == [612, 618])
    // The milestone is the threshold itself and has its chance, not that of 60.0…%.
    let result = plan.result
    #expect(plan.years.map(\.probability) == [2026, 2027].map { result.probability(in: $0) })
  }

  @Test("What is met but will not be, because the base grows, gets the people that it lacks")
  func holdWithGrowth() throws {
    var commune = Commune()
    commune.count("a", 2024, 600, of: 1000)
    commune.count("a", 2025, 606, of: 1010)
    let plan = try plan(commune, Rule.share("a", "60"), by: 2027)
    #expect(plan.mode == .hold && plan.years.map(\.add) == [6, 6])
    #expect(plan.added == plan.result.gapPeople)
  }

  @Test("Where a shrinking base alone brings the share up nobody is added")
  func shrinkingBase() throws {
    var commune = Commune()
    commune.count("a", 2024, 520, of: 1000)
    commune.count("a", 2025, 530, of: 900)
    let plan = try plan(commune, Rule.share("a", "60"), by: 2026)
    #expect(plan.result.met == false && plan.mode == .hold)
    #expect(plan.years.map(\.base) == [800] && plan.years.map(\.count) == [480])
    #expect(plan.added == 0)
  }

  @Test("Percents alone go in points, and end at the threshold exactly")
  func percents() throws {
    var commune = Commune()
    commune.percent("a", 2024, "52.0")
    commune.percent("a", 2025, "53.0")
    let plan = try plan(commune, Rule.share("a", "60"), by: 2026)
    #expect(plan.mode == .rise && plan.added == nil)
    #expect(plan.quarters.map(\.percent) == [54.75, 56.5, 58.25, 60])
    #expect(plan.quarters.map(\.addPoints) == [1.75, 1.75, 1.75, 1.75])
    #expect(plan.years.map(\.addPoints) == [7])
    #expect(plan.years.first?.count == nil && plan.years.first?.base == nil)
    commune.percent("b", 2025, "64")
    let held = try self.plan(commune, Rule.share("b", "60"), by: 2026)
    #expect(held.mode == .hold && held.quarters.allSatisfy { $0.percent == 60 })
    #expect(held.years.map(\.addPoints) == [0])
  }

  @Test("A figure older than the newest year of data: nothing is planned for a year that is over")
  func olderFigure() throws {
    var commune = Commune()
    commune.count("a", 2025, 500, of: 1000)
    commune.count("b", 2023, 520, of: 1000)
    let found = Milestones(
      of: try analysis(commune, [Rule.share("a", "60"), Rule.share("b", "60")], by: 2026))
    #expect(found.plans[1].years.map(\.year) == [2026])
    #expect(found.plans[1].years.map(\.add) == [80])
  }

  @Test("No figure, no path; facts and grades have a day")
  func others() throws {
    var commune = Commune()
    commune.count("a", 2025, 500, of: 1000)
    commune.fact("f", 2025, .met)
    commune.fact("g", 2025, .grade(2))
    commune.fact("g", 2026, .grade(3), planned: true)
    commune.fact("h", 2025, .notMet)
    let found = Milestones(
      of: try analysis(
        commune,
        [
          Rule.share("a", "60"), Rule.share("none", "60"), Rule.fact("f"), Rule.grade("g", 3),
          Rule.fact("h"), Rule.fact("unknown"),
        ], by: 2027))
    #expect(
      found.plans.map(\.mode) == [.rise, .unknown, .hold, .establish, .establish, .establish])
    #expect(found.plans.dropFirst().allSatisfy { $0.years.isEmpty && $0.quarters.isEmpty })
    #expect(found.plans.allSatisfy { $0.due.iso == "2027-12-31" })
    #expect(found.plans[3].result.state?.plan?.year == 2026)
    #expect(
      found.calendar.map(\.kind) == [.data] && found.calendar.map(\.date.iso) == ["2027-12-31"])
  }

  @Test(
    "On the shipped example: the gap exactly, monotone, and the base of the answer",
    arguments: ["level1", "level2", "level3"], [2026, 2027, 2030])
  func shipped(level: String, by: Int) throws {
    let analysis = try Shipped().analysis(level, by: by)
    let found = Milestones(of: analysis)
    #expect(found.plans.map(\.result.id) == analysis.level.requirements.map(\.id))
    for plan in found.plans where plan.result.kind == .share {
      let result = plan.result
      let threshold = try #require(result.threshold)
      let base = try #require(result.baseForecast)
      #expect(plan.years.last?.base == base)
      #expect(plan.years.last?.count == ThresholdTest.required(threshold: threshold, base: base))
      #expect(plan.added == max(0, result.gapPeople ?? 0))
      #expect(plan.quarters.compactMap(\.add).reduce(0, +) == plan.added)
      #expect(plan.quarters.count == 4 * (by - 2025) && plan.years.count == by - 2025)
      #expect(plan.years.last?.probability == result.probability(in: by))
      #expect(
        plan.years.map(\.median)
          == plan.years.map { result.forecast.year($0.year)?.distribution.median })
      if plan.mode == .rise {
        let counts = [result.latest?.count].compactMap(\.self) + plan.quarters.compactMap(\.count)
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
      } else {
        #expect(
          plan.years.allSatisfy {
            $0.count == ThresholdTest.required(threshold: threshold, base: $0.base ?? 0)
          })
      }
    }
  }

  @Test("The calendar is that of the assessed year; what nobody recognises has no dossier")
  func calendar() throws {
    let law = Milestones(of: try Shipped().analysis("level2", by: 2027)).calendar
    #expect(law.map(\.kind) == [.data, .dossier, .decision])
    #expect(law.map(\.date.iso) == ["2027-12-31", "2028-02-28", "2028-03-31"])
    let internalPlan = Milestones(of: try Shipped().analysis("level3", by: 2027)).calendar
    #expect(internalPlan.map(\.kind) == [.data])
  }

  @Test(
    "Milestones that aim at a chance end where the cheapest mix asks, and their adds make it up")
  func aims() throws {
    let analysis = try Shipped().analysis("level2", by: 2028)
    let mix = try #require(
      CheapestMix(for: analysis, year: 2028, probability: 0.8, effort: .spread))
    let milestones = Milestones(of: analysis, aimingAt: mix)
    let plain = Milestones(of: analysis)
    for share in mix.shares {
      let plan = try #require(milestones.plans.first { $0.result.id == share.requirement })
      let last = try #require(plan.years.last)
      #expect(last.count == share.count)
      let now = try #require(plan.result.latest?.count)
      #expect(plan.added == (last.count ?? 0) - now)
      let lower = try #require(plain.plans.first { $0.result.id == share.requirement }?.years.last)
      #expect((last.count ?? 0) > (lower.count ?? 0))
    }
  }
}
