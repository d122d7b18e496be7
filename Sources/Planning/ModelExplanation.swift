import Forecasting
import Wording

/// Explains the forecast of a model with a formula: its numbers, then centre, spread and degrees of freedom.
struct ModelExplanation {
  let trace: StatedTrace
  let year: Int
  let distribution: ShareDistribution

  var steps: [ExplanationStep] { [figures] + terms + parts.map(\.step) + outcome }

  private var lastYear: Int { trace.input.years[trace.input.years.count - 1] }

  private var figures: ExplanationStep {
    let scale = distribution.valueScale
    return ExplanationStep(
      "model.figures",
      vi: "Các số dùng, với năm tính từ số cuối (t) và trị số trên thang của mô hình (y)",
      en:
        "The figures with their years from the last (t) and their values on the model's scale (y)",
      table: ExplanationTable(
        columns: [
          .init("year", vi: "Năm", en: "Year"), .init("t"), .init("p", vi: "p (%)", en: "p (%)"),
          .init("y"),
        ],
        rows: zip(trace.input.years, trace.input.percents).map { year, percent in
          [
            .whole(year), .whole(year - lastYear), .number(percent),
            .number(scale.value(ofPercent: percent)),
          ]
        }))
  }

  private var terms: [ExplanationStep] {
    trace.terms.map { term in
      let isFormula = term.rule.contains("{")
      let words = isFormula || term.rule.isEmpty ? "" : " (\(term.rule))"
      let expansion = expanded(term.rule)
      return ExplanationStep(
        "model.\(term.symbol)", vi: "\(term.symbol): \(term.title.vi)\(words)",
        en: "\(term.symbol): \(term.title.en)\(words)",
        formula: isFormula
          ? term.rule.replacing("#", with: "").replacing("[", with: "(").replacing("]", with: ")")
          : nil,
        expansion: isFormula ? expansion : nil,
        isFormula ? (inputs + figureInputs).filter { expansion.contains("{\($0.symbol)}") } : [],
        value: .number(term.value))
    }
  }

  /// Returns a rule with its sums written out, over steps where it speaks of changes, else over figures.
  private func expanded(_ rule: String) -> String {
    guard let open = rule.firstRange(of: "Σ["), let close = rule.lastIndex(of: "]") else {
      return rule
    }
    let term = String(rule[open.upperBound..<close])
    let count = trace.input.years.count - (term.contains("{D#}") ? 1 : 0)
    let sum = (1...count).map { term.replacing("#", with: String($0)) }.joined(separator: " + ")
    return rule[..<open.lowerBound] + "(\(sum))" + rule[rule.index(after: close)...]
  }

  private var inputs: [ExplanationStep.Input] {
    trace.terms.map { .init($0.symbol, $0.value, .step("model.\($0.symbol)")) }
      + [.init("h", year - lastYear, .request)]
  }

  /// The figures y and t, and the changes D over k years between them.
  private var figureInputs: [ExplanationStep.Input] {
    let source = ExplanationStep.Source.step("model.figures")
    let values = trace.input.percents.map { distribution.valueScale.value(ofPercent: $0) }
    let years = trace.input.years
    return years.indices.flatMap { index -> [ExplanationStep.Input] in
      [
        .init("y\(index + 1)", values[index], source),
        .init("t\(index + 1)", years[index] - lastYear, source),
      ]
    }
      + years.indices.dropLast().flatMap { index -> [ExplanationStep.Input] in
        [
          .init("D\(index + 1)", values[index + 1] - values[index], source),
          .init("k\(index + 1)", years[index + 1] - years[index], source),
        ]
      }
  }

  /// Numbers that depend on the years ahead; the damped trend alone has one.
  private var parts: [(step: ExplanationStep, input: ExplanationStep.Input)] {
    trace.formula.parts.map { part in
      let value = DampedTrend.dampedYears(ahead: year - lastYear)
      return (
        ExplanationStep(
          "model.\(part.symbol)", vi: "\(part.symbol): \(part.title.vi)",
          en: "\(part.symbol): \(part.title.en)", formula: part.formula, used(in: part.formula),
          value: .number(value)),
        .init(part.symbol, value, .step("model.\(part.symbol)"))
      )
    }
  }

  private func used(in formula: String) -> [ExplanationStep.Input] {
    inputs.filter { formula.contains("{\($0.symbol)}") }
  }

  private var outcome: [ExplanationStep] {
    let all = inputs + parts.map(\.input)
    func used(_ formula: String) -> [ExplanationStep.Input] {
      all.filter { formula.contains("{\($0.symbol)}") }
    }
    let formula = trace.formula
    return [
      ExplanationStep(
        "forecast.location", vi: "μ: dự báo của năm \(year)", en: "μ: the forecast for \(year)",
        formula: formula.centre, used(formula.centre), value: .number(distribution.location)),
      ExplanationStep(
        "forecast.scale", vi: "σ: độ rộng của dự báo", en: "σ: the scale of the forecast",
        formula: "√(\(formula.variance))", used(formula.variance),
        value: .number(distribution.scale)),
      ExplanationStep(
        "forecast.degreesOfFreedom", vi: "ν: số bậc tự do", en: "ν: degrees of freedom",
        formula: formula.degreesOfFreedom, used(formula.degreesOfFreedom),
        value: .number(distribution.degreesOfFreedom)),
    ]
  }
}
