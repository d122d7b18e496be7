import Forecasting
import Indicators
import Wording

/// Explains what the pace model knows before the place's own figures: direction, pace, scale.
struct PacePriorExplanation {
  let prior: PacePrior

  var steps: [ExplanationStep] {
    [upward, downward, paceMean, paceVariance, degreesOfFreedom, changeVariance]
  }

  /// p₊ and p₋ as they stand in G.
  var directions: [ExplanationStep.Input] {
    [
      .init("p₊", prior.upProbability, .step("pace.up")),
      .init("p₋", prior.downProbability, .step("pace.down")),
    ]
  }

  private var isAlone: Bool { prior.otherPlaces == 0 }

  /// Whence a value of the prior comes.
  private var origin: Phrase {
    isAlone
      ? Phrase(vi: "của thư viện nhịp", en: "of the pace library")
      : Phrase(
        vi:
          "học từ \(prior.otherPlaces) nơi khác (cần mọi số liệu của các nơi đó; công thức: docs/methods.md)",
        en:
          "learned from \(prior.otherPlaces) other places (needs all their figures; formula: docs/methods.md)"
      )
  }

  private func number(_ value: Double, _ language: Language) -> String {
    NumberStyle(language).significant(value, digits: 10)
  }

  private var upward: ExplanationStep {
    ExplanationStep(
      "pace.up", vi: "p₊: khả năng “nhiều hơn là tốt hơn”", en: "p₊: how likely more is better",
      value: .number(prior.upProbability), remark: isAlone ? declared : origin)
  }

  private var downward: ExplanationStep {
    ExplanationStep(
      "pace.down", vi: "p₋: khả năng “ít hơn là tốt hơn”", en: "p₋: how likely less is better",
      value: .number(prior.downProbability), remark: isAlone ? declared : origin)
  }

  private var declared: Phrase {
    prior.direction == .unknown
      ? Phrase(vi: "chưa khai báo chiều tốt", en: "no direction is declared")
      : Phrase(vi: "theo chiều tốt đã khai báo", en: "by the declared direction")
  }

  private var paceMean: ExplanationStep {
    ExplanationStep(
      "pace.m", vi: "m: nhịp riêng ngoài đường cong trước khi xem số của nơi này",
      en: "m: the pace beyond the curve before the place's own figures",
      value: .number(prior.paceMean), unit: .angularPointsPerYear, remark: origin)
  }

  private var paceVariance: ExplanationStep {
    ExplanationStep(
      "pace.vm", vi: "v_m: m có thể lệch bao nhiêu (phương sai)",
      en: "v_m: how far off m may be (variance)", value: .number(prior.paceVariance),
      unit: .squaredAngularPoints, remark: origin)
  }

  private var degreesOfFreedom: ExplanationStep {
    let logVariance =
      prior.library.settings.withinSetVariance + prior.library.settings.betweenSetVariance
    return ExplanationStep(
      "pace.nu0",
      vi: "ν0: độ tin của độ dao động thường gặp, tính bằng số thay đổi của chính nơi này",
      en: "ν0: what the usual scale is worth, in changes of the place's own",
      value: .number(prior.changeDegreesOfFreedom),
      remark: isAlone
        ? Phrase(
          vi: "nghiệm của ψ′(ν0/2) = \(number(logVariance, .vi)) (ψ′: trigamma)",
          en: "solves ψ′(ν0/2) = \(number(logVariance, .en)) (ψ′: trigamma)")
        : origin)
  }

  private var changeVariance: ExplanationStep {
    let logMean = prior.library.settings.logVarianceMean
    return ExplanationStep(
      "pace.s0", vi: "s0²: phương sai thường gặp của thay đổi mỗi năm",
      en: "s0²: the usual variance of a yearly change", value: .number(prior.changeVariance),
      unit: .squaredAngularPoints,
      remark: isAlone
        ? Phrase(
          vi: "exp(L + ψ(ν0/2) − ln(ν0/2)) với L = \(number(logMean, .vi)) (ψ: digamma)",
          en: "exp(L + ψ(ν0/2) − ln(ν0/2)) with L = \(number(logMean, .en)) (ψ: digamma)")
        : origin)
  }
}
