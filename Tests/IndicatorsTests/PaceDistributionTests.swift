import Indicators
import Testing

@Suite("PaceDistribution")
struct PaceDistributionTests {
  private static func band(
    _ years: Int, _ lower: Double, _ upper: Double, _ paces: [Double]
  ) -> PaceDistribution.Band {
    PaceDistribution.Band(
      years: years, lower: lower, upper: upper, paces: paces, windows: 100, places: 30,
      indicators: 3)
  }

  private static let distribution = PaceDistribution(
    probabilities: [0, 0.5, 0.9, 1],
    bands: [
      band(1, 0, 40, [-2, 1, 3, 4]), band(1, 40, 100, [0, 0, 2, 2]),
      band(3, 0, 100, [-1, 1, 2, 3]),
    ])

  @Test(
    "The band is that of the starting level and of the longest windows that fit",
    arguments: [
      (39.9, 1, 0), (40, 1, 1), (100, 2, 1), (120, 1, 1), (-3, 1, 0), (50, 3, 2), (50, 12, 2),
    ])
  func band(level: Double, years: Int, index: Int) throws {
    #expect(
      Self.distribution.band(level: level, years: years) == Self.distribution.bands[index])
  }

  @Test("Windows shorter than all measured are compared with the shortest")
  func shortest() {
    let long = PaceDistribution(
      probabilities: [0, 1], bands: [Self.band(5, 0, 100, [0, 1])])
    #expect(long.band(level: 10, years: 2)?.years == 5)
  }

  @Test("Nothing is known of an empty library, of a level that is no number, and between bands")
  func nothing() {
    #expect(PaceDistribution.none.band(level: 50, years: 1) == nil)
    #expect(Self.distribution.band(level: .nan, years: 1) == nil)
    let part = PaceDistribution(probabilities: [0, 1], bands: [Self.band(1, 0, 40, [0, 1])])
    #expect(part.band(level: 60, years: 1) == nil)
  }

  // numpy: np.interp(pace, [-2, 1, 3, 4], [0, 0.5, 0.9, 1])
  @Test(
    "The share of slower paces is linear between the quantiles",
    arguments: [(-9, 0), (-2, 0), (-0.5, 0.25), (1, 0.5), (2, 0.7), (3.5, 0.95), (4, 1), (9, 1)])
  func share(pace: Double, share: Double) {
    let band = Self.distribution.bands[0]
    #expect(abs(Self.distribution.share(slowerThan: pace, in: band) - share) < 1e-12)
  }

  @Test("A pace that many places held alike is faster than none of them")
  func plateaus() {
    let band = Self.distribution.bands[1]
    #expect(Self.distribution.share(slowerThan: 0, in: band) == 0)
    #expect(Self.distribution.share(slowerThan: 2, in: band) == 0.9)
    #expect(Self.distribution.share(slowerThan: 2.1, in: band) == 1)
  }

  @Test("The share never falls as the pace rises")
  func monotone() {
    for band in Self.distribution.bands {
      let shares = (-40...60).map {
        Self.distribution.share(slowerThan: Double($0) / 10, in: band)
      }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(shares.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test(
    "The pace of a quantile is linear between the quantiles",
    arguments: [(0, -2), (0.25, -0.5), (0.5, 1), (0.7, 2), (0.95, 3.5), (1, 4)])
  func quantile(probability: Double, pace: Double) {
    let band = Self.distribution.bands[0]
    #expect(abs(Self.distribution.pace(atQuantile: probability, in: band) - pace) < 1e-12)
  }

  @Test("The grid of a library ascends from the slowest to the fastest")
  func grid() {
    #expect(PaceDistribution.grid.count == 23)
    #expect(zip(PaceDistribution.grid, PaceDistribution.grid.dropFirst()).allSatisfy { $0 < $1 })
    #expect(PaceDistribution.grid.contains(0.75))
  }
}
