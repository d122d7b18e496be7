import Statistics

/// The levels of other places in a coming year, from which a place without figures is forecast.
///
/// `location` is their median, `scale = √(between² + within²)` with
/// `between = (ninth tenth − first tenth)/(2·t_ν(0.9))` and `within` the median scale of their forecasts.
package struct OtherLevels: Sendable, Equatable {
  /// ν.
  static let tails = 10.0

  /// The year.
  package let year: Int
  /// How many places.
  package let places: Int
  /// A tenth of the forecast levels lies below, angular points.
  package let lower: Double
  /// Half of them lie below.
  package let middle: Double
  /// Nine tenths of them lie below.
  package let upper: Double
  /// The spread between places, angular points.
  package let between: Double
  /// The median scale of their forecasts, angular points.
  package let within: Double

  init(year: Int, parts: [ShareDistribution]) {
    let tenths = sampleQuantiles(parts.map(\.location), probabilities: [0.1, 0.5, 0.9])
    self.year = year
    places = parts.count
    (lower, middle, upper) = (tenths[0], tenths[1], tenths[2])
    between =
      (tenths[2] - tenths[0]) / (2 * StudentT(degreesOfFreedom: Self.tails).quantile(0.9))
    within = median(parts.map(\.scale))
  }

  /// The forecast of the place.
  package var distribution: ShareDistribution {
    ShareDistribution(
      location: middle, scale: (between * between + within * within).squareRoot(),
      degreesOfFreedom: Self.tails, on: .angular)
  }
}
