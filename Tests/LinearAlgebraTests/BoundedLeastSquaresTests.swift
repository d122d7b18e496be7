import Foundation
import LinearAlgebra
import Testing

/// A problem of Reference/bounded_least_squares.csv; the script that writes the table lies beside it.
struct BoundedProblem {
  let design: Matrix
  let response: [Double]
  let constraints: Matrix
  let values: [Double]
  let lower: [Double]
  let upper: [Double]
  let start: [Double]
  let solution: [Double]
  let sumOfSquares: Double

  static func table() throws -> [BoundedProblem] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/bounded_least_squares.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let fields = try line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        try field.split(separator: " ").map { try #require(Double($0)) }
      }
      try #require(fields.count == 10)
      let (n, p) = (Int(fields[0][0]), Int(fields[0][1]))
      return BoundedProblem(
        design: Matrix(rows: n, columns: p, storage: fields[1]), response: fields[2],
        constraints: Matrix(rows: fields[4].count, columns: p, storage: fields[3]),
        values: fields[4], lower: fields[5], upper: fields[6], start: fields[7],
        solution: fields[8], sumOfSquares: fields[9][0])
    }
  }

  func solved(from start: [Double]? = nil) throws -> BoundedLeastSquaresSolution {
    try boundedLeastSquares(
      design: design, response: response, constraints: constraints, values: values,
      lower: lower, upper: upper, start: start ?? self.start)
  }
}

@Suite struct BoundedLeastSquaresTests {
  @Test("The solutions are those that trying every set of holds finds, confirmed by SciPy's SLSQP")
  func reference() throws {
    let problems = try BoundedProblem.table()
    #expect(problems.count == 200)
    var holds = (lower: 0, upper: 0, free: 0)
    for (number, problem) in problems.enumerated() {
      let solved = try problem.solved()
      let size = 1 + problem.solution.reduce(0) { max($0, $1.magnitude) }
      for (found, expected) in zip(solved.coefficients, problem.solution) {
        #expect((found - expected).magnitude < 1e-9 * size, "\(number)")
      }
      #expect(
        (solved.residualSumOfSquares - problem.sumOfSquares).magnitude
          <= 1e-10 * (1 + problem.sumOfSquares), "\(number)")
      let reached = problem.constraints * Matrix(column: solved.coefficients)
      #expect(largestDifference(reached, Matrix(column: problem.values)) < 1e-12 * size)
      holds.lower += solved.holds.count { $0 == .lower }
      holds.upper += solved.holds.count { $0 == .upper }
      holds.free += solved.holds.count { $0 == .free }
    }
    #expect(holds.lower > 100 && holds.upper > 100 && holds.free > 200)
  }

  /// A sum to be shared: ‖x − c‖ with Σ x = 6, 0 ≤ x ≤ 3.
  private func shared(
    _ wishes: [Double], start: [Double], upper: Double = 3
  ) throws -> BoundedLeastSquaresSolution {
    try boundedLeastSquares(
      design: .identity(wishes.count), response: wishes,
      constraints: Matrix(rows: [wishes.map { _ in 1 }]), values: [6],
      lower: wishes.map { _ in 0 }, upper: wishes.map { _ in upper }, start: start)
  }

  @Test("A start at a corner, where the multiplier is not determined, leads to the same solution")
  func corners() throws {
    for start in [[3, 3, 0, 0], [0, 0, 3, 3], [3, 0, 0, 3], [1.5, 1.5, 1.5, 1.5]] {
      let solved = try shared([5, 2, 1, -4], start: start)
      for (found, expected) in zip(solved.coefficients, [3, 2, 1, 0.0]) {
        #expect((found - expected).magnitude < 1e-13)
      }
      #expect(solved.holds[0] == .upper && solved.holds[3] == .lower)
    }
  }

  @Test("Without bounds it is the equality-constrained solution")
  func unbounded() throws {
    var generator = SeededGenerator(seed: 7)
    let design = generator.matrix(9, 4)
    let response = generator.values(9)
    let constraints = generator.matrix(1, 4)
    let start = generator.values(4)
    let values = (constraints * Matrix(column: start)).storage
    let free = Array(repeating: Double.infinity, count: 4)
    let bounded = try boundedLeastSquares(
      design: design, response: response, constraints: constraints, values: values,
      lower: free.map { -$0 }, upper: free, start: start)
    let plain = try equalityConstrainedLeastSquares(
      design: design, response: response, constraints: constraints, values: values)
    for (one, other) in zip(bounded.coefficients, plain.coefficients) {
      #expect((one - other).magnitude < 1e-13)
    }
    #expect(bounded.holds.allSatisfy { $0 == .free } && bounded.steps == 1)
  }

  @Test("Many equal coefficients at their bounds do not make the search go round")
  func degenerate() throws {
    let wishes = Array(repeating: 0.0, count: 12)
    let solved = try shared(
      wishes, start: Array(repeating: 3, count: 2) + Array(repeating: 0, count: 10))
    #expect(solved.coefficients.allSatisfy { ($0 - 0.5).magnitude < 1e-13 })
    // Only the bounds are left: twelve halves that may not exceed a half.
    let tight = try shared(wishes, start: Array(repeating: 0.5, count: 12), upper: 0.5)
    #expect(tight.coefficients == Array(repeating: 0.5, count: 12))
  }

  @Test("A coefficient whose bounds are one number stays")
  func fixed() throws {
    let solved = try boundedLeastSquares(
      design: .identity(3), response: [9, 0, 0], constraints: Matrix(rows: [[1, 1, 1]]),
      values: [4], lower: [1, 0, 0], upper: [1, 9, 9], start: [1, 3, 0])
    #expect(solved.coefficients[0] == 1)
    #expect(solved.coefficients.dropFirst().allSatisfy { ($0 - 1.5).magnitude < 1e-14 })
    let all = try boundedLeastSquares(
      design: .identity(1), response: [9], constraints: Matrix(column: [1]), values: [2],
      lower: [2], upper: [2], start: [2])
    #expect(all.coefficients == [2] && all.residualSumOfSquares == 49)
  }

  @Test("Redundant conditions are left out, a start that misses one is refused")
  func conditions() throws {
    func solve(_ start: [Double]) throws -> BoundedLeastSquaresSolution {
      try boundedLeastSquares(
        design: .identity(2), response: [0, 0], constraints: Matrix(rows: [[1, 1], [2, 2]]),
        values: [1, 2], lower: [0, 0], upper: [1, 0.25], start: start)
    }
    let solved = try solve([1, 0])
    #expect((solved.coefficients[0] - 0.75).magnitude < 1e-14 && solved.coefficients[1] == 0.25)
    let error = #expect(throws: LinearAlgebraError.self) { try solve([1, 0.25]) }
    guard case .inconsistentConstraints = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("Bad input") func badInput() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try boundedLeastSquares(
        design: Matrix(column: [1]), response: [1], constraints: Matrix(column: [1]),
        values: [1], lower: [.nan], upper: [2], start: [1])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try boundedLeastSquares(
        design: Matrix(rows: [[1, 0], [2, 0]]), response: [1, 2],
        constraints: Matrix(rows: [[1, 0]]), values: [1], lower: [0, 0], upper: [2, 2],
        start: [1, 1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try boundedLeastSquares(
        design: Matrix(column: [1]), response: [1], constraints: Matrix(column: [1]),
        values: [1], lower: [2], upper: [3], start: [1])
    }
  }
}
