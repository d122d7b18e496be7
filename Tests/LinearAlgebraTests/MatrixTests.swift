import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  let sample = Matrix(rows: [[1, 3, 5], [2, 4, 6]])

  @Test func storesColumnAfterColumn() {
    #expect(sample.storage == [1, 2, 3, 4, 5, 6])
    #expect(sample.rows == 2)
    #expect(sample.columns == 3)
    #expect(sample[1, 2] == 6)
    #expect(sample.row(1) == [2, 4, 6])
    #expect(sample.column(1) == [3, 4])
  }

  @Test func allInitializersAgree() {
    #expect(Matrix(columns: [[1, 2], [3, 4], [5, 6]]) == sample)
    #expect(Matrix(rows: 2, columns: 3, storage: [1, 2, 3, 4, 5, 6]) == sample)
    #expect(Matrix(column: [7, 8]) == Matrix(rows: [[7], [8]]))
    #expect(Matrix(rows: 2, columns: 2, repeating: 3) == Matrix(rows: [[3, 3], [3, 3]]))
    #expect(Matrix.identity(2) == Matrix(rows: [[1, 0], [0, 1]]))
  }

  @Test func entriesCanBeReplaced() {
    var matrix = sample
    matrix[0, 1] = -9
    #expect(matrix.storage == [1, 2, -9, 4, 5, 6])
  }

  @Test func transposingTwiceGivesTheMatrixBack() {
    #expect(sample.transposed == Matrix(rows: [[1, 2], [3, 4], [5, 6]]))
    #expect(sample.transposed.transposed == sample)
  }

  @Test func partsAreSelected() {
    #expect(sample.selectingColumns([2, 0]) == Matrix(rows: [[5, 1], [6, 2]]))
    #expect(sample.firstRows(1) == Matrix(rows: [[1, 3, 5]]))
    #expect(sample.firstRows(0).rows == 0)
  }

  @Test(arguments: 0..<50) func productsOfWholeNumbersAreExact(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let sizes = (0..<3).map { _ in Int.random(in: 1...7, using: &generator) }
    func whole(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns,
        storage: (0..<(rows * columns)).map { _ in
          Double(Int.random(in: -9...9, using: &generator))
        })
    }
    let left = whole(sizes[0], sizes[1])
    let right = whole(sizes[1], sizes[2])
    var naive = Matrix(rows: sizes[0], columns: sizes[2], repeating: 0)
    for i in 0..<sizes[0] {
      for j in 0..<sizes[2] {
        for k in 0..<sizes[1] { naive[i, j] += left[i, k] * right[k, j] }
      }
    }
    #expect(left * right == naive)
    #expect(left.transposed.transposedTimes(right) == naive)
  }

  @Test func emptyMatricesMultiply() {
    let none = Matrix(rows: 3, columns: 0, repeating: 0)
    #expect(
      none * Matrix(rows: 0, columns: 2, repeating: 0) == Matrix(rows: 3, columns: 2, repeating: 0))
    #expect((sample.transposed * Matrix(rows: 2, columns: 0, repeating: 0)).columns == 0)
    #expect(Matrix(rows: []).rows == 0)
  }

  @Test func theFirstEntryThatIsNotFiniteIsNamed() {
    var matrix = sample
    #expect(throws: Never.self) { try matrix.requireFinite() }
    matrix[1, 2] = .infinity
    #expect(sample.isFinite && !matrix.isFinite)
    matrix[0, 1] = .nan
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) { try matrix.requireFinite() }
  }

  @Test func describesShapeAndRows() {
    #expect(sample.description == "2×3 [1.0 3.0 5.0; 2.0 4.0 6.0]")
  }

  @Test func wrongShapesTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2, storage: [1, 2, 3])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: [[1, 2], [3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(columns: [[1, 2], [3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2)[2, 0] }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2) * Matrix.identity(3) }
  }
}
