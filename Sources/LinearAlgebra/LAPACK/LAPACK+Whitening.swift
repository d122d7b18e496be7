internal import CLAPACKE

extension LAPACK {
  /// Replaces V by its lower Cholesky factor and B by L⁻¹ B, both in place, without a copy.
  ///
  /// - Parameters:
  ///   - covariance: V, k × k in column-major order; only its lower triangle is read, and it must be
  ///     finite.
  ///   - order: k, at least 1.
  ///   - right: B, k × m in column-major order.
  ///   - columns: m.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite` with the order of the offending minor.
  /// - Complexity: O(k³ + k² m), no allocation.
  static func whiten(
    covariance: inout [Double], order: Int, right: inout [Double], columns: Int
  ) throws(LinearAlgebraError) {
    precondition(
      covariance.count == order * order && right.count == order * columns && order > 0,
      "\(covariance.count) and \(right.count) entries for order \(order), \(columns) columns")
    _ = oneThread
    let size = Integer(order)
    let info = unsafe LAPACKE_dpotrf_work(
      columnMajor, Triangle.lower.character, size, &covariance, size)
    requireAccepted(info, by: "dpotrf")
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
    guard columns > 0 else { return }
    unsafe cblas_dtrsm(
      CblasColMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, size, Integer(columns), 1,
      covariance, size, &right, size)
  }
}
