import LinearAlgebra
import Testing

@Suite struct CholeskyTests {
  @Test(arguments: 0..<100) func factorReproducesTheCovariance(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let covariance = generator.covariance(1 + seed % 7)
    let factor = try Cholesky(covariance).lowerFactor
    #expect(largestDifference(factor * factor.transposed, covariance) < 1e-14)
  }

  @Test(arguments: 0..<50) func whiteningUndoesTheFactor(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let cholesky = try Cholesky(generator.covariance(5))
    let noise = generator.matrix(5, 3)
    let whitened = try cholesky.whitening(cholesky.lowerFactor * noise)
    #expect(largestDifference(whitened, noise) < 1e-12)
  }

  @Test func logDeterminantOfADiagonal() throws {
    let cholesky = try Cholesky(Matrix(rows: [[4, 0], [0, 0.25]]))
    #expect(cholesky.logDeterminant.magnitude < 1e-16)
    #expect(try Cholesky(Matrix(rows: [[1]])).logDeterminant == 0)
  }

  @Test func refusalsNameThePlace() throws {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      try Cholesky(Matrix(rows: [[1, 2], [2, 1]]))
    }
    #expect(throws: LinearAlgebraError.notSymmetric(row: 0, column: 1)) {
      try Cholesky(Matrix(rows: [[1, 0.5], [0.4, 1]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try Cholesky(Matrix(rows: [[.nan]]))
    }
    let cholesky = try Cholesky(Matrix.identity(2))
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try cholesky.whitening(Matrix(column: [1, .infinity]))
    }
  }

  @Test func wrongShapesTrap() async {
    await #expect(processExitsWith: .failure) { _ = try Cholesky(Matrix(rows: [[1, 2]])) }
    await #expect(processExitsWith: .failure) {
      _ = try Cholesky(Matrix.identity(2)).whitening(Matrix(column: [1]))
    }
  }
}
