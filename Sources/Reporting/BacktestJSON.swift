package import Evaluation
import Forecasting
import Indicators

/// A back-test as the `data` of the JSON document.
package enum BacktestJSON {
  /// Returns the data; `files` are the paths written.
  package static func data(of result: BacktestResult, files: [String]) -> JSONValue {
    let request = result.request
    return .object([
      ("models", .texts(result.shownModels.map { result.name(ofModel: $0) })),
      ("yardstick", .string(result.name(ofModel: result.yardstick))),
      ("histories", .texts(request.histories.map { BacktestTables.name(of: $0) })),
      ("horizon", .whole(request.horizon)),
      ("learnsFromOthers", .bool(request.learnsFromOthers)),
      ("indicators", .array(request.sets.map { indicator($0, of: request) })),
      ("groups", .array(groups(of: result))),
      ("cells", .array(cells(of: result))),
      ("statements", .array(statements(of: result))),
      ("files", .texts(files)),
    ])
  }

  private static func indicator(
    _ set: BacktestRequest.IndicatorSet, of request: BacktestRequest
  ) -> JSONValue {
    .object([
      ("id", .string(set.indicator)), ("kind", .text(set.kind)),
      ("direction", .string(set.direction.rawValue)),
      ("places", .whole(set.places.count)),
      ("figures", .whole(set.members.reduce(0) { $0 + $1.years.count })),
      ("groupLeftOut", .text(request.library.set(set.indicator)?.group)),
    ])
  }

  private static func keys(
    of result: BacktestResult
  ) -> [(key: BacktestScores.Key, head: [(key: String, value: JSONValue)])] {
    result.request.histories.indices.flatMap { history in
      (1...result.request.horizon).flatMap { horizon in
        result.shownModels.map { model in
          let name = BacktestTables.name(of: result.request.histories[history])
          return (
            BacktestScores.Key(model: model, history: history, horizon: horizon),
            [
              ("model", .string(result.name(ofModel: model))), ("history", .string(name)),
              ("horizon", .whole(horizon)),
            ]
          )
        }
      }
    }
  }

  private static func groups(of result: BacktestResult) -> [JSONValue] {
    keys(of: result).compactMap { key, head in
      guard let score = result.scores.group(key, yardstick: result.yardstick) else { return nil }
      return .object(
        head + [
          ("forecasts", .whole(score.count)), ("indicators", .whole(score.indicatorCount)),
          ("places", .whole(score.placeCount)), ("origins", .whole(score.originCount)),
          ("mae", .number(score.meanAbsoluteError)), ("mase", .decimal(score.meanScaledError)),
          ("crps", .number(score.meanRankedScore)),
          ("intervalScore80", .number(score.meanIntervalScore)),
          ("relMAE", .decimal(score.relativeError)),
          ("relCRPS", .decimal(score.relativeRankedScore)),
          ("coverage50", .number(score.coverages[0])),
          ("coverage50Error", .decimal(score.coverageErrors[0])),
          ("coverage80", .number(score.coverages[1])),
          ("coverage80Error", .decimal(score.coverageErrors[1])),
          ("coverage95", .number(score.coverages[2])),
          ("coverage95Error", .decimal(score.coverageErrors[2])),
          ("indicatorsCovering75to85", .number(score.shareOfIndicators(coveringIn: 0.75...0.85))),
          ("indicatorsCovering70to90", .number(score.shareOfIndicators(coveringIn: 0.7...0.9))),
        ])
    }
  }

  private static func cells(of result: BacktestResult) -> [JSONValue] {
    keys(of: result).flatMap { key, head in
      result.scores.indicators.compactMap { scores -> JSONValue? in
        guard let cell = scores.cells[key] else { return nil }
        return .object(
          head + [
            ("indicator", .string(scores.indicator)), ("forecasts", .whole(cell.count)),
            ("places", .whole(cell.placeCount)), ("origins", .whole(cell.originCount)),
            ("mae", .number(cell.meanAbsoluteError)), ("mase", .decimal(cell.meanScaledError)),
            ("crps", .number(cell.meanRankedScore)),
            ("intervalScore80", .number(cell.meanIntervalScore)),
            ("coverage50", .number(cell.coverage(.half))),
            ("coverage50Error", .decimal(cell.coverageError(.half))),
            ("coverage80", .number(cell.coverage(.wide))),
            ("coverage80Error", .decimal(cell.coverageError(.wide))),
            ("coverage95", .number(cell.coverage(.widest))),
            ("coverage95Error", .decimal(cell.coverageError(.widest))),
            ("pit", .array(cell.integralTransform.map { .number($0) })),
          ])
      }
    }
  }

  private static func statements(of result: BacktestResult) -> [JSONValue] {
    result.shownModels.flatMap { model in
      BacktestScores.StatementKind.allCases.compactMap { kind -> JSONValue? in
        let score = result.scores.statements[model][kind.rawValue]
        guard let parts = score.decomposition else { return nil }
        return .object([
          ("model", .string(result.name(ofModel: model))),
          ("thresholds", .string(kind == .rise ? "last+2,5,10" : "50,60,80")),
          ("count", .whole(score.count)), ("brier", .decimal(score.brier)),
          ("reliability", .number(parts.reliability)), ("resolution", .number(parts.resolution)),
          ("uncertainty", .number(parts.uncertainty)),
          (
            "deciles",
            .array(
              score.deciles.map { decile in
                .object([
                  ("stated", .decimal(decile.meanStated)), ("observed", .decimal(decile.observed)),
                  ("count", .whole(decile.count)),
                ])
              })
          ),
        ])
      }
    }
  }
}
