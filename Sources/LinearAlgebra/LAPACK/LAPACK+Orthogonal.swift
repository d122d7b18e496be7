internal import CLAPACKE

extension LAPACK {
  /// What `dgeqp3` leaves behind: R above the diagonal, the reflectors of Q below it.
  struct CompactQR: Sendable, Equatable {
    /// n × p.
    let factors: Matrix
    /// min(n, p) factors of the elementary reflectors.
    let reflectors: [Double]
    /// Position k of the factorisation holds column `pivots[k]`, counted from 0.
    let pivots: [Int]
  }

  /// Returns A P = Q R with column pivoting, by `dgeqp3`.
  ///
  /// - Parameter matrix: A, n × p with n, p ≥ 1 and finite entries.
  /// - Returns: the factors in the compact form of LAPACK.
  /// - Complexity: O(n p min(n, p)).
  static func pivotedQR(_ matrix: Matrix) -> CompactQR {
    _ = oneThread
    var factors = matrix.storage
    var pivots = [Integer](repeating: 0, count: matrix.columns)
    var reflectors = [Double](repeating: 0, count: min(matrix.rows, matrix.columns))
    let info = unsafe LAPACKE_dgeqp3(
      columnMajor, Integer(matrix.rows), Integer(matrix.columns), &factors, stride(matrix),
      &pivots, &reflectors)
    requireAccepted(info, by: "dgeqp3")
    return CompactQR(
      factors: Matrix(rows: matrix.rows, columns: matrix.columns, storage: factors),
      reflectors: reflectors,
      pivots: pivots.map { Int($0) - 1 })
  }

  /// Returns Q C or Qᵀ C by `dormqr`, with the full n × n matrix Q.
  ///
  /// - Parameters:
  ///   - transposition: Q or Qᵀ.
  ///   - qr: a factorisation of an n × p matrix.
  ///   - matrix: C, n × m with finite entries.
  /// - Returns: n × m.
  /// - Complexity: O(n m min(n, p)).
  static func multiplyByQ(
    _ transposition: Transposition, of qr: CompactQR, _ matrix: Matrix
  ) -> Matrix {
    precondition(
      matrix.rows == qr.factors.rows, "Q of order \(qr.factors.rows) times \(matrix.rows) rows")
    guard matrix.columns > 0 else { return matrix }
    _ = oneThread
    var result = matrix.storage
    let info = unsafe LAPACKE_dormqr(
      columnMajor, Side.left.character, transposition.character,
      Integer(matrix.rows), Integer(matrix.columns), Integer(qr.reflectors.count),
      qr.factors.storage, stride(qr.factors), qr.reflectors, &result, stride(matrix))
    requireAccepted(info, by: "dormqr")
    return Matrix(rows: matrix.rows, columns: matrix.columns, storage: result)
  }
}
