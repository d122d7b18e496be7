import LinearAlgebra
import Testing

@Suite struct LeastSquaresTests {
  @Test(arguments: 0..<200) func normalEquationsHold(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.tallMatrix()
    let responses = generator.matrix(design.rows, 3)
    let solution = try leastSquares(design: design, responses: responses)
    #expect(solution.method == .pivotedQR)
    #expect(solution.rank == design.columns)
    let left = design.transposedTimes(solution.residuals)
    for j in 0..<design.columns {
      let length = sumOfSquares(design.column(j)).squareRoot()
      #expect(left.row(j).allSatisfy { $0.magnitude <= 1e-14 * length })
    }
    let fitted = design * solution.coefficients
    for (index, response) in responses.storage.enumerated() {
      let rebuilt = fitted.storage[index] + solution.residuals.storage[index]
      #expect((rebuilt - response).magnitude < 1e-11)
    }
  }

  @Test(arguments: 0..<50) func sumsOfSquaresAreThoseOfTheResiduals(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let solution = try leastSquares(
      design: generator.matrix(8, 2), responses: generator.matrix(8, 2))
    for c in 0..<2 {
      #expect(solution.residualSumsOfSquares[c] == sumOfSquares(solution.residuals.column(c)))
    }
    #expect(solution.residualDegreesOfFreedom == 6)
  }

  @Test(arguments: 0..<50) func scalingAColumnScalesItsCoefficientExactly(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(7, 2)
    let responses = generator.matrix(7, 1)
    let scaled = Matrix(columns: [design.column(0), design.column(1).map { $0 * 1024 }])
    let first = try leastSquares(design: design, responses: responses)
    let second = try leastSquares(design: scaled, responses: responses)
    #expect(second.coefficients[0, 0] == first.coefficients[0, 0])
    #expect(second.coefficients[1, 0] * 1024 == first.coefficients[1, 0])
  }

  @Test func refinementBeatsThePlainSolution() throws {
    let points = (0...20).map(Double.init)
    let design = ExtendedMatrix.polynomial(points, degree: 8)
    let response = Matrix(column: points.map { x in (0...8).reduce(0) { sum, _ in sum * x + 1 } })
    func worst(_ steps: Int) throws -> Double {
      let solution = try leastSquares(
        design: design, responses: response, maximumRefinementSteps: steps)
      return solution.coefficients.storage.reduce(0) { max($0, ($1 - 1).magnitude) }
    }
    #expect(try worst(8) == 0)
    #expect(try worst(0) > 1e-12)
  }

  @Test func covarianceOfALineIsKnown() throws {
    let design = Matrix(columns: [[1, 1, 1, 1], [0, 1, 2, 3]])
    let solution = try leastSquares(design: design, responses: Matrix(column: [1, 3, 5, 7]))
    #expect(solution.coefficients == Matrix(column: [1, 2]))
    #expect(solution.residualSumsOfSquares[0] < 1e-30)
    let covariance = try #require(solution.unscaledCovariance)
    #expect(largestDifference(covariance, Matrix(rows: [[0.7, -0.3], [-0.3, 0.2]])) < 1e-16)
  }

  @Test func deficientDesignsTakeTheSmallestCoefficients() throws {
    let design = Matrix(columns: [[1, 2, 3], [1, 2, 3]])
    let solution = try leastSquares(design: design, responses: Matrix(column: [2, 4, 6]))
    #expect(solution.method == .minimumNorm)
    #expect(solution.rank == 1)
    #expect(solution.unscaledCovariance == nil)
    #expect(solution.refinementSteps == 0)
    #expect(largestDifference(solution.coefficients, Matrix(column: [1, 1])) < 1e-14)
    #expect(solution.residualDegreesOfFreedom == 2)
  }

  @Test(arguments: 0..<50) func deficientResidualsAreStillOrthogonal(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let base = generator.matrix(8, 2)
    let sum = zip(base.column(0), base.column(1)).map { $0 * 1000 + $1 }
    let design = Matrix(columns: [base.column(0), base.column(1), sum])
    let solution = try leastSquares(design: design, responses: generator.matrix(8, 2))
    #expect(solution.rank == 2)
    #expect(largest(design.transposedTimes(solution.residuals)) < 1e-10)
    #expect((solution.leverage.reduce(0, +) - 2).magnitude < 1e-12)
  }

  @Test func fewerRowsThanColumnsGiveAnExactFit() throws {
    let solution = try leastSquares(
      design: Matrix(rows: [[1, 2, 2]]), responses: Matrix(rows: [[9, 18]]))
    #expect(solution.method == .minimumNorm)
    #expect(largest(solution.residuals) < 1e-14)
  }

  @Test func oneRowOneColumnAndNoResponses() throws {
    let one = try leastSquares(design: Matrix(rows: [[4]]), responses: Matrix(rows: [[2]]))
    #expect(one.coefficients == Matrix(rows: [[0.5]]))
    #expect(one.residualDegreesOfFreedom == 0)
    #expect(one.leverage == [1])
    let none = try leastSquares(
      design: Matrix(column: [1, 2]), responses: Matrix(rows: 2, columns: 0, repeating: 0))
    #expect(none.coefficients.columns == 0)
    #expect(none.unscaledCovariance != nil)
    let deficient = try leastSquares(
      design: Matrix(column: [0, 0]), responses: Matrix(rows: 2, columns: 0, repeating: 0))
    #expect(deficient.rank == 0)
  }

  @Test(arguments: [1e-300, 1e-150, 1, 1e150, 1e300])
  func extremeSizesAreSolvedOrRefused(size: Double) throws {
    let design = Matrix(rows: [[1, 0], [1, size], [1, 2 * size]])
    for response in [1e-300, 1, 1e300] {
      let responses = Matrix(column: [response, 2 * response, 3 * response])
      do throws(LinearAlgebraError) {
        let solution = try leastSquares(design: design, responses: responses)
        let slope = solution.coefficients[1, 0] * size
        #expect((slope / response - 1).magnitude < 1e-6 || slope.magnitude < 1e-307)
      } catch {
        guard case .overflow = error else {
          Issue.record("\(error)")
          return
        }
        #expect(size != 1)
      }
    }
  }

  @Test func parallelFitsGiveTheSameBytes() async throws {
    var generator = SeededGenerator(seed: 7)
    let design = generator.matrix(12, 3)
    let responses = (0..<64).map { _ in generator.matrix(12, 2) }
    let serial = try responses.map { try leastSquares(design: design, responses: $0) }
    let parallel = try await withThrowingTaskGroup(of: (Int, LeastSquaresSolution).self) { group in
      for (index, response) in responses.enumerated() {
        group.addTask { (index, try leastSquares(design: design, responses: response)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(serial.indices.allSatisfy { serial[$0] == parallel[$0] })
  }

  @Test func badInput() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 1)) {
      try leastSquares(
        design: Matrix(rows: [[1, 2], [3, .infinity]]), responses: Matrix(column: [1, 2]))
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try leastSquares(design: Matrix(column: [1, 2]), responses: Matrix(column: [.nan, 2]))
    }
    await #expect(processExitsWith: .failure) {
      _ = try leastSquares(design: Matrix(column: [1, 2]), responses: Matrix(column: [1, 2, 3]))
    }
  }
}
