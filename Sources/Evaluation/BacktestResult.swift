import Forecasting
package import LinearAlgebra

/// A back-test after it has run.
package struct BacktestResult: Sendable {
  /// What was asked.
  package let request: BacktestRequest
  /// The scores.
  package let scores: BacktestScores

  /// Runs all indicators.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - receive: is given each row with its set, for instance to write it down.
  ///   - progress: is told before each indicator how many are done.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  package init(
    running request: BacktestRequest,
    receive: (BacktestRow, BacktestRequest.IndicatorSet) -> Void = { _, _ in },
    progress: (_ done: Int) -> Void = { _ in }
  ) throws(LinearAlgebraError) {
    var scores = BacktestScores(models: request.models.count)
    for (done, set) in request.sets.enumerated() {
      progress(done)
      scores.begin(indicator: set.indicator)
      try Backtest.run(set, request) { row in
        scores.add(row)
        if row.model < request.shownModels { receive(row, set) }
      }
    }
    self.request = request
    self.scores = scores
  }

  /// The number of the model that relative errors are taken to: no change.
  package var yardstick: Int {
    request.models.firstIndex { $0.id == NoChange().id } ?? 0
  }

  /// Returns the scores of a model over all indicators.
  package func group(model: Int, history: Int, horizon: Int) -> GroupScore? {
    scores.group(
      BacktestScores.Key(model: model, history: history, horizon: horizon), yardstick: yardstick)
  }

  /// The numbers of the models that were asked for.
  package var shownModels: Range<Int> { 0..<request.shownModels }

  /// The name under which a model stands in tables: `default` for the default.
  package func name(ofModel index: Int) -> String {
    let id = request.models[index].id
    return id == ModelRegistry.standard.id ? ModelRegistry.standardName : id
  }

  /// Returns the mean over distances of a relative error; nil when one is missing.
  package func meanRelativeError(model: Int, history: Int, horizons: [Int]) -> Double? {
    let values = horizons.map {
      group(model: model, history: history, horizon: $0)?.relativeError
    }
    guard values.allSatisfy({ $0 != nil }), !values.isEmpty else { return nil }
    return values.compactMap(\.self).reduce(0, +) / Double(values.count)
  }
}
