import CBoostMath

/// The normal distribution.
///
///     f(x) = exp(−z²/2) / (σ √(2π)),   z = (x − μ) / σ
///
/// with μ = `mean` and σ = `standardDeviation`, both in the unit of x.
///
/// *Accuracy.* Relative error below 1e−13 for |z| up to 20; beyond, |z|² times the rounding of
/// z / √2, at most 3e−13 at |z| = 37. Quantiles are exact to the last digit or two.
///
/// *Source.* M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.2,
/// computed by Boost.Math through the error function.
package struct Normal: Sendable, Equatable {
  /// Mean 0, standard deviation 1.
  package static let standard = Normal(mean: 0, standardDeviation: 1)

  /// μ, in the unit of the variable.
  package let mean: Double

  /// σ, positive, in the unit of the variable.
  package let standardDeviation: Double

  /// Creates the distribution.
  ///
  /// - Parameters:
  ///   - mean: μ, finite.
  ///   - standardDeviation: σ, positive and finite, in the unit of `mean`.
  /// - Precondition: both are finite and `standardDeviation` is positive.
  package init(mean: Double, standardDeviation: Double) {
    precondition(mean.isFinite, "mean must be finite, not \(mean)")
    precondition(
      standardDeviation > 0 && standardDeviation.isFinite,
      "standard deviation must be positive and finite, not \(standardDeviation)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Evaluates the distribution function, P(X ≤ x).
  ///
  /// - Parameter x: any number; −∞ gives 0, +∞ gives 1, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1).
  package func cumulativeProbability(_ x: Double) -> Double {
    boost_normal_cdf(standardized(x))
  }

  /// Evaluates the upper tail, P(X > x), accurate also where it is tiny.
  ///
  /// - Parameter x: any number; −∞ gives 1, +∞ gives 0, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1).
  package func upperTail(_ x: Double) -> Double {
    boost_normal_survival(standardized(x))
  }

  /// Finds the x with P(X ≤ x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives −∞, 1 gives +∞.
  /// - Returns: the quantile, in the unit of `mean`.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1).
  package func quantile(_ probability: Double) -> Double {
    requireProbability(probability)
    return mean + standardDeviation * boost_normal_quantile(probability)
  }

  /// Finds the x with P(X > x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives +∞, 1 gives −∞. Small values keep
  ///   their full accuracy, unlike `quantile(1 - probability)`.
  /// - Returns: the quantile, in the unit of `mean`.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1).
  package func upperQuantile(_ probability: Double) -> Double {
    requireProbability(probability)
    return mean + standardDeviation * boost_normal_complement_quantile(probability)
  }

  /// Evaluates the probability density f(x).
  ///
  /// - Parameter x: any number; ±∞ gives 0, NaN gives NaN.
  /// - Returns: the density, per unit of `mean`.
  /// - Complexity: O(1).
  package func density(_ x: Double) -> Double {
    boost_normal_density(standardized(x)) / standardDeviation
  }

  private func standardized(_ x: Double) -> Double {
    (x - mean) / standardDeviation
  }
}
