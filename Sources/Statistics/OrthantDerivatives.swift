import RealModule

/// Returns how fast the probability of all events grows with the probability of each of them.
///
/// For the one-factor probability `P` of `orthantProbability`, with kᵢ = Φ⁻¹(pᵢ),
///
///     ∂P/∂pᵢ = P(Xⱼ ≤ kⱼ for all j ≠ i | Xᵢ = kᵢ)
///
/// Given Xᵢ the others keep one common factor: Xⱼ is normal with mean ρ kᵢ and variance 1 − ρ², and
/// each two of them have correlation ρ/(1 + ρ). So each derivative is an orthant probability itself,
/// of the marginals Φ((kⱼ − ρ kᵢ)/√(1 − ρ²)).
///
/// Exact cases: ρ = 0 gives the product of the others; ρ = 1 gives 1 for a single smallest marginal and 0
/// for all others, and 0 for each where several are smallest (P has a kink there). A single event gives 1.
///
/// *Source.* R. L. Plackett, A reduction formula for normal multivariate integrals, Biometrika 41, 1954.
///
/// - Parameters:
///   - marginals: p₁ … pₖ, each in 0...1.
///   - correlation: ρ in 0...1.
/// - Returns: k derivatives, each in 0...1; none for no events.
/// - Precondition: every marginal and `correlation` lie in 0...1.
/// - Complexity: k times that of `orthantProbability`.
package func orthantDerivatives(marginals: [Double], correlation: Double) -> [Double] {
  requireProbability(correlation, "correlation")
  for probability in marginals { requireProbability(probability, "marginal probability") }
  return marginals.indices.map { index in
    var others = marginals
    others.remove(at: index)
    return derivative(by: marginals[index], others: others, correlation: correlation)
  }
}

private func derivative(by own: Double, others: [Double], correlation: Double) -> Double {
  if correlation == 0 { return others.reduce(1, *) }
  if correlation == 1 { return others.allSatisfy { $0 > own } ? 1 : 0 }
  let uncertain = others.filter { $0 < 1 }
  if uncertain.isEmpty { return 1 }
  if uncertain.contains(0) { return 0 }
  // An impossible event that becomes possible finds all others as good as certain, and the reverse.
  if own == 0 { return 1 }
  if own == 1 { return 0 }
  let threshold = Normal.standard.quantile(own)
  let spread = (1 - correlation * correlation).squareRoot()
  let conditional = uncertain.map { other in
    Normal.standard.cumulativeProbability(
      (Normal.standard.quantile(other) - correlation * threshold) / spread)
  }
  return orthantProbability(
    marginals: conditional, correlation: correlation / (1 + correlation))
}
