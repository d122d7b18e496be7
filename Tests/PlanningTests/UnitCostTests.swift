import Testing
import Wording

@testable import Planning

@Suite struct UnitCostTests {
  private func cost(
    base: Int, weight: String = "1", from target: Int, _ effort: SharingEffort = .relative
  ) throws -> UnitCost {
    let part = SharingPart(
      place: "A", year: 2025, base: base, current: 0,
      weight: try #require(ExactDecimal(plain: weight)))
    return UnitCost(part, from: target, effort)
  }

  @Test("Costs that are equal as fractions are equal, however they round")
  func ties() throws {
    // 1/3² = 9/9²: (2·0 + 1)/9 and (2·4 + 1)/81; and with weights 0.1·3 = 0.3·1.
    #expect(try cost(base: 3, from: 0) == cost(base: 9, from: 4))
    #expect(
      try cost(base: 7, weight: "0.1", from: 1, .squared)
        == cost(base: 8, weight: "0.3", from: 0, .squared))
    #expect(try cost(base: 3, from: 0) < cost(base: 9, from: 5))
  }

  @Test("Costs that differ in the twentieth digit are told apart")
  func nearTies() throws {
    let base = 3_000_000_000
    // (2n + 1)/b² against (2n + 3)/(b + 1)²: cross products differ by 1 part in 10¹⁹.
    let first = try cost(base: base, from: base / 2)
    let second = try cost(base: base + 1, from: base / 2 + 1)
    let left = (Double(base) + 1) / Double(base) / Double(base)
    let right = (Double(base) + 3) / Double(base + 1) / Double(base + 1)
    #expect((left - right).magnitude < 1e-15 * left)
    // (b + 1)(b + 1)² − (b + 3) b² = 3b + 1 > 0.
    #expect(second < first && first != second)
  }

  @Test("A person less costs less than nothing: below the current count costs are negative")
  func negative() throws {
    let part = SharingPart(place: "A", year: 2025, base: 9, current: 5, floor: 0)
    let other = SharingPart(place: "B", year: 2025, base: 3, current: 2, floor: 0)
    #expect(UnitCost(part, from: 4, .squared) == UnitCost(other, from: 1, .squared))
    // −1/3² against −1/9²: the one taken from the small place is a larger share of it.
    #expect(UnitCost(other, from: 1, .relative) < UnitCost(part, from: 4, .relative))
    #expect(UnitCost(part, from: 4, .relative) < UnitCost(part, from: 5, .relative))
  }
}
