import RealModule

/// A matrix whose entries are known better than `Double` can hold.
///
/// ```
///     A = leading + trailing,   |trailing| ≤ ½ ulp(leading), entry by entry
/// ```
///
/// Powers such as x¹⁰ are rarely doubles. Rounding them moves the solution of a least-squares
/// problem by about condition × 2⁻⁵³, and no later care brings the lost digits back; keeping the
/// rounding errors as a second matrix does.
package struct ExtendedMatrix: Sendable, Equatable {
  /// The entries, rounded to `Double`.
  package let leading: Matrix

  /// What rounding took away, in the shape of `leading`; nil where nothing was.
  package let trailing: Matrix?

  package var rows: Int { leading.rows }
  package var columns: Int { leading.columns }

  /// Takes a matrix as exact.
  package init(_ matrix: Matrix) {
    leading = matrix
    trailing = nil
  }

  /// Joins rounded entries and their rounding errors.
  ///
  /// - Precondition: both matrices have the same shape.
  package init(leading: Matrix, trailing: Matrix) {
    precondition(
      leading.rows == trailing.rows && leading.columns == trailing.columns,
      "leading part \(leading.rows)×\(leading.columns), "
        + "trailing part \(trailing.rows)×\(trailing.columns)")
    self.leading = leading
    self.trailing = trailing
  }

  /// Returns the design 1, x, x², …, xᵈ with the powers formed in twice the precision of `Double`.
  ///
  /// - Parameters:
  ///   - points: x, n values, taken as exact.
  ///   - degree: d, at least 0.
  /// - Returns: n × (d + 1); entry (i, j) is xᵢʲ with a relative error of about d × 2⁻¹⁰⁵. A power
  ///   that overflows is infinite, which a later solve reports.
  /// - Complexity: O(n d).
  package static func polynomial(_ points: [Double], degree: Int) -> ExtendedMatrix {
    precondition(degree >= 0, "a polynomial of degree \(degree)")
    var leading = Matrix(rows: points.count, columns: degree + 1, repeating: 1)
    var trailing = Matrix(rows: points.count, columns: degree + 1, repeating: 0)
    for (i, x) in points.enumerated() {
      for j in 0..<degree {
        let product = Augmented.product(leading[i, j], x)
        let error = trailing[i, j].addingProductOrZero(x, product)
        let power = Augmented.sum(large: product.head, small: error)
        leading[i, j + 1] = power.head
        trailing[i, j + 1] = power.head.isFinite ? power.tail : 0
      }
    }
    return ExtendedMatrix(leading: leading, trailing: trailing)
  }
}

extension Double {
  /// Returns this rounding error carried through a multiplication by x, plus the new error.
  fileprivate func addingProductOrZero(
    _ x: Double, _ product: (head: Double, tail: Double)
  ) -> Double {
    product.head.isFinite ? product.tail + self * x : 0
  }
}
