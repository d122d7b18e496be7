package import Evaluation
package import OfficeDocuments
package import Wording

/// A back-test as a workbook: the tables of the report, and the first model for each indicator.
package struct BacktestWorkbook {
  private let result: BacktestResult
  private let source: String
  private let language: Language

  /// - Parameters:
  ///   - result: the back-test.
  ///   - source: the name of the data set.
  ///   - language: of all texts.
  package init(_ result: BacktestResult, source: String, language: Language) {
    self.result = result
    self.source = source
    self.language = language
  }

  /// The workbook; a table without rows has no sheet.
  package var workbook: Workbook {
    let tables = BacktestTables(result)
    let text = BacktestText(result, language: language)
    let first = result.name(ofModel: 0)
    func sheet(
      _ title: Phrase, _ headline: Phrase, _ table: ReportTable, frozenColumns: Int,
      legend: String? = nil
    ) -> Worksheet? {
      guard !table.rows.isEmpty else { return nil }
      return table.worksheet(
        ReportTable.SheetHead(
          title: title, headline: headline, notices: [Phrase(source)],
          legend: legend.map { [Phrase($0)] } ?? []),
        in: language, frozenColumns: frozenColumns)
    }
    var sheets = [
      sheet(
        Phrase(vi: "Mô hình", en: "Models"),
        Phrase(
          vi: "Dự báo lại quá khứ (trung bình các chỉ số, mỗi chỉ số một phiếu)",
          en: "The past forecast again (means over indicators, one vote each)"),
        tables.groups, frozenColumns: 3, legend: text.legend),
      sheet(
        Phrase(vi: "Chỉ số", en: "Indicators"),
        Phrase(vi: "Từng chỉ số, \(first)", en: "Each indicator, \(first)"),
        tables.indicators(model: 0), frozenColumns: 3, legend: text.legend),
      sheet(
        Phrase(vi: "Khẳng định", en: "Statements"),
        Phrase(
          vi: "Khẳng định “đạt ngưỡng”: đã nói và đã đúng",
          en: "Statements “reaches the threshold”: said and came true"),
        tables.statements, frozenColumns: 2, legend: text.statementLegend),
    ]
    for kind in BacktestScores.StatementKind.allCases {
      let words = BacktestTables.title(of: kind)
      sheets.append(
        sheet(
          Self.tab(of: kind),
          Phrase(vi: "\(first), ngưỡng: \(words.vi)", en: "\(first), thresholds: \(words.en)"),
          tables.deciles(model: 0, kind: kind), frozenColumns: 1))
    }
    return Workbook(title: source, sheets: sheets.compactMap(\.self))
  }

  private static func tab(of kind: BacktestScores.StatementKind) -> Phrase {
    switch kind {
    case .rise: Phrase(vi: "Độ tin cậy, số cuối +", en: "Reliability, last figure +")
    case .round: Phrase(vi: "Độ tin cậy, số tròn", en: "Reliability, round numbers")
    }
  }
}
