import LinearAlgebra
import Testing

@Suite struct ExtendedMatrixTests {
  @Test func wholePowersHaveNoRemainder() {
    let design = ExtendedMatrix.polynomial([2, -3], degree: 3)
    #expect(design.leading == Matrix(rows: [[1, 2, 4, 8], [1, -3, 9, -27]]))
    #expect(design.trailing?.storage.allSatisfy { $0 == 0 } == true)
    #expect(design.rows == 2)
    #expect(design.columns == 4)
  }

  @Test func theSquareKeepsItsRoundingError() throws {
    let x = 1 + Double.ulpOfOne
    let design = ExtendedMatrix.polynomial([x], degree: 2)
    #expect(design.leading[0, 2] == 1 + 2 * Double.ulpOfOne)
    #expect(try #require(design.trailing)[0, 2] == Double.ulpOfOne * Double.ulpOfOne)
  }

  @Test func degreeZeroIsTheIntercept() {
    #expect(ExtendedMatrix.polynomial([5, 6], degree: 0).leading == Matrix(column: [1, 1]))
  }

  @Test func overflowIsInfiniteWithoutRemainder() throws {
    let design = ExtendedMatrix.polynomial([1e200], degree: 3)
    #expect(design.leading.row(0) == [1, 1e200, .infinity, .infinity])
    #expect(try #require(design.trailing).storage.allSatisfy { $0.isFinite })
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 2)) {
      try leastSquares(design: design, responses: Matrix(column: [1]))
    }
  }

  @Test func anOrdinaryMatrixIsExact() {
    #expect(ExtendedMatrix(Matrix.identity(2)).trailing == nil)
  }

  @Test func partsOfDifferentShapeTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = ExtendedMatrix(leading: Matrix.identity(2), trailing: Matrix.identity(3))
    }
  }
}
