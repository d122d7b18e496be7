import Indicators
import RealModule
import Statistics

/// The scales of all places: log s² with its prior, from which each place's own part is taken.
struct PanelScales {
  private struct Sums {
    var weight = 0.0
    var mean = 0.0
    var square = 0.0
    var noise = 0.0
    var places = 0.0

    mutating func add(_ term: Term, sign: Double) {
      weight += sign * term.weight
      mean += sign * term.weight * term.value
      square += sign * term.weight * term.value * term.value
      noise += sign * term.weight * term.noise
      places += sign
    }
  }

  private struct Term {
    let weight: Double
    let value: Double
    let noise: Double
  }

  private let lone: PacePrior
  private var total = Sums()
  private var terms: [Term?] = []

  init(_ window: PanelWindow, pace: Double, lone: PacePrior) {
    self.lone = lone
    let settings = lone.library.settings
    for place in 0..<window.memberCount {
      guard window.counts[place] > 0 else {
        terms.append(nil)
        continue
      }
      var squares = 0.0
      for year in window.years {
        let change = window.change(place, year)
        if !change.isNaN { squares += (change - pace) * (change - pace) }
      }
      let count = Double(window.counts[place])
      let variance = squares / count + settings.scaleFloor * settings.scaleFloor
      let half = max(0.8 * count, 0.5) / 2
      let noise = trigamma(half)
      let term = Term(
        weight: 1 / (settings.withinSetVariance + noise),
        value: Double.log(variance) - digamma(half) + Double.log(half), noise: noise)
      terms.append(term)
      total.add(term, sign: 1)
    }
  }

  /// Sets s0² and ν0 of a place's prior from all other places.
  func apply(to prior: inout PacePrior, without place: Int) {
    let settings = lone.library.settings
    var sums = total
    if let own = terms[place] { sums.add(own, sign: -1) }
    guard sums.places > 0.5 else { return }
    let mean = sums.mean / sums.weight
    let correction = sums.places > 1 ? sums.places / (sums.places - 1) : 1
    let spread = (sums.square / sums.weight - mean * mean) * correction
    let between = spread - sums.noise / sums.weight
    let others = max(sums.places - 1, 0)
    let within = max(
      (Self.priorPlaces * settings.withinSetVariance + others * between)
        / (Self.priorPlaces + others), 0.05)
    let meanVariance = 1 / sums.weight + Self.meanVarianceFloor
    let trust = settings.betweenSetVariance / (settings.betweenSetVariance + meanVariance)
    let logMean = trust * mean + (1 - trust) * settings.logVarianceMean
    let variance = within + (1 - trust) * settings.betweenSetVariance
    prior.changeDegreesOfFreedom = 2 * inverseTrigamma(variance)
    prior.changeVariance = PacePrior.changeVariance(
      logMean: logMean, degreesOfFreedom: prior.changeDegreesOfFreedom)
  }

  /// Of how many places the library's variance between places is worth.
  private static let priorPlaces = 10.0
  /// The variance of the mean of log s² that no number of places takes away: years that all share.
  private static let meanVarianceFloor = 0.05
}
