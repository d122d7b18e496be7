internal import CLAPACKE

extension LAPACK {
  /// Solves T x = b in place by `dptsv`, where T is symmetric, positive definite and tridiagonal.
  ///
  /// - Parameters:
  ///   - diagonal: k ≥ 1 values; destroyed.
  ///   - offDiagonal: k − 1 values; destroyed.
  ///   - right: b, k values; becomes x.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite` with the order of the offending minor.
  /// - Complexity: O(k).
  static func solveTridiagonal(
    diagonal: inout [Double], offDiagonal: inout [Double], right: inout [Double]
  ) throws(LinearAlgebraError) {
    let order = diagonal.count
    precondition(
      order >= 1 && offDiagonal.count == order - 1 && right.count == order,
      "\(order), \(offDiagonal.count) and \(right.count) entries of a tridiagonal system")
    _ = oneThread
    let info = unsafe LAPACKE_dptsv_work(
      columnMajor, Integer(order), 1, &diagonal, &offDiagonal, &right, Integer(order))
    requireAccepted(info, by: "dptsv")
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
  }
}
