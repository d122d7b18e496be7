import Indicators
package import Planning
import Regulations
import Wording

/// The work that is left to a level, as tables for a terminal, a spreadsheet and a printer.
package struct GapReportTables: Sendable {
  let report: GapReport

  package init(_ report: GapReport) {
    self.report = report
  }

  /// What is missing, one row a requirement.
  var missing: ReportTable {
    table(
      [Self.id, Self.title(26), Self.current, Self.asked, Self.status(16)] + Self.gap
        + [Self.eachQuarter, chance],
      report.rows)
  }

  /// How fast it has to go, one row a share.
  var pace: ReportTable {
    table(
      [Self.id] + Self.paces + [Self.peers, Self.standing(40)],
      report.rows.filter { $0.result.kind == .share && $0.result.latest != nil })
  }

  /// Who leads and who supports.
  var agencies: ReportTable {
    table([Self.id, Self.lead(32), Self.supporting(60)], report.rows)
  }

  /// What one agency is asked for, for a terminal.
  func tasks(of agency: AgencyGap) -> ReportTable {
    table(
      [Self.id, Self.title(26), Self.status(16)] + Self.gap
        + [Self.eachQuarter, Self.paceNeeded, Self.standing(24), chance],
      agency.rows)
  }

  /// What one agency is asked for, as a sheet to hand out.
  func handout(of agency: AgencyGap) -> ReportTable {
    table(
      [Self.id, Self.title(24), Self.state(15), Self.asked, Self.status(13)] + Self.gap
        + portions + [Self.paceNeeded, Self.standing(14), chance, Self.supporting(22), due],
      agency.rows)
  }

  /// All rows by agency, as the first sheet.
  var overview: ReportTable {
    table(
      [Self.lead(26), Self.id, Self.title(30), Self.status(15)] + Self.gap
        + [Self.eachQuarter, Self.paceNeeded, Self.paceSoFar, Self.standing(24), chance, due],
      report.agencies.flatMap(\.rows))
  }

  /// Everything in one flat table, for a spreadsheet.
  ///
  /// - Parameter byAgency: whether rows stand by who leads; else in the order of the rule.
  /// - Returns: one row a requirement to work on.
  package func file(byAgency: Bool) -> ReportTable {
    table(
      [placeName, levelName, Self.lead(60), Self.supporting(60), Self.id, Self.fullTitle]
        + [Self.kind, Self.state(60), Self.asked, Self.status(60), Self.evidence] + Self.gap
        + [baseForecast] + yearPortions + quarterPortions + Self.paces
        + [Self.peers, Self.standing(60), Self.standingShare, chance, due, dossier, remark],
      byAgency ? report.agencies.flatMap(\.rows) : report.rows)
  }

  /// What the parts of the place lack, those that lack most first.
  ///
  /// - Parameter most: how many parts of each requirement; nil for all.
  /// - Returns: one row a requirement and part; none where the data have no parts.
  package func parts(most: Int? = nil) -> ReportTable {
    ReportTable(
      columns: [
        Self.column("Mã", "Id"), Self.column("Đơn vị trực thuộc", "Part"),
        Self.number("Năm", "Year"), Self.number("Số đạt", "Count"),
        Self.number("Tổng số", "Base"), Self.number("Hiện trạng", "Current"),
        Self.number(
          "Thiếu so với ngưỡng của cả nơi", "Missing by the place's threshold", widest: 20),
      ],
      rows: report.rows.flatMap { row -> [[ReportTable.Cell]] in
        guard let parts = row.parts else { return [] }
        return parts.parts.prefix(most ?? parts.parts.count).map { part in
          [
            .name(row.result.id), .name(part.place), .year(parts.year), .whole(part.count),
            .whole(part.base), .percent(100 * Double(part.count) / Double(max(part.base, 1))),
            .whole(part.missing),
          ]
        }
      })
  }

  /// What is left over where nothing is missing, the smallest reserve first.
  var reserves: ReportTable {
    ReportTable(
      columns: [
        Self.column("Mã", "Id"), Self.column("Chỉ tiêu", "Requirement", widest: 38),
        Self.number("Hiện trạng", "Current"), Self.number("Yêu cầu", "Asked"),
        Self.number("Phần dư (điểm %)", "Reserve (points)"),
        Self.number("Phần dư (người, hộ …)", "Reserve (people, households …)"),
      ],
      rows: report.reserves.map { result in
        [
          .name(result.id), .text(result.shortTitle), .percent(result.latest?.percent),
          .text(RequirementWords.threshold(of: result)), .decimal(result.gapPoints.map { -$0 }),
          .whole(result.gapPeople.map { -$0 }),
        ]
      })
  }

  private func table(_ fields: [Field], _ rows: [GapRow]) -> ReportTable {
    ReportTable(
      columns: fields.map(\.column), rows: rows.map { row in fields.map { $0.cell(row) } })
  }

  static func column(_ vi: String, _ en: String, widest: Int = 60) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), widest: widest)
  }

  static func number(_ vi: String, _ en: String, widest: Int = 60) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), .trailing, widest: widest)
  }
}
