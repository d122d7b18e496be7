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
  /// φ.
  package static let damping = 0.9

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    batch.inputs.map { input in
      let drift = DriftEstimate(input)
      var power = 1.0
      var sum = 0.0
      let sums = (0..<batch.horizon).map { _ in
        power *= Self.damping
        sum += power
        return sum
      }
      return StatedFit(
        horizon: batch.horizon, degreesOfFreedom: drift.degreesOfFreedom
      ) { ahead in
        let damped = sums[Int(ahead) - 1]
        return (
          drift.last + drift.slope * damped, drift.variance * (ahead + damped * damped / drift.span)
        )
      }
    }
  }
}
