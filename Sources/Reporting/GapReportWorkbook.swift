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

  /// The workbook: what is missing, a sheet an agency, the parts of the place, remarks.
  ///
  /// A table without rows has no sheet, but for the first.
  package var workbook: Workbook {
    let tables = GapReportTables(report)
    var sheets = [
      sheet(
        Phrase(vi: "Còn thiếu", en: "Missing")(language),
        Phrase(vi: "Việc còn lại", en: "What is left"), tables.overview, groups: 0)
    ]
    let parts = tables.parts()
    var last: [Worksheet] = []
    if !parts.rows.isEmpty {
      last.append(
        sheet(
          Phrase(vi: "Đơn vị trực thuộc", en: "Parts")(language),
          Phrase(vi: "Theo đơn vị trực thuộc", en: "By part of the place"), parts, groups: 0))
    }
    if report.most == nil, !report.reserves.isEmpty {
      last.append(
        sheet(
          Phrase(vi: "Phần dư", en: "Reserve")(language),
          Phrase(vi: "Phần dư", en: "Reserve"), tables.reserves))
    }
    if isByAgency {
      var taken = (sheets + last).map(\.title)
      for agency in report.agencies {
        let name = agency.agency ?? GapReportTables.unassigned(language)
        let title = SheetTitle.free(for: name, besides: taken)
        taken.append(title)
        sheets.append(
          sheet(
            title,
            Phrase(vi: "Việc của \(name)", en: "What is asked of \(name)"),
            tables.handout(of: agency)))
      }
    }
    return Workbook(title: subject, sheets: sheets + last)
  }

  private var subject: String {
    let analysis = report.analysis
    return "\(analysis.level.title(language)) – \(analysis.place.name), "
      + Phrase(vi: "năm \(analysis.targetYear)", en: "\(analysis.targetYear)")(language)
  }

  private func sheet(
    _ title: String, _ headline: Phrase, _ table: ReportTable, groups: Int? = nil
  ) -> Worksheet {
    table.worksheet(
      ReportTable.SheetHead(
        title: Phrase(title),
        headline: Phrase(vi: "\(headline.vi): \(subject)", en: "\(headline.en): \(subject)"),
        notices: AnalysisText(report.analysis, language: language).notices, legend: legend),
      in: language, frozenColumns: 2, groups: groups)
  }

  private var legend: [Phrase] {
    [
      report.due.map { DueWords.sentence(on: $0) },
      Phrase(
        vi: "Người, hộ …: tính trên tổng số dự báo năm \(report.analysis.targetYear).",
        en: "People, households …: on the base forecast for \(report.analysis.targetYear)."),
    ].compactMap(\.self)
  }
}
