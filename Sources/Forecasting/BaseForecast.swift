package import Indicators

/// The forecast of a base: of how many people, households or clans a share will be taken.
package enum BaseForecast {
  /// Returns the base in a year as a whole number.
  ///
  /// Drift from the last base at its mean yearly change since the last break:
  /// `B_n + h·(B_n − B_1)/(t_n − t_1)`, rounded half to even, at least 1. With one base in all years it
  /// is that base; with a single base known, too.
  ///
  /// - Parameters:
  ///   - year: the year asked for; up to the last figure's own it gives the last base.
  ///   - series: the series whose bases are read.
  /// - Returns: the base; nil when the series has none.
  package static func base(in year: Int, of series: IndicatorSeries) -> Int? {
    projection(in: year, of: series, sharedWith: [])?.base
  }

  /// Returns the base in a year for a series whose base is also that of others.
  ///
  /// 5.1, 5.2a and 5.2b are shares of one population, but reach back differently far; they must get
  /// one forecast of it. Of the series that agree with `series` in every common year, the one with
  /// the longest record speaks for all, ties by order.
  package static func base(
    in year: Int, of series: IndicatorSeries, sharedWith others: [IndicatorSeries]
  ) -> Int? {
    projection(in: year, of: series, sharedWith: others)?.base
  }

  /// The base in a year with what it was found from.
  package struct Projection: Sendable, Equatable {
    /// The base, a whole number.
    package let base: Int
    /// The base before it was rounded.
    package let exact: Double
    /// The year of the first base, and that base.
    package let first: (year: Int, base: Int)
    /// The year of the last base, and that base.
    package let last: (year: Int, base: Int)
    /// The indicator whose bases speak.
    package let indicator: String

    package static func == (left: Self, right: Self) -> Bool {
      left.base == right.base && left.exact == right.exact && left.first == right.first
        && left.last == right.last && left.indicator == right.indicator
    }
  }

  /// Returns the base in a year with what it was found from; nil when the series has none.
  package static func projection(
    in year: Int, of series: IndicatorSeries, sharedWith others: [IndicatorSeries]
  ) -> Projection? {
    let own = knownBases(of: series)
    guard let ownLast = own.last else { return nil }
    var longest = own
    var speaker = series.indicator.id
    for other in others {
      let bases = knownBases(of: other)
      let agrees = own.allSatisfy { figure in
        bases.allSatisfy { $0.year != figure.year || $0.base == figure.base }
      }
      guard agrees, bases.contains(where: { $0.year == ownLast.year }) else { continue }
      if let first = bases.first, first.year < (longest.first?.year ?? .max) {
        longest = bases
        speaker = other.indicator.id
      }
    }
    return projection(in: year, known: longest, of: speaker)
  }

  private static func knownBases(of series: IndicatorSeries) -> [(year: Int, base: Int)] {
    series.comparableObservations.compactMap { observation in
      observation.base.map { (year: observation.year, base: $0) }
    }
  }

  private static func projection(
    in year: Int, known: [(year: Int, base: Int)], of indicator: String
  ) -> Projection? {
    guard let first = known.first, let last = known.last else { return nil }
    func projection(_ base: Int, _ exact: Double) -> Projection {
      Projection(base: base, exact: exact, first: first, last: last, indicator: indicator)
    }
    guard last.year > first.year, year > last.year else {
      return projection(last.base, Double(last.base))
    }
    let change = Double(last.base - first.base) / Double(last.year - first.year)
    let projected = Double(last.base) + Double(year - last.year) * change
    return projection(max(1, Int(projected.rounded(.toNearestOrEven))), projected)
  }
}
