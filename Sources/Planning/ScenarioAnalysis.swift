import Forecasting
import Indicators
import Regulations
import Wording

/// Follows scenarios: the shares along the paths that they assume, and the level with them.
///
/// A path replaces the median of each year's forecast. The doubt stays as it is, on the scale of the model:
/// whoever plans a pace does not know any better what will come of it. So a path that just reaches its
/// threshold has a chance of about one half there, and a level of several such shares less.
package enum ScenarioAnalysis {
  /// Follows scenarios to what comes of each.
  ///
  /// - Parameters:
  ///   - scenarios: the scenarios; assumptions have to have passed `ScenarioChecks`.
  ///   - analysis: the answer whose forecasts are taken for what is expected.
  ///   - peers: how fast other places went, by requirement; where one is not named nothing is known.
  /// - Returns: one outcome a scenario, in their order.
  package static func outcomes(
    of scenarios: [Scenario], in analysis: Analysis,
    peers: [String: PeerPaces] = [:]
  ) -> [ScenarioOutcome] {
    scenarios.map { scenario in
      let paths = analysis.followedShares.map { share in
        ScenarioPath(share, scenario, analysis, peers: peers[share.result.id]).path
      }
      let states = states(in: scenario, analysis)
      return ScenarioOutcome(
        scenario: scenario, paths: paths, states: states,
        outlook: analysis.outlook.map { year in
          outlook(of: year, paths: paths, states: states, analysis)
        })
    }
  }

  /// Returns the chance of the level in the target year if every share that is not met goes straight to its
  /// threshold and every fact is in place; nil where no share can be followed.
  package static func chanceIfRequired(in analysis: Analysis) -> Double? {
    let required = Scenario.standard.filter { $0.kind == .required }
    return outcomes(of: required, in: analysis).first?.outlook
      .first { $0.year == analysis.targetYear }?.probability
  }

  /// Returns the chance of the level in a year along the paths.
  private static func outlook(
    of year: OutlookYear, paths: [SharePath], states: [AssumedState], _ analysis: Analysis
  ) -> OutlookYear {
    var parts = LevelOutlook.Parts()
    let decided = Set(states.filter { $0.year <= year.year }.map(\.requirement))
    parts.shares = year.marginals.compactMap { marginal in
      // A state that is assumed of a grade stands for its rates.
      if decided.contains(marginal.requirement) { return nil }
      guard let path = paths.first(where: { $0.indicator == marginal.indicator }),
        let moved = path.year(year.year)
      else { return marginal }
      return OutlookYear.Marginal(
        requirement: marginal.requirement, indicator: marginal.indicator,
        threshold: marginal.threshold,
        probability: moved.distribution.probability(atLeast: marginal.threshold))
    }
    for result in analysis.requirements {
      let assumed = states.last { $0.requirement == result.id && $0.year <= year.year }
      if let isMet = assumed?.isMet {
        parts.assumedFacts.append(result.id)
        if !isMet { parts.failingFacts.append(result.id) }
      } else if year.conditionalOn.contains(result.id) || assumed != nil {
        parts.conditionalOn.append(result.id)
      } else if year.assumedFacts.contains(result.id) {
        parts.assumedFacts.append(result.id)
        if year.failingFacts.contains(result.id) { parts.failingFacts.append(result.id) }
      }
    }
    return parts.outlook(year: year.year, correlation: analysis.correlation)
  }

  /// Returns the facts and grades that a scenario changes, in rule order, years ascending.
  private static func states(in scenario: Scenario, _ analysis: Analysis) -> [AssumedState] {
    switch scenario.kind {
    case .trend, .peerPace: return []
    case .required:
      let target = analysis.outlook.first { $0.year == analysis.targetYear }
      return (target?.failingFacts ?? []).map {
        AssumedState(requirement: $0, year: analysis.targetYear, isMet: true)
      }
    case .assumed(let assumptions):
      return analysis.requirements.flatMap { result in
        assumptions.filter { $0.requirement == result.id }.compactMap { assumption in
          guard case .state(let value) = assumption.change,
            let requirement = analysis.level.requirement(result.id)
          else { return nil }
          return AssumedState(
            requirement: result.id, year: assumption.year ?? analysis.baseYear + 1,
            isMet: requirement.kind.isMet(by: value))
        }.sorted { $0.year < $1.year }
      }
    }
  }
}
