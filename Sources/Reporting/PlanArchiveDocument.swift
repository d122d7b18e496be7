import Datasets
package import Indicators
import Wording

/// A plan on record as the line that is added to an archive and read back.
package enum PlanArchiveDocument {
  /// Returns the sealed line of a plan, without a line feed.
  ///
  /// - Parameters:
  ///   - plan: what is put on record.
  ///   - archive: the records before it.
  /// - Returns: the line.
  package static func line(of plan: ArchivedPlan, after archive: PlanArchive) -> String {
    let body = JSONValue.object(
      [
        ("format", .string(PlanArchiveSeal.format)), ("version", .whole(PlanArchiveSeal.version)),
        ("sequence", .whole(archive.records.count + 1)), ("previous", .text(archive.head)),
      ] + members(of: plan)
    ).line
    return PlanArchiveSeal.sealed(escaped(body))
  }

  /// Returns a document without letters that some readers take for the end of a line, or for no text.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{80}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        result.append(contentsOf: ("\\u" + zeros + digits).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns the record that says the same as a plan, however its inputs were reached; nil when none does.
  package static func record(of plan: ArchivedPlan, in archive: PlanArchive) -> PlanArchive.Record?
  {
    // Numbers are compared as they are written: to the decimals that are kept.
    let content = JSONValue.object(members(of: plan.withoutPaths))
    return archive.records.first { JSONValue.object(members(of: $0.plan.withoutPaths)) == content }
  }

  private static func members(of plan: ArchivedPlan) -> [(key: String, value: JSONValue)] {
    [
      ("toolVersion", .string(plan.toolVersion)), ("place", .string(plan.place)),
      ("regulation", .string(plan.regulation)), ("level", .string(plan.level)),
      ("levelTitle", phrase(plan.levelTitle)), ("notice", plan.notice.map(phrase) ?? .null),
      ("baseYear", .whole(plan.baseYear)), ("targetYear", .whole(plan.targetYear)),
      ("asOf", .text(plan.asOf?.iso)), ("model", phrase(plan.model)),
      ("illustrative", .bool(plan.isIllustrative)),
      (
        "inputs",
        .array(
          plan.inputs.map {
            .object([("path", .string($0.path)), ("sha256", .string($0.sha256))])
          })
      ),
      ("requirements", .array(plan.requirements.map(requirement))),
      ("outlook", .array(plan.outlook.map(statement))),
    ]
  }

  private static func phrase(_ phrase: Phrase) -> JSONValue {
    .object([("vi", .string(phrase.vi)), ("en", .string(phrase.en))])
  }

  private static func requirement(_ requirement: ArchivedPlan.Requirement) -> JSONValue {
    .object([
      ("id", .string(requirement.id)), ("indicator", .string(requirement.indicator)),
      ("title", phrase(requirement.title)), ("kind", .string(requirement.kind.rawValue)),
      ("threshold", .decimal(requirement.threshold?.value)),
      ("definition", .text(requirement.definition)),
      ("comparable", .bool(requirement.isComparable)),
      ("leadAgency", .text(requirement.leadAgency)), ("met", .truth(requirement.met)),
      ("current", requirement.current.map(figure) ?? .null),
      ("plannedYear", .integer(requirement.plannedYear)),
      ("milestones", .array(requirement.milestones.map(milestone))),
      ("forecast", .array(requirement.forecast.map(expectation))),
    ])
  }

  /// Returns a figure, as all documents show one.
  static func figure(_ figure: ArchivedPlan.Figure) -> JSONValue {
    .object([
      ("year", .whole(figure.year)), ("count", .integer(figure.count)),
      ("base", .integer(figure.base)), ("percent", .number(figure.percent)),
      ("status", .string(figure.status.rawValue)),
    ])
  }

  /// Returns a milestone, as all documents show one.
  static func milestone(_ milestone: ArchivedPlan.Milestone) -> JSONValue {
    .object([
      ("year", .whole(milestone.year)), ("base", .integer(milestone.base)),
      ("count", .integer(milestone.count)), ("percent", .number(milestone.percent)),
    ])
  }

  private static func expectation(_ expectation: ArchivedPlan.Expectation) -> JSONValue {
    .object([
      ("year", .whole(expectation.year)), ("scale", .string(expectation.valueScale)),
      ("location", .precise(expectation.location)), ("spread", .precise(expectation.spread)),
      ("degreesOfFreedom", .precise(expectation.degreesOfFreedom)),
      ("median", .number(expectation.median)), ("lower80", .number(expectation.lower80)),
      ("upper80", .number(expectation.upper80)), ("probability", .decimal(expectation.probability)),
    ])
  }

  private static func statement(_ statement: ArchivedPlan.LevelStatement) -> JSONValue {
    .object([
      ("year", .whole(statement.year)), ("probability", .decimal(statement.probability)),
      ("probabilityIfFactsMet", .decimal(statement.probabilityIfFactsMet)),
      ("conditionalOn", .texts(statement.conditionalOn)),
    ])
  }
}
