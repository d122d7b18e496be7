package import Wording

/// How much a finding matters.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// The work cannot go on.
  case error
  /// The work goes on, but the answer has to be read with this in mind.
  case warning
  /// Something worth knowing.
  case note

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What kind of obstacle an error is; the command line maps it to an exit code.
package enum Obstacle: Sendable, Equatable {
  /// The content of an input, or a name asked for, is wrong.
  case invalidData
  /// An input does not exist or cannot be read.
  case missingInput
  /// An output cannot be written, or something of the user's is in the way.
  case output
  /// The data hold too little for an answer.
  case insufficientData
  /// The command was called wrongly.
  case usage
  /// The program itself failed.
  case failure
}

/// A kind of finding: its stable name and its words in every language.
///
/// Declared beside the check that raises it. The name never changes once released: it stands in
/// `--json` and in documentation.
package struct DiagnosticCode: Sendable, Hashable {
  /// The stable name, for example `number.unreadable`.
  package let id: String
  /// How much a finding of this kind matters.
  package let severity: Severity
  /// What kind of obstacle it is when it is an error.
  package let obstacle: Obstacle
  /// What is wrong and why; `{name}` slots are filled from the facts.
  package let message: Phrase
  /// How to mend it, an imperative sentence; the slots are the same.
  package let remedy: Phrase

  package init(
    _ id: String, _ severity: Severity = .error, obstacle: Obstacle = .invalidData,
    message: Phrase, remedy: Phrase
  ) {
    self.id = id
    self.severity = severity
    self.obstacle = obstacle
    self.message = message
    self.remedy = remedy
  }

  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Where in an input something stands; lines and columns count from 1.
package struct InputPosition: Sendable, Hashable {
  /// The file as the user named it.
  package var file: String
  /// The sheet of a workbook.
  package var sheet: String?
  /// The cell as a spreadsheet names it, "B7".
  package var cell: String?
  /// The line, counted from 1 with the header.
  package var line: Int?
  /// The column of a table (field number) or of a text (character), counted from 1.
  package var column: Int?

  package init(
    file: String, sheet: String? = nil, cell: String? = nil, line: Int? = nil, column: Int? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.line = line
    self.column = column
  }

  /// The position in one word: `file:12:3`, or `file [Sheet1!B7]`.
  package var label: String {
    if let cell { return "\(file) [\(sheet.map { $0 + "!" } ?? "")\(cell)]" }
    guard let line else { return sheet.map { "\(file) [\($0)]" } ?? file }
    if let sheet { return "\(file) [\(sheet)]:\(line)" }
    return column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
  }
}

/// One finding about an input, a request or a result.
///
/// It holds facts, not sentences: the sentences are made at rendering, in the reader's language.
package struct Diagnostic: Sendable, Equatable {
  /// The kind of finding.
  package let code: DiagnosticCode
  /// The values that fill the slots of the code's texts; a fact may read differently by language.
  package let facts: [String: Phrase]
  /// The offending value as it stands in the input; of a long one the beginning, with an ellipsis.
  package let value: String?
  /// Where it stands.
  package let position: InputPosition?

  package init(
    _ code: DiagnosticCode, at position: InputPosition? = nil, value: String? = nil,
    _ facts: [String: String] = [:], phrases: [String: Phrase] = [:]
  ) {
    self.code = code
    self.position = position
    self.value = value.map(Self.shortened)
    self.facts = facts.mapValues { Phrase($0) }.merging(phrases) { $1 }
  }

  /// The most characters of a value that a finding shows.
  package static let valueLimit = 200

  private static func shortened(_ value: String) -> String {
    guard value.utf8.count > valueLimit, value.count > valueLimit else { return value }
    return value.prefix(valueLimit) + "…"
  }

  /// How much the finding matters.
  package var severity: Severity { code.severity }

  /// Returns what is wrong, in a language.
  package func message(in language: Language) -> String {
    code.message.filled(slots(in: language), in: language)
  }

  /// Returns how to mend it, in a language.
  package func remedy(in language: Language) -> String {
    code.remedy.filled(slots(in: language), in: language)
  }

  /// Returns the same finding with one fact told anew; used to tell several findings as one.
  package func replacing(_ fact: String, with text: String) -> Diagnostic {
    var facts = facts
    facts[fact] = Phrase(text)
    return Diagnostic(code, at: position, value: value, phrases: facts)
  }

  private func slots(in language: Language) -> [String: String] {
    var slots = facts.mapValues { $0(language) }
    if let value, slots["value"] == nil { slots["value"] = value }
    return slots
  }
}

/// All faults that keep a piece of work from going on.
package struct Faults: Error, Sendable, Equatable {
  /// The findings, in the order of the input; at least one is an error.
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    precondition(
      diagnostics.contains { $0.severity == .error }, "faults without an error: \(diagnostics)")
    self.diagnostics = diagnostics
  }

  package init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }

  /// The obstacle of the first error.
  package var obstacle: Obstacle {
    diagnostics.first { $0.severity == .error }?.code.obstacle ?? .failure
  }
}
