import Foundation

/// A JSON document as a test sees it.
enum JSONDocument: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONDocument])
  case object([String: JSONDocument])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONDocument].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONDocument].self))
    }
  }

  /// Reads a text, which must be one whole document.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONDocument.self, from: Data(text.utf8))
  }

  subscript(key: String) -> JSONDocument? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSONDocument? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }

  var values: [JSONDocument] { if case .array(let values) = self { values } else { [] } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
}

/// A check of a document against the part of JSON Schema 2020-12 that docs/schema uses.
///
/// Known are `type`, `required`, `properties`, `items`, `enum`, `const`, `anyOf`, `$ref` into `$defs`,
/// `pattern`, `minimum` and `maximum`; any other word that would constrain is itself told as a fault,
/// so that a schema that grows cannot go unchecked in silence.
struct JSONSchemaCheck {
  private static let silentWords: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  let schema: JSONDocument

  init(_ text: String) throws { schema = try JSONDocument(text) }

  /// The schema of the answer.
  static func answer() throws -> JSONSchemaCheck { try named("analysis") }

  /// The schema of the answer of a command.
  static func named(_ command: String) throws -> JSONSchemaCheck {
    let url = Repository.url("docs/schema/\(command).schema.json")
    return try JSONSchemaCheck(String(decoding: Data(contentsOf: url), as: UTF8.self))
  }

  /// Returns what is wrong with a document: one sentence a fault, each with the path to it.
  func faults(in document: JSONDocument) -> [String] {
    faults(in: document, against: schema, at: "$")
  }

  private func faults(
    in document: JSONDocument, against schema: JSONDocument, at path: String
  ) -> [String] {
    guard case .object(let words) = schema else { return ["\(path): the schema is no object"] }
    return words.sorted { $0.key < $1.key }.flatMap { word, value -> [String] in
      switch word {
      case "type": typeFaults(document, value, path)
      case "const": document == value ? [] : ["\(path): is not \(value)"]
      case "enum": value.values.contains(document) ? [] : ["\(path): \(document) is no choice"]
      case "required":
        value.values.compactMap(\.string).filter { key in
          if case .object = document { document[key] == nil } else { false }
        }.map { "\(path): lacks “\($0)”" }
      case "properties": propertyFaults(document, value, path)
      case "items":
        document.values.enumerated().flatMap {
          faults(in: $0.element, against: value, at: "\(path)[\($0.offset)]")
        }
      case "anyOf": anyOfFaults(document, value.values, path)
      case "$ref": referenceFaults(document, value.string ?? "", path)
      case "pattern": patternFaults(document, value.string ?? "", path)
      case "minimum":
        (document.number ?? .infinity) >= (value.number ?? 0) ? [] : ["\(path): is too small"]
      case "maximum":
        (document.number ?? -.infinity) <= (value.number ?? 0) ? [] : ["\(path): is too large"]
      default: Self.silentWords.contains(word) ? [] : ["\(path): “\(word)” cannot be checked"]
      }
    }
  }

  private func typeFaults(_ document: JSONDocument, _ value: JSONDocument, _ path: String)
    -> [String]
  {
    let names = value.string.map { [$0] } ?? value.values.compactMap(\.string)
    return names.contains { Self.isType($0, document) }
      ? [] : ["\(path): is not of type \(names.joined(separator: " or "))"]
  }

  private static func isType(_ name: String, _ document: JSONDocument) -> Bool {
    switch (name, document) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let value)): value == value.rounded()
    default: false
    }
  }

  private func propertyFaults(_ document: JSONDocument, _ value: JSONDocument, _ path: String)
    -> [String]
  {
    guard case .object(let properties) = value else { return [] }
    return properties.sorted { $0.key < $1.key }.flatMap { key, schema in
      document[key].map { faults(in: $0, against: schema, at: "\(path).\(key)") } ?? []
    }
  }

  private func anyOfFaults(_ document: JSONDocument, _ choices: [JSONDocument], _ path: String)
    -> [String]
  {
    let all = choices.map { faults(in: document, against: $0, at: path) }
    if all.contains(where: \.isEmpty) { return [] }
    return all.max { $0.count < $1.count } ?? []
  }

  private func referenceFaults(_ document: JSONDocument, _ reference: String, _ path: String)
    -> [String]
  {
    let name = String(reference.trimmingPrefix("#/$defs/"))
    guard let target = schema["$defs"]?[name] else { return ["\(path): no schema \(reference)"] }
    return faults(in: document, against: target, at: path)
  }

  private func patternFaults(_ document: JSONDocument, _ pattern: String, _ path: String)
    -> [String]
  {
    guard let text = document.string else { return [] }
    guard let regex = try? Regex(pattern) else { return ["\(path): bad pattern \(pattern)"] }
    return text.contains(regex) ? [] : ["\(path): “\(text)” does not match \(pattern)"]
  }
}
