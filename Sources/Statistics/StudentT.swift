import CBoostMath
import RealModule

/// Student's t distribution with a real number of degrees of freedom.
///
/// The distribution of an estimate divided by its estimated standard error:
///
///     f(x) = Γ((ν+1)/2) / (√(νπ) Γ(ν/2)) · (1 + x²/ν)^(−(ν+1)/2)
///
/// with ν = `degreesOfFreedom`. Arguments and results have no unit.
///
/// *Accuracy.* Relative error below 1e−13 in both tails and at the centre; the reference table
/// in `ReferenceTests` holds it for ν from 0.5 to 300.
///
/// *Source.* M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.7,
/// computed by Boost.Math through the incomplete beta function. Two ranges where its
/// double-precision path loses digits are evaluated here: the centre, and the extreme tail.
package struct StudentT: Sendable, Equatable {
  /// ν, a positive finite number; it need not be whole.
  package let degreesOfFreedom: Double

  /// Creates the distribution.
  ///
  /// - Parameter degreesOfFreedom: ν, positive and finite.
  /// - Precondition: `degreesOfFreedom` is positive and finite.
  package init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "degrees of freedom must be positive and finite, not \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Evaluates the distribution function, P(T ≤ x).
  ///
  /// - Parameter x: any number; −∞ gives 0, +∞ gives 1, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1), about 0.2 µs.
  package func cumulativeProbability(_ x: Double) -> Double {
    switch region(of: x) {
    case .center: 0.5 + centralProbability(x)
    case .body: boost_student_t_cdf(degreesOfFreedom, x)
    case .extremeTail: x < 0 ? extremeTailProbability(x) : 1 - extremeTailProbability(x)
    }
  }

  /// Evaluates the upper tail, P(T > x), accurate also where it is tiny.
  ///
  /// - Parameter x: any number; −∞ gives 1, +∞ gives 0, NaN gives NaN.
  /// - Returns: the probability, in 0...1.
  /// - Complexity: O(1), about 0.2 µs.
  package func upperTail(_ x: Double) -> Double {
    cumulativeProbability(-x)
  }

  /// Finds the x with P(T ≤ x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives −∞, 1 gives +∞. A result beyond the
  ///   largest double, possible for ν below 1.1, is infinite.
  /// - Returns: the quantile.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1), about 0.3 µs.
  package func quantile(_ probability: Double) -> Double {
    requireProbability(probability)
    if let central = centralQuantile(probability - 0.5) { return central }
    return probability < 0.5
      ? lowerQuantile(probability) : 0 - lowerQuantile(1 - probability)
  }

  /// Finds the x with P(T > x) = `probability`.
  ///
  /// - Parameter probability: a number in 0...1; 0 gives +∞, 1 gives −∞. Small values keep
  ///   their full accuracy, unlike `quantile(1 - probability)`.
  /// - Returns: the quantile.
  /// - Precondition: `probability` lies in 0...1, so is not NaN.
  /// - Complexity: O(1), about 0.3 µs.
  package func upperQuantile(_ probability: Double) -> Double {
    0 - quantile(probability)
  }

  /// Evaluates the probability density f(x).
  ///
  /// - Parameter x: any number; ±∞ gives 0, NaN gives NaN.
  /// - Returns: the density.
  /// - Complexity: O(1).
  package func density(_ x: Double) -> Double {
    guard region(of: x) == .extremeTail else {
      return boost_student_t_density(degreesOfFreedom, x)
    }
    return degreesOfFreedom * extremeTailProbability(x) / abs(x)
  }
}

// MARK: - Centre and extreme tail

extension StudentT {
  /// The three ranges of the argument, each with its own formula.
  private enum Region {
    /// |x| < 1 and x² < ν/2, where P(0 < T ≤ x) is computed directly and added to one half.
    case center
    /// Everything else: Boost.Math.
    case body
    /// x² > 1e32 ν, where the density is a power of x to the last digit.
    case extremeTail
  }

  /// Degrees of freedom beyond which Boost.Math takes the normal distribution.
  private static let nearlyNormal = 1e15

  private func region(of x: Double) -> Region {
    guard degreesOfFreedom <= Self.nearlyNormal else { return .body }
    let scaled = abs(x) / degreesOfFreedom.squareRoot()
    if scaled < 0.7, abs(x) < 1 { return .center }
    return scaled > 1e16 ? .extremeTail : .body
  }

  /// P(0 < T ≤ x), negative for negative x: half the beta distribution of x² / (ν + x²).
  private func centralProbability(_ x: Double) -> Double {
    let square = x * x
    let half = boost_beta_cdf(0.5, degreesOfFreedom / 2, square / (degreesOfFreedom + square)) / 2
    return x < 0 ? -half : half
  }

  /// The inverse of `centralProbability` for the inner fifth, nil where the tail serves better.
  private func centralQuantile(_ fromCenter: Double) -> Double? {
    guard abs(fromCenter) < 0.1, degreesOfFreedom <= Self.nearlyNormal else { return nil }
    let share = boost_beta_quantile(0.5, degreesOfFreedom / 2, 2 * abs(fromCenter))
    // With ν near 0 even the inner fifth reaches far out, where `share` rounds to 1.
    guard share < 0.5 else { return nil }
    let size = (degreesOfFreedom * share / (1 - share)).squareRoot()
    return fromCenter < 0 ? -size : size
  }

  /// The quantile of a probability of at most one half.
  private func lowerQuantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    let x = boost_student_t_quantile(degreesOfFreedom, probability)
    let root = degreesOfFreedom.squareRoot()
    guard degreesOfFreedom <= Self.nearlyNormal, !(x < 0 && x > -1e16 * root) else { return x }
    let logarithm = (logarithmOfTailConstant - Double.log(probability)) / degreesOfFreedom
    return -Double.exp(logarithm) * root
  }

  /// P(T > |x|) by the first term of its series, c (|x|/√ν)^(−ν).
  private func extremeTailProbability(_ x: Double) -> Double {
    let scaled = abs(x) / degreesOfFreedom.squareRoot()
    return Double.exp(logarithmOfTailConstant - degreesOfFreedom * Double.log(scaled))
  }

  /// The logarithm of c = Γ((ν+1)/2) / (2 √π Γ(ν/2 + 1)).
  private var logarithmOfTailConstant: Double {
    Double.logGamma((degreesOfFreedom + 1) / 2) - Double.logGamma(degreesOfFreedom / 2 + 1)
      - Double.log(2 * Double.pi.squareRoot())
  }
}
