/// Coefficients of responses whose errors are correlated or of unequal size.
package struct GeneralizedLeastSquaresSolution: Sendable, Equatable {
  /// X, p × m.
  package let coefficients: Matrix

  /// (XᵀV⁻¹X)⁻¹, p × p: the covariance of the coefficients if V is that of the errors.
  package let unscaledCovariance: Matrix

  /// L⁻¹(B − A X), n × m: residuals that are uncorrelated if V = L Lᵀ holds.
  package let whitenedResiduals: Matrix

  /// Σ of the squared whitened residuals of each response, m values without a unit.
  package let whitenedResidualSumsOfSquares: [Double]

  /// ln det V.
  package let logDeterminant: Double

  /// An estimate of the condition of the whitened, scaled design.
  package let condition: Double

  /// n − p.
  package let residualDegreesOfFreedom: Int
}

/// Solves min (b − A x)ᵀ V⁻¹ (b − A x) for every column b of `responses`.
///
/// The design and the responses are multiplied by L⁻¹, where V = L Lᵀ, and solved by ordinary least
/// squares with refinement. One factorisation of V and of the design serves all responses.
///
/// - Parameters:
///   - design: A, n × p of full column rank.
///   - responses: B, n × m; m may be 0.
///   - covariance: V, n × n, symmetric and positive definite, known up to a factor or wholly.
/// - Returns: coefficients, their covariance up to the scale of V, and what a likelihood needs.
/// - Throws: `LinearAlgebraError.notFinite`, `notSymmetric`, `notPositiveDefinite`, `overflow`,
///   or `rankDeficient` if the whitened columns depend on each other.
/// - Precondition: A, B and V have the same number of rows, at least 1.
/// - Complexity: O(n³ + n² (p + m)).
///
/// Source: Aitken (1935); Golub, Van Loan (2013), Matrix Computations, §6.1.
package func generalizedLeastSquares(
  design: Matrix, responses: Matrix, covariance: Matrix
) throws(LinearAlgebraError) -> GeneralizedLeastSquaresSolution {
  let cholesky = try Cholesky(covariance)
  let solution = try leastSquares(
    design: cholesky.whitening(design), responses: cholesky.whitening(responses))
  guard let unscaledCovariance = solution.unscaledCovariance else {
    throw .rankDeficient(rank: solution.rank, columns: design.columns)
  }
  return GeneralizedLeastSquaresSolution(
    coefficients: solution.coefficients,
    unscaledCovariance: unscaledCovariance,
    whitenedResiduals: solution.residuals,
    whitenedResidualSumsOfSquares: solution.residualSumsOfSquares,
    logDeterminant: cholesky.logDeterminant,
    condition: solution.condition,
    residualDegreesOfFreedom: solution.residualDegreesOfFreedom)
}

/// The solution of a general linear model for one response.
package struct GeneralLinearModelSolution: Sendable, Equatable {
  /// x, p values.
  package let coefficients: [Double]

  /// y, q values: the smallest standardised errors that explain the response.
  package let noise: [Double]

  /// Σ y².
  package let noiseSumOfSquares: Double
}

/// Solves min ‖y‖₂ subject to d = A x + B y, the general Gauss-Markov model.
///
/// With a square B and V = B Bᵀ this is generalised least squares, without forming or inverting V:
/// B may be badly conditioned, or singular where the design explains the response exactly.
///
/// - Parameters:
///   - design: A, n × p of full column rank, p ≤ n.
///   - response: d, n values.
///   - covarianceFactor: B, n × q with n ≤ p + q, such that (A, B) has n independent rows.
/// - Returns: x and the smallest y.
/// - Throws: `LinearAlgebraError.notFinite`, `rankDeficient` if columns of A depend on each other,
///   `notPositiveDefinite` if (A, B) has dependent rows, `overflow`.
/// - Precondition: the shapes fit as said above; n, p, q ≥ 1.
/// - Complexity: O(n³) for q = n.
///
/// Source: Paige (1979), “Fast numerically stable computations for generalized linear least squares
/// problems”; LAPACK `dggglm`.
package func generalLinearModel(
  design: Matrix, response: [Double], covarianceFactor: Matrix
) throws(LinearAlgebraError) -> GeneralLinearModelSolution {
  let (n, p, q) = (design.rows, design.columns, covarianceFactor.columns)
  precondition(
    response.count == n && covarianceFactor.rows == n,
    "a design of \(n) rows, \(response.count) responses, a factor of \(covarianceFactor.rows)")
  precondition(p <= n && n <= p + q && q >= 1, "no p ≤ n ≤ p + q: p = \(p), n = \(n), q = \(q)")
  try Matrix(column: response).requireFinite()
  try covarianceFactor.requireFinite()
  let qr = try PivotedQR(design)
  try qr.requireFullRank()
  let solved = try LAPACK.generalLinearModel(
    design: qr.scaling.apply(to: design), factor: covarianceFactor, response: response)
  let coefficients = zip(solved.coefficients, qr.scaling.factors).map { $0 * $1 }
  try Matrix(column: coefficients).requireRepresentable()
  return GeneralLinearModelSolution(
    coefficients: coefficients,
    noise: solved.noise,
    noiseSumOfSquares: sumOfSquares(solved.noise))
}
