import Testing

@testable import LinearAlgebra

@Suite struct ColumnScalingTests {
  @Test(arguments: 0..<100) func scaledColumnsHaveLengthsBetweenOneAndTwo(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let matrix = generator.tallMatrix()
    let scaled = ColumnScaling(matrix).apply(to: matrix)
    for j in 0..<matrix.columns {
      let length = sumOfSquares(scaled.column(j)).squareRoot()
      #expect(length >= 0.999 && length <= 2.001)
    }
  }

  @Test func factorsArePowersOfTwo() {
    let scaling = ColumnScaling(Matrix(rows: [[3, 0.1, 2014]]))
    #expect(scaling.factors == [0.5, 16, 1.0 / 1024])
  }

  @Test func zerosAndExtremesAreLeftFinite() {
    let scaling = ColumnScaling(Matrix(rows: [[0, .leastNonzeroMagnitude, 1e308, 1e-308]]))
    #expect(scaling.factors[0] == 1)
    #expect(scaling.factors.allSatisfy { $0.isFinite && $0.isNormal })
  }

  @Test func coefficientsReturnToTheirUnits() {
    let scaling = ColumnScaling(Matrix(rows: [[4, 0.5]]))
    #expect(scaling.applyToRows(of: Matrix(column: [8, 3])) == Matrix(column: [2, 6]))
  }
}
