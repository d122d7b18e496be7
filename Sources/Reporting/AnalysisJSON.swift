import Forecasting
import Indicators
package import Planning
import Regulations
package import Wording

/// The `data` of an analysis: shares in percent 0...100, probabilities 0...1, null for unknown.
package enum AnalysisJSON {
  /// Returns the document; titles are in the language, everything else is alike in all; `files` are the
  /// names of the files written, the same whatever the folder.
  package static func data(
    of analysis: Analysis, files: [String] = [], in language: Language
  ) -> JSONValue {
    .object([
      ("place", .string(analysis.place.name)),
      ("illustrative", .bool(analysis.isIllustrative)),
      ("regulation", .string(analysis.level.regulation)),
      ("legalBasis", .text(analysis.level.legalBasis)),
      ("level", .string(analysis.level.id)),
      ("asOf", .text(analysis.asOf?.iso)),
      ("baseYear", .whole(analysis.baseYear)),
      ("targetYear", .whole(analysis.targetYear)),
      ("history", .array(analysis.history.map(history))),
      ("recognition", analysis.recognition.map(recognition) ?? .null),
      ("outlook", .array(analysis.outlook.map(outlook))),
      ("levels", .array(analysis.heldLevels.map(level))),
      ("schedule", analysis.schedule.map(schedule) ?? .null),
      ("dependence", dependence(of: analysis)),
      ("requirements", .array(analysis.requirements.map { requirement($0, in: language) })),
      ("supporting", .array(analysis.supporting.map { requirement($0, in: language) })),
      ("planning", .bool(analysis.level.isPlanning)),
      ("notice", .text(analysis.level.notice?(language))),
      ("readings", .texts(analysis.level.readings.map { $0(language) })),
      ("dataNotice", .text(analysis.notice?(language))),
      ("model", .string(analysis.modelTitle(language))),
      ("secondOpinions", OpinionJSON.data(of: analysis, in: language)),
      ("files", .texts(files)),
    ])
  }

  private static func history(_ year: LevelYear) -> JSONValue {
    .object([
      ("year", .whole(year.year)), ("met", .truth(year.met)), ("failing", .texts(year.failing)),
      ("unknown", .texts(year.unknown)),
    ])
  }

  private static func recognition(_ found: RecognitionOutlook) -> JSONValue {
    .object([
      ("level", .string(found.recognition.level)),
      ("decisionDate", .text(found.recognition.decisionDate?.iso)),
      ("validThrough", .text(found.validThrough?.iso)),
      ("assessedYear", .whole(found.recognition.assessedYear)),
      ("outlook", .array(found.outlook.map(outlook))),
      (
        "risks",
        .array(
          found.risks.flatMap { risk in
            zip(risk.years, risk.probabilities).map { year, probability in
              .object([
                ("requirement", .string(risk.requirement)), ("year", .whole(year)),
                ("probability", .number(probability)),
              ])
            }
          })
      ),
    ])
  }

  private static func level(_ held: HeldLevel) -> JSONValue {
    .object([
      ("level", .string(held.level.id)), ("regulation", .string(held.level.regulation)),
      ("planning", .bool(held.level.isPlanning)), ("outlook", .array(held.outlook.map(outlook))),
    ])
  }

  private static func schedule(_ schedule: LevelSchedule) -> JSONValue {
    .object([
      ("firstYear", .whole(schedule.firstYear)),
      ("dossierBefore", .string(schedule.dossierBefore.iso)),
      ("decisionBefore", .string(schedule.decisionBefore.iso)),
      ("validThrough", .text(schedule.validThrough?.iso)),
      ("waitUntil", .text(schedule.wait?.until.iso)),
      ("lostYears", .array((schedule.wait?.lostYears ?? []).map { .whole($0) })),
    ])
  }

  private static func dependence(of analysis: Analysis) -> JSONValue {
    .object([
      ("correlation", .number(analysis.correlation)),
      ("default", .number(analysis.standardCorrelation)),
      ("estimate", .decimal(analysis.dependence.estimate)),
      ("changes", .number(analysis.dependence.changes)),
      ("places", .whole(analysis.dependence.places)),
    ])
  }

  private static func changeSplit(of result: RequirementResult) -> JSONValue {
    guard let split = result.changeSplit else { return .null }
    return .object([
      ("from", .whole(split.from)), ("to", .whole(split.to)), ("points", .number(split.points)),
      ("byCount", .number(split.byCount)), ("byBase", .number(split.byBase)),
    ])
  }

  /// Returns the chance of a year.
  static func outlook(_ year: OutlookYear) -> JSONValue {
    .object([
      ("year", .whole(year.year)),
      ("probability", .decimal(year.probability)),
      ("probabilityIfFactsMet", .decimal(year.probabilityIfFactsMet)),
      ("frechetLower", .decimal(year.frechetLower)),
      ("frechetUpper", .decimal(year.frechetUpper)),
      ("bindingRequirements", .texts(year.bindingRequirements)),
      ("assumedFacts", .texts(year.assumedFacts)),
      ("conditionalOn", .texts(year.conditionalOn)),
    ])
  }

  /// A row; the rates behind a grade are rows like any other, without rates of their own.
  static func requirement(
    _ result: RequirementResult, in language: Language
  ) -> JSONValue {
    .object([
      ("id", .string(result.id)),
      ("criterion", .text(result.criterion)),
      ("indicator", .string(result.indicator)),
      ("title", .string(result.title(language))),
      ("kind", .string(result.kind.rawValue)),
      ("threshold", .decimal(result.threshold?.value)),
      ("comparable", .bool(result.isComparable)),
      ("met", .truth(result.met)),
      ("metBasis", .text(result.metBasis?.rawValue)),
      ("latest", latest(of: result)),
      ("baseForecast", .integer(result.baseForecast)),
      ("gapPoints", .decimal(result.gapPoints)),
      ("gapPeople", .integer(result.gapPeople)),
      ("paceSoFar", .decimal(result.paceSoFar)),
      ("paceExpected", .decimal(result.forecast.expectedPace)),
      ("paceNeeded", .decimal(result.paceNeeded)),
      ("changeSplit", changeSplit(of: result)),
      ("leadAgency", .text(result.leadAgency)),
      ("supportingAgencies", .texts(result.supportingAgencies)),
      ("forecast", .array(forecast(of: result))),
      ("yearAtProbability50", .integer(result.yearAtProbability50)),
      ("yearAtProbability80", .integer(result.yearAtProbability80)),
      ("basis", .string(result.forecast.basis.rawValue)),
      ("verified", .bool(result.forecast.isVerified)),
      ("otherPlaces", .whole(result.forecast.otherPlaces)),
      ("record", record(of: result)),
      ("definition", .text(result.foreignDefinition ?? result.series?.indicator.definition)),
      ("rates", .array(result.rates.map { requirement($0, in: language) })),
      ("gradeOutlook", .array(result.gradeOutlook.map(gradeYear))),
    ])
  }

  private static func gradeYear(_ year: RequirementResult.GradeYear) -> JSONValue {
    .object([("year", .whole(year.year)), ("probability", .number(year.probability))])
  }

  private static func record(of result: RequirementResult) -> JSONValue {
    guard let record = result.statementRecord else { return .null }
    return .object([
      ("lower", .number(record.band.lower)), ("upper", .number(record.band.upper)),
      ("count", .whole(record.count)), ("hits", .whole(record.hits)),
      ("source", .string(record.source.rawValue)),
    ])
  }

  private static func latest(of result: RequirementResult) -> JSONValue {
    if let latest = result.latest {
      return members(
        year: latest.year, count: latest.count, base: latest.base, percent: latest.percent,
        status: latest.status.rawValue, grade: nil, evidence: nil)
    }
    guard let record = result.state?.record, !record.isPlanned else {
      return members(
        year: nil, count: nil, base: nil, percent: nil, status: nil, grade: nil, evidence: nil)
    }
    let grade: Int? = if case .grade(let grade) = record.value { grade } else { nil }
    return members(
      year: record.year, count: nil, base: nil, percent: nil, status: "final", grade: grade,
      evidence: record.evidence.rawValue)
  }

  private static func members(
    year: Int?, count: Int?, base: Int?, percent: Double?, status: String?, grade: Int?,
    evidence: String?
  ) -> JSONValue {
    .object([
      ("year", .integer(year)), ("count", .integer(count)), ("base", .integer(base)),
      ("percent", .decimal(percent)), ("status", .text(status)), ("grade", .integer(grade)),
      ("evidence", .text(evidence)),
    ])
  }

  private static func forecast(of result: RequirementResult) -> [JSONValue] {
    result.forecast.years.enumerated().map { index, year in
      let half = year.distribution.interval(0.5)
      let wide = year.distribution.interval(0.8)
      return .object([
        ("year", .whole(year.year)),
        ("median", .number(year.distribution.median)),
        ("lower50", .number(half.lowerBound)),
        ("upper50", .number(half.upperBound)),
        ("lower80", .number(wide.lowerBound)),
        ("upper80", .number(wide.upperBound)),
        ("probability", .decimal(result.probabilities?[index])),
      ])
    }
  }
}
