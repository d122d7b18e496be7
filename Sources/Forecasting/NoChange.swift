package import LinearAlgebra
package import Wording

/// No change: the last figure for ever, a random walk without drift.
///
/// `y_{n+h} ~ t_m(y_n, h·s²)`, `s² = ΣD_i²/k_i / m`.
package struct NoChange: TrendModel {
  package let id = "no-change"
  package let title = Phrase(vi: "giữ nguyên số cuối", en: "no change")
  package let explanation = Phrase(
    vi:
      "Coi mọi năm tới bằng số mới nhất. Mốc so sánh của mọi mô hình khác: mô hình nào không hơn được nó thì không đáng dùng.",
    en:
      "Takes every coming year to equal the newest figure. The yardstick of all others: a model that does not beat it is not worth its name."
  )
  package let minimumCount = 2
  package let formula: ModelFormula? = ModelFormula(
    centre: "{y_n}", variance: "{h}·{s²}", degreesOfFreedom: "{m}")

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    batch.inputs.map { input in
      let count = input.years.count
      var squares = 0.0
      for index in 1..<count {
        let change = input.percents[index] - input.percents[index - 1]
        squares += change * change / Double(input.years[index] - input.years[index - 1])
      }
      let variance = squares / Double(count - 1)
      let last = input.percents[count - 1]
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: Double(count - 1),
        terms: [
          .count(count), .steps(count - 1), .last(last),
          ModelTerm(
            "s²", variance, vi: "trung bình bình phương thay đổi mỗi năm",
            en: "mean square of a yearly change", rule: "Σ[{D#}^2/{k#}]/{m}"),
        ]
      ) { ahead in
        (last, ahead * variance)
      }
    }
  }
}
