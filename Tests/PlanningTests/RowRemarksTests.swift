import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Remarks on rows")
struct RowRemarksTests {
  @Test("A sound series of a known family needs no remark")
  func quietSeries() throws {
    let told = try RowFixture.analysis(RowFixture.quiet(), [RowFixture.share]).diagnostics.map(
      \.code.id)
    #expect(told.filter { $0 != "pace.shrunk" }.isEmpty)
  }

  @Test("Why the expected pace is not the pace so far is told, with both and the pace of others")
  func shrunkPace() throws {
    let told = try RowFixture.finding(
      try RowFixture.analysis(RowFixture.quiet(), [RowFixture.share]), "pace.shrunk"
    ).message(in: .en)
    #expect(told.contains("+0.1 so far"))
    var fast = Commune()
    for year in 2020...2024 { fast.count("a", year, 400 + 20 * (year - 2020), of: 1000) }
    let expected =
      try RowFixture.analysis(fast, [RowFixture.share]).result("a")?.forecast.expectedPace ?? 0
    let isTold = try RowFixture.analysis(fast, [RowFixture.share]).diagnostics.contains {
      $0.code.id == "pace.shrunk"
    }
    #expect(isTold == (abs(expected - 2) >= 0.3))
  }

  @Test("A share that jumps, or a base that doubles, is asked about; a smaller change is not")
  func jumps() throws {
    var commune = RowFixture.quiet()
    commune.count("a", 2025, 600, of: 1000)
    let jump = try RowFixture.finding(
      try RowFixture.analysis(commune, [RowFixture.share]), "series.jump")
    #expect(jump.message(in: .vi).contains("từ 2024 đến 2025 thay đổi +19,6 điểm"))
    #expect(jump.remedy(in: .vi).contains("5,2 hay 52"))
    var grown = RowFixture.quiet()
    grown.count("a", 2025, 900, of: 2001)
    #expect(try RowFixture.analysis(grown, [RowFixture.share]).codes(of: "a") == ["base.jump"])
    var calm = RowFixture.quiet()
    calm.count("a", 2025, 1000, of: 2000)
    #expect(try RowFixture.analysis(calm, [RowFixture.share]).codes(of: "a") == ["change.by-base"])
  }

  @Test("A rebuilt history is told with its years, its units, and whether it widens the interval")
  func rebuiltHistory() throws {
    func analysis(_ share: Double) throws -> Analysis {
      var commune = Commune()
      for year in [2020, 2021, 2023] {
        commune.count("a", year, 400 + year - 2020, of: 1000, place: "Xã cũ")
      }
      commune.count("a", 2024, 404, of: 1000)
      let day = try #require(CalendarDate("2024-07-01"))
      let rows = [(Commune.place.name, share), ("Xã khác", 1 - share)].map { place, share in
        TerritoryTransfer(
          oldPlace: "Xã cũ", newPlace: place, share: .decimal(share), validFrom: day,
          position: InputPosition(file: "c.csv", line: 2, column: 1))
      }
      let dataset = commune.dataset
      let panel = PanelRebuilding(
        dataset.panel, crosswalk: Crosswalk(rows), onlyKnownPlaces: true
      ).panel
      return try analyze(
        dataset.with(panel: panel), Rule.request(Rule.level([RowFixture.share])))
    }
    let whole = try RowFixture.finding(try analysis(1), "history.rebuilt")
    #expect(
      whole.message(in: .vi)
        == "a: số liệu 2020–2021, 2023 được ghép lại từ các đơn vị cũ: Xã cũ")
    #expect(whole.position?.label == "c.csv:2:1")
    let split = try RowFixture.finding(try analysis(0.5), "history.rebuilt")
    #expect(
      split.message(in: .en).hasSuffix("; the interval is widened because a former unit was split"))
    let quiet = try RowFixture.analysis(RowFixture.quiet(), [RowFixture.share])
    #expect(!quiet.diagnostics.contains { $0.code.id == "history.rebuilt" })
  }

  @Test("Years in words: runs are drawn together")
  func yearRanges() {
    #expect(YearWords.ranges([]) == "")
    #expect(YearWords.ranges([2020]) == "2020")
    #expect(YearWords.ranges([2018, 2020, 2021, 2022, 2024]) == "2018, 2020–2022, 2024")
  }

  @Test("“met” says nothing where a grade above 1 is asked for, and that is told")
  func missingGrade() throws {
    var commune = RowFixture.quiet()
    commune.fact("g", 2024, .met)
    let analysis = try RowFixture.analysis(commune, [RowFixture.share, Rule.grade("g", 2)])
    #expect(analysis.codes(of: "g") == ["fact.grade-missing"])
    #expect(analysis.result("g")?.met == nil)
    #expect(analysis.outlook.allSatisfy { $0.conditionalOn == ["g"] })
  }

  @Test("A requirement that is met without full evidence is told, one that is not met is not")
  func evidence() throws {
    for (evidence, isTold) in [(Evidence.full, false), (.partial, true), (.none, true)] {
      var commune = RowFixture.quiet()
      commune.fact("f", 2024, .met, evidence)
      commune.fact("n", 2024, .notMet, evidence)
      commune.fact("p", 2027, .met, evidence, planned: true)
      let analysis = try RowFixture.analysis(
        commune, [Rule.fact("f"), Rule.fact("n"), Rule.fact("p"), RowFixture.share])
      #expect(analysis.codes(of: "f") == (isTold ? ["fact.evidence"] : []))
      #expect(analysis.codes(of: "n").isEmpty)
      #expect(analysis.codes(of: "p") == ["fact.planned"])
    }
  }

  @Test("A planned change is told with its year")
  func planned() throws {
    var commune = RowFixture.quiet()
    commune.fact("g", 2024, .grade(2))
    commune.fact("g", 2027, .grade(3), planned: true)
    let analysis = try RowFixture.analysis(commune, [Rule.grade("g", 3), RowFixture.share])
    #expect(analysis.codes(of: "g") == ["fact.planned"])
    let message = try RowFixture.finding(analysis, "fact.planned").message(in: .vi)
    #expect(message.contains("g") && message.contains("2027") && message.contains("kế hoạch"))
  }

  @Test("Another definition is told, and otherwise once it is accepted")
  func definitions() throws {
    var commune = RowFixture.quiet()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "theirs")]
    let rule = Rule.share("a", "60", definition: "ours", family: "known")
    let strict = try RowFixture.analysis(commune, [rule])
    #expect(strict.codes(of: "a") == ["definition.differs"])
    let finding = try RowFixture.finding(strict, "definition.differs")
    #expect(finding.value == "theirs")
    #expect(finding.message(in: .en).contains("“ours”"))
    #expect(finding.remedy(in: .en).contains("--accept-definition theirs"))
    #expect(
      try RowFixture.analysis(commune, [rule], accepted: ["theirs"]).codes(of: "a") == [
        "definition.accepted"
      ])
    let supporting = RegulatedIndicator(
      id: "a", title: Phrase("a"), direction: .up, definition: "ours", paceFamily: "known")
    commune.count("b", 2024, 1, of: 2)
    let beside = try RowFixture.analysis(commune, [Rule.share("b", "10")], supporting: [supporting])
    #expect(beside.codes(of: "a") == ["definition.differs"])
    #expect(beside.result("a")?.isComparable == false)
  }

  @Test("A figure too near to its threshold is told with the digits that were printed")
  func undecided() throws {
    var commune = Commune()
    for (year, text) in [(2021, "57"), (2022, "58"), (2023, "59"), (2024, "60")] {
      commune.percent("a", year, text)
    }
    let whole = try RowFixture.analysis(commune, [RowFixture.share])
    #expect(whole.result("a")?.met == nil)
    #expect(whole.codes(of: "a") == ["rounding.undecided"])
    let finding = try RowFixture.finding(whole, "rounding.undecided")
    #expect(finding.value == "60")
    #expect(finding.message(in: .vi).contains("60% quá sát ngưỡng 60%"))
    let decimal = try RowFixture.analysis(commune, [Rule.share("a", "60.5", family: "known")])
    let other = try RowFixture.finding(decimal, "rounding.undecided")
    #expect(other.message(in: .vi).contains("ngưỡng 60,5%"))
    #expect(other.message(in: .en).contains("threshold 60.5%"))
  }

  @Test("A preliminary or estimated latest figure is told")
  func preliminary() throws {
    for status in [ObservationStatus.preliminary, .estimated] {
      var commune = RowFixture.quiet()
      commune.count("a", 2025, 410, of: 1000, status)
      let analysis = try RowFixture.analysis(commune, [RowFixture.share])
      #expect(analysis.codes(of: "a") == ["figure.preliminary"])
      #expect(
        try RowFixture.finding(analysis, "figure.preliminary").message(in: .vi).contains(
          status.title.vi))
    }
  }

  @Test("A break inside the figures is told, one outside of them is not")
  func breaks() throws {
    for (year, isTold) in [(2021, true), (2020, false), (2026, false)] {
      var commune = RowFixture.quiet()
      commune.breaks = [
        SeriesBreak(place: nil, indicator: "a", year: year, kind: .survey, note: "cách đếm mới")
      ]
      let analysis = try RowFixture.analysis(commune, [RowFixture.share])
      #expect(analysis.codes(of: "a") == (isTold ? ["series.break"] : []))
      if isTold {
        #expect(
          try RowFixture.finding(analysis, "series.break").message(in: .vi).contains("cách đếm mới")
        )
      }
    }
  }

  @Test("Three equal years raise doubt, two do not")
  func constant() throws {
    var commune = Commune()
    for year in 2021...2024 { commune.count("a", year, 400, of: 1000) }
    #expect(
      try RowFixture.analysis(commune, [RowFixture.share]).codes(of: "a") == ["series.constant"])
    var short = Commune()
    for year in 2023...2024 { short.count("a", year, 400, of: 1000) }
    #expect(try RowFixture.analysis(short, [RowFixture.share]).codes(of: "a") == ["forecast.weak"])
  }

  @Test("Few figures, an unverified family and long distances are told")
  func weakness() throws {
    var commune = Commune()
    for year in 2022...2024 { commune.count("a", year, 400 + year, of: 4000) }
    #expect(
      try RowFixture.analysis(commune, [RowFixture.share]).codes(of: "a") == ["forecast.weak"])
    let unverified = try RowFixture.analysis(RowFixture.quiet(), [Rule.share("a", "60")])
    #expect(unverified.codes(of: "a") == ["forecast.unverified"])
    #expect(
      try RowFixture.analysis(RowFixture.quiet(), [RowFixture.share], horizon: 6).codes(of: "a")
        .isEmpty)
    let far = try RowFixture.analysis(RowFixture.quiet(), [RowFixture.share], horizon: 7)
    #expect(far.codes(of: "a") == ["forecast.beyond-record"])
    #expect(try RowFixture.finding(far, "forecast.beyond-record").message(in: .en).contains("2031"))
  }

  @Test("An older series is beyond the record earlier than a newer one")
  func ownDistance() throws {
    var commune = RowFixture.quiet()
    for year in 2016...2020 { commune.count("b", year, 100 + year, of: 4000) }
    let analysis = try RowFixture.analysis(
      commune, [RowFixture.share, Rule.share("b", "60", family: "known")])
    #expect(analysis.codes(of: "a").isEmpty)
    #expect(analysis.codes(of: "b") == ["forecast.beyond-record"])
    #expect(
      try RowFixture.finding(analysis, "forecast.beyond-record").message(in: .en).contains("2027"))
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
