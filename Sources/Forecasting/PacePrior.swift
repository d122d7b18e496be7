package import Indicators
import RealModule
import Statistics

/// What is known of a series' yearly changes before its own figures: the library, and other places.
///
/// Yearly changes on the angular scale have the expected part of the pace curve, `g(z)`, and of the
/// panel's own curve, `f(z)`; what is left has mean `paceMean` (uncertain by `paceVariance`) and variance s²,
/// which is scattered round `changeVariance` like a scaled inverse chi-square with
/// `changeDegreesOfFreedom`. Units: angular points and years.
package struct PacePrior: Sendable, Equatable {
  /// The library that it rests on.
  package let library: PaceLibrary
  /// The estimates of the library in use.
  package let estimates: PaceEstimates
  /// The direction in which the indicator is declared to be meant to move.
  package let direction: GoodDirection
  /// How likely it is that more is better: 1 or 0 as declared until other places speak; 0 when unknown.
  package var upProbability: Double
  /// How likely it is that less is better.
  package var downProbability: Double
  /// m: the mean of what the curves leave.
  package var paceMean = 0.0
  /// v_m: how uncertain m is.
  package var paceVariance: Double
  /// s0²: the typical variance of a yearly change.
  package var changeVariance: Double
  /// ν0: of how many of a place's own changes it is worth.
  package var changeDegreesOfFreedom: Double
  /// π_k: how likely each shape is, adding up to 1.
  package var shapeWeights: [Double]
  /// The panel's own pace at the knots of the curve, beyond `paceMean`; empty without other places.
  package var panelCurve: [Double] = []
  /// How many other places it was learned from.
  package var otherPlaces = 0
  /// The widths of the predictive distribution.
  package var widths: Widths

  /// Makes the prior of a place alone: the library and nothing else.
  ///
  /// - Parameters:
  ///   - library: the pace library.
  ///   - estimates: the estimates in use, those of all groups or without one.
  ///   - direction: the good direction of the indicator.
  ///   - paceSD: the standard deviation of its pace where the family has one of its own.
  package init(
    library: PaceLibrary, estimates: PaceEstimates, direction: GoodDirection,
    paceSD: Double? = nil
  ) {
    let settings = library.settings
    let sd =
      paceSD ?? (direction == .unknown ? settings.undeclaredPaceSD : settings.paceSD)
    self.library = library
    self.estimates = estimates
    self.direction = direction
    upProbability = direction == .up ? 1 : 0
    downProbability = direction == .down ? 1 : 0
    paceVariance = sd * sd
    changeDegreesOfFreedom =
      2 * inverseTrigamma(settings.withinSetVariance + settings.betweenSetVariance)
    changeVariance = Self.changeVariance(
      logMean: settings.logVarianceMean, degreesOfFreedom: changeDegreesOfFreedom)
    let total = library.shapes.reduce(0) { $0 + $1.weight }
    shapeWeights = library.shapes.map { $0.weight / total }
    widths = Widths(
      factor: estimates.loneWidth, degreesOfFreedom: settings.tailDegreesOfFreedom)
  }

  /// Returns s0² from the mean of log s²: `exp(L + ψ(ν0/2) − ln(ν0/2))` (Smyth 2004).
  static func changeVariance(logMean: Double, degreesOfFreedom: Double) -> Double {
    let half = degreesOfFreedom / 2
    return Double.exp(logMean + digamma(half) - Double.log(half))
  }

  /// Returns g(z) + f(z), the expected change of a year from a level on.
  package func expectedChange(atLevel angle: Double) -> Double {
    let curve = estimates.curve
    var change = 0.0
    if upProbability > 0 { change += upProbability * curve.upwardChange(atLevel: angle) }
    if downProbability > 0 { change += downProbability * curve.downwardChange(atLevel: angle) }
    return panelCurve.isEmpty ? change : change + curve.interpolate(panelCurve, at: angle)
  }

  /// By how much errors exceed the stated scale, and how heavy their tails are.
  package struct Widths: Sendable, Equatable {
    /// κ·g·c_ν for each year ahead; one for all without a track record.
    package var factors: [Double]
    /// ν for each year ahead; one for all without a track record.
    package var tails: [Double]
    /// κ, the library's own width.
    package let libraryWidth: Double
    /// g for each year ahead; empty without a track record.
    package var recordFactors: [Double] = []
    /// How many past targets of other places the track record holds.
    package var targets = 0

    init(factor: Double, degreesOfFreedom: Double) {
      factors = [factor]
      tails = [degreesOfFreedom]
      libraryWidth = factor
    }

    /// Returns κ·g(h)·c_ν; beyond the record its last year stands.
    package func factor(horizon: Int) -> Double {
      factors[min(max(horizon, 1), factors.count) - 1]
    }

    /// Returns g(h), 1 without a track record; beyond the record its last year stands.
    package func recordFactor(horizon: Int) -> Double {
      recordFactors.isEmpty ? 1 : recordFactors[min(max(horizon, 1), recordFactors.count) - 1]
    }

    /// Returns ν(h); beyond the record its last year stands.
    package func degreesOfFreedom(horizon: Int) -> Double {
      tails[min(max(horizon, 1), tails.count) - 1]
    }
  }
}
