import LinearAlgebra
import Testing

@Suite struct LinearAlgebraErrorTests {
  @Test(arguments: [
    (
      LinearAlgebraError.notFinite(row: 3, column: 1),
      "entry (3, 1) is not a finite number; remove the row or mend the value"
    ),
    (
      .overflow(row: 1, column: 0),
      "entry (1, 0) of the result is too large to represent; change the units"
    ),
    (
      .rankDeficient(rank: 6, columns: 7),
      "only 6 of 7 columns are independent; leave out the redundant ones"
    ),
    (
      .notPositiveDefinite(order: 2),
      "the leading 2×2 block of the covariance is not positive definite"
    ),
    (
      .notSymmetric(row: 0, column: 1),
      "entry (0, 1) of the covariance differs from entry (1, 0)"
    ),
    (
      .inconsistentConstraints(relativeResidual: 0.5),
      "the constraints contradict each other; the relative misfit is at least 0.5"
    ),
    (
      .noConvergence(remaining: 2),
      "the singular value iteration did not converge; 2 values remain"
    ),
    (.singular(index: 4), "the triangular factor has a zero at diagonal index 4"),
  ])
  func says(error: LinearAlgebraError, sentence: String) {
    #expect(error.description == sentence)
  }
}
