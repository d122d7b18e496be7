import Testing

@testable import Planning

@Suite("QuarterPlan")
struct QuarterPlanTests {
  private func people(_ total: Int, from base: Int = 2025, to target: Int = 2026) -> [Int] {
    QuarterPlan.quarters(of: total, after: base, through: target).map(\.people)
  }

  // numpy: np.diff(np.floor(G * np.arange(n + 1) / n + 0.5))
  @Test(
    "Parts are those of cumulative rounding, halves up",
    arguments: [
      (3195, [799, 799, 798, 799]), (1380, [345, 345, 345, 345]), (647, [162, 162, 161, 162]),
      (1, [0, 1, 0, 0]), (2, [1, 0, 1, 0]), (3, [1, 1, 0, 1]), (0, [0, 0, 0, 0]),
    ])
  func parts(total: Int, parts: [Int]) {
    #expect(people(total) == parts)
  }

  @Test("Whatever the number, parts add up and differ by one at most")
  func sums() {
    for total in 0...200 {
      for years in 1...5 {
        let parts = people(total, to: 2025 + years)
        #expect(parts.count == 4 * years && parts.reduce(0, +) == total)
        #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 1)
      }
    }
  }

  @Test(
    "Quarters run from the first of the year after the base year to the last of the target year")
  func calendar() {
    let quarters = QuarterPlan.quarters(of: 10, after: 2025, through: 2027)
    #expect(quarters.map(\.year) == [2026, 2026, 2026, 2026, 2027, 2027, 2027, 2027])
    #expect(quarters.map(\.quarter) == [1, 2, 3, 4, 1, 2, 3, 4])
    #expect(QuarterPlan.quarters(of: 10, after: 2025, through: 2025).isEmpty)
  }

  @Test("Years are the sums of their quarters")
  func years() {
    let quarters = QuarterPlan.quarters(of: 3261, after: 2025, through: 2028)
    #expect(
      QuarterPlan.years(of: quarters)
        == [2026, 2027, 2028].map { PeoplePart(year: $0, quarter: nil, people: 1087) })
    #expect(QuarterPlan.years(of: []).isEmpty)
  }
}
