import Testing

@testable import LinearAlgebra

@Suite struct LAPACKLeastSquaresTests {
  @Test func minimumNormOfAWideSystem() throws {
    let (solution, rank) = try LAPACK.minimumNorm(
      Matrix(rows: [[1, 1]]), Matrix(column: [2]), tolerance: 1e-12)
    #expect(largestDifference(solution, Matrix(column: [1, 1])) < 1e-15)
    #expect(rank == 1)
  }

  @Test func minimumNormOfZerosIsZero() throws {
    let (solution, rank) = try LAPACK.minimumNorm(
      Matrix(rows: 2, columns: 2, repeating: 0), Matrix(column: [1, 2]), tolerance: 1e-12)
    #expect(solution == Matrix(column: [0, 0]))
    #expect(rank == 0)
  }

  @Test func generalLinearModelReportsDeficiency() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      try LAPACK.generalLinearModel(
        design: Matrix(column: [1, 0]), factor: Matrix(rows: [[1, 0], [0, 0]]), response: [1, 1])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 0, columns: 1)) {
      try LAPACK.generalLinearModel(
        design: Matrix(column: [0, 0]), factor: Matrix.identity(2), response: [1, 1])
    }
  }

  @Test func equalityConstrainedReportsDeficiency() {
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 0, columns: 1)) {
      try LAPACK.equalityConstrained(
        design: Matrix.identity(2), response: [1, 1],
        constraints: Matrix(rows: [[0, 0]]), values: [0])
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try LAPACK.equalityConstrained(
        design: Matrix(rows: [[1, 0]]), response: [1],
        constraints: Matrix(rows: [[1, 0]]), values: [0])
    }
  }

  @Test func rowsMustAgree() async {
    await #expect(processExitsWith: .failure) {
      _ = try LAPACK.minimumNorm(Matrix.identity(2), Matrix(column: [1]), tolerance: 0)
    }
  }
}
