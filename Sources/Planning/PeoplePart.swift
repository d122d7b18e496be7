/// How many of the missing people fall on one quarter, or on one year.
package struct PeoplePart: Sendable, Equatable {
  /// The year.
  package let year: Int
  /// The quarter, 1...4; nil for a whole year.
  package let quarter: Int?
  /// How many people, households or clans.
  package let people: Int

  /// Returns the sums of quarters by year, for quarters in the order of time; none of none.
  package static func years(of quarters: [PeoplePart]) -> [PeoplePart] {
    var years: [PeoplePart] = []
    for part in quarters {
      let sum = years.last?.year == part.year ? years.removeLast().people : 0
      years.append(PeoplePart(year: part.year, quarter: nil, people: sum + part.people))
    }
    return years
  }
}
