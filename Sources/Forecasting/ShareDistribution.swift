import Statistics

/// The forecast of a share in one year: a Student t distribution on a model's scale.
///
/// Mass beyond 0 or 100 sits at the bound: `P(y ≤ x) = F_ν((z(x) − location)/scale)` for 0 ≤ x < 100, and
/// 1 at 100. Median, interval and probability are views of it: z is monotone, so that quantiles and
/// thresholds map one to one. With `scale` 0 all mass is at `location`.
package struct ShareDistribution: Sendable, Equatable {
  /// The scale that location and spread are given on.
  package let valueScale: ValueScale
  /// The centre; may lie beyond 0 or 100.
  package let location: Double
  /// The spread, not negative.
  package let scale: Double
  /// The degrees of freedom of its tails.
  package let degreesOfFreedom: Double

  /// - Precondition: finite location, finite scale ≥ 0, positive degrees of freedom.
  package init(
    location: Double, scale: Double, degreesOfFreedom: Double, on valueScale: ValueScale = .points
  ) {
    precondition(
      location.isFinite && scale.isFinite && scale >= 0 && degreesOfFreedom > 0,
      "no distribution has location \(location), scale \(scale), \(degreesOfFreedom) d.f.")
    self.valueScale = valueScale
    self.location = location
    self.scale = scale
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns the same distribution about another median: what is assumed replaces what is expected, the
  /// doubt stays, on the scale of the model.
  ///
  /// `location' = location + z(median') − z(median)`, so that an unchanged median changes nothing, also where
  /// the centre lies beyond 0 or 100.
  ///
  /// - Parameter median: in percent, held to 0...100.
  /// - Returns: the distribution about it.
  package func moved(toMedian median: Double) -> ShareDistribution {
    ShareDistribution(
      location: location + valueScale.value(ofPercent: min(max(median, 0), 100))
        - valueScale.value(ofPercent: self.median),
      scale: scale, degreesOfFreedom: degreesOfFreedom, on: valueScale)
  }

  /// The value that is passed with probability one half.
  package var median: Double { valueScale.percent(ofValue: location) }

  /// Returns the value below which the share stays with a probability; within 0...100.
  ///
  /// - Precondition: 0 < probability < 1.
  /// - Complexity: O(1), below 1 µs.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "\(probability) is not inside 0...1")
    if scale == 0 || probability == 0.5 { return median }
    let standard = StudentT(degreesOfFreedom: degreesOfFreedom).quantile(probability)
    return valueScale.percent(ofValue: location + scale * standard)
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
  ///
  /// - Complexity: O(1), below 1 µs.
  package func probability(atLeast threshold: Double) -> Double {
    if threshold <= 0 { return 1 }
    if threshold > 100 { return 0 }
    let value = valueScale.value(ofPercent: threshold)
    // A share that is certain to lie at the threshold reaches it, whatever the last bit says.
    if scale == 0 { return location >= value - 1e-9 ? 1 : 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom).upperTail((value - location) / scale)
  }

  /// Returns the probability that the share is at most a value: where in the distribution it lies.
  ///
  /// 0 for values below 0, 1 for those of 100 and above, where all mass beyond sits. With `scale` 0 it steps
  /// from 0 to 1 at `location`.
  ///
  /// - Complexity: O(1), below 1 µs.
  package func probability(atMost percent: Double) -> Double {
    if percent < 0 { return 0 }
    if percent >= 100 { return 1 }
    let value = valueScale.value(ofPercent: percent)
    if scale == 0 { return location <= value ? 1 : 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom)
      .cumulativeProbability((value - location) / scale)
  }

  /// The mass at 0: the probability that the share vanishes.
  package var probabilityOfZero: Double {
    let value = valueScale.value(ofPercent: 0)
    // Log odds never reach 0.
    if valueScale == .logit { return 0 }
    if scale == 0 { return location <= value ? 1 : 0 }
    return StudentT(degreesOfFreedom: degreesOfFreedom)
      .cumulativeProbability((value - location) / scale)
  }
}
