import Forecasting
import Wording

/// Explains the forecast of a place without figures: the levels of other places.
enum OtherLevelsExplanation {
  static func steps(_ levels: OtherLevels) -> [ExplanationStep] {
    let distribution = levels.distribution
    return [
      ExplanationStep(
        "others.places",
        vi:
          "Nơi này chưa có số liệu nên dự báo từ mức của các nơi khác, mỗi nơi từ số mới nhất của nó; số nơi",
        en: "The place has no figure: it is forecast by the levels of others; places",
        value: .whole(levels.places)),
      ExplanationStep(
        "others.lower", vi: "Một phần mười số nơi ở dưới mức này",
        en: "A tenth of the places lies below", value: .number(levels.lower), unit: .angularPoints),
      ExplanationStep(
        "others.upper", vi: "Chín phần mười số nơi ở dưới mức này",
        en: "Nine tenths of the places lie below", value: .number(levels.upper),
        unit: .angularPoints),
      ExplanationStep(
        "forecast.degreesOfFreedom", vi: "ν: số bậc tự do", en: "ν: degrees of freedom",
        value: .number(distribution.degreesOfFreedom)),
      ExplanationStep(
        "others.between", vi: "Độ rộng giữa các nơi", en: "The spread between places",
        formula: "({u} − {l})/(2·T⁻¹(0.9; {ν}))",
        [
          .init("u", levels.upper, .step("others.upper")),
          .init("l", levels.lower, .step("others.lower")),
          .init("ν", distribution.degreesOfFreedom, .step("forecast.degreesOfFreedom")),
        ], value: .number(levels.between), unit: .angularPoints),
      ExplanationStep(
        "others.within", vi: "Độ rộng trung vị của dự báo từng nơi",
        en: "The median scale of their forecasts", value: .number(levels.within),
        unit: .angularPoints),
      ExplanationStep(
        "forecast.location", vi: "μ: trung vị của các nơi", en: "μ: the median of the places",
        value: .number(distribution.location), unit: .angularPoints),
      ExplanationStep(
        "forecast.scale", vi: "σ: độ rộng của dự báo", en: "σ: the scale of the forecast",
        formula: "√({b}^2 + {w}^2)",
        [
          .init("b", levels.between, .step("others.between")),
          .init("w", levels.within, .step("others.within")),
        ], value: .number(distribution.scale), unit: .angularPoints),
    ]
  }
}
