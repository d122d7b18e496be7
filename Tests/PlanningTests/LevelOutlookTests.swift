@testable import Forecasting
import Indicators
@testable import Planning
import Regulations
import Statistics
import Testing
import Wording

@Suite("Outlook of a level")
struct LevelOutlookTests {
  /// Two shares that are far from certain, and a fact that is met.
  private func commune() -> Commune {
    var commune = Commune()
    for (step, year) in (2020...2024).enumerated() {
      commune.count("a", year, 560 + 10 * step, of: 1000)
      commune.count("b", year, 100 + 2 * step, of: 1000)
    }
    commune.fact("f", 2022, .met)
    return commune
  }

  private let requirements = [Rule.fact("f"), Rule.share("a", "61"), Rule.share("b", "12")]

  private func analysis(
    _ commune: Commune, _ requirements: [Requirement], accepted: Set<String> = [],
    correlation: Double = 0.3
  ) throws -> Analysis {
    let level = Rule.level(requirements, correlation: correlation)
    return try analyze(commune.dataset, Rule.request(level, accepted: accepted))
  }

  @Test("Joint chance and binding share are those of an independent quadrature")
  func agreesWithReference() throws {
    let rows = try OutlookReference.table()
    #expect(rows.count == 15)
    for row in rows {
      let shares = row.requirements.map { Rule.share($0, "60") }
      let evidence = Rule.evidence(Commune(), Rule.request(Rule.level(shares)))
      let forecasts = row.marginals.map { forecast(reaching: 60, with: $0, in: row.year) }
      let outlook = LevelOutlook.years(
        [row.year], evidence: evidence, correlation: 0.3,
        forecast: { item in
          shares.firstIndex { $0.id == item.requirement.id }.map { forecasts[$0] }
            ?? Forecast(basis: .none, isVerified: true)
        })[0]
      let joint = try #require(outlook.probability)
      #expect(abs(joint - row.joint) <= 1e-10, "\(row.level) \(row.year)")
      #expect(abs(joint / row.joint - 1) <= 1e-8, "\(row.level) \(row.year)")
      #expect(outlook.bindingRequirements == [row.binding])
      #expect(outlook.probabilityIfFactsMet == joint)
    }
  }

  /// Returns a forecast of one year that reaches a threshold with a chance.
  private func forecast(reaching threshold: Double, with chance: Double, in year: Int) -> Forecast {
    let distance = StudentT(degreesOfFreedom: 5).upperQuantile(chance)
    return Forecast(
      years: [
        Forecast.Year(
          year: year, horizon: 1,
          distribution: ShareDistribution(
            location: threshold - 3 * distance, scale: 3, degreesOfFreedom: 5))
      ], basis: .series, isVerified: true)
  }

  @Test("The shipped commune's levels join the chances of all their shares")
  func shipped() throws {
    for level in ["level1", "level2", "level3"] {
      let analysis = try Shipped().analysis(level)
      #expect(analysis.outlook.map(\.year) == Array(2026...2030))
      for outlook in analysis.outlook {
        let marginals = analysis.requirements.filter { $0.kind == .share }
          .compactMap { $0.probability(in: outlook.year) }
        #expect(marginals.count == (level == "level3" ? 7 : 3))
        let joint = orthantProbability(
          marginals: marginals, correlation: analysis.correlation)
        #expect(abs(try #require(outlook.probabilityIfFactsMet) - joint) <= 1e-14)
      }
    }
  }

  @Test("A planned grade of 2027 makes 2026 impossible and 2027 possible")
  func plannedGrade() throws {
    for level in ["level2", "level3"] {
      let analysis = try Shipped().analysis(level)
      let first = try #require(analysis.outlook(2026))
      #expect(first.probability == 0)
      #expect(first.bindingRequirements == ["4.3"])
      #expect(try #require(first.probabilityIfFactsMet) > 0)
      #expect(first.frechetLower == 0 && first.frechetUpper == 0)
      let second = try #require(analysis.outlook(2027))
      #expect(try #require(second.probability) > 0)
      #expect(second.probability == second.probabilityIfFactsMet)
      #expect(second.assumedFacts.contains("4.3"))
    }
  }

  @Test("The chance is the copula of the shares, facts in their state beside it")
  func joint() throws {
    let analysis = try analysis(commune(), requirements)
    for outlook in analysis.outlook {
      let marginals = ["a", "b"].compactMap { analysis.result($0)?.probability(in: outlook.year) }
      #expect(marginals.count == 2)
      let joint = orthantProbability(marginals: marginals, correlation: 0.3)
      #expect(outlook.probability == joint)
      #expect(outlook.probabilityIfFactsMet == joint)
      let bounds = FrechetBounds(marginals: marginals)
      #expect(outlook.frechetLower == bounds.lower && outlook.frechetUpper == marginals.min())
      #expect(outlook.assumedFacts == ["f"])
      #expect(outlook.conditionalOn.isEmpty)
    }
  }

  @Test("The correlation is the level's own")
  func correlation() throws {
    let independent = try analysis(commune(), requirements, correlation: 0)
    let tied = try analysis(commune(), requirements, correlation: 0.9)
    for year in independent.outlook.map(\.year) {
      let marginals = ["a", "b"].compactMap { independent.result($0)?.probability(in: year) }
      let product = try #require(independent.outlook(year)?.probability)
      #expect(abs(product - marginals[0] * marginals[1]) <= 1e-14)
      #expect(try #require(tied.outlook(year)?.probability) > product)
    }
  }

  @Test("Binding is what helps most when it is certain")
  func binding() throws {
    let analysis = try analysis(commune(), requirements)
    for outlook in analysis.outlook {
      let marginals = ["a", "b"].compactMap { analysis.result($0)?.probability(in: outlook.year) }
      let gains = [marginals[1], marginals[0]].map { $0 - (outlook.probability ?? 0) }
      #expect(outlook.bindingRequirements == [gains[0] > gains[1] ? "a" : "b"])
    }
  }

  @Test("Shares alike bind together, in rule order")
  func bindingTie() throws {
    var commune = Commune()
    for id in ["x", "m", "a"] {
      for year in 2020...2024 { commune.count(id, year, 500 + year - 2020, of: 1000) }
    }
    let analysis = try analysis(
      commune, [Rule.share("x", "52"), Rule.share("m", "1"), Rule.share("a", "52")])
    #expect(analysis.outlook[0].bindingRequirements == ["x", "a"])
  }

  @Test("Where nothing single helps, the least likely bind; where all is certain, nothing does")
  func bindingExtremes() throws {
    var commune = Commune()
    for year in 2020...2024 {
      for id in ["a", "b", "c"] { commune.count(id, year, id == "c" ? 900 : 10, of: 1000) }
    }
    let thresholds = ["a": "101", "b": "101", "c": "50"]
    let hopeless = try analysis(
      commune, ["a", "b", "c"].map { Rule.share($0, thresholds[$0] ?? "") })
    #expect(hopeless.outlook[0].probability == 0)
    #expect(hopeless.outlook[0].bindingRequirements == ["a", "b"])
    let certain = try analysis(commune, ["a", "b", "c"].map { Rule.share($0, "0") })
    #expect(certain.outlook[0].probability == 1)
    #expect(certain.outlook[0].bindingRequirements.isEmpty)
    #expect(certain.outlook[0].frechetLower == 1)
  }

  @Test("All failing facts bind, in rule order, when they forbid the level")
  func failingFacts() throws {
    var commune = commune()
    commune.fact("g", 2023, .grade(1))
    commune.fact("e", 2021, .notMet)
    let rules = [Rule.grade("g", 2), Rule.fact("f"), Rule.fact("e")] + requirements.dropFirst()
    let analysis = try analysis(commune, rules)
    for outlook in analysis.outlook {
      #expect(outlook.probability == 0)
      #expect(outlook.bindingRequirements == ["g", "e"])
      #expect(outlook.assumedFacts == ["g", "f", "e"])
      #expect(outlook.frechetUpper == 0)
      #expect(try #require(outlook.probabilityIfFactsMet) > 0)
    }
  }

  @Test("A planned change holds from its year on, in either direction")
  func plannedChange() throws {
    var commune = commune()
    commune.fact("f", 2026, .notMet, planned: true)
    commune.fact("f", 2028, .met, planned: true)
    let analysis = try analysis(commune, requirements)
    #expect(analysis.outlook.map(\.year) == [2025, 2026, 2027, 2028, 2029])
    #expect(analysis.outlook.map { $0.probability == 0 } == [false, true, true, false, false])
  }

  @Test("What happened in a year counts, not what was planned for it")
  func supersededPlan() throws {
    var commune = commune()
    commune.fact("f", 2024, .notMet)
    commune.fact("f", 2024, .met, planned: true)
    commune.fact("f", 2023, .met, planned: true)
    let analysis = try analysis(commune, requirements)
    #expect(analysis.outlook.allSatisfy { $0.probability == 0 })
    #expect(analysis.outlook.allSatisfy { $0.bindingRequirements == ["f"] })
    #expect(analysis.result("f")?.met == false)
    #expect(analysis.result("f")?.state?.planned == nil)
  }

  @Test("Facts and shares without data are conditions of the chance, in rule order")
  func conditionalOn() throws {
    let rules =
      [Rule.fact("z"), Rule.share("y", "50")] + requirements + [Rule.grade("x", 1)]
    let outlook = try analysis(commune(), rules).outlook[0]
    #expect(outlook.conditionalOn == ["z", "y", "x"])
    #expect(outlook.assumedFacts == ["f"])
    #expect(try #require(outlook.probability) > 0)
  }

  @Test("A fact that is only planned is a condition until its year")
  func onlyPlanned() throws {
    var commune = commune()
    commune.fact("z", 2027, .met, planned: true)
    let analysis = try analysis(commune, [Rule.fact("z")] + requirements)
    #expect(analysis.outlook(2026)?.conditionalOn == ["z"])
    #expect(analysis.outlook(2026)?.assumedFacts == ["f"])
    #expect(analysis.outlook(2027)?.conditionalOn == [])
    #expect(analysis.outlook(2027)?.assumedFacts == ["z", "f"])
  }

  @Test("A share of another definition is left out, unless it is accepted")
  func otherDefinition() throws {
    var commune = commune()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "theirs")]
    let rules = [
      Rule.fact("f"), Rule.share("a", "61", definition: "ours"),
      Rule.share("b", "12", definition: "ours"),
    ]
    let strict = try analysis(commune, rules)
    #expect(strict.result("a")?.isComparable == false)
    #expect(strict.result("b")?.isComparable == true)
    #expect(strict.outlook[0].conditionalOn == ["a"])
    #expect(strict.outlook[0].probability == strict.result("b")?.probabilities?.first)
    let accepting = try analysis(commune, rules, accepted: ["theirs"])
    #expect(accepting.result("a")?.isComparable == true)
    #expect(accepting.result("a")?.foreignDefinition == "theirs")
    #expect(accepting.outlook[0].conditionalOn.isEmpty)
    let undeclared = try analysis(self.commune(), rules)
    #expect(accepting.outlook[0].probability == undeclared.outlook[0].probability)
  }

  @Test("Without a comparable share there is no chance, not even with all facts met")
  func nothingComparable() throws {
    var commune = commune()
    commune.indicators = ["a", "b"].map {
      Indicator(id: $0, title: Phrase($0), definition: "theirs")
    }
    let rules = [
      Rule.fact("f"), Rule.share("a", "61", definition: "ours"),
      Rule.share("b", "12", definition: "ours"),
    ]
    for outlook in try analysis(commune, rules).outlook {
      #expect(outlook.probability == nil && outlook.probabilityIfFactsMet == nil)
      #expect(outlook.frechetLower == nil && outlook.frechetUpper == nil)
      #expect(outlook.conditionalOn == ["a", "b"])
      #expect(outlook.bindingRequirements.isEmpty)
    }
  }

  @Test("Chances stay within their bounds and fall with thresholds", arguments: 0..<60)
  func properties(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var commune = Commune()
    let ids = (0..<(1 + Int(seed % 6))).map { "s\($0)" }
    for id in ids {
      var share = random.nextUniform() * 80 + 5
      for year in (2016 + Int(random.next() % 8))...2024 where random.nextUniform() < 0.8 {
        share = min(max(share + random.nextUniform() * 6 - 2, 0), 100)
        commune.count(id, year, Int(share * 100), of: 10_000)
      }
      commune.count(id, 2025, Int(share * 100), of: 10_000)
    }
    commune.fact("f", 2024, random.nextUniform() < 0.7 ? .met : .notMet)
    let thresholds = ids.map { _ in Int(random.nextUniform() * 100) }
    func outlook(raisedBy points: Int) throws -> [OutlookYear] {
      let shares = zip(ids, thresholds).map { Rule.share($0, "\($1 + points)") }
      return try analysis(commune, shares + [Rule.fact("f")]).outlook
    }
    let standard = try outlook(raisedBy: 0)
    for (year, harder) in zip(standard, try outlook(raisedBy: 7)) {
      let alone = try #require(year.probabilityIfFactsMet)
      let chance = try #require(year.probability)
      let upper = try #require(year.frechetUpper)
      #expect(try #require(year.frechetLower) <= chance)
      #expect(chance <= upper)
      #expect(chance <= alone && alone <= 1)
      #expect(try #require(harder.probabilityIfFactsMet) <= alone + 1e-15)
      #expect(try #require(harder.probability) <= chance + 1e-15)
    }
  }
}
