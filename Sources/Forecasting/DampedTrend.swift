package import LinearAlgebra
package import Wording

/// Drift that dies away: each coming year keeps nine tenths of the change of the year before.
///
/// `y_{n+h} ~ t_{m−1}(y_n + b·Φ_h, s²·(h + Φ_h²/(t_n − t_1)))`, `Φ_h = Σ_{i≤h} φ^i`, φ = 0.9.
/// Source: Gardner and McKenzie (1985) for damping; φ fixed, since short series cannot tell it.
package struct DampedTrend: TrendModel {
  package let id = "damped"
  package let title = Phrase(vi: "nhịp tăng giảm dần", en: "damped trend")
  package let explanation = Phrase(
    vi:
      "Như “drift”, nhưng mỗi năm tới chỉ giữ chín phần mười nhịp của năm trước. Đi xa đỡ sai hơn “drift”, vẫn quá tin vào vài năm.",
    en:
      "Like “drift”, but each coming year keeps nine tenths of the pace before. Errs less than “drift” far ahead, and still trusts few years too much."
  )
  package let minimumCount = 3
  package let formula: ModelFormula? = ModelFormula(
    centre: "{y_n} + {b}·{Φ}", variance: "{s²}·({h} + {Φ}^2/{L})", degreesOfFreedom: "{m} − 1",
    parts: [
      ModelFormula.Part(
        symbol: "Φ",
        title: Phrase(
          vi: "số năm tính theo nhịp giảm dần", en: "years ahead as the trend dies away"),
        formula: "{φ}·(1 − {φ}^{h})/(1 − {φ})")
    ])
  /// φ.
  package static let damping = 0.9

  package init() {}

  /// Returns Φ_h, the years ahead as the trend dies away.
  package static func dampedYears(ahead: Int) -> Double {
    var (power, sum) = (1.0, 0.0)
    for _ in 0..<ahead {
      power *= damping
      sum += power
    }
    return sum
  }

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    batch.inputs.map { input in
      let drift = DriftEstimate(input)
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: drift.degreesOfFreedom,
        terms: ModelTerm.terms(of: drift) + [
          ModelTerm(
            "φ", Self.damping, vi: "phần nhịp giữ lại sau mỗi năm",
            en: "share of the change kept each year")
        ]
      ) { ahead in
        let damped = Self.dampedYears(ahead: Int(ahead))
        return (
          drift.last + drift.slope * damped, drift.variance * (ahead + damped * damped / drift.span)
        )
      }
    }
  }
}
