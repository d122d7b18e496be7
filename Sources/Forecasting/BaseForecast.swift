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
    base(in: year, known: knownBases(of: series))
  }

  /// Returns the base in a year for a series whose base is also that of others.
  ///
  /// 5.1, 5.2a and 5.2b are shares of one population, but reach back differently far; they must get
  /// one forecast of it. Of the series that agree with `series` in every common year, the one with
  /// the longest record speaks for all, ties by order.
  package static func base(
    in year: Int, of series: IndicatorSeries, sharedWith others: [IndicatorSeries]
  ) -> Int? {
    let own = knownBases(of: series)
    guard let ownLast = own.last else { return nil }
    var longest = own
    for other in others {
      let bases = knownBases(of: other)
      let agrees = own.allSatisfy { figure in
        bases.allSatisfy { $0.year != figure.year || $0.base == figure.base }
      }
      guard agrees, bases.contains(where: { $0.year == ownLast.year }) else { continue }
      if let first = bases.first, first.year < (longest.first?.year ?? .max) { longest = bases }
    }
    return base(in: year, known: longest)
  }

  private static func knownBases(of series: IndicatorSeries) -> [(year: Int, base: Int)] {
    series.comparableObservations.compactMap { observation in
      observation.base.map { (year: observation.year, base: $0) }
    }
  }

  private static func base(in year: Int, known: [(year: Int, base: Int)]) -> Int? {
    guard let first = known.first, let last = known.last else { return nil }
    guard last.year > first.year, year > last.year else { return last.base }
    let change = Double(last.base - first.base) / Double(last.year - first.year)
    let projected = Double(last.base) + Double(year - last.year) * change
    return max(1, Int(projected.rounded(.toNearestOrEven)))
  }
}
