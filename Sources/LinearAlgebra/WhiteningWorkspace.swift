import RealModule

/// Storage in which many small problems of one shape are whitened, one after the other.
///
/// ```
///     V = L Lᵀ,   B ← L⁻¹ B
/// ```
///
/// `Cholesky` gives values and checks its input; this is for inner loops, where a batch of series
/// asks for thousands of factorisations of one order and no allocation may happen.
///
/// Source: Golub, Van Loan (2013), Matrix Computations, §4.2; LAPACK `dpotrf`, BLAS `dtrsm`.
package struct WhiteningWorkspace: Sendable {
  /// k, the order of V.
  package let order: Int
  /// m, the number of columns of B.
  package let columnCount: Int
  /// V in column-major order, of which only the lower triangle is read; L after `whiten()`.
  package var covariance: [Double]
  /// B in column-major order; L⁻¹ B after `whiten()`.
  package var columns: [Double]

  /// Creates storage full of zeros.
  ///
  /// - Precondition: order ≥ 1, columnCount ≥ 0.
  package init(order: Int, columnCount: Int) {
    precondition(order >= 1 && columnCount >= 0, "no workspace of \(order)×\(columnCount)")
    self.order = order
    self.columnCount = columnCount
    covariance = Array(repeating: 0, count: order * order)
    columns = Array(repeating: 0, count: order * columnCount)
  }

  /// Replaces V by L and B by L⁻¹ B.
  ///
  /// - Returns: ln det V = 2 Σ ln Lᵢᵢ.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite`; NaN in V is reported so, too.
  /// - Complexity: O(k³ + k² m), no allocation.
  package mutating func whiten() throws(LinearAlgebraError) -> Double {
    try LAPACK.whiten(
      covariance: &covariance, order: order, right: &columns, columns: columnCount)
    var product = 1.0
    var logarithm = 0.0
    for index in 0..<order {
      // NaN passes LAPACK's own test and reaches the diagonal from its place on.
      let factor = covariance[index * (order + 1)]
      guard !factor.isNaN else { throw .notPositiveDefinite(order: index + 1) }
      product *= factor
      // One logarithm for many factors: far from the bounds of a Double the product is exact enough.
      if product < 1e-100 || product > 1e100 {
        logarithm += Double.log(product)
        product = 1
      }
    }
    return 2 * (logarithm + Double.log(product))
  }
}
