package import LinearAlgebra
package import Wording

/// Drift with its slope shrunk towards none by how uncertain it is.
///
/// `b₊ = b·c`, `c = max(0, 1 − v/b²)`, `v = s²/(t_n − t_1)`; `y_{n+h} ~ t_{m−1}(y_n + b₊·h, s²·h + c·v·h²)`.
/// Source: James and Stein (1961), positive part, for one slope.
package struct ShrunkDrift: TrendModel {
  package let id = "drift-shrunk"
  package let title = Phrase(vi: "nhịp tăng co lại", en: "drift with shrunk slope")
  package let explanation = Phrase(
    vi:
      "Như “drift”, nhưng nhịp tăng bị co về 0 khi các năm dao động nhiều so với nhịp. Mô hình đơn giản tốt nhất khi chỉ có một nơi và không biết chiều tốt.",
    en:
      "Like “drift”, but the slope shrinks to none where years scatter much against it. The best of the simple models for a lone place."
  )
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{y_n} + {c}·{b}·{h}", variance: "{s²}·{h} + {c}·{v}·{h}^2",
    degreesOfFreedom: "{m} − 1")

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    batch.inputs.map { input in
      let drift = DriftEstimate(input)
      let slopeVariance = drift.variance / drift.span
      let square = drift.slope * drift.slope
      let kept = square > 0 ? max(0, 1 - slopeVariance / square) : 0
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: drift.degreesOfFreedom,
        terms: ModelTerm.terms(of: drift) + [
          ModelTerm(
            "v", slopeVariance, vi: "phương sai của nhịp tăng", en: "variance of the slope",
            rule: "{s²}/{L}"),
          ModelTerm(
            "c", kept, vi: "phần nhịp tăng giữ lại", en: "share of the slope that is kept",
            rule: "max(0; 1 − {v}/{b}^2)"),
        ]
      ) { ahead in
        (
          drift.last + kept * drift.slope * ahead,
          drift.variance * ahead + kept * slopeVariance * ahead * ahead
        )
      }
    }
  }
}
