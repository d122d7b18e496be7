import Testing
import Wording

@testable import Diagnostics

@Suite("Diagnostic")
struct DiagnosticTests {
  private static let unreadable = DiagnosticCode(
    "test.unreadable",
    message: Phrase(vi: "“{value}” ở cột {name}", en: "“{value}” in {name}"),
    remedy: Phrase(vi: "Sửa {name}.", en: "Mend {name}."))
  private static let warning = DiagnosticCode(
    "test.warning", .warning, message: Phrase("w"), remedy: Phrase(""))
  private static let missing = DiagnosticCode(
    "test.missing", obstacle: .missingInput, message: Phrase("m"), remedy: Phrase(""))

  @Test("Severities are ordered from note to error")
  func severities() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    #expect(Severity.note < .error)
    #expect(!(Severity.error < .error))
  }

  @Test("A code is known by its id alone, and is an error of the data unless said otherwise")
  func codes() {
    let other = DiagnosticCode(
      "test.unreadable", .note, message: Phrase("x"), remedy: Phrase("y"))
    #expect(other == Self.unreadable)
    #expect(Set([other, Self.unreadable]).count == 1)
    #expect(Self.unreadable.severity == .error)
    #expect(Self.unreadable.obstacle == .invalidData)
  }

  @Test(
    "A position is one word",
    arguments: [
      (InputPosition(file: "xa.csv"), "xa.csv"),
      (InputPosition(file: "xa.csv", line: 14), "xa.csv:14"),
      (InputPosition(file: "xa.csv", line: 14, column: 4), "xa.csv:14:4"),
      (InputPosition(file: "xa.csv", column: 4), "xa.csv"),
      (InputPosition(file: "xa.xlsx", sheet: "2025", cell: "B7"), "xa.xlsx [2025!B7]"),
      (InputPosition(file: "xa.xlsx", cell: "B7", line: 7, column: 2), "xa.xlsx [B7]"),
    ])
  func labels(position: InputPosition, expected: String) {
    #expect(position.label == expected)
  }

  @Test("Value and facts fill the sentences of both languages")
  func sentences() {
    let diagnostic = Diagnostic(
      Self.unreadable, value: "n/a", phrases: ["name": Phrase(vi: "tỷ lệ", en: "percent")])
    #expect(diagnostic.message(in: .vi) == "“n/a” ở cột tỷ lệ")
    #expect(diagnostic.message(in: .en) == "“n/a” in percent")
    #expect(diagnostic.remedy(in: .vi) == "Sửa tỷ lệ.")
    #expect(diagnostic.remedy(in: .en) == "Mend percent.")
  }

  @Test("A value that looks like a slot is not filled, a fact named value wins over the value")
  func slots() {
    let tricky = Diagnostic(Self.unreadable, value: "{name}", ["name": "{value}"])
    #expect(tricky.message(in: .en) == "“{name}” in {value}")
    let told = Diagnostic(Self.unreadable, value: "raw", ["name": "n", "value": "told"])
    #expect(told.message(in: .en) == "“told” in n")
    let nothing = Diagnostic(Self.unreadable)
    #expect(nothing.message(in: .en) == "“{value}” in {name}")
  }

  @Test("A phrase wins over a plain fact of the same name")
  func phrasesWin() {
    let diagnostic = Diagnostic(
      Self.unreadable, value: "v", ["name": "fact"], phrases: ["name": Phrase("phrase")])
    #expect(diagnostic.message(in: .vi) == "“v” ở cột phrase")
  }

  @Test("Telling one fact anew leaves the rest of a finding as it was")
  func replacing() {
    let position = InputPosition(file: "a", line: 1)
    let original = Diagnostic(Self.unreadable, at: position, value: "v", ["name": "a", "x": "y"])
    let told = original.replacing("name", with: "a, b")
    #expect(
      told == Diagnostic(Self.unreadable, at: position, value: "v", ["name": "a, b", "x": "y"]))
    #expect(told != original)
  }

  @Test("Faults take their obstacle from the first error")
  func obstacle() {
    let faults = Faults([
      Diagnostic(Self.warning), Diagnostic(Self.missing), Diagnostic(Self.unreadable),
    ])
    #expect(faults.obstacle == .missingInput)
    #expect(faults.diagnostics.count == 3)
    #expect(Faults(Diagnostic(Self.unreadable)).obstacle == .invalidData)
  }

  @Test("Faults without an error are a programmer's error")
  func faultsWithoutError() async {
    await #expect(processExitsWith: .failure) {
      _ = Faults(
        Diagnostic(DiagnosticCode("w", .warning, message: Phrase(""), remedy: Phrase(""))))
    }
    await #expect(processExitsWith: .failure) { _ = Faults([]) }
  }
}
