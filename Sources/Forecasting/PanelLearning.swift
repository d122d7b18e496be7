import Indicators
import LinearAlgebra

/// One round of learning from a panel: sums over all places, from which each place's own part is taken.
struct PanelLearning {
  private let window: PanelWindow
  private let lone: PacePrior
  private let settings: PaceSettings
  private let direction: DirectionEvidence
  /// The robust weight of each change, by place and year of the window.
  private let weights: [Double]
  /// Σ w and Σ w·D of each place.
  private let weightSums: [Double]
  private let weightedSums: [Double]

  /// - Parameters:
  ///   - window: the changes less what the pace curve expects.
  ///   - lone: the prior of a place alone.
  ///   - direction: which direction is the good one.
  init(_ window: PanelWindow, lone: PacePrior, direction: DirectionEvidence) {
    self.window = window
    self.lone = lone
    self.direction = direction
    settings = lone.library.settings
    weights = RobustMean(window, variances: PlaceVariances(window, lone: lone), lone: lone).weights
    var sums = [Double](repeating: 0, count: window.memberCount)
    var weighted = sums
    for place in 0..<window.memberCount {
      for (column, year) in window.years.enumerated() {
        let change = window.change(place, year)
        guard !change.isNaN else { continue }
        let weight = weights[place * window.years.count + column]
        sums[place] += weight
        weighted[place] += weight * change
      }
    }
    weightSums = sums
    weightedSums = weighted
  }

  /// Returns the prior of each place, learned from all others.
  func priors() throws(LinearAlgebraError) -> [PacePrior] {
    let totalWeight = weightSums.reduce(0, +)
    let totalWeighted = weightedSums.reduce(0, +)
    let commonPace = totalWeighted / totalWeight
    let scales = PanelScales(window, pace: commonPace, lone: lone)
    let placesByYear = window.years.map { year in
      (0..<window.memberCount).reduce(0) { $0 + (window.change($1, year).isNaN ? 0 : 1) }
    }
    let curves = PanelCurves(window, weights: weights, lone: lone)
    var priors: [PacePrior] = []
    priors.reserveCapacity(window.memberCount)
    for place in 0..<window.memberCount {
      let others = window.changeCount - window.counts[place]
      guard others > 0 else {
        priors.append(lone)
        continue
      }
      var prior = lone
      (prior.upProbability, prior.downProbability) = (
        direction.upProbability, direction.downProbability
      )
      scales.apply(to: &prior, without: place)
      var years = 0
      for (column, year) in window.years.enumerated() {
        let own = window.change(place, year).isNaN ? 0 : 1
        if placesByYear[column] > own { years += 1 }
      }
      let mean = (totalWeighted - weightedSums[place]) / (totalWeight - weightSums[place])
      let variance =
        prior.changeVariance * (settings.commonShock / Double(max(years, 1)) + 1 / Double(others))
      let trust = lone.paceVariance / (lone.paceVariance + variance)
      prior.paceMean = trust * mean
      prior.paceVariance = trust * variance
      let design = 1 + settings.commonShock * max(Double(others) / Double(max(years, 1)), 1)
      prior.panelCurve = try curves.curve(
        without: place, paceMean: prior.paceMean, designEffect: design)
      prior.otherPlaces = window.counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      if window.counts[place] > 0 { prior.otherPlaces -= 1 }
      prior.widths = PacePrior.Widths(
        factor: lone.estimates.panelWidth, degreesOfFreedom: settings.tailDegreesOfFreedom)
      priors.append(prior)
    }
    try PanelShapes.weigh(&priors, window: window, pace: commonPace, lone: lone)
    return priors
  }
}
