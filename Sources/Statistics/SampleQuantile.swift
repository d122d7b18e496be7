/// Returns a quantile of a sample by linear interpolation between order statistics.
///
/// With x₍₁₎ ≤ … ≤ x₍ₙ₎ and h = (n − 1) p, the result is
///
///     x₍⌊h⌋₊₁₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₂₎ − x₍⌊h⌋₊₁₎)
///
/// This is type 7 of Hyndman and Fan, the default of R and NumPy. One value is its own quantile
/// for every p. Infinite values are ordered as numbers; halfway between −∞ and +∞ is NaN.
///
/// *Source.* R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American
/// Statistician 50, 1996, definition 7.
///
/// - Parameters:
///   - values: the sample, n ≥ 1 values in any order and any unit.
///   - probability: p in 0...1; 0 gives the least value, 1 the greatest.
/// - Returns: the quantile, in the unit of `values`.
/// - Precondition: `values` is not empty and holds no NaN; `probability` lies in 0...1.
/// - Complexity: O(n log n).
package func sampleQuantile(_ values: [Double], probability: Double) -> Double {
  sampleQuantiles(values, probabilities: [probability])[0]
}

/// Returns several quantiles of one sample, sorting it once.
///
/// Each is what `sampleQuantile` returns for that probability.
///
/// - Parameters:
///   - values: the sample, n ≥ 1 values in any order and any unit.
///   - probabilities: each in 0...1, in any order; may be empty.
/// - Returns: one quantile for each probability, in their order and in the unit of `values`.
/// - Precondition: `values` is not empty and holds no NaN; probabilities lie in 0...1.
/// - Complexity: O(n log n + m) for m probabilities.
package func sampleQuantiles(_ values: [Double], probabilities: [Double]) -> [Double] {
  precondition(!values.isEmpty, "a quantile needs at least one value")
  precondition(!values.contains(where: \.isNaN), "a quantile needs values without NaN")
  let ordered = values.sorted()
  return probabilities.map { interpolated(ordered, at: $0) }
}

/// Returns the middle value of a sample, or the mean of the two middle values.
///
/// - Parameter values: the sample, n ≥ 1 values in any order and any unit.
/// - Returns: the quantile of probability ½, in the unit of `values`.
/// - Precondition: `values` is not empty and holds no NaN.
/// - Complexity: O(n log n).
package func median(_ values: [Double]) -> Double {
  sampleQuantile(values, probability: 0.5)
}

private func interpolated(_ ordered: [Double], at probability: Double) -> Double {
  requireProbability(probability)
  let position = Double(ordered.count - 1) * probability
  let index = Int(position)
  let fraction = position - Double(index)
  let below = ordered[index]
  guard fraction > 0, ordered[index + 1] != below else { return below }
  let above = ordered[index + 1]
  // Weights instead of a difference: values of opposite sign may be too far apart for one.
  return min(max((1 - fraction) * below + fraction * above, below), above)
}
