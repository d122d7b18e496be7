import LinearAlgebra
import Testing

@Suite struct LeastSquaresOperatorTests {
  @Test(arguments: 0..<100) func operatorEqualsSolving(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(10, 3)
    let responses = generator.matrix(10, 5)
    let solved = try leastSquares(design: design, responses: responses)
    let operation = try LeastSquaresOperator(design: design)
    let coefficients = operation.coefficients(for: responses)
    let size = largest(operation.pseudoInverse)
    #expect(largestDifference(coefficients, solved.coefficients) < 1e-14 * (1 + size))
    let residuals = operation.residuals(of: responses, coefficients: coefficients)
    #expect(largestDifference(residuals, solved.residuals) < 1e-13 * (1 + size))
    #expect(operation.leverage == solved.leverage)
    #expect(operation.unscaledCovariance == solved.unscaledCovariance)
    #expect(operation.residualDegreesOfFreedom == 7)
    #expect(operation.condition == solved.condition)
  }

  @Test func calendarYearsKeepTheirDigits() throws {
    let years = (2015...2024).map(Double.init)
    let operation = try LeastSquaresOperator(
      design: Matrix(columns: [years.map { _ in 1 }, years]))
    let line = operation.coefficients(for: Matrix(column: years.map { 3 * $0 - 6000 }))
    #expect((line[1, 0] - 3).magnitude < 1e-13)
    #expect((line[0, 0] + 6000).magnitude < 1e-9)
  }

  @Test(arguments: 0..<50) func fourPenroseConditionsHold(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let base = generator.matrix(6, 2)
    let design = Matrix(columns: [base.column(0), base.column(1), base.column(0)])
    let operation = try LeastSquaresOperator(design: design)
    #expect(operation.method == .minimumNorm)
    #expect(operation.rank == 2)
    let inverse = operation.pseudoInverse
    let size = 1 + largest(inverse)
    let hat = design * inverse
    #expect(largestDifference(hat * design, design) < 1e-13 * size)
    #expect(largestDifference(inverse * hat, inverse) < 1e-13 * size * size)
    #expect(largestDifference(hat, hat.transposed) < 1e-13 * size)
  }

  @Test func aMissingResponseSpoilsItsOwnSeriesOnly() throws {
    let operation = try LeastSquaresOperator(design: Matrix(column: [1, 1]))
    let coefficients = operation.coefficients(for: Matrix(rows: [[.nan, 1], [1, 3]]))
    #expect(coefficients[0, 0].isNaN)
    #expect(coefficients[0, 1] == 2)
  }

  @Test func badInput() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try LeastSquaresOperator(design: Matrix(column: [.nan]))
    }
    await #expect(processExitsWith: .failure) {
      let operation = try LeastSquaresOperator(design: Matrix(column: [1, 1]))
      _ = operation.coefficients(for: Matrix(column: [1]))
    }
  }
}
