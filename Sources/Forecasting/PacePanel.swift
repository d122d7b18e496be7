import Indicators
package import LinearAlgebra
import RealModule
import Statistics

/// The series of one indicator in many places, from which each place learns of the others.
///
/// Empirical Bayes, leaving out the place in question: its prior is the panel's mean pace, curve, scale
/// and shapes, computed from the yearly changes of all other places up to an origin. One formula serves
/// a lone place and thousands: with no other place it gives the library's prior.
/// Formulas: docs/methods.md. Sources: Robbins (1956); Smyth (2004) for scales; Huber (1964).
package struct PacePanel: Sendable {
  /// One place's figures.
  package struct Member: Sendable, Equatable {
    /// The years, ascending.
    package let years: [Int]
    /// The figures, angular points.
    package let angles: [Double]
    /// The steps that cross a declared break, by their number.
    package let brokenSteps: [Int]

    package init(years: [Int], angles: [Double], brokenSteps: [Int] = []) {
      self.years = years
      self.angles = angles
      self.brokenSteps = brokenSteps
    }
  }

  /// The prior of a place alone.
  let lone: PacePrior
  /// The members.
  package let members: [Member]
  private let firstYear: Int
  private let yearCount: Int
  private let changes: YearlyChanges

  /// Gathers the yearly changes of all members.
  ///
  /// - Parameters:
  ///   - members: the places; some may be empty.
  ///   - lone: the prior of a place alone, of the indicator that all members are series of.
  /// - Complexity: O(figures).
  package init(members: [Member], lone: PacePrior) {
    self.lone = lone
    self.members = members
    let first = members.compactMap(\.years.first).min() ?? 0
    let last = members.compactMap(\.years.last).max() ?? 0
    firstYear = first
    yearCount = max(last - first, 0)
    var changes = YearlyChanges(members: members.count, years: last - first)
    for (place, member) in members.enumerated() {
      for step in member.years.indices.dropLast()
      where member.years[step + 1] == member.years[step] + 1
        && !member.brokenSteps.contains(step)
      {
        changes.set(
          place: place, year: member.years[step] - first, from: member.angles[step],
          to: member.angles[step + 1], curve: lone.estimates.curve)
      }
    }
    self.changes = changes
  }

  /// Returns the prior of each member, learned from all others as they were known at an origin.
  ///
  /// - Parameter origin: the last year that is seen.
  /// - Returns: one prior a member, in their order.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  /// - Complexity: O(members · years · shapes).
  package func priors(origin: Int) throws(LinearAlgebraError) -> [PacePrior] {
    let settings = lone.library.settings
    let end = min(max(origin - firstYear, 0), yearCount)
    let seen = PanelWindow(changes, years: max(0, end - settings.panelYears)..<end)
    guard seen.changeCount > 0 else { return members.map { _ in lone } }
    let direction = DirectionEvidence(seen, lone: lone)
    return try PanelLearning(
      seen.lessExpected(up: direction.upProbability, down: direction.downProbability),
      lone: lone, direction: direction
    ).priors()
  }
}

/// The yearly changes of all members with the level that each starts from.
struct YearlyChanges: Sendable {
  let memberCount: Int
  let yearCount: Int
  /// The change from a year to the next, NaN where two consecutive figures are not known.
  private(set) var changes: [Double]
  /// The level from which each change starts.
  private(set) var levels: [Double]
  /// What the pace curve expects if more is better.
  private(set) var upward: [Double]
  /// What the pace curve expects if less is better.
  private(set) var downward: [Double]

  init(members: Int, years: Int) {
    memberCount = members
    yearCount = years
    changes = Array(repeating: .nan, count: members * years)
    levels = Array(repeating: 0, count: changes.count)
    upward = levels
    downward = levels
  }

  mutating func set(place: Int, year: Int, from: Double, to: Double, curve: PaceCurve) {
    let index = place * yearCount + year
    changes[index] = to - from
    levels[index] = from
    upward[index] = curve.upwardChange(atLevel: from)
    downward[index] = curve.downwardChange(atLevel: from)
  }
}

/// The yearly changes that are seen from an origin.
struct PanelWindow {
  private let source: YearlyChanges
  private var changes: [Double]
  let years: Range<Int>
  /// How many changes each member has.
  let counts: [Int]
  /// How many changes there are.
  let changeCount: Int

  init(_ source: YearlyChanges, years: Range<Int>) {
    self.source = source
    self.years = years
    changes = source.changes
    counts = (0..<source.memberCount).map { place in
      years.reduce(0) { $0 + (source.changes[place * source.yearCount + $1].isNaN ? 0 : 1) }
    }
    changeCount = counts.reduce(0, +)
  }

  var memberCount: Int { source.memberCount }

  /// The change from a year to the next; NaN where it is not known.
  func change(_ place: Int, _ year: Int) -> Double { changes[place * source.yearCount + year] }
  /// The level from which it starts.
  func level(_ place: Int, _ year: Int) -> Double {
    source.levels[place * source.yearCount + year]
  }

  /// Returns the changes less what the pace curve expects, each direction by its probability.
  func lessExpected(up: Double, down: Double) -> PanelWindow {
    var result = self
    for place in 0..<memberCount {
      for year in years {
        let index = place * source.yearCount + year
        result.changes[index] -= up * source.upward[index] + down * source.downward[index]
      }
    }
    return result
  }
}
