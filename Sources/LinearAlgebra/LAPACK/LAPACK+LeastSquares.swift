internal import CLAPACKE

extension LAPACK {
  /// Returns the minimum-norm least-squares solutions by singular values, `dgelsd`.
  ///
  /// - Parameters:
  ///   - matrix: A, n × p of any rank, n, p ≥ 1, finite entries.
  ///   - right: B, n × m.
  ///   - tolerance: singular values below `tolerance` times the largest count as zero.
  /// - Returns: X, p × m, and the number of singular values that count.
  /// - Throws: `LinearAlgebraError.noConvergence` if the iteration fails.
  /// - Complexity: O(n p min(n, p) + n p m).
  static func minimumNorm(
    _ matrix: Matrix, _ right: Matrix, tolerance: Double
  ) throws(LinearAlgebraError) -> (solution: Matrix, rank: Int) {
    precondition(matrix.rows == right.rows, "\(matrix.rows) rows and \(right.rows) responses")
    _ = oneThread
    let height = max(matrix.rows, matrix.columns)
    var padded = Matrix(rows: height, columns: right.columns, repeating: 0).storage
    for j in 0..<right.columns {
      for i in 0..<right.rows { padded[i + j * height] = right[i, j] }
    }
    var entries = matrix.storage
    var singularValues = [Double](repeating: 0, count: min(matrix.rows, matrix.columns))
    var rank: Integer = 0
    let info = unsafe LAPACKE_dgelsd(
      columnMajor, Integer(matrix.rows), Integer(matrix.columns), Integer(right.columns),
      &entries, stride(matrix), &padded, Integer(height), &singularValues, tolerance, &rank)
    requireAccepted(info, by: "dgelsd")
    guard info == 0 else { throw .noConvergence(remaining: Int(info)) }
    let solution = Matrix(rows: height, columns: right.columns, storage: padded)
    return (solution.firstRows(matrix.columns), Int(rank))
  }

  /// Returns x and y of min ‖y‖₂ subject to d = A x + B y, by `dggglm`.
  ///
  /// - Parameters:
  ///   - design: A, n × p with p ≤ n.
  ///   - factor: B, n × q with n ≤ p + q.
  ///   - response: d, n values.
  /// - Returns: x, p values, and y, q values.
  /// - Throws: `LinearAlgebraError.rankDeficient` if A is exactly deficient, `notPositiveDefinite` if
  ///   (A, B) has dependent rows, so that B is singular where the design does not help.
  /// - Complexity: O(n³) for q = n.
  static func generalLinearModel(
    design: Matrix, factor: Matrix, response: [Double]
  ) throws(LinearAlgebraError) -> (coefficients: [Double], noise: [Double]) {
    _ = oneThread
    var a = design.storage
    var b = factor.storage
    var d = response
    var x = [Double](repeating: 0, count: design.columns)
    var y = [Double](repeating: 0, count: factor.columns)
    let info = unsafe LAPACKE_dggglm(
      columnMajor, Integer(design.rows), Integer(design.columns), Integer(factor.columns),
      &a, stride(design), &b, stride(factor), &d, &x, &y)
    requireAccepted(info, by: "dggglm")
    // The manual has 1 and 2 the other way round; this is what the routine returns.
    switch info {
    case 0: return (x, y)
    case 1: throw .notPositiveDefinite(order: design.rows)
    default: throw .rankDeficient(rank: design.columns - 1, columns: design.columns)
    }
  }

  /// Returns x of min ‖c − A x‖₂ subject to B x = d, by `dgglse`.
  ///
  /// - Parameters:
  ///   - design: A, n × p.
  ///   - response: c, n values.
  ///   - constraints: B, q × p with q ≤ p ≤ n + q and independent rows.
  ///   - values: d, q values.
  /// - Returns: x, p values.
  /// - Throws: `LinearAlgebraError.rankDeficient` if B or the stacked (A; B) is exactly deficient.
  /// - Complexity: O(n p²).
  static func equalityConstrained(
    design: Matrix, response: [Double], constraints: Matrix, values: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    _ = oneThread
    var a = design.storage
    var b = constraints.storage
    var c = response
    var d = values
    var x = [Double](repeating: 0, count: design.columns)
    let info = unsafe LAPACKE_dgglse(
      columnMajor, Integer(design.rows), Integer(design.columns), Integer(constraints.rows),
      &a, stride(design), &b, stride(constraints), &c, &d, &x)
    requireAccepted(info, by: "dgglse")
    switch info {
    case 0: return x
    case 1: throw .rankDeficient(rank: constraints.rows - 1, columns: constraints.rows)
    default: throw .rankDeficient(rank: design.columns - 1, columns: design.columns)
    }
  }
}
