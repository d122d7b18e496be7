import Evaluation
import Forecasting
import Foundation
import Indicators
import LinearAlgebra
import Statistics

/// Prints what a probability, five quantiles, a series in a batch and a place of a panel cost.
///
/// Made-up series of 3,321 places and 11 years; each figure is the least of five runs. Run: make timings

/// Returns the least time of five runs of some work in microseconds, for one of its parts.
func microseconds(parts: Int, _ work: () throws -> Void) rethrows -> Double {
  var least = Double.infinity
  for _ in 0..<5 {
    let start = ContinuousClock.now
    try work()
    let time = ContinuousClock.now - start
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    least = min(least, seconds * 1e6 / Double(parts))
  }
  return least
}

func report(_ name: String, _ value: Double, limit: Double?) {
  let text = String(format: "%8.2f µs", value)
  let bound = limit.map { String(format: "  (asked for: at most %g)", $0) } ?? ""
  print("\(name.padding(toLength: 52, withPad: " ", startingAt: 0))\(text)\(bound)")
}

/// Returns made-up series: a slow rise with noise.
func madeUpMembers(places: Int, years: Int) -> [RollingPanel.Member] {
  var generator = SeededGenerator(seed: 20_260_101)
  return (0..<places).map { _ in
    var level = 10 + 60 * generator.nextUniform()
    let pace = 2 * generator.nextUniform()
    let percents = (0..<years).map { _ in
      level = min(max(level + pace + 3 * (generator.nextUniform() - 0.5), 0), 100)
      return level
    }
    return RollingPanel.Member(years: Array(2015..<(2015 + years)), percents: percents)
  }
}

let library = PaceLibrary(
  version: "timings",
  estimates: PaceEstimates(
    curve: PaceCurve(
      knots: [0, 12.5, 30, 45, 60, 75, 87.5, 100],
      paces: [0.2, 0.32, 0.43, 0.6, 0.63, 0.47, 0.16, -0.22]), panelWidth: 0.93, loneWidth: 0.9),
  shapes: PaceLibraryBuilder.shapes,
  families: [PaceFamily(id: "other", revisionSD: 1, isVerified: true)])
let lone = PacePrior(library: library, estimates: library.estimates, direction: .up)

let distributions = (0..<10_000).map { (index: Int) -> ShareDistribution in
  let location = 30 + Double(index % 400) / 10
  let scale = 1 + Double(index % 37) / 10
  let tails = 1.6 + Double(index % 53) / 10
  return ShareDistribution(
    location: location, scale: scale, degreesOfFreedom: tails, on: .angular)
}
var sum = 0.0
report(
  "a probability",
  microseconds(parts: distributions.count) {
    for distribution in distributions { sum += distribution.probability(atLeast: 45) }
  }, limit: 1)
report(
  "five quantiles",
  microseconds(parts: distributions.count) {
    for distribution in distributions {
      for probability in [0.1, 0.25, 0.5, 0.75, 0.9] { sum += distribution.quantile(probability) }
    }
  }, limit: 5)

for count in [3, 5, 8, 11] {
  let members = madeUpMembers(places: 3_321, years: count)
  let inputs = members.map {
    TrendInput(years: $0.years, percents: $0.percents, prior: lone)
  }
  let batch = TrendBatch(pattern: inputs[0].pattern, inputs: inputs, horizon: 6)
  report(
    "a series of \(count) figures to h = 6, in a batch of 3,321",
    try microseconds(parts: inputs.count) {
      for fit in try PaceModel().fit(batch) { sum += fit.distribution(horizon: 6).location }
    }, limit: 20)
}

let members = madeUpMembers(places: 3_321, years: 11)
let last = members[0].years[members[0].years.count - 1]
report(
  "a place of a panel of 3,321 (what others teach)",
  try microseconds(parts: members.count) {
    let panel = PacePanel(
      members: members.map {
        PacePanel.Member(
          years: $0.years, angles: $0.percents.map { ValueScale.angular.value(ofPercent: $0) })
      }, lone: lone)
    sum += try panel.priors(origin: last)[0].paceMean
  }, limit: nil)
precondition(sum.isFinite, "a made-up forecast is not finite")
