/// Coefficients that meet linear conditions exactly and fit as well as these allow.
package struct EqualityConstrainedSolution: Sendable, Equatable {
  /// x, p values.
  package let coefficients: [Double]

  /// c − A x, n values.
  package let residuals: [Double]

  /// Σ of the squared residuals.
  package let residualSumOfSquares: Double

  /// The number of independent constraints; redundant ones were left out.
  package let constraintRank: Int
}

/// Solves min ‖c − A x‖₂ subject to B x = d.
///
/// Constraints that follow from others are recognised and left out; constraints that contradict each
/// other are an error. What counts as contradiction: the best x misses some dᵢ by more than √ε of
/// the sizes involved, ε = 2⁻⁵².
///
/// - Parameters:
///   - design: A, n × p.
///   - response: c, n values.
///   - constraints: B, q × p.
///   - values: d, q values.
/// - Returns: x, residuals, and how many constraints were independent.
/// - Throws: `LinearAlgebraError.notFinite`, `inconsistentConstraints`, `overflow`, or `rankDeficient`
///   if design and constraints together leave a coefficient undetermined.
/// - Precondition: the shapes fit; n, p, q ≥ 1.
/// - Complexity: O((n + q) p²).
///
/// Source: Golub, Van Loan (2013), Matrix Computations, §6.2; LAPACK `dgglse`.
package func equalityConstrainedLeastSquares(
  design: Matrix, response: [Double], constraints: Matrix, values: [Double]
) throws(LinearAlgebraError) -> EqualityConstrainedSolution {
  precondition(
    design.rows == response.count, "\(design.rows) rows and \(response.count) responses")
  precondition(
    constraints.rows == values.count, "\(constraints.rows) constraints, \(values.count) values")
  precondition(
    design.columns == constraints.columns,
    "\(design.columns) coefficients, constraints on \(constraints.columns)")
  try Matrix(column: response).requireFinite()
  try Matrix(column: values).requireFinite()
  let stacked = try PivotedQR(stacking(design, over: constraints))
  try stacked.requireFullRank()
  let scaling = stacked.scaling
  let scaledConstraints = scaling.apply(to: constraints)
  let kept = try independentRows(of: scaledConstraints, values: values)
  let scaled = try LAPACK.equalityConstrained(
    design: scaling.apply(to: design),
    response: response,
    constraints: scaledConstraints.transposed.selectingColumns(kept).transposed,
    values: kept.map { values[$0] })
  let coefficients = zip(scaled, scaling.factors).map { $0 * $1 }
  try Matrix(column: coefficients).requireRepresentable()
  let residuals = (0..<design.rows).map { i in
    var sum = CompensatedSum(response[i])
    for j in 0..<design.columns { sum.addProduct(-design[i, j], coefficients[j]) }
    return sum.value
  }
  return EqualityConstrainedSolution(
    coefficients: coefficients,
    residuals: residuals,
    residualSumOfSquares: sumOfSquares(residuals),
    constraintRank: kept.count)
}

/// Returns the numbers of constraints that imply all others, in ascending order.
private func independentRows(
  of constraints: Matrix, values: [Double]
) throws(LinearAlgebraError) -> [Int] {
  let qr = try PivotedQR(constraints.transposed)
  guard qr.rank < constraints.rows else { return Array(0..<constraints.rows) }
  let right = Matrix(column: values)
  let best = try LAPACK.minimumNorm(
    constraints, right,
    tolerance: qr.rankRule.threshold(rows: constraints.rows, columns: constraints.columns)
  ).solution
  let reached = constraints * best
  for i in 0..<constraints.rows {
    let size = (0..<constraints.columns).reduce(values[i].magnitude) { sum, j in
      sum + (constraints[i, j] * best[j, 0]).magnitude
    }
    let missed = (values[i] - reached[i, 0]).magnitude
    guard missed <= size * Double.ulpOfOne.squareRoot() else {
      throw .inconsistentConstraints(relativeResidual: missed / size)
    }
  }
  return qr.pivots.prefix(qr.rank).sorted()
}

private func stacking(_ upper: Matrix, over lower: Matrix) -> Matrix {
  Matrix(columns: (0..<upper.columns).map { upper.column($0) + lower.column($0) })
}
