@testable import Forecasting
import Indicators
import Testing
import Wording

@Suite("Model registry")
struct ModelRegistryTests {
  @Test("Every model is found by its id, the default also by its role")
  func lookup() throws {
    for model in ModelRegistry.all {
      #expect(ModelRegistry.model(model.id)?.id == model.id)
    }
    #expect(ModelRegistry.model("default")?.id == ModelRegistry.standard.id)
    #expect(ModelRegistry.standard.id == ModelRegistry.all.first?.id)
    #expect(ModelRegistry.model("ols")?.id == "ols")
    #expect(ModelRegistry.model("OLS") == nil)
    #expect(ModelRegistry.model("") == nil)
  }

  @Test("Ids are unique and titles differ in both languages")
  func identities() {
    let models = ModelRegistry.all
    #expect(Set(models.map(\.id)).count == models.count)
    #expect(Set(models.map(\.title.vi)).count == models.count)
    #expect(models.allSatisfy { $0.title.vi != $0.title.en && $0.id != "default" })
  }

  struct Degenerate: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let percents: [Double]
  }

  static let degenerates = [
    Degenerate(testDescription: "all 0", percents: [0, 0, 0, 0, 0]),
    Degenerate(testDescription: "all 100", percents: [100, 100, 100, 100]),
    Degenerate(testDescription: "constant", percents: [37.3, 37.3, 37.3, 37.3, 37.3]),
    Degenerate(testDescription: "one jump", percents: [10, 10, 10, 95, 95, 95]),
    Degenerate(testDescription: "from 0 to 100", percents: [0, 100, 0, 100]),
    Degenerate(testDescription: "nearly constant", percents: [50, 50, 50.000_000_1, 50]),
  ]

  @Test("Series without variation or with one jump stay finite and inside 0...100")
  func degenerateSeries() throws {
    for model in ModelRegistry.all {
      for series in Self.degenerates {
        let years = Array(2015..<(2015 + series.percents.count))
        let input = TrendInput(
          years: years, percents: series.percents, prior: SeriesFixture.prior,
          isLastPreliminary: true)
        let batch = TrendBatch(pattern: YearPattern(years: years), inputs: [input])
        let fit = try model.fit(batch)[0]
        #expect(fit.slope.isFinite)
        for horizon in [1, 2, 6, 30] {
          let distribution = fit.distribution(horizon: horizon)
          let interval = distribution.interval(0.95)
          #expect(distribution.location.isFinite && distribution.scale.isFinite)
          #expect((0...100).contains(distribution.median), "\(model.id), \(series)")
          #expect(interval.lowerBound >= 0 && interval.upperBound <= 100)
          for threshold in [0.1, 50, 100] {
            #expect((0...1).contains(distribution.probability(atLeast: threshold)))
          }
        }
      }
    }
  }

  @Test("Fits do not depend on the years' numbers, only on their distances")
  func translation() throws {
    let percents = [31.5, 33, 32.25, 36]
    for model in ModelRegistry.all {
      let fits = try [2000, 2017].map { start in
        let years = [0, 1, 3, 4].map { start + $0 }
        let input = TrendInput(
          years: years, percents: percents, prior: SeriesFixture.prior, isLastPreliminary: false)
        return try model.fit(TrendBatch(pattern: YearPattern(years: years), inputs: [input]))[0]
      }
      #expect(fits[0].distribution(horizon: 4) == fits[1].distribution(horizon: 4))
    }
  }
}
