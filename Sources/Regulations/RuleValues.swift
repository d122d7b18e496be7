package import Diagnostics
import InputFiles
import Wording

extension RuleMapping {
  /// Returns a required text; the empty text stands in for a missing one.
  func text(_ key: String, _ faults: inout [Diagnostic]) -> String {
    guard requiredNode(key, &faults) != nil else { return "" }
    return optionalText(key, &faults) ?? ""
  }

  /// Returns a text; nil when the key is absent or null.
  func optionalText(_ key: String, _ faults: inout [Diagnostic]) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, !text.allSatisfy(\.isWhitespace) else {
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .text))
      return nil
    }
    return text
  }

  /// Returns a required id and where it stands; the empty id stands in for a missing one.
  func identifier(_ key: String = "id", _ faults: inout [Diagnostic]) -> Placed<String> {
    guard requiredNode(key, &faults) != nil else { return Placed(value: "", position: position) }
    return reference(key, &faults) ?? Placed(value: "", position: position)
  }

  /// Returns an id and where it stands; nil when the key is absent or null.
  func reference(_ key: String, _ faults: inout [Diagnostic]) -> Placed<String>? {
    node(key).flatMap { RuleValue.identifier($0, key: key, &faults) }
  }

  /// Returns a required text in both languages.
  func phrase(_ key: String, _ faults: inout [Diagnostic]) -> Phrase {
    guard requiredNode(key, &faults) != nil else { return Phrase("") }
    return optionalPhrase(key, &faults) ?? Phrase("")
  }

  /// Returns a text in both languages: `{vi, en}`, or one text that serves for both.
  func optionalPhrase(_ key: String, _ faults: inout [Diagnostic]) -> Phrase? {
    guard let node = node(key) else { return nil }
    if node.text != nil { return optionalText(key, &faults).map { Phrase($0) } }
    guard let mapping = RuleMapping(node, keys: ["vi", "en"], faults: &faults) else { return nil }
    return Phrase(vi: mapping.text("vi", &faults), en: mapping.text("en", &faults))
  }

  /// Returns `true` or `false`; nil when the key is absent or null.
  func boolean(_ key: String, _ faults: inout [Diagnostic]) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .boolean))
      return nil
    }
  }

  /// Returns a number within limits; nil when the key is absent or null.
  func number(
    _ key: String, in range: ClosedRange<Int>, _ faults: inout [Diagnostic]
  ) -> ExactDecimal? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, let number = RuleValue.number(text) else {
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .number))
      return nil
    }
    return RuleValue.checked(number, of: key, in: range, at: node, &faults) ? number : nil
  }

  /// Returns a whole number within limits; nil when the key is absent or null.
  func whole(_ key: String, in range: ClosedRange<Int>, _ faults: inout [Diagnostic]) -> Int? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, let number = RuleValue.number(text), number.scale == 0 else {
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .whole))
      return nil
    }
    return RuleValue.checked(number, of: key, in: range, at: node, &faults) ? number.unscaled : nil
  }

  /// Returns one of the words that a key may have; nil, with a fault, for any other.
  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, of words: Word.Type, _ faults: inout [Diagnostic]
  ) -> Word? {
    guard let node = node(key) else { return nil }
    if let word = node.text.flatMap({ Word(rawValue: $0) }) { return word }
    let names = Word.allCases.map(\.rawValue)
    faults.append(
      Diagnostic(
        .ruleWordUnknown, at: node.position, value: node.text ?? "…",
        ["key": key, "allowed": names.joined(separator: ", ")],
        phrases: ["hint": NameHint.phrase(for: node.text ?? "", among: names)]))
    return nil
  }

  /// The keys that every entry with a source has.
  static let provenanceKeys = ["source", "article", "confidence", "note"]

  /// Returns where the entry comes from.
  func provenance(_ faults: inout [Diagnostic]) -> Provenance {
    let source = text("source", &faults)
    let isStated = requiredNode("confidence", &faults) != nil
    let confidence = isStated ? word("confidence", of: Confidence.self, &faults) : nil
    return Provenance(
      source: source, article: optionalText("article", &faults),
      confidence: confidence ?? .inferred, note: optionalPhrase("note", &faults))
  }
}

/// What the texts of a rule file mean.
enum RuleValue {
  /// What a key wants, in words.
  enum Expected {
    case text, list, mapping, boolean, number, whole, identifier, levelName, monthDay

    var title: Phrase {
      switch self {
      case .text: Phrase(vi: "một đoạn chữ", en: "a text")
      case .list: Phrase(vi: "một danh sách", en: "a list")
      case .mapping: Phrase(vi: "một nhóm “khóa: giá trị”", en: "a group of “key: value”")
      case .boolean: Phrase(vi: "true hoặc false", en: "true or false")
      case .number:
        Phrase(vi: "một số, dấu thập phân là dấu chấm", en: "a number with a decimal point")
      case .whole: Phrase(vi: "một số nguyên", en: "a whole number")
      case .identifier:
        Phrase(
          vi: "một mã gồm chữ, số và các dấu . - _", en: "an id of letters, digits and . - _")
      case .levelName:
        Phrase(vi: "tên mức, dạng “quy-dinh#muc”", en: "a level as in “regulation#level”")
      case .monthDay:
        Phrase(vi: "tháng-ngày dạng “02-28”", en: "a month and day as in “02-28”")
      }
    }
  }

  /// Returns the number that a text spells; nil for "012", "1e2", "12,5" and other riddles.
  static func number(_ text: String) -> ExactDecimal? {
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole == "0" || whole.first != "0", whole.first != "+",
      whole.first != "-", whole.first != "−", parts.count < 2 || parts[1].utf8.count <= 6
    else { return nil }
    return ExactDecimal(plain: text)
  }

  /// Returns an id that can be named elsewhere; nil, with a fault, when it has other signs.
  static func identifier(
    _ node: TextTree, key: String?, _ faults: inout [Diagnostic]
  ) -> Placed<String>? {
    guard let text = node.text, !text.isEmpty,
      text.allSatisfy({ $0.isLetter || $0.isNumber || ".-_".contains($0) })
    else {
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .identifier))
      return nil
    }
    return Placed(value: text, position: node.position)
  }

  static func checked(
    _ number: ExactDecimal, of key: String, in range: ClosedRange<Int>, at node: TextTree,
    _ faults: inout [Diagnostic]
  ) -> Bool {
    if number >= ExactDecimal(range.lowerBound), number <= ExactDecimal(range.upperBound) {
      return true
    }
    faults.append(
      Diagnostic(
        .ruleNumberRange, at: node.position, value: node.text,
        ["key": key, "low": String(range.lowerBound), "high": String(range.upperBound)]))
    return false
  }
}

extension Diagnostic {
  /// A value of the wrong type; without a key for the items of a list.
  static func ruleType(
    at position: InputPosition, key: String?, value: String?, expected: RuleValue.Expected
  ) -> Diagnostic {
    let subject =
      key.map { Phrase(vi: "giá trị của “\($0)”", en: "the value of “\($0)”") }
      ?? Phrase(vi: "mục này", en: "this entry")
    return Diagnostic(
      .ruleValueType, at: position, value: value,
      phrases: ["subject": subject, "expected": expected.title])
  }
}

extension DiagnosticCode {
  package static let ruleValueType = DiagnosticCode(
    "rule.value.type",
    message: Phrase(vi: "{subject} phải là {expected}", en: "{subject} has to be {expected}"),
    remedy: Phrase(vi: "Viết lại thành {expected}.", en: "Write {expected} here."))

  package static let ruleWordUnknown = DiagnosticCode(
    "rule.word.unknown",
    message: Phrase(
      vi: "“{key}” không nhận “{value}”; chỉ nhận: {allowed}",
      en: "“{key}” does not take “{value}”; it takes: {allowed}"),
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  package static let ruleNumberRange = DiagnosticCode(
    "rule.number.range",
    message: Phrase(
      vi: "“{key}” là {value}, ngoài khoảng {low} đến {high}",
      en: "“{key}” is {value}, outside of {low} to {high}"),
    remedy: Phrase(
      vi: "Ghi một số từ {low} đến {high}.", en: "Write a number from {low} to {high}."))
}
