/// How surely a rate of hits is known from a number of tries: the exact interval of Clopper and Pearson.
///
/// With k hits in n tries and α = 1 − level,
///
///     lower = B(k, n − k + 1) at α/2,   upper = B(k + 1, n − k) at 1 − α/2
///
/// quantiles of beta distributions; 0 without a hit, 1 without a miss. It holds the true rate at least as
/// often as stated, whatever the rate, if the tries are independent. Rates are shares, not percents.
///
/// *Source.* C. J. Clopper, E. S. Pearson, The use of confidence or fiducial limits illustrated in the case
/// of the binomial, Biometrika 26, 1934.
package struct BinomialInterval: Sendable, Equatable {
  /// The lower end, 0...1.
  package let lower: Double
  /// The upper end, 0...1.
  package let upper: Double

  /// Computes the interval.
  ///
  /// - Parameters:
  ///   - hits: k.
  ///   - count: n; 0 gives the whole of 0...1.
  ///   - level: how often the interval holds the rate, inside 0...1.
  /// - Precondition: 0 ≤ hits ≤ count, 0 < level < 1.
  /// - Complexity: O(1).
  package init(hits: Int, of count: Int, level: Double = 0.95) {
    precondition(hits >= 0 && hits <= count, "\(hits) hits of \(count)")
    precondition(level > 0 && level < 1, "\(level) is not inside 0...1")
    let tail = (1 - level) / 2
    let (k, n) = (Double(hits), Double(count))
    lower = hits == 0 ? 0 : Beta(alpha: k, beta: n - k + 1).quantile(tail)
    upper = hits == count ? 1 : Beta(alpha: k + 1, beta: n - k).upperQuantile(tail)
  }
}
