package import Diagnostics
package import Wording

/// The one JSON document that every command writes, on success and on failure.
///
/// Its shape is the schema in docs/schema; keys are only ever added.
package struct ResultEnvelope: Sendable {
  /// An input that was read.
  package struct Input: Sendable, Equatable {
    /// The path as the user knows it.
    package let path: String
    /// The SHA-256 of its bytes.
    package let sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The version of the shape.
  package static let schemaVersion = 1

  private let toolVersion: String
  private let inputs: [Input]
  private let data: JSONValue
  private let diagnostics: [Diagnostic]

  /// Makes the document; its status is `error` when a diagnostic is one.
  package init(
    toolVersion: String, inputs: [Input], data: JSONValue, diagnostics: [Diagnostic]
  ) {
    self.toolVersion = toolVersion
    self.inputs = inputs
    self.data = data
    self.diagnostics = diagnostics
  }

  /// Returns the document; sentences are in the language.
  package func json(in language: Language) -> JSONValue {
    let isError = diagnostics.contains { $0.severity == .error }
    return .object([
      ("schemaVersion", .whole(Self.schemaVersion)),
      ("tool", .object([("name", .string("forecast")), ("version", .string(toolVersion))])),
      ("status", .string(isError ? "error" : "ok")),
      (
        "inputs",
        .array(
          inputs.map {
            .object([("path", .string($0.path)), ("sha256", .string($0.sha256))])
          })
      ),
      ("data", data),
      ("diagnostics", .array(diagnostics.map { Self.json(of: $0, in: language) })),
    ])
  }

  private static func json(of diagnostic: Diagnostic, in language: Language) -> JSONValue {
    let position = diagnostic.position
    return .object([
      ("severity", .string(diagnostic.severity.rawValue)),
      ("code", .string(diagnostic.code.id)),
      ("message", .string(diagnostic.message(in: language))),
      ("file", .text(position?.file)),
      ("sheet", .text(position?.sheet)),
      ("cell", .text(position?.cell)),
      ("line", .integer(position?.line)),
      ("column", .integer(position?.column)),
      ("value", .text(diagnostic.value)),
      ("remedy", .string(diagnostic.remedy(in: language))),
    ])
  }
}
