import Indicators
import Regulations
import Testing
import Wording

@testable import Planning
@testable import Reporting

@Suite("Words of a due day")
struct DueWordsTests {
  private func due(_ dossier: String?, hasCalendar: Bool = true) throws -> GapDue {
    GapDue(
      date: try #require(CalendarDate("2026-12-31")),
      dossierBefore: dossier.flatMap { CalendarDate($0) },
      provenance: hasCalendar ? Provenance(source: "A", confidence: .verbatim) : nil)
  }

  @Test("A calendar of the rule tells the last day of the data, and the dossier where it knows one")
  func calendar() throws {
    #expect(
      DueWords.sentence(on: try due("2027-02-28")).vi
        == "Hạn: 31/12/2026, ngày cuối của kỳ số liệu; hồ sơ nộp trước ngày 28/02/2027.")
    #expect(
      DueWords.sentence(on: try due(nil)).en == "Due: 2026-12-31, the last day whose data count.")
  }

  @Test("Without a calendar it says plainly that the year's end stands for it")
  func withoutCalendar() throws {
    let sentence = DueWords.sentence(on: try due(nil, hasCalendar: false))
    #expect(
      sentence.vi
        == "Hạn: 31/12/2026, ngày cuối năm mục tiêu (quy định không có lịch xét công nhận).")
    #expect(sentence.en.contains("the rule has no calendar"))
  }
}
