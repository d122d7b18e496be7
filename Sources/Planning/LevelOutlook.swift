import Forecasting
import Indicators
import Regulations
import Statistics
import Wording

/// The chance of a level in coming years: all shares by their forecasts, all facts by their state.
///
/// Dependence between shares is a one-factor Gaussian copula. Facts are 0 or 1, never fitted. A grade counts
/// by the rates behind it where the data have them, and by its record where they do not.
enum LevelOutlook {
  /// Returns the outlook of each year.
  ///
  /// - Parameters:
  ///   - years: the coming years.
  ///   - evidence: the requirements of the level in rule order.
  ///   - correlation: ρ of the copula, 0...1.
  ///   - forecast: the forecast of a share or rate; without years where there is none.
  /// - Returns: one outlook a year, in their order.
  static func years(
    _ years: [Int], evidence: [RequirementEvidence], correlation: Double,
    forecast: (RequirementEvidence) -> Forecast
  ) -> [OutlookYear] {
    years.map { year in
      var parts = Parts()
      for item in evidence { parts.add(item, year: year, forecast: forecast) }
      return parts.outlook(year: year, correlation: correlation)
    }
  }

  /// Returns the chance of one requirement in a year; nil where nothing comparable is known of it.
  ///
  /// That of a share is its own, that of a fact 0 or 1, that of a grade the joint chance of its rates.
  static func chance(
    of item: RequirementEvidence, in year: Int, correlation: Double,
    forecast: (RequirementEvidence) -> Forecast
  ) -> Double? {
    let outlook = years([year], evidence: [item], correlation: correlation, forecast: forecast)[0]
    guard outlook.conditionalOn.isEmpty else { return nil }
    return outlook.probability ?? (outlook.failingFacts.isEmpty ? 1 : 0)
  }

  /// Returns the chances of each indicator, once: of several thresholds of one indicator the highest contains
  /// the others, so that their joint chance is the smallest.
  static func distinct(_ marginals: [OutlookYear.Marginal]) -> [OutlookYear.Marginal] {
    var kept: [OutlookYear.Marginal] = []
    for marginal in marginals {
      if let index = kept.firstIndex(where: { $0.indicator == marginal.indicator }) {
        if marginal.probability < kept[index].probability { kept[index] = marginal }
      } else {
        kept.append(marginal)
      }
    }
    return kept
  }

  /// Returns the chance that all of them happen.
  static func joint(_ marginals: [OutlookYear.Marginal], correlation: Double) -> Double {
    orthantProbability(
      marginals: distinct(marginals).map(\.probability), correlation: correlation)
  }

  /// Returns for each requirement the chance of all where it is certain, in rule order.
  static func chancesIfCertain(
    _ marginals: [OutlookYear.Marginal], correlation: Double
  ) -> [(requirement: String, probability: Double)] {
    var ids: [String] = []
    for marginal in marginals where !ids.contains(marginal.requirement) {
      ids.append(marginal.requirement)
    }
    return ids.map { id in
      (id, joint(marginals.filter { $0.requirement != id }, correlation: correlation))
    }
  }

  /// What a year's chance is made of.
  struct Parts {
    var shares: [OutlookYear.Marginal] = []
    var failingFacts: [String] = []
    var assumedFacts: [String] = []
    var conditionalOn: [String] = []

    mutating func add(
      _ item: RequirementEvidence, year: Int, forecast: (RequirementEvidence) -> Forecast
    ) {
      let id = item.requirement.id
      if item.threshold != nil {
        addShare(item, for: id, year: year, forecast: forecast)
        return
      }
      if let grade = item.grade {
        for rate in grade.counted { addShare(rate, for: id, year: year, forecast: forecast) }
        if grade.isComplete { return }
      }
      guard let isMet = item.willBeMet(in: year) else {
        addCondition(id)
        return
      }
      assumedFacts.append(id)
      if !isMet { failingFacts.append(id) }
    }

    private mutating func addShare(
      _ item: RequirementEvidence, for id: String, year: Int,
      forecast: (RequirementEvidence) -> Forecast
    ) {
      guard let probability = probability(of: item, in: year, forecast: forecast) else {
        addCondition(id)
        return
      }
      shares.append(
        OutlookYear.Marginal(
          requirement: id, indicator: item.requirement.indicator,
          threshold: item.threshold?.value ?? 0, probability: probability))
    }

    /// Returns the chance of a share: by its figure where the year has one already, which may be so when
    /// shares end in different years, else by its forecast; nil where neither can tell.
    private func probability(
      of item: RequirementEvidence, in year: Int, forecast: (RequirementEvidence) -> Forecast
    ) -> Double? {
      guard let threshold = item.threshold, item.isComparable else { return nil }
      if let figure = item.series?.observation(in: year) {
        return ThresholdTest.isMet(figure, threshold: threshold).met.map { $0 ? 1 : 0 }
      }
      return forecast(item).year(year)?.distribution.probability(atLeast: threshold.value)
    }

    private mutating func addCondition(_ id: String) {
      if conditionalOn.last != id { conditionalOn.append(id) }
    }

    /// Returns the chance of all parts together.
    func outlook(year: Int, correlation: Double) -> OutlookYear {
      guard !shares.isEmpty else {
        return OutlookYear(
          year: year, probability: nil, probabilityIfFactsMet: nil, frechetLower: nil,
          frechetUpper: nil, bindingRequirements: failingFacts, failingFacts: failingFacts,
          assumedFacts: assumedFacts, conditionalOn: conditionalOn, marginals: [])
      }
      let joint = LevelOutlook.joint(shares, correlation: correlation)
      let bounds = FrechetBounds(
        marginals: LevelOutlook.distinct(shares).map(\.probability) + failingFacts.map { _ in 0 })
      return OutlookYear(
        year: year, probability: failingFacts.isEmpty ? joint : 0, probabilityIfFactsMet: joint,
        frechetLower: bounds.lower,
        frechetUpper: bounds.upper,
        bindingRequirements: failingFacts.isEmpty
          ? binding(joint: joint, correlation: correlation) : failingFacts,
        failingFacts: failingFacts, assumedFacts: assumedFacts, conditionalOn: conditionalOn,
        marginals: shares)
    }

    /// Returns the requirements with the largest P(level | requirement certain) − P(level).
    private func binding(joint: Double, correlation: Double) -> [String] {
      let certain = LevelOutlook.chancesIfCertain(shares, correlation: correlation)
      let ids = certain.map(\.requirement)
      let gains = certain.map { $0.probability - joint }
      guard let largest = gains.max() else { return [] }
      if largest > 1e-12 {
        return ids.indices.filter { gains[$0] >= largest - 1e-12 }.map { ids[$0] }
      }
      // Nothing single helps: either all is certain, or more than one share is out of reach.
      let smallest = shares.map(\.probability).min() ?? 1
      guard smallest <= 0.5 else { return [] }
      return ids.filter { id in
        shares.contains { $0.requirement == id && $0.probability <= smallest }
      }
    }
  }
}
