import Diagnostics
import Indicators
import Testing

@testable import Forecasting

@Suite("Panel walked from origin to origin")
struct RollingPanelTests {
  private func panel(
    _ members: [RollingPanel.Member], history: HistoryRule = .all(atLeast: 3, atMost: 15),
    horizon: Int = 3, learnsFromOthers: Bool = true
  ) -> RollingPanel {
    RollingPanel(
      members: members, lone: LibraryFixture.prior(), history: history, horizon: horizon,
      learnsFromOthers: learnsFromOthers)
  }

  /// One origin of a walk.
  private struct Stop: Equatable {
    let forecasts: [PastForecast]
    let fits: [PaceFit]
  }

  private func walk(_ panel: RollingPanel, through last: Int) throws -> [Stop] {
    var panel = panel
    return try panel.origins.filter { $0 <= last }.map { origin in
      let forecasts = panel.inputs(origin: origin, priors: try panel.priors(origin: origin))
      return Stop(forecasts: forecasts, fits: try panel.fits(forecasts))
    }
  }

  private func until(_ year: Int, _ members: [RollingPanel.Member]) -> [RollingPanel.Member] {
    members.map { member in
      let count = member.years.count { $0 <= year }
      return RollingPanel.Member(
        years: Array(member.years.prefix(count)), percents: Array(member.percents.prefix(count)))
    }
  }

  // MARK: Figures

  @Test(
    "What rebuilt figures may be off goes with them, and stays with them when years are left out")
  func rebuiltFigures() {
    let position = InputPosition(file: "o.csv", line: 2)
    func series(_ deviations: [Double?]) -> IndicatorSeries {
      SeriesFixture.series(
        deviations.enumerated().map { index, deviation in
          Observation(
            year: 2020 + index, count: 40 + index, base: 100, position: position,
            rebuildingDeviation: deviation)
        })
    }
    let member = RollingPanel.Member(series([0.5, 0, 0.7, nil]))
    #expect(member.rebuildingSDs == [0.5, 0, 0.7, 0])
    #expect(RollingPanel.Member(series([nil, nil])).rebuildingSDs.isEmpty)
    let input = member.slice(1...3, prior: LibraryFixture.prior())
    #expect(input.rebuildingSDs == [0, 0.7, 0])
    #expect(
      RollingPanel.Member(series([nil, nil])).slice(0...1, prior: LibraryFixture.prior())
        .rebuildingSDs == [0, 0])
  }

  // MARK: Honesty

  @Test(
    "Nothing after an origin changes what is stated at or before it", arguments: [2018, 2020, 2022])
  func honesty(last: Int) throws {
    let members = LibraryFixture.members(8, seed: 6)
    let whole = try walk(panel(members), through: last)
    let early = try walk(panel(until(last, members)), through: last)
    #expect(whole.count == early.count)
    for (one, other) in zip(whole, early) {
      #expect(one.forecasts.map(\.place) == other.forecasts.map(\.place))
      for (left, right) in zip(one.fits, other.fits) {
        for ahead in 0..<3 {
          #expect(agree(left.centres[ahead], right.centres[ahead], to: 1e-10))
          #expect(agree(left.scales[ahead], right.scales[ahead], to: 1e-10))
          #expect(
            agree(
              left.distribution(horizon: ahead + 1).scale,
              right.distribution(horizon: ahead + 1).scale, to: 1e-10))
        }
      }
    }
  }

  @Test("A later year that is wildly off changes nothing before it")
  func laterShock() throws {
    let members = LibraryFixture.members(8, seed: 9)
    let shocked = members.map { member in
      RollingPanel.Member(
        years: member.years,
        percents: zip(member.years, member.percents).map { $0 > 2021 ? 100 - $1 : $1 })
    }
    #expect(try walk(panel(members), through: 2021) == walk(panel(shocked), through: 2021))
  }

  @Test("The order of places changes nothing but their numbers")
  func order() throws {
    let members = LibraryFixture.members(7, seed: 3)
    let one = try walk(panel(members), through: 2024)
    let other = try walk(panel(Array(members.reversed())), through: 2024)
    for (left, right) in zip(one, other) {
      #expect(left.forecasts.map(\.place) == right.forecasts.map { 6 - $0.place }.reversed())
      for (fit, twin) in zip(left.fits, right.fits.reversed()) {
        for ahead in 1...3 {
          let (first, second) = (
            fit.distribution(horizon: ahead), twin.distribution(horizon: ahead)
          )
          #expect(agree(first.location, second.location, to: 1e-9))
          #expect(agree(first.scale, second.scale, to: 1e-9))
          #expect(agree(first.degreesOfFreedom, second.degreesOfFreedom, to: 1e-9))
        }
      }
    }
  }

  // MARK: What is used

  @Test("Exactly so many figures are taken only of consecutive years that end in the origin")
  func exactHistory() throws {
    let member = RollingPanel.Member(
      years: [2015, 2016, 2017, 2019, 2020, 2021], percents: [1, 2, 3, 5, 6, 7])
    let panel = panel([member], history: .exactly(3))
    let priors = [LibraryFixture.prior()]
    let used = (2015...2022).compactMap { origin in
      panel.inputs(origin: origin, priors: priors).first.map { (origin, $0.input.years) }
    }
    #expect(used.map(\.0) == [2017, 2021])
    #expect(used.map(\.1) == [[2015, 2016, 2017], [2019, 2020, 2021]])
  }

  @Test("All figures are taken over gaps, at least and at most so many")
  func wholeHistory() throws {
    let member = RollingPanel.Member(
      years: [2015, 2016, 2019, 2020, 2021], percents: [1, 2, 5, 6, 7],
      bases: [10, 10, nil, 12, 12])
    let panel = panel([member], history: .all(atLeast: 3, atMost: 4))
    let priors = [LibraryFixture.prior()]
    func input(_ origin: Int) -> TrendInput? {
      panel.inputs(origin: origin, priors: priors).first?.input
    }
    #expect(input(2016) == nil && input(2018) == nil)
    #expect(input(2019)?.years == [2015, 2016, 2019])
    #expect(input(2021)?.years == [2016, 2019, 2020, 2021])
    #expect(input(2021)?.bases == [10, nil, 12, 12])
    #expect(panel.origins == [2015, 2016, 2019, 2020, 2021])
  }

  @Test("A window keeps the breaks inside it, by its own step numbers")
  func brokenSteps() {
    let member = RollingPanel.Member(
      years: [2015, 2016, 2019, 2020, 2021], percents: [1, 2, 5, 6, 7], brokenSteps: [0, 2])
    let prior = LibraryFixture.prior()
    #expect(member.slice(0...4, prior: prior).brokenSteps == [0, 2])
    #expect(member.slice(1...4, prior: prior).brokenSteps == [1])
    #expect(member.slice(2...3, prior: prior).brokenSteps == [0])
    #expect(member.slice(3...4, prior: prior).brokenSteps.isEmpty)
  }

  @Test("Steps that cross a declared break are found by its year, over gaps, too")
  func declaredBreaks() {
    let figures = [(2015, "1"), (2016, "2"), (2019, "5"), (2020, "6")]
    func broken(_ years: Int...) -> [Int] {
      RollingPanel.Member(
        SeriesFixture.percents(figures, breaks: years.map { SeriesFixture.seriesBreak($0) })
      ).brokenSteps
    }
    #expect(broken().isEmpty)
    #expect(broken(2016) == [0])
    #expect(broken(2017) == [1] && broken(2019) == [1])
    #expect(broken(2016, 2020) == [0, 2])
    #expect(broken(2015, 2021).isEmpty)
  }

  @Test("A target is what came, unless nothing did or a break lies between")
  func targets() {
    let member = RollingPanel.Member(
      years: [2018, 2019, 2021, 2022], percents: [1, 2, 4, 5], brokenSteps: [1])
    #expect(member.target(origin: 2018, ahead: 1) == 2)
    #expect(member.target(origin: 2018, ahead: 2) == nil)
    #expect(member.target(origin: 2018, ahead: 3) == nil)
    #expect(member.target(origin: 2019, ahead: 2) == nil)
    #expect(member.target(origin: 2021, ahead: 1) == 5)
    #expect(member.target(origin: 2022, ahead: 1) == nil)
  }

  // MARK: What is learned

  @Test("Each place may be taken as alone")
  func alone() throws {
    let members = LibraryFixture.members(5, seed: 8)
    let stops = try walk(panel(members, learnsFromOthers: false), through: 2024)
    for stop in stops {
      #expect(stop.forecasts.allSatisfy { $0.input.prior == LibraryFixture.prior() })
    }
    var single = panel([members[0]])
    #expect(try single.priors(origin: 2023) == [LibraryFixture.prior()])
  }

  @Test("Widths come from targets that have come by the origin, and from other places only")
  func widths() throws {
    var panel = panel(LibraryFixture.members(6, seed: 4))
    var targets = 0
    for origin in panel.origins {
      let priors = try panel.priors(origin: origin)
      let told = priors.map(\.widths.targets)
      #expect((told.max() ?? 0) >= targets)
      targets = told.max() ?? 0
      _ = try panel.fits(panel.inputs(origin: origin, priors: priors))
    }
    #expect(targets > 0)
  }

  @Test("A walk records every forecast whose target came, and none made in or after the year")
  func record() throws {
    let members = LibraryFixture.members(6, seed: 4)
    var walked = panel(members)
    let record = try walked.walk(before: 2024)
    let expected = members.reduce(0) { sum, member in
      sum
        + (2..<member.years.count).reduce(0) { count, index in
          guard member.years[index] < 2024 else { return count }
          return count
            + (1...3).count { member.target(origin: member.years[index], ahead: $0) != nil }
        }
    }
    #expect(expected > 30)
    #expect(record.entries.count == expected)
    var before = panel(until(2021, members))
    var same = panel(members)
    #expect(try before.walk(before: 2021) == same.walk(before: 2021))
    var lonely = panel([members[0]])
    #expect(try lonely.walk(before: 2024).entries.isEmpty)
  }
}
