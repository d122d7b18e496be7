/// A dense rectangle of numbers, stored column by column.
///
/// ```
///     ⎡ 1 3 5 ⎤
///     ⎣ 2 4 6 ⎦     rows = 2, columns = 3, storage = [1, 2, 3, 4, 5, 6]
/// ```
///
/// Entry (i, j) stands at `storage[i + j * rows]`; both indices start at 0. A matrix may have no
/// rows or no columns. Entries may be NaN or infinite: each algorithm says what it does with them.
package struct Matrix: Sendable, Equatable {
  package let rows: Int
  package let columns: Int

  /// The entries in column-major order, `rows * columns` values.
  package private(set) var storage: [Double]

  /// Creates a matrix whose entries are all the same.
  package init(rows: Int, columns: Int, repeating value: Double) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows)×\(columns)")
    self.rows = rows
    self.columns = columns
    storage = Array(repeating: value, count: rows * columns)
  }

  /// Creates a matrix from entries that are already in column-major order.
  ///
  /// - Precondition: `storage.count == rows * columns`.
  package init(rows: Int, columns: Int, storage: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows)×\(columns)")
    precondition(
      storage.count == rows * columns,
      "\(rows)×\(columns) entries expected, \(storage.count) given")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// Creates a matrix from its rows, which must be equally long.
  package init(rows lines: [[Double]]) {
    let width = lines.first?.count ?? 0
    self.init(rows: lines.count, columns: width, repeating: 0)
    for (i, line) in lines.enumerated() {
      precondition(line.count == width, "row \(i) has \(line.count) entries, row 0 has \(width)")
      for j in 0..<width { storage[i + j * rows] = line[j] }
    }
  }

  /// Creates a matrix from its columns, which must be equally long.
  package init(columns lists: [[Double]]) {
    let height = lists.first?.count ?? 0
    for (j, list) in lists.enumerated() {
      precondition(
        list.count == height, "column \(j) has \(list.count) entries, column 0 has \(height)")
    }
    self.init(rows: height, columns: lists.count, storage: Array(lists.joined()))
  }

  /// Creates a matrix of one column.
  package init(column: [Double]) {
    self.init(rows: column.count, columns: 1, storage: column)
  }

  /// Returns the square matrix with ones on its diagonal and zeros elsewhere.
  package static func identity(_ order: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order, repeating: 0)
    for i in 0..<order { result[i, i] = 1 }
    return result
  }

  /// The entry in the given row and column, both counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    get { storage[index(row, column)] }
    set { storage[index(row, column)] = newValue }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(
      (0..<rows).contains(row) && (0..<columns).contains(column),
      "entry (\(row), \(column)) is outside a \(rows)×\(columns) matrix")
    return row + column * rows
  }
}

// MARK: - Parts

extension Matrix {
  /// Returns the entries of one column, `rows` values.
  package func column(_ j: Int) -> [Double] {
    precondition((0..<columns).contains(j), "column \(j) of a \(rows)×\(columns) matrix")
    return Array(storage[(j * rows)..<((j + 1) * rows)])
  }

  /// Returns the entries of one row, `columns` values.
  package func row(_ i: Int) -> [Double] {
    precondition((0..<rows).contains(i), "row \(i) of a \(rows)×\(columns) matrix")
    return (0..<columns).map { storage[i + $0 * rows] }
  }

  /// The matrix with rows and columns exchanged.
  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows, repeating: 0)
    for j in 0..<columns {
      for i in 0..<rows { result.storage[j + i * columns] = storage[i + j * rows] }
    }
    return result
  }

  /// Returns the columns with the given numbers, in the given order.
  package func selectingColumns(_ numbers: [Int]) -> Matrix {
    Matrix(rows: rows, columns: numbers.count, storage: numbers.flatMap { column($0) })
  }

  /// Returns the first rows, `count` of them.
  ///
  /// - Precondition: `0 <= count <= rows`.
  package func firstRows(_ count: Int) -> Matrix {
    precondition((0...rows).contains(count), "\(count) rows of \(rows)")
    let entries = (0..<columns).flatMap { storage[($0 * rows)..<($0 * rows + count)] }
    return Matrix(rows: count, columns: columns, storage: entries)
  }
}

// MARK: - Products

extension Matrix {
  /// Returns the product A B of an m × k and a k × n matrix.
  ///
  /// - Precondition: `left.columns == right.rows`.
  /// - Complexity: O(m k n), by the BLAS.
  package static func * (left: Matrix, right: Matrix) -> Matrix {
    LAPACK.product(left, .asStored, right)
  }

  /// Returns AᵀB, where A is this matrix, without forming Aᵀ.
  ///
  /// - Precondition: `rows == right.rows`.
  /// - Complexity: O(m k n), by the BLAS.
  package func transposedTimes(_ right: Matrix) -> Matrix {
    LAPACK.product(self, .transposed, right)
  }
}

// MARK: - Checks

extension Matrix {
  /// Whether no entry is NaN or infinite.
  package var isFinite: Bool { storage.allSatisfy { $0.isFinite } }

  /// Throws if an entry is NaN or infinite.
  ///
  /// - Throws: `LinearAlgebraError.notFinite` with the first such entry in column-major order.
  package func requireFinite() throws(LinearAlgebraError) {
    guard let place = storage.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(row: place % rows, column: place / rows)
  }

  /// Throws if an entry of a result came out NaN or infinite.
  ///
  /// - Throws: `LinearAlgebraError.overflow` with the first such entry in column-major order.
  func requireRepresentable() throws(LinearAlgebraError) {
    guard let place = storage.firstIndex(where: { !$0.isFinite }) else { return }
    throw .overflow(row: place % rows, column: place / rows)
  }
}

extension Matrix: CustomStringConvertible {
  package var description: String {
    let lines = (0..<rows).map { i in
      row(i).map { "\($0)" }.joined(separator: " ")
    }
    return "\(rows)×\(columns) [" + lines.joined(separator: "; ") + "]"
  }
}
