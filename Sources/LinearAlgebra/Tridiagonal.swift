/// A symmetric positive definite matrix with entries on three diagonals only.
///
/// Least squares on hat functions, whose neighbours alone overlap, leads to one.
package struct PositiveTridiagonal: Sendable, Equatable {
  /// T_jj, k values.
  package var diagonal: [Double]
  /// T_j,j+1, k − 1 values.
  package var offDiagonal: [Double]

  /// Creates a matrix of zeros.
  ///
  /// - Precondition: order ≥ 1.
  package init(order: Int) {
    precondition(order >= 1, "a tridiagonal matrix of order \(order)")
    diagonal = Array(repeating: 0, count: order)
    offDiagonal = Array(repeating: 0, count: order - 1)
  }

  /// Returns the x with T x = b.
  ///
  /// - Parameter right: b, k finite values.
  /// - Returns: x, k values.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite`.
  /// - Complexity: O(k).
  ///
  /// Source: Golub, Van Loan (2013), Matrix Computations, §4.3.6; LAPACK `dptsv`.
  package func solution(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    var (main, side, result) = (diagonal, offDiagonal, right)
    try LAPACK.solveTridiagonal(diagonal: &main, offDiagonal: &side, right: &result)
    return result
  }
}
