import Testing

@testable import LinearAlgebra

@Suite struct LAPACKTriangularTests {
  let upper = Matrix(rows: [[2, 1], [0, 4]])

  @Test func solvesWithTheTriangleOrItsTranspose() throws {
    let right = Matrix(column: [4, 8])
    #expect(
      try LAPACK.solveTriangular(upper, .upper, .asStored, right) == Matrix(column: [1, 2]))
    #expect(
      try LAPACK.solveTriangular(upper, .upper, .transposed, right) == Matrix(column: [2, 1.5]))
  }

  @Test func onlyTheLeadingBlockIsRead() throws {
    let tall = Matrix(rows: [[2, 7], [9, 9], [9, 9]])
    #expect(
      try LAPACK.solveTriangular(tall, .upper, .asStored, Matrix(column: [4]))
        == Matrix(column: [2]))
  }

  @Test func aZeroOnTheDiagonalIsNamed() {
    let singular = Matrix(rows: [[2, 1], [0, 0]])
    #expect(throws: LinearAlgebraError.singular(index: 1)) {
      try LAPACK.solveTriangular(singular, .upper, .asStored, Matrix(column: [1, 1]))
    }
  }

  @Test func conditionOfADiagonalIsItsSpread() {
    let diagonal = Matrix(rows: [[8, 0], [0, 2]])
    #expect(LAPACK.reciprocalCondition(ofUpper: diagonal, order: 2) == 0.25)
    #expect(LAPACK.reciprocalCondition(ofUpper: diagonal, order: 1) == 1)
  }

  @Test func choleskyZeroesTheOtherTriangle() throws {
    let factor = try LAPACK.choleskyFactor(Matrix(rows: [[4, 2], [2, 5]]))
    #expect(factor == Matrix(rows: [[2, 0], [1, 2]]))
  }

  @Test func tooLargeATriangleTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try LAPACK.solveTriangular(
        Matrix.identity(2), .upper, .asStored, Matrix(column: [1, 2, 3]))
    }
    await #expect(processExitsWith: .failure) {
      _ = LAPACK.reciprocalCondition(ofUpper: Matrix.identity(2), order: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = try LAPACK.choleskyFactor(Matrix(rows: [[1, 2]]))
    }
  }
}
