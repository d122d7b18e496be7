package import Indicators

/// A share at the start and at the end of some years: a pace that a real place held.
package struct PaceWindow: Sendable, Equatable {
  /// The share at the start, percent.
  package let start: Double
  /// The share at the end, percent.
  package let end: Double
  /// How many years lie between, at least 1.
  package let years: Int

  /// A change of a year beyond this many angular points (15 points of percent in the middle) is a change of
  /// definition that nobody declared, no pace.
  private static let largestChange = 10.0

  /// Returns all windows of a length, those that overlap among them, in order of their first years.
  ///
  /// - Parameters:
  ///   - member: the series of a place.
  ///   - years: the length, at least 1.
  /// - Returns: the windows; none across a declared break or a change too large for a pace.
  /// - Complexity: O(figures · years).
  package static func windows(of member: RollingPanel.Member, years: Int) -> [PaceWindow] {
    member.years.indices.compactMap { index in
      let first = member.years[index]
      guard let end = member.target(origin: first, ahead: years),
        !jumps(member, from: index, through: first + years)
      else { return nil }
      return PaceWindow(start: member.percents[index], end: end, years: years)
    }
  }

  /// The way to the good end that lies behind at the start, percent: the share, or what is missing to 100
  /// where less is better.
  package func level(towards direction: GoodDirection) -> Double {
    direction == .down ? 100 - start : start
  }

  /// The pace in points a year, positive towards the good end.
  package func pace(towards direction: GoodDirection) -> Double {
    (direction == .down ? start - end : end - start) / Double(years)
  }

  /// Whether a change too large for a pace lies between a figure and a year.
  private static func jumps(
    _ member: RollingPanel.Member, from first: Int, through year: Int
  ) -> Bool {
    var index = first
    while index + 1 < member.years.count, member.years[index + 1] <= year {
      let change =
        ValueScale.angular.value(ofPercent: member.percents[index + 1])
        - ValueScale.angular.value(ofPercent: member.percents[index])
      let years = Double(member.years[index + 1] - member.years[index])
      if abs(change) / years > largestChange { return true }
      index += 1
    }
    return false
  }
}
