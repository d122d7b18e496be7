import Indicators
package import Planning
import Regulations
package import Wording

/// The `data` of a gap report: names as in an analysis, and what is to be done beside.
package enum GapReportJSON {
  /// Returns the document.
  ///
  /// - Parameters:
  ///   - report: what is left to do.
  ///   - isByAgency: whether the rows are listed by agency, too.
  ///   - files: the names of the files written.
  ///   - language: of titles and notices.
  /// - Returns: the document, as docs/schema/gap.schema.json tells.
  package static func data(
    of report: GapReport, isByAgency: Bool, files: [String] = [], in language: Language
  ) -> JSONValue {
    let analysis = report.analysis
    let level = analysis.level
    return .object([
      ("place", .string(analysis.place.name)),
      ("illustrative", .bool(analysis.isIllustrative)),
      ("regulation", .string(level.regulation)),
      ("legalBasis", .text(level.legalBasis)),
      ("level", .string(level.id)),
      ("asOf", .text(analysis.asOf?.iso)),
      ("baseYear", .whole(analysis.baseYear)),
      ("targetYear", .whole(analysis.targetYear)),
      ("target", target(of: report, in: language)),
      ("requirements", .array(report.rows.map { requirement($0, report, in: language) })),
      (
        "agencies",
        isByAgency
          ? .array(
            report.agencies.map { group in
              .object([
                ("agency", .text(group.agency)),
                ("requirements", .texts(group.rows.map(\.result.id))),
              ])
            }) : .null
      ),
      (
        "reserves",
        .array(
          report.reserves.map { result in
            .object([
              ("id", .string(result.id)), ("gapPoints", .decimal(result.gapPoints)),
              ("gapPeople", .integer(result.gapPeople)),
            ])
          })
      ),
      ("planning", .bool(level.isPlanning)),
      ("notice", .text(level.notice?(language))),
      ("dataNotice", .text(analysis.notice?(language))),
      ("model", .string(analysis.modelTitle(language))),
      ("files", .texts(files)),
    ])
  }

  private static func target(of report: GapReport, in language: Language) -> JSONValue {
    .object([
      ("level", .string(report.analysis.level.id)),
      ("title", .string(report.analysis.level.title(language))),
      ("year", .whole(report.analysis.targetYear)),
      ("dueDate", .text(report.due?.date.iso)),
      ("dossierBefore", .text(report.due?.dossierBefore?.iso)),
      ("calendar", .bool(report.due?.provenance != nil)),
    ])
  }

  private static func requirement(
    _ row: GapRow, _ report: GapReport, in language: Language
  ) -> JSONValue {
    guard case .object(let members) = AnalysisJSON.requirement(row.result, in: language) else {
      preconditionFailure("a requirement is an object")
    }
    return .object(
      members + [
        ("reason", .string(row.reason.rawValue)),
        (
          "probability",
          .decimal(row.result.probability(in: report.analysis.targetYear))
        ),
        ("peopleAYear", .array(row.years.map(part))),
        ("peopleAQuarter", .array(row.quarters.map(part))),
        ("paceQuarter", .decimal(row.paceQuarter)),
        ("standing", PaceBasisJSON.standing(row.standing)),
        ("peerPace", .decimal(row.peerPace?.pace)),
        ("dueDate", .text(report.due?.date.iso)),
        ("dossierBefore", .text(report.due?.dossierBefore?.iso)),
        ("evidence", .text(row.evidence?.rawValue)),
        ("parts", parts(of: row)),
      ])
  }

  private static func part(_ part: PeoplePart) -> JSONValue {
    .object(
      [("year", .whole(part.year))] + (part.quarter.map { [("quarter", .whole($0))] } ?? [])
        + [("people", .whole(part.people))])
  }

  private static func parts(of row: GapRow) -> JSONValue {
    guard let parts = row.parts else { return .null }
    return .object([
      ("year", .whole(parts.year)), ("count", .whole(parts.count)), ("base", .whole(parts.base)),
      ("countDifference", .integer(parts.countDifference)),
      ("baseDifference", .integer(parts.baseDifference)),
      (
        "places",
        .array(
          parts.parts.map { part in
            .object([
              ("place", .string(part.place)), ("count", .whole(part.count)),
              ("base", .whole(part.base)), ("gapPeople", .whole(part.missing)),
            ])
          })
      ),
      ("unknown", .texts(parts.unknown)),
    ])
  }
}
