import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Checks of data against rules")
struct DataChecksTests {
  private let pair = Rule.level([
    Rule.share("whole", "50"), Rule.share("part", "12", partOf: "whole"),
  ])

  private func contradictions(_ commune: Commune, _ levels: [Level]? = nil) -> [Diagnostic] {
    DataChecks.contradictions(in: commune.dataset.panel, levels: levels ?? [pair])
  }

  private func analysis(
    _ commune: Commune, _ requirements: [Requirement], horizon: Int = 5,
    accepted: Set<String> = [], supporting: [RegulatedIndicator] = []
  ) throws -> Analysis {
    let level = Rule.level(requirements, supporting: supporting)
    return try analyze(
      commune.dataset, Rule.request(level, horizon: horizon, accepted: accepted))
  }

  /// Five years of counts of a family that is known: nothing to remark.
  private func quiet() -> Commune {
    var commune = Commune()
    for year in 2020...2024 { commune.count("a", year, 400 + year - 2020, of: 1000) }
    return commune
  }

  private let share = Rule.share("a", "60", family: "known")

  private func finding(_ analysis: Analysis, _ code: String) throws -> Diagnostic {
    try #require(analysis.diagnostics.first { $0.code.id == code }, "no \(code)")
  }

  @Test("A sound series of a known family needs no remark")
  func quietSeries() throws {
    let told = try analysis(quiet(), [share]).diagnostics.map(\.code.id)
    #expect(told.filter { $0 != "pace.shrunk" }.isEmpty)
  }

  @Test("Why the expected pace is not the pace so far is told, with both and the pace of others")
  func shrunkPace() throws {
    let told = try finding(try analysis(quiet(), [share]), "pace.shrunk").message(in: .en)
    #expect(told.contains("+0.1 so far"))
    var fast = Commune()
    for year in 2020...2024 { fast.count("a", year, 400 + 20 * (year - 2020), of: 1000) }
    let expected = try analysis(fast, [share]).result("a")?.forecast.expectedPace ?? 0
    let isTold = try analysis(fast, [share]).diagnostics.contains { $0.code.id == "pace.shrunk" }
    #expect(isTold == (abs(expected - 2) >= 0.3))
  }

  @Test("A share that jumps, or a base that doubles, is asked about; a smaller change is not")
  func jumps() throws {
    var commune = quiet()
    commune.count("a", 2025, 600, of: 1000)
    let jump = try finding(try analysis(commune, [share]), "series.jump")
    #expect(jump.message(in: .vi).contains("từ 2024 đến 2025 thay đổi +19,6 điểm"))
    #expect(jump.remedy(in: .vi).contains("5,2 hay 52"))
    var grown = quiet()
    grown.count("a", 2025, 900, of: 2001)
    #expect(try analysis(grown, [share]).codes(of: "a") == ["base.jump"])
    var calm = quiet()
    calm.count("a", 2025, 1000, of: 2000)
    #expect(try analysis(calm, [share]).codes(of: "a").isEmpty)
  }

  @Test("“met” says nothing where a grade above 1 is asked for, and that is told")
  func missingGrade() throws {
    var commune = quiet()
    commune.fact("g", 2024, .met)
    let analysis = try analysis(commune, [share, Rule.grade("g", 2)])
    #expect(analysis.codes(of: "g") == ["fact.grade-missing"])
    #expect(analysis.result("g")?.met == nil)
    #expect(analysis.outlook.allSatisfy { $0.conditionalOn == ["g"] })
  }

  @Test("Facts that no rule asks for are told once each, with the nearest name")
  func strayFacts() throws {
    var commune = quiet()
    commune.fact("learning-weak", 2023, .met)
    commune.fact("learning-weak", 2024, .met)
    let analysis = try analysis(commune, [share, Rule.fact("learning-week")])
    let told = analysis.diagnostics.filter { $0.code.id == "fact.unknown" }
    #expect(told.count == 1)
    #expect(told.first?.remedy(in: .en).contains("learning-week") == true)
  }

  // MARK: The part above its whole

  @Test("A part above its whole is a fault with both figures and its place")
  func partAboveWhole() throws {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 501, of: 1000)
    let found = contradictions(commune)
    #expect(found.map(\.code.id) == ["part.above-whole"])
    #expect(found[0].severity == .error)
    #expect(found[0].value == "501/1000")
    #expect(found[0].position == InputPosition(file: "figures.csv", line: 3))
    for language in Language.allCases {
      let message = found[0].message(in: language)
      for word in ["Xã A", "2024", "part", "501/1000", "whole", "500/1000"] {
        #expect(message.contains(word), "\(message)")
      }
      #expect(!message.contains("{") && !found[0].remedy(in: language).contains("{"))
    }
    #expect(throws: Faults.self) { try analyze(commune.dataset, Rule.request(pair)) }
  }

  @Test("A part as large as its whole is none")
  func partEqualsWhole() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 500, of: 1000)
    commune.percent("whole", 2023, "50.0")
    commune.percent("part", 2023, "50.0")
    #expect(contradictions(commune).isEmpty)
  }

  @Test("Percents are compared as printed, counts over other bases by their shares")
  func percents() {
    var commune = Commune()
    commune.percent("whole", 2022, "12.0")
    commune.percent("part", 2022, "12.1")
    commune.count("whole", 2023, 500, of: 1000)
    commune.count("part", 2023, 200, of: 300)
    commune.count("whole", 2024, 500, of: 1000)
    commune.percent("part", 2024, "50.1")
    #expect(contradictions(commune).map { $0.facts["year"]?.vi } == ["2022", "2023", "2024"])
  }

  @Test("Every place, every year and every release is looked at, the same release first")
  func scope() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000, .preliminary, vintage: "so-bo")
    commune.count("whole", 2024, 520, of: 1000, vintage: "chinh-thuc")
    commune.count("part", 2024, 510, of: 1000, .preliminary, vintage: "so-bo")
    commune.count("part", 2024, 515, of: 1000, vintage: "chinh-thuc")
    commune.count("whole", 2020, 5, of: 10, place: "Thôn 1")
    commune.count("part", 2020, 6, of: 10, place: "Thôn 1")
    commune.count("part", 2021, 6, of: 10, place: "Thôn 1")
    let found = contradictions(commune)
    #expect(found.map { $0.facts["place"]?.vi } == ["Xã A", "Thôn 1"])
    #expect(found.map(\.value) == ["510/1000", "6/10"])
  }

  @Test("A pair that stands in several levels is told once; a level without pairs tells nothing")
  func onePairOnce() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 501, of: 1000)
    let second = Rule.level(pair.requirements, id: "level2")
    #expect(contradictions(commune, [pair, second]).count == 1)
    #expect(contradictions(commune, [Rule.level([Rule.share("part", "12")])]).isEmpty)
    let dangling = Rule.level([Rule.share("part", "12", partOf: "nowhere")])
    #expect(contradictions(commune, [dangling]).isEmpty)
  }

  // MARK: Remarks

  @Test("An indicator that no rule knows is told with its nearest names")
  func unknownIndicator() throws {
    var commune = quiet()
    commune.count("traned", 2024, 1, of: 2)
    commune.count("zzz", 2024, 1, of: 2)
    let found = DataChecks.unknownIndicators(
      in: commune.dataset.panel, known: ["a", "trained", "university"])
    #expect(found.map(\.code.id) == ["indicator.unknown", "indicator.unknown"])
    #expect(found.map(\.value) == ["traned", "zzz"])
    #expect(found[0].facts["nearest"] == Phrase("trained"))
    #expect(found[1].facts["nearest"] == Phrase("a, trained, university"))
    #expect(found[0].position?.line == 7)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("A requirement that is met without full evidence is told, one that is not met is not")
  func evidence() throws {
    for (evidence, isTold) in [(Evidence.full, false), (.partial, true), (.none, true)] {
      var commune = quiet()
      commune.fact("f", 2024, .met, evidence)
      commune.fact("n", 2024, .notMet, evidence)
      commune.fact("p", 2027, .met, evidence, planned: true)
      let analysis = try analysis(
        commune, [Rule.fact("f"), Rule.fact("n"), Rule.fact("p"), share])
      #expect(analysis.codes(of: "f") == (isTold ? ["fact.evidence"] : []))
      #expect(analysis.codes(of: "n").isEmpty)
      #expect(analysis.codes(of: "p") == ["fact.planned"])
    }
  }

  @Test("A planned change is told with its year")
  func planned() throws {
    var commune = quiet()
    commune.fact("g", 2024, .grade(2))
    commune.fact("g", 2027, .grade(3), planned: true)
    let analysis = try analysis(commune, [Rule.grade("g", 3), share])
    #expect(analysis.codes(of: "g") == ["fact.planned"])
    let message = try finding(analysis, "fact.planned").message(in: .vi)
    #expect(message.contains("g") && message.contains("2027") && message.contains("kế hoạch"))
  }

  @Test("A definition that was accepted but that no row has is told, with those that differ")
  func unusedAcceptance() throws {
    var commune = quiet()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "theirs")]
    let rule = Rule.share("a", "60", definition: "ours", family: "known")
    let told = try analysis(commune, [rule], accepted: ["nobody's"]).diagnostics
      .filter { $0.code.id == "definition.unused" }
    #expect(told.count == 1)
    #expect(told.first?.value == "nobody's")
    #expect(told.first?.remedy(in: .en).contains("theirs") == true)
  }

  @Test("Another definition is told, and otherwise once it is accepted")
  func definitions() throws {
    var commune = quiet()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "theirs")]
    let rule = Rule.share("a", "60", definition: "ours", family: "known")
    let strict = try analysis(commune, [rule])
    #expect(strict.codes(of: "a") == ["definition.differs"])
    let finding = try finding(strict, "definition.differs")
    #expect(finding.value == "theirs")
    #expect(finding.message(in: .en).contains("“ours”"))
    #expect(finding.remedy(in: .en).contains("--accept-definition theirs"))
    #expect(
      try analysis(commune, [rule], accepted: ["theirs"]).codes(of: "a") == ["definition.accepted"])
    let supporting = RegulatedIndicator(
      id: "a", title: Phrase("a"), direction: .up, definition: "ours", paceFamily: "known")
    commune.count("b", 2024, 1, of: 2)
    let beside = try analysis(commune, [Rule.share("b", "10")], supporting: [supporting])
    #expect(beside.codes(of: "a") == ["definition.differs"])
    #expect(beside.result("a")?.isComparable == false)
  }

  @Test("A figure too near to its threshold is told with the digits that were printed")
  func undecided() throws {
    var commune = Commune()
    for (year, text) in [(2021, "57"), (2022, "58"), (2023, "59"), (2024, "60")] {
      commune.percent("a", year, text)
    }
    let whole = try analysis(commune, [share])
    #expect(whole.result("a")?.met == nil)
    #expect(whole.codes(of: "a") == ["rounding.undecided"])
    let finding = try finding(whole, "rounding.undecided")
    #expect(finding.value == "60")
    #expect(finding.message(in: .vi).contains("60% quá sát ngưỡng 60%"))
    let decimal = try analysis(commune, [Rule.share("a", "60.5", family: "known")])
    let other = try self.finding(decimal, "rounding.undecided")
    #expect(other.message(in: .vi).contains("ngưỡng 60,5%"))
    #expect(other.message(in: .en).contains("threshold 60.5%"))
  }

  @Test("A preliminary or estimated latest figure is told")
  func preliminary() throws {
    for status in [ObservationStatus.preliminary, .estimated] {
      var commune = quiet()
      commune.count("a", 2025, 410, of: 1000, status)
      let analysis = try analysis(commune, [share])
      #expect(analysis.codes(of: "a") == ["figure.preliminary"])
      #expect(
        try finding(analysis, "figure.preliminary").message(in: .vi).contains(status.title.vi))
    }
  }

  @Test("A break inside the figures is told, one outside of them is not")
  func breaks() throws {
    for (year, isTold) in [(2021, true), (2020, false), (2026, false)] {
      var commune = quiet()
      commune.breaks = [
        SeriesBreak(place: nil, indicator: "a", year: year, kind: .survey, note: "cách đếm mới")
      ]
      let analysis = try analysis(commune, [share])
      #expect(analysis.codes(of: "a") == (isTold ? ["series.break"] : []))
      if isTold {
        #expect(try finding(analysis, "series.break").message(in: .vi).contains("cách đếm mới"))
      }
    }
  }

  @Test("Three equal years raise doubt, two do not")
  func constant() throws {
    var commune = Commune()
    for year in 2021...2024 { commune.count("a", year, 400, of: 1000) }
    #expect(try analysis(commune, [share]).codes(of: "a") == ["series.constant"])
    var short = Commune()
    for year in 2023...2024 { short.count("a", year, 400, of: 1000) }
    #expect(try analysis(short, [share]).codes(of: "a") == ["forecast.weak"])
  }

  @Test("Few figures, an unverified family and long distances are told")
  func weakness() throws {
    var commune = Commune()
    for year in 2022...2024 { commune.count("a", year, 400 + year, of: 4000) }
    #expect(try analysis(commune, [share]).codes(of: "a") == ["forecast.weak"])
    let unverified = try analysis(quiet(), [Rule.share("a", "60")])
    #expect(unverified.codes(of: "a") == ["forecast.unverified"])
    #expect(try analysis(quiet(), [share], horizon: 6).codes(of: "a").isEmpty)
    let far = try analysis(quiet(), [share], horizon: 7)
    #expect(far.codes(of: "a") == ["forecast.beyond-record"])
    #expect(try finding(far, "forecast.beyond-record").message(in: .en).contains("2031"))
  }

  @Test("An older series is beyond the record earlier than a newer one")
  func ownDistance() throws {
    var commune = quiet()
    for year in 2016...2020 { commune.count("b", year, 100 + year, of: 4000) }
    let analysis = try analysis(commune, [share, Rule.share("b", "60", family: "known")])
    #expect(analysis.codes(of: "a").isEmpty)
    #expect(analysis.codes(of: "b") == ["forecast.beyond-record"])
    #expect(try finding(analysis, "forecast.beyond-record").message(in: .en).contains("2027"))
  }

  @Test("Every message and remedy is whole in both languages")
  func wording() throws {
    for level in ["level1", "level2", "level3"] {
      for diagnostic in try Shipped().analysis(level).diagnostics {
        for language in Language.allCases {
          let text = diagnostic.message(in: language) + diagnostic.remedy(in: language)
          #expect(!text.contains("{") && !text.contains("}"), "\(text)")
          #expect(!diagnostic.message(in: language).isEmpty)
        }
        #expect(diagnostic.severity != .error)
      }
    }
  }
}
