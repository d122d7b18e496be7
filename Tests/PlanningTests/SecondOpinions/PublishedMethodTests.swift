@testable import Planning
import Testing
import Wording

@Suite("Published methods")
struct PublishedMethodTests {
  @Test("Ids are read once each, in the order of the registry; all is every method")
  func named() {
    #expect(PublishedMethod.names == ["all", "ols", "escap", "eurostat", "unsd", "dns", "aarr"])
    #expect(PublishedMethod.methods(named: ["dns", "ols", "dns"]).methods == [.ols, .dns])
    #expect(PublishedMethod.methods(named: ["all", "dns"]).methods == PublishedMethod.allCases)
    #expect(PublishedMethod.methods(named: ["dns", "x", ""]).unknown == ["x", ""])
    #expect(PublishedMethod.methods(named: []).methods == [])
  }

  @Test("No method speaks without figures, or of a year that is not ahead")
  func refused() throws {
    for method in PublishedMethod.allCases {
      #expect(try method.opinion("", target: 60, by: 2030).refusal == .noFigures)
      for year in [2024, 2025] {
        let opinion = try method.opinion("2024:50 2025:65", target: 60, by: year)
        #expect(opinion.refusal == .targetYearPassed)
        #expect(opinion.years == 2024...2025)
      }
    }
  }

  @Test("Every method tells formula and source; words differ between classes")
  func words() {
    for method in PublishedMethod.allCases {
      let words = method.words
      for phrase in [words.name, words.title, words.formula, words.source] {
        #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty, "\(method)")
      }
    }
    #expect(
      PublishedMethod.allCases.filter { $0.words.unconfirmed != nil } == [.escap, .eurostat, .aarr])
    for language in Language.allCases {
      let titles = OpinionClass.allCases.map { $0.title(language) }
      #expect(Set(titles).count == titles.count)
    }
  }

  @Test("Only Germany's and Eurostat's methods speak of several shares together")
  func levels() throws {
    for method in PublishedMethod.allCases {
      let opinion = try method.opinion(
        "2020:61 2021:62 2022:63 2023:64 2024:65 2025:66", target: 60, by: 2030)
      #expect((method.level(of: [opinion]) != nil) == [.eurostat, .dns].contains(method))
    }
  }

  @Test("A better series is never in a worse class")
  func monotone() throws {
    let order: [PublishedMethod: [OpinionClass]] = [
      .ols: [.lineFallsShort, .lineReaches], .escap: [.regression, .accelerate, .onTrack],
      .eurostat: [.deterioration, .limited, .accelerate, .onTrack, .achieved],
      .unsd: [.stagnation, .fairProgress, .metOrOnTrack],
      .dns: [.storm, .cloud, .sunAndCloud, .sun],
      .aarr: [.notFalling, .tooSlow, .fastEnough, .achieved],
    ]
    for method in PublishedMethod.allCases {
      var worst = 0
      for last in stride(from: 45.0, through: 62, by: 0.25) {
        let opinion = try method.opinion(
          "2020:50 2021:50 2022:50 2023:50 2024:50 2025:\(last)", target: 60, by: 2028)
        let rank = try #require(
          opinion.verdict.flatMap { order[method]?.firstIndex(of: $0) })
        #expect(rank >= worst, "\(method) at \(last)")
        worst = rank
      }
      #expect(worst == (order[method]?.count ?? 0) - 1, "\(method) never reaches its best")
    }
  }
}
