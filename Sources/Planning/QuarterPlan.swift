/// How many of the missing people fall on one quarter, or on one year.
package struct PeoplePart: Sendable, Equatable {
  /// The year.
  package let year: Int
  /// The quarter, 1...4; nil for a whole year.
  package let quarter: Int?
  /// How many people, households or clans.
  package let people: Int
}

/// Missing people spread evenly over the quarters that are left.
///
/// ```
/// part_i = round(G·i/n) − round(G·(i − 1)/n)        i = 1 … n quarters, halves up
/// ```
/// Each part is a whole number, no two differ by more than one, and they add up to G.
package enum QuarterPlan {
  /// Spreads people over the quarters from the end of one year to the end of another.
  ///
  /// - Parameters:
  ///   - people: G, at least 0.
  ///   - baseYear: the year at whose end it begins.
  ///   - targetYear: the year at whose end all are there.
  /// - Returns: a part a quarter; none for a target year that is not after the base year.
  /// - Precondition: people are not negative.
  package static func quarters(
    of people: Int, after baseYear: Int, through targetYear: Int
  ) -> [PeoplePart] {
    precondition(people >= 0, "\(people) people are missing")
    guard targetYear > baseYear else { return [] }
    let count = 4 * (targetYear - baseYear)
    return (0..<count).map { index in
      PeoplePart(
        year: baseYear + 1 + index / 4, quarter: index % 4 + 1,
        people: rounded(people * (index + 1), over: count) - rounded(people * index, over: count))
    }
  }

  /// Returns the sums of quarters by year, in order.
  package static func years(of quarters: [PeoplePart]) -> [PeoplePart] {
    var years: [PeoplePart] = []
    for part in quarters {
      let sum = years.last?.year == part.year ? years.removeLast().people : 0
      years.append(PeoplePart(year: part.year, quarter: nil, people: sum + part.people))
    }
    return years
  }

  /// Returns dividend/divisor as a whole number, halves up.
  private static func rounded(_ dividend: Int, over divisor: Int) -> Int {
    (2 * dividend + divisor) / (2 * divisor)
  }
}
