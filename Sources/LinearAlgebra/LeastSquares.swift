/// How a least-squares solution was found.
package enum LeastSquaresMethod: Sendable, Equatable {
  /// Scaled, column-pivoted QR: the columns are independent and the solution is the only one.
  case pivotedQR

  /// Singular values: of all solutions, the one with the least norm of scaled coefficients.
  ///
  /// The norm is that of S⁻¹x, with the powers of two S of `PivotedQR.columnScales`, so that the
  /// unit of a column hardly matters. Fitted values are unique, single coefficients are not.
  case minimumNorm
}

/// Coefficients of many responses over one design, with what inference needs.
package struct LeastSquaresSolution: Sendable, Equatable {
  /// X, p × m, in units of the response per unit of each column.
  package let coefficients: Matrix

  /// B − A X, n × m, in units of the response.
  package let residuals: Matrix

  /// Σ r² of each response, m values.
  package let residualSumsOfSquares: [Double]

  /// (AᵀA)⁻¹, p × p; nil if the columns depend on each other.
  package let unscaledCovariance: Matrix?

  /// The diagonal of the hat matrix, n values from 0 to 1.
  package let leverage: [Double]

  /// The number of independent columns, by `rankRule` or, for `minimumNorm`, by singular values.
  package let rank: Int
  package let rankRule: PivotedQR.RankRule

  /// An estimate of the condition of the scaled design, in the 1-norm.
  package let condition: Double

  package let method: LeastSquaresMethod

  /// The number of corrections in higher precision; 0 if none were asked for or possible.
  package let refinementSteps: Int

  /// n − rank.
  package var residualDegreesOfFreedom: Int { residuals.rows - rank }
}

/// Solves min ‖b − A x‖₂ for every column b of `responses`.
///
/// One factorisation serves all responses. With independent columns the solution is refined until it
/// is correct to about the last bit (`AugmentedSystem`), and so is the covariance. Otherwise the
/// minimum-norm solution is returned, and `method` says so.
///
/// - Parameters:
///   - design: A, n × p. Columns may differ in size by any factor.
///   - responses: B, n × m; m may be 0.
///   - maximumRefinementSteps: at most so many corrections; 0 gives the plain QR solution.
/// - Returns: coefficients, residuals, leverage and covariance, and how they were found.
/// - Throws: `LinearAlgebraError.notFinite` when an entry is NaN or infinite, `overflow` when a result
///   is too large for `Double`, `noConvergence` when singular values of a deficient design cannot be
///   found.
/// - Precondition: `design.rows == responses.rows`; n, p ≥ 1.
/// - Complexity: O(n p² + n p m) a step.
package func leastSquares(
  design: Matrix, responses: Matrix, maximumRefinementSteps: Int = 8
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  try leastSquares(
    design: ExtendedMatrix(design), responses: responses,
    maximumRefinementSteps: maximumRefinementSteps)
}

/// Solves min ‖b − A x‖₂ for a design that is known better than `Double` can hold.
///
/// As the function of the same name over a `Matrix`; the refinement uses the rounding errors of the
/// design, so that for instance a polynomial of degree 10 keeps all its digits. Without refinement,
/// and where the rank is deficient, they have no influence.
///
/// - Parameters:
///   - design: A, n × p.
///   - responses: B, n × m; m may be 0.
///   - maximumRefinementSteps: at most so many corrections; 0 gives the plain QR solution.
/// - Returns: coefficients, residuals, leverage and covariance, and how they were found.
/// - Throws: `LinearAlgebraError.notFinite`, `overflow` or `noConvergence`.
/// - Precondition: `design.rows == responses.rows`; n, p ≥ 1.
/// - Complexity: O(n p² + n p m) a step.
package func leastSquares(
  design: ExtendedMatrix, responses: Matrix, maximumRefinementSteps: Int = 8
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  precondition(
    design.rows == responses.rows,
    "a design of \(design.rows) rows and \(responses.rows) responses")
  try responses.requireFinite()
  let qr = try PivotedQR(design.leading)
  guard qr.rank == qr.columns else {
    return try minimumNormSolution(design: design.leading, responses: responses, qr: qr)
  }
  let system = AugmentedSystem(design: design, factorization: qr)
  let solved = try system.solve(
    upper: responses,
    lower: Matrix(rows: qr.columns, columns: responses.columns, repeating: 0),
    maximumSteps: maximumRefinementSteps)
  let inverse = try system.solve(
    upper: Matrix(rows: qr.rows, columns: qr.columns, repeating: 0),
    lower: Matrix.identity(qr.columns),
    maximumSteps: maximumRefinementSteps)
  return LeastSquaresSolution(
    coefficients: solved.coefficients,
    residuals: solved.residuals,
    residualSumsOfSquares: columnSumsOfSquares(solved.residuals),
    unscaledCovariance: inverse.coefficients.negatedSymmetricPart,
    leverage: qr.leverage,
    rank: qr.rank,
    rankRule: qr.rankRule,
    condition: qr.condition,
    method: .pivotedQR,
    refinementSteps: solved.steps)
}

private func minimumNormSolution(
  design: Matrix, responses: Matrix, qr: PivotedQR
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  let scaled = try LAPACK.minimumNorm(
    qr.scaling.apply(to: design), responses,
    tolerance: qr.rankRule.threshold(rows: design.rows, columns: design.columns))
  let coefficients = qr.scaling.applyToRows(of: scaled.solution)
  try coefficients.requireRepresentable()
  let fitted = design * coefficients
  let residuals = Matrix(
    rows: responses.rows, columns: responses.columns,
    storage: zip(responses.storage, fitted.storage).map { $0 - $1 })
  return LeastSquaresSolution(
    coefficients: coefficients,
    residuals: residuals,
    residualSumsOfSquares: columnSumsOfSquares(residuals),
    unscaledCovariance: nil,
    leverage: qr.leverage,
    rank: scaled.rank,
    rankRule: qr.rankRule,
    condition: qr.condition,
    method: .minimumNorm,
    refinementSteps: 0)
}

private func columnSumsOfSquares(_ matrix: Matrix) -> [Double] {
  (0..<matrix.columns).map { sumOfSquares(matrix.column($0)) }
}
