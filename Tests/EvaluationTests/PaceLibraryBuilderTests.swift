import Forecasting
import Indicators
import Testing

@testable import Evaluation

@Suite("Builder of the pace library")
struct PaceLibraryBuilderTests {
  /// Returns an indicator whose places move by one number of angular points a year, and sway a little.
  static func set(
    _ indicator: String, pace: Double, direction: GoodDirection = .up, places: Int = 8
  ) -> BacktestRequest.IndicatorSet {
    let members = (0..<places).map { place in
      RollingPanel.Member(
        years: Array(2000...2016),
        percents: (0...16).map { year in
          let sway = [0.3, -0.2, 0.1, -0.3, 0.2][(year + place) % 5]
          let angle = 30 + 2 * Double(place) + pace * Double(year) + sway
          return ValueScale.angular.percent(ofValue: angle)
        })
    }
    return BacktestRequest.IndicatorSet(
      indicator: indicator, direction: direction, places: (0..<places).map { "P\($0)" },
      members: members)
  }

  private static let families = [PaceFamily(id: "other", revisionSD: 1, isVerified: true)]

  @Test("The curve is the pace that all indicators share, whichever way is good")
  func curve() throws {
    let curve = try PaceCurveFit.curve(of: [
      Self.set("a", pace: 0.6), Self.set("b", pace: -0.6, direction: .down),
    ])
    for level in [35.0, 45, 50] {
      #expect(abs(curve.upwardChange(atLevel: level) - 0.6) < 0.15)
      #expect(abs(curve.downwardChange(atLevel: 100 - level) + 0.6) < 0.15)
    }
  }

  @Test("Indicators without a declared direction have no vote; without any vote the curve is flat")
  func undeclared() throws {
    let up = Self.set("a", pace: 0.5)
    let both = try PaceCurveFit.curve(of: [up, Self.set("b", pace: 3, direction: .unknown)])
    #expect(both == (try PaceCurveFit.curve(of: [up])))
    let none = try PaceCurveFit.curve(of: [Self.set("b", pace: 3, direction: .unknown)])
    #expect(none.paces.allSatisfy { $0 == 0 })
  }

  @Test("A jump of a year that is no pace stays out of the curve")
  func jumps() throws {
    let calm = Self.set("a", pace: 0.5)
    let broken = BacktestRequest.IndicatorSet(
      indicator: "a", direction: .up, places: calm.places,
      members: calm.members.map { member in
        RollingPanel.Member(
          years: member.years,
          percents: member.percents.enumerated().map { $0.offset < 8 ? 1 : $0.element })
      })
    let curve = try PaceCurveFit.curve(of: [broken])
    #expect(curve.upwardChange(atLevel: 6) < 0.5)
  }

  @Test("A library knows what it was taught without each group, and how it did")
  func library() throws {
    let sources = [("a", "g", 0.5), ("b", "g", 0.7), ("c", "h", 1.5)].map {
      PaceLibraryBuilder.Source(set: Self.set($0.0, pace: $0.2), group: $0.1)
    }
    let library = try PaceLibraryBuilder(
      sources: sources, families: Self.families, version: "t"
    ).build()
    #expect(Set(library.withoutGroup.keys) == ["g", "h"])
    let level = 45.0
    func pace(_ estimates: PaceEstimates?) -> Double {
      estimates?.curve.upwardChange(atLevel: level) ?? .nan
    }
    #expect(pace(library.withoutGroup["h"]) < 1 && pace(library.withoutGroup["g"]) > 1)
    #expect(library.sets.map(\.id) == ["a", "b", "c"] && library.sets[0].places == 8)
    #expect(library.sets[0].figures == 8 * 17)
    #expect(library.models.map(\.id) == ModelRegistry.all.map(\.id))
    #expect(library.record.contains { $0.isAlone } && library.record.contains { !$0.isAlone })
    #expect(library.record.allSatisfy { $0.hits <= $0.count && $0.count > 0 })
  }

  @Test("Widths are those of the default's own errors: the yardstick of the back-test has no part")
  func widths() throws {
    // Places that never change: no change has a scale of zero, whose ratio would be no number.
    let flat = BacktestRequest.IndicatorSet(
      indicator: "flat", direction: .up, places: ["A", "B", "C", "D", "E", "F"],
      members: (0..<6).map {
        RollingPanel.Member(
          years: Array(2000...2016), percents: Array(repeating: 40 + Double($0), count: 17))
      })
    let library = try PaceLibraryBuilder(
      sources: [
        PaceLibraryBuilder.Source(set: flat, group: "f"),
        PaceLibraryBuilder.Source(set: Self.set("a", pace: 0.5), group: "g"),
      ], families: Self.families, version: "t"
    ).build()
    #expect(library.estimates.panelWidth > 0 && library.estimates.panelWidth.isFinite)
    #expect(library.estimates.loneWidth > 0 && library.estimates.loneWidth.isFinite)
  }
}
