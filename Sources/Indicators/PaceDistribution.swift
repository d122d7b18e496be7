/// How fast real places went from each level on: quantiles of paces held over a number of years.
///
/// A pace that is needed over some years is compared with paces held over as many: over longer windows paces
/// differ less. Levels and paces point to the good end: a share that is meant to fall has the level
/// 100 − percent and a positive pace while it falls.
package struct PaceDistribution: Sendable, Equatable {
  /// The paces of one starting level and one length of windows.
  package struct Band: Sendable, Equatable {
    /// The length of the windows.
    package let years: Int
    /// The lowest level at the start, percent on the way to the good end.
    package let lower: Double
    /// The level at which the next band begins, percent; 100 belongs to the last.
    package let upper: Double
    /// The quantile of each probability, points a year, never descending.
    package let paces: [Double]
    /// How many windows.
    package let windows: Int
    /// How many places, each counted once whatever the number of its indicators.
    package let places: Int
    /// How many indicators.
    package let indicators: Int

    package init(
      years: Int, lower: Double, upper: Double, paces: [Double], windows: Int, places: Int,
      indicators: Int
    ) {
      self.years = years
      self.lower = lower
      self.upper = upper
      self.paces = paces
      self.windows = windows
      self.places = places
      self.indicators = indicators
    }
  }

  /// The probabilities of the quantiles that a library holds: the slowest pace of all, 1%, every 5%, 99%, the
  /// fastest.
  package static let grid = [0, 0.01] + (1...19).map { Double($0) / 20 } + [0.99, 1]

  /// Nothing known.
  package static let none = PaceDistribution(probabilities: [], bands: [])

  /// The probabilities of the quantiles, ascending from 0 to 1; empty when nothing is known.
  package let probabilities: [Double]
  /// The bands, by years, then by level.
  package let bands: [Band]

  /// - Precondition: probabilities ascend from 0 to 1, and every band has as many paces, never descending.
  package init(probabilities: [Double], bands: [Band]) {
    precondition(
      bands.isEmpty
        || (probabilities.first == 0 && probabilities.last == 1
          && zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 < $1 }),
      "no probabilities: \(probabilities)")
    precondition(
      bands.allSatisfy { band in
        band.paces.count == probabilities.count && band.years >= 1
          && zip(band.paces, band.paces.dropFirst()).allSatisfy { $0 <= $1 }
      }, "a band of paces in disorder")
    self.probabilities = probabilities
    self.bands = bands
  }

  /// Returns the band to compare with.
  ///
  /// - Parameters:
  ///   - level: the level at the start, percent on the way to the good end; beyond 0...100 the end counts.
  ///   - years: how long the pace is to be held; longer than all windows counts as the longest, shorter as the
  ///     shortest.
  /// - Returns: the band; nil when nothing is known of such places.
  package func band(level: Double, years: Int) -> Band? {
    guard !level.isNaN else { return nil }
    let level = min(max(level, 0), 100)
    let lengths = bands.map(\.years)
    guard let length = lengths.filter({ $0 <= years }).max() ?? lengths.min() else { return nil }
    return bands.first {
      $0.years == length && $0.lower <= level && (level < $0.upper || $0.upper >= 100)
    }
  }

  /// Returns the share of paces in a band that were slower, 0...1.
  ///
  /// Linear between the quantiles, 0 up to the slowest pace, 1 beyond the fastest; never falls as the pace
  /// rises.
  ///
  /// - Precondition: the pace is a number.
  package func share(slowerThan pace: Double, in band: Band) -> Double {
    precondition(!pace.isNaN, "a pace that is no number")
    guard let above = band.paces.firstIndex(where: { $0 >= pace }) else { return 1 }
    guard above > 0 else { return 0 }
    let (left, right) = (band.paces[above - 1], band.paces[above])
    let weight = (pace - left) / (right - left)
    return (1 - weight) * probabilities[above - 1] + weight * probabilities[above]
  }

  /// Returns the pace that a share of a band did not exceed, points a year: linear between the quantiles.
  ///
  /// - Precondition: the probability lies in 0...1.
  package func pace(atQuantile probability: Double, in band: Band) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability of \(probability)")
    guard let above = probabilities.firstIndex(where: { $0 >= probability }), above > 0 else {
      return band.paces[0]
    }
    let (left, right) = (probabilities[above - 1], probabilities[above])
    let weight = (probability - left) / (right - left)
    return (1 - weight) * band.paces[above - 1] + weight * band.paces[above]
  }
}
