/// Least squares as one square system, whose solution can be corrected until it is right.
///
/// ```
///     ⎡ I  A ⎤ ⎡ r ⎤   ⎡ b ⎤
///     ⎣ Aᵀ 0 ⎦ ⎣ x ⎦ = ⎣ c ⎦
/// ```
///
/// With c = 0, x minimises ‖b − A x‖₂ and r is the residual. With b = 0 and c the unit vectors,
/// x is −(AᵀA)⁻¹. Each step measures by how much both equations are missed, in twice the precision
/// of `Double`, and solves for a correction with the same factors. As long as `condition` × 2⁻⁵³ is
/// well below 1, x ends correct to nearly the last bit, small coefficients included.
///
/// Source: Björck (1967), “Iterative refinement of linear least squares solutions I”; Demmel, Hida,
/// Li, Riedy (2009), “Extra-precise iterative refinement for overdetermined least squares problems”.
struct AugmentedSystem: Sendable {
  /// A, n × p of full column rank.
  let design: ExtendedMatrix

  /// The factors of A rounded to `Double`.
  let factorization: PivotedQR

  struct Solution: Sendable {
    /// r, n × m.
    var residuals: Matrix
    /// x, p × m.
    var coefficients: Matrix
    /// The number of corrections after the first solve.
    var steps: Int
  }

  /// Solves for many right-hand sides.
  ///
  /// A right-hand side is left alone once its correction is below the last bit of each coefficient,
  /// or no longer halves: then the factors cannot help further. Where the misfit overflows, nothing is
  /// corrected.
  ///
  /// - Parameters:
  ///   - upper: b, n × m with finite entries.
  ///   - lower: c, p × m with finite entries.
  ///   - maximumSteps: at most so many corrections; 0 gives the plain solution.
  /// - Returns: r, x and the number of corrections.
  /// - Throws: `LinearAlgebraError.rankDeficient` if the columns of A depend on each other, `overflow`
  ///   if an entry of x is too large for `Double`.
  /// - Complexity: O(n p m) a step; two or three steps are usual.
  func solve(
    upper: Matrix, lower: Matrix, maximumSteps: Int
  ) throws(LinearAlgebraError) -> Solution {
    let first = try factorization.solveAugmented(upper: upper, lower: lower)
    var solution = Solution(residuals: first.residuals, coefficients: first.coefficients, steps: 0)
    var active = Array(0..<upper.columns)
    var sizes = active.map { largestMagnitude(first.coefficients.column($0)) }
    while !active.isEmpty && solution.steps < maximumSteps {
      let missed = misfit(of: solution, upper: upper, lower: lower, columns: active)
      guard missed.upper.isFinite && missed.lower.isFinite else { break }
      let step = try factorization.solveAugmented(upper: missed.upper, lower: missed.lower)
      var stillActive: [Int] = []
      for (k, column) in active.enumerated() {
        let size = largestMagnitude(step.coefficients.column(k))
        // Written so that a NaN stops, too.
        guard size <= sizes[column] / 2 else { continue }
        sizes[column] = size
        if solution.add(step, from: k, to: column) { stillActive.append(column) }
      }
      active = stillActive
      solution.steps += 1
    }
    try solution.coefficients.requireRepresentable()
    return solution
  }

  /// Returns b − r − A x and c − Aᵀ r for some columns, each entry summed in double precision twice.
  private func misfit(
    of solution: Solution, upper: Matrix, lower: Matrix, columns: [Int]
  ) -> (upper: Matrix, lower: Matrix) {
    let n = design.rows
    let p = design.columns
    var missedUpper: [Double] = []
    var missedLower: [Double] = []
    missedUpper.reserveCapacity(n * columns.count)
    missedLower.reserveCapacity(p * columns.count)
    for c in columns {
      var sums = (0..<n).map { CompensatedSum(upper[$0, c]) }
      for i in 0..<n { sums[i].add(-solution.residuals[i, c]) }
      for j in 0..<p {
        let x = -solution.coefficients[j, c]
        for i in 0..<n { sums[i].addProduct(design.leading[i, j], x) }
        if let trailing = design.trailing {
          for i in 0..<n { sums[i].addSmallProduct(trailing[i, j], x) }
        }
        var sum = CompensatedSum(lower[j, c])
        for i in 0..<n {
          sum.addProduct(design.leading[i, j], -solution.residuals[i, c])
        }
        if let trailing = design.trailing {
          for i in 0..<n { sum.addSmallProduct(trailing[i, j], -solution.residuals[i, c]) }
        }
        missedLower.append(sum.value)
      }
      for sum in sums { missedUpper.append(sum.value) }
    }
    return (
      Matrix(rows: n, columns: columns.count, storage: missedUpper),
      Matrix(rows: p, columns: columns.count, storage: missedLower)
    )
  }
}

extension AugmentedSystem.Solution {
  /// Adds a correction to one column; says whether it mattered to a coefficient.
  fileprivate mutating func add(
    _ step: (residuals: Matrix, coefficients: Matrix), from source: Int, to column: Int
  ) -> Bool {
    for i in 0..<residuals.rows { residuals[i, column] += step.residuals[i, source] }
    var largest = 0.0
    for j in 0..<coefficients.rows {
      coefficients[j, column] += step.coefficients[j, source]
      largest = max(largest, coefficients[j, column].magnitude)
    }
    // A coefficient that is truly zero only ever shrinks: it is done at ε² of the largest.
    let floor = largest * Double.ulpOfOne * Double.ulpOfOne
    return (0..<coefficients.rows).contains { j in
      let own = coefficients[j, column].magnitude * Double.ulpOfOne / 2
      return step.coefficients[j, source].magnitude > max(own, floor)
    }
  }
}

private func largestMagnitude(_ values: [Double]) -> Double {
  values.reduce(0) { $1.isNaN ? .nan : max($0, $1.magnitude) }
}
