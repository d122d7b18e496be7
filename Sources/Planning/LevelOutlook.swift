import Forecasting
import Regulations
import Statistics
import Wording

/// The chance of a level in coming years: all shares by their forecasts, all facts by their state.
///
/// Dependence between shares is a one-factor Gaussian copula. Facts are 0 or 1, never fitted.
enum LevelOutlook {
  /// Returns the outlook of each year.
  ///
  /// - Parameters:
  ///   - years: the coming years.
  ///   - evidence: the requirements of the level in rule order.
  ///   - forecasts: their forecasts in the same order; without years for facts and grades.
  ///   - correlation: ρ of the copula, 0...1.
  /// - Returns: one outlook a year, in their order.
  static func years(
    _ years: [Int], evidence: [RequirementEvidence], forecasts: [Forecast], correlation: Double
  ) -> [OutlookYear] {
    years.map { year in
      var parts = Parts()
      for (item, forecast) in zip(evidence, forecasts) {
        parts.add(item, forecast: forecast, year: year)
      }
      return parts.outlook(year: year, correlation: correlation)
    }
  }

  /// Returns the chance of all for each one of them taken as certain.
  static func chancesIfCertain(marginals: [Double], correlation: Double) -> [Double] {
    marginals.indices.map { index in
      var others = marginals
      others[index] = 1
      return orthantProbability(marginals: others, correlation: correlation)
    }
  }

  /// What a year's chance is made of.
  private struct Parts {
    var shares: [(id: String, probability: Double)] = []
    var failingFacts: [String] = []
    var assumedFacts: [String] = []
    var conditionalOn: [String] = []

    mutating func add(_ item: RequirementEvidence, forecast: Forecast, year: Int) {
      let id = item.requirement.id
      if let threshold = item.threshold {
        if item.isComparable, let distribution = forecast.year(year)?.distribution {
          shares.append((id, distribution.probability(atLeast: threshold.value)))
        } else {
          conditionalOn.append(id)
        }
        return
      }
      guard let isMet = item.willBeMet(in: year) else {
        conditionalOn.append(id)
        return
      }
      assumedFacts.append(id)
      if !isMet { failingFacts.append(id) }
    }

    func outlook(year: Int, correlation: Double) -> OutlookYear {
      guard !shares.isEmpty else {
        return OutlookYear(
          year: year, probability: nil, probabilityIfFactsMet: nil, frechetLower: nil,
          frechetUpper: nil, bindingRequirements: failingFacts, failingFacts: failingFacts,
          assumedFacts: assumedFacts,
          conditionalOn: conditionalOn)
      }
      let marginals = shares.map(\.probability)
      let joint = orthantProbability(marginals: marginals, correlation: correlation)
      let bounds = FrechetBounds(marginals: marginals + failingFacts.map { _ in 0 })
      return OutlookYear(
        year: year, probability: failingFacts.isEmpty ? joint : 0, probabilityIfFactsMet: joint,
        frechetLower: bounds.lower,
        frechetUpper: bounds.upper,
        bindingRequirements: failingFacts.isEmpty
          ? bindingShares(joint: joint, correlation: correlation) : failingFacts,
        failingFacts: failingFacts, assumedFacts: assumedFacts, conditionalOn: conditionalOn)
    }

    /// Returns the shares with the largest P(level | share certain) − P(level).
    private func bindingShares(joint: Double, correlation: Double) -> [String] {
      let gains = LevelOutlook.chancesIfCertain(
        marginals: shares.map(\.probability), correlation: correlation
      ).map { $0 - joint }
      guard let largest = gains.max() else { return [] }
      if largest > 1e-12 {
        return shares.indices.filter { gains[$0] >= largest - 1e-12 }.map { shares[$0].id }
      }
      // Nothing single helps: either all is certain, or more than one share is out of reach.
      let smallest = shares.map(\.probability).min() ?? 1
      return smallest > 0.5 ? [] : shares.filter { $0.probability <= smallest }.map(\.id)
    }
  }
}
