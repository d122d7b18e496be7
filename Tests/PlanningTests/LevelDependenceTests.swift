import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Dependence of the shares of a level")
struct LevelDependenceTests {
  private func series(
    _ counts: [Int], from year: Int = 2020, years: [Int]? = nil, breaks: [SeriesBreak] = []
  ) throws -> IndicatorSeries {
    var commune = Commune()
    let years = years ?? counts.indices.map { year + $0 }
    for (year, count) in zip(years, counts) { commune.count("a", year, count, of: 1000) }
    commune.breaks = breaks
    return try #require(
      commune.dataset.panel.series(place: Commune.place.name, indicator: "a", asOf: nil))
  }

  /// The two places of Reference/level_dependence.py, whose output the expectations are.
  private func reference() throws -> [[IndicatorSeries?]] {
    [
      [
        try series([400, 452, 471, 530, 544]), try series([100, 118, 121, 150, 149]),
        try series([700, 690, 731, 722, 760]),
      ],
      [try series([300, 320, 385, 391, 420]), try series([210, 214, 260, 255, 281]), nil],
    ]
  }

  @Test("Yearly changes are correlated as numpy.corrcoef does, pooled and shrunk")
  func agreesWithReference() throws {
    let found = LevelDependence.estimated(from: try reference())
    #expect(abs(try #require(found.estimate) - 0.003423232856) <= 1e-11)
    #expect(found.changes == 4)
    #expect(found.places == 2)
    #expect(abs(found.correlation(default: 0.3) - 0.280712632057) <= 1e-11)
    #expect(abs(found.correlation(default: 0) - 0.000186439308) <= 1e-11)
  }

  @Test("Steps of several years count by the root of their length, as worked out by numpy")
  func gaps() throws {
    let years = [2016, 2017, 2019, 2020, 2023]
    let found = LevelDependence.estimated(from: [
      [
        try series([400, 452, 471, 530, 544], years: years),
        try series([100, 118, 121, 150, 149], years: years),
      ]
    ])
    #expect(abs(try #require(found.estimate) - 0.989047163637) <= 1e-11)
    #expect(abs(found.correlation(default: 0.3) - 0.334163706495) <= 1e-11)
    #expect(found.changes == 3 && found.places == 1)
  }

  @Test("Neither the order of indicators nor that of places matters")
  func order() throws {
    let found = LevelDependence.estimated(from: try reference())
    let turned = LevelDependence.estimated(
      from: try reference().reversed().map { $0.reversed() })
    #expect(abs(try #require(found.estimate) - (try #require(turned.estimate))) <= 1e-15)
    #expect(found.changes == turned.changes && found.places == turned.places)
  }

  @Test("Series that move alike correlate to 1, against each other to −1; ρ keeps within its marks")
  func extremes() throws {
    let first = try series([400, 452, 471, 530, 544])
    let same = LevelDependence.estimated(from: [[first, first]])
    #expect(abs(try #require(same.estimate) - 1) <= 1e-12)
    let mirrored = try series([600, 548, 529, 470, 456])
    let opposite = LevelDependence.estimated(from: [[first, mirrored]])
    #expect(abs(try #require(opposite.estimate) + 1) <= 1e-12)
    for standard in [0, 0.1, 0.3, 0.9, 0.97] {
      for found in [same, opposite] {
        let correlation = found.correlation(default: standard)
        #expect((0...max(0.95, standard)).contains(correlation))
      }
      #expect(same.correlation(default: standard) >= standard - 1e-15)
      #expect(opposite.correlation(default: standard) <= standard)
    }
    // However many changes agree, ρ stays below its mark.
    #expect(LevelDependence(estimate: 1, changes: 1e6).correlation(default: 0.3) == 0.95)
    #expect(LevelDependence(estimate: -1, changes: 1e6).correlation(default: 0.3) == 0)
  }

  @Test("More changes draw ρ nearer to what they say")
  func weight() {
    var last = 0.3
    for changes in [1.0, 5, 20, 100, 1000] {
      let correlation = LevelDependence(estimate: 0.8, changes: changes).correlation(default: 0.3)
      #expect(correlation > last)
      last = correlation
    }
    #expect(last < 0.8)
    #expect(LevelDependence().correlation(default: 0.3) == 0.3)
    #expect(LevelDependence(estimate: nil, changes: 9).correlation(default: 0.2) == 0.2)
  }

  @Test("Under three common steps nothing is told, and a place without a series tells nothing")
  func tooFew() throws {
    let short = try series([400, 452, 471])
    #expect(LevelDependence.estimated(from: [[short, short]]) == LevelDependence())
    let long = try series([400, 452, 471, 530])
    let late = try series([400, 452, 471, 530], from: 2022)
    #expect(LevelDependence.estimated(from: [[long, late]]).estimate == nil)
    #expect(LevelDependence.estimated(from: [[long, nil], [nil, long]]).estimate == nil)
    #expect(LevelDependence.estimated(from: []).estimate == nil)
    #expect(LevelDependence.estimated(from: [[long, long]]).estimate != nil)
  }

  @Test("A step across a break is no change")
  func breaks() throws {
    let broken = [
      SeriesBreak(place: nil, indicator: "a", year: 2022, kind: .definition, note: "")
    ]
    // Four steps, one of them across the break: three are left.
    let counts = [400, 452, 871, 930, 944]
    let first = try series(counts, breaks: broken)
    let found = LevelDependence.estimated(from: [[first, first]])
    #expect(found.changes == 2)
    let shorter = try series(Array(counts.dropLast()), breaks: broken)
    #expect(LevelDependence.estimated(from: [[shorter, shorter]]).estimate == nil)
  }

  @Test("A series that hardly strays from its mean tells of no correlation")
  func smooth() throws {
    let straight = try series([500, 501, 502, 503, 504])
    let rough = try series([400, 452, 471, 530, 544])
    #expect(LevelDependence.estimated(from: [[straight, rough]]).estimate == nil)
    let still = try series([500, 500, 500, 500, 500])
    #expect(LevelDependence.estimated(from: [[still, rough]]).estimate == nil)
  }

  @Test(
    "One ρ serves all levels of a place, whatever a plan's own default, and whichever is asked about"
  )
  func oneForAll() throws {
    var commune = Commune()
    for (id, last) in [("a", 700), ("b", 650), ("c", 640)] { commune.rate(id, last: last, step: 7) }
    let low = Rule.level([Rule.share("a", "69"), Rule.share("b", "64")], correlation: 0)
    let high = Rule.level(
      low.requirements + [Rule.share("c", "5")], id: "plan", correlation: 0.9)
    var outlooks: [[OutlookYear]] = []
    for asked in [low, high] {
      let analysis = try analyze(commune.dataset, Rule.request(asked, levels: [low, high]))
      #expect(analysis.standardCorrelation == 0)
      #expect(
        analysis.correlation == analysis.dependence.correlation(default: 0))
      let chances = analysis.heldLevels.map { $0.outlook.compactMap(\.probability) }
      #expect(chances[0].count == 5)
      for (small, large) in zip(chances[1], chances[0]) { #expect(small <= large + 1e-14) }
      #expect(analysis.outlook == analysis.heldLevels.first { $0.level == asked }?.outlook)
      outlooks += [analysis.heldLevels.flatMap(\.outlook)]
    }
    #expect(outlooks[0] == outlooks[1])
  }
}
