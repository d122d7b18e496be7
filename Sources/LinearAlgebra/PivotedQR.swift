/// A factorisation of a matrix with scaled and exchanged columns, which reveals its rank.
///
/// ```
///     A S P = Q R,   |R₁₁| ≥ |R₂₂| ≥ …
/// ```
///
/// A is n × p with finite entries; S holds powers of two that bring the columns to similar length
/// (`ColumnScaling`), P exchanges columns, Q is orthogonal n × n, R upper triangular.
///
/// Source: Golub, Van Loan (2013), Matrix Computations, §5.4; LAPACK `dgeqp3`.
package struct PivotedQR: Sendable, Equatable {
  /// How many diagonal entries of R count as different from zero.
  package enum RankRule: Sendable, Equatable {
    /// Those with |Rⱼⱼ| > |R₁₁| max(n, p) ε, ε = 2⁻⁵².
    case largerDimension
    /// Those with |Rⱼⱼ| > |R₁₁| t.
    case tolerance(Double)

    func threshold(rows: Int, columns: Int) -> Double {
      switch self {
      case .largerDimension: Double(max(rows, columns)) * Double.ulpOfOne
      case .tolerance(let relative): relative
      }
    }
  }

  /// The number of independent columns by `rankRule`.
  package let rank: Int

  /// The rule by which `rank` was counted.
  package let rankRule: RankRule

  /// An estimate of ‖A S‖₁ ‖(A S)⁻¹‖₁ over the independent columns; infinite if there are none.
  ///
  /// About log₁₀ of it is the number of digits that an unrefined solution loses.
  package let condition: Double

  /// Column `pivots[k]` of A stands at position k of the factorisation.
  package var pivots: [Int] { compact.pivots }

  package let rows: Int
  package let columns: Int

  let scaling: ColumnScaling
  let compact: LAPACK.CompactQR

  /// Factorises a matrix.
  ///
  /// - Parameters:
  ///   - matrix: A, n × p. Columns may differ in size by any factor.
  ///   - rankRule: when a diagonal entry counts.
  /// - Throws: `LinearAlgebraError.notFinite` when an entry is NaN or infinite.
  /// - Precondition: n ≥ 1 and p ≥ 1.
  /// - Complexity: O(n p min(n, p)).
  package init(
    _ matrix: Matrix, rankRule: RankRule = .largerDimension
  ) throws(LinearAlgebraError) {
    precondition(
      matrix.rows > 0 && matrix.columns > 0,
      "a factorisation of a \(matrix.rows)×\(matrix.columns) matrix")
    try matrix.requireFinite()
    let scaling = ColumnScaling(matrix)
    let compact = LAPACK.pivotedQR(scaling.apply(to: matrix))
    let diagonal = (0..<min(matrix.rows, matrix.columns)).map { compact.factors[$0, $0].magnitude }
    let threshold =
      diagonal[0] * rankRule.threshold(rows: matrix.rows, columns: matrix.columns)
    let rank = diagonal.firstIndex { $0 <= threshold } ?? diagonal.count
    self.scaling = scaling
    self.compact = compact
    self.rank = rank
    self.rankRule = rankRule
    rows = matrix.rows
    columns = matrix.columns
    condition =
      rank == 0
      ? .infinity : 1 / LAPACK.reciprocalCondition(ofUpper: compact.factors, order: rank)
  }

  /// Throws if the columns are not independent.
  ///
  /// - Throws: `LinearAlgebraError.rankDeficient`.
  package func requireFullRank() throws(LinearAlgebraError) {
    guard rank == columns else { throw .rankDeficient(rank: rank, columns: columns) }
  }
}

// MARK: - Factors

extension PivotedQR {
  /// The upper triangle of R, rank × p.
  package var upperFactor: Matrix {
    var result = Matrix(rows: rank, columns: columns, repeating: 0)
    for j in 0..<columns {
      for i in 0..<min(j + 1, rank) { result[i, j] = compact.factors[i, j] }
    }
    return result
  }

  /// The first columns of Q, n × rank: an orthonormal basis of the column space.
  package var orthonormalBasis: Matrix {
    var unit = Matrix(rows: rows, columns: rank, repeating: 0)
    for k in 0..<rank { unit[k, k] = 1 }
    return LAPACK.multiplyByQ(.asStored, of: compact, unit)
  }

  /// The factors of the columns of A, so that A S P = Q R.
  package var columnScales: [Double] { scaling.factors }
}

// MARK: - What follows from the factors

extension PivotedQR {
  /// The diagonal of the hat matrix, how much each response bears on its own fitted value.
  ///
  /// ```
  ///     hᵢ = Σₖ Q²ᵢₖ,   0 ≤ hᵢ ≤ 1,   Σ hᵢ = rank
  /// ```
  ///
  /// - Complexity: O(n² p) at most.
  package var leverage: [Double] {
    let basis = orthonormalBasis
    return (0..<rows).map { i in min(1, sumOfSquares(basis.row(i))) }
  }

  /// Returns (AᵀA)⁻¹ in the original order and units of the columns, p × p and symmetric.
  ///
  /// Not refined: relative errors are of the order of `condition` × 2⁻⁵³.
  ///
  /// - Throws: `LinearAlgebraError.rankDeficient` if the columns depend on each other.
  /// - Complexity: O(p³).
  package func unscaledCovariance() throws(LinearAlgebraError) -> Matrix {
    let zero = Matrix(rows: rows, columns: columns, repeating: 0)
    let step = try solveAugmented(upper: zero, lower: Matrix.identity(columns))
    return step.coefficients.negatedSymmetricPart
  }

  /// Returns r and x of one plain solve of the augmented system.
  ///
  /// ```
  ///     ⎡ I  A ⎤ ⎡ r ⎤   ⎡ f ⎤
  ///     ⎣ Aᵀ 0 ⎦ ⎣ x ⎦ = ⎣ g ⎦
  /// ```
  ///
  /// - Parameters:
  ///   - upper: f, n × m.
  ///   - lower: g, p × m.
  /// - Returns: r, n × m, and x, p × m, in the units of A.
  /// - Throws: `LinearAlgebraError.rankDeficient` if the columns depend on each other.
  /// - Complexity: O(n p m).
  func solveAugmented(
    upper: Matrix, lower: Matrix
  ) throws(LinearAlgebraError) -> (residuals: Matrix, coefficients: Matrix) {
    try requireFullRank()
    var pivoted = Matrix(rows: columns, columns: lower.columns, repeating: 0)
    for (k, j) in pivots.enumerated() {
      for c in 0..<lower.columns { pivoted[k, c] = lower[j, c] * scaling.factors[j] }
    }
    let inRange = try LAPACK.solveTriangular(compact.factors, .upper, .transposed, pivoted)
    var rotated = LAPACK.multiplyByQ(.transposed, of: compact, upper)
    var target = Matrix(rows: columns, columns: upper.columns, repeating: 0)
    for c in 0..<upper.columns {
      for k in 0..<columns {
        target[k, c] = rotated[k, c] - inRange[k, c]
        rotated[k, c] = inRange[k, c]
      }
    }
    let solved = try LAPACK.solveTriangular(compact.factors, .upper, .asStored, target)
    for (k, j) in pivots.enumerated() {
      for c in 0..<upper.columns { target[j, c] = solved[k, c] * scaling.factors[j] }
    }
    return (LAPACK.multiplyByQ(.asStored, of: compact, rotated), target)
  }
}

extension Matrix {
  /// The symmetric matrix −(M + Mᵀ) / 2.
  var negatedSymmetricPart: Matrix {
    var result = self
    for j in 0..<columns {
      for i in 0..<rows { result[i, j] = -(self[i, j] + self[j, i]) / 2 }
    }
    return result
  }
}
