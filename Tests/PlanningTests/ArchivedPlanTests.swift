import Forecasting
import Indicators
import Testing
import Wording

@testable import Planning

@Suite("A plan as it is put on record")
struct ArchivedPlanTests {
  @Test("Everything that a later year is held against is in it")
  func content() throws {
    let analysis = try Shipped().analysis("level2", by: 2027, asOf: "2025-02-01")
    let inputs = [ArchivedPlan.Input(path: "a.csv", sha256: "00")]
    let plan = ArchivedPlan(
      analysis, Milestones(of: analysis), inputs: inputs, toolVersion: "1")
    #expect(
      plan.place == "Kiến Hưng" && plan.level == "level2" && plan.regulation == "tt25-2023-xa")
    #expect(plan.baseYear == 2024 && plan.targetYear == 2027 && plan.asOf?.iso == "2025-02-01")
    #expect(plan.inputs == inputs && plan.toolVersion == "1" && plan.isIllustrative)
    #expect(plan.requirements.map(\.id) == analysis.requirements.map(\.id))
    let share = try #require(plan.requirements.first { $0.id == "5.1" })
    #expect(share.current?.count == 13_230 && share.current?.status == .preliminary)
    #expect(share.leadAgency == "Hội Khuyến học" && share.threshold?.value == 80)
    #expect(share.milestones.map(\.year) == [2025, 2026, 2027])
    let result = try #require(analysis.result("5.1"))
    #expect(share.forecast.map(\.probability) == result.probabilities?.map { $0 })
    #expect(share.forecast.map(\.distribution) == result.forecast.years.map(\.distribution))
    #expect(plan.outlook.map(\.probability) == analysis.outlook.map(\.probability))
  }

  @Test("A scale that is not known gives no distribution")
  func unknownScale() {
    let expectation = ArchivedPlan.Expectation(
      year: 2026, valueScale: "of a later program", location: 0, spread: 1, degreesOfFreedom: 3,
      median: 50, lower80: 40, upper80: 60, probability: nil)
    #expect(expectation.distribution == nil)
  }
}
