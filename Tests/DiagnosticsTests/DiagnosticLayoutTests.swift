import Testing
import Wording

@testable import Diagnostics

@Suite("DiagnosticLayout")
struct DiagnosticLayoutTests {
  private static func code(_ id: String, _ severity: Severity, remedy: String) -> DiagnosticCode {
    DiagnosticCode(
      id, severity, message: Phrase(vi: "{value} hỏng", en: "{value} is bad"),
      remedy: remedy.isEmpty ? Phrase("") : Phrase(vi: "Sửa {value}.", en: remedy))
  }
  private static let bad = code("test.bad", .error, remedy: "Mend {value}.")
  private static let odd = code("test.odd", .warning, remedy: "")
  private static let fyi = code("test.fyi", .note, remedy: "")

  @Test("A finding shows position, severity, message and code, then how to mend it")
  func one() {
    let diagnostic = Diagnostic(
      Self.bad, at: InputPosition(file: "xa.csv", line: 14, column: 4), value: "n/a")
    #expect(
      DiagnosticLayout(language: .vi).text(of: diagnostic)
        == "xa.csv:14:4: lỗi: n/a hỏng [test.bad]\n    Cách sửa: Sửa n/a.")
    #expect(
      DiagnosticLayout(language: .en).text(of: diagnostic)
        == "xa.csv:14:4: error: n/a is bad [test.bad]\n    Remedy: Mend n/a.")
  }

  @Test("Without a position or a remedy nothing stands in their place")
  func bare() {
    #expect(
      DiagnosticLayout(language: .vi).text(of: Diagnostic(Self.odd, value: "x"))
        == "cảnh báo: x hỏng [test.odd]")
    #expect(
      DiagnosticLayout(language: .en).text(of: Diagnostic(Self.fyi, value: "x"))
        == "note: x is bad [test.fyi]")
  }

  @Test("The most severe come last, otherwise the order of the input is kept")
  func order() {
    let diagnostics = [
      Diagnostic(Self.bad, value: "1"), Diagnostic(Self.fyi, value: "2"),
      Diagnostic(Self.odd, value: "3"), Diagnostic(Self.bad, value: "4"),
    ]
    #expect(
      DiagnosticLayout(language: .en).text(of: diagnostics) == """
        note: 2 is bad [test.fyi]
        warning: 3 is bad [test.odd]
        error: 1 is bad [test.bad]
            Remedy: Mend 1.
        error: 4 is bad [test.bad]
            Remedy: Mend 4.

        """)
    #expect(DiagnosticLayout(language: .en).text(of: []) == "")
  }

  @Test("Repeats of one code beyond the limit are counted and not shown")
  func repeats() {
    let diagnostics =
      (1...5).map { Diagnostic(Self.odd, value: "\($0)") } + [Diagnostic(Self.fyi, value: "9")]
    #expect(
      DiagnosticLayout(language: .vi, repeatLimit: 2).text(of: diagnostics) == """
        lưu ý: 9 hỏng [test.fyi]
        cảnh báo: 1 hỏng [test.odd]
        cảnh báo: 2 hỏng [test.odd]
        … và 3 trường hợp nữa cùng loại [test.odd]; dùng --json để xem tất cả.

        """)
    let english = DiagnosticLayout(language: .en, repeatLimit: 4).text(of: diagnostics)
    #expect(
      english.hasSuffix("… and 1 more of the same kind [test.odd]; use --json to see all.\n"))
    let all = DiagnosticLayout(language: .en, repeatLimit: 5).text(of: diagnostics)
    #expect(!all.contains("…"))
  }
}
