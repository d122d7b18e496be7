package import Indicators

/// How much of a change of a share comes from those who have the property, and how much from the base.
///
/// With c of b in one year and C of B in another,
/// ```
/// C/B − c/b = (C − c)·(1/b + 1/B)/2 + (1/B − 1/b)·(c + C)/2
/// ```
/// in points: the first part is what more people did, the second what a smaller or larger base did by
/// itself. Nobody learns anything when people move away, but the share rises.
/// Source: Kitagawa (1955), Components of a Difference Between Two Rates.
package struct ChangeSplit: Sendable, Equatable {
  /// The earlier year.
  package let from: Int
  /// The later year.
  package let to: Int
  /// The change, points.
  package let points: Double
  /// What the count did, points.
  package let byCount: Double
  /// What the base did, points; the two add up.
  package let byBase: Double

  /// Splits the change between two figures; nil where one has no counts.
  package init?(from first: Observation, to last: Observation) {
    guard let count = first.count, let base = first.base, let newCount = last.count,
      let newBase = last.base, base > 0, newBase > 0
    else { return nil }
    let (c, b, newC, newB) = (Double(count), Double(base), Double(newCount), Double(newBase))
    from = first.year
    to = last.year
    byCount = 100 * (newC - c) * (1 / b + 1 / newB) / 2
    byBase = 100 * (1 / newB - 1 / b) * (c + newC) / 2
    points = last.percent - first.percent
  }

  /// Returns the split of the change since the last break; nil under two figures with counts.
  package static func sinceBreak(of series: IndicatorSeries) -> ChangeSplit? {
    let counted = series.comparableObservations.filter { $0.count != nil && $0.base != nil }
    guard let first = counted.first, let last = counted.last, last.year > first.year else {
      return nil
    }
    return ChangeSplit(from: first, to: last)
  }

  /// Whether the base did enough to be told of: a fifth of a point, and a quarter of the change.
  package var isDrivenByBase: Bool {
    abs(byBase) >= 0.2 && abs(byBase) >= 0.25 * abs(points)
  }
}
