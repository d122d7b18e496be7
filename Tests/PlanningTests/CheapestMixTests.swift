@testable import Forecasting
@testable import Planning
import Testing

@Suite("What has to be true")
struct CheapestMixTests {
  @Test(
    "The chance asked for is reached in whole people, and barely", arguments: MixEffort.allCases)
  func reached(effort: MixEffort) throws {
    let shipped = try Shipped()
    for level in ["level1", "level2", "level3"] {
      let analysis = try shipped.analysis(level, by: 2028)
      for year in 2026...2030 {
        let mix = try #require(
          CheapestMix(for: analysis, year: year, probability: 0.8, effort: effort))
        #expect(mix.isReached)
        // Clans and hamlets of level3 are few: one of them is points of a share.
        let isFine = mix.shares.allSatisfy { $0.extraPeople == 0 || ($0.base ?? 0) > 1_000 }
        let costsNothing = mix.shares.allSatisfy { $0.extraPeople == 0 }
        #expect(!isFine || costsNothing || mix.probability <= 0.801)
        for share in mix.shares {
          #expect(share.needed >= share.expected && share.needed <= 100)
          #expect(share.probability >= 0.8)
          let base = try #require(share.base)
          if share.extraPoints > 0 {
            #expect(share.needed == 100 * Double(try #require(share.count)) / Double(base))
          }
        }
      }
    }
  }

  @Test("A requirement that weighs more is raised less")
  func weights() throws {
    let analysis = try Shipped().analysis("level2", by: 2028)
    func extra(_ weights: [String: Double]) throws -> [Int] {
      try #require(
        CheapestMix(
          for: analysis, year: 2028, probability: 0.8, effort: .squared, weights: weights)
      ).shares.compactMap(\.extraPeople)
    }
    let plain = try extra([:])
    let weighed = try extra(["5.2b": 25])
    #expect(weighed[2] < plain[2] && weighed[1] > plain[1])
  }

  @Test("Facts that fail in the year and unknown requirements have to be met as well")
  func conditions() throws {
    let analysis = try ScenarioFixture.analysis()
    let mix = try #require(
      CheapestMix(for: analysis, year: 2026, probability: 0.7, effort: .squared))
    #expect(mix.failingFacts == ["f"] && mix.conditionalOn == [])
    // One share has no counts: points count for all.
    #expect(mix.shares.last?.extraPeople == nil && mix.shares.last?.count == nil)
    #expect(
      abs(mix.objective - mix.shares.reduce(0) { $0 + $1.extraPoints * $1.extraPoints }) <= 1e-9)
    #expect(CheapestMix(for: analysis, year: 2040, probability: 0.7, effort: .squared) == nil)
  }
}
