package import LinearAlgebra
package import Wording

/// The straight line by ordinary least squares, with its textbook prediction interval.
///
/// `y = a + b·t + e`, independent errors of one variance. A description, not a recommendation: on short
/// yearly shares its 80% interval holds 39–60% of the values five years ahead (docs/methods.md).
/// Prediction at t: `a + b·t`, scale `s·√(1 + 1/n + (t − t̄)²/Σ(t − t̄)²)`, t with n − 2 degrees of
/// freedom.
package struct OLSLine: TrendModel {
  package let id = "ols"
  package let title = Phrase(
    vi: "đường thẳng bình phương tối thiểu (mô tả)", en: "least-squares line (description)")
  package let minimumCount = 3
  package let usesPaceOfOthers = false
  package let caution: Phrase? = Phrase(
    vi:
      "khoảng 80% của đường thẳng chỉ chứa 39–60% giá trị thật ở năm thứ năm; chỉ để mô tả, không để cam kết",
    en:
      "the 80% interval of the line holds only 39–60% of the values five years ahead; a description, nothing to commit to"
  )

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    let count = batch.pattern.count
    precondition(count >= minimumCount, "a line with an interval needs \(minimumCount) figures")
    let offsets = batch.pattern.offsets.map(Double.init)
    let mean = offsets.reduce(0, +) / Double(count)
    let centred = offsets.map { $0 - mean }
    let spread = centred.reduce(0) { $0 + $1 * $1 }
    let design = Matrix(columns: [[Double](repeating: 1, count: count), centred])
    let solution = try leastSquares(design: design, responses: batch.responses)
    return batch.inputs.indices.map { series in
      Fit(
        level: solution.coefficients[0, series], slope: solution.coefficients[1, series],
        meanOffset: mean, spread: spread, count: count,
        variance: solution.residualSumsOfSquares[series] / Double(count - 2))
    }
  }

  private struct Fit: TrendFit {
    let level: Double
    let slope: Double
    let meanOffset: Double
    let spread: Double
    let count: Int
    let variance: Double

    func distribution(horizon: Int) -> ShareDistribution {
      precondition(horizon >= 1, "horizon \(horizon) is not ahead")
      let distance = Double(horizon) - meanOffset
      let factor = 1 + 1 / Double(count) + distance * distance / spread
      return ShareDistribution(
        location: level + slope * distance, scale: (variance * factor).squareRoot(),
        degreesOfFreedom: Double(count - 2))
    }
  }
}
