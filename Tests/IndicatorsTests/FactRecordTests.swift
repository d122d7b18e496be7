import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("FactRecord")
struct FactRecordTests {
  private func record(_ year: Int, released: String? = nil) -> FactRecord {
    FactRecord(
      place: "A", indicator: "i", year: year, value: .met,
      released: released.flatMap { CalendarDate($0) }, position: InputPosition(file: "f.csv"))
  }

  @Test("A record is a fact with full evidence unless said otherwise")
  func defaults() {
    #expect(record(2024).evidence == .full)
    #expect(!record(2024).isPlanned)
    #expect(record(2024).note == "")
  }

  @Test("A record is seen from its release, or from the last day of its year")
  func visibility() {
    #expect(record(2022, released: "2024-03-15").isVisible(on: CalendarDate("2024-03-15")))
    #expect(!record(2022, released: "2024-03-15").isVisible(on: CalendarDate("2024-03-14")))
    #expect(record(2022).isVisible(on: CalendarDate("2022-12-31")))
    #expect(!record(2022).isVisible(on: CalendarDate("2022-12-30")))
    #expect(record(2030).isVisible(on: nil))
  }

  @Test("Grades are told apart from passes")
  func values() {
    #expect(FactValue.grade(1) != .met)
    #expect(FactValue.grade(0) != .notMet)
    #expect(FactValue.grade(2) == .grade(2))
  }

  @Test("Each state of evidence has words in both languages")
  func evidence() {
    #expect(
      Evidence.allCases.map { $0.title(.vi) }
        == ["đủ minh chứng", "minh chứng chưa đủ", "chưa có minh chứng"])
    #expect(
      Evidence.allCases.map { $0.title(.en) }
        == ["full evidence", "partial evidence", "no evidence"])
  }
}
