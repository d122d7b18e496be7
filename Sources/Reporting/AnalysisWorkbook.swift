import Indicators
package import OfficeDocuments
package import Planning
import Regulations
package import Wording

/// An analysis as a workbook: one sheet a table, the notices of the report above each.
package struct AnalysisWorkbook {
  private let analysis: Analysis
  private let inputs: [ResultEnvelope.Input]
  private let toolVersion: String
  private let language: Language

  /// - Parameters:
  ///   - analysis: the answer.
  ///   - inputs: the files that it was made from.
  ///   - toolVersion: the version of the program.
  ///   - language: of all texts.
  package init(
    _ analysis: Analysis, inputs: [ResultEnvelope.Input], toolVersion: String, language: Language
  ) {
    self.analysis = analysis
    self.inputs = inputs
    self.toolVersion = toolVersion
    self.language = language
  }

  /// The workbook: gap, outlook, forecast, second opinions, agencies, remarks, figures, sources.
  ///
  /// A table without rows has no sheet.
  package var workbook: Workbook {
    let tables = AnalysisTables(analysis, language: language)
    let text = AnalysisText(analysis, language: language)
    let subject = "\(analysis.level.title(language)) – \(analysis.place.name)"
    func sheet(
      _ title: Phrase, _ headline: Phrase, _ table: ReportTable, frozenColumns: Int = 0,
      groups: Int? = nil, legend: [String?] = []
    ) -> Worksheet? {
      guard !table.rows.isEmpty else { return nil }
      let head = ReportTable.SheetHead(
        title: title,
        headline: Phrase(vi: "\(headline.vi): \(subject)", en: "\(headline.en): \(subject)"),
        notices: text.notices, legend: legend.compactMap { $0.map { Phrase($0) } })
      return table.worksheet(
        head, in: language, frozenColumns: frozenColumns, groups: groups)
    }
    let year = analysis.targetYear
    let sheets = [
      sheet(
        Phrase(vi: "Khoảng cách", en: "Gap"),
        Phrase(vi: "Khoảng cách và nhịp, năm mục tiêu \(year)", en: "Gap and pace, for \(year)"),
        tables.gap, frozenColumns: 2,
        legend: [
          Phrase(
            vi:
              "Thiếu: số âm là phần dư. Nhịp: điểm phần trăm một năm. Ô năm để trống: không đạt trong các năm dự báo.",
            en:
              "Missing: negative is a reserve. Pace: points a year. An empty year: not within the years forecast."
          )(language)
        ]),
      sheet(
        Phrase(vi: "Triển vọng", en: "Outlook"),
        Phrase(vi: "Khả năng đạt theo năm", en: "The chance by year"),
        text.outlookTable, frozenColumns: 1,
        legend: [text.assumption, text.condition, text.lackOfChance]),
      sheet(
        Phrase(vi: "Dự báo", en: "Forecast"),
        Phrase(vi: "Trung vị và khoảng 80%", en: "Median and 80% interval"), tables.forecast,
        frozenColumns: 2, groups: 0),
      sheet(
        Phrase(vi: "Ý kiến thứ hai", en: "Second opinions"),
        Phrase(
          vi: "Phương pháp của tổ chức khác, không phải kết quả của chương trình",
          en: "Methods of other organisations, no results of this program"),
        OpinionTable.sheet(of: analysis), frozenColumns: 2, groups: 0,
        legend: [OpinionWords.caution(language)]
          + analysis.opinions.map { method in
            let words = method.method.words
            return "\(method.method.id): \(words.title(language)). \(words.formula(language)) "
              + Phrase(vi: "Nguồn: ", en: "Source: ")(language) + words.source(language) + ". "
              + (words.unconfirmed?(language) ?? "")
          }),
      sheet(
        Phrase(vi: "Phân công", en: "Agencies"),
        Phrase(vi: "Đơn vị phụ trách", en: "Who is responsible"), tables.agencies,
        frozenColumns: 2),
      sheet(
        Phrase(vi: "Lưu ý", en: "Remarks"),
        Phrase(vi: "Cần biết khi đọc", en: "To be known when reading"), tables.remarks),
      sheet(
        Phrase(vi: "Số liệu đã dùng", en: "Figures used"),
        Phrase(vi: "Số liệu hằng năm đã dùng", en: "The yearly figures used"), tables.figures,
        frozenColumns: 2, groups: 0),
      sheet(
        Phrase(vi: "Nguồn", en: "Sources"),
        Phrase(vi: "Căn cứ và tệp nguồn", en: "Basis and files read"),
        tables.sources(of: inputs, toolVersion: toolVersion)),
    ]
    return Workbook(title: subject, sheets: sheets.compactMap(\.self))
  }
}
