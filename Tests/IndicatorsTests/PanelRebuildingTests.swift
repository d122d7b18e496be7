import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("Panel rebuilding")
struct PanelRebuildingTests {
  // MARK: Sums

  @Test("Counts and bases are summed; percents are never averaged")
  func sums() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    try fixture.move("B", to: "N", .decimal(0.25))
    try fixture.move("B", to: "elsewhere", .decimal(0.75))
    fixture.count("A", 2024, 90, of: 100)
    fixture.count("B", 2024, 100, of: 1000)
    let panel = fixture.rebuilding().panel
    // 90 + 25 of 100 + 250; the mean of the percents would be 50%.
    #expect(panel.told("N") == ["2024 115/350"])
    #expect(panel.told("elsewhere") == ["2024 75/750"])
    #expect(panel.told("A") == ["2024 90/100"])
    let figure = try #require(panel.series(place: "N", indicator: "i")?.latest)
    #expect(figure.isRebuilt && (figure.rebuildingDeviation ?? 0) > 0)
    #expect(figure.position.label == "c.csv:2:1")
  }

  @Test("Units that move whole give exact whole numbers and no deviation", arguments: 0..<20)
  func wholeUnits(seed: Int) throws {
    var fixture = CrosswalkFixture()
    var (count, base) = (0, 0)
    for unit in 0..<(2 + seed % 5) {
      try fixture.move(
        "A\(unit)", to: "N", unit % 2 == 0 ? .decimal(1) : .counted(part: 7, whole: 7))
      let people = 1_000_003 * (unit + 1) + 7 * seed
      fixture.count("A\(unit)", 2024, people / (unit + 2), of: people)
      count += people / (unit + 2)
      base += people
    }
    let series = try #require(fixture.rebuilding().panel.series(place: "N", indicator: "i"))
    #expect(series.latest?.count == count && series.latest?.base == base)
    #expect(series.latest?.rebuildingDeviation == 0)
    #expect(series.formerUnits.count == 2 + seed % 5)
  }

  @Test("Nobody is lost: all new units together are all old ones", arguments: 0..<40)
  func totals(seed: UInt64) throws {
    var random = SeededChoices(seed)
    var fixture = CrosswalkFixture()
    let news = ["N0", "N1", "N2"]
    var oldCount = 0
    var oldBase = 0
    for unit in 0..<6 {
      let base = random.number(below: 4000) + 50
      let count = random.number(below: base + 1)
      fixture.count("A\(unit)", 2024, count, of: base)
      (oldCount, oldBase) = (oldCount + count, oldBase + base)
      if unit % 2 == 0 {
        let whole = random.number(below: 900) + 2
        let first = random.number(below: whole + 1)
        let second = random.number(below: whole - first + 1)
        for (new, part) in zip(news, [first, second, whole - first - second]) {
          try fixture.move("A\(unit)", to: new, .counted(part: part, whole: whole))
        }
      } else {
        let first = Double(random.number(below: 101)) / 100
        try fixture.move("A\(unit)", to: "N0", .decimal(first))
        try fixture.move("A\(unit)", to: "N2", .decimal(1 - first))
      }
    }
    let panel = fixture.rebuilding().panel
    let lineages = news.flatMap { panel.lineages(of: $0) }
    let exact = lineages.reduce((0, 0)) { ($0.0 + $1.exactCount, $0.1 + $1.exactBase) }
    #expect(abs(exact.0 - Double(oldCount)) < 1e-6 && abs(exact.1 - Double(oldBase)) < 1e-6)
    let whole = lineages.reduce((0, 0)) {
      ($0.0 + ($1.observation.count ?? 0), $0.1 + ($1.observation.base ?? 0))
    }
    #expect(abs(whole.0 - oldCount) <= news.count && abs(whole.1 - oldBase) <= news.count)
    for lineage in lineages {
      #expect((lineage.observation.count ?? 0) <= (lineage.observation.base ?? 0))
      #expect(abs(lineage.exactCount - lineage.parts.map(\.movedCount).reduce(0, +)) < 1e-6)
      #expect(abs(lineage.exactBase - lineage.parts.map(\.movedBase).reduce(0, +)) < 1e-6)
    }
  }

  @Test("Shares differ by base where the crosswalk says so")
  func bases() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N", .decimal(0.5))
    try fixture.move("A", to: "M", .decimal(0.5))
    try fixture.move("A", to: "N", .counted(part: 3, whole: 4), for: "clans")
    try fixture.move("A", to: "M", .counted(part: 1, whole: 4), for: "clans")
    fixture.count("A", 2024, 50, of: 100)
    fixture.count("A", 2024, 8, of: 12, "clans")
    let panel = fixture.rebuilding().panel
    #expect(panel.told("N") == ["2024 25/50"])
    #expect(panel.told("N", "clans") == ["2024 6/9"])
    #expect(panel.told("M", "clans") == ["2024 2/3"])
  }

  @Test("Two changes follow each other; nothing is rounded between them")
  func chain() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("C", to: "N", .decimal(0.5))
    try fixture.move("C", to: "M", .decimal(0.5))
    try fixture.move("A", to: "C", .decimal(0.5), from: "2019-01-01")
    try fixture.move("A", to: "Z", .decimal(0.5), from: "2019-01-01")
    try fixture.move("B", to: "C", from: "2019-01-01")
    fixture.count("A", 2018, 33, of: 101)
    fixture.count("B", 2018, 10, of: 40)
    fixture.count("C", 2019, 30, of: 90)
    fixture.places = [Place(name: "N"), Place(name: "C"), Place(name: "A"), Place(name: "B")]
    let panel = fixture.rebuilding(onlyKnownPlaces: true).panel
    // C in 2018: 16.5 + 10 of 50.5 + 40. N: 13.25 of 45.25; of a rounded C it would be 13 of 45.
    #expect(panel.told("C") == ["2018 26/90", "2019 30/90"])
    #expect(panel.told("N") == ["2018 13/45", "2019 15/45"])
    let lineage = try #require(panel.lineage(place: "N", indicator: "i", year: 2018))
    #expect(lineage.exactCount == 13.25 && lineage.exactBase == 45.25)
    #expect(
      lineage.parts.map { "\($0.place) \($0.via) \($0.weight)" } == [
        "A [\"C\"] 0.25", "B [\"C\"] 0.5",
      ])
    #expect(lineage.parts[0].transfers.map(\.line) == [4, 2])
    #expect(panel.territory.formerUnits(of: "N") == ["C", "A", "B"])
    #expect(panel.told("M").isEmpty && panel.told("Z").isEmpty)
  }

  @Test("What comes out of a split twice is less certain than what comes out of one")
  func chainVariance() throws {
    func deviation(_ first: Double, _ second: Double) throws -> Double {
      var fixture = CrosswalkFixture()
      try fixture.move("A", to: "C", .decimal(first), from: "2019-01-01")
      try fixture.move("C", to: "N", .decimal(second))
      fixture.count("A", 2018, 400, of: 1000)
      let series = fixture.rebuilding().panel.series(place: "N", indicator: "i")
      return try #require(series?.latest?.rebuildingDeviation)
    }
    let once = try deviation(0.5, 1)
    let twice = try deviation(0.5, 0.5)
    #expect(once > 0 && twice > once)
    let late = try deviation(1, 0.5)
    #expect(abs(late - once) < 1e-12)
    #expect(try deviation(1, 1) == 0)
  }

  @Test("The thôn of a former unit say how far its halves may differ")
  func measuredSpread() throws {
    func deviation(_ counts: [Int]) throws -> Double {
      var fixture = CrosswalkFixture()
      fixture.places = [Place(name: "N"), Place(name: "A")]
      try fixture.move("A", to: "N", .decimal(0.5))
      fixture.count("A", 2024, counts.reduce(0, +), of: 100 * counts.count)
      for (index, count) in counts.enumerated() {
        fixture.places.append(Place(name: "T\(index)", parent: "A"))
        fixture.count("T\(index)", 2024, count, of: 100)
      }
      let series = fixture.rebuilding(onlyKnownPlaces: true).panel
        .series(place: "N", indicator: "i")
      return try #require(series?.latest?.rebuildingDeviation)
    }
    #expect(try deviation([30, 30, 30, 30, 30]) == 0)
    // The variance is 250, of which (1 − ½)/(½·5) is left.
    let spread = try deviation([10, 20, 30, 40, 50])
    #expect(abs(spread - 50.squareRoot()) < 1e-12)
  }

  // MARK: What is missing

  @Test("A missing part is never taken for 0: the year is left out and the unit named")
  func missing() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    try fixture.move("B", to: "N")
    for year in 2020...2023 { fixture.count("A", year, 1, of: 2) }
    fixture.count("B", 2021, 1, of: 3)
    fixture.percent("B", 2023, 50)
    fixture.count("A", 2024, 1, of: 2, "j")
    let rebuilding = fixture.rebuilding()
    #expect(rebuilding.panel.told("N") == ["2021 2/5"])
    #expect(
      rebuilding.diagnostics.map(\.summary) == [
        "rebuilding.incomplete B 2020, 2022", "rebuilding.percent-only B 2023",
        "rebuilding.incomplete B 2024",
      ])
    #expect(rebuilding.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test("A unit without a share for an indicator keeps it from being rebuilt")
  func noShare() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N", for: "i")
    fixture.count("A", 2024, 1, of: 2)
    fixture.count("A", 2024, 1, of: 2, "j")
    let rebuilding = fixture.rebuilding()
    #expect(rebuilding.panel.told("N") == ["2024 1/2"])
    #expect(rebuilding.panel.told("N", "j").isEmpty)
    #expect(rebuilding.diagnostics.map(\.summary) == ["rebuilding.no-share A 2024"])
  }

  @Test("A base that rounds to nobody gives no figure")
  func tooSmall() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N", .decimal(0.01))
    fixture.count("A", 2024, 3, of: 9)
    let rebuilding = fixture.rebuilding()
    #expect(rebuilding.panel.told("N").isEmpty)
    #expect(rebuilding.diagnostics.map(\.summary) == ["rebuilding.too-small 2024"])
  }

  @Test("Units that the table of places does not have are told and not rebuilt")
  func elsewhere() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N", .decimal(0.5))
    try fixture.move("A", to: "M", .decimal(0.5))
    fixture.count("A", 2024, 4, of: 10)
    fixture.places = [Place(name: "N"), Place(name: "A")]
    let rebuilding = fixture.rebuilding(onlyKnownPlaces: true)
    #expect(rebuilding.panel.told("N") == ["2024 2/5"])
    #expect(rebuilding.panel.told("M").isEmpty)
    #expect(rebuilding.diagnostics.map(\.summary) == ["rebuilding.elsewhere M"])
  }

  @Test("Figures of a unit after its end are asked about and not used")
  func afterEnd() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    fixture.count("A", 2024, 1, of: 2)
    fixture.count("A", 2025, 1, of: 2)
    let rebuilding = fixture.rebuilding()
    #expect(rebuilding.panel.told("N") == ["2024 1/2"])
    #expect(rebuilding.diagnostics.map(\.summary) == ["rebuilding.after-end A 2025"])
  }

  // MARK: Own figures

  @Test("The unit's own figure wins, and a difference is told")
  func ownFigures() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    for year in 2021...2024 { fixture.count("A", year, 4, of: 10, released: "\(year + 1)-06-30") }
    fixture.count("N", 2022, 4, of: 10, released: "2026-01-10")
    fixture.count("N", 2023, 5, of: 11, released: "2026-01-10")
    fixture.percent("N", 2024, 40, released: "2026-01-10")
    let rebuilding = fixture.rebuilding()
    #expect(rebuilding.panel.told("N") == ["2021 4/10", "2022 4/10", "2023 5/11", "2024 -1/-1"])
    #expect(rebuilding.diagnostics.map(\.summary) == ["rebuilding.differs 5/11 2023"])
    let years = (2021...2024).filter {
      rebuilding.panel.lineage(place: "N", indicator: "i", year: $0) != nil
    }
    #expect(years == [2021])
    // Before the own figures were out there were those of the former unit.
    #expect(
      rebuilding.panel.told("N", asOf: "2025-12-31")
        == ["2021 4/10", "2022 4/10", "2023 4/10", "2024 4/10"])
  }

  @Test("An own figure without a day wins from the end of its year, however settled the parts are")
  func ownWithoutDay() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    fixture.count("A", 2024, 4, of: 10, released: "2024-11-01")
    fixture.count("N", 2024, 5, of: 11, status: .preliminary)
    #expect(fixture.rebuilding().panel.told("N") == ["2024 5/11"])
  }

  // MARK: As known on a day

  @Test(
    "A rebuilt figure is known from the day on which its last part was, and is as settled as the least"
  )
  func asOf() throws {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N")
    try fixture.move("B", to: "N")
    fixture.count("A", 2024, 10, of: 20, status: .preliminary, vintage: "p", released: "2025-01-15")
    fixture.count("A", 2024, 12, of: 20, vintage: "f", released: "2025-06-30")
    fixture.count("B", 2024, 1, of: 5, status: .preliminary, vintage: "p", released: "2025-02-20")
    fixture.count("B", 2024, 2, of: 5, vintage: "f", released: "2025-09-01")
    let panel = fixture.rebuilding().panel
    #expect(panel.told("N", asOf: "2025-01-15").isEmpty)
    #expect(panel.told("N", asOf: "2025-02-19").isEmpty)
    #expect(panel.told("N", asOf: "2025-02-20") == ["2024 11/25"])
    #expect(panel.told("N", asOf: "2025-06-30") == ["2024 13/25"])
    #expect(panel.told("N", asOf: "2025-09-01") == ["2024 14/25"])
    #expect(panel.told("N") == ["2024 14/25"])
    #expect(
      panel.releases(place: "N", indicator: "i")
        .map { "\($0.released?.iso ?? "") \($0.status.rawValue) \($0.vintage)" } == [
          "2025-02-20 preliminary p", "2025-06-30 preliminary f + p", "2025-09-01 final f",
        ])
    let seen = panel.lineage(
      place: "N", indicator: "i", year: 2024, asOf: CalendarDate("2025-07-01"))
    #expect(seen?.parts.map(\.count) == [12, 1])
    #expect(seen?.parts.map(\.position.line) == [3, 4])
  }

  @Test("On no day is a figure known that one of its parts was not", arguments: 0..<30)
  func neverEarly(seed: UInt64) throws {
    var random = SeededChoices(seed)
    var fixture = CrosswalkFixture()
    for unit in ["A", "B", "C"] {
      try fixture.move(unit, to: "N")
      for release in 0...random.number(below: 3) {
        let day = "2025-\(10 + random.number(below: 3))-\(10 + random.number(below: 18))"
        fixture.count(
          unit, 2024, random.number(below: 90), of: 100, vintage: "\(release)",
          released: random.number(below: 4) == 0 ? nil : day)
      }
    }
    let before = fixture.panel
    let panel = fixture.rebuilding().panel
    for month in 1...12 {
      for day in [1, 11, 15, 21, 28] {
        guard let date = CalendarDate(year: 2025, month: month, day: day) else { continue }
        let parts = ["A", "B", "C"].compactMap {
          before.series(place: $0, indicator: "i", asOf: date)?.latest
        }
        let rebuilt = panel.series(place: "N", indicator: "i", asOf: date)?.latest
        #expect((rebuilt != nil) == (parts.count == 3), "\(date.iso)")
        if let rebuilt {
          #expect(rebuilt.count == parts.compactMap(\.count).reduce(0, +), "\(date.iso)")
        }
      }
    }
  }

  // MARK: Breaks

  @Test("A break of territory is mended where the history before it was rebuilt, and only there")
  func breaks() throws {
    var fixture = CrosswalkFixture()
    for place in ["N", "other"] {
      for kind in [SeriesBreak.Kind.territory, .definition] {
        fixture.breaks.append(
          SeriesBreak(place: place, indicator: "i", year: 2025, kind: kind, note: ""))
      }
    }
    fixture.breaks.append(
      SeriesBreak(place: nil, indicator: "i", year: 2022, kind: .territory, note: ""))
    fixture.count("A", 2024, 1, of: 2)
    fixture.count("A", 2021, 1, of: 2)
    fixture.count("N", 2025, 1, of: 2)
    fixture.count("other", 2024, 1, of: 2)
    func kinds(_ panel: IndicatorPanel, _ place: String) -> [String] {
      (panel.series(place: place, indicator: "i")?.breaks ?? []).map { "\($0.year) \($0.kind)" }
    }
    let all = ["2022 territory", "2025 territory", "2025 definition"]
    #expect(kinds(fixture.panel, "N") == all)
    try fixture.move("A", to: "N")
    let panel = fixture.rebuilding().panel
    #expect(kinds(panel, "N") == ["2022 territory", "2025 definition"])
    #expect(kinds(panel, "other") == all)
  }
}

/// Numbers of a fixed sequence (SplitMix64).
private struct SeededChoices {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
