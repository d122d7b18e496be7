import Forecasting
import Indicators
import Testing
import Wording

@Suite("Model registry")
struct ModelRegistryTests {
  @Test("Every model is found by its id, the default also by its role")
  func lookup() {
    for model in ModelRegistry.all {
      #expect(ModelRegistry.model(model.id)?.id == model.id)
    }
    #expect(ModelRegistry.model(ModelRegistry.standardName)?.id == ModelRegistry.standard.id)
    #expect(ModelRegistry.standardName == "default")
    #expect(ModelRegistry.standard.id == ModelRegistry.all.first?.id)
    #expect(ModelRegistry.model("OLS") == nil)
    #expect(ModelRegistry.model("") == nil)
  }

  @Test("Ids are unique, and every model explains itself in both languages")
  func identities() {
    let models = ModelRegistry.all
    #expect(Set(models.map(\.id)).count == models.count)
    #expect(Set(models.map(\.title.vi)).count == models.count)
    for model in models {
      #expect(model.title.vi != model.title.en && model.id != "default")
      #expect(model.explanation.vi.hasSuffix(".") && model.explanation.en.hasSuffix("."))
      #expect(model.explanation.vi != model.explanation.en)
      #expect(model.minimumCount >= 1)
    }
    #expect(models.filter(\.learnsFromOthers).map(\.id) == [ModelRegistry.standard.id])
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
    Degenerate(testDescription: "three figures", percents: [0, 40, 100]),
  ]

  @Test(
    "Series without variation or with one jump stay finite and inside 0...100",
    arguments: degenerates)
  func degenerateSeries(series: Degenerate) throws {
    for model in ModelRegistry.all {
      let input = TrendInput(
        years: Array(2015..<(2015 + series.percents.count)), percents: series.percents,
        bases: series.percents.map { _ in 14 }, prior: LibraryFixture.prior(), revisionSD: 1.5)
      let fit = try model.fit(TrendBatch(pattern: input.pattern, inputs: [input], horizon: 30))[0]
      for horizon in [1, 2, 6, 30] {
        let distribution = fit.distribution(horizon: horizon)
        let quantiles = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975].map(distribution.quantile)
        #expect(distribution.location.isFinite && distribution.scale.isFinite)
        #expect(quantiles.allSatisfy { (0...100).contains($0) }, "\(model.id)")
        for (lower, upper) in zip(quantiles, quantiles.dropFirst()) { #expect(lower <= upper) }
        for threshold in [0.1, 50, 100] {
          #expect((0...1).contains(distribution.probability(atLeast: threshold)))
        }
      }
    }
  }

  @Test("Fits do not depend on the years' numbers, only on their distances")
  func translation() throws {
    let percents = [31.5, 33, 32.25, 36]
    for model in ModelRegistry.all {
      let fits = try [2000, 2017].map { start in
        let input = TrendInput(
          years: [0, 1, 3, 4].map { start + $0 }, percents: percents,
          prior: LibraryFixture.prior())
        return try model.fit(
          TrendBatch(pattern: input.pattern, inputs: [input], horizon: 4))[0]
      }
      #expect(fits[0].distribution(horizon: 4) == fits[1].distribution(horizon: 4))
    }
  }

  @Test("A batch gives each series what it gets alone", arguments: 0..<10)
  func batches(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let years = [2014, 2015, 2017, 2018, 2019, 2022]
    let inputs = (0..<5).map { _ in
      TrendInput(
        years: years, percents: years.map { _ in random.number(in: 0...100) },
        prior: LibraryFixture.prior())
    }
    for model in ModelRegistry.all {
      let together = try model.fit(
        TrendBatch(pattern: inputs[0].pattern, inputs: inputs, horizon: 6))
      for (input, fit) in zip(inputs, together) {
        let alone = try model.fit(
          TrendBatch(pattern: input.pattern, inputs: [input], horizon: 6))[0]
        for horizon in 1...6 {
          let (left, right) = (
            fit.distribution(horizon: horizon), alone.distribution(horizon: horizon)
          )
          #expect(agree(left.location, right.location, to: 1e-11), "\(model.id)")
          #expect(agree(left.scale, right.scale, to: 1e-11), "\(model.id)")
        }
      }
    }
  }
}
