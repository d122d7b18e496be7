import CBoostMath
import RealModule

/// The beta distribution on the interval from 0 to 1.
///
///     f(x) = x^(α−1) (1−x)^(β−1) / B(α, β),   0 ≤ x ≤ 1
///
/// with α = `alpha` and β = `beta`. The variable is a share, not a percent.
///
/// *Accuracy.* Relative error below 1e−13, in the tails too; the reference table in
/// `ReferenceTests` holds it for parameters from 0.1 to 3000.
///
/// *Source.* M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.5,
/// computed by Boost.Math; the arcsine case α = β = ½ is evaluated here, since its
/// complement loses digits there.
package struct Beta: Sendable, Equatable {
  /// α, positive: the weight of the upper end.
  package let alpha: Double

  /// β, positive: the weight of the lower end.
  package let beta: Double

  /// Creates the distribution.
  ///
  /// - Parameters:
  ///   - alpha: α, positive and finite.
  ///   - beta: β, positive and finite.
  /// - Precondition: both are positive and finite.
  package init(alpha: Double, beta: Double) {
    precondition(
      alpha > 0 && alpha.isFinite && beta > 0 && beta.isFinite,
      "alpha and beta must be positive and finite, not \(alpha) and \(beta)")
    self.alpha = alpha
    self.beta = beta
  }

  /// Evaluates the distribution function, P(X ≤ x).
  ///
  /// - Parameter x: any number; at most 0 gives 0, at least 1 gives 1, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1) for moderate parameters, O(√(α + β)) for large ones.
  package func cumulativeProbability(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return isArcsine
      ? arcsineShare(x.squareRoot(), (1 - x).squareRoot()) : boost_beta_cdf(alpha, beta, x)
  }

  /// Evaluates the upper tail, P(X > x), accurate also where it is tiny.
  ///
  /// - Parameter x: any number; at most 0 gives 1, at least 1 gives 0, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1) for moderate parameters, O(√(α + β)) for large ones.
  package func upperTail(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return isArcsine
      ? arcsineShare((1 - x).squareRoot(), x.squareRoot()) : boost_beta_survival(alpha, beta, x)
  }

  /// Finds the x with P(X ≤ x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives 0, 1 gives 1.
  /// - Returns: the quantile, a share in 0...1.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1) for moderate parameters, a few times the cost of the probability.
  package func quantile(_ probability: Double) -> Double {
    requireProbability(probability)
    return boost_beta_quantile(alpha, beta, probability)
  }

  /// Finds the x with P(X > x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives 1, 1 gives 0. Small values keep
  ///   their full accuracy, unlike `quantile(1 - probability)`.
  /// - Returns: the quantile, a share in 0...1.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1) for moderate parameters, a few times the cost of the probability.
  package func upperQuantile(_ probability: Double) -> Double {
    requireProbability(probability)
    return boost_beta_complement_quantile(alpha, beta, probability)
  }

  /// Evaluates the probability density f(x).
  ///
  /// - Parameter x: any number; outside 0...1 gives 0, NaN gives NaN. At 0 with α < 1, and at
  ///   1 with β < 1, the density is +∞.
  /// - Returns: the density.
  /// - Complexity: O(1).
  package func density(_ x: Double) -> Double {
    if x < 0 || x > 1 { return 0 }
    return boost_beta_density(alpha, beta, x)
  }

  private var isArcsine: Bool { alpha == 0.5 && beta == 0.5 }

  /// 2/π arctan(near / far): the arcsine distribution measured from the end `near` belongs to.
  private func arcsineShare(_ near: Double, _ far: Double) -> Double {
    Double.atan2(y: near, x: far) * 2 / Double.pi
  }
}
