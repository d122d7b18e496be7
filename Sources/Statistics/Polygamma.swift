import CBoostMath

/// Evaluates digamma, the first derivative of ln Γ.
///
/// *Source.* Boost.Math; relative error below 1e−14 against mpmath in `ReferenceTests`.
///
/// - Parameter x: a positive finite number.
/// - Returns: ψ(x).
/// - Precondition: `x` is positive and finite.
package func digamma(_ x: Double) -> Double {
  precondition(x > 0 && x.isFinite, "digamma of \(x)")
  return boost_digamma(x)
}

/// Evaluates trigamma, the second derivative of ln Γ.
///
/// - Parameter x: a positive finite number.
/// - Returns: ψ′(x), positive and falling in x.
/// - Precondition: `x` is positive and finite.
package func trigamma(_ x: Double) -> Double {
  precondition(x > 0 && x.isFinite, "trigamma of \(x)")
  return boost_trigamma(x)
}

/// Finds the x with ψ′(x) = `value`: the shape whose log-variance has that variance.
///
/// Newton's method on 1/ψ′, which is nearly linear and convex, so that it converges from 1/2 + 1/value
/// without overshooting.
///
/// *Source.* Smyth (2004), Linear models and empirical Bayes methods, appendix.
///
/// - Parameter value: a positive finite number.
/// - Returns: x > 0.
/// - Precondition: `value` is positive and finite.
/// - Complexity: at most 50 steps, usually 5.
package func inverseTrigamma(_ value: Double) -> Double {
  precondition(value > 0 && value.isFinite, "inverse trigamma of \(value)")
  var x = value > 1e7 ? 1 / value.squareRoot() : 0.5 + 1 / value
  for _ in 0..<50 {
    let current = trigamma(x)
    // ψ″ from ψ′ by a central difference would lose digits; its series is exact enough for Newton.
    let step = current * (1 - current / value) / tetragamma(x)
    x += step
    if abs(step) <= 1e-14 * x { break }
  }
  return x
}

/// ψ″(x), negative: recurrence up to 10, then the asymptotic series (Abramowitz, Stegun 6.4.13).
private func tetragamma(_ x: Double) -> Double {
  var x = x
  var sum = 0.0
  while x < 10 {
    sum -= 2 / (x * x * x)
    x += 1
  }
  let inverse = 1 / x
  let square = inverse * inverse
  let series =
    1 + inverse + square * (0.5 - square * (1.0 / 6 - square * (1.0 / 6 - square * 0.3)))
  return sum - square * series
}
