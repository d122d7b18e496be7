import Forecasting
import Indicators
import Planning
import Wording

/// The numbers of an explanation as the report prints them: rounded, held back where little stands behind them.
struct PrintedNumbers {
  private let explanation: Explanation

  init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  private var cap: ProbabilityCap {
    explanation.result.map { RequirementWords.cap(on: $0) }
      ?? RequirementWords.cap(onAllOf: explanation.analysis.requirements)
  }

  /// Returns the answer in one sentence.
  func answer(_ language: Language) -> String {
    let style = NumberStyle(language)
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
    var parts: [String] = []
    if let probability = explanation.probability {
      parts.append(
        say("xác suất đạt ", "chance ") + style.probability(held(probability), cap: cap))
    } else if explanation.result?.kind != .share || explanation.isPast {
      if explanation.subject != .supporting {
        parts.append(
          explanation.met.map { $0 ? say("đạt", "met") : say("không đạt", "not met") }
            ?? say("chưa biết", "not known"))
      }
    }
    if explanation.isPast,
      let figure = explanation.result?.series?.observation(in: explanation.year)
    {
      parts.append(style.percent(figure.percent, decimals: figure.printedPercent?.scale ?? 1))
    }
    if let distribution = explanation.result?.forecast.year(explanation.year)?.distribution {
      let interval = distribution.interval(0.8)
      parts.append(
        say("trung vị ", "median ") + style.percent(distribution.median)
          + say(", khoảng 80% ", ", 80% interval ")
          + "\(style.decimal(interval.lowerBound))–\(style.decimal(interval.upperBound))")
    }
    return parts.isEmpty ? say("không có dự báo", "no forecast") : parts.joined(separator: "; ")
  }

  /// A share is never certain; exact 0 and 1 are those of facts.
  private func held(_ probability: Double) -> Double {
    explanation.subject == .level ? probability : min(max(probability, 1e-9), 1 - 1e-9)
  }

  /// The chapter on what is printed; nil without a chance.
  var section: Explanation.Section? {
    guard let probability = explanation.probability else { return nil }
    func printed(_ language: Language) -> String {
      NumberStyle(language).probability(held(probability), cap: cap)
    }
    let step = ExplanationStep(
      "printed.probability", vi: "Xác suất in trong báo cáo: phần trăm làm tròn đến số nguyên",
      en: "The chance as printed in the report: whole percent",
      value: .text(Phrase(vi: printed(.vi), en: printed(.en))), remark: reasons)
    return Explanation.Section(
      vi: "Số in trong báo cáo", en: "As printed in the report",
      [step] + record)
  }

  /// Why a probability is not printed beyond a mark.
  private var reasons: Phrase? {
    let results = explanation.result.map { [$0] } ?? explanation.analysis.requirements
    let shares = results.filter { $0.kind == .share && !$0.forecast.years.isEmpty }
    var reasons: [Phrase] = []
    let short = shares.filter { $0.forecast.figureCount < Forecast.uncappedCount }.map(\.id)
    if !short.isEmpty {
      let names = short.joined(separator: ", ")
      reasons.append(
        Phrase(
          vi:
            "\(names): dưới \(Forecast.uncappedCount) năm số liệu, nên không in thấp hơn 5% hay cao hơn 95%.",
          en:
            "\(names): fewer than \(Forecast.uncappedCount) years of data, so that nothing below 5% or above 95% is printed."
        ))
    }
    let unproven = shares.filter(\.isUnprovenRise).map(\.id)
    if !unproven.isEmpty {
      let names = unproven.joined(separator: ", ")
      reasons.append(
        Phrase(
          vi:
            "\(names): còn dưới ngưỡng và bộ số liệu chưa kiểm chứng được khẳng định loại này, nên không in cao hơn 85%.",
          en:
            "\(names): still below the threshold, and the data cannot tell how such statements came out, so that nothing above 85% is printed."
        ))
    }
    guard !reasons.isEmpty else { return nil }
    return Phrase(
      vi: reasons.map(\.vi).joined(separator: " "), en: reasons.map(\.en).joined(separator: " "))
  }

  /// How often such statements came true.
  private var record: [ExplanationStep] {
    guard let result = explanation.result, let record = result.statementRecord else { return [] }
    func sentence(_ language: Language) -> String {
      RecordWords.sentences(of: [result], in: language).joined()
    }
    return [
      ExplanationStep(
        "printed.record", vi: sentence(.vi), en: sentence(.en), formula: "100·{k}/{n}",
        [
          ExplanationStep.Input("k", record.hits, .record),
          ExplanationStep.Input("n", record.count, .record),
        ], value: .number(100 * Double(record.hits) / Double(record.count)), unit: .percent)
    ]
  }
}
