package import Wording

/// Which sign separates the decimals in a file: decided for the file, never for a cell.
///
/// "12,5" and "1.234,5" say comma; "12.5" says point. A sign followed by exactly three digits says
/// nothing by itself ("1.234"); there the kind of column decides, because a share cannot be a
/// thousand and a count cannot have decimals.
package enum NumberConvention: String, Sendable, CaseIterable {
  /// 12.5
  case point
  /// 12,5
  case comma

  /// What a column holds.
  package enum Kind: Sendable {
    /// Whole numbers: counts, bases, years.
    case whole
    /// Percent, 0...100.
    case share
  }

  private var decimalSign: Character { self == .point ? "." : "," }
  private var groupSign: Character { self == .point ? "," : "." }

  /// Returns the convention that a text speaks for; nil when it fits both or is no number.
  package static func evidence(in text: String, kind: Kind) -> NumberConvention? {
    let plain = NumberText.plain(text)
    let points = plain.count { $0 == "." }
    let commas = plain.count { $0 == "," }
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }) else {
      return nil
    }
    switch (points, commas) {
    case (0, 0): return nil
    case (1..., 1...):
      let last = plain.last { $0 == "." || $0 == "," }
      return last == "." ? .point : .comma
    case (2..., 0): return .comma
    case (0, 2...): return .point
    default: break
    }
    let sign: Character = points == 1 ? "." : ","
    let spoken: NumberConvention = points == 1 ? .point : .comma
    let opposite: NumberConvention = points == 1 ? .comma : .point
    let parts = plain.split(separator: sign, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "-" || $0 == "+" }
    let couldBeGroup =
      parts[1].count == 3 && (1...3).contains(whole.count) && whole.first != "0"
    if !couldBeGroup { return spoken }
    return kind == .whole ? opposite : spoken
  }

  /// Reads a number written after this convention; nil when the text is not such a number.
  ///
  /// Blanks between digits, a percent sign, full-width digits and a Unicode minus are understood.
  package func number(_ text: String) -> ExactDecimal? {
    var plain = NumberText.plain(text)
    let parts = plain.split(separator: decimalSign, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: groupSign, omittingEmptySubsequences: false)
    if groups.count > 1 {
      let lead = groups[0].drop { $0 == "-" || $0 == "+" }
      guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(lead.count),
        lead.first != "0"
      else { return nil }
    }
    if parts.count == 2 && parts[1].contains(groupSign) { return nil }
    plain = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    return ExactDecimal(plain: plain)
  }
}

/// Texts of cells that ought to be numbers.
package enum NumberText {
  private static let missingMarks: Set<String> = [
    "", "-", "–", "—", "x", "/", "...", "…", "..", "−",
  ]

  /// Whether a text is one of the words by which programs mark a missing figure: NA, NaN, null.
  package static func isMissingWord(_ text: String) -> Bool {
    missingWords.contains(text.lowercased())
  }

  private static let missingWords: Set<String> = [
    "na", "n/a", "nan", "null", "none", "<na>", "--", "---", "×", "không có", "chưa có",
    "chưa có số liệu", "không có số liệu", "kcsl", "kxđ",
  ]

  /// Whether a text stands for "no figure": empty, a dash, "x", "/", dots.
  package static func isMissing(_ text: String) -> Bool {
    missingMarks.contains(text.lowercased())
  }

  /// Whether a text is written like a number, whatever its decimal sign: digits, signs, blanks, "%".
  package static func isNumber(_ text: String) -> Bool {
    let plain = plain(text)
    return plain.contains { $0.isNumber }
      && plain.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
  }

  /// Whether a text is a number with an exponent, as programs write it: 6.796e+03.
  package static func isScientific(_ text: String) -> Bool {
    text.wholeMatch(of: /[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}/) != nil
  }

  /// Returns the text with ASCII digits, without blanks and without a percent sign at its end.
  static func plain(_ text: String) -> String {
    var plain = ""
    var number = CellText.trimmed(text).unicodeScalars[...]
    if number.last == "%" || number.last == "％" { number = number.dropLast() }
    for scalar in number {
      switch scalar {
      case "−", "–", "－": plain.append("-")
      case "，": plain.append(",")
      case "．": plain.append(".")
      case "\u{FF10}"..."\u{FF19}":
        plain.append(Character(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))))
      default: if !scalar.properties.isWhitespace { plain.unicodeScalars.append(scalar) }
      }
    }
    return plain
  }
}
