import Planning
import Wording

/// Formulas of an explanation as a reader sees them: in symbols, and with the numbers in their place.
///
/// Values that enter a formula are written with more digits than its result, so that every line by itself
/// gives all digits of its result, also where two near numbers are subtracted.
struct FormulaText {
  /// The significant digits of values that enter a formula.
  static let inputDigits = 14
  /// The significant digits of results.
  static let resultDigits = 10

  let language: Language

  private var style: NumberStyle { NumberStyle(language) }

  /// Returns a formula in symbols.
  func symbols(_ formula: String) -> String {
    localised(formula).filter { $0 != "{" && $0 != "}" }
  }

  /// Returns a formula with its numbers; nil where one of them is not known.
  func numbers(_ formula: String, _ values: [(symbol: String, value: ExplainedValue)]) -> String? {
    var slots: [String: String] = [:]
    for (symbol, value) in values where formula.contains("{\(symbol)}") {
      guard let text = slot(value) else { return nil }
      slots[symbol] = text
    }
    let filled = Phrase(localised(formula)).filled(slots, in: language)
    // A negative number that is a function's only argument needs no brackets of its own.
    return filled.replacing(/\(\((−[0-9.,]+)\)\)/) { "(\($0.1))" }
  }

  /// Returns a formula with the numbers of a step; empty expansions stand for what no calculator does.
  func numbers(of step: ExplanationStep) -> String? {
    guard let formula = step.expansion ?? step.formula, !formula.isEmpty, step.table == nil else {
      return nil
    }
    return numbers(formula, step.inputs.map { ($0.symbol, $0.value) })
  }

  /// Returns a value as it stands in a formula: in brackets where a sign or power would be misread.
  private func slot(_ value: ExplainedValue) -> String? {
    switch value {
    case .number(let number):
      let text = style.significant(number, digits: Self.inputDigits)
      return number < 0 || text.contains("^") ? "(\(text))" : text
    case .whole(let number): return number < 0 ? "(−\(number.magnitude))" : String(number)
    case .truth, .text, .unknown: return nil
    }
  }

  /// Returns a value by itself.
  func value(_ value: ExplainedValue, digits: Int = FormulaText.resultDigits) -> String {
    switch value {
    case .number(let number): style.significant(number, digits: digits)
    case .whole(let number): number < 0 ? "−\(number.magnitude)" : String(number)
    case .truth(true): Phrase(vi: "đạt", en: "met")(language)
    case .truth(false): Phrase(vi: "không đạt", en: "not met")(language)
    case .text(let phrase): phrase(language)
    case .unknown: NumberStyle.missing
    }
  }

  /// Returns a formula whose own decimals stand as the language writes them.
  private func localised(_ formula: String) -> String {
    style.decimalSeparator == "." ? formula : formula.replacing(".", with: style.decimalSeparator)
  }
}
