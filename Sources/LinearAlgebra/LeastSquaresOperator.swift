/// Least squares over one design as a matrix that turns responses into coefficients.
///
/// ```
///     X = A⁺ B,   A⁺ = (AᵀA)⁻¹Aᵀ   (p × n)
/// ```
///
/// All series that were observed in the same years share their design. The operator is built once for
/// such a pattern of years and applied to any number of series by one product, at the speed of
/// memory. Its entries are refined, so that a coefficient is off by at most about
/// n 2⁻⁵³ Σ |A⁺ᵢⱼ bⱼ|.
package struct LeastSquaresOperator: Sendable, Equatable {
  /// A, n × p.
  package let design: Matrix

  /// A⁺, p × n.
  package let pseudoInverse: Matrix

  /// (AᵀA)⁻¹, p × p; nil if the columns depend on each other.
  package let unscaledCovariance: Matrix?

  /// The diagonal of the hat matrix, n values.
  package let leverage: [Double]

  package let rank: Int
  package let condition: Double
  package let method: LeastSquaresMethod

  /// n − rank.
  package var residualDegreesOfFreedom: Int { design.rows - rank }

  /// Factorises a design.
  ///
  /// - Parameter design: A, n × p with n, p ≥ 1; n is meant to be small, as A⁺ is stored.
  /// - Throws: `LinearAlgebraError.notFinite` when an entry is NaN or infinite, `overflow` when A⁺
  ///   is too large for `Double`, `noConvergence` when singular values cannot be found.
  /// - Complexity: O(n² p).
  package init(design: Matrix) throws(LinearAlgebraError) {
    let solution = try leastSquares(design: design, responses: Matrix.identity(design.rows))
    self.design = design
    pseudoInverse = solution.coefficients
    unscaledCovariance = solution.unscaledCovariance
    leverage = solution.leverage
    rank = solution.rank
    condition = solution.condition
    method = solution.method
  }

  /// Returns X = A⁺ B, p × m.
  ///
  /// A NaN or an infinity in a column of `responses` spoils the coefficients of that column only.
  ///
  /// - Parameter responses: B, n × m.
  /// - Returns: one column of p coefficients a response.
  /// - Precondition: `responses.rows == design.rows`.
  /// - Complexity: O(n p m).
  package func coefficients(for responses: Matrix) -> Matrix {
    precondition(
      responses.rows == design.rows,
      "an operator over \(design.rows) rows and \(responses.rows) responses")
    return pseudoInverse * responses
  }

  /// Returns B − A X, n × m.
  ///
  /// - Parameters:
  ///   - responses: B, n × m.
  ///   - coefficients: X, p × m, from `coefficients(for:)`.
  /// - Returns: one column of n residuals a response.
  /// - Complexity: O(n p m).
  package func residuals(of responses: Matrix, coefficients: Matrix) -> Matrix {
    let fitted = design * coefficients
    precondition(
      responses.rows == fitted.rows && responses.columns == fitted.columns,
      "responses \(responses.rows)×\(responses.columns), "
        + "fitted values \(fitted.rows)×\(fitted.columns)")
    return Matrix(
      rows: fitted.rows, columns: fitted.columns,
      storage: zip(responses.storage, fitted.storage).map { $0 - $1 })
  }
}
