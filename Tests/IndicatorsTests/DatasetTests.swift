import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("Dataset")
struct DatasetTests {
  private static func fact(
    _ year: Int, _ note: String, place: String = "A", indicator: String = "i",
    isPlanned: Bool = false, released: String? = nil
  ) -> FactRecord {
    FactRecord(
      place: place, indicator: indicator, year: year, value: .met, isPlanned: isPlanned,
      released: released.flatMap { CalendarDate($0) }, note: note,
      position: InputPosition(file: "f.csv"))
  }

  private let dataset = Dataset(
    title: "t", panel: IndicatorPanel(entries: []),
    facts: [
      fact(2027, "plan", isPlanned: true, released: "2026-01-15"),
      fact(2025, "again", released: "2026-03-01"),
      fact(2025, "planned before", isPlanned: true, released: "2024-01-01"),
      fact(2025, "first", released: "2026-01-15"),
      fact(2022, "undated"),
      fact(2023, "elsewhere", place: "B"),
      fact(2023, "another", indicator: "j"),
    ],
    assignments: [
      Assignment(requirement: "1.1", leadAgency: "X", supportingAgencies: []),
      Assignment(requirement: "1.2", leadAgency: "Y", supportingAgencies: ["Z"]),
    ])

  @Test("Records come in order of years, plans after facts, newer releases after older ones")
  func order() {
    #expect(
      dataset.facts(place: "A", indicator: "i").map(\.note)
        == ["undated", "first", "again", "planned before", "plan"])
    #expect(dataset.facts(place: "A", indicator: "nothing").isEmpty)
  }

  @Test("Only records known on the day are seen")
  func asOf() {
    let day = CalendarDate("2026-02-01")
    #expect(
      dataset.facts(place: "A", indicator: "i", asOf: day).map(\.note)
        == ["undated", "first", "planned before", "plan"])
  }

  @Test("Who answers is found by requirement")
  func assignment() {
    #expect(dataset.assignment(for: "1.2")?.leadAgency == "Y")
    #expect(dataset.assignment(for: "1") == nil)
  }

  @Test("A data set is not illustrative and says nothing unless told")
  func defaults() {
    #expect(!dataset.isIllustrative)
    #expect(dataset.notice == nil)
    #expect(dataset.defaultPlace == nil)
    #expect(dataset.recognitions.isEmpty)
  }
}
