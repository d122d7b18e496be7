import Foundation
import Indicators
import Regulations
import Testing
import Wording

/// What grades rest on: the closure of their conditions, and the shipped rules.
struct GradeRuleTests {
  private static let provenance = Provenance(source: "A", confidence: .verbatim)

  private func rate(_ id: String, _ threshold: Int) -> GradeRate {
    GradeRate(
      indicator: RegulatedIndicator(id: id, title: Phrase(id), direction: .up),
      threshold: ExactDecimal(threshold), provenance: Self.provenance)
  }

  private func indicator(_ id: String, _ rules: [GradeRule]) -> RegulatedIndicator {
    RegulatedIndicator(id: id, title: Phrase(id), direction: .up, grades: rules)
  }

  @Test(
    "A grade brings those below it and those of others, each rate once with the highest threshold")
  func closure() {
    let other = indicator("h", [GradeRule(grade: 1, rates: [rate("y", 40), rate("z", 50)])])
    let own = indicator(
      "g",
      [
        GradeRule(
          grade: 1, rates: [rate("x", 80)], grades: [GradeReference(indicator: "h", grade: 1)],
          notes: [Phrase("n")]),
        GradeRule(
          grade: 2, rates: [rate("x", 90), rate("y", 30)], notes: [Phrase("n"), Phrase("m")]),
      ])
    let found = GradeConditions.conditions(of: own, through: 3, among: [own, other])
    #expect(found.map(\.grade) == [1, 2])
    #expect(found[0].rates.map(\.indicator.id) == ["y", "z", "x"])
    #expect(found[1].rates.map(\.indicator.id) == ["y", "z", "x"])
    #expect(found[1].rates.map(\.threshold.unscaled) == [40, 50, 90])
    #expect(found[1].notes == [Phrase("n"), Phrase("m")])
    #expect(GradeConditions.conditions(of: own, through: 1, among: [own, other]).count == 1)
    #expect(GradeConditions.conditions(of: indicator("x", []), through: 3, among: []).isEmpty)
  }

  @Test("A circle of grades ends")
  func circle() {
    let one = indicator(
      "g",
      [
        GradeRule(
          grade: 1, rates: [rate("x", 1)], grades: [GradeReference(indicator: "h", grade: 1)])
      ])
    let two = indicator(
      "h",
      [
        GradeRule(
          grade: 1, rates: [rate("y", 1)], grades: [GradeReference(indicator: "g", grade: 1)])
      ])
    let found = GradeConditions.conditions(of: one, through: 1, among: [one, two])
    #expect(found[0].rates.map(\.indicator.id) == ["y", "x"])
  }

  // MARK: The shipped rules, by section 4 of the notes on Nghị định 20/2014

  private func rates(_ requirement: String, _ level: String) throws -> [String: Int] {
    let found = try RuleText.shipped().level(level, kind: nil, regulation: "tt25-2023-xa")
    let conditions = try #require(found.requirement(requirement)?.gradeConditions.last)
    return Dictionary(
      uniqueKeysWithValues: conditions.rates.map { ($0.indicator.id, $0.threshold.unscaled) })
  }

  @Test("The shipped grades ask for the rates of the decree, nested")
  func shipped() throws {
    let preschool = ["five-year-olds-in-class": 95, "five-year-olds-completing-preschool": 85]
    for level in ["level1", "level2"] { #expect(try rates("4.1", level) == preschool) }
    #expect(
      try rates("4.2", "level1") == [
        "six-year-olds-in-grade-1": 95, "up-to-14-completing-primary": 80,
        "eleven-year-olds-completing-primary": 80,
      ])
    #expect(
      try rates("4.2", "level2") == [
        "six-year-olds-in-grade-1": 98, "up-to-14-completing-primary": 80,
        "eleven-year-olds-completing-primary": 90,
      ])
    // Lower secondary 1 asks for primary 1 and literacy 1.
    let base = [
      "six-year-olds-in-grade-1": 90, "up-to-14-completing-primary": 80,
      "literacy-1-ages-15-35": 90,
    ]
    #expect(
      try rates("4.3", "level1")
        == base.merging(["lower-secondary-diploma-15-18": 90]) { $1 })
    #expect(
      try rates("4.3", "level2")
        == base.merging(["lower-secondary-diploma-15-18": 95, "upper-secondary-15-18": 80]) { $1 })
    #expect(try rates("4.4", "level1") == ["literacy-1-ages-15-35": 90])
    #expect(
      try rates("4.4", "level2") == ["literacy-1-ages-15-35": 90, "literacy-2-ages-15-60": 90])
  }

  @Test("A planning level inherits what the grades of the law rest on")
  func inherited() throws {
    let library = try RuleText.shipped()
    let plan = try library.level("level3", kind: nil, regulation: "planning-level3")
    let law = try library.level("level2", kind: nil, regulation: "tt25-2023-xa")
    for id in ["4.1", "4.2", "4.3", "4.4"] {
      #expect(plan.requirement(id)?.gradeConditions == law.requirement(id)?.gradeConditions)
      #expect(plan.requirement(id)?.gradeConditions.isEmpty == false)
    }
  }

  @Test("Each grade's rates are those of the one below with thresholds not lower, and more")
  func nested() throws {
    for indicator in try RuleText.shipped().regulations.flatMap(\.indicators) {
      let all = try RuleText.shipped().regulations.flatMap(\.indicators)
      let grades = GradeConditions.conditions(of: indicator, through: 9, among: all)
      for (low, high) in zip(grades, grades.dropFirst()) {
        for rate in low.rates {
          let same = try #require(high.rates.first { $0.indicator == rate.indicator })
          #expect(same.threshold >= rate.threshold)
        }
      }
    }
  }

  @Test("The rates are known to recognition and checks and are no condition by themselves")
  func rates() throws {
    let library = try RuleText.shipped()
    let regulation = try #require(library.regulations.first { $0.id == "tt25-2023-xa" })
    let ids = regulation.rateIndicators
    #expect(ids.count == 9 && Set(ids).count == 9)
    let asked = Set(regulation.levels.flatMap(\.requirements).map(\.indicator))
    #expect(asked.isDisjoint(with: ids) && Set(regulation.supporting).isDisjoint(with: ids))
    for id in ids {
      let indicator = try #require(regulation.indicators.first { $0.id == id })
      #expect(indicator.direction == .up && indicator.definition != nil)
      #expect(indicator.paceFamily == "other" && !indicator.synonyms.isEmpty)
      #expect(library.vocabulary.terms.contains { $0.id == id && $0.kind == .share })
    }
    #expect(library.shareThresholds["six-year-olds-in-grade-1"] == [90, 95, 98])
    #expect(library.shareThresholds["eleven-year-olds-completing-primary"] == [70, 80, 90])
  }
}
