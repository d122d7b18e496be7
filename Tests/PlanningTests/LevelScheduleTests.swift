import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Schedule of a level")
struct LevelScheduleTests {
  private static let provenance = Provenance(source: "Văn bản A", confidence: .press)

  /// Dossier before 28 February, decision before 31 March, kept 36 months, the next level after 12.
  private static func calendar() throws -> AssessmentCalendar {
    func day(_ text: String) throws -> MonthDay { try #require(MonthDay(text)) }
    return AssessmentCalendar(
      dataWindow: .init(from: try day("01-01"), to: try day("12-31"), provenance: provenance),
      dossier: .init(before: try day("02-28"), yearsAfter: 1, provenance: provenance),
      decision: .init(before: try day("03-31"), yearsAfter: 1, provenance: provenance),
      validity: .init(months: 36, countedFrom: .decision, provenance: provenance),
      nextLevel: .init(months: 12, countedFrom: .decision, provenance: provenance))
  }

  private func levels() throws -> [Level] {
    let calendar = try Self.calendar()
    return ["level1", "level2", "level3"].map {
      Rule.level([Rule.share("a", "60")], id: $0, calendar: calendar)
    }
  }

  private func recognition(
    _ level: String, _ year: Int, decided: String?, regulation: String = "rules-a"
  ) -> Recognition {
    Recognition(
      place: Commune.place.name, regulation: regulation, level: level, assessedYear: year,
      decisionDate: decided.flatMap { CalendarDate($0) })
  }

  private func schedule(
    _ level: String, recognition: Recognition?, baseYear: Int = 2025, asOf: String? = nil
  ) throws -> LevelSchedule? {
    let levels = try levels()
    return LevelSchedule.of(
      try #require(levels.first { $0.id == level }), among: levels, recognition: recognition,
      baseYear: baseYear, asOf: asOf.flatMap { CalendarDate($0) })
  }

  @Test("Without a recognition the newest year of data is filed next")
  func plain() throws {
    let found = try #require(try schedule("level1", recognition: nil))
    #expect(found.firstYear == 2025)
    #expect(found.dossierBefore.iso == "2026-02-28")
    #expect(found.decisionBefore.iso == "2026-03-31")
    #expect(found.validThrough?.iso == "2029-03-31")
    #expect(found.wait == nil)
  }

  @Test(
    "A dossier may be filed up to the day before its deadline",
    arguments: [
      ("2026-02-27", 2025), ("2026-02-28", 2026), ("2026-03-01", 2026), ("2027-03-01", 2027),
    ])
  func deadline(asOf: String, first: Int) throws {
    let found = try #require(try schedule("level1", recognition: nil, asOf: asOf))
    #expect(found.firstYear == first)
    #expect(found.wait == nil)
  }

  @Test("A decision of 27 March is not a year old on 28 February: the year is lost")
  func trap() throws {
    let found = try #require(
      try schedule("level2", recognition: recognition("level1", 2024, decided: "2025-03-27")))
    #expect(found.firstYear == 2026)
    #expect(found.dossierBefore.iso == "2027-02-28")
    #expect(found.decisionBefore.iso == "2027-03-31")
    let wait = try #require(found.wait)
    #expect(wait.lostYears == [2025])
    #expect(wait.until.iso == "2026-03-27")
    #expect(wait.months == 12 && wait.confidence == .press && wait.level == "level1")
  }

  @Test(
    "No year is lost when twelve months are over by the last day on which a dossier can be filed",
    arguments: [
      ("2025-02-27", []), ("2025-02-28", [2025]), ("2025-01-15", []), ("2025-03-31", [2025]),
    ]
      as [(String, [Int])])
  func boundary(decided: String, lost: [Int]) throws {
    let found = try #require(
      try schedule("level2", recognition: recognition("level1", 2024, decided: decided)))
    #expect(found.wait?.lostYears == lost)
    #expect(found.firstYear == 2025 + lost.count)
  }

  @Test("A lost year that is over anyway is not told of")
  func doesNotBite() throws {
    let old = recognition("level1", 2024, decided: "2025-03-27")
    let late = try #require(try schedule("level2", recognition: old, asOf: "2026-03-01"))
    #expect(late.firstYear == 2026)
    #expect(late.wait?.lostYears == [])
    let early = try #require(try schedule("level2", recognition: old, baseYear: 2024))
    #expect(early.firstYear == 2026)
    #expect(early.wait?.lostYears == [2025])
  }

  @Test("What is recognised, or higher, has no schedule while the recognition holds")
  func recognised() throws {
    let held = recognition("level2", 2024, decided: "2025-03-27")
    #expect(try schedule("level2", recognition: held) == nil)
    #expect(try schedule("level1", recognition: held) == nil)
    #expect(try schedule("level3", recognition: held) != nil)
    #expect(try schedule("level2", recognition: held, asOf: "2028-03-27") == nil)
    let over = try #require(try schedule("level2", recognition: held, asOf: "2028-03-28"))
    #expect(over.firstYear == 2028)
    #expect(over.wait == nil)
  }

  @Test("A recognition without a day, or of another regulation, holds nothing back")
  func incomparable() throws {
    let undated = try #require(
      try schedule("level2", recognition: recognition("level1", 2025, decided: nil)))
    #expect(undated.firstYear == 2026)
    #expect(undated.wait == nil)
    let other = recognition("level1", 2025, decided: "2026-03-27", regulation: "rules-b")
    let free = try #require(try schedule("level2", recognition: other))
    #expect(free.firstYear == 2025 && free.wait == nil)
    let unknown = try #require(
      try schedule("level2", recognition: recognition("level9", 2025, decided: "2026-03-27")))
    #expect(unknown.firstYear == 2025 && unknown.wait == nil)
  }

  @Test("A plan, or a level without a calendar, is recognised by nobody")
  func none() throws {
    let bare = Rule.level([Rule.share("a", "60")])
    #expect(
      LevelSchedule.of(bare, among: [bare], recognition: nil, baseYear: 2025, asOf: nil) == nil)
    #expect(try Shipped().analysis("level3").schedule == nil)
  }

  @Test("A base year that fails is no year for a dossier, and none that is lost")
  func failing() throws {
    let level = try Shipped().library.level("level2", kind: "xã", regulation: nil)
    let found = try #require(
      LevelSchedule.of(
        level, among: [level], recognition: nil, baseYear: 2025, failing: true, asOf: nil))
    #expect(found.firstYear == 2026 && found.wait == nil)
  }

  @Test("The shipped commune cannot bring level 2 by 2025, which failed, and level 1 is held")
  func shipped() throws {
    let found = try #require(try Shipped().analysis("level2").schedule)
    #expect(found.firstYear == 2026)
    #expect(found.wait?.lostYears == [])
    #expect(found.wait?.until.iso == "2026-03-27")
    #expect(try Shipped().analysis("level1").schedule == nil)
  }
}
