import LinearAlgebra
import Testing

@Suite struct GeneralizedLeastSquaresTests {
  @Test(arguments: 0..<100) func whiteningAndTheGeneralModelAgree(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.tallMatrix()
    let responses = generator.matrix(design.rows, 2)
    let covariance = generator.covariance(design.rows)
    let whitened = try generalizedLeastSquares(
      design: design, responses: responses, covariance: covariance)
    let factor = try Cholesky(covariance).lowerFactor
    for c in 0..<2 {
      let direct = try generalLinearModel(
        design: design, response: responses.column(c), covarianceFactor: factor)
      for j in 0..<design.columns {
        let error = whitened.unscaledCovariance[j, j].squareRoot()
        let difference = direct.coefficients[j] - whitened.coefficients[j, c]
        #expect(difference.magnitude <= 1e-11 * (error + direct.coefficients[j].magnitude))
      }
      let difference = direct.noiseSumOfSquares - whitened.whitenedResidualSumsOfSquares[c]
      #expect(difference.magnitude <= 1e-11 * (1 + direct.noiseSumOfSquares))
    }
  }

  @Test(arguments: 0..<100) func generalisedNormalEquationsHold(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(7, 2)
    let covariance = generator.covariance(7)
    let solution = try generalizedLeastSquares(
      design: design, responses: generator.matrix(7, 1), covariance: covariance)
    let whitened = try Cholesky(covariance).whitening(design)
    #expect(largest(whitened.transposedTimes(solution.whitenedResiduals)) < 1e-13)
    let information = whitened.transposedTimes(whitened)
    #expect(largestDifference(information * solution.unscaledCovariance, .identity(2)) < 1e-12)
    #expect(solution.residualDegreesOfFreedom == 5)
  }

  @Test(arguments: 0..<20) func unitCovarianceIsOrdinaryLeastSquares(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(6, 2)
    let responses = generator.matrix(6, 3)
    let ordinary = try leastSquares(design: design, responses: responses)
    let general = try generalizedLeastSquares(
      design: design, responses: responses, covariance: .identity(6))
    #expect(general.coefficients == ordinary.coefficients)
    #expect(general.unscaledCovariance == ordinary.unscaledCovariance)
    #expect(general.logDeterminant == 0)
  }

  @Test func weightsAreInverseVariances() throws {
    let solution = try generalizedLeastSquares(
      design: Matrix(column: [1, 1]), responses: Matrix(column: [0, 10]),
      covariance: Matrix(rows: [[4, 0], [0, 1]]))
    #expect((solution.coefficients[0, 0] - 8).magnitude < 1e-14)
    #expect((solution.unscaledCovariance[0, 0] - 0.8).magnitude < 1e-15)
  }

  @Test func aSingularFactorIsAllowedWhereTheDesignExplainsAll() throws {
    let solution = try generalLinearModel(
      design: Matrix(column: [1, 1]), response: [3, 4],
      covarianceFactor: Matrix(rows: [[0, 0], [0, 1]]))
    #expect((solution.coefficients[0] - 3).magnitude < 1e-15)
    #expect((solution.noiseSumOfSquares - 1).magnitude < 1e-14)
  }

  @Test func refusals() async {
    let design = Matrix(columns: [[1, 1, 1], [2, 2, 2]])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try generalizedLeastSquares(
        design: design, responses: Matrix(column: [1, 2, 3]), covariance: .identity(3))
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try generalLinearModel(design: design, response: [1, 2, 3], covarianceFactor: .identity(3))
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 0)) {
      try generalLinearModel(
        design: Matrix(column: [1, 2, 3]), response: [1, 2, .nan], covarianceFactor: .identity(3))
    }
    await #expect(processExitsWith: .failure) {
      _ = try generalLinearModel(
        design: Matrix.identity(2), response: [1], covarianceFactor: .identity(2))
    }
    await #expect(processExitsWith: .failure) {
      _ = try generalLinearModel(
        design: Matrix(rows: [[1, 2]]), response: [1], covarianceFactor: .identity(1))
    }
  }
}
