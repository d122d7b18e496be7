import LinearAlgebra
import Testing

@Suite struct EqualityConstrainedLeastSquaresTests {
  @Test(arguments: 0..<200) func constraintsHoldAndTheRestIsOptimal(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(9, 4)
    let response = generator.values(9)
    let constraints = generator.matrix(2, 4)
    let values = generator.values(2)
    let solution = try equalityConstrainedLeastSquares(
      design: design, response: response, constraints: constraints, values: values)
    let reached = constraints * Matrix(column: solution.coefficients)
    let size = 1 + solution.coefficients.reduce(0) { max($0, $1.magnitude) }
    #expect(largestDifference(reached, Matrix(column: values)) < 1e-14 * size)
    #expect(solution.constraintRank == 2)

    // At the optimum the gradient is a combination of the constraints' rows.
    let gradient = design.transposedTimes(Matrix(column: solution.residuals))
    let explained = try leastSquares(design: constraints.transposed, responses: gradient)
    #expect(largest(explained.residuals) < 1e-12 * size * explained.condition)
  }

  @Test func aSlopeCanBeFixed() throws {
    let solution = try equalityConstrainedLeastSquares(
      design: Matrix(columns: [[1, 1, 1], [0, 1, 2]]), response: [1, 2, 6],
      constraints: Matrix(rows: [[0, 1]]), values: [2])
    #expect((solution.coefficients[1] - 2).magnitude < 1e-15)
    #expect((solution.coefficients[0] - 1).magnitude < 1e-14)
    #expect((solution.residualSumOfSquares - 2).magnitude < 1e-13)
  }

  @Test func asManyConstraintsAsCoefficientsDecideAll() throws {
    let solution = try equalityConstrainedLeastSquares(
      design: Matrix(rows: [[5, 7]]), response: [1],
      constraints: Matrix(rows: [[1, 1], [1, -1]]), values: [3, 1])
    #expect((solution.coefficients[0] - 2).magnitude < 1e-15)
    #expect((solution.coefficients[1] - 1).magnitude < 1e-15)
  }

  @Test func redundantConstraintsAreLeftOut() throws {
    let solution = try equalityConstrainedLeastSquares(
      design: Matrix.identity(2), response: [0, 0],
      constraints: Matrix(rows: [[1, 1], [2, 2], [0, 0]]), values: [1, 2, 0])
    #expect(solution.constraintRank == 1)
    #expect(solution.coefficients.allSatisfy { ($0 - 0.5).magnitude < 1e-15 })
  }

  @Test func contradictionsAreRefused() {
    let error = #expect(throws: LinearAlgebraError.self) {
      try equalityConstrainedLeastSquares(
        design: Matrix.identity(2), response: [0, 0],
        constraints: Matrix(rows: [[1, 1], [1, 1]]), values: [1, 2])
    }
    guard case .inconsistentConstraints(let relativeResidual) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(relativeResidual > 0.1)
  }

  @Test func undeterminedCoefficientsAreRefused() {
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try equalityConstrainedLeastSquares(
        design: Matrix(rows: [[1, 0], [2, 0]]), response: [1, 2],
        constraints: Matrix(rows: [[1, 0]]), values: [1])
    }
  }

  @Test func badInput() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try equalityConstrainedLeastSquares(
        design: Matrix(column: [1]), response: [1],
        constraints: Matrix(column: [1]), values: [.nan])
    }
    await #expect(processExitsWith: .failure) {
      _ = try equalityConstrainedLeastSquares(
        design: Matrix(column: [1]), response: [1],
        constraints: Matrix(rows: [[1, 2]]), values: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try equalityConstrainedLeastSquares(
        design: Matrix(column: [1]), response: [1, 2],
        constraints: Matrix(column: [1]), values: [1])
    }
  }
}
