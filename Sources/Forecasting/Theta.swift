package import LinearAlgebra
package import Wording

/// The Theta method: simple exponential smoothing with half the slope of the line.
///
/// ```
/// ℓ_i = ℓ_{i−1} + a_i·(y_i − ℓ_{i−1}),  a_i = 1 − (1 − α)^{k_i},  ℓ_1 = y_1
/// y_{n+h} ~ t_{n−1}(ℓ_n + (b/2)·(h − 1 + 1/α − (1 − α)^n/α),  s²·(1 + (h − 1)·α²))
/// ```
/// b the least-squares slope, α the value of 0.1, 0.15 … 1 with the least one-step errors, s² their mean
/// square. Sources: Assimakopoulos and Nikolopoulos (2000); Hyndman and Billah (2003).
package struct Theta: TrendModel {
  package let id = "theta"
  package let title = Phrase(vi: "phương pháp Theta", en: "Theta method")
  package let explanation = Phrase(
    vi:
      "San bằng mũ cộng nửa độ dốc của đường thẳng; từng thắng một cuộc thi dự báo lớn. Đoán khá, nhưng khoảng 80% của nó chỉ chứa khoảng 70% với chuỗi ngắn.",
    en:
      "Exponential smoothing plus half the slope of the line; it once won a large forecasting competition. It guesses well, but its 80% interval holds about 70% on short series."
  )
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{ℓ} + {b}/2·({h} − 1 + (1 − (1 − {α})^{n})/{α})",
    variance: "{s²}·(1 + ({h} − 1)·{α}^2)", degreesOfFreedom: "{n} − 1")

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    let lines = try leastSquares(
      design: Matrix(columns: [
        [Double](repeating: 1, count: batch.pattern.count), batch.pattern.offsets.map(Double.init),
      ]), responses: batch.responses)
    return batch.inputs.indices.map { series in
      let input = batch.inputs[series]
      let slope = lines.coefficients[1, series]
      let best = (2...20).map { Smoothing(input, alpha: Double($0) / 20) }
        .min { $0.squares < $1.squares }
      guard let best else { preconditionFailure("no smoothing constant was tried") }
      let count = Double(input.years.count)
      let variance = best.squares / (count - 1)
      var fading = 1.0
      for _ in 0..<input.years.count { fading *= 1 - best.alpha }
      let start = best.level + slope / 2 * ((1 - fading) / best.alpha - 1)
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: count - 1,
        terms: [
          .count(input.years.count),
          ModelTerm(
            "α", best.alpha, vi: "hằng số san bằng có sai số nhỏ nhất",
            en: "smoothing constant with the least errors", rule: "α = 0.1; 0.15; … 1"),
          ModelTerm(
            "ℓ", best.level, vi: "mức sau khi san bằng", en: "the smoothed level",
            rule: "ℓ_1 = y_1, ℓ_i = ℓ_(i−1) + (1 − (1 − α)^k)·(y_i − ℓ_(i−1))"),
          ModelTerm(
            "b", slope, vi: "độ dốc bình phương tối thiểu", en: "least-squares slope",
            rule: "b = Σ(t − t̄)·y/Σ(t − t̄)²"),
          ModelTerm(
            "s²", variance, vi: "trung bình bình phương sai số một bước",
            en: "mean square of the one-step errors", rule: "s² = Σ(y_i − ℓ_(i−1))²/(n − 1)"),
        ]
      ) { ahead in
        (
          start + slope / 2 * ahead,
          variance * (1 + (ahead - 1) * best.alpha * best.alpha)
        )
      }
    }
  }

  /// Simple exponential smoothing with a constant.
  private struct Smoothing {
    let alpha: Double
    private(set) var level: Double
    private(set) var squares = 0.0

    init(_ input: TrendInput, alpha: Double) {
      self.alpha = alpha
      level = input.percents[0]
      for index in 1..<input.percents.count {
        let error = input.percents[index] - level
        squares += error * error
        var kept = 1.0
        for _ in input.years[index - 1]..<input.years[index] { kept *= 1 - alpha }
        level += (1 - kept) * error
      }
    }
  }
}
