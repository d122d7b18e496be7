import Datasets
import Forecasting
import Foundation
import Indicators
import InputFiles
import Testing

@testable import Evaluation

@Suite("Paces of places, by starting level")
struct PaceDistributionFitTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func worldSets() throws -> [BacktestRequest.IndicatorSet] {
    let panel = try DatasetReader.read(
      root.appending(path: "datasets/world-panel"), shownAs: "world-panel"
    ).dataset.panel
    return panel.indicators.flatMap {
      BacktestRequest.IndicatorSet.sets(of: $0.id, in: panel, direction: $0.direction)
    }
  }

  private static func worldPanel() throws -> PaceDistribution {
    PaceDistributionFit.distribution(of: try worldSets())
  }

  /// The numbers of Reference/place_paces.py, one row a band.
  private static func reference() throws -> [[Double]] {
    let url = root.appending(path: "Tests/EvaluationTests/Reference/place_paces.csv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
  }

  @Test("Bands, counts and quantiles of the world panel are those that NumPy counts")
  func numpy() throws {
    let bands = try Self.worldPanel().bands
    let rows = try Self.reference()
    let years = Set(rows.map { Int($0[0]) })
    let compared = bands.filter { years.contains($0.years) }
    try #require(rows.count == 38 && compared.count == rows.count)
    var farthest = 0.0
    for (band, row) in zip(compared, rows) {
      let counts = [band.windows, band.places, band.indicators].map(Double.init)
      #expect([Double(band.years), band.lower, band.upper] + counts == Array(row.prefix(6)))
      try #require(band.paces.count == row.count - 6)
      farthest = zip(band.paces, row.dropFirst(6)).reduce(farthest) { max($0, abs($1.0 - $1.1)) }
    }
    // A library keeps four decimals.
    #expect(farthest < 0.5001e-4)
  }

  @Test("The shipped library holds what the world panel gives")
  func shipped() throws {
    let url = Self.root.appending(path: "datasets/pace-library/library.json")
    let library = try PaceLibraryReader.read(SourceFile(reading: url, shownAs: "library.json"))
    #expect(library.version == PaceLibraryBuilder.version)
    let sets = try Self.worldSets()
    #expect(library.placePaces == PaceDistributionFit.distribution(of: sets))
    let paces = try PaceCurveFit.curve(of: sets).paces.map { ($0 * 1e4).rounded() / 1e4 }
    #expect(library.estimates.curve.paces == paces)
    #expect(Set(library.placePaces.bands.map(\.years)) == Set(1...10))
  }

  private static func set(
    _ indicator: String, direction: GoodDirection = .up, places: Range<Int>, pace: Double
  ) -> BacktestRequest.IndicatorSet {
    BacktestRequest.IndicatorSet(
      indicator: indicator, direction: direction, places: places.map { "P\($0)" },
      members: places.map { _ in
        RollingPanel.Member(
          years: Array(2000...2010), percents: (0...10).map { 50 + pace * Double($0) })
      })
  }

  @Test("One vote an indicator: a panel of many places does not decide")
  func votes() throws {
    let distribution = PaceDistributionFit.distribution(of: [
      Self.set("a", places: 0..<90, pace: 0.1), Self.set("b", places: 0..<5, pace: 0.5),
      Self.set("c", places: 0..<5, pace: 0.9),
    ])
    let band = try #require(distribution.band(level: 50, years: 1))
    #expect(distribution.pace(atQuantile: 0.5, in: band) == 0.5)
    #expect(band.indicators == 3 && band.places == 90 && band.windows == 1000)
  }

  @Test("A share that is meant to fall is counted from the other end, and falls fast")
  func falling() throws {
    let distribution = PaceDistributionFit.distribution(of: [
      Self.set("a", direction: .down, places: 0..<40, pace: -0.4),
      Self.set("b", direction: .down, places: 0..<40, pace: -0.4),
      Self.set("c", direction: .down, places: 0..<40, pace: -0.4),
    ])
    let band = try #require(distribution.band(level: 50, years: 3))
    #expect(abs(band.paces[0] - 0.4) < 1e-9 && band.lower == 0)
  }

  @Test("Indicators without a declared direction, with few places or too few in all, say nothing")
  func tooFew() {
    let sound = [
      Self.set("a", places: 0..<40, pace: 0.1), Self.set("b", places: 0..<40, pace: 0.1),
    ]
    let silent = [
      Self.set("c", direction: .unknown, places: 0..<40, pace: 0.1),
      Self.set("d", places: 0..<4, pace: 0.1),
    ]
    #expect(PaceDistributionFit.distribution(of: sound + silent) == .none)
    #expect(PaceDistributionFit.distribution(of: []) == .none)
    let enough = PaceDistributionFit.distribution(
      of: sound + [Self.set("e", places: 0..<5, pace: 0.1)])
    // Of ten years there are 85 windows only.
    #expect(enough.bands.map(\.years) == Array(1...9))
    #expect(enough.bands.allSatisfy { $0.lower == 0 && $0.upper == 100 })
  }
}
