import Diagnostics
import Forecasting
import Indicators
import Testing

@testable import Evaluation

@Suite("Back-test")
struct BacktestTests {
  private func isSame(_ left: BacktestRow, _ right: BacktestRow) -> Bool {
    left.model == right.model && left.place == right.place && left.origin == right.origin
      && left.history == right.history && left.horizon == right.horizon
  }

  private func expectAlike(_ left: [BacktestRow], _ right: [BacktestRow]) {
    #expect(left.count == right.count)
    for (one, other) in zip(left, right) {
      #expect(isSame(one, other))
      #expect(one.last == other.last && one.actual == other.actual)
      #expect(one.figures == other.figures)
      #expect(abs(one.forecast.location - other.forecast.location) <= 1e-9)
      #expect(abs(one.forecast.scale - other.forecast.scale) <= 1e-9)
    }
  }

  private func cut(
    _ set: BacktestRequest.IndicatorSet, after year: Int
  ) -> BacktestRequest.IndicatorSet {
    BacktestRequest.IndicatorSet(
      indicator: set.indicator, direction: set.direction, places: set.places,
      members: set.members.map { member in
        let count = member.years.count { $0 <= year }
        return RollingPanel.Member(
          years: Array(member.years.prefix(count)), percents: Array(member.percents.prefix(count)))
      })
  }

  @Test(
    "Years that are appended later change no row that was there before",
    arguments: [2019, 2021, 2023])
  func honesty(last: Int) throws {
    let whole = EvaluationFixture.set(places: 7, years: 2010...2024, seed: 3)
    for histories in [[HistoryRule.exactly(4)], [.all(atLeast: 3, atMost: 15)]] {
      let early = try EvaluationFixture.rows(cut(whole, after: last), histories: histories)
      let later = try EvaluationFixture.rows(whole, histories: histories)
        .filter { $0.origin + $0.horizon <= last }
      #expect(early.count > 100)
      expectAlike(early, later)
    }
  }

  @Test("Every model gets the same figures of the same origins")
  func sameOrigins() throws {
    let set = EvaluationFixture.set(places: 4, years: 2012...2020, seed: 5)
    let rows = try EvaluationFixture.rows(set, histories: [.exactly(4)])
    func windows(_ model: Int) -> [[Int]] {
      rows.filter { $0.model == model }
        .map { [$0.place, $0.origin, $0.figures, $0.horizon] }.sorted {
          $0.lexicographicallyPrecedes($1)
        }
    }
    for model in ModelRegistry.all.indices { #expect(windows(model) == windows(0)) }
    // Origins 2015…2019 with one, two and three years that have come.
    #expect(windows(0).count == 4 * (3 + 3 + 3 + 2 + 1))
  }

  @Test("Models that need more figures than a history has are left out of it")
  func tooFew() throws {
    let set = EvaluationFixture.set(places: 3, years: 2015...2020, seed: 5)
    for count in 1...3 {
      let rows = try EvaluationFixture.rows(set, histories: [.exactly(count)])
      let told = Set(rows.map(\.model))
      let able = ModelRegistry.all.indices.filter { ModelRegistry.all[$0].minimumCount <= count }
      #expect(told == Set(able))
    }
  }

  @Test("A row tells what was known, what was forecast and what came")
  func row() throws {
    let set = BacktestRequest.IndicatorSet(
      indicator: "a", direction: .up, places: ["A"],
      members: [RollingPanel.Member(years: Array(2018...2022), percents: [40, 42, 41, 44, 45])])
    let rows = try EvaluationFixture.rows(
      set, models: [NoChange()], histories: [.exactly(3)], horizon: 2)
    #expect(rows.map(\.origin) == [2020, 2020, 2021])
    #expect(rows.map(\.horizon) == [1, 2, 1])
    #expect(rows.map(\.actual) == [44, 45, 45])
    #expect(rows.map(\.last) == [41, 41, 44])
    #expect(rows.map(\.figures) == [3, 3, 3])
    #expect(rows.map(\.meanChange) == [1.5, 1.5, 2])
    #expect(rows[1].forecast.location == 41)
  }

  @Test("A series that did not move has no mean change to scale errors by")
  func still() throws {
    let set = BacktestRequest.IndicatorSet(
      indicator: "a", direction: .up, places: ["A"],
      members: [RollingPanel.Member(years: Array(2018...2021), percents: [40, 40, 40, 41])])
    let rows = try EvaluationFixture.rows(set, models: [NoChange()], histories: [.exactly(3)])
    #expect(rows.map(\.meanChange) == [nil])
  }

  @Test("No target lies beyond a break")
  func breaks() throws {
    let set = BacktestRequest.IndicatorSet(
      indicator: "a", direction: .up, places: ["A", "B"],
      members: [2, 9].map { step in
        RollingPanel.Member(
          years: Array(2010...2020), percents: (0...10).map { 30 + Double($0) },
          brokenSteps: step < 10 ? [step] : [])
      })
    let rows = try EvaluationFixture.rows(set, histories: [.all(atLeast: 3, atMost: 15)])
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.place != 0 || $0.origin >= 2013 })
    #expect(rows.allSatisfy { $0.place != 1 || $0.origin + $0.horizon <= 2019 })
    // A model that looks at one definition only is given none of two.
    for row in rows where row.model != 0 { #expect(row.place == 1 && row.origin < 2020) }
  }

  @Test("Taken as alone, a place is forecast as if there were no other")
  func alone() throws {
    let set = EvaluationFixture.set(places: 4, years: 2012...2020, seed: 9)
    let single = BacktestRequest.IndicatorSet(
      indicator: "share", direction: .up, places: ["Xã 1"], members: [set.members[1]])
    let models: [any TrendModel] = [PaceModel()]
    let alone = try EvaluationFixture.rows(set, models: models, learnsFromOthers: false)
      .filter { $0.place == 1 }
    let only = try EvaluationFixture.rows(single, models: models)
    #expect(!only.isEmpty)
    for (one, other) in zip(alone, only) { #expect(one.forecast == other.forecast) }
    let among = try EvaluationFixture.rows(set, models: models).filter { $0.place == 1 }
    #expect(zip(among, only).contains { $0.forecast != $1.forecast })
  }

  @Test("What the library learned from an indicator's own group is not used to test it")
  func withoutGroup() throws {
    let own = EvaluationFixture.library(
      withoutGroup: ["g": EvaluationFixture.estimates(pace: 3)],
      sets: [PaceSet(id: "share", group: "g", direction: .up, places: 1, figures: 9)])
    let set = EvaluationFixture.set(places: 1, years: 2012...2016, seed: 1)
    func centre(_ library: PaceLibrary) throws -> Double {
      try #require(
        try EvaluationFixture.rows(
          set, models: [PaceModel()], histories: [.exactly(1)], library: library
        ).first
      ).forecast.location
    }
    let level = ValueScale.angular.value(ofPercent: set.members[0].percents[0])
    #expect(abs(try centre(own) - level - 3) < 1)
    #expect(abs(try centre(EvaluationFixture.library()) - level - 0.5) < 0.2)
  }

  @Test("A panel gives one set a kind of place: places with figures, in order")
  func indicatorSets() {
    let panel = IndicatorPanel(
      entries: [
        ("A", "a", 2020), ("A", "a", 2021), ("B", "b", 2020), ("C", "a", 2020), ("D", "a", 2021),
      ].map {
        IndicatorPanel.Entry(
          place: $0.0, indicator: $0.1,
          observation: Observation(
            year: $0.2, count: 4, base: 10, position: InputPosition(file: "f.csv", line: 2)))
      }, places: [Place(name: "D", kind: "tỉnh")],
      breaks: [SeriesBreak(place: nil, indicator: "a", year: 2021, kind: .survey, note: "")])
    let sets = BacktestRequest.IndicatorSet.sets(of: "a", in: panel, direction: .down)
    #expect(sets.map(\.kind) == ["tỉnh", nil] && sets[0].places == ["D"])
    let set = sets[1]
    #expect(set.places == ["A", "C"] && set.direction == .down)
    #expect(set.members.map(\.years) == [[2020, 2021], [2020]])
    #expect(set.members[0].brokenSteps == [0])
    #expect(set.members[0].bases == [10, 10] && set.members[1].percents == [40])
    #expect(BacktestRequest.IndicatorSet.sets(of: "x", in: panel, direction: .up).isEmpty)
  }

  @Test("Former units are left out where the places that they became were rebuilt from them")
  func formerUnits() throws {
    let position = InputPosition(file: "f.csv", line: 2)
    let panel = IndicatorPanel(
      entries: ["A", "B", "C"].map {
        IndicatorPanel.Entry(
          place: $0, indicator: "a",
          observation: Observation(year: 2024, count: 4, base: 10, position: position))
      }, places: ["N", "A", "B", "C"].map { Place(name: $0) })
    let day = try #require(CalendarDate("2025-07-01"))
    let crosswalk = Crosswalk(
      ["A", "B"].map {
        TerritoryTransfer(
          oldPlace: $0, newPlace: "N", share: .decimal(1), validFrom: day, position: position)
      })
    let rebuilt = PanelRebuilding(panel, crosswalk: crosswalk, onlyKnownPlaces: true).panel
    func places(_ panel: IndicatorPanel) -> [String] {
      BacktestRequest.IndicatorSet.sets(of: "a", in: panel, direction: .up).flatMap(\.places)
    }
    #expect(places(panel) == ["A", "B", "C"])
    #expect(places(rebuilt) == ["N", "C"])
  }
}
