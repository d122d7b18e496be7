package import Forecasting
import Indicators
package import LinearAlgebra
import Statistics

/// A forecast made again from a past origin, and what came.
package struct BacktestRow: Sendable {
  /// The number of the model in the request.
  package let model: Int
  /// The number of the place in its set.
  package let place: Int
  /// The last year used.
  package let origin: Int
  /// The number of the history in the request.
  package let history: Int
  /// How many figures were used.
  package let figures: Int
  /// How many years ahead.
  package let horizon: Int
  /// The share known last.
  package let last: Double
  /// The mean size of a yearly change among the figures used; nil when all are alike.
  package let meanChange: Double?
  /// What was forecast.
  package let forecast: ShareDistribution
  /// The share that came.
  package let actual: Double
}

/// Forecasts the past again: rolling origins, each from nothing later than itself.
package enum Backtest {
  /// Runs one indicator.
  ///
  /// Every model gets the same figures of the same origins; those with too few figures for it are left
  /// out. Figures from before a declared break and targets beyond one are left out for all.
  ///
  /// - Parameters:
  ///   - set: the indicator.
  ///   - request: what is asked.
  ///   - usesTrackRecord: whether past errors of the panel set the widths; else the library's stand.
  ///   - receive: is given the rows of one origin after the other.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  /// - Complexity: O(models · places · origins · horizon).
  package static func run(
    _ set: BacktestRequest.IndicatorSet, _ request: BacktestRequest,
    usesTrackRecord: Bool = true, receive: (BacktestRow) -> Void
  ) throws(LinearAlgebraError) {
    let lone = PacePrior(
      library: request.library, estimates: request.library.estimates(testing: set.indicator),
      direction: set.direction)
    for (historyIndex, history) in request.histories.enumerated() {
      var panel = RollingPanel(
        members: set.members, lone: lone, history: history, horizon: request.horizon,
        learnsFromOthers: request.learnsFromOthers)
      for origin in panel.origins {
        let priors =
          usesTrackRecord
          ? try panel.priors(origin: origin) : try panel.unwalkedPriors(origin: origin)
        let forecasts = panel.inputs(origin: origin, priors: priors)
        let paceFits = try panel.fits(forecasts)
        for (modelIndex, model) in request.models.enumerated() {
          let fits =
            model.learnsFromOthers
            ? paceFits.map { $0 as (any TrendFit)? }
            : try Self.fits(of: model, forecasts, horizon: request.horizon)
          for (forecast, fit) in zip(forecasts, fits) {
            guard let fit, forecast.input.brokenSteps.isEmpty else { continue }
            let windows = Window(
              forecast, member: set.members[forecast.place], model: modelIndex,
              history: historyIndex)
            windows.report(fit, horizon: request.horizon, receive)
          }
        }
      }
    }
  }

  /// Fits a model to the figures of an origin, those of one pattern together; nil where they are too few.
  private static func fits(
    of model: any TrendModel, _ forecasts: [PastForecast], horizon: Int
  ) throws(LinearAlgebraError) -> [(any TrendFit)?] {
    var results: [(any TrendFit)?] = forecasts.map { _ in nil }
    var batches: [YearPattern: [Int]] = [:]
    var patterns: [YearPattern] = []
    for (index, forecast) in forecasts.enumerated() {
      let pattern = forecast.input.pattern
      guard pattern.count >= model.minimumCount, pattern.brokenSteps.isEmpty else { continue }
      if batches[pattern] == nil { patterns.append(pattern) }
      batches[pattern, default: []].append(index)
    }
    for pattern in patterns {
      let indexes = batches[pattern] ?? []
      let batch = TrendBatch(
        pattern: pattern, inputs: indexes.map { forecasts[$0].input }, horizon: horizon)
      for (index, fit) in zip(indexes, try model.fit(batch)) { results[index] = fit }
    }
    return results
  }

  /// The figures of one origin and the targets after it.
  private struct Window {
    let forecast: PastForecast
    let member: RollingPanel.Member
    let model: Int
    let history: Int
    let meanChange: Double?

    init(
      _ forecast: PastForecast, member: RollingPanel.Member, model: Int, history: Int
    ) {
      self.forecast = forecast
      self.member = member
      self.model = model
      self.history = history
      let percents = forecast.input.percents
      let sizes = zip(percents, percents.dropFirst()).map { abs($1 - $0) }
      let mean = sizes.reduce(0, +) / Double(max(sizes.count, 1))
      meanChange = mean > 0 ? mean : nil
    }

    func report(_ fit: any TrendFit, horizon: Int, _ receive: (BacktestRow) -> Void) {
      for ahead in 1...horizon {
        guard let actual = member.target(origin: forecast.origin, ahead: ahead) else { continue }
        receive(
          BacktestRow(
            model: model, place: forecast.place, origin: forecast.origin, history: history,
            figures: forecast.input.years.count, horizon: ahead,
            last: forecast.input.percents[forecast.input.percents.count - 1],
            meanChange: meanChange, forecast: fit.distribution(horizon: ahead), actual: actual))
      }
    }
  }
}
