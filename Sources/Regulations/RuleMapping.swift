package import Diagnostics
import InputFiles
import Wording

/// A value and where it stands in a rule file.
struct Placed<Value: Sendable>: Sendable {
  let value: Value
  let position: InputPosition
}

/// A mapping of a rule file whose keys were held against the known ones.
///
/// Its readers note every fault and go on with a stand-in value, so that all faults of a file are
/// found in one reading. Stand-ins never leave the reader: a file with a fault gives no regulation.
struct RuleMapping {
  let position: InputPosition
  private let entries: [TextTree.Entry]

  /// Notes unknown keys; nil, with a fault, when the node is not a mapping.
  init?(_ node: TextTree, keys: [String], faults: inout [Diagnostic]) {
    guard let entries = node.entries else {
      faults.append(.ruleType(at: node.position, key: nil, value: node.text, expected: .mapping))
      return nil
    }
    for entry in entries where !keys.contains(entry.key) {
      faults.append(
        Diagnostic(
          .ruleKeyUnknown, at: entry.keyPosition, value: entry.key,
          phrases: ["hint": NameHint.phrase(for: entry.key, among: keys)]))
    }
    self.entries = entries
    position = node.position
  }

  /// Returns the node of a key; nil when the key is absent or null.
  func node(_ key: String) -> TextTree? {
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isNull else {
      return nil
    }
    return node
  }

  /// Returns the node of a key, or notes that it is missing.
  func requiredNode(_ key: String, _ faults: inout [Diagnostic]) -> TextTree? {
    if let node = node(key) { return node }
    let null = entries.first { $0.key == key }?.value
    faults.append(Diagnostic(.ruleKeyMissing, at: null?.position ?? position, ["key": key]))
    return nil
  }

  /// Notes that a key is missing when it is not there at all; null is a value.
  func expectKey(_ key: String, _ faults: inout [Diagnostic]) {
    guard !entries.contains(where: { $0.key == key }) else { return }
    faults.append(Diagnostic(.ruleKeyMissing, at: position, ["key": key]))
  }

  /// Notes keys that have no meaning beside the kind of requirement that the mapping holds.
  func refuse(_ keys: [String], besideKind kind: String, _ faults: inout [Diagnostic]) {
    for entry in entries where keys.contains(entry.key) {
      faults.append(
        Diagnostic(
          .ruleKeyMisplaced, at: entry.keyPosition, value: entry.key, ["kind": kind]))
    }
  }

  /// Returns the items of a required list; notes one that is missing, no list, or empty.
  func requiredList(_ key: String, _ faults: inout [Diagnostic]) -> [TextTree] {
    guard let node = requiredNode(key, &faults) else { return [] }
    let items = list(key, &faults)
    if node.elements?.isEmpty == true {
      faults.append(Diagnostic(.ruleListEmpty, at: node.position, ["key": key]))
    }
    return items
  }

  /// Returns the items of a list; none when the key is absent.
  func list(_ key: String, _ faults: inout [Diagnostic]) -> [TextTree] {
    guard let node = node(key) else { return [] }
    guard let elements = node.elements else {
      faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .list))
      return []
    }
    return elements
  }

  /// The keys with their nodes, for mappings whose keys are names given by the writer.
  static func named(_ node: TextTree, _ faults: inout [Diagnostic]) -> [TextTree.Entry] {
    if let entries = node.entries { return entries }
    faults.append(.ruleType(at: node.position, key: nil, value: node.text, expected: .mapping))
    return []
  }
}

/// The help given when a name is not among the known ones.
enum NameHint {
  /// Returns the nearest names as a question, or all names when none is near.
  static func phrase(for name: String, among names: [String]) -> Phrase {
    let nearest = NearestName.suggestions(for: name, among: names)
    if nearest.isEmpty { return list(names) }
    let quoted = nearest.map { "“\($0)”" }
    return Phrase(
      vi: "Có phải \(quoted.joined(separator: " hoặc ")) không?",
      en: "Did you mean \(quoted.joined(separator: " or "))?")
  }

  private static func list(_ names: [String]) -> Phrase {
    guard !names.isEmpty else {
      return Phrase(vi: "Ở đây chưa khai báo tên nào.", en: "No name is declared here.")
    }
    let joined = names.joined(separator: ", ")
    return Phrase(vi: "Các tên dùng được: \(joined).", en: "Names that can stand here: \(joined).")
  }
}

extension DiagnosticCode {
  package static let ruleKeyUnknown = DiagnosticCode(
    "rule.key.unknown",
    message: Phrase(
      vi: "tệp quy định không có khóa “{value}” ở chỗ này",
      en: "a rule file has no key “{value}” here"),
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  package static let ruleKeyMissing = DiagnosticCode(
    "rule.key.missing",
    message: Phrase(vi: "thiếu khóa “{key}”", en: "the key “{key}” is missing"),
    remedy: Phrase(vi: "Thêm “{key}: …” vào mục này.", en: "Add “{key}: …” to this entry."))

  package static let ruleKeyMisplaced = DiagnosticCode(
    "rule.key.misplaced",
    message: Phrase(
      vi: "khóa “{value}” không dùng với “kind: {kind}”",
      en: "the key “{value}” means nothing beside “kind: {kind}”"),
    remedy: Phrase(vi: "Bỏ khóa này hoặc sửa “kind”.", en: "Remove the key or correct “kind”."))

  package static let ruleListEmpty = DiagnosticCode(
    "rule.list.empty",
    message: Phrase(vi: "danh sách “{key}” trống", en: "the list “{key}” is empty"),
    remedy: Phrase(
      vi: "Ghi ít nhất một mục vào “{key}”.", en: "Put at least one entry into “{key}”."))
}
