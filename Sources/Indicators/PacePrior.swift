/// How a family of indicators moved in other places: what is known before a place's own figures.
///
/// Yearly changes of a place are `D = b·k + e`, `e ~ N(0, s²·k)` over `k` years, with
/// `b ~ N(paceMean, paceSD²)` between places and `s²` scattered around `stepSD²` like a scaled inverse
/// chi-square with `stepDegreesOfFreedom` (Smyth 2004, limma). Units: percentage points and years.
package struct PacePrior: Sendable, Hashable {
  /// The family, for example `trained`.
  package let family: String
  /// The mean pace of places, points a year.
  package let paceMean: Double
  /// The standard deviation of pace between places, points a year.
  package let paceSD: Double
  /// The typical standard deviation of a yearly change about its place's pace, points.
  package let stepSD: Double
  /// How many observations of a place's own `stepSD` is worth.
  package let stepDegreesOfFreedom: Double
  /// The standard deviation of final minus preliminary figures, points.
  package let revisionSD: Double
  /// Whether real series of this family stand behind the numbers; else "chưa kiểm chứng".
  package let isVerified: Bool

  package init(
    family: String, paceMean: Double, paceSD: Double, stepSD: Double,
    stepDegreesOfFreedom: Double, revisionSD: Double, isVerified: Bool
  ) {
    self.family = family
    self.paceMean = paceMean
    self.paceSD = paceSD
    self.stepSD = stepSD
    self.stepDegreesOfFreedom = stepDegreesOfFreedom
    self.revisionSD = revisionSD
    self.isVerified = isVerified
  }
}

/// The pace of all families; the family `other` serves those that are not listed.
package struct PaceLibrary: Sendable, Equatable {
  /// The family that serves every indicator without one of its own.
  package static let fallbackFamily = "other"

  private let priors: [String: PacePrior]

  /// - Precondition: the fallback family is among the priors.
  package init(_ priors: [PacePrior]) {
    var table: [String: PacePrior] = [:]
    for prior in priors { table[prior.family] = prior }
    precondition(table[Self.fallbackFamily] != nil, "the pace library has no fallback family")
    self.priors = table
  }

  /// Returns the prior of a family, or of the fallback family.
  ///
  /// The library speaks of indicators that are meant to rise: the pace is turned round where less is
  /// better, and is zero where the good direction is not declared.
  package func prior(for family: String?, direction: GoodDirection = .up) -> PacePrior {
    guard let prior = family.flatMap({ priors[$0] }) ?? priors[Self.fallbackFamily] else {
      preconditionFailure("the pace library has no fallback family")
    }
    let sign: Double =
      switch direction {
      case .up: 1
      case .down: -1
      case .unknown: 0
      }
    return PacePrior(
      family: prior.family, paceMean: sign * prior.paceMean, paceSD: prior.paceSD,
      stepSD: prior.stepSD, stepDegreesOfFreedom: prior.stepDegreesOfFreedom,
      revisionSD: prior.revisionSD, isVerified: prior.isVerified)
  }
}
