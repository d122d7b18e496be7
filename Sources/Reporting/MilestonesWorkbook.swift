import Indicators
package import OfficeDocuments
package import Planning
import Regulations
package import Wording

/// Milestones as a workbook: the years at a glance, every step, facts and grades, the calendar.
package struct MilestonesWorkbook {
  private let analysis: Analysis
  private let milestones: Milestones
  private let inputs: [ResultEnvelope.Input]
  private let toolVersion: String
  private let language: Language

  /// - Parameters:
  ///   - milestones: the milestones.
  ///   - analysis: the answer that they come from.
  ///   - inputs: the files that it was made from.
  ///   - toolVersion: the version of the program.
  ///   - language: of all texts.
  package init(
    _ milestones: Milestones, of analysis: Analysis, inputs: [ResultEnvelope.Input],
    toolVersion: String, language: Language
  ) {
    self.analysis = analysis
    self.milestones = milestones
    self.inputs = inputs
    self.toolVersion = toolVersion
    self.language = language
  }

  /// The workbook; a table without rows has no sheet.
  package var workbook: Workbook {
    let tables = MilestonesTables(milestones, of: analysis)
    let subject = "\(analysis.level.title(language)) – \(analysis.place.name)"
    func sheet(
      _ title: Phrase, _ headline: Phrase, _ table: ReportTable, frozenColumns: Int = 0,
      groups: Int? = nil
    ) -> Worksheet? {
      guard !table.rows.isEmpty else { return nil }
      let head = ReportTable.SheetHead(
        title: title,
        headline: Phrase(vi: "\(headline.vi): \(subject)", en: "\(headline.en): \(subject)"),
        notices: AnalysisText(analysis, language: language).notices)
      return table.worksheet(head, in: language, frozenColumns: frozenColumns, groups: groups)
    }
    let sheets = [
      sheet(
        Phrase(vi: "Mốc năm", en: "Years"),
        Phrase(
          vi: "Mốc từng năm đến \(milestones.targetYear)",
          en: "Milestones by year until \(milestones.targetYear)"),
        tables.overview, frozenColumns: 2),
      sheet(
        Phrase(vi: "Mốc quý", en: "Quarters"),
        Phrase(vi: "Mốc từng quý và từng năm", en: "Milestones by quarter and year"),
        tables.quarters, frozenColumns: 2, groups: 0),
      sheet(
        Phrase(vi: "Đạt hay không đạt", en: "Facts"),
        Phrase(vi: "Chỉ tiêu đạt/không đạt và mức độ", en: "Facts and grades"), tables.tasks,
        frozenColumns: 2),
      sheet(
        Phrase(vi: "Lịch", en: "Calendar"), Phrase(vi: "Lịch", en: "Calendar"), tables.calendar),
      sheet(
        Phrase(vi: "Nguồn", en: "Sources"),
        Phrase(vi: "Căn cứ và tệp nguồn", en: "Basis and files read"),
        AnalysisTables(analysis, language: language).sources(of: inputs, toolVersion: toolVersion)),
    ]
    return Workbook(title: subject, sheets: sheets.compactMap(\.self))
  }
}
