import Forecasting
import Statistics
import Wording

/// Explains the views of a forecast distribution: chance of the threshold, median, intervals.
struct ProbabilityExplanation {
  let distribution: ShareDistribution
  let threshold: ExactDecimal?
  let probability: Double?

  private var student: StudentT { StudentT(degreesOfFreedom: distribution.degreesOfFreedom) }

  var steps: [ExplanationStep] { chance + [median] + intervals }

  private var location: ExplanationStep.Input {
    .init("μ", distribution.location, .step("forecast.location"))
  }
  private var scale: ExplanationStep.Input {
    .init("σ", distribution.scale, .step("forecast.scale"))
  }
  private var degreesOfFreedom: ExplanationStep.Input {
    .init("ν", distribution.degreesOfFreedom, .step("forecast.degreesOfFreedom"))
  }

  // MARK: Chance

  private var chance: [ExplanationStep] {
    guard let threshold, let probability else { return [] }
    let value = distribution.valueScale.value(ofPercent: threshold.value)
    let asked = ExplanationStep(
      "probability.threshold", vi: "Ngưỡng trên thang của mô hình",
      en: "The threshold on the scale of the model",
      formula: Self.formula(ofValue: distribution.valueScale),
      [.init("T", threshold.value, .step("rule.threshold"))], value: .number(value),
      unit: distribution.valueScale == .angular ? .angularPoints : nil)
    guard distribution.scale > 0, threshold.value > 0, threshold.value <= 100 else {
      return [
        asked,
        ExplanationStep(
          "probability.value", vi: "Xác suất đạt ngưỡng", en: "The chance of the threshold",
          value: .number(probability),
          remark: Phrase(
            vi: "Dự báo không có độ rộng, hoặc ngưỡng nằm ngoài 0–100: kết quả chắc chắn.",
            en:
              "The forecast has no spread, or the threshold lies beyond 0–100: the result is certain."
          )),
      ]
    }
    let distance = (value - distribution.location) / distribution.scale
    return [
      asked,
      ExplanationStep(
        "probability.t", vi: "Ngưỡng cao hơn dự báo bao nhiêu lần độ rộng",
        en: "How many scales the threshold lies above the forecast", formula: "({z_T} − {μ})/{σ}",
        [.init("z_T", value, .step("probability.threshold")), location, scale],
        value: .number(distance)),
      ExplanationStep(
        "probability.value",
        vi: "Xác suất đạt ngưỡng: phần của phân phối t (ν bậc tự do) nằm từ ngưỡng trở lên",
        en: "The chance of the threshold: the part of the t distribution (ν d.f.) from it upwards",
        formula: "1 − F({t}; {ν})",
        [.init("t", distance, .step("probability.t")), degreesOfFreedom],
        value: .number(probability)),
    ]
  }

  private static func formula(ofValue scale: ValueScale) -> String {
    switch scale {
    case .points: "{T}"
    case .angular: "200/π·asin(√({T}/100))"
    case .logit: "ln(max(0.5; min(99.5; {T}))/(100 − max(0.5; min(99.5; {T}))))"
    }
  }

  // MARK: Median and intervals

  private static func percent(_ value: String, of scale: ValueScale) -> String {
    switch scale {
    case .points: "max(0; min(100; \(value)))"
    case .angular: "100·sin(π/200·max(0; min(100; \(value))))^2"
    case .logit: "100/(1 + exp(−(\(value))))"
    }
  }

  private var median: ExplanationStep {
    ExplanationStep(
      "probability.median", vi: "Trung vị: giá trị mà một nửa khả năng nằm trên",
      en: "The median: half of the chances lie above",
      formula: Self.percent("{μ}", of: distribution.valueScale), [location],
      value: .number(distribution.median), unit: .percent)
  }

  private var intervals: [ExplanationStep] {
    guard distribution.scale > 0 else { return [] }
    return [(80, 0.9), (50, 0.75)].flatMap { level, upper in
      let quantile = student.quantile(upper)
      let interval = distribution.interval(Double(level) / 100)
      let step = "probability.quantile\(level)"
      let q = ExplanationStep.Input("q", quantile, .step(step))
      return [
        ExplanationStep(
          step, vi: "Phân vị của phân phối t cho khoảng \(level)%",
          en: "The quantile of the t distribution for the \(level)% interval",
          formula: "T⁻¹({u}; {ν})", [.init("u", upper, .request), degreesOfFreedom],
          value: .number(quantile)),
        ExplanationStep(
          "probability.lower\(level)", vi: "Đầu thấp của khoảng \(level)%",
          en: "The lower end of the \(level)% interval",
          formula: Self.percent("{μ} − {q}·{σ}", of: distribution.valueScale),
          [location, q, scale], value: .number(interval.lowerBound), unit: .percent),
        ExplanationStep(
          "probability.upper\(level)", vi: "Đầu cao của khoảng \(level)%",
          en: "The upper end of the \(level)% interval",
          formula: Self.percent("{μ} + {q}·{σ}", of: distribution.valueScale),
          [location, q, scale], value: .number(interval.upperBound), unit: .percent),
      ]
    }
  }
}
