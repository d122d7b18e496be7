@testable import Forecasting
import Indicators
import RealModule
import Testing

@Suite("Pace model")
struct PaceModelTests {
  private func fit(
    _ years: [Int], _ percents: [Double], bases: [Int?] = [], brokenSteps: [Int] = [],
    prior: PacePrior = LibraryFixture.prior(), revisionSD: Double = 0,
    rebuildingSDs: [Double] = [], horizon: Int = 6
  ) throws -> PaceFit {
    let input = TrendInput(
      years: years, percents: percents, bases: bases, brokenSteps: brokenSteps, prior: prior,
      revisionSD: revisionSD, rebuildingSDs: rebuildingSDs)
    return try PaceModel().fits(inputs: [input], horizon: horizon)[0]
  }

  /// Returns a series that rises and scatters.
  private func series(_ seed: UInt64, count: Int) -> (years: [Int], percents: [Double]) {
    var random = SeededNumbers(seed)
    let start = random.number(in: 25...60)
    let pace = random.number(in: -1...2)
    return (
      Array((2025 - count)...2024),
      (0..<count).map { start + pace * Double($0) + random.number(in: -0.8...0.8) }
    )
  }

  // MARK: Few figures

  @Test("One figure leaves level, curve and the prior's pace: the expected path, year by year")
  func oneFigure() throws {
    var prior = LibraryFixture.prior()
    prior.paceMean = 0.25
    let start = 40.0
    let fit = try fit([2024], [start], prior: prior)
    var level = ValueScale.angular.value(ofPercent: start)
    for ahead in 1...6 {
      level += prior.expectedChange(atLevel: level) + prior.paceMean
      #expect(agree(fit.centres[ahead - 1], level, to: 1e-12))
    }
    for (near, far) in zip(fit.scales, fit.scales.dropFirst()) { #expect(near < far) }
  }

  @Test("With an unknown direction one figure is expected to stay")
  func unknownDirection() throws {
    let prior = LibraryFixture.prior(direction: .unknown)
    let fit = try fit([2024], [40], prior: prior)
    for ahead in 1...6 {
      #expect(agree(fit.distribution(horizon: ahead).median, 40, to: 1e-12))
    }
    let declared = try self.fit([2024], [40])
    #expect(declared.distribution(horizon: 5).median > 40)
  }

  @Test("The more own years, the more they count against the prior", arguments: [-1.5, 1.2])
  func ownYears(pace: Double) throws {
    var distance = Double.infinity
    for count in [3, 5, 8, 12] {
      let years = Array((2025 - count)...2024)
      // Straight on the angular scale, so that the own pace is one number.
      let percents = years.map {
        ValueScale.angular.percent(ofValue: 50 + pace * Double($0 - 2024))
      }
      let fit = try fit(
        years, percents,
        prior: LibraryFixture.prior(LibraryFixture.library(paces: [0, 0, 0, 0, 0])))
      let missed = abs(50 + 3 * pace - fit.centres[2])
      #expect(missed < distance)
      distance = missed
    }
    #expect(distance < abs(3 * pace))
  }

  // MARK: What widens

  @Test("The more the last figure may be revised, the wider; never narrower", arguments: 0..<30)
  func revision(seed: UInt64) throws {
    for count in [1, 2, 3, 6, 10] {
      let (years, percents) = series(seed, count: count)
      var last = [Double](repeating: 0, count: Self.told(count))
      for revisionSD in [0, 0.3, 0.6, 1.2] {
        let scales = try fit(years, percents, revisionSD: revisionSD).scales
        for (wide, narrow) in zip(scales, last) { #expect(wide > narrow) }
        last = Array(scales.prefix(last.count))
      }
    }
  }

  @Test("Figures that were rebuilt of whole units change nothing, not by a bit", arguments: 0..<30)
  func rebuiltWhole(seed: UInt64) throws {
    for count in [1, 2, 3, 6, 10] {
      let (years, percents) = series(seed, count: count)
      let bases: [Int?] = years.map { $0 % 2 == 0 ? 800 : nil }
      #expect(
        try fit(years, percents, bases: bases, revisionSD: 0.4, rebuildingSDs: years.map { _ in 0 })
          == fit(years, percents, bases: bases, revisionSD: 0.4))
    }
  }

  @Test(
    "A rebuilt last figure widens as one that may be revised by as much does, to the bit",
    arguments: 0..<30)
  func rebuiltLast(seed: UInt64) throws {
    for count in [1, 2, 3, 6, 10] {
      let (years, percents) = series(seed, count: count)
      let zeros = [Double](repeating: 0, count: count - 1)
      let rebuilt = try fit(years, percents, rebuildingSDs: zeros + [0.7])
      #expect(try rebuilt == fit(years, percents, revisionSD: 0.7))
      let certain = try fit(years, percents)
      for ahead in 0..<Self.told(count) { #expect(rebuilt.scales[ahead] > certain.scales[ahead]) }
    }
  }

  @Test("A rebuilt figure within a series weighs as one of so few units does", arguments: 1...4)
  func rebuiltWithin(place: Int) throws {
    let years = Array(2018...2023)
    var percents: [Double] = [46, 47.5, 49.1, 51.2, 52.4, 54]
    percents[place] = 50
    // Chance of 200 units at 50%, and the deviation in points that is as large on the angular scale.
    let angular = (LibraryFixture.prior().library.settings.unitTurnover / 200).squareRoot() * 100
    let half = angular / Double.pi
    var deviations = [Double](repeating: 0, count: 6)
    deviations[place] = 50 * Double.sin(Double.pi * half / 100)
    var bases = [Int?](repeating: nil, count: 6)
    bases[place] = 200
    let rebuilt = try fit(years, percents, rebuildingSDs: deviations)
    let few = try fit(years, percents, bases: bases)
    for ahead in 0..<6 {
      #expect(agree(rebuilt.centres[ahead], few.centres[ahead], to: 1e-10))
      #expect(agree(rebuilt.scales[ahead], few.scales[ahead], to: 1e-10))
    }
  }

  @Test("The fewer units a share is taken of, the wider the coming year", arguments: 0..<30)
  func bases(seed: UInt64) throws {
    for count in [1, 2, 3, 6, 10] {
      let (years, percents) = series(seed, count: count)
      var last = try fit(years, percents).scales[0]
      for base in [1_000_000, 1000, 300, 100, 30] {
        let scale = try fit(years, percents, bases: years.map { _ in base }).scales[0]
        #expect(scale > last)
        last = scale
      }
    }
  }

  @Test(
    "A hundred units widen all years ahead against many, of one figure and of long series",
    arguments: 0..<30)
  func smallBase(seed: UInt64) throws {
    for count in [1, 6, 10] {
      let (years, percents) = series(seed, count: count)
      let many = try fit(years, percents).scales
      let few = try fit(years, percents, bases: years.map { _ in 100 }).scales
      for (wide, narrow) in zip(few, many) { #expect(wide > narrow) }
    }
  }

  /// Returns how many years ahead noise of a figure can but widen: with two or three figures it also
  /// explains their changes away, so that far ahead a restless series may look quieter with it.
  private static func told(_ count: Int) -> Int { (2...3).contains(count) ? 1 : 6 }

  @Test(
    "Quantiles rise and stay within 0 and 100 near the ends, too",
    arguments: [0.0, 1, 50, 99.5, 100])
  func quantiles(level: Double) throws {
    for count in 1...5 {
      let fit = try fit(
        Array((2025 - count)...2024), Array(repeating: level, count: count),
        bases: Array(repeating: 8, count: count), revisionSD: 2, horizon: 12)
      for horizon in 1...12 {
        let distribution = fit.distribution(horizon: horizon)
        let quantiles = (1...99).map { distribution.quantile(Double($0) / 100) }
        #expect(quantiles.allSatisfy { (0...100).contains($0) })
        for (lower, upper) in zip(quantiles, quantiles.dropFirst()) { #expect(lower <= upper) }
      }
    }
  }

  // MARK: Symmetry

  @Test("Less is better is more is better, turned round", arguments: 0..<10)
  func turnedRound(seed: UInt64) throws {
    let (years, percents) = series(seed, count: 6)
    let up = try fit(years, percents, bases: years.map { _ in 60 }, revisionSD: 1)
    let down = try fit(
      years, percents.map { 100 - $0 }, bases: years.map { _ in 60 },
      prior: LibraryFixture.prior(direction: .down), revisionSD: 1)
    for ahead in 0..<6 {
      #expect(agree(down.centres[ahead], 100 - up.centres[ahead], to: 1e-9))
      #expect(agree(down.scales[ahead], up.scales[ahead], to: 1e-9))
    }
  }

  // MARK: Breaks

  @Test("A broken step tells nothing of pace, whatever its height; the others keep telling")
  func brokenStep() throws {
    let years = Array(2018...2024)
    func percents(_ shift: Double) -> [Double] {
      // Levels on both sides move alike; the broken step alone is another.
      [40, 42, 44].map { $0 + shift } + [52, 54, 56, 58]
    }
    // Flat curves, so that the levels themselves tell nothing.
    let prior = LibraryFixture.prior(LibraryFixture.library(paces: LibraryFixture.flatPaces))
    let small = try fit(years, percents(0), brokenSteps: [2], prior: prior)
    let whole = try fit(years, percents(0), prior: prior)
    let short = try fit(Array(years.suffix(4)), [52, 54, 56, 58], prior: prior)
    #expect(small.centres != whole.centres)
    // Three more rising steps bring the pace nearer to their own.
    #expect(small.centres[4] > short.centres[4])
    let level = ValueScale.angular.value(ofPercent: 58)
    let lonely = try fit([2023, 2024], [20, 58], brokenSteps: [0], prior: prior)
    #expect(lonely.centres.allSatisfy { agree($0, level, to: 1e-12) })
    #expect(try lonely == fit([2024], [58], prior: prior))
  }

  @Test("The height of a broken step changes nothing")
  func breakHeight() throws {
    let prior = LibraryFixture.prior(LibraryFixture.library(paces: LibraryFixture.flatPaces))
    let angular = ValueScale.angular
    let fits = try [0.0, 3, 20].map { shift in
      let percents = [20.0, 21, 22.5, 50, 51, 52.5].enumerated().map { index, level in
        angular.percent(ofValue: index < 3 ? level + shift : level)
      }
      return try fit(Array(2019...2024), percents, brokenSteps: [2], prior: prior)
    }
    for fit in fits {
      for ahead in 0..<6 {
        #expect(agree(fit.centres[ahead], fits[0].centres[ahead], to: 1e-9))
        #expect(agree(fit.scales[ahead], fits[0].scales[ahead], to: 1e-9))
      }
    }
  }

  @Test("One jump does not become the pace of all years to come")
  func oneJump() throws {
    let prior = LibraryFixture.prior(LibraryFixture.library(paces: LibraryFixture.flatPaces))
    let years = Array(2016...2024)
    let jump = try fit(years, [30, 30.2, 30.1, 30.3, 50, 50.1, 50.3, 50.2, 50.4], prior: prior)
    let mean = (50.4 - 30) / 8
    #expect(abs(jump.distribution(horizon: 5).median - 50.4) < 0.5 * 5 * mean)
  }

  // MARK: Form

  @Test("Widths multiply the stated scale and give the tails")
  func widths() throws {
    let library = LibraryFixture.library(panelWidth: 3, loneWidth: 1.5)
    let fit = try fit([2024], [40], prior: LibraryFixture.prior(library))
    for (horizon, factor) in [(1, 1.5), (2, 1.5), (5, 1.5)] {
      let distribution = fit.distribution(horizon: horizon)
      #expect(agree(distribution.scale, factor * fit.scales[horizon - 1], to: 1e-14))
      #expect(distribution.degreesOfFreedom == library.settings.tailDegreesOfFreedom)
      #expect(distribution.valueScale == .angular)
    }
  }

  @Test("Weights of the shapes add up to one, and a shape that fits gains")
  func shapeWeights() throws {
    let prior = LibraryFixture.prior(LibraryFixture.library(paces: LibraryFixture.flatPaces))
    let years = Array(2013...2024)
    let swinging = try fit(years, years.map { $0 % 2 == 0 ? 50 : 56 }, prior: prior)
    #expect(agree(swinging.shapeWeights.reduce(0, +), 1, to: 1e-12))
    #expect(swinging.shapeWeights[1] > prior.shapeWeights[1])
    #expect(swinging.shapeWeights[0] < prior.shapeWeights[0])
  }

  @Test("Patterns may be mixed, and each series gets what it gets alone", arguments: 0..<10)
  func mixedPatterns(seed: UInt64) throws {
    let inputs = LibraryFixture.places(12, seed: seed).map {
      TrendInput(years: $0.years, percents: $0.percents, prior: LibraryFixture.prior())
    }
    let together = try PaceModel().fits(inputs: inputs, horizon: 5)
    for (input, fit) in zip(inputs, together) {
      #expect(try fit == PaceModel().fits(inputs: [input], horizon: 5)[0])
    }
  }

  @Test("Without a prior, or a distance that was fitted, it traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try PaceModel().fits(inputs: [TrendInput(years: [2024], percents: [4])], horizon: 2)
    }
    await #expect(processExitsWith: .failure) {
      _ = try PaceModelTests().fit([2024], [50]).distribution(horizon: 7)
    }
  }
}
