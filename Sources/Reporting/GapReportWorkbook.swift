import Indicators
package import OfficeDocuments
package import Planning
import Regulations
package import Wording

/// The work that is left to a level as a workbook: an overview, and a sheet an agency to hand out.
package struct GapReportWorkbook {
  private let report: GapReport
  private let isByAgency: Bool
  private let language: Language

  /// - Parameters:
  ///   - report: what is left to do.
  ///   - isByAgency: whether each agency gets a sheet of its own.
  ///   - language: of all texts.
  package init(_ report: GapReport, isByAgency: Bool, language: Language) {
    self.report = report
    self.isByAgency = isByAgency
    self.language = language
  }

  /// The workbook: what is missing, a sheet an agency, the parts of the place, reserves.
  ///
  /// A table without rows has no sheet, but for the first.
  package var workbook: Workbook {
    let overview = sheet(
      Phrase(vi: "Còn thiếu", en: "Missing")(language),
      Phrase(vi: "Việc còn lại", en: "What is left"), GapReportTables(report).overview,
      legend: standings(of: report.rows), groups: 0)
    let last = [parts, reserves].compactMap(\.self)
    let handouts = isByAgency ? handouts(besides: ([overview] + last).map(\.title)) : []
    return Workbook(title: subject, sheets: [overview] + handouts + last)
  }

  private func handouts(besides taken: [String]) -> [Worksheet] {
    var taken = taken
    return report.agencies.map { agency in
      let name = agency.agency ?? GapReportTables.unassigned(language)
      let title = SheetTitle.free(for: name, besides: taken)
      taken.append(title)
      return sheet(
        title, Phrase(vi: "Việc của \(name)", en: "What is asked of \(name)"),
        GapReportTables(report).handout(of: agency), legend: standings(of: agency.rows))
    }
  }

  private var parts: Worksheet? {
    let table = GapReportTables(report).parts()
    guard !table.rows.isEmpty else { return nil }
    return sheet(
      Phrase(vi: "Đơn vị trực thuộc", en: "Parts")(language),
      Phrase(vi: "Theo đơn vị trực thuộc", en: "By part of the place"), table,
      legend: PartWords.sentences(of: report, named: .max, in: language), groups: 0)
  }

  private var reserves: Worksheet? {
    guard report.most == nil, !report.reserves.isEmpty else { return nil }
    let title = Phrase(vi: "Phần dư", en: "Reserve")
    return sheet(title(language), title, GapReportTables(report).reserves, legend: [baseNote])
  }

  private var subject: String {
    let analysis = report.analysis
    return "\(analysis.level.title(language)) – \(analysis.place.name), "
      + Phrase(vi: "năm \(analysis.targetYear)", en: "\(analysis.targetYear)")(language)
  }

  /// What people are counted on, and what their pace was compared with.
  private func standings(of rows: [GapRow]) -> [String] {
    [baseNote] + StandingWords.sentences(of: rows, in: language)
  }

  private var baseNote: String {
    Phrase(
      vi: "Người, hộ …: tính trên tổng số dự báo năm \(report.analysis.targetYear).",
      en: "People, households …: on the base forecast for \(report.analysis.targetYear)."
    )(language)
  }

  private func sheet(
    _ title: String, _ headline: Phrase, _ table: ReportTable, legend: [String],
    groups: Int? = nil
  ) -> Worksheet {
    let due = report.due.map { DueWords.sentence(on: $0) }
    return table.worksheet(
      ReportTable.SheetHead(
        title: Phrase(title),
        headline: Phrase(vi: "\(headline.vi): \(subject)", en: "\(headline.en): \(subject)"),
        notices: AnalysisText(report.analysis, language: language).notices,
        legend: [due].compactMap(\.self) + legend.map { Phrase($0) }),
      in: language, frozenColumns: 2, groups: groups)
  }
}
