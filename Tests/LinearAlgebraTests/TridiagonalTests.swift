import LinearAlgebra
import Testing

@Suite struct TridiagonalTests {
  /// Returns a matrix of three diagonals that is positive definite, and the same as a dense one.
  private func matrices(_ order: Int, seed: Int) -> (PositiveTridiagonal, Matrix) {
    var generator = SeededGenerator(seed: seed)
    var matrix = PositiveTridiagonal(order: order)
    var dense = Matrix(rows: order, columns: order, repeating: 0)
    matrix.offDiagonal = generator.values(order - 1)
    for index in 0..<order {
      matrix.diagonal[index] = 2.1 + generator.values(1)[0] / 10
      dense[index, index] = matrix.diagonal[index]
      if index + 1 < order {
        dense[index, index + 1] = matrix.offDiagonal[index]
        dense[index + 1, index] = matrix.offDiagonal[index]
      }
    }
    return (matrix, dense)
  }

  @Test(arguments: 1...40) func agreesWithADenseSolve(order: Int) throws {
    let (matrix, dense) = matrices(order, seed: order)
    var generator = SeededGenerator(seed: 100 + order)
    let right = generator.values(order)
    let solution = try matrix.solution(right)
    let expected = try leastSquares(design: dense, responses: Matrix(column: right)).coefficients
    #expect(largestDifference(Matrix(column: solution), expected) < 1e-12)
    let product = dense * Matrix(column: solution)
    #expect(largestDifference(product, Matrix(column: right)) < 1e-12)
  }

  @Test func theMatrixIsUsedAgainAsItWas() throws {
    let (matrix, _) = matrices(6, seed: 1)
    let copy = matrix
    let right = [1.0, 2, 3, 4, 5, 6]
    #expect(try matrix.solution(right) == matrix.solution(right))
    #expect(matrix == copy)
  }

  @Test func refusalsNameTheMinor() {
    var matrix = PositiveTridiagonal(order: 2)
    (matrix.diagonal, matrix.offDiagonal) = ([1, 1], [2])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      _ = try matrix.solution([1, 1])
    }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 1)) {
      _ = try PositiveTridiagonal(order: 3).solution([1, 1, 1])
    }
  }

  @Test func wrongShapesTrap() async {
    await #expect(processExitsWith: .failure) { _ = PositiveTridiagonal(order: 0) }
    await #expect(processExitsWith: .failure) {
      _ = try PositiveTridiagonal(order: 2).solution([1])
    }
  }
}
