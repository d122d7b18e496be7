/// Evaluates the pinball loss of a quantile forecast.
///
/// `(y − q)·τ` where the value lies above, `(q − y)·(1 − τ)` where it lies below. In the unit of the values;
/// smaller is better; its mean is least for the true quantile (Koenker and Bassett 1978).
///
/// - Parameters:
///   - quantile: q, the forecast of the τ-quantile.
///   - probability: τ in 0...1.
///   - actual: y, what came.
/// - Returns: the loss, not negative; NaN if a value is NaN.
package func pinballLoss(quantile: Double, probability: Double, actual: Double) -> Double {
  let error = actual - quantile
  return error >= 0 ? probability * error : (probability - 1) * error
}

/// Evaluates the interval score of a central interval.
///
/// `(u − l) + 2/α·(l − y)₊ + 2/α·(y − u)₊` with α = 1 − level: width plus a fine for misses
/// (Gneiting and Raftery 2007, eq. 43).
///
/// - Parameters:
///   - interval: l...u.
///   - level: the stated coverage, inside 0...1.
///   - actual: y.
/// - Returns: the score in the unit of the values; smaller is better.
package func intervalScore(
  _ interval: ClosedRange<Double>, level: Double, actual: Double
) -> Double {
  let fine = 2 / (1 - level)
  let below = max(interval.lowerBound - actual, 0)
  let above = max(actual - interval.upperBound, 0)
  return interval.upperBound - interval.lowerBound + fine * (below + above)
}

/// Evaluates the continuous ranked probability score from evenly spaced quantiles.
///
/// CRPS = 2·∫ pinball(τ) dτ, by the midpoint rule over τ = (k − ½)/K: the mean of twice the pinball
/// losses. The error of the rule falls like 1/K² (Gneiting and Raftery 2007; Laio and Tamea 2007).
///
/// - Parameters:
///   - quantiles: those of the K midpoints, ascending; at least one.
///   - actual: y.
/// - Returns: the score in the unit of the values; smaller is better; the absolute error for K = 1.
/// - Precondition: `quantiles` is not empty.
/// - Complexity: O(K).
package func rankedProbabilityScore(midpointQuantiles quantiles: [Double], actual: Double)
  -> Double
{
  precondition(!quantiles.isEmpty, "a score needs a quantile")
  let count = Double(quantiles.count)
  var sum = 0.0
  for (index, quantile) in quantiles.enumerated() {
    sum += pinballLoss(
      quantile: quantile, probability: (Double(index) + 0.5) / count, actual: actual)
  }
  return 2 * sum / count
}
