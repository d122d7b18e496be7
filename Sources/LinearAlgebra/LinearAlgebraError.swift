/// A reason why data, or the mathematics, refuse an answer.
///
/// Wrong shapes are mistakes of the caller and trap; what data can cause is thrown as one of these.
/// Rows and columns are counted from 0.
package enum LinearAlgebraError: Error, Sendable, Equatable {
  /// The entry at this place is NaN or infinite.
  case notFinite(row: Int, column: Int)

  /// The entry of the result at this place is too large for `Double`.
  case overflow(row: Int, column: Int)

  /// Fewer independent columns than columns, where a unique answer was asked for.
  case rankDeficient(rank: Int, columns: Int)

  /// The leading minor of this order, counted from 1, is not positive.
  case notPositiveDefinite(order: Int)

  /// Entry (row, column) differs from its mirror image.
  case notSymmetric(row: Int, column: Int)

  /// No coefficients satisfy all constraints; the best ones miss by this much, relative to size.
  case inconsistentConstraints(relativeResidual: Double)

  /// The iteration for singular values left this many values unfinished.
  case noConvergence(remaining: Int)

  /// An exact zero stands on the diagonal of a triangular factor, at this index.
  case singular(index: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFinite(let row, let column):
      "entry (\(row), \(column)) is not a finite number; remove the row or mend the value"
    case .overflow(let row, let column):
      "entry (\(row), \(column)) of the result is too large to represent; change the units"
    case .rankDeficient(let rank, let columns):
      "only \(rank) of \(columns) columns are independent; leave out the redundant ones"
    case .notPositiveDefinite(let order):
      "the leading \(order)×\(order) block of the covariance is not positive definite"
    case .notSymmetric(let row, let column):
      "entry (\(row), \(column)) of the covariance differs from entry (\(column), \(row))"
    case .inconsistentConstraints(let relativeResidual):
      "the constraints contradict each other; the relative misfit is at least \(relativeResidual)"
    case .noConvergence(let remaining):
      "the singular value iteration did not converge; \(remaining) values remain"
    case .singular(let index):
      "the triangular factor has a zero at diagonal index \(index)"
    }
  }
}
