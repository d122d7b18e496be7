@testable import Forecasting
import Indicators
@testable import Planning
import Regulations
import Statistics
import Testing
import Wording

/// What has to hold of every commune, tried on seeded random ones.
@Suite("Order of levels and chances")
struct LevelOrderTests {
  /// A commune with three shares, rates of a grade that may lack, facts and grades in any state.
  private static func commune(_ generator: inout SeededGenerator) -> Commune {
    var commune = Commune()
    for id in ["a", "b", "c", "r", "s", "t"] {
      if id > "c", Int.random(in: 0..<4, using: &generator) == 0 { continue }
      let base = Int.random(in: 800...3000, using: &generator)
      var share = Double.random(in: 0.3...0.85, using: &generator)
      let pace = Double.random(in: -0.005...0.02, using: &generator)
      for year in (2024 - Int.random(in: 1...6, using: &generator))...2024 {
        share = min(max(share + pace + Double.random(in: -0.02...0.02, using: &generator), 0), 1)
        commune.count(id, year, Int((share * Double(base)).rounded()), of: base)
      }
    }
    for id in ["f", "g"] where Bool.random(using: &generator) {
      let value: FactValue =
        id == "f" ? .met : .grade(Int.random(in: 0...3, using: &generator))
      commune.fact(id, 2022, value)
    }
    if Bool.random(using: &generator) { commune.fact("g", 2026, .grade(3), planned: true) }
    return commune
  }

  /// Three levels, each of which asks for all of the one before and for more.
  private static let levels: [Level] = {
    let rates = [[("r", "40")], [("r", "55"), ("s", "50")], [("r", "70"), ("t", "45")]]
    func level(_ id: String, _ thresholds: [String], _ grade: Int, _ more: [Requirement] = [])
      -> Level
    {
      Rule.level(
        [Rule.fact("f"), Rule.grade("g", grade, rates: rates)]
          + zip(["a", "b"], thresholds).map { Rule.share($0, $1) } + more,
        id: id, correlation: id == "plan" ? 0.8 : 0.2)
    }
    return [
      level("level1", ["50", "55"], 2), level("level2", ["60", "65"], 3),
      level(
        "plan", ["60", "65"], 3, [Rule.share("c", "50"), Rule.share("a+", "62", indicator: "a")]),
    ]
  }()

  @Test("A level is never likelier than one that it contains")
  func nested() throws {
    var generator = SeededGenerator(seed: 1)
    var compared = 0
    for _ in 0..<150 {
      let commune = Self.commune(&generator)
      let analysis = try analyze(
        commune.dataset, Rule.request(Self.levels[2], levels: Self.levels))
      for (small, large) in [(1, 0), (2, 1)] {
        let pairs = zip(analysis.heldLevels[small].outlook, analysis.heldLevels[large].outlook)
        for (inner, outer) in pairs {
          guard let p = inner.probability, let q = outer.probability else { continue }
          #expect(p <= q + 1e-13, "\(inner.year): \(p) of \(small), \(q) of \(large)")
          compared += 1
        }
      }
    }
    #expect(compared > 1000)
  }

  @Test("The joint chance lies within the bounds of Fréchet and is at most the smallest single one")
  func frechet() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<100 {
      let commune = Self.commune(&generator)
      let analysis = try analyze(
        commune.dataset, Rule.request(Self.levels[2], levels: Self.levels))
      for outlook in analysis.outlook {
        let joint = try #require(outlook.probability)
        #expect(joint >= (try #require(outlook.frechetLower)) - 1e-14)
        #expect(joint <= (try #require(outlook.frechetUpper)) + 1e-14)
        let singles = analysis.requirements.compactMap { $0.probability(in: outlook.year) }
        #expect(joint <= (singles.min() ?? 1) + 1e-14)
      }
    }
  }

  /// Returns P(level) of shares with given chances and thresholds that they meet with them.
  private func chance(_ marginals: [Double], correlation: Double) throws -> Double {
    let shares = marginals.indices.map { Rule.share("s\($0)", "60") }
    let evidence = Rule.evidence(Commune(), Rule.request(Rule.level(shares)))
    let distributions = marginals.map { probability in
      ShareDistribution(
        location: 60 - 3 * StudentT(degreesOfFreedom: 5).upperQuantile(probability), scale: 3,
        degreesOfFreedom: 5)
    }
    let outlook = LevelOutlook.years(
      [2026], evidence: evidence, correlation: correlation,
      forecast: { item in
        let index = shares.firstIndex { $0.id == item.requirement.id } ?? 0
        return Forecast(
          years: [Forecast.Year(year: 2026, horizon: 1, distribution: distributions[index])],
          basis: .series, isVerified: true)
      })
    return try #require(outlook.first?.probability)
  }

  @Test("P(level) never falls when one single chance rises")
  func monotoneInMarginals() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let correlation = Double.random(in: 0...0.95, using: &generator)
      var marginals = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Double.random(in: 0.001...0.999, using: &generator)
      }
      let before = try chance(marginals, correlation: correlation)
      let raised = marginals.indices.randomElement(using: &generator) ?? 0
      marginals[raised] +=
        (1 - marginals[raised]) * Double.random(in: 0.01...0.9, using: &generator)
      #expect(try chance(marginals, correlation: correlation) >= before - 1e-13)
    }
  }

  @Test("A higher threshold never raises a chance")
  func monotoneInThreshold() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let commune = Self.commune(&generator)
      var last = 1.0
      for threshold in ["40", "50", "60", "70", "80"] {
        let level = Rule.level([Rule.share("a", threshold), Rule.share("b", "55")])
        let analysis = try analyze(commune.dataset, Rule.request(level))
        let chance = try #require(analysis.outlook.first?.probability)
        #expect(chance <= last + 1e-13)
        last = chance
      }
    }
  }

  /// What more people in the newest year, all else equal, do to chances.
  ///
  /// A robust model does not take the step at face value: a larger change also tells of more noise, and a
  /// wider spread lowers the chance of what is likely already. The median never falls. A chance may fall by
  /// 2 points here; docs/methods.md tells how far it fell when all steps were counted.
  @Test("More people never lower the median; a chance may lose a point or two to the spread")
  func morePeople() throws {
    var generator = SeededGenerator(seed: 5)
    var steps = 0
    for _ in 0..<40 {
      let commune = Self.commune(&generator)
      let newest = commune.entries.last { $0.indicator == "a" && $0.observation.year == 2024 }
      let count = try #require(newest?.observation.count)
      let base = try #require(newest?.observation.base)
      var last: (level: Double, single: Double, median: Double)?
      for extra in [0, 1, 3, 10, 30, 60, 100, 200] where count + extra <= base {
        var changed = commune
        changed.entries.removeAll { $0.indicator == "a" && $0.observation.year == 2024 }
        changed.count("a", 2024, count + extra, of: base)
        let level = Rule.level([Rule.share("a", "60"), Rule.share("b", "55")])
        let analysis = try analyze(changed.dataset, Rule.request(level))
        let result = try #require(analysis.result("a"))
        let next = (
          level: try #require(analysis.outlook.first?.probability),
          single: try #require(result.probability(in: 2025)),
          median: try #require(result.forecast.year(2025)?.distribution.median)
        )
        if let last {
          #expect(next.median >= last.median - 1e-9)
          #expect(next.level >= last.level - 0.02)
          #expect(next.single >= last.single - 0.02)
          steps += 1
        }
        last = next
      }
    }
    #expect(steps > 200)
  }

  @Test("At one spread a higher location never lowers a chance")
  func monotoneInLocation() {
    for scale in [0.1, 1, 5, 20] {
      for threshold in [0.0, 12, 50, 60, 99, 100] {
        var last = 0.0
        for location in stride(from: -20.0, through: 120, by: 0.5) {
          let chance = ShareDistribution(
            location: location, scale: scale, degreesOfFreedom: 5
          ).probability(atLeast: threshold)
          #expect(chance >= last)
          last = chance
        }
      }
    }
  }
}
