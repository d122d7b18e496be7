import Indicators
import Regulations
import Testing

/// Days of the year, deadlines and periods.
struct AssessmentCalendarTests {
  @Test(
    "a day of the year is two digits and two digits, and exists every year",
    arguments: [
      ("02-28", true), ("12-31", true), ("02-29", false), ("13-01", false), ("2-28", false),
      ("28/02", false), ("", false), ("02-28-01", false),
    ])
  func monthDay(text: String, isDay: Bool) {
    #expect((MonthDay(text) != nil) == isDay)
  }

  @Test("a period runs from the decision or from the end of its year")
  func period() throws {
    let decided = try #require(CalendarDate("2027-03-31"))
    let provenance = Provenance(source: "A", confidence: .inferred)
    let ends = AssessmentCalendar.PeriodStart.allCases.map { start in
      AssessmentCalendar.Period(months: 36, countedFrom: start, provenance: provenance)
        .end(decided: decided)?.iso
    }
    #expect(ends == ["2030-03-31", "2030-12-31"])
  }
}
