import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// The `data` of milestones: shares in percent 0...100, probabilities 0...1, null for unknown.
package enum MilestonesJSON {
  /// How a plan stands in an archive.
  package struct Archived: Sendable, Equatable {
    /// The archive as the user named it.
    package let path: String
    /// How many records it has.
    package let records: Int
    /// Whether this plan was added; false when it was on record already.
    package let isAppended: Bool
    /// The hash of the newest record.
    package let head: String

    package init(path: String, records: Int, isAppended: Bool, head: String) {
      self.path = path
      self.records = records
      self.isAppended = isAppended
      self.head = head
    }
  }

  /// Returns the document; titles are in the language, everything else is alike in all.
  package static func data(
    of milestones: Milestones, _ analysis: Analysis, files: [String], archive: Archived?,
    in language: Language
  ) -> JSONValue {
    .object([
      ("place", .string(analysis.place.name)),
      ("illustrative", .bool(analysis.isIllustrative)),
      ("regulation", .string(analysis.level.regulation)),
      ("level", .string(analysis.level.id)),
      ("planning", .bool(analysis.level.isPlanning)),
      ("notice", .text(analysis.level.notice?(language))),
      ("dataNotice", .text(analysis.notice?(language))),
      ("asOf", .text(analysis.asOf?.iso)),
      ("baseYear", .whole(analysis.baseYear)),
      ("targetYear", .whole(milestones.targetYear)),
      ("aim", .decimal(milestones.aim?.asked)),
      ("model", .string(analysis.modelTitle(language))),
      ("milestones", .array(milestones.plans.map { plan($0, in: language) })),
      (
        "calendar",
        .array(
          milestones.calendar.map {
            .object([("kind", .string($0.kind.rawValue)), ("date", .string($0.date.iso))])
          })
      ),
      ("earliestYear", .integer(analysis.schedule?.firstYear)),
      ("archive", archive.map(archived) ?? .null),
      ("files", .texts(files)),
    ])
  }

  private static func plan(_ plan: Milestones.Plan, in language: Language) -> JSONValue {
    let result = plan.result
    return .object([
      ("requirement", .string(result.id)),
      ("indicator", .string(result.indicator)),
      ("title", .string(result.title(language))),
      ("kind", .string(result.kind.rawValue)),
      ("threshold", .decimal(result.threshold?.value)),
      ("comparable", .bool(result.isComparable)),
      ("mode", .string(plan.mode.rawValue)),
      ("met", .truth(result.met)),
      ("leadAgency", .text(result.leadAgency)),
      ("supportingAgencies", .texts(result.supportingAgencies)),
      ("current", result.latest.map(figure) ?? .null),
      ("due", .string(plan.due.iso)),
      ("plannedYear", .integer(result.state?.plan?.year)),
      ("gapPeople", .integer(result.gapPeople)),
      ("add", .integer(plan.added)),
      ("years", .array(plan.years.map(year))),
      ("quarters", .array(plan.quarters.map(quarter))),
    ])
  }

  private static func figure(_ latest: Observation) -> JSONValue {
    PlanArchiveDocument.figure(
      ArchivedPlan.Figure(
        year: latest.year, count: latest.count, base: latest.base, percent: latest.percent,
        status: latest.status))
  }

  private static func year(_ year: Milestones.Year) -> JSONValue {
    .object([
      ("year", .whole(year.year)), ("base", .integer(year.base)), ("count", .integer(year.count)),
      ("percent", .number(year.percent)), ("add", .integer(year.add)),
      ("addPoints", .decimal(year.addPoints)), ("median", .decimal(year.median)),
      ("probability", .decimal(year.probability)),
    ])
  }

  private static func quarter(_ quarter: Milestones.Quarter) -> JSONValue {
    .object([
      ("year", .whole(quarter.year)), ("quarter", .whole(quarter.quarter)),
      ("date", .string(quarter.date.iso)), ("count", .integer(quarter.count)),
      ("percent", .number(quarter.percent)), ("add", .integer(quarter.add)),
      ("addPoints", .decimal(quarter.addPoints)),
    ])
  }

  private static func archived(_ archive: Archived) -> JSONValue {
    .object([
      ("path", .string(archive.path)), ("records", .whole(archive.records)),
      ("appended", .bool(archive.isAppended)), ("head", .string(archive.head)),
    ])
  }
}
