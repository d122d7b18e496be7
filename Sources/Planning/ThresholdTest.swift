package import Indicators
package import Wording

/// What a finding that a requirement is met rests on.
package enum MetBasis: String, Sendable {
  /// A count against its base.
  case count
  /// A percent as printed.
  case percent
  /// A grade.
  case grade
  /// A pass/fail item.
  case fact
}

/// The test "ít nhất T%" of a figure, exact in whole numbers.
package enum ThresholdTest {
  /// Whether a figure reaches a threshold.
  ///
  /// Counts: `100·count ≥ threshold·base`. Percent only: `percent ≥ threshold` as printed, and nil
  /// (undecided) when the threshold lies within half of the last printed digit.
  ///
  /// - Parameters:
  ///   - observation: the figure.
  ///   - threshold: in percent.
  /// - Returns: whether it is met, nil when undecided, and what the finding rests on.
  package static func isMet(
    _ observation: Observation, threshold: ExactDecimal
  ) -> (met: Bool?, basis: MetBasis) {
    if let count = observation.count, let base = observation.base {
      let unit = ExactDecimal.powerOfTen(threshold.scale)
      return (100 * unit * count >= threshold.unscaled * base, .count)
    }
    guard let percent = observation.printedPercent else { return (nil, .percent) }
    let scale = max(percent.scale, threshold.scale)
    let difference = percent.unscaled(at: scale) - threshold.unscaled(at: scale)
    let lastDigit = ExactDecimal.powerOfTen(scale - percent.scale)
    return (2 * abs(difference) <= lastDigit ? nil : difference > 0, .percent)
  }

  /// Returns how many a threshold asks for: ⌈threshold·base/100⌉.
  package static func required(threshold: ExactDecimal, base: Int) -> Int {
    let unit = 100 * ExactDecimal.powerOfTen(threshold.scale)
    let product = threshold.unscaled * base
    return product / unit + (product % unit == 0 ? 0 : 1)
  }
}
