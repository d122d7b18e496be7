import Indicators
import LinearAlgebra
import Testing

@testable import Forecasting

@Suite("Panel of places")
struct PacePanelTests {
  private let lone = LibraryFixture.prior()

  private func priors(
    _ members: [RollingPanel.Member], lone: PacePrior? = nil, origin: Int = 2024
  ) throws -> [PacePrior] {
    try PacePanel(members: LibraryFixture.angles(members), lone: lone ?? self.lone)
      .priors(origin: origin)
  }

  private func expectAlike(_ left: PacePrior, _ right: PacePrior, to tolerance: Double = 1e-9) {
    #expect(agree(left.paceMean, right.paceMean, to: tolerance))
    #expect(agree(left.paceVariance, right.paceVariance, to: tolerance))
    #expect(agree(left.changeVariance, right.changeVariance, to: tolerance))
    #expect(agree(left.changeDegreesOfFreedom, right.changeDegreesOfFreedom, to: tolerance))
    for (one, other) in zip(
      left.panelCurve + left.shapeWeights, right.panelCurve + right.shapeWeights)
    {
      #expect(agree(one, other, to: tolerance))
    }
    #expect(left.otherPlaces == right.otherPlaces)
    #expect(left.widths == right.widths)
  }

  // MARK: Nothing to learn

  @Test("Without other places, or before any change of theirs, the prior is the lone one")
  func nothingToLearn() throws {
    let member = LibraryFixture.members(1, seed: 5)[0]
    #expect(try priors([member]) == [lone])
    let none = RollingPanel.Member(years: [], percents: [])
    #expect(try priors([none, none]) == [lone, lone])
    #expect(try priors([member, none])[0] == lone)
    #expect(try priors([]).isEmpty)
    let members = LibraryFixture.members(5, seed: 5)
    let first = members.compactMap(\.years.first).min() ?? 0
    #expect(try priors(members, origin: first).allSatisfy { $0 == lone })
    #expect(try priors(members, origin: 1900).allSatisfy { $0 == lone })
  }

  @Test("Gaps and broken steps tell the panel nothing")
  func gapsAndBreaks() throws {
    let own = RollingPanel.Member(years: [2022, 2023, 2024], percents: [40, 41, 43])
    let gaps = RollingPanel.Member(years: [2018, 2020, 2022, 2024], percents: [10, 20, 30, 40])
    #expect(try priors([own, gaps])[0] == lone)
    let broken = RollingPanel.Member(
      years: [2022, 2023, 2024], percents: [40, 80, 20], brokenSteps: [0, 1])
    #expect(try priors([own, broken])[0] == lone)
  }

  // MARK: What is learned

  @Test("A place without figures learns from all that have some")
  func emptyPlace() throws {
    let members = LibraryFixture.members(8, seed: 2)
    let prior = try priors(members + [RollingPanel.Member(years: [], percents: [])])[8]
    #expect(prior.otherPlaces == 8)
    #expect(prior.panelCurve.count == lone.estimates.curve.knots.count)
    #expect(prior.widths.factors == [lone.estimates.panelWidth])
    #expect(agree(prior.shapeWeights.reduce(0, +), 1, to: 1e-12))
  }

  /// Returns places that all move by one number of angular points a year.
  private func parallel(_ count: Int, pace: Double, years: ClosedRange<Int> = 2016...2024)
    -> [RollingPanel.Member]
  {
    (0..<count).map { place in
      let sway = [0.1, -0.1, 0.05, -0.05]
      return RollingPanel.Member(
        years: Array(years),
        percents: years.map { year in
          ValueScale.angular.percent(
            ofValue: 30 + Double(place) + pace * Double(year - years.lowerBound)
              + sway[(year + place) % 4])
        })
    }
  }

  @Test("The pace of others is learned, the surer the more of them there are")
  func pace() throws {
    let flat = LibraryFixture.prior(LibraryFixture.library(paces: LibraryFixture.flatPaces))
    let few = try priors(parallel(2, pace: 2), lone: flat)[0]
    let many = try priors(parallel(20, pace: 2), lone: flat)[0]
    func expected(_ prior: PacePrior) -> Double {
      prior.paceMean + prior.expectedChange(atLevel: 42)
    }
    #expect(expected(few) > 0.5 && expected(many) > expected(few))
    #expect(abs(expected(many) - 2) < 0.5)
    #expect(many.paceVariance < few.paceVariance)
    #expect(few.paceVariance < flat.paceVariance)
    let falling = try priors(parallel(20, pace: -2), lone: flat)[0]
    #expect(expected(falling) < -1.5)
  }

  @Test("Quiet others make a quiet place, restless ones a restless one")
  func scales() throws {
    var random = SeededNumbers(4)
    func members(_ size: Double) -> [RollingPanel.Member] {
      (0..<15).map { _ in
        RollingPanel.Member(
          years: Array(2014...2024),
          percents: (2014...2024).map { _ in 50 + random.number(in: -size...size) })
      }
    }
    let quiet = try priors(members(0.3))[0]
    let restless = try priors(members(8))[0]
    #expect(quiet.changeVariance < restless.changeVariance)
    #expect(quiet.changeVariance < lone.changeVariance)
    #expect(restless.changeVariance > lone.changeVariance)
  }

  @Test("Others that swing back each year make a shape of noise likelier")
  func shapes() throws {
    let swinging = (0..<10).map { place in
      RollingPanel.Member(
        years: Array(2012...2024),
        percents: (2012...2024).map { ($0 + place) % 2 == 0 ? 50 : 54 })
    }
    let prior = try priors(swinging)[0]
    #expect(prior.shapeWeights[1] > lone.shapeWeights[1])
    #expect(prior.shapeWeights[0] < lone.shapeWeights[0])
  }

  // MARK: Leaving one out

  /// Returns the others' mean pace before it is shrunk by how uncertain it is.
  private func meanPace(_ prior: PacePrior, _ lone: PacePrior) -> Double {
    prior.paceMean / (1 - prior.paceVariance / lone.paceVariance)
  }

  @Test("A place that has told one change only leaves no trace in the mean pace of the others")
  func leavesOneOut() throws {
    // Huber's centre and the panel's scales are those of all places; the former is put out of use.
    var settings = PaceSettings()
    settings.huber = 1e6
    // All places have a voice in the direction; a declared one is taken as certain here.
    settings.declaredDirection = 1 - 1e-15
    let lone = LibraryFixture.prior(LibraryFixture.library(settings: settings))
    let others = LibraryFixture.members(9, seed: 7)
    func told(_ percents: [Double]) throws -> [PacePrior] {
      try priors(
        [RollingPanel.Member(years: [2023, 2024], percents: percents)] + others, lone: lone)
    }
    let (quiet, lively, wild) = (try told([40, 40.5]), try told([40, 44]), try told([10, 90]))
    for other in [lively, wild] {
      #expect(agree(meanPace(quiet[0], lone), meanPace(other[0], lone), to: 1e-9))
      #expect(quiet[0].otherPlaces == other[0].otherPlaces)
    }
    #expect(agree(quiet[0].paceMean, lively[0].paceMean, to: 0.01))
    for (one, other) in zip(quiet[0].panelCurve, lively[0].panelCurve) {
      #expect(agree(one, other, to: 0.01))
    }
    // The others learn from it.
    #expect(abs(meanPace(quiet[1], lone) - meanPace(wild[1], lone)) > 0.1)
  }

  @Test(
    "What a place tells of itself moves the others' priors more than its own", arguments: 0..<20)
  func ownFiguresHardlyCount(seed: UInt64) throws {
    let members = LibraryFixture.members(10, seed: seed)
    var changed = members
    changed[0] = RollingPanel.Member(
      years: members[0].years, percents: members[0].years.map { 15 + 6 * Double($0 - 2014) })
    let (before, after) = (try priors(members), try priors(changed))
    let own = abs(before[0].paceMean - after[0].paceMean)
    let others = (1..<10).map { abs(before[$0].paceMean - after[$0].paceMean) }
    #expect(own < others.reduce(0, +) / 9)
  }

  // MARK: Order and time

  @Test("The order of the other places changes nothing", arguments: 0..<10)
  func order(seed: UInt64) throws {
    let members = LibraryFixture.members(12, seed: seed)
    let reversed = Array(members.reversed())
    let (one, other) = (try priors(members), try priors(reversed))
    for place in members.indices {
      expectAlike(one[place], other[members.count - 1 - place])
    }
  }

  @Test("Nothing after the origin changes the priors of the origin", arguments: [2019, 2021, 2023])
  func honesty(origin: Int) throws {
    let members = LibraryFixture.members(12, seed: 11)
    let seen = members.map { member in
      let count = member.years.count { $0 <= origin }
      return RollingPanel.Member(
        years: Array(member.years.prefix(count)), percents: Array(member.percents.prefix(count)))
    }
    let whole = try priors(members, origin: origin)
    for (prior, early) in zip(whole, try priors(seen, origin: origin)) {
      expectAlike(prior, early, to: 1e-12)
    }
  }

  @Test("Only so many years are looked back on as the settings say")
  func window() throws {
    var settings = PaceSettings()
    settings.panelYears = 3
    let lone = LibraryFixture.prior(LibraryFixture.library(settings: settings))
    func member(_ old: [Double]) -> RollingPanel.Member {
      RollingPanel.Member(years: Array(2018...2024), percents: old + [40, 41, 41.5, 43])
    }
    let others = LibraryFixture.members(4, seed: 1).map {
      RollingPanel.Member(years: Array($0.years.suffix(4)), percents: Array($0.percents.suffix(4)))
    }
    let first = try priors([member([10, 50, 90])] + others, lone: lone)
    let second = try priors([member([39, 40, 40])] + others, lone: lone)
    for (one, other) in zip(first, second) { expectAlike(one, other) }
  }

  @Test("Places turned round teach the same, turned round", arguments: 0..<5)
  func turnedRound(seed: UInt64) throws {
    let members = LibraryFixture.members(10, seed: seed)
    let mirrored = members.map { member in
      RollingPanel.Member(years: member.years, percents: member.percents.map { 100 - $0 })
    }
    let up = try priors(members)
    let down = try priors(mirrored, lone: LibraryFixture.prior(direction: .down))
    for (one, other) in zip(up, down) {
      #expect(agree(one.paceMean, -other.paceMean, to: 1e-9))
      #expect(agree(one.changeVariance, other.changeVariance, to: 1e-9))
      for (left, right) in zip(one.panelCurve, other.panelCurve.reversed()) {
        #expect(agree(left, -right, to: 1e-9))
      }
    }
  }

  @Test("Series that never move teach a small scale, not none")
  func constant() throws {
    for level in [0.0, 100, 37.5] {
      let still = (0..<6).map { _ in
        RollingPanel.Member(
          years: Array(2018...2024), percents: Array(repeating: level, count: 7))
      }
      let prior = try priors(still)[0]
      #expect(prior.changeVariance > 0 && prior.changeVariance.isFinite)
      #expect(prior.changeDegreesOfFreedom.isFinite && prior.paceMean.isFinite)
      #expect(prior.panelCurve.allSatisfy { $0.isFinite })
    }
  }
}
