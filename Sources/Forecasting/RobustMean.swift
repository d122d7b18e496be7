import Indicators
import RealModule
import Statistics

/// The variance of each place's changes about their own mean, drawn hard towards the panel's median.
///
/// `q_j = (3·med + SS_j)/(3 + n_j − 1)`, med the median of `SS/(n − 1)`: it only weighs places against each
/// other.
struct PlaceVariances {
  /// q_j of each place.
  let values: [Double]
  /// med.
  let median: Double

  init(_ window: PanelWindow, lone: PacePrior) {
    let floor = lone.library.settings.scaleFloor * lone.library.settings.scaleFloor
    var squares = [Double](repeating: 0, count: window.memberCount)
    var ratios: [Double] = []
    for place in 0..<window.memberCount where window.counts[place] > 1 {
      var sum = 0.0
      for year in window.years {
        let change = window.change(place, year)
        if !change.isNaN { sum += change }
      }
      let mean = sum / Double(window.counts[place])
      for year in window.years {
        let change = window.change(place, year)
        if !change.isNaN { squares[place] += (change - mean) * (change - mean) }
      }
      ratios.append(squares[place] / Double(window.counts[place] - 1))
    }
    let typical =
      ratios.isEmpty
      ? Double.exp(lone.library.settings.logVarianceMean) : Statistics.median(ratios)
    let median = max(typical, floor)
    self.median = median
    values = (0..<window.memberCount).map { place in
      (3 * median + squares[place]) / (3 + Double(max(window.counts[place] - 1, 0)))
    }
  }
}

/// The mean of all changes of a panel, each weighed by its place's variance and Huber's function.
///
/// Source: Huber (1964), Robust estimation of a location parameter; two rounds of reweighting.
struct RobustMean {
  /// The weight of each change, by place and year of the window; 0 where none is known.
  let weights: [Double]
  /// The mean with these weights.
  let value: Double

  init(_ window: PanelWindow, variances: PlaceVariances, lone: PacePrior) {
    let huber = lone.library.settings.huber
    let width = window.years.count
    var weights = [Double](repeating: 0, count: window.memberCount * width)
    var centre: Double?
    for _ in 0..<3 {
      var sum = 0.0
      var weighted = 0.0
      for place in 0..<window.memberCount where window.counts[place] > 0 {
        let variance = variances.values[place]
        let deviation = variance.squareRoot()
        for (column, year) in window.years.enumerated() {
          let change = window.change(place, year)
          guard !change.isNaN else { continue }
          let distance = centre.map { abs(change - $0) / deviation }
          let weight = (distance.map { min(1, huber / max($0, 1e-9)) } ?? 1) / variance
          weights[place * width + column] = weight
          sum += weight
          weighted += weight * change
        }
      }
      centre = weighted / sum
    }
    self.weights = weights
    value = centre ?? 0
  }
}
