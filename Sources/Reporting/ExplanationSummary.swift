import Forecasting
import Indicators
import Planning
import Wording

/// An explanation in a few plain sentences, before any symbol.
struct ExplanationSummary {
  private let explanation: Explanation

  init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  /// Returns the sentences; empty where there is nothing to be summed up.
  func text(_ language: Language) -> String {
    let words = Words(explanation: explanation, style: NumberStyle(language), language: language)
    return switch explanation.subject {
    case .share, .supporting: explanation.isPast ? words.test : words.forecast
    case .level: explanation.isPast ? "" : words.level
    case .fact, .grade: ""
    }
  }

  private struct Words {
    let explanation: Explanation
    let style: NumberStyle
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

    private func value(_ id: String) -> Double? {
      switch explanation.step(id)?.value {
      case .number(let number): number
      case .whole(let number): Double(number)
      default: nil
      }
    }

    private func whole(_ id: String) -> String { style.whole(value(id).map { Int($0) }) }

    /// A figure against its threshold.
    var test: String {
      guard let figure = explanation.result?.series?.observation(in: explanation.year),
        let count = figure.count, let base = figure.base,
        let threshold = explanation.result?.threshold,
        let met = explanation.met
      else { return "" }
      let asked = style.percent(threshold.value, decimals: threshold.scale)
      let share = style.percent(figure.percent, decimals: 2)
      let sides = (whole("test.left"), whole("test.right"))
      let sign = met ? "≥" : "<"
      return say(
        "Năm \(explanation.year) có \(style.whole(count)) trên \(style.whole(base)), tức \(share); ngưỡng là \(asked). So bằng số nguyên: \(sides.0) \(sign) \(sides.1), nên \(met ? "đạt" : "không đạt").",
        "In \(explanation.year) it is \(style.whole(count)) of \(style.whole(base)), or \(share); the threshold is \(asked). In whole numbers: \(sides.0) \(sign) \(sides.1), so that it is \(met ? "met" : "not met")."
      )
    }

    /// The newest figure, the forecast, and how far the threshold lies from it.
    var forecast: String {
      guard let result = explanation.result,
        let distribution = result.forecast.year(explanation.year)?.distribution
      else { return "" }
      var sentences: [String] = []
      if let latest = result.latest {
        let status = latest.status == .final ? "" : " (\(latest.status.title(language)))"
        sentences.append(
          say(
            "Số mới nhất là \(style.percent(latest.percent)) năm \(latest.year)\(status).",
            "The newest figure is \(style.percent(latest.percent)) in \(latest.year)\(status)."))
      }
      let interval = distribution.interval(0.8)
      let range = "\(style.decimal(interval.lowerBound))–\(style.decimal(interval.upperBound))"
      sentences.append(
        say(
          "Dự báo giữa của năm \(explanation.year) là \(style.percent(distribution.median)); tám phần mười khả năng nằm trong \(range).",
          "The middle of the forecast for \(explanation.year) is \(style.percent(distribution.median)); eight chances in ten lie in \(range)."
        ))
      if let distance = value("probability.t"), let threshold = result.threshold,
        let probability = explanation.probability
      {
        let asked = style.percent(threshold.value, decimals: threshold.scale)
        let size = style.decimal(abs(distance), decimals: 2)
        let tails = style.significant(distribution.degreesOfFreedom, digits: 3)
        let chance = style.percent(100 * probability, decimals: 2)
        let side = distance >= 0 ? say("cao hơn", "above") : say("thấp hơn", "below")
        sentences.append(
          say(
            "Ngưỡng \(asked) \(side) dự báo \(size) lần độ rộng; trong phân phối t với \(tails) bậc tự do, phần từ ngưỡng trở lên là \(chance).",
            "The threshold of \(asked) lies \(size) scales \(side) the forecast; of the t distribution with \(tails) degrees of freedom \(chance) lies from it upwards."
          ))
      }
      return sentences.joined(separator: " ")
    }

    /// The joint chance beside product and bounds, and what binds.
    var level: String {
      guard
        let outlook = explanation.analysis.outlook.first(where: { $0.year == explanation.year }),
        let joint = outlook.probabilityIfFactsMet
      else { return "" }
      func percent(_ id: String) -> String {
        style.percent(value(id).map { 100 * $0 }, decimals: 1)
      }
      var sentence = say(
        "Xác suất mọi tỷ lệ cùng đạt năm \(explanation.year) là \(style.percent(100 * joint, decimals: 1)) (nếu không liên quan gì nhau: \(percent("level.product")); ít nhất \(percent("level.frechetLower")), nhiều nhất \(percent("level.frechetUpper"))).",
        "The chance that all shares are met in \(explanation.year) is \(style.percent(100 * joint, decimals: 1)) (were they independent: \(percent("level.product")); at least \(percent("level.frechetLower")), at most \(percent("level.frechetUpper")))."
      )
      if !outlook.bindingRequirements.isEmpty {
        let names = outlook.bindingRequirements.joined(separator: ", ")
        sentence += say(" Vướng nhất ở \(names).", " It is bound by \(names).")
      }
      return sentence
    }
  }
}
