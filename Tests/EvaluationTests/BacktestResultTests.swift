import Forecasting
import Testing

@testable import Evaluation

@Suite("Result of a back-test")
struct BacktestResultTests {
  private func request(_ models: [any TrendModel] = ModelRegistry.all) -> BacktestRequest {
    BacktestRequest(
      sets: [
        EvaluationFixture.set("one", places: 6, years: 2008...2020, seed: 1),
        EvaluationFixture.set("two", places: 6, years: 2008...2020, seed: 2),
      ], models: models, histories: [.exactly(4), .exactly(6)], horizon: 3,
      library: EvaluationFixture.library())
  }

  @Test("Rows are told with their indicator, and progress before each")
  func receivers() throws {
    var rows: [String: Int] = [:]
    var done: [Int] = []
    let result = try BacktestResult(running: request()) { _, set in
      rows[set.indicator, default: 0] += 1
    } progress: {
      done.append($0)
    }
    #expect(done == [0, 1])
    #expect(rows["one"] == rows["two"])
    #expect(result.scores.indicators.map(\.indicator) == ["one", "two"])
    let counted = result.scores.indicators.reduce(0) { sum, scores in
      sum + scores.cells.values.reduce(0) { $0 + $1.count }
    }
    #expect(counted == rows.values.reduce(0, +))
  }

  @Test("Relative errors are taken to no change, which is added where it is missing")
  func yardstick() throws {
    let result = try BacktestResult(running: request())
    #expect(result.request.models[result.yardstick].id == NoChange().id)
    let group = try #require(result.group(model: result.yardstick, history: 0, horizon: 1))
    #expect(abs(try #require(group.relativeError) - 1) <= 1e-12)
    let without = try BacktestResult(running: request([Drift(), Theta()]))
    #expect(without.yardstick == 2 && without.shownModels == 0..<2)
    #expect(without.group(model: 0, history: 0, horizon: 1)?.relativeError != nil)
  }

  @Test("The default stands under that name, all others under their own")
  func names() throws {
    let result = try BacktestResult(running: request())
    #expect(result.name(ofModel: 0) == "default")
    #expect(result.name(ofModel: result.yardstick) == "no-change")
  }

  @Test("A mean over distances is that of their relative errors; missing where one is")
  func meanRelativeError() throws {
    let result = try BacktestResult(running: request())
    let errors = try (1...3).map {
      try #require(result.group(model: 0, history: 1, horizon: $0)?.relativeError)
    }
    let mean = try #require(result.meanRelativeError(model: 0, history: 1, horizons: [1, 2, 3]))
    #expect(abs(mean - errors.reduce(0, +) / 3) <= 1e-15)
    #expect(result.meanRelativeError(model: 0, history: 1, horizons: [1, 9]) == nil)
    #expect(result.meanRelativeError(model: 0, history: 1, horizons: []) == nil)
  }

  @Test("The same request gives the same scores")
  func determinism() throws {
    let (one, other) = (
      try BacktestResult(running: request()), try BacktestResult(running: request())
    )
    for model in ModelRegistry.all.indices {
      let left = try #require(one.group(model: model, history: 0, horizon: 2))
      let right = try #require(other.group(model: model, history: 0, horizon: 2))
      #expect(left.meanRankedScore == right.meanRankedScore)
      #expect(left.coverageErrors == right.coverageErrors)
    }
    #expect(one.scores.statements == other.scores.statements)
  }
}
