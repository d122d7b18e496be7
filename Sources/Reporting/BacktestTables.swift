package import Evaluation
package import Forecasting
package import Wording

/// The tables of a back-test.
package struct BacktestTables {
  private let result: BacktestResult

  package init(_ result: BacktestResult) {
    self.result = result
  }

  /// The words for a history: "5", or "all" for everything known.
  package static func name(of history: HistoryRule) -> String {
    switch history {
    case .exactly(let count): String(count)
    case .all: "all"
    }
  }

  private static func columns(_ first: [ReportTable.Column]) -> [ReportTable.Column] {
    first + [
      ReportTable.Column(Phrase(vi: "Lượt", en: "Forecasts"), .trailing),
      ReportTable.Column(Phrase(vi: "Chỉ số", en: "Indicators"), .trailing),
      ReportTable.Column(Phrase(vi: "Năm gốc", en: "Origins"), .trailing),
      ReportTable.Column(Phrase(vi: "MAE", en: "MAE"), .trailing),
      ReportTable.Column(Phrase(vi: "MASE", en: "MASE"), .trailing),
      ReportTable.Column(Phrase(vi: "CRPS", en: "CRPS"), .trailing),
      ReportTable.Column(Phrase(vi: "Điểm khoảng", en: "Interval score"), .trailing),
      ReportTable.Column(Phrase(vi: "relMAE", en: "relMAE"), .trailing),
      ReportTable.Column(Phrase(vi: "relCRPS", en: "relCRPS"), .trailing),
      ReportTable.Column(Phrase(vi: "50%", en: "50%"), .trailing),
      ReportTable.Column(Phrase(vi: "80%", en: "80%"), .trailing),
      ReportTable.Column(Phrase(vi: "±", en: "±"), .trailing),
      ReportTable.Column(Phrase(vi: "95%", en: "95%"), .trailing),
    ]
  }

  private static func cells(_ score: GroupScore) -> [ReportTable.Cell] {
    func percent(_ value: Double?) -> ReportTable.Cell { .decimal(value.map { $0 * 100 }) }
    return [
      .whole(score.count), .whole(score.indicatorCount), .whole(score.originCount),
      .decimal(score.meanAbsoluteError, decimals: 2),
      .decimal(score.meanScaledError, decimals: 2),
      .decimal(score.meanRankedScore, decimals: 2),
      .decimal(score.meanIntervalScore, decimals: 2),
      .decimal(score.relativeError, decimals: 3),
      .decimal(score.relativeRankedScore, decimals: 3), percent(score.coverages[0]),
      percent(score.coverages[1]), percent(score.coverageErrors[1]), percent(score.coverages[2]),
    ]
  }

  /// One row a history, distance and model, means over indicators.
  package var groups: ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for (historyIndex, history) in result.request.histories.enumerated() {
      for horizon in 1...result.request.horizon {
        for model in result.shownModels {
          guard
            let score = result.group(model: model, history: historyIndex, horizon: horizon)
          else { continue }
          rows.append(
            [
              .name(Self.name(of: history)), .whole(horizon), .name(result.name(ofModel: model)),
            ] + Self.cells(score))
        }
      }
    }
    return ReportTable(
      columns: Self.columns([
        ReportTable.Column(Phrase(vi: "n", en: "n"), .trailing),
        ReportTable.Column(Phrase(vi: "h", en: "h"), .trailing),
        ReportTable.Column(Phrase(vi: "Mô hình", en: "Model")),
      ]), rows: rows)
  }

  /// One row a history, distance and indicator, for one model.
  package func indicators(model: Int) -> ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for (historyIndex, history) in result.request.histories.enumerated() {
      for horizon in 1...result.request.horizon {
        let key = BacktestScores.Key(model: model, history: historyIndex, horizon: horizon)
        for scores in result.scores.indicators {
          guard let cell = scores.cells[key] else { continue }
          rows.append([
            .name(Self.name(of: history)), .whole(horizon), .name(scores.indicator),
            .whole(cell.count), .whole(cell.placeCount), .whole(cell.originCount),
            .decimal(cell.meanAbsoluteError, decimals: 2),
            .decimal(cell.meanRankedScore, decimals: 2),
            .decimal(cell.coverage(.wide) * 100),
            .decimal(cell.coverageError(.wide).map { $0 * 100 }),
          ])
        }
      }
    }
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "n", en: "n"), .trailing),
        ReportTable.Column(Phrase(vi: "h", en: "h"), .trailing),
        ReportTable.Column(Phrase(vi: "Chỉ số", en: "Indicator"), widest: 30),
        ReportTable.Column(Phrase(vi: "Lượt", en: "Forecasts"), .trailing),
        ReportTable.Column(Phrase(vi: "Nơi", en: "Places"), .trailing),
        ReportTable.Column(Phrase(vi: "Năm gốc", en: "Origins"), .trailing),
        ReportTable.Column(Phrase(vi: "MAE", en: "MAE"), .trailing),
        ReportTable.Column(Phrase(vi: "CRPS", en: "CRPS"), .trailing),
        ReportTable.Column(Phrase(vi: "80%", en: "80%"), .trailing),
        ReportTable.Column(Phrase(vi: "±", en: "±"), .trailing),
      ], rows: rows)
  }

  /// One row a model and kind of statement: the Brier score and its parts.
  package var statements: ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for kind in BacktestScores.StatementKind.allCases {
      for model in result.shownModels {
        let score = result.scores.statements[model][kind.rawValue]
        guard let brier = score.brier, let parts = score.decomposition else { continue }
        let off = score.misstated(margin: 0.05, fewest: 200)
        rows.append([
          .text(Self.title(of: kind)), .name(result.name(ofModel: model)), .whole(score.count),
          .decimal(brier, decimals: 4), .decimal(parts.reliability * 1000, decimals: 2),
          .decimal(parts.resolution, decimals: 4), .decimal(parts.uncertainty, decimals: 4),
          .name("\(off.count)/\(off.of)"),
        ])
      }
    }
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Ngưỡng", en: "Thresholds"), widest: 30),
        ReportTable.Column(Phrase(vi: "Mô hình", en: "Model")),
        ReportTable.Column(Phrase(vi: "Khẳng định", en: "Statements"), .trailing),
        ReportTable.Column(Phrase(vi: "Brier", en: "Brier"), .trailing),
        ReportTable.Column(Phrase(vi: "REL ×1000", en: "REL ×1000"), .trailing),
        ReportTable.Column(Phrase(vi: "RES", en: "RES"), .trailing),
        ReportTable.Column(Phrase(vi: "UNC", en: "UNC"), .trailing),
        ReportTable.Column(Phrase(vi: "Lệch > 5", en: "Off > 5"), .trailing),
      ], rows: rows)
  }

  /// One row a tenth of the stated probability, for one model and kind of statement.
  package func deciles(model: Int, kind: BacktestScores.StatementKind) -> ReportTable {
    let score = result.scores.statements[model][kind.rawValue]
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Đã nói (%)", en: "Stated (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã đúng (%)", en: "Came true (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Số khẳng định", en: "Statements"), .trailing),
      ],
      rows: score.deciles.filter { $0.count > 0 }.map { decile in
        [
          .decimal(decile.meanStated.map { $0 * 100 }), .decimal(decile.observed.map { $0 * 100 }),
          .whole(decile.count),
        ]
      })
  }

  /// The words for a kind of threshold.
  package static func title(of kind: BacktestScores.StatementKind) -> Phrase {
    switch kind {
    case .rise: Phrase(vi: "số cuối + 2, 5, 10 điểm", en: "last figure + 2, 5, 10 points")
    case .round: Phrase(vi: "50, 60, 80%", en: "50, 60, 80%")
    }
  }
}
