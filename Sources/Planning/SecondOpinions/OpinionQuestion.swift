/// What a published method is asked about one share: the comparable figures and the target.
package struct OpinionQuestion: Sendable, Equatable {
  /// A yearly figure.
  package struct Point: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The share in percent.
    package let percent: Double

    package init(year: Int, percent: Double) {
      self.year = year
      self.percent = percent
    }
  }

  /// The id of the requirement.
  package let requirement: String
  /// The figures since the last break that are numbers, years ascending, one a year; may be empty.
  package let points: [Point]
  /// The share asked for, percent.
  package let target: Double
  /// The year in which it is asked for.
  package let targetYear: Int
  /// Whether less is better.
  package let isFalling: Bool
  /// Whether the share has to be kept every year, because a recognised level asks for it.
  package let isMaintained: Bool

  /// - Precondition: years ascend strictly; percents and target are finite.
  package init(
    requirement: String, points: [Point], target: Double, targetYear: Int, isFalling: Bool = false,
    isMaintained: Bool = false
  ) {
    precondition(
      zip(points, points.dropFirst()).allSatisfy { $0.year < $1.year }, "years do not ascend")
    precondition(
      target.isFinite && points.allSatisfy { $0.percent.isFinite }, "a figure is no number")
    self.requirement = requirement
    self.points = points
    self.target = target
    self.targetYear = targetYear
    self.isFalling = isFalling
    self.isMaintained = isMaintained
  }

  /// +1 when more is better, −1 when less is better.
  var direction: Double { isFalling ? -1 : 1 }

  /// Whether a share is at the target or beyond it.
  func isMet(_ percent: Double) -> Bool { direction * (percent - target) >= 0 }

  /// Whether a computed share is at the target or beyond it, whatever the last binary digit says.
  func isMet(computed percent: Double) -> Bool {
    CutoffTest.settled(direction * (percent - target)) >= 0
  }
}

/// The comparison of a computed number with a published cut-off.
enum CutoffTest {
  /// Returns a number at nine decimals, half away from zero.
  ///
  /// A ratio that is 0.95 in decimals may come out as 0.9499999999999997 in binary; rounded first, it falls
  /// on the side that a reader who computes by hand would put it. Infinities stay.
  static func settled(_ value: Double) -> Double {
    guard abs(value) < 1e6 else { return value }
    return (value * 1e9).rounded() / 1e9
  }
}
