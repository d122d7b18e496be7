import Forecasting
import Indicators
package import Planning
import Statistics
package import Wording

/// The `data` of a review: shares in percent 0...100, probabilities 0...1, null for unknown.
package enum ReviewJSON {
  /// Returns the document; titles are in the language, everything else is alike in all.
  package static func data(
    of review: PlanReview, archive: PlanArchiveSummary, asOf: String?, files: [String],
    in language: Language
  ) -> JSONValue {
    .object([
      ("place", .string(review.place)), ("asOf", .text(asOf)),
      (
        "archive",
        .object([
          ("path", .string(archive.path)), ("records", .whole(archive.records)),
          ("head", .text(archive.head)),
        ])
      ),
      ("plans", .array(review.plans.map { plan($0, in: language) })),
      ("calibration", calibration(review.calibration)), ("files", .texts(files)),
    ])
  }

  /// Which archive was reviewed.
  package struct PlanArchiveSummary: Sendable {
    /// The archive as the user named it.
    let path: String
    /// How many records it has.
    let records: Int
    /// The hash of the newest record; nil without one.
    let head: String?

    package init(path: String, records: Int, head: String?) {
      self.path = path
      self.records = records
      self.head = head
    }
  }

  private static func plan(_ plan: PlanReview.Plan, in language: Language) -> JSONValue {
    let archived = plan.record.plan
    return .object([
      ("record", .whole(plan.record.sequence)), ("sha256", .string(plan.record.sha256)),
      ("regulation", .string(archived.regulation)), ("level", .string(archived.level)),
      ("notice", .text(archived.notice?(language))),
      ("illustrative", .bool(archived.isIllustrative)),
      ("baseYear", .whole(archived.baseYear)), ("targetYear", .whole(archived.targetYear)),
      ("asOf", .text(archived.asOf?.iso)), ("toolVersion", .string(archived.toolVersion)),
      ("requirements", .array(plan.shares.map { share($0, in: language) })),
      ("facts", .array(plan.facts.map { fact($0, in: language) })),
      ("levels", .array(plan.levels.map(level))),
      ("revisions", .array(plan.revisions.map(revision))),
      ("agencies", .array(plan.agencies.map(agency))),
    ])
  }

  private static func share(_ row: PlanReview.ShareYear, in language: Language) -> JSONValue {
    .object([
      ("requirement", .string(row.requirement.id)),
      ("title", .string(row.requirement.title(language))), ("year", .whole(row.year)),
      ("leadAgency", .text(row.requirement.leadAgency)),
      ("milestone", row.milestone.map(PlanArchiveDocument.milestone) ?? .null),
      ("actual", row.actual.map(PlanArchiveDocument.figure) ?? .null),
      ("comparability", .string(row.comparability.rawValue)),
      ("slippagePoints", .decimal(row.slippagePoints)),
      ("slippagePeople", .integer(row.slippagePeople)), ("reached", .truth(row.reached)),
      ("median", .decimal(row.expectation?.median)),
      ("lower80", .decimal(row.expectation?.lower80)),
      ("upper80", .decimal(row.expectation?.upper80)), ("pit", .decimal(row.pit)),
      ("inside50", .truth(row.inside50)), ("inside80", .truth(row.inside80)),
      ("threshold", .decimal(row.requirement.threshold?.value)),
      ("probability", .decimal(row.probability)), ("met", .truth(row.cameTrue)),
    ])
  }

  private static func fact(_ row: PlanReview.FactYear, in language: Language) -> JSONValue {
    .object([
      ("requirement", .string(row.requirement.id)),
      ("title", .string(row.requirement.title(language))),
      ("kind", .string(row.requirement.kind.rawValue)), ("year", .whole(row.year)),
      ("leadAgency", .text(row.requirement.leadAgency)), ("met", .truth(row.met)),
    ])
  }

  private static func level(_ row: PlanReview.LevelYear) -> JSONValue {
    .object([
      ("year", .whole(row.year)), ("probability", .decimal(row.probability)),
      ("met", .truth(row.met)), ("cameTrue", .truth(row.cameTrue)),
    ])
  }

  private static func revision(_ revision: PlanReview.Revision) -> JSONValue {
    .object([
      ("requirement", .string(revision.requirement)),
      ("archived", PlanArchiveDocument.figure(revision.archived)),
      ("today", PlanArchiveDocument.figure(revision.today)),
    ])
  }

  private static func agency(_ agency: PlanReview.Agency) -> JSONValue {
    .object([
      ("leadAgency", .text(agency.name)), ("count", .whole(agency.count)),
      ("reached", .whole(agency.reached)),
      (
        "behind",
        .array(
          agency.behind.map {
            .object([
              ("requirement", .string($0.requirement.id)), ("year", .whole($0.year)),
              ("slippagePeople", .integer($0.slippagePeople)),
              ("slippagePoints", .decimal($0.slippagePoints)),
            ])
          })
      ),
      ("missingFacts", .texts(agency.missingFacts.map(\.requirement.id))),
    ])
  }

  private static func calibration(_ found: ReviewCalibration) -> JSONValue {
    .object([
      ("tooFew", .bool(found.isTooFew)), ("preliminary", .whole(found.preliminary)),
      ("inside50", tally(found.inside50)), ("inside80", tally(found.inside80)),
      ("shares", statements(found.shares)), ("levels", statements(found.levels)),
    ])
  }

  private static func tally(_ tally: ReviewCalibration.Tally) -> JSONValue {
    .object([
      ("count", .whole(tally.count)), ("hits", .whole(tally.hits)),
      ("lower95", .number(tally.interval.lower)), ("upper95", .number(tally.interval.upper)),
    ])
  }

  private static func statements(_ statements: ReviewCalibration.Statements) -> JSONValue {
    .object([
      ("count", .whole(statements.tally.count)), ("hits", .whole(statements.tally.hits)),
      ("brier", .decimal(statements.brier)),
      (
        "bands",
        .array(
          statements.bands.map { band in
            .object([
              ("lower", .number(band.band.lower)), ("upper", .number(band.band.upper)),
              ("mean", .number(band.mean)), ("count", .whole(band.tally.count)),
              ("hits", .whole(band.tally.hits)),
              ("lower95", .number(band.tally.interval.lower)),
              ("upper95", .number(band.tally.interval.upper)),
            ])
          })
      ),
    ])
  }
}
