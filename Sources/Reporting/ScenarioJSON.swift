import Indicators
package import Planning
import Regulations
package import Wording

/// The `data` of scenarios: shares in percent 0...100, probabilities 0...1, null for unknown.
package enum ScenarioJSON {
  /// Returns the document; titles are in the language, everything else is alike in all.
  package static func data(
    of analysis: Analysis, outcomes: [ScenarioOutcome], mixes: [CheapestMix],
    files: [String] = [], in language: Language
  ) -> JSONValue {
    .object([
      ("place", .string(analysis.place.name)),
      ("illustrative", .bool(analysis.isIllustrative)),
      ("regulation", .string(analysis.level.regulation)),
      ("level", .string(analysis.level.id)),
      ("planning", .bool(analysis.level.isPlanning)),
      ("notice", .text(analysis.level.notice?(language))),
      ("baseYear", .whole(analysis.baseYear)),
      ("targetYear", .whole(analysis.targetYear)), ("asOf", .text(analysis.asOf?.iso)),
      ("dataNotice", .text(analysis.notice?(language))),
      ("model", .string(analysis.modelTitle(language))),
      ("correlation", .number(analysis.correlation)),
      ("scenarios", .array(outcomes.map { scenario($0, in: language) })),
      ("mixes", .array(mixes.map(mix))),
      ("files", .texts(files)),
    ])
  }

  private static func scenario(_ outcome: ScenarioOutcome, in language: Language) -> JSONValue {
    .object([
      ("name", .string(outcome.scenario.name)),
      ("title", .string(outcome.scenario.title(language))),
      ("outlook", .array(outcome.outlook.map(AnalysisJSON.outlook))),
      ("requirements", .array(outcome.paths.map(path))),
      (
        "states",
        .array(
          outcome.states.map {
            .object([
              ("requirement", .string($0.requirement)), ("year", .whole($0.year)),
              ("met", .truth($0.isMet)),
            ])
          })
      ),
    ])
  }

  private static func path(_ path: SharePath) -> JSONValue {
    let remark: String? =
      switch path.remark {
      case .met: "met"
      case .noPeers: "noPeers"
      case .noStart: "noStart"
      case .held: "held"
      case nil: nil
      }
    return .object([
      ("requirement", .string(path.requirement)), ("pace", .decimal(path.pace)),
      ("remark", .text(remark)), ("peers", PaceBasisJSON.basis(path.peers)),
      (
        "years",
        .array(
          path.years.map {
            .object([
              ("year", .whole($0.year)), ("base", .integer($0.base)),
              ("count", .integer($0.count)), ("percent", .number($0.percent)),
              ("probability", .number($0.probability)),
            ])
          })
      ),
    ])
  }

  private static func mix(_ mix: CheapestMix) -> JSONValue {
    .object([
      ("year", .whole(mix.year)), ("asked", .number(mix.asked)),
      ("effort", .string(mix.effort.rawValue)), ("reached", .bool(mix.isReached)),
      ("expectedProbability", .number(mix.expectedProbability)),
      ("probability", .number(mix.probability)), ("objective", .number(mix.objective)),
      ("failingFacts", .texts(mix.failingFacts)), ("conditionalOn", .texts(mix.conditionalOn)),
      (
        "requirements",
        .array(
          mix.shares.map { share in
            .object([
              ("requirement", .string(share.requirement)), ("base", .integer(share.base)),
              ("expected", .number(share.expected)), ("needed", .number(share.needed)),
              ("count", .integer(share.count)), ("extraPeople", .integer(share.extraPeople)),
              ("extraPoints", .number(share.extraPoints)), ("pace", .decimal(share.pace)),
              ("standing", PaceBasisJSON.standing(share.standing)),
              ("expectedProbability", .number(share.expectedProbability)),
              ("probability", .number(share.probability)), ("effort", .number(share.effort)),
            ])
          })
      ),
    ])
  }
}
