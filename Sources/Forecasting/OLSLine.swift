package import LinearAlgebra
package import Wording

/// The straight line by ordinary least squares, with its textbook prediction interval.
///
/// `y = a + b·t + e`, independent errors of one variance, in points or in log odds. A description, not a
/// recommendation: its intervals are far too narrow on short yearly shares (docs/methods.md).
/// Prediction at t: `a + b·t`, scale `s·√(1 + 1/n + (t − t̄)²/Σ(t − t̄)²)`, t with n − 2 degrees of
/// freedom.
package struct OLSLine: TrendModel {
  /// The scale on which the line is straight.
  package let valueScale: ValueScale
  package let id: String
  package let title: Phrase
  package let explanation: Phrase
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{a} + {b}·({h} − {t̄})", variance: "{s²}·(1 + 1/{n} + ({h} − {t̄})^2/{Q})",
    degreesOfFreedom: "{n} − 2")
  package let caution: Phrase? = Phrase(
    vi:
      "khoảng 80% của đường thẳng chỉ chứa khoảng một nửa giá trị thật ở năm thứ năm; chỉ để mô tả, không để cam kết",
    en:
      "the 80% interval of the line holds only about half of the values five years ahead; a description, nothing to commit to"
  )

  /// The line in points.
  package static let points = OLSLine(
    .points, id: "ols",
    title: Phrase(
      vi: "đường thẳng bình phương tối thiểu (mô tả)", en: "least-squares line (description)"),
    explanation: Phrase(
      vi:
        "Đường thẳng đi gần mọi năm nhất, như đường xu hướng của bảng tính. Chỉ để mô tả: khoảng dự báo của nó hẹp hơn sai số thật rất nhiều.",
      en:
        "The straight line nearest to all years, as a spreadsheet draws it. A description only: its interval is far narrower than real errors."
    ))

  /// The line in log odds.
  package static let logit = OLSLine(
    .logit, id: "ols-logit",
    title: Phrase(
      vi: "đường thẳng trên thang logit (mô tả)", en: "least-squares line in log odds (description)"
    ),
    explanation: Phrase(
      vi:
        "Đường thẳng trên thang logit, thành đường cong chữ S không vượt 0 và 100. Quá tự tin như đường thẳng, và sai lớn ở gần 0 và 100.",
      en:
        "A straight line in log odds, an S-curve that stays within 0 and 100. As over-confident as the line, and far off near 0 and 100."
    ))

  private init(_ valueScale: ValueScale, id: String, title: Phrase, explanation: Phrase) {
    self.valueScale = valueScale
    self.id = id
    self.title = title
    self.explanation = explanation
  }

  /// Whether residuals are what arithmetic leaves of an exact line, a billionth of the figures: how much that is
  /// differs by machine, and must not decide on a probability.
  private static func isRounding(_ sumOfSquares: Double, of responses: [Double]) -> Bool {
    sumOfSquares <= 1e-18 * responses.reduce(0) { $0 + $1 * $1 }
  }

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    let count = batch.pattern.count
    precondition(count >= minimumCount, "a line with an interval needs \(minimumCount) figures")
    let offsets = batch.pattern.offsets.map(Double.init)
    let mean = offsets.reduce(0, +) / Double(count)
    let centred = offsets.map { $0 - mean }
    let spread = centred.reduce(0) { $0 + $1 * $1 }
    let design = Matrix(columns: [[Double](repeating: 1, count: count), centred])
    let responses = Matrix(
      columns: batch.inputs.map { input in
        input.percents.map { valueScale.value(ofPercent: $0) }
      })
    let solution = try leastSquares(design: design, responses: responses)
    return batch.inputs.indices.map { series in
      let variance =
        Self.isRounding(solution.residualSumsOfSquares[series], of: responses.column(series))
        ? 0 : solution.residualSumsOfSquares[series] / Double(count - 2)
      let (level, slope) = (solution.coefficients[0, series], solution.coefficients[1, series])
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: Double(count - 2), on: valueScale,
        terms: [
          .count(count),
          ModelTerm(
            "t̄", mean, vi: "năm trung bình, tính từ năm cuối", en: "mean year, from the last",
            rule: "Σ[{t#}]/{n}"),
          ModelTerm(
            "Q", spread, vi: "độ rải của các năm", en: "spread of the years",
            rule: "Σ[({t#} − {t̄})^2]"),
          ModelTerm(
            "a", level, vi: "mức của đường thẳng ở năm trung bình",
            en: "level of the line in the mean year",
            rule: "Σ[{y#}]/{n}"),
          ModelTerm(
            "b", slope, vi: "độ dốc mỗi năm", en: "slope a year", rule: "Σ[({t#} − {t̄})·{y#}]/{Q}"),
          ModelTerm(
            "s²", variance, vi: "phương sai phần dư", en: "residual variance",
            rule: "Σ[({y#} − {a} − {b}·({t#} − {t̄}))^2]/({n} − 2)"),
        ]
      ) { ahead in
        let distance = ahead - mean
        return (
          level + slope * distance,
          variance * (1 + 1 / Double(count) + distance * distance / spread)
        )
      }
    }
  }
}
