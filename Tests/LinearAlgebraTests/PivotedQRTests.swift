import Testing

@testable import LinearAlgebra

@Suite struct PivotedQRTests {
  @Test(arguments: 0..<200) func factorsReproduceTheMatrix(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let matrix = generator.tallMatrix()
    let qr = try PivotedQR(matrix)
    #expect(qr.rank == matrix.columns)
    let basis = qr.orthonormalBasis
    #expect(largestDifference(basis.transposedTimes(basis), .identity(qr.rank)) < 1e-14)
    let scaled = ColumnScaling(matrix).apply(to: matrix).selectingColumns(qr.pivots)
    #expect(largestDifference(basis * qr.upperFactor, scaled) < 1e-14)
  }

  @Test(arguments: 0..<100) func diagonalOfRFallsInSize(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let upper = try PivotedQR(generator.tallMatrix()).upperFactor
    for k in 1..<max(1, upper.rows) where upper.rows > 1 {
      #expect(upper[k, k].magnitude <= upper[k - 1, k - 1].magnitude * (1 + 1e-14))
    }
  }

  @Test(arguments: 0..<200) func leverageIsTheHatDiagonal(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let qr = try PivotedQR(generator.tallMatrix())
    #expect(qr.leverage.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect((accurateSum(qr.leverage) - Double(qr.rank)).magnitude < 1e-12)
  }

  @Test func leverageOfALineIsKnown() throws {
    let design = Matrix(columns: [[1, 1, 1], [0, 1, 2]])
    let leverage = try PivotedQR(design).leverage
    for (value, expected) in zip(leverage, [5.0 / 6, 1.0 / 3, 5.0 / 6]) {
      #expect((value - expected).magnitude < 1e-15)
    }
  }

  @Test(arguments: 0..<100) func covarianceInvertsTheCrossProduct(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var matrix = generator.matrix(9, 3)
    for j in 0..<3 { matrix[j, j] += 3 }
    let covariance = try PivotedQR(matrix).unscaledCovariance()
    let product = matrix.transposedTimes(matrix) * covariance
    #expect(largestDifference(product, .identity(3)) < 1e-13)
    #expect(covariance == covariance.transposed)
  }

  @Test func unitsDoNotDecideTheRank() throws {
    let years = (2015...2024).map(Double.init)
    let design = Matrix(columns: [
      years.map { _ in 1e-9 }, years.map { ($0 - 2019) * 1e6 },
      years.map { ($0 - 2019) * $0 * 1e12 },
    ])
    #expect(try PivotedQR(design).rank == 3)
  }

  @Test func repeatedColumnsAreFound() throws {
    let design = Matrix(columns: [[1, 1, 1], [1, 2, 3], [1000, 2000, 3000]])
    let qr = try PivotedQR(design)
    #expect(qr.rank == 2)
    #expect(qr.rankRule == .largerDimension)
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 2, columns: 3)) {
      try qr.requireFullRank()
    }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 2, columns: 3)) {
      try qr.unscaledCovariance()
    }
  }

  @Test func aCoarserRuleFindsFewerColumns() throws {
    let design = Matrix(columns: [[1, 1, 1], [1, 1, 1.001]])
    #expect(try PivotedQR(design).rank == 2)
    #expect(try PivotedQR(design, rankRule: .tolerance(0.01)).rank == 1)
  }

  @Test func zerosHaveNoRankAndNoCondition() throws {
    let qr = try PivotedQR(Matrix(rows: 2, columns: 2, repeating: 0))
    #expect(qr.rank == 0)
    #expect(qr.condition == .infinity)
    #expect(qr.leverage == [0, 0])
  }

  @Test func oneRowAndOneColumn() throws {
    let one = try PivotedQR(Matrix(rows: [[-4]]))
    #expect(one.rank == 1)
    #expect(one.condition == 1)
    #expect(try one.unscaledCovariance() == Matrix(rows: [[1.0 / 16]]))
    let wide = try PivotedQR(Matrix(rows: [[1, 2, 3]]))
    #expect(wide.rank == 1)
    #expect(wide.leverage == [1])
  }

  @Test func conditionGrowsAsColumnsAlign() throws {
    let near = Matrix(columns: [[1, 1, 1], [1, 1, 1 + 1e-6]])
    let condition = try PivotedQR(near).condition
    #expect(condition > 1e6 && condition < 1e8)
  }

  @Test func badInput() async {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try PivotedQR(Matrix(column: [1, .nan]))
    }
    await #expect(processExitsWith: .failure) {
      _ = try PivotedQR(Matrix(rows: 0, columns: 2, repeating: 0))
    }
  }
}
