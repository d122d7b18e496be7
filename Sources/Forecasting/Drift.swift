package import LinearAlgebra
package import Wording

/// Drift: the mean yearly change so far goes on, a random walk with drift.
///
/// `y_{n+h} ~ t_{m−1}(y_n + b·h, s²·h·(1 + h/(t_n − t_1)))`.
/// Source: Hyndman and Athanasopoulos (2021), 5.2 and 5.5.
package struct Drift: TrendModel {
  package let id = "drift"
  package let title = Phrase(vi: "giữ nhịp tăng trung bình", en: "drift")
  package let explanation = Phrase(
    vi:
      "Nối số đầu với số cuối và đi tiếp theo đường đó. Với chuỗi ngắn nó tin quá nhiều vào vài năm của chính mình.",
    en:
      "Joins the first figure with the last and goes on along that line. On short series it trusts its own few years too much."
  )
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{y_n} + {b}·{h}", variance: "{s²}·{h}·(1 + {h}/{L})", degreesOfFreedom: "{m} − 1")

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    batch.inputs.map { input in
      let drift = DriftEstimate(input)
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: drift.degreesOfFreedom,
        terms: ModelTerm.terms(of: drift)
      ) { ahead in
        (drift.last + drift.slope * ahead, drift.variance * ahead * (1 + ahead / drift.span))
      }
    }
  }
}
