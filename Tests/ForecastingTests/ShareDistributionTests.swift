import Forecasting
import Testing

@Suite("Distribution of a share")
struct ShareDistributionTests {
  @Test("Tails and quantiles are those of scipy.stats.t")
  func agreesWithReference() throws {
    let rows = try ReferenceTable("share_distribution.csv").rows
    #expect(rows.count == 189)
    for row in rows {
      let distribution = ShareDistribution(
        location: try row.number("location"), scale: try row.number("scale"),
        degreesOfFreedom: try row.number("df"))
      let argument = try row.number("argument")
      let computed =
        try row.text("kind") == "quantile"
        ? distribution.quantile(argument) : distribution.probability(atLeast: argument)
      #expect(agree(computed, try row.number("value"), to: 1e-10), "\(row.testDescription)")
    }
  }

  @Test("Mass beyond 0 and 100 sits at the bounds")
  func censoring() {
    let high = ShareDistribution(location: 118, scale: 6, degreesOfFreedom: 14)
    #expect(high.median == 100)
    #expect(high.quantile(0.99) == 100)
    #expect(high.interval(0.8) == 100...100)
    #expect(high.probability(atLeast: 100) > 0.99)
    #expect(high.probability(atLeast: 100) < 1)
    let low = ShareDistribution(location: -7.5, scale: 5, degreesOfFreedom: 9)
    #expect(low.median == 0)
    #expect(low.interval(0.5) == 0...0)
    #expect(low.interval(0.99).lowerBound == 0)
    #expect(low.interval(0.99).upperBound > 0)
  }

  @Test("At most is the rest of at least, but for the mass at 0 and 100")
  func atMost() {
    let distribution = ShareDistribution(
      location: 53, scale: 2, degreesOfFreedom: 3, on: .angular)
    for percent in stride(from: 1.0, through: 99, by: 7) {
      let sum =
        distribution.probability(atMost: percent) + distribution.probability(atLeast: percent)
      #expect(abs(sum - 1) <= 1e-14)
    }
    #expect(abs(distribution.probability(atMost: distribution.median) - 0.5) <= 1e-13)
    let high = ShareDistribution(location: 118, scale: 6, degreesOfFreedom: 14)
    #expect(high.probability(atMost: 100) == 1 && high.probability(atMost: 99.9) < 0.01)
    let low = ShareDistribution(location: -7.5, scale: 5, degreesOfFreedom: 9)
    #expect(low.probability(atMost: 0) == low.probabilityOfZero)
    #expect(low.probability(atMost: -0.1) == 0)
    let certain = ShareDistribution(location: 40, scale: 0, degreesOfFreedom: 5)
    #expect(certain.probability(atMost: 39.9) == 0 && certain.probability(atMost: 40) == 1)
  }

  @Test("Thresholds of 0 and below are certain, those above 100 are out of reach")
  func thresholdsOutside() {
    for scale in [0.0, 3] {
      let distribution = ShareDistribution(location: 50, scale: scale, degreesOfFreedom: 5)
      #expect(distribution.probability(atLeast: 0) == 1)
      #expect(distribution.probability(atLeast: -12) == 1)
      #expect(distribution.probability(atLeast: 100.000_001) == 0)
    }
    let beyond = ShareDistribution(location: 140, scale: 0, degreesOfFreedom: 5)
    #expect(beyond.probability(atLeast: 100) == 1)
    #expect(beyond.probability(atLeast: 101) == 0)
  }

  @Test("Without scale all mass is at the location")
  func withoutScale() {
    let distribution = ShareDistribution(location: 37.3, scale: 0, degreesOfFreedom: 3)
    #expect(distribution.median == 37.3)
    #expect(distribution.quantile(0.01) == 37.3)
    #expect(distribution.interval(0.95) == 37.3...37.3)
    #expect(distribution.probability(atLeast: 37.3) == 1)
    #expect(distribution.probability(atLeast: 37.300_001) == 0)
    let above = ShareDistribution(location: 130, scale: 0, degreesOfFreedom: 3)
    #expect(above.quantile(0.5) == 100)
  }

  @Test("Intervals nest and hold the median, chances fall with the threshold", arguments: 0..<100)
  func ordering(seed: UInt64) {
    var random = SeededNumbers(seed)
    let distribution = ShareDistribution(
      location: random.number(in: -20...120), scale: random.number(in: 0.01...20),
      degreesOfFreedom: random.number(in: 0.5...40))
    let intervals = [0.1, 0.5, 0.8, 0.95, 0.999].map(distribution.interval)
    for (inner, outer) in zip(intervals, intervals.dropFirst()) {
      #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
    }
    for interval in intervals {
      #expect(interval.contains(distribution.median))
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 100)
    }
    let chances = stride(from: -5.0, through: 105, by: 2.5).map {
      distribution.probability(atLeast: $0)
    }
    for (lower, higher) in zip(chances, chances.dropFirst()) { #expect(lower >= higher) }
    for probability in [0.1, 0.5, 0.9] {
      let value = distribution.quantile(probability)
      guard value > 0, value < 100 else { continue }
      #expect(agree(distribution.probability(atLeast: value), 1 - probability, to: 1e-9))
    }
  }

  @Test("Impossible parameters and probabilities trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = ShareDistribution(location: .nan, scale: 1, degreesOfFreedom: 3)
    }
    await #expect(processExitsWith: .failure) {
      _ = ShareDistribution(location: 50, scale: -1, degreesOfFreedom: 3)
    }
    await #expect(processExitsWith: .failure) {
      _ = ShareDistribution(location: 50, scale: 1, degreesOfFreedom: 3).quantile(1)
    }
  }
}
