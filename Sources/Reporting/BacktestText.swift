package import Evaluation
import Forecasting
package import Wording

/// A back-test for a terminal.
package struct BacktestText {
  private let result: BacktestResult
  private let language: Language

  package init(_ result: BacktestResult, language: Language) {
    self.result = result
    self.language = language
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// The parts of the report.
  package enum Part: String, Sendable, CaseIterable {
    /// Error, score and coverage of each model, means over indicators.
    case groups
    /// The error of each model against no change, mean over distances.
    case means
    /// Error, score and coverage of the first model for each indicator.
    case indicators
    /// How reliable statements about thresholds were, for each model.
    case statements
    /// What was said and what came true of the first model.
    case deciles
  }

  /// The whole report; the table of indicators is left to those who ask for it.
  package var text: String {
    Part.allCases.filter { $0 != .indicators }.map { text(of: $0) }.joined()
  }

  /// Returns one part, with what is needed to read it.
  package func text(of part: Part) -> String {
    let tables = BacktestTables(result)
    switch part {
    case .groups:
      return heading(
        say(
          "DỰ BÁO LẠI QUÁ KHỨ (trung bình các chỉ số, mỗi chỉ số một phiếu)",
          "THE PAST FORECAST AGAIN (means over indicators, one vote each)"))
        + tables.groups.text(in: language) + Self.wrapped(legend)
    case .means:
      guard meanHorizons.count > 1 else { return "" }
      let years = meanHorizons.map(String.init).joined(separator: ", ")
      return heading(
        say(
          "SAI SỐ SO VỚI “GIỮ NGUYÊN” (relMAE, trung bình năm tới thứ \(years))",
          "ERROR AGAINST NO CHANGE (relMAE, mean of \(years) years ahead)")) + means
    case .indicators:
      return heading(
        say("TỪNG CHỈ SỐ, \(result.name(ofModel: 0))", "EACH INDICATOR, \(result.name(ofModel: 0))")
      )
        + tables.indicators(model: 0).text(in: language)
    case .statements:
      return heading(
        say(
          "KHẲNG ĐỊNH “ĐẠT NGƯỠNG”: ĐÃ NÓI VÀ ĐÃ ĐÚNG",
          "STATEMENTS “REACHES THE THRESHOLD”: SAID AND CAME TRUE"))
        + tables.statements.text(in: language) + Self.wrapped(statementLegend)
    case .deciles:
      return BacktestScores.StatementKind.allCases.filter {
        result.scores.statements[0][$0.rawValue].count > 0
      }.map { kind in
        heading("\(result.name(ofModel: 0)), \(BacktestTables.title(of: kind)(language))")
          + tables.deciles(model: 0, kind: kind).text(in: language)
      }.joined()
    }
  }

  private func heading(_ text: String) -> String { "\n\(text)\n" }

  private static func wrapped(_ text: String) -> String {
    DisplayWidth.wrapped(text, width: 110).map { $0 + "\n" }.joined()
  }

  /// What the columns of the groups mean.
  var legend: String {
    say(
      "n: số năm đã biết; h: năm tới thứ mấy; MAE, CRPS, điểm khoảng: điểm %, nhỏ là tốt; relMAE, relCRPS: so với \(result.name(ofModel: result.yardstick)), trung bình nhân; 50%, 80%, 95%: tỷ lệ khoảng dự báo chứa số thật; ±: sai số chuẩn của cột 80%, gộp theo năm gốc.",
      "n: figures known; h: years ahead; MAE, CRPS, interval score: points, small is good; relMAE, relCRPS: against \(result.name(ofModel: result.yardstick)), geometric means; 50%, 80%, 95%: how often the interval held what came; ±: standard error of the column 80%, clustered by origin year."
    )
  }

  /// What the columns of the statements mean.
  var statementLegend: String {
    say(
      "Brier = REL − RES + UNC (Murphy 1973), nhỏ là tốt; lệch > 5: số nhóm 10% có từ 200 khẳng định mà nói và đúng cách nhau hơn 5 điểm.",
      "Brier = REL − RES + UNC (Murphy 1973), small is good; off > 5: tenths with 200 statements and more that lie further than 5 points off."
    )
  }

  private var meanHorizons: [Int] { [1, 3, 5].filter { $0 <= result.request.horizon } }

  /// One row a model, one column a history.
  private var means: String {
    guard result.request.models.count > 1, meanHorizons.count > 1 else { return "" }
    let histories = result.request.histories.indices
    return ReportTable(
      columns: [ReportTable.Column(Phrase(vi: "Mô hình", en: "Model"))]
        + histories.map {
          ReportTable.Column(
            Phrase("n = \(BacktestTables.name(of: result.request.histories[$0]))"), .trailing)
        },
      rows: result.shownModels.map { model in
        [.name(result.name(ofModel: model))]
          + histories.map {
            .decimal(
              result.meanRelativeError(model: model, history: $0, horizons: meanHorizons),
              decimals: 3)
          }
      }
    ).text(in: language)
  }
}
