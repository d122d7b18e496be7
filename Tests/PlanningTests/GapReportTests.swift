import Indicators
import Regulations
import Testing
import Wording

@testable import Planning

@Suite("GapReport")
struct GapReportTests {
  /// 40% of 1000 in 2020, 50% of 1040 in 2024: the base of 2027 is 1070.
  private static func commune() -> Commune {
    var commune = Commune()
    commune.count("a", 2020, 400, of: 1000)
    commune.count("a", 2024, 520, of: 1040)
    return commune
  }

  private func report(
    _ commune: Commune, _ requirements: [Requirement], by: Int? = 2027,
    accepted: Set<String> = [], paces: PaceLibrary = Rule.paces
  ) throws -> GapReport {
    let request = Rule.request(
      Rule.level(requirements), by: by, accepted: accepted, paces: paces)
    return GapReport(
      try analyze(commune.dataset, request), dataset: commune.dataset, request: request)
  }

  @Test("Points, people, quarters and paces are those worked out by hand")
  func byHand() throws {
    let report = try report(Self.commune(), [Rule.share("a", "60")])
    let row = try #require(report.rows.first)
    #expect(row.reason == .notMet && row.result.gapPoints == 10)
    // ⌈0.6 · 1070⌉ − 520 = 122 people over the twelve quarters of 2025 … 2027.
    #expect(row.people == 122)
    #expect(row.quarters.map(\.people) == [10, 10, 11, 10, 10, 10, 10, 10, 11, 10, 10, 10])
    #expect(row.years.map(\.people) == [41, 40, 41])
    #expect(try abs(#require(row.paceQuarter) - 10.0 / 12) < 1e-12)
    #expect(report.due?.date.iso == "2027-12-31")
    #expect(report.most?.result.id == "a" && report.reserves.isEmpty)
  }

  @Test("A share that is met but whose base outgrows it is endangered, with the people to add")
  func endangered() throws {
    var commune = Commune()
    commune.count("a", 2020, 600, of: 900)
    commune.count("a", 2024, 625, of: 1040)
    let report = try report(commune, [Rule.share("a", "60")])
    let row = try #require(report.rows.first)
    // Base 2027: 1040 + 3·35 = 1145; ⌈0.6 · 1145⌉ − 625 = 62.
    #expect(row.reason == .endangered && row.people == 62)
    #expect(row.quarters.reduce(0) { $0 + $1.people } == 62)
    #expect(row.paceQuarter == nil && row.standing == nil)
    #expect(report.most == nil && report.reserves.isEmpty)
    #expect(report.mostEndangered?.result.id == "a")
  }

  @Test("What is met and safe is no work, and is told as a reserve, the smallest first")
  func reserves() throws {
    var commune = Self.commune()
    commune.count("b", 2024, 900, of: 1000)
    commune.count("c", 2024, 700, of: 1000)
    let report = try report(
      commune, [Rule.share("b", "60"), Rule.share("c", "60"), Rule.share("a", "30")])
    #expect(report.rows.isEmpty && report.most == nil && report.agencies.isEmpty)
    #expect(report.reserves.map(\.id) == ["c", "a", "b"])
  }

  @Test("Facts and grades are work where they fail, are unknown, or documents do not show them")
  func facts() throws {
    var commune = Self.commune()
    commune.fact("met", 2024, .met)
    commune.fact("part", 2024, .met, .partial)
    commune.fact("bare", 2024, .met, Evidence.none)
    commune.fact("fails", 2024, .notMet)
    commune.fact("low", 2024, .grade(1))
    commune.fact("vague", 2024, .met)
    commune.fact("lost", 2024, .met)
    commune.fact("lost", 2026, .notMet, planned: true)
    commune.fact("late", 2024, .met)
    commune.fact("late", 2028, .notMet, planned: true)
    let report = try report(
      commune,
      [
        Rule.share("a", "30"), Rule.fact("met"), Rule.fact("part"), Rule.fact("bare"),
        Rule.fact("fails"), Rule.fact("gone"), Rule.grade("low", 2), Rule.grade("vague", 3),
        Rule.fact("lost"), Rule.fact("late"),
      ])
    let reasons: [(String, GapReason)] = [
      ("part", .evidence), ("bare", .evidence), ("fails", .notMet), ("gone", .unknown),
      ("low", .notMet), ("vague", .unknown), ("lost", .endangered),
    ]
    #expect(report.rows.map(\.result.id) == reasons.map(\.0))
    #expect(report.rows.map(\.reason) == reasons.map(\.1))
    #expect(report.rows.first?.evidence == .partial)
    #expect(report.rows.first { $0.result.id == "gone" }?.evidence == nil)
    #expect(report.rows.allSatisfy { $0.quarters.isEmpty && $0.standing == nil })
    #expect(report.most == nil)
  }

  @Test("Shares that are not known, not comparable or too near to the threshold are work, too")
  func unclear() throws {
    var commune = Self.commune()
    commune.indicators = [
      Indicator(id: "foreign", title: Phrase("foreign"), definition: "old")
    ]
    commune.count("foreign", 2024, 100, of: 1000)
    commune.percent("near", 2024, "60.0")
    let report = try report(
      commune,
      [
        Rule.share("a", "30"), Rule.share("foreign", "60", definition: "new"),
        Rule.share("near", "60"), Rule.share("nothing", "60"),
      ])
    #expect(report.rows.map(\.reason) == [.notComparable, .undecided, .unknown])
    // A gap of figures that count something else is no number of people to find.
    #expect(report.rows[0].quarters.isEmpty && report.rows[0].people == nil)
    #expect(report.rows[0].standing == nil && report.rows[0].parts == nil)
  }

  @Test("Rows are handed out to who leads, in the order of the rule, what nobody leads last")
  func agencies() throws {
    var commune = Self.commune()
    for id in ["b", "c", "d"] { commune.count(id, 2024, 10, of: 100) }
    commune.assignments = [
      Assignment(requirement: "b", leadAgency: "Hội B", supportingAgencies: []),
      Assignment(requirement: "c", leadAgency: "Ban A", supportingAgencies: []),
      Assignment(requirement: "d", leadAgency: "Hội B", supportingAgencies: ["Các thôn"]),
    ]
    let report = try report(commune, ["a", "b", "c", "d"].map { Rule.share($0, "60") })
    #expect(report.agencies.map(\.agency) == ["Hội B", "Ban A", nil])
    #expect(report.agencies.map { $0.rows.map(\.result.id) } == [["b", "d"], ["c"], ["a"]])
  }

  @Test("The pace needed is compared with paces held as long as it is needed")
  func standing() throws {
    let library = PaceLibrary(
      version: "t", estimates: Rule.paces.estimates, shapes: Rule.paces.shapes,
      families: Rule.paces.families,
      placePaces: PaceDistribution(
        probabilities: [0, 0.75, 1],
        bands: [2, 3].map { years in
          PaceDistribution.Band(
            years: years, lower: 0, upper: 100, paces: [0, 3, Double(years) + 1], windows: 200,
            places: 40, indicators: 4)
        }))
    let row = try #require(
      try report(Self.commune(), [Rule.share("a", "60", family: "known")], paces: library).rows
        .first)
    // 10/3 points a year lies a third of the way from 3 to 4: 0.75 + 0.25/3.
    #expect(row.standing?.basis.years == 3)
    #expect(try abs(#require(row.standing).share - (0.75 + 0.25 / 3)) < 1e-12)
    #expect(row.peerPace?.pace == 3 && row.standing?.basis.isOfOtherKinds == false)
    #expect(try report(Self.commune(), [Rule.share("a", "60")]).rows.first?.standing == nil)
  }

  @Test("On the shipped commune quarters add up to the gap, and the hamlets to the commune")
  func shipped() throws {
    let shipped = try Shipped()
    let place = try #require(shipped.dataset.panel.place(named: "Kiến Hưng"))
    let level = try shipped.library.level("level2", kind: place.kind, regulation: nil)
    let request = AnalysisRequest(
      place: place, level: level, levels: [level], knownIndicators: [], paceLibrary: shipped.paces)
    let report = GapReport(
      try analyze(shipped.dataset, request), dataset: shipped.dataset, request: request)
    #expect(report.rows.map(\.result.id) == ["2.2", "3.2", "4.3", "5.1", "5.2a", "5.2b"])
    for row in report.rows where row.result.kind == .share {
      #expect(row.quarters.count == 4)
      #expect(row.quarters.reduce(0) { $0 + $1.people } == row.result.gapPeople)
      #expect(row.parts?.countDifference == 0 && row.parts?.baseDifference == 0)
      #expect(row.standing?.basis.source == .library)
    }
    #expect(report.most?.result.id == "5.1")
  }
}
