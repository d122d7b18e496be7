import LinearAlgebra

/// SplitMix64: the same seed gives the same numbers everywhere.
///
/// Source: Steele, Lea, Flood (2014), “Fast splittable pseudorandom number generators”.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns values between −1 and 1.
  mutating func values(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double.random(in: -1...1, using: &self) }
  }

  /// Returns a matrix of values between −1 and 1.
  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, storage: values(rows * columns))
  }

  /// Returns a tall matrix with 1…6 columns of very different units.
  mutating func tallMatrix() -> Matrix {
    let columns = Int.random(in: 1...6, using: &self)
    let rows = columns + Int.random(in: 0...12, using: &self)
    var result = matrix(rows, columns)
    for j in 0..<columns {
      let unit = Double(
        sign: .plus, exponent: Int.random(in: -20...20, using: &self), significand: 1.3)
      for i in 0..<rows { result[i, j] *= unit }
    }
    return result
  }

  /// Returns a symmetric, positive definite matrix that is well conditioned.
  mutating func covariance(_ order: Int) -> Matrix {
    let root = matrix(order, order)
    var result = root * root.transposed
    for i in 0..<order {
      result[i, i] += 0.5
      for j in 0..<i { result[i, j] = result[j, i] }
    }
    return result
  }
}

/// Returns the largest |A − B|.
func largestDifference(_ left: Matrix, _ right: Matrix) -> Double {
  precondition(left.rows == right.rows && left.columns == right.columns)
  return zip(left.storage, right.storage).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}

/// Returns the largest |A|.
func largest(_ matrix: Matrix) -> Double {
  matrix.storage.reduce(0) { max($0, $1.magnitude) }
}
