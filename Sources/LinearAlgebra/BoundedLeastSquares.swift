/// Coefficients that meet linear conditions and bounds and fit as well as these allow.
package struct BoundedLeastSquaresSolution: Sendable, Equatable {
  /// Which bound holds a coefficient.
  package enum Hold: Sendable, Equatable {
    /// None.
    case free
    /// The lower bound.
    case lower
    /// The upper bound.
    case upper
  }

  /// x, p values.
  package let coefficients: [Double]

  /// c − A x, n values.
  package let residuals: [Double]

  /// Σ of the squared residuals.
  package let residualSumOfSquares: Double

  /// What holds each coefficient, p values.
  package let holds: [Hold]

  /// The number of equality-constrained problems that were solved on the way.
  package let steps: Int
}

/// Solves min ‖c − A x‖₂ subject to B x = d and l ≤ x ≤ u.
///
/// A primal active set: the coefficients that no bound holds are found by LAPACK's equality-constrained
/// least squares, the step to them is cut short at the first bound in its way, and a bound whose multiplier
/// has the wrong sign lets its coefficient go. The end satisfies the conditions of Karush, Kuhn and
/// Tucker, which for a convex problem are enough:
///
/// ```
///     Aᵀ(A x − c) + Bᵀλ = z,   zⱼ = 0 where free, zⱼ ≥ 0 at lower, zⱼ ≤ 0 at upper bounds
/// ```
///
/// The sum of squares falls with every step of some length, so that no set of holds comes back; after a
/// step of no length the least index is let go and held (Chang, Cottle 1980), so that there is an end.
/// A coefficient with l = u never moves.
///
/// - Parameters:
///   - design: A, n × p.
///   - response: c, n values.
///   - constraints: B, q × p; rows may depend on each other.
///   - values: d, q values.
///   - lower: l, p values; −∞ where there is no bound.
///   - upper: u, p values; +∞ where there is no bound.
///   - start: any x that meets the conditions and the bounds; the solution does not depend on it.
/// - Returns: x, residuals, and which bounds hold.
/// - Throws: `LinearAlgebraError.notFinite` for an entry, or for a NaN among the bounds;
///   `inconsistentConstraints` if `start` misses a condition by more than √ε of the sizes involved;
///   `rankDeficient` if the free columns of (A; B) depend on each other, `overflow`;
///   `noConvergence` after 100·(p + 1) steps, which rounding alone could cause.
/// - Precondition: the shapes fit; n, p, q ≥ 1; l ≤ start ≤ u.
/// - Complexity: O((n + q) p²) a step, about as many steps as bounds that hold.
///
/// Source: Nocedal, Wright (2006), Numerical Optimization, algorithm 16.3; LAPACK `dgglse`; Chang, Cottle
/// (1980), “Least-index resolution of degeneracy in quadratic programming”.
package func boundedLeastSquares(
  design: Matrix, response: [Double], constraints: Matrix, values: [Double],
  lower: [Double], upper: [Double], start: [Double]
) throws(LinearAlgebraError) -> BoundedLeastSquaresSolution {
  let count = design.columns
  precondition(design.rows == response.count && constraints.rows == values.count, "shapes differ")
  precondition(constraints.columns == count, "constraints on \(constraints.columns) of \(count)")
  precondition(
    lower.count == count && upper.count == count && start.count == count,
    "\(count) coefficients, \(lower.count) and \(upper.count) bounds, \(start.count) to start with")
  try design.requireFinite()
  try constraints.requireFinite()
  try Matrix(column: response).requireFinite()
  try Matrix(column: values).requireFinite()
  try Matrix(column: start).requireFinite()
  for bounds in [lower, upper] {
    if let j = bounds.firstIndex(where: \.isNaN) { throw .notFinite(row: j, column: 0) }
  }
  precondition(
    (0..<count).allSatisfy { lower[$0] <= start[$0] && start[$0] <= upper[$0] },
    "the start is out of bounds")
  var search = try ActiveSet(
    design: design, response: response, constraints: constraints, values: values,
    lower: lower, upper: upper, start: start)
  try search.run()
  let residuals = search.residuals
  return BoundedLeastSquaresSolution(
    coefficients: search.x, residuals: residuals, residualSumOfSquares: sumOfSquares(residuals),
    holds: search.holds, steps: search.steps)
}

/// The state of one search: a point that meets all conditions, and which bounds hold it.
private struct ActiveSet {
  let design: Matrix
  let response: [Double]
  let constraints: Matrix
  let lower: [Double]
  let upper: [Double]
  let magnitudes: (design: Matrix, constraints: Matrix)
  var x: [Double]
  var holds: [BoundedLeastSquaresSolution.Hold]
  var steps = 0

  /// How far a number may lie on the wrong side, relative to the terms that it is made of.
  private static let tolerance = 0x1p-42

  init(
    design: Matrix, response: [Double], constraints: Matrix, values: [Double],
    lower: [Double], upper: [Double], start: [Double]
  ) throws(LinearAlgebraError) {
    self.design = design
    self.response = response
    self.constraints = constraints
    self.lower = lower
    self.upper = upper
    magnitudes = (Self.magnitudes(design), Self.magnitudes(constraints))
    x = start
    holds = start.indices.map { j in
      start[j] == lower[j] ? .lower : start[j] == upper[j] ? .upper : .free
    }
    try requireFeasible(values)
    try freeBasis()
  }

  private static func magnitudes(_ matrix: Matrix) -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns, storage: matrix.storage.map(\.magnitude))
  }

  private func requireFeasible(_ values: [Double]) throws(LinearAlgebraError) {
    let reached = constraints * Matrix(column: x)
    let sizes = magnitudes.constraints * Matrix(column: x.map(\.magnitude))
    for i in values.indices {
      let size = sizes[i, 0] + values[i].magnitude
      let missed = (reached[i, 0] - values[i]).magnitude
      guard missed <= size * Double.ulpOfOne.squareRoot() else {
        throw .inconsistentConstraints(relativeResidual: missed / size)
      }
    }
  }

  /// Lets coefficients at bounds go until the free ones could meet the conditions by themselves: the
  /// multipliers of the conditions are only determined then.
  private mutating func freeBasis() throws(LinearAlgebraError) {
    let movable = x.indices.filter { lower[$0] < upper[$0] }
    guard !movable.isEmpty else { return }
    let rank = try PivotedQR(constraints.selectingColumns(movable)).rank
    func rankOfFree(with j: Int?) throws(LinearAlgebraError) -> Int {
      let chosen = x.indices.filter { holds[$0] == .free } + [j].compactMap(\.self)
      return chosen.isEmpty ? 0 : try PivotedQR(constraints.selectingColumns(chosen)).rank
    }
    var current = try rankOfFree(with: nil)
    for j in movable where current < rank && holds[j] != .free {
      let extended = try rankOfFree(with: j)
      guard extended > current else { continue }
      holds[j] = .free
      current = extended
    }
  }

  var residuals: [Double] {
    (0..<design.rows).map { i in
      var sum = CompensatedSum(response[i])
      for j in x.indices { sum.addProduct(-design[i, j], x[j]) }
      return sum.value
    }
  }

  mutating func run() throws(LinearAlgebraError) {
    var isStuck = false
    while true {
      steps += 1
      guard steps <= 100 * (x.count + 1) else { throw .noConvergence(remaining: x.count) }
      let free = x.indices.filter { holds[$0] == .free }
      let isBlocked = try move(free, isStuck: &isStuck)
      if isBlocked { continue }
      guard let released = try wronglyHeld(free, leastIndex: isStuck) else { return }
      holds[released] = .free
    }
  }

  /// Goes to the best point of the free coefficients, or to the first bound in the way.
  ///
  /// - Returns: whether a bound was in the way.
  private mutating func move(_ free: [Int], isStuck: inout Bool) throws(LinearAlgebraError) -> Bool
  {
    guard !free.isEmpty else { return false }
    let step = try equalityConstrainedLeastSquares(
      design: design.selectingColumns(free), response: residuals,
      constraints: constraints.selectingColumns(free),
      values: Array(repeating: 0, count: constraints.rows)
    ).coefficients
    let size = zip(free, step).reduce(0) { max($0, x[$1.0].magnitude, $1.1.magnitude) }
    let noise = size * Self.tolerance
    var (length, blocking) = (1.0, -1)
    for (j, change) in zip(free, step) where change.magnitude > noise {
      let room = change < 0 ? lower[j] - x[j] : upper[j] - x[j]
      if room / change < length { (length, blocking) = (max(0, room / change), j) }
    }
    for (j, change) in zip(free, step) {
      x[j] = min(max(x[j] + length * change, lower[j]), upper[j])
    }
    guard blocking >= 0, let change = zip(free, step).first(where: { $0.0 == blocking })?.1 else {
      if step.contains(where: { $0.magnitude > noise }) { isStuck = false }
      return false
    }
    x[blocking] = change < 0 ? lower[blocking] : upper[blocking]
    holds[blocking] = change < 0 ? .lower : .upper
    isStuck = length == 0
    return true
  }

  /// Returns a coefficient that its bound keeps from a better fit: the one whose multiplier is worst, or
  /// the first where the search is stuck; nil at the optimum.
  private func wronglyHeld(
    _ free: [Int], leastIndex: Bool
  ) throws(LinearAlgebraError) -> Int? {
    let residual = Matrix(column: residuals)
    let gradient = design.transposedTimes(residual).storage.map { -$0 }
    let fitted = magnitudes.design * Matrix(column: x.map(\.magnitude))
    let terms = zip(response, fitted.storage).map { $0.magnitude + $1 }
    var sizes = magnitudes.design.transposedTimes(Matrix(column: terms)).storage
    var signed = gradient
    if !free.isEmpty {
      let multipliers = try leastSquares(
        design: constraints.selectingColumns(free).transposed,
        responses: Matrix(column: free.map { -gradient[$0] })
      ).coefficients
      let pull = constraints.transposedTimes(multipliers).storage
      let pullSizes = magnitudes.constraints.transposedTimes(Self.magnitudes(multipliers)).storage
      for j in signed.indices {
        signed[j] += pull[j]
        sizes[j] += pullSizes[j]
      }
    }
    var (worst, index): (Double, Int?) = (Self.tolerance, nil)
    for j in x.indices where holds[j] != .free && lower[j] < upper[j] {
      let outward = holds[j] == .lower ? -signed[j] : signed[j]
      let wrong = outward / max(sizes[j], .leastNormalMagnitude)
      guard wrong > worst else { continue }
      (worst, index) = (wrong, j)
      if leastIndex { return j }
    }
    return index
  }
}
