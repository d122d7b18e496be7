import Statistics

/// The forecast of a share in one year: a Student t distribution in points, censored to 0...100.
///
/// Mass beyond 0 or 100 sits at the bound: `P(y ≤ x) = F_ν((x − location)/scale)` for 0 ≤ x < 100, and
/// 1 at 100. Median, interval and probability are views of it. With `scale` 0 all mass is at
/// `location`.
package struct ShareDistribution: Sendable, Equatable {
  /// The centre in points; may lie outside 0...100.
  package let location: Double
  /// The scale in points, not negative.
  package let scale: Double
  /// The degrees of freedom of its tails.
  package let degreesOfFreedom: Double

  /// - Precondition: finite location, finite scale ≥ 0, positive degrees of freedom.
  package init(location: Double, scale: Double, degreesOfFreedom: Double) {
    precondition(
      location.isFinite && scale.isFinite && scale >= 0 && degreesOfFreedom > 0,
      "no distribution has location \(location), scale \(scale), \(degreesOfFreedom) d.f.")
    self.location = location
    self.scale = scale
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The value that is passed with probability one half.
  package var median: Double { Self.censored(location) }

  /// Returns the value below which the share stays with a probability; within 0...100.
  ///
  /// - Precondition: 0 < probability < 1.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "\(probability) is not inside 0...1")
    if scale == 0 { return median }
    let standard = StudentT(degreesOfFreedom: degreesOfFreedom).quantile(probability)
    return Self.censored(location + scale * standard)
  }

  /// Returns the central interval that holds the share with a probability, for example 0.8.
  ///
  /// - Precondition: 0 < level < 1.
  package func interval(_ level: Double) -> ClosedRange<Double> {
    quantile((1 - level) / 2)...quantile((1 + level) / 2)
  }

  /// Returns the probability that the share is at least a threshold.
  ///
  /// 1 for thresholds of 0 and below, 0 for those above 100.
  package func probability(atLeast threshold: Double) -> Double {
    if threshold <= 0 { return 1 }
    if threshold > 100 { return 0 }
    if scale == 0 { return location >= threshold ? 1 : 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom)
      .upperTail((threshold - location) / scale)
  }

  private static func censored(_ value: Double) -> Double {
    min(max(value, 0), 100)
  }
}
