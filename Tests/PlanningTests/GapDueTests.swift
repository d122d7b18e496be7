import Indicators
import Planning
import Regulations
import Testing
import Wording

@Suite("GapDue")
struct GapDueTests {
  @Test(
    "The shipped circular counts data to the year's end and wants the dossier in the year after")
  func shipped() throws {
    let level = try Shipped().library.level("level2", kind: "xã", regulation: nil)
    let due = try #require(GapDue.of(level, year: 2026))
    #expect(due.date.iso == "2026-12-31" && due.dossierBefore?.iso == "2027-02-28")
    #expect(due.provenance?.source == "Thông tư 25/2023/TT-BGDĐT")
  }

  @Test("The window of the rule file decides, not the year's end")
  func window() throws {
    let provenance = Provenance(source: "A", confidence: .verbatim)
    func day(_ text: String) throws -> MonthDay { try #require(MonthDay(text)) }
    let period = AssessmentCalendar.Period(
      months: 12, countedFrom: .decision, provenance: provenance)
    let calendar = AssessmentCalendar(
      dataWindow: AssessmentCalendar.DataWindow(
        from: try day("01-01"), to: try day("09-30"), provenance: provenance),
      dossier: AssessmentCalendar.Deadline(
        before: try day("11-15"), yearsAfter: 0, provenance: provenance),
      decision: AssessmentCalendar.Deadline(
        before: try day("12-31"), yearsAfter: 0, provenance: provenance), validity: period,
      nextLevel: period)
    let due = try #require(
      GapDue.of(Rule.level([Rule.fact("f")], calendar: calendar), year: 2027))
    #expect(due.date.iso == "2027-09-30" && due.dossierBefore?.iso == "2027-11-15")
  }

  @Test("Without a calendar it is the end of the year, and no dossier is known")
  func withoutCalendar() throws {
    let level = Rule.level([Rule.fact("f")])
    let due = try #require(GapDue.of(level, year: 2026))
    #expect(due.date.iso == "2026-12-31" && due.dossierBefore == nil && due.provenance == nil)
    #expect(GapDue.of(level, year: 10_000) == nil)
  }
}
