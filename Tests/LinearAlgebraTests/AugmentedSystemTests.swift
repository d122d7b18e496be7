import Testing

@testable import LinearAlgebra

@Suite struct AugmentedSystemTests {
  private func system(_ matrix: Matrix) throws -> AugmentedSystem {
    AugmentedSystem(design: ExtendedMatrix(matrix), factorization: try PivotedQR(matrix))
  }

  @Test(arguments: 0..<100) func bothEquationsHold(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let design = generator.matrix(8, 3)
    let upper = generator.matrix(8, 2)
    let lower = generator.matrix(3, 2)
    let solution = try system(design).solve(upper: upper, lower: lower, maximumSteps: 8)
    let fitted = design * solution.coefficients
    let sum = Matrix(
      rows: 8, columns: 2, storage: zip(solution.residuals.storage, fitted.storage).map { $0 + $1 })
    let size = 1 + largest(solution.coefficients)
    #expect(largestDifference(sum, upper) < 1e-14 * size)
    let transposed = design.transposedTimes(solution.residuals)
    #expect(largestDifference(transposed, lower) < 1e-14 * size)
  }

  @Test func refinementFindsExactCoefficientsOfAHardProblem() throws {
    let points = (0...20).map(Double.init)
    let design = ExtendedMatrix.polynomial(points, degree: 5)
    let system = AugmentedSystem(design: design, factorization: try PivotedQR(design.leading))
    let response = points.map { x in 1 + x * (1 + x * (1 + x * (1 + x * (1 + x)))) }
    let solution = try system.solve(
      upper: Matrix(column: response), lower: Matrix(rows: 6, columns: 1, repeating: 0),
      maximumSteps: 8)
    #expect(solution.coefficients == Matrix(column: [1, 1, 1, 1, 1, 1]))
    #expect(largest(solution.residuals) < 1e-15)
    #expect(solution.steps >= 1 && solution.steps <= 4)
  }

  @Test func noStepsGiveThePlainSolution() throws {
    var generator = SeededGenerator(seed: 1)
    let design = generator.matrix(5, 2)
    let upper = generator.matrix(5, 1)
    let lower = Matrix(rows: 2, columns: 1, repeating: 0)
    let plain = try system(design).solve(upper: upper, lower: lower, maximumSteps: 0)
    let first = try PivotedQR(design).solveAugmented(upper: upper, lower: lower)
    #expect(plain.steps == 0)
    #expect(plain.coefficients == first.coefficients)
  }

  @Test func eachRightHandSideIsSolvedAsIfAlone() throws {
    var generator = SeededGenerator(seed: 2)
    let design = generator.matrix(7, 3)
    let upper = generator.matrix(7, 4)
    let zero = Matrix(rows: 3, columns: 4, repeating: 0)
    let together = try system(design).solve(upper: upper, lower: zero, maximumSteps: 8)
    for c in 0..<4 {
      let alone = try system(design).solve(
        upper: upper.selectingColumns([c]), lower: zero.selectingColumns([c]), maximumSteps: 8)
      let difference = largestDifference(
        alone.coefficients, together.coefficients.selectingColumns([c]))
      #expect(difference <= 2 * Double.ulpOfOne * (1 + largest(alone.coefficients)))
    }
  }
}
