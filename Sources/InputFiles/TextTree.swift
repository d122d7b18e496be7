package import Diagnostics
import Wording
import Yams

/// A YAML or JSON document as texts with positions.
///
/// Scalars keep their spelling ("0.10", "no", "012"), because a schema and not the notation decides
/// what they are; only an unquoted empty value, `~` or `null` is null.
package struct TextTree: Sendable {
  /// What a node holds.
  package indirect enum Content: Sendable {
    /// A text as spelled, NFC; nil for null.
    case scalar(String?)
    /// Nodes in order.
    case sequence([TextTree])
    /// Named nodes in order of the document; names are unique.
    case mapping([Entry])
  }

  /// A named node of a mapping.
  package struct Entry: Sendable {
    /// The name.
    package let key: String
    /// Where the name stands.
    package let keyPosition: InputPosition
    /// The node.
    package let value: TextTree
  }

  /// What the node holds.
  package let content: Content
  /// Where it begins.
  package let position: InputPosition

  /// Reads a document.
  ///
  /// - Throws: `Faults` with `tree.syntax` at line and column, or what `TextEncoding` finds.
  package static func read(_ source: SourceFile) throws(Faults) -> TextTree {
    let bytes = try TextEncoding.decoded(source).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw Faults(syntaxFault(error, in: bytes, of: source.path))
    }
    guard let node else {
      throw Faults(Diagnostic(.treeEmpty, at: InputPosition(file: source.path, line: 1)))
    }
    return TextTree(node, file: source.path)
  }

  private init(_ node: Node, file: String) {
    position = Self.position(of: node, file: file)
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      content = .scalar(isNull ? nil : TextKey.composed(scalar.string))
    case .sequence(let sequence):
      content = .sequence(sequence.map { TextTree($0, file: file) })
    case .mapping(let mapping):
      content = .mapping(
        mapping.map { key, value in
          Entry(
            key: TextKey.composed(key.string ?? ""),
            keyPosition: Self.position(of: key, file: file),
            value: TextTree(value, file: file))
        })
    case .alias:
      content = .scalar(nil)
    }
  }

  /// The text of a scalar; nil for null, sequences and mappings.
  package var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// Whether the node is null.
  package var isNull: Bool {
    if case .scalar(nil) = content { true } else { false }
  }

  /// The nodes of a sequence; nil for anything else.
  package var elements: [TextTree]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// The entries of a mapping; nil for anything else.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Returns the node of a name in a mapping.
  package subscript(key: String) -> TextTree? {
    entries?.first { $0.key == key }?.value
  }

  private static func position(of node: Node, file: String) -> InputPosition {
    InputPosition(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  private static func syntaxFault(
    _ error: any Error, in bytes: [UInt8], of path: String
  ) -> Diagnostic {
    var mark: Mark?
    var problem = "\(error)"
    var line: Int?
    switch error as? YamlError {
    case .reader(let text, let offset, _, _):
      problem = text
      line = offset.map { TextEncoding.line(of: min($0, bytes.count), in: bytes) }
    case .scanner(_, let text, let at, _), .parser(_, let text, let at, _),
      .composer(_, let text, let at, _):
      (mark, problem) = (at, text)
    case .duplicatedKeysInMapping(let duplicates, let context):
      mark = context.mark
      problem = "duplicate keys: " + duplicates.map { "\($0)" }.joined(separator: ", ")
    default: break
    }
    return Diagnostic(
      .treeSyntax,
      at: InputPosition(file: path, line: mark?.line ?? line, column: mark?.column),
      ["problem": problem])
  }
}

extension DiagnosticCode {
  package static let treeSyntax = DiagnosticCode(
    "tree.syntax",
    message: Phrase(
      vi: "tệp viết sai cú pháp YAML/JSON ({problem})",
      en: "the file is not valid YAML/JSON ({problem})"),
    remedy: Phrase(
      vi: "Xem lại dòng này và dòng trước: thụt lề, dấu hai chấm, dấu ngoặc, khóa viết lặp.",
      en: "Look at this line and the one before: indentation, colons, brackets, repeated keys."))

  package static let treeEmpty = DiagnosticCode(
    "tree.empty",
    message: Phrase(vi: "tệp trống", en: "the file is empty"),
    remedy: Phrase(vi: "Chọn tệp khác.", en: "Choose another file."))
}
