import RealModule

/// The scale on which a model takes changes to be alike at every level.
package enum ValueScale: String, Sendable {
  /// Percentage points.
  case points
  /// Angular points, 0...100: `z = (200/π)·asin √(p/100)`, `p = 100·sin²(π·z/200)`.
  ///
  /// The variance of a binomial share is the same at every level on it (Fisher 1922; Anscombe 1948).
  case angular
  /// Log odds, `ln(p/(100 − p))`; shares are held off 0 and 100 by `logitMargin`.
  case logit

  /// The distance in points that log odds keep from 0 and 100, where they would be infinite.
  package static let logitMargin = 0.5

  /// Returns a share on this scale.
  ///
  /// - Parameter percent: a finite share, held to 0...100 where the scale ends there.
  /// - Returns: the value, finite.
  package func value(ofPercent percent: Double) -> Double {
    switch self {
    case .points: return percent
    case .angular:
      let share = min(max(percent, 0), 100) / 100
      return 200 / Double.pi * Double.asin(share.squareRoot())
    case .logit:
      let held = min(max(percent, Self.logitMargin), 100 - Self.logitMargin)
      return Double.log(held / (100 - held))
    }
  }

  /// Returns how fast the scale grows with the share: dz/dp.
  ///
  /// Angular: `1/(π·√(s(1 − s)))`, s = p/100; log odds: `100/(p(100 − p))`, 0 beyond their margin.
  ///
  /// - Parameter percent: a share inside 0...100; the angular slope is infinite at both ends.
  /// - Returns: the slope, never negative.
  package func slope(atPercent percent: Double) -> Double {
    switch self {
    case .points: return 1
    case .angular:
      let share = min(max(percent, 0), 100) / 100
      return 1 / (Double.pi * (share * (1 - share)).squareRoot())
    case .logit:
      let isHeld = percent < Self.logitMargin || percent > 100 - Self.logitMargin
      return isHeld ? 0 : 100 / (percent * (100 - percent))
    }
  }

  /// Returns the share of a value of this scale, within 0...100.
  package func percent(ofValue value: Double) -> Double {
    switch self {
    case .points: return min(max(value, 0), 100)
    case .angular:
      let held = min(max(value, 0), 100)
      let root = Double.sin(Double.pi * held / 200)
      return 100 * root * root
    case .logit:
      // Written for either sign so that no exponential overflows.
      let tail = Double.exp(-abs(value))
      return value >= 0 ? 100 / (1 + tail) : 100 * tail / (1 + tail)
    }
  }
}
