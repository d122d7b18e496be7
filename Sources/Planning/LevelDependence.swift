import Forecasting
import Indicators

/// How far the shares of a level rise and fall together: ρ of the one-factor copula of a level.
///
/// Yearly changes on the angular scale, less the series' own mean change, over √years:
/// `e_j = (z_j − z_{j−1} − k_j·m̄)/√k_j`. For each pair of indicators and each place with m ≥ 3 common
/// steps, r = Σ e e′ / √(Σ e² Σ e′²). The estimate is their mean weighed by m − 1 over all places and
/// pairs; it is shrunk towards the rule file's default ρ₀ by what chance alone would do to it:
/// ```
/// w = n/(n + (1 − ρ₀²)²/τ²),  ρ = ρ₀ + w·(r̄ − ρ₀), held to 0...0.95
/// ```
/// n is the mean of Σ(m − 1) over the pairs: changes of one year in several pairs are not counted twice.
/// τ = 0.12 is how far correlations between indicators of one country lay from each other (0.05 to 0.47
/// in errors three years ahead, as a uniform spread). The variance of r is (1 − ρ²)²/n (Fisher 1915); the
/// shrinkage towards one common correlation is that of Ledoit and Wolf (2004).
///
/// One ρ, shrunk towards one ρ₀, serves all levels of a place, so that a level can never be likelier than
/// one that it contains.
package struct LevelDependence: Sendable, Equatable {
  /// How far correlations between indicators lie from their mean: τ.
  static let spread = 0.12
  /// The largest correlation that is used.
  static let largest = 0.95
  /// The smallest spread of changes that tells anything, angular points: below it lies rounding.
  static let floor = 0.03
  /// The fewest common steps of a place that tell of a correlation.
  static let fewestSteps = 3

  /// r̄, the correlation of the changes; nil where no place has enough common steps.
  package let estimate: Double?
  /// n, how many changes speak of it.
  package let changes: Double
  /// How many places they come from.
  package let places: Int

  init(estimate: Double? = nil, changes: Double = 0, places: Int = 0) {
    self.estimate = estimate
    self.changes = changes
    self.places = places
  }

  /// Returns ρ where the rule file's default is ρ₀.
  package func correlation(default standard: Double) -> Double {
    guard let estimate, let weight = weight(default: standard) else { return standard }
    // A default above the mark is the writer's own and is not held back by data that agree with it.
    let mark = max(Self.largest, standard)
    return min(max(standard + weight * (estimate - standard), 0), mark)
  }

  /// Returns w, how much the data count against the rule file's default ρ₀; nil where they say nothing.
  func weight(default standard: Double) -> Double? {
    guard estimate != nil, changes > 0 else { return nil }
    let remainder = 1 - standard * standard
    return changes / (changes + remainder * remainder / (Self.spread * Self.spread))
  }

  /// Estimates the dependence of indicators from their series in all places at hand.
  ///
  /// - Parameter places: for each place the series of the indicators, in one order; nil where it has none.
  /// - Returns: what their changes say; no estimate where they are too few.
  /// - Complexity: O(places · indicators² · years).
  static func estimated(from places: [[IndicatorSeries?]]) -> LevelDependence {
    var weighted = 0.0
    var total = 0.0
    var pairs: Set<[Int]> = []
    var told = 0
    for series in places {
      let steps = series.map { $0.map(Self.steps) ?? [:] }
      var isTelling = false
      for first in steps.indices {
        for second in steps.indices where second > first {
          guard let found = correlation(steps[first], steps[second]) else { continue }
          weighted += Double(found.steps - 1) * found.correlation
          total += Double(found.steps - 1)
          pairs.insert([first, second])
          isTelling = true
        }
      }
      if isTelling { told += 1 }
    }
    guard total > 0 else { return LevelDependence() }
    return LevelDependence(
      estimate: weighted / total, changes: total / Double(pairs.count), places: told)
  }

  private struct Step: Hashable {
    let from: Int
    let to: Int
  }

  /// Returns the changes of a series between neighbouring figures, those across breaks left out.
  private static func steps(of series: IndicatorSeries) -> [Step: Double] {
    var steps: [Step: Double] = [:]
    let figures = series.observations
    for (last, next) in zip(figures, figures.dropFirst()) {
      let isBroken = series.breaks.contains { $0.year > last.year && $0.year <= next.year }
      guard !isBroken else { continue }
      steps[Step(from: last.year, to: next.year)] =
        ValueScale.angular.value(ofPercent: next.percent)
        - ValueScale.angular.value(ofPercent: last.percent)
    }
    return steps
  }

  /// Returns the correlation of the changes that two series have in common; nil where they are too few or
  /// one of them hardly strays from its mean.
  private static func correlation(
    _ first: [Step: Double], _ second: [Step: Double]
  ) -> (correlation: Double, steps: Int)? {
    let common = first.keys.filter { second[$0] != nil }.sorted { $0.from < $1.from }
    guard common.count >= fewestSteps else { return nil }
    func residuals(_ changes: [Step: Double]) -> [Double] {
      let years = common.reduce(0) { $0 + $1.to - $1.from }
      let mean = common.reduce(0.0) { $0 + (changes[$1] ?? 0) } / Double(years)
      return common.map { step in
        let length = Double(step.to - step.from)
        return ((changes[step] ?? 0) - length * mean) / length.squareRoot()
      }
    }
    let (left, right) = (residuals(first), residuals(second))
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (leftSize, rightSize) = (product(left, left), product(right, right))
    let smallest = floor * floor * Double(common.count - 1)
    guard leftSize >= smallest, rightSize >= smallest else { return nil }
    return (product(left, right) / (leftSize * rightSize).squareRoot(), common.count)
  }
}
