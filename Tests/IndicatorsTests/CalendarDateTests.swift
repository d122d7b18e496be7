import Testing

@testable import Indicators

@Suite("CalendarDate")
struct CalendarDateTests {
  @Test(
    "ISO and Vietnamese forms are read",
    arguments: [
      ("2026-01-31", 2026, 1, 31), ("31/01/2026", 2026, 1, 31), ("1/2/2026", 2026, 2, 1),
      ("2026-2-1", 2026, 2, 1), ("2024-02-29", 2024, 2, 29), ("29/02/2000", 2000, 2, 29),
      ("0001-01-01", 1, 1, 1), ("31/12/9999", 9999, 12, 31),
    ])
  func read(text: String, year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect((date.year, date.month, date.day) == (year, month, day))
  }

  @Test(
    "Days that do not exist and other forms are no dates",
    arguments: [
      "2025-02-29", "29/02/1900", "2100-02-29", "31/04/2026", "2026-06-31", "2026-13-01",
      "00/01/2026", "32/01/2026", "2026-00-10", "0000-01-01", "31/01/26", "26-01-31",
      "31-01-2026", "2026/01/31", "2026-01", "2026", "", "-", "//", "2026-01-31T00:00", "2026-01-",
      " 2026-01-31", "31.01.2026", "hôm nay", "2026-+1-01", "２０２６-01-31", "20260131",
      "99999999999999999999-01-01", "01/01/10000", "-2026-01-01",
    ])
  func reject(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Leap years follow the Gregorian rule")
  func leapYears() {
    for year in [1600, 2000, 2024, 2400, 4] {
      #expect(CalendarDate(year: year, month: 2, day: 29) != nil, "\(year)")
    }
    for year in [1900, 2023, 2100, 2200, 1] {
      #expect(CalendarDate(year: year, month: 2, day: 29) == nil, "\(year)")
    }
    let lengths = (1...12).map { month in
      (1...31).last { CalendarDate(year: 2023, month: month, day: $0) != nil }
    }
    #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test(
    "Adding months keeps the day or takes the last of a shorter month",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-11-30", 3, "2027-02-28"), ("2026-12-15", 1, "2027-01-15"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2025-03-27", 60, "2030-03-27"), ("2026-05-31", 0, "2026-05-31"),
      ("0001-01-31", -1, nil), ("9999-12-01", 1, nil), ("0001-01-01", -24, nil),
    ])
  func adding(text: String, months: Int, expected: String?) throws {
    #expect(try #require(CalendarDate(text)).adding(months: months)?.iso == expected)
  }

  @Test("Both written forms are padded and read back")
  func forms() throws {
    let date = try #require(CalendarDate(year: 987, month: 6, day: 5))
    #expect(date.iso == "0987-06-05")
    #expect(date.dayFirst == "05/06/0987")
    #expect(CalendarDate(date.iso) == date)
    #expect(CalendarDate(date.dayFirst) == date)
  }

  @Test("Dates are ordered by year, then month, then day")
  func order() throws {
    let texts = ["2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "2026-01-01"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test("Yearly figures are complete on the last day of the year")
  func endOfYear() {
    #expect(CalendarDate.endOfYear(2025)?.iso == "2025-12-31")
    #expect(CalendarDate.endOfYear(0) == nil)
    #expect(CalendarDate.endOfYear(10_000) == nil)
  }
}
