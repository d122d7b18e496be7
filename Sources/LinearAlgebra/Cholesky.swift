import RealModule

/// The triangular square root of a covariance matrix.
///
/// ```
///     V = L Lᵀ
/// ```
///
/// V is k × k, symmetric and positive definite; L is lower triangular with a positive diagonal.
///
/// Source: Golub, Van Loan (2013), Matrix Computations, §4.2; LAPACK `dpotrf`.
package struct Cholesky: Sendable, Equatable {
  /// L, k × k, zeros above the diagonal.
  package let lowerFactor: Matrix

  /// Factorises a covariance matrix.
  ///
  /// - Parameter covariance: V, k × k; mirrored entries may differ by rounding only, that is by
  ///   8 ε of √(Vᵢᵢ Vⱼⱼ).
  /// - Throws: `LinearAlgebraError.notFinite`, `notSymmetric`, or `notPositiveDefinite` with the order
  ///   of the first minor that fails.
  /// - Precondition: V is square and k ≥ 1.
  /// - Complexity: O(k³).
  package init(_ covariance: Matrix) throws(LinearAlgebraError) {
    precondition(
      covariance.rows == covariance.columns && covariance.rows > 0,
      "a covariance of \(covariance.rows)×\(covariance.columns)")
    try covariance.requireFinite()
    for j in 0..<covariance.columns {
      for i in 0..<j {
        let size = (covariance[i, i] * covariance[j, j]).magnitude.squareRoot()
        let difference = (covariance[i, j] - covariance[j, i]).magnitude
        guard difference <= 8 * Double.ulpOfOne * size else {
          throw .notSymmetric(row: i, column: j)
        }
      }
    }
    lowerFactor = try LAPACK.choleskyFactor(covariance)
  }

  /// ln det V = 2 Σ ln Lᵢᵢ.
  package var logDeterminant: Double {
    2 * accurateSum((0..<lowerFactor.rows).map { Double.log(lowerFactor[$0, $0]) })
  }

  /// Returns L⁻¹ B: what has covariance V becomes uncorrelated with variance 1.
  ///
  /// - Parameter matrix: B, k × m with finite entries.
  /// - Returns: L⁻¹ B, k × m.
  /// - Throws: `LinearAlgebraError.notFinite` when an entry is NaN or infinite.
  /// - Precondition: B has k rows.
  /// - Complexity: O(k² m).
  package func whitening(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    precondition(
      matrix.rows == lowerFactor.rows,
      "a covariance of order \(lowerFactor.rows) and \(matrix.rows) rows")
    try matrix.requireFinite()
    return try LAPACK.solveTriangular(lowerFactor, .lower, .asStored, matrix)
  }
}
