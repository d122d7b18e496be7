import Forecasting
import RealModule
import Statistics

/// How well one model did on one indicator, from one length of history, at one distance.
package struct CellScore: Sendable {
  /// A central interval whose coverage is counted.
  package enum Level: Int, Sendable, CaseIterable {
    /// The 50% interval.
    case half
    /// The 80% interval.
    case wide
    /// The 95% interval.
    case widest

    /// The coverage that the interval states.
    package var stated: Double { [0.5, 0.8, 0.95][rawValue] }
  }

  /// How many targets of one origin fell inside.
  struct OriginCount: Sendable {
    var count = 0
    var inside = [0, 0, 0]
  }

  /// How many forecasts.
  package private(set) var count = 0
  /// Σ |y − median|.
  private var absoluteErrors = 0.0
  /// Σ |y − median| / mean size of a yearly change, over series that changed at all.
  private var scaledErrors = 0.0
  private var scaledCount = 0
  private var rankedScores = 0.0
  private var intervalScores = 0.0
  private(set) var origins: [Int: OriginCount] = [:]
  private var places: Set<Int> = []
  /// How many values of F(y) fell into each tenth.
  package private(set) var integralTransform = [Double](repeating: 0, count: 10)

  /// K, the midpoints at which the score of a whole distribution is taken.
  static let midpoints = 50

  package init() {}

  /// Adds a forecast and what came.
  mutating func add(_ row: BacktestRow) {
    let quantiles = Self.midpointQuantiles(of: row.forecast)
    count += 1
    places.insert(row.place)
    let error = abs(row.actual - row.forecast.median)
    absoluteErrors += error
    if let change = row.meanChange {
      scaledErrors += error / change
      scaledCount += 1
    }
    rankedScores += rankedProbabilityScore(midpointQuantiles: quantiles, actual: row.actual)
    var origin = origins[row.origin] ?? OriginCount()
    origin.count += 1
    for level in Level.allCases {
      let interval = row.forecast.interval(level.stated)
      if level == .wide {
        intervalScores += intervalScore(interval, level: level.stated, actual: row.actual)
      }
      // Rounded figures at a bound that is a rounded figure, too, lie inside.
      if row.actual >= interval.lowerBound - 1e-9, row.actual <= interval.upperBound + 1e-9 {
        origin.inside[level.rawValue] += 1
      }
    }
    origins[row.origin] = origin
    addTransform(row)
  }

  /// Counts F(y) in its tenth; where mass sits at 0 or 100 it is spread evenly over the tenths it covers.
  private mutating func addTransform(_ row: BacktestRow) {
    let below =
      row.actual <= 0 ? 0 : 1 - row.forecast.probability(atLeast: row.actual)
    let upTo = row.actual >= 100 ? 1 : row.actual <= 0 ? row.forecast.probabilityOfZero : below
    let (low, high) = (min(below, upTo), max(below, upTo))
    if high - low < 1e-12 {
      integralTransform[min(Int(low * 10), 9)] += 1
      return
    }
    for tenth in 0..<10 {
      let from = max(low, Double(tenth) / 10)
      let to = min(high, Double(tenth + 1) / 10)
      if to > from { integralTransform[tenth] += (to - from) / (high - low) }
    }
  }

  /// Returns the quantiles of the midpoints; only half of them are computed, the t distribution being even.
  static func midpointQuantiles(of forecast: ShareDistribution) -> [Double] {
    guard forecast.scale > 0 else {
      return Array(repeating: forecast.median, count: midpoints)
    }
    let standard = StudentT(degreesOfFreedom: forecast.degreesOfFreedom)
    var quantiles = [Double](repeating: 0, count: midpoints)
    for index in 0..<(midpoints / 2) {
      let distance =
        forecast.scale * standard.quantile((Double(index) + 0.5) / Double(midpoints))
      quantiles[index] = forecast.valueScale.percent(ofValue: forecast.location + distance)
      quantiles[midpoints - 1 - index] =
        forecast.valueScale.percent(ofValue: forecast.location - distance)
    }
    return quantiles
  }

  /// The mean absolute error of the median, points.
  package var meanAbsoluteError: Double { absoluteErrors / Double(count) }
  /// The mean absolute error over the mean size of a yearly change; nil when no series changed.
  package var meanScaledError: Double? {
    scaledCount > 0 ? scaledErrors / Double(scaledCount) : nil
  }
  /// The mean continuous ranked probability score, points.
  package var meanRankedScore: Double { rankedScores / Double(count) }
  /// The mean interval score of the 80% interval, points.
  package var meanIntervalScore: Double { intervalScores / Double(count) }
  /// How many places.
  package var placeCount: Int { places.count }
  /// How many origins: the clusters of the error of a coverage.
  package var originCount: Int { origins.count }

  /// Returns the share of targets inside an interval.
  package func coverage(_ level: Level) -> Double {
    let inside = origins.values.reduce(0) { $0 + $1.inside[level.rawValue] }
    return Double(inside) / Double(count)
  }

  /// Returns the standard error of a coverage, clustered by origin; nil under two origins.
  ///
  /// `√(G/(G − 1)·Σ_g (Σ_{i∈g} (I_i − c))²)/N` over G origins: places of one year share its shocks (Liang
  /// and Zeger 1986).
  package func coverageError(_ level: Level) -> Double? {
    guard origins.count > 1 else { return nil }
    let mean = coverage(level)
    var squares = 0.0
    for year in origins.keys.sorted() {
      guard let origin = origins[year] else { continue }
      let sum = Double(origin.inside[level.rawValue]) - Double(origin.count) * mean
      squares += sum * sum
    }
    let groups = Double(origins.count)
    return (groups / (groups - 1) * squares).squareRoot() / Double(count)
  }
}
