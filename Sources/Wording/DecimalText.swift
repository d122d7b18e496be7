/// A finite number rounded half to even at a fixed number of decimals, as digits.
///
/// Rounding works on the shortest decimal text that reads back to the same `Double`, the number that
/// a person would write down, so that 0.125 at two decimals is 0.12 and 2.675 is 2.68. The result
/// never depends on a locale, and −0 is 0.
///
/// NaN and infinities have no decimal text: `init` returns nil.
package struct DecimalText: Sendable, Equatable {
  /// Whether the rounded value is below zero; false for zero.
  package let isNegative: Bool
  /// Digits before the decimal separator, at least one.
  package let integerDigits: String
  /// Digits after the decimal separator, exactly as many as asked for.
  package let fractionDigits: String

  /// Rounds `value` half to even at `decimals` digits after the separator.
  ///
  /// - Precondition: `decimals` is not negative.
  package init?(_ value: Double, decimals: Int) {
    precondition(decimals >= 0, "decimals is \(decimals), but must not be negative")
    guard value.isFinite else { return nil }
    var (digits, pointIndex) = Self.shortestDigits(of: value.magnitude)
    let kept = pointIndex + decimals
    if kept < 0 {
      digits = [0]
      pointIndex = 1
    } else if kept < digits.count {
      let roundsUp = Self.roundsUp(digits, keeping: kept)
      digits.removeSubrange(kept...)
      if roundsUp { pointIndex += Self.increment(&digits) }
    }
    let whole = pointIndex <= 0 ? [] : digits.prefix(pointIndex)
    let padding = max(0, pointIndex - digits.count)
    let integer = Self.text(whole) + String(repeating: "0", count: padding)
    let leading = String(repeating: "0", count: max(0, min(decimals, -pointIndex)))
    let fraction = leading + Self.text(digits.dropFirst(max(0, pointIndex)))
    integerDigits = integer.isEmpty ? "0" : integer
    fractionDigits =
      String(fraction.prefix(decimals))
      + String(repeating: "0", count: max(0, decimals - fraction.count))
    let isZero = (integerDigits + fractionDigits).allSatisfy { $0 == "0" }
    isNegative = value < 0 && !isZero
  }

  /// Takes a whole number as it is; no digit is lost, however large it is.
  package init(whole value: Int) {
    isNegative = value < 0
    integerDigits = String(value.magnitude)
    fractionDigits = ""
  }

  /// Returns the digits with the given separators, for example "−1.234,5".
  package func joined(
    decimalSeparator: String, groupSeparator: String = "", minus: String = "-"
  ) -> String {
    var grouped = ""
    for (index, digit) in integerDigits.enumerated() {
      let remaining = integerDigits.count - index
      if index > 0 && remaining % 3 == 0 { grouped += groupSeparator }
      grouped.append(digit)
    }
    let fraction = fractionDigits.isEmpty ? "" : decimalSeparator + fractionDigits
    return (isNegative ? minus : "") + grouped + fraction
  }

  /// Returns the shortest round-trip digits of a value and where the decimal point stands in them.
  private static func shortestDigits(of magnitude: Double) -> (digits: [UInt8], pointIndex: Int) {
    let text = magnitude.description
    let parts = text.split(separator: "e", maxSplits: 1)
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", maxSplits: 1)
    let whole = mantissa[0]
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    let digits = (whole + fraction).utf8.map { $0 - UInt8(ascii: "0") }
    return (digits, whole.utf8.count + exponent)
  }

  private static func roundsUp(_ digits: [UInt8], keeping kept: Int) -> Bool {
    let next = digits[kept]
    if next != 5 { return next > 5 }
    let isTie = digits.dropFirst(kept + 1).allSatisfy { $0 == 0 }
    let previousIsOdd = kept > 0 && digits[kept - 1] % 2 == 1
    return !isTie || previousIsOdd
  }

  /// Adds one in the last place; returns 1 when the number grew by a digit, else 0.
  private static func increment(_ digits: inout [UInt8]) -> Int {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return 0
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    return 1
  }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
