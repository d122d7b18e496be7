import Diagnostics
@testable import Reporting
import Testing
import Wording

@Suite("List of remarks")
struct RemarkListTests {
  private static let weak = DiagnosticCode(
    "forecast.weak", .note, message: Phrase(vi: "{id}: {basis}", en: "{id}: {basis}"),
    remedy: Phrase(vi: "Bổ sung số liệu của {id}.", en: "Add figures of {id}."))
  private static let evidence = DiagnosticCode(
    "fact.evidence", .warning, message: Phrase(vi: "{id} thiếu minh chứng", en: "{id} lacks proof"),
    remedy: Phrase(""))
  private static let general = DiagnosticCode(
    "level.due-passed", .note, message: Phrase(vi: "hạn {value} đã qua", en: "{value} has passed"),
    remedy: Phrase(vi: "Dùng --by.", en: "Use --by."))

  private func weak(_ id: String, _ basis: String) -> Diagnostic {
    Diagnostic(Self.weak, ["id": id, "basis": basis])
  }

  private func merged(_ diagnostics: [Diagnostic], _ language: Language = .vi) -> [String] {
    RemarkList.merged(diagnostics, in: language)
  }

  @Test("Findings that differ in the requirement alone are told once, with all of them")
  func merging() {
    #expect(
      merged([weak("5.1", "3 năm"), weak("KH.1", "3 năm"), weak("KH.2", "3 năm")])
        == ["5.1, KH.1, KH.2: 3 năm. Bổ sung số liệu của 5.1, KH.1, KH.2."])
  }

  @Test("Findings that say something else stay apart, in the order of their first")
  func apart() {
    #expect(
      merged([weak("b", "2 năm"), weak("a", "3 năm"), weak("c", "2 năm")]) == [
        "b, c: 2 năm. Bổ sung số liệu của b, c.", "a: 3 năm. Bổ sung số liệu của a.",
      ])
  }

  @Test("The most severe come first, otherwise the order is kept")
  func severity() {
    let remarks = merged([
      weak("5.1", "3 năm"), Diagnostic(Self.evidence, ["id": "2.2"]),
      Diagnostic(Self.general, value: "2024"), Diagnostic(Self.evidence, ["id": "3.2"]),
    ])
    #expect(
      remarks == [
        "2.2, 3.2 thiếu minh chứng.", "5.1: 3 năm. Bổ sung số liệu của 5.1.",
        "hạn 2024 đã qua. Dùng --by.",
      ])
  }

  @Test("Findings of no requirement are never told as one")
  func withoutRequirement() {
    let twice = [Diagnostic(Self.general, value: "2024"), Diagnostic(Self.general, value: "2024")]
    #expect(merged(twice).count == 2)
    #expect(merged([]).isEmpty)
  }

  @Test("The language chooses the words")
  func language() {
    #expect(merged([Diagnostic(Self.evidence, ["id": "2.2"])], .en) == ["2.2 lacks proof."])
  }
}
