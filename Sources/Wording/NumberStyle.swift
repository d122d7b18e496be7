import Foundation

/// How numbers are written in a language: the decimal separator, the thousands separator, the minus.
///
/// Vietnamese official text writes "1.234,5" and English "1,234.5". Nothing reads the locale.
package struct NumberStyle: Sendable, Equatable {
  /// The separator before the decimals.
  package let decimalSeparator: String
  /// The separator between groups of three digits.
  package let groupSeparator: String

  /// What is printed where a number is not known.
  package static let missing = "–"

  package init(_ language: Language) {
    switch language {
    case .vi: (decimalSeparator, groupSeparator) = (",", ".")
    case .en: (decimalSeparator, groupSeparator) = (".", ",")
    }
  }

  /// Returns a number at fixed decimals, rounded half to even, without grouping.
  ///
  /// Nil, NaN and infinities read as `missing`.
  package func decimal(_ value: Double?, decimals: Int = 1) -> String {
    guard let value, let text = DecimalText(value, decimals: decimals) else { return Self.missing }
    return text.joined(decimalSeparator: decimalSeparator, minus: "−")
  }

  /// Returns a number at fixed decimals with an explicit sign, "+1,2" or "−0,3"; zero has none.
  package func signed(_ value: Double?, decimals: Int = 1) -> String {
    guard let value, let text = DecimalText(value, decimals: decimals) else { return Self.missing }
    let isZero = (text.integerDigits + text.fractionDigits).allSatisfy { $0 == "0" }
    let joined = text.joined(decimalSeparator: decimalSeparator, minus: "−")
    return text.isNegative || isZero ? joined : "+" + joined
  }

  /// Returns a number at so many significant digits, rounded half to even, without zeros at the end.
  ///
  /// Numbers below a millionth and from 10^15 are written with a power of ten that a calculator reads:
  /// "1,5·10^(−12)". Nil, NaN and infinities read as `missing`.
  ///
  /// - Precondition: `digits` is at least 1.
  package func significant(_ value: Double?, digits: Int) -> String {
    precondition(digits >= 1, "\(digits) digits say nothing")
    guard let value, value.isFinite else { return Self.missing }
    if value == 0 { return "0" }
    let exponent = Int(log10(value.magnitude).rounded(.down))
    guard (-6..<15).contains(exponent) else {
      let mantissa = significant(value / pow(10, Double(exponent)), digits: digits)
      return "\(mantissa)·10^(\(exponent < 0 ? "−" : "")\(exponent.magnitude))"
    }
    let text = decimal(value, decimals: max(0, digits - 1 - exponent))
    guard text.contains(decimalSeparator) else { return text }
    var kept = text[...]
    while kept.hasSuffix("0") { kept.removeLast() }
    return String(kept.hasSuffix(decimalSeparator) ? kept.dropLast() : kept)
  }

  /// Returns a whole number with grouped thousands, "28.044".
  package func whole(_ value: Int?) -> String {
    guard let value else { return Self.missing }
    return DecimalText(whole: value).joined(
      decimalSeparator: decimalSeparator, groupSeparator: groupSeparator, minus: "−")
  }

  /// Returns a share in percent at one decimal, "53,1%".
  package func percent(_ value: Double?, decimals: Int = 1) -> String {
    guard let value, value.isFinite else { return Self.missing }
    return decimal(value, decimals: decimals) + "%"
  }

  /// Returns a probability as a whole percent.
  ///
  /// - Parameters:
  ///   - probability: a value in 0...1; nil reads as `missing`.
  ///   - cap: the marks beyond which only "<5%", ">85%" or ">95%" is said. Exact 0 and 1 follow from
  ///     facts, not from a series, and stay.
  /// - Returns: for example "34%", "<1%" or ">95%".
  package func probability(_ probability: Double?, cap: ProbabilityCap = .none) -> String {
    guard let probability, probability.isFinite else { return Self.missing }
    if probability == 0 || probability == 1 { return decimal(probability * 100, decimals: 0) + "%" }
    if let lower = cap.lower, probability < lower {
      return "<" + decimal(lower * 100, decimals: 0) + "%"
    }
    if let upper = cap.upper, probability > upper {
      return ">" + decimal(upper * 100, decimals: 0) + "%"
    }
    let percent = decimal(probability * 100, decimals: 0) + "%"
    return percent == "0%" ? "<1%" : percent == "100%" ? ">99%" : percent
  }
}

extension Phrase {
  /// Makes a phrase of a number with its sign, one decimal: "+1,2" and "+1.2".
  package static func signed(_ value: Double?) -> Phrase {
    Phrase(vi: NumberStyle(.vi).signed(value), en: NumberStyle(.en).signed(value))
  }

  /// Makes a phrase of a share in percent that reads as each language writes numbers.
  ///
  /// - Parameters:
  ///   - value: the share; a missing one reads as `NumberStyle.missing`.
  ///   - decimals: the digits after the separator.
  /// - Returns: for example "12,0%" and "12.0%".
  package static func percent(_ value: Double?, decimals: Int) -> Phrase {
    Phrase(
      vi: NumberStyle(.vi).percent(value, decimals: decimals),
      en: NumberStyle(.en).percent(value, decimals: decimals))
  }
}
