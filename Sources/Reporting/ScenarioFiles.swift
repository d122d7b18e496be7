import Indicators
package import OfficeDocuments
package import Planning
import Regulations
package import Wording

/// The tables of scenarios as files: long tables for a spreadsheet, and a workbook.
package struct ScenarioFiles: Sendable {
  private let analysis: Analysis
  private let outcomes: [ScenarioOutcome]
  private let mixes: [CheapestMix]
  private let language: Language

  /// - Parameters:
  ///   - analysis: the answer that the scenarios change.
  ///   - outcomes: what comes of each.
  ///   - mixes: what has to be true, one a year of the outlook.
  ///   - language: of all texts.
  package init(
    _ analysis: Analysis, outcomes: [ScenarioOutcome], mixes: [CheapestMix], language: Language
  ) {
    self.analysis = analysis
    self.outcomes = outcomes
    self.mixes = mixes
    self.language = language
  }

  private var tables: ScenarioTables {
    ScenarioTables(analysis: analysis, outcomes: outcomes, mixes: mixes)
  }

  /// One row a scenario, share and year.
  package var paths: ReportTable { tables.paths }

  /// One row a share: what has to be true in the target year; nil where nothing can be followed.
  package var mix: ReportTable? { targetMix.map { tables.mixFile($0) } }

  private var targetMix: CheapestMix? { mixes.first { $0.year == analysis.targetYear } }

  /// The workbook: the chance by scenario, the shares, the paths, what has to be true.
  package var workbook: Workbook {
    let subject = "\(analysis.level.title(language)) – \(analysis.place.name)"
    let notices = AnalysisText(analysis, language: language).notices
    func sheet(
      _ title: Phrase, _ headline: Phrase, _ table: ReportTable?, frozenColumns: Int = 0,
      groups: Int? = nil
    ) -> Worksheet? {
      guard let table, !table.rows.isEmpty else { return nil }
      return table.worksheet(
        ReportTable.SheetHead(
          title: title,
          headline: Phrase(vi: "\(headline.vi): \(subject)", en: "\(headline.en): \(subject)"),
          notices: notices), in: language, frozenColumns: frozenColumns, groups: groups)
    }
    let year = analysis.targetYear
    let asked = mixes.first.map { NumberStyle(language).probability($0.asked) } ?? ""
    let sheets = [
      sheet(
        Phrase(vi: "Kịch bản", en: "Scenarios"),
        Phrase(vi: "Xác suất đạt theo kịch bản", en: "The chance by scenario"), tables.outlook,
        frozenColumns: 1),
      sheet(
        Phrase(vi: "Chỉ tiêu", en: "Requirements"),
        Phrase(vi: "Từng chỉ tiêu năm \(year)", en: "Each requirement in \(year)"), tables.shares,
        frozenColumns: 2),
      sheet(
        Phrase(vi: "Điều phải đúng", en: "To be true"),
        Phrase(
          vi: "Điều phải đúng để xác suất năm \(year) là \(asked)",
          en: "What has to be true for a chance of \(asked) in \(year)"),
        targetMix.map { tables.mix($0) }, frozenColumns: 2),
      sheet(
        Phrase(vi: "Lùi năm", en: "By year"),
        Phrase(
          vi: "Phải nhắm tới bao nhiêu để xác suất là \(asked)",
          en: "What to aim at for a chance of \(asked)"), tables.mixesByYear(), frozenColumns: 1),
      sheet(
        Phrase(vi: "Đường đi", en: "Paths"),
        Phrase(vi: "Mỗi chỉ tiêu theo năm", en: "Each share by year"), tables.paths,
        frozenColumns: 3, groups: 1),
    ]
    return Workbook(title: subject, sheets: sheets.compactMap(\.self))
  }
}
