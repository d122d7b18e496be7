package import LinearAlgebra

/// Ordinary least squares for one response, with its inference.
///
/// ```
///     y = X β + e,   e ~ N(0, σ² I)
///     b = (XᵀX)⁻¹Xᵀy,   s² = RSS / (n − p),   se(bⱼ) = s √((XᵀX)⁻¹ⱼⱼ)
/// ```
///
/// X is n × p with independent columns, n ≥ p. With n = p the line passes through every point and
/// nothing is known about σ: whatever needs it is nil, never NaN. A fit may also be exact with
/// n > p; then s = 0, and t statistics and p values, being divisions by zero, are nil.
///
/// Source: Seber, Lee (2003), Linear Regression Analysis, chapters 3 and 5.
package struct LinearRegression: Sendable, Equatable {
  /// b, p values, in units of the response per unit of each column.
  package let coefficients: [Double]

  /// y − X b, n values.
  package let residuals: [Double]

  /// Σ e².
  package let residualSumOfSquares: Double

  /// n − p.
  package let residualDegreesOfFreedom: Int

  /// Whether a column of the design is a constant other than zero.
  package let hasIntercept: Bool

  /// 1 − RSS / TSS; nil if the response does not vary.
  ///
  /// TSS is Σ(y − ȳ)² with an intercept and Σ y² without one, so the two kinds cannot be compared.
  package let rSquared: Double?

  /// How much each response bears on its own fitted value, n values from 0 to 1.
  package let leverage: [Double]

  /// (XᵀX)⁻¹, p × p.
  package let unscaledCovariance: Matrix

  /// An estimate of the condition of the design with scaled columns.
  package let condition: Double

  /// Fits a response over a design.
  ///
  /// - Parameters:
  ///   - design: X, n × p. An intercept is a column of ones, put there by the caller.
  ///   - response: y, n values.
  /// - Throws: `LinearAlgebraError.notFinite`, `overflow`, or `rankDeficient` if columns depend on
  ///   each other.
  /// - Precondition: `response.count == design.rows`; n, p ≥ 1.
  /// - Complexity: O(n p²).
  package init(design: Matrix, response: [Double]) throws(LinearAlgebraError) {
    try self.init(design: ExtendedMatrix(design), response: response)
  }

  /// Fits a response over a design that is known better than `Double` can hold.
  ///
  /// - Parameters:
  ///   - design: X, n × p, for instance `ExtendedMatrix.polynomial(_:degree:)`.
  ///   - response: y, n values.
  /// - Throws: `LinearAlgebraError.notFinite`, `overflow`, or `rankDeficient` if columns depend on
  ///   each other.
  /// - Precondition: `response.count == design.rows`; n, p ≥ 1.
  /// - Complexity: O(n p²).
  package init(design: ExtendedMatrix, response: [Double]) throws(LinearAlgebraError) {
    let solution = try leastSquares(design: design, responses: Matrix(column: response))
    guard let unscaledCovariance = solution.unscaledCovariance else {
      throw .rankDeficient(rank: solution.rank, columns: design.columns)
    }
    coefficients = solution.coefficients.column(0)
    residuals = solution.residuals.column(0)
    residualSumOfSquares = solution.residualSumsOfSquares[0]
    residualDegreesOfFreedom = solution.residualDegreesOfFreedom
    leverage = solution.leverage
    condition = solution.condition
    self.unscaledCovariance = unscaledCovariance
    hasIntercept = (0..<design.columns).contains { j in
      let column = design.leading.column(j)
      return column[0] != 0 && column.allSatisfy { $0 == column[0] }
    }
    rSquared = Self.rSquared(
      response: response, residuals: residuals,
      residualSumOfSquares: residualSumOfSquares, centred: hasIntercept)
  }

  /// Returns 1 − RSS / TSS, or its equal ESS / TSS where the subtraction would cancel digits.
  private static func rSquared(
    response: [Double], residuals: [Double], residualSumOfSquares: Double, centred: Bool
  ) -> Double? {
    let mean = centred ? accurateSum(response) / Double(response.count) : 0
    let total = sumOfSquares(response.map { $0 - mean })
    guard total > 0 else { return nil }
    guard residualSumOfSquares > total / 2 else { return 1 - residualSumOfSquares / total }
    return sumOfSquares(zip(response, residuals).map { ($0 - mean) - $1 }) / total
  }
}

// MARK: - Inference

extension LinearRegression {
  /// One row of the table of coefficients.
  package struct Coefficient: Sendable, Equatable {
    package let estimate: Double
    /// Nil without residual degrees of freedom.
    package let standardError: Double?
    /// Estimate by standard error; nil if that is unknown or zero.
    package let tStatistic: Double?
    /// P(|T| ≥ |t|) if the true coefficient is zero; nil where `tStatistic` is.
    package let pValue: Double?
  }

  /// s = √(RSS / (n − p)), in units of the response; nil without residual degrees of freedom.
  package var residualStandardDeviation: Double? {
    guard residualDegreesOfFreedom > 0 else { return nil }
    return (residualSumOfSquares / Double(residualDegreesOfFreedom)).squareRoot()
  }

  /// The standard errors of the coefficients; nil without residual degrees of freedom.
  package var standardErrors: [Double]? {
    guard let s = residualStandardDeviation else { return nil }
    return coefficients.indices.map { s * unscaledCovariance[$0, $0].squareRoot() }
  }

  /// Estimate, standard error, t statistic and two-sided p value of each coefficient, p rows.
  package var coefficientTable: [Coefficient] {
    guard let standardErrors else {
      return coefficients.map {
        Coefficient(estimate: $0, standardError: nil, tStatistic: nil, pValue: nil)
      }
    }
    let distribution = StudentT(degreesOfFreedom: Double(residualDegreesOfFreedom))
    return zip(coefficients, standardErrors).map { estimate, error in
      guard error > 0 else {
        return Coefficient(
          estimate: estimate, standardError: error, tStatistic: nil, pValue: nil)
      }
      let t = estimate / error
      return Coefficient(
        estimate: estimate, standardError: error, tStatistic: t,
        pValue: 2 * distribution.upperTail(t.magnitude))
    }
  }
}

// MARK: - Intervals

extension LinearRegression {
  /// A range around a fitted value.
  package struct Interval: Sendable, Equatable {
    package let center: Double
    package let lower: Double
    package let upper: Double
  }

  /// Returns xᵀb, the fitted mean at a row of regressors.
  ///
  /// - Precondition: the row has p values.
  package func fittedValue(at row: [Double]) -> Double {
    precondition(
      row.count == coefficients.count, "\(row.count) regressors, \(coefficients.count) expected")
    return accurateSum(zip(row, coefficients).map { $0 * $1 })
  }

  /// Returns the range that holds the mean response, with the given confidence.
  ///
  /// ```
  ///     xᵀb ± t s √(xᵀ(XᵀX)⁻¹x)
  /// ```
  ///
  /// - Parameters:
  ///   - row: x, p values.
  ///   - level: strictly between 0 and 1, for instance 0.9.
  /// - Returns: the interval, or nil without residual degrees of freedom.
  package func confidenceInterval(at row: [Double], level: Double) -> Interval? {
    interval(at: row, level: level, ownVariance: 0)
  }

  /// Returns the range that holds one new response, with the given probability.
  ///
  /// ```
  ///     xᵀb ± t s √(1 + xᵀ(XᵀX)⁻¹x)
  /// ```
  ///
  /// - Parameters:
  ///   - row: x, p values.
  ///   - level: strictly between 0 and 1, for instance 0.9.
  /// - Returns: the interval, or nil without residual degrees of freedom.
  package func predictionInterval(at row: [Double], level: Double) -> Interval? {
    interval(at: row, level: level, ownVariance: 1)
  }

  private func interval(at row: [Double], level: Double, ownVariance: Double) -> Interval? {
    precondition(level > 0 && level < 1, "a level of \(level) is not between 0 and 1")
    let center = fittedValue(at: row)
    guard let s = residualStandardDeviation else { return nil }
    let spread = unscaledCovariance * Matrix(column: row)
    let variance = ownVariance + max(0, zip(row, spread.column(0)).reduce(0) { $0 + $1.0 * $1.1 })
    let quantile = StudentT(degreesOfFreedom: Double(residualDegreesOfFreedom))
      .quantile((1 + level) / 2)
    let half = quantile * s * variance.squareRoot()
    return Interval(center: center, lower: center - half, upper: center + half)
  }
}
