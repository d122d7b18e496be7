import Testing

@testable import LinearAlgebra

@Suite struct LAPACKProductTests {
  @Test func usesTheTransposeWithoutFormingIt() {
    let left = Matrix(rows: [[1, 2], [3, 4], [5, 6]])
    let right = Matrix(column: [1, 0, -1])
    #expect(LAPACK.product(left, .transposed, right) == Matrix(column: [-4, -4]))
  }

  @Test func anEmptyInnerDimensionGivesZeros() {
    let result = LAPACK.product(
      Matrix(rows: 2, columns: 0, repeating: 1), .asStored,
      Matrix(rows: 0, columns: 1, repeating: 1))
    #expect(result == Matrix(column: [0, 0]))
  }

  @Test func innerDimensionsMustAgree() async {
    await #expect(processExitsWith: .failure) {
      _ = LAPACK.product(Matrix.identity(2), .transposed, Matrix.identity(3))
    }
  }
}
