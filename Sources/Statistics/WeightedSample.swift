/// A sample whose values count with different weights.
///
/// ```
/// F(x) = Σ_{x_i ≤ x} w_i / Σ w_i        quantile(p) = min { x : F(x) ≥ p }
/// ```
/// With equal weights the quantile is type 1 of Hyndman and Fan, the inverse of the distribution function.
///
/// *Source.* R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50,
/// 1996, definition 1; the weighted form is `inverted_cdf` of NumPy.
package struct WeightedSample: Sendable, Equatable {
  /// The values, ascending.
  private let values: [Double]
  /// The weight of each value and of all before it.
  private let cumulative: [Double]

  /// - Parameters:
  ///   - values: n ≥ 1 values in any order and any unit.
  ///   - weights: their weights in the same order.
  /// - Precondition: `values` is not empty and holds no NaN; weights are positive and finite.
  /// - Complexity: O(n log n).
  package init(_ values: [Double], weights: [Double]) {
    precondition(
      !values.isEmpty && values.count == weights.count, "a weighted sample needs a weight a value")
    precondition(!values.contains(where: \.isNaN), "a weighted sample needs values without NaN")
    precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights are positive")
    // Equal values keep their order, so that the sums are the same whatever the sorting does with them.
    let ordered = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    self.values = ordered.map { values[$0] }
    var sum = 0.0
    cumulative = ordered.map { index in
      sum += weights[index]
      return sum
    }
  }

  /// Returns the smallest value up to which a share of the weight lies; 0 gives the least value.
  ///
  /// - Parameter probability: p in 0...1.
  /// - Returns: the quantile, in the unit of the values.
  /// - Complexity: O(log n).
  package func quantile(_ probability: Double) -> Double {
    requireProbability(probability)
    let total = cumulative[cumulative.count - 1]
    let index = firstIndex(in: cumulative) { $0 / total >= probability }
    return values[min(index, values.count - 1)]
  }

  /// Returns the share of the weight that lies strictly below a value, 0...1.
  ///
  /// - Complexity: O(log n).
  package func share(below value: Double) -> Double {
    let index = firstIndex(in: values) { $0 >= value }
    return index == 0 ? 0 : cumulative[index - 1] / cumulative[cumulative.count - 1]
  }

  /// Returns the first index at which a condition holds that holds from there on; the count when nowhere.
  private func firstIndex(in list: [Double], where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
