import Testing

@testable import LinearAlgebra

@Suite struct LAPACKOrthogonalTests {
  @Test(arguments: 0..<50) func applyingQAndItsTransposeGivesTheMatrixBack(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let qr = LAPACK.pivotedQR(generator.matrix(6, 3))
    let right = generator.matrix(6, 2)
    let there = LAPACK.multiplyByQ(.transposed, of: qr, right)
    let back = LAPACK.multiplyByQ(.asStored, of: qr, there)
    #expect(largestDifference(back, right) < 1e-14)
    #expect(qr.pivots.sorted() == [0, 1, 2])
  }

  @Test func noColumnsArePassedThrough() {
    let qr = LAPACK.pivotedQR(Matrix.identity(2))
    let none = Matrix(rows: 2, columns: 0, repeating: 0)
    #expect(LAPACK.multiplyByQ(.asStored, of: qr, none) == none)
  }

  @Test func rowsMustAgree() async {
    await #expect(processExitsWith: .failure) {
      let qr = LAPACK.pivotedQR(Matrix.identity(2))
      _ = LAPACK.multiplyByQ(.asStored, of: qr, Matrix.identity(3))
    }
  }
}
