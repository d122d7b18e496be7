/// Powers of two that bring the columns of a matrix to lengths between about 1 and 2.
///
/// ```
///     sⱼ = 2^−⌊log₂ ‖aⱼ‖₂⌋
/// ```
///
/// A unit of measurement must not decide which columns count as independent: years squared stand
/// beside ones. Powers of two scale without rounding, so the scaled problem is the same problem.
/// A column of zeros keeps the factor 1.
struct ColumnScaling: Sendable, Equatable {
  /// One factor a column; each a power of two between 2⁻¹⁰²² and 2¹⁰²².
  let factors: [Double]

  /// Measures the columns of a matrix with finite entries.
  ///
  /// - Complexity: O(n p).
  init(_ matrix: Matrix) {
    factors = (0..<matrix.columns).map { Self.factor(for: matrix.column($0)) }
  }

  private static func factor(for column: [Double]) -> Double {
    let largest = column.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return 1 }
    // The column is brought near 1 first, so that no square overflows or vanishes.
    let coarse = -Int(largest.exponent)
    let squares = column.reduce(0) { sum, entry in
      let scaled = Double(sign: .plus, exponent: coarse, significand: entry)
      return sum + scaled * scaled
    }
    let exponent = coarse - Int(squares.squareRoot().exponent)
    return Double(sign: .plus, exponent: min(max(exponent, -1022), 1022), significand: 1)
  }

  /// Returns the matrix with each column multiplied by its factor.
  func apply(to matrix: Matrix) -> Matrix {
    var result = matrix
    for j in 0..<matrix.columns {
      for i in 0..<matrix.rows { result[i, j] *= factors[j] }
    }
    return result
  }

  /// Returns the matrix with row j multiplied by factor j: coefficients back in their own units.
  func applyToRows(of matrix: Matrix) -> Matrix {
    var result = matrix
    for j in 0..<matrix.columns {
      for i in 0..<matrix.rows { result[i, j] *= factors[i] }
    }
    return result
  }
}
