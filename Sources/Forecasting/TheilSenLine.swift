package import LinearAlgebra
import Statistics
package import Wording

/// The line whose slope is the median of all slopes between two figures.
///
/// `b = median (y_j − y_i)/(t_j − t_i)`, `a = median (y_i − b·t_i)`; the interval is that of a least-squares
/// line with the residuals' own spread, n − 2 degrees of freedom, since no better one exists for few
/// figures. Sources: Theil (1950); Sen (1968).
package struct TheilSenLine: TrendModel {
  package let id = "theil-sen"
  package let title = Phrase(
    vi: "đường trung vị Theil–Sen (mô tả)", en: "Theil–Sen line (description)")
  package let explanation = Phrase(
    vi:
      "Đường thẳng có độ dốc là trung vị độ dốc giữa mọi cặp năm, nên một năm lạ không kéo lệch được. Dự báo vẫn quá tự tin như mọi đường thẳng.",
    en:
      "A line whose slope is the median over all pairs of years, so that one odd year cannot bend it. As over-confident as any straight line."
  )
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{a} + {b}·{h}", variance: "{s²}·(1 + 1/{n} + ({h} − {t̄})^2/{Q})",
    degreesOfFreedom: "{n} − 2")

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    let offsets = batch.pattern.offsets.map(Double.init)
    let count = offsets.count
    let mean = offsets.reduce(0, +) / Double(count)
    let spread = offsets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return batch.inputs.map { input in
      var slopes: [Double] = []
      for later in 1..<count {
        for earlier in 0..<later {
          slopes.append(
            (input.percents[later] - input.percents[earlier])
              / (offsets[later] - offsets[earlier]))
        }
      }
      let slope = median(slopes)
      let level = median(zip(input.percents, offsets).map { $0 - slope * $1 })
      let squares = zip(input.percents, offsets).reduce(0.0) { sum, point in
        let residual = point.0 - level - slope * point.1
        return sum + residual * residual
      }
      let variance = squares / Double(count - 2)
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: Double(count - 2),
        terms: [
          .count(count),
          ModelTerm(
            "t̄", mean, vi: "năm trung bình, tính từ năm cuối", en: "mean year, from the last",
            rule: "Σ[{t#}]/{n}"),
          ModelTerm(
            "Q", spread, vi: "độ rải của các năm", en: "spread of the years",
            rule: "Σ[({t#} − {t̄})^2]"),
          ModelTerm(
            "a", level, vi: "mức ở năm cuối", en: "level in the last year",
            rule: "a = median(y − b·t)"),
          ModelTerm(
            "b", slope, vi: "độ dốc trung vị mỗi năm", en: "median slope a year",
            rule: "b = median((y_j − y_i)/(t_j − t_i))"),
          ModelTerm(
            "s²", variance, vi: "phương sai phần dư", en: "residual variance",
            rule: "Σ[({y#} − {a} − {b}·{t#})^2]/({n} − 2)"),
        ]
      ) { ahead in
        let distance = ahead - mean
        return (
          level + slope * ahead,
          variance * (1 + 1 / Double(count) + distance * distance / spread)
        )
      }
    }
  }
}
