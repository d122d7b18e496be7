/// The least and the greatest probability that all of several events happen.
///
/// Whatever the dependence between events of probabilities p₁ … pₖ,
///
///     max(0, Σ pᵢ − (k − 1))  ≤  P(all)  ≤  min pᵢ
///
/// and both ends are reached by some dependence. Without events both are 1.
///
/// *Source.* M. Fréchet, Généralisation du théorème des probabilités totales, Fundamenta
/// Mathematicae 25, 1935.
package struct FrechetBounds: Sendable, Equatable {
  /// The probability when the events avoid each other as far as they can.
  package let lower: Double

  /// The probability when the events happen together as far as they can.
  package let upper: Double

  /// Computes the bounds from the probability of each event.
  ///
  /// - Parameter marginals: p₁ … pₖ, each in 0...1, in any order; may be empty.
  /// - Precondition: every marginal lies in 0...1, so none is NaN.
  /// - Complexity: O(k).
  package init(marginals: [Double]) {
    var missing = 0.0
    var smallest = 1.0
    for probability in marginals {
      requireProbability(probability, "marginal probability")
      missing += 1 - probability
      smallest = min(smallest, probability)
    }
    // The sum of the shortfalls keeps the digits that a sum near k would lose; rounding may
    // still lift one event's bound above its probability.
    lower = min(max(0, 1 - missing), smallest)
    upper = smallest
  }
}
