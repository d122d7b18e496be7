internal import CLAPACKE

extension LAPACK {
  /// Returns T⁻¹ B or T⁻ᵀ B by `dtrtrs`, where T is a leading triangular block.
  ///
  /// - Parameters:
  ///   - factor: holds T in its leading k × k block; the other triangle is not read.
  ///   - triangle: which triangle T is.
  ///   - transposition: T or Tᵀ.
  ///   - right: B, k × m; its number of rows says how large T is.
  /// - Returns: k × m.
  /// - Throws: `LinearAlgebraError.singular` if T has a zero on its diagonal.
  /// - Complexity: O(k² m).
  static func solveTriangular(
    _ factor: Matrix, _ triangle: Triangle, _ transposition: Transposition, _ right: Matrix
  ) throws(LinearAlgebraError) -> Matrix {
    precondition(
      right.rows <= min(factor.rows, factor.columns),
      "a triangle of order \(right.rows) in \(factor.rows)×\(factor.columns)")
    guard right.rows > 0, right.columns > 0 else { return right }
    _ = oneThread
    var result = right.storage
    let info = unsafe LAPACKE_dtrtrs(
      columnMajor, triangle.character, transposition.character, Diagonal.stored.character,
      Integer(right.rows), Integer(right.columns), factor.storage, stride(factor),
      &result, stride(right))
    requireAccepted(info, by: "dtrtrs")
    guard info == 0 else { throw .singular(index: Int(info) - 1) }
    return Matrix(rows: right.rows, columns: right.columns, storage: result)
  }

  /// Returns an estimate of 1 / (‖T‖₁ ‖T⁻¹‖₁) of an upper triangular block, by `dtrcon`.
  ///
  /// - Parameters:
  ///   - factor: holds T in its leading block.
  ///   - order: k, the order of T, at least 1.
  /// - Returns: between 0 (singular) and 1. The estimate is rarely off by more than a factor of 3.
  /// - Complexity: O(k²).
  static func reciprocalCondition(ofUpper factor: Matrix, order: Int) -> Double {
    precondition(
      (1...min(factor.rows, factor.columns)).contains(order),
      "a triangle of order \(order) in \(factor.rows)×\(factor.columns)")
    _ = oneThread
    var result = 0.0
    let info = unsafe LAPACKE_dtrcon(
      columnMajor, Norm.one.character, Triangle.upper.character, Diagonal.stored.character,
      Integer(order), factor.storage, stride(factor), &result)
    requireAccepted(info, by: "dtrcon")
    return result
  }

  /// Returns the lower triangle L of V = L Lᵀ by `dpotrf`, with zeros above the diagonal.
  ///
  /// - Parameter matrix: V, k × k with k ≥ 1 and finite entries; only its lower triangle is read.
  /// - Returns: L, k × k.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite` with the order of the offending minor.
  /// - Complexity: O(k³).
  static func choleskyFactor(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    precondition(
      matrix.rows == matrix.columns, "a Cholesky factor of \(matrix.rows)×\(matrix.columns)")
    _ = oneThread
    var entries = matrix.storage
    let info = unsafe LAPACKE_dpotrf(
      columnMajor, Triangle.lower.character, Integer(matrix.rows), &entries, stride(matrix))
    requireAccepted(info, by: "dpotrf")
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
    for j in 0..<matrix.columns {
      for i in 0..<j { entries[i + j * matrix.rows] = 0 }
    }
    return Matrix(rows: matrix.rows, columns: matrix.columns, storage: entries)
  }
}
