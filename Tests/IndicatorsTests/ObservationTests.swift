import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("Observation")
struct ObservationTests {
  private static let position = InputPosition(file: "a.csv", line: 2)

  private func release(
    _ vintage: String, _ status: ObservationStatus, _ released: String? = nil
  ) -> Observation {
    Observation(
      year: 2024, count: 1, base: 2, status: status, vintage: vintage,
      released: released.flatMap { CalendarDate($0) }, position: Self.position)
  }

  @Test("The percent comes from the counts, and from print only where there are none")
  func percent() {
    let counts = Observation(
      year: 2025, count: 2585, base: 21_503, printedPercent: ExactDecimal(12),
      position: Self.position)
    #expect(counts.percent == 100 * 2585.0 / 21_503)
    let printed = Observation(
      year: 2025, count: 5, printedPercent: ExactDecimal(unscaled: 120, scale: 1),
      position: Self.position)
    #expect(printed.percent == 12)
    #expect(Observation(year: 2025, position: Self.position).percent.isNaN)
    #expect(Observation(year: 2025, count: 0, base: 0, position: Self.position).percent.isNaN)
    #expect(Observation(year: 2025, count: 0, base: 7, position: Self.position).percent == 0)
  }

  @Test("A figure is seen from its release, or from the last day of its year")
  func visibility() throws {
    let dated = release("", .final, "2025-06-30")
    let undated = release("", .final)
    let eve = try #require(CalendarDate("2025-06-29"))
    let day = try #require(CalendarDate("2025-06-30"))
    #expect(!dated.isVisible(on: eve))
    #expect(dated.isVisible(on: day))
    #expect(dated.isVisible(on: nil))
    #expect(undated.isVisible(on: CalendarDate("2024-12-31")))
    #expect(!undated.isVisible(on: CalendarDate("2024-12-30")))
  }

  @Test("The day of publication decides first, then how settled a figure is, then its name")
  func newer() {
    let pairs = [
      (release("b", .preliminary, "2025-01-15"), release("a", .final, "2025-06-30")),
      (release("2024-so-bo", .preliminary), release("2024-chinh-thuc", .final)),
      (release("z", .estimated), release("a", .preliminary)),
      (release("GSO-2018", .final), release("GSO-2022", .final)),
    ]
    for (older, newer) in pairs {
      #expect(newer.isNewer(than: older), "\(newer.vintage) after \(older.vintage)")
      #expect(!older.isNewer(than: newer), "\(older.vintage) before \(newer.vintage)")
      #expect(!newer.isNewer(than: newer))
    }
  }

  @Test("Each status has a word in both languages")
  func statuses() {
    #expect(
      ObservationStatus.allCases.map { $0.title(.vi) } == ["chính thức", "sơ bộ", "ước"])
    #expect(
      ObservationStatus.allCases.map { $0.title(.en) } == ["final", "preliminary", "estimated"])
  }
}
