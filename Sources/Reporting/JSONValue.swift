import Wording

/// A JSON document whose keys keep their order and whose numbers are rounded once, on writing.
///
/// Numbers are rounded half to even to six decimals, or twelve, but for `exact` ones; −0 is 0; NaN and
/// infinities are null. Foundation's encoder fits neither: it orders keys by name or at random and writes every binary digit.
package enum JSONValue: Sendable, Equatable {
  /// `null`: not known.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case whole(Int)
  /// A number, six decimals at most.
  case number(Double)
  /// A number that others compute on with, or of which small parts matter; twelve decimals at most.
  case precise(Double)
  /// A number with all of its binary digits, for values that are computed on.
  case exact(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object([(key: String, value: JSONValue)])

  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text == right.text
  }

  /// Makes a text, or null.
  package static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  /// Makes a number, or null.
  package static func decimal(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  /// Makes a whole number, or null.
  package static func integer(_ value: Int?) -> JSONValue { value.map { .whole($0) } ?? .null }
  /// Makes a truth value, or null.
  package static func truth(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
  /// Makes a list of texts.
  package static func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  /// The document as indented text that ends in a line feed.
  package var text: String {
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
  }

  /// The document on one line, without a line feed.
  package var line: String {
    switch self {
    case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { member in
          JSONValue.string(member.key).line + ": " + member.value.line
        }.joined(separator: ", ") + "}"
    default: String(text.dropLast())
    }
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .whole(let value): output += String(value)
    case .number(let value): output += Self.numberText(value, decimals: 6)
    case .precise(let value): output += Self.numberText(value, decimals: 12)
    case .exact(let value): output += Self.exactText(value)
    case .string(let value): Self.writeString(value, to: &output)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isScalar)
      Self.writeList(values, brackets: ("[", "]"), flat: isFlat, to: &output, indent: indent) {
        value, output, indent in
        value.write(to: &output, indent: indent)
      }
    case .object(let members):
      Self.writeList(members, brackets: ("{", "}"), flat: false, to: &output, indent: indent) {
        member, output, indent in
        Self.writeString(member.key, to: &output)
        output += ": "
        member.value.write(to: &output, indent: indent)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], brackets: (open: String, close: String), flat: Bool,
    to output: inout String, indent: Int, _ write: (Element, inout String, Int) -> Void
  ) {
    output += brackets.open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += flat ? ", " : "," }
      if !flat { output += "\n" + String(repeating: "  ", count: indent + 1) }
      write(element, &output, indent + 1)
    }
    if !flat && !elements.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += brackets.close
  }

  private static func numberText(_ value: Double, decimals: Int) -> String {
    guard let rounded = DecimalText(value, decimals: decimals) else { return "null" }
    var text = rounded.joined(decimalSeparator: ".")
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Returns the shortest text that reads back to the same number.
  private static func exactText(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = (value == 0 ? 0 : value).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func writeString(_ text: String, to output: inout String) {
    output += "\""
    for scalar in TextKey.composed(text).unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
