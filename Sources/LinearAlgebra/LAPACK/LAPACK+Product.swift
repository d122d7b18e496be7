internal import CLAPACKE

extension LAPACK {
  /// Returns op(A) B by `dgemm`.
  ///
  /// - Parameters:
  ///   - left: A; op(A) is m × k.
  ///   - transposition: whether op(A) is A or Aᵀ.
  ///   - right: B, k × n.
  /// - Returns: m × n; zeros where k is 0.
  /// - Precondition: the inner dimensions agree.
  static func product(_ left: Matrix, _ transposition: Transposition, _ right: Matrix) -> Matrix {
    let (m, k) =
      transposition == .asStored ? (left.rows, left.columns) : (left.columns, left.rows)
    precondition(
      k == right.rows, "a product of \(m)×\(k) and \(right.rows)×\(right.columns)")
    _ = oneThread
    guard m > 0, k > 0, right.columns > 0 else {
      return Matrix(rows: m, columns: right.columns, repeating: 0)
    }
    var result = [Double](repeating: 0, count: m * right.columns)
    unsafe cblas_dgemm(
      CblasColMajor, transposition.blas, CblasNoTrans,
      Integer(m), Integer(right.columns), Integer(k),
      1, left.storage, stride(left), right.storage, stride(right),
      0, &result, Integer(m))
    return Matrix(rows: m, columns: right.columns, storage: result)
  }
}
