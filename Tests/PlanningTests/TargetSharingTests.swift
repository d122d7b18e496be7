import Diagnostics
import Indicators
import Testing
import Wording

@testable import Planning

@Suite struct TargetSharingTests {
  private let whole = Place(name: "Xã A", kind: "xã")

  /// A commune of thôn: count and base of each in 2025.
  private func commune(_ figures: [(Int, Int)]) -> Commune {
    var commune = Commune()
    for (index, figure) in figures.enumerated() {
      let name = "Thôn \(index + 1)"
      commune.places.append(Place(name: name, kind: "thôn", parent: whole.name))
      commune.count("trained", 2025, figure.0, of: figure.1, place: name)
    }
    return commune
  }

  private func request(
    _ commune: Commune, _ total: Int, by year: Int = 2027, effort: SharingEffort = .squared,
    limits: [ShareLimit] = [], findings: [Diagnostic] = [], pace: String? = nil,
    asOf: String? = nil
  ) -> SharingRequest {
    SharingRequest(
      whole: whole, places: commune.dataset.panel.children(of: whole.name),
      indicator: Indicator(id: "trained", title: Phrase("trained")),
      total: total, targetYear: year, effort: effort, limits: limits, limitFindings: findings,
      maximumPace: pace.flatMap { ExactDecimal(plain: $0) },
      asOf: asOf.flatMap { CalendarDate($0) })
  }

  private func limit(
    _ place: String, floor: Int? = nil, ceiling: Int? = nil, weight: String? = nil, line: Int = 2
  ) -> ShareLimit {
    func position(_ column: Int) -> InputPosition {
      InputPosition(file: "limits.csv", line: line, column: column)
    }
    return ShareLimit(
      place: place, floor: floor.map { ShareLimit.Count($0, at: position(2)) },
      ceiling: ceiling.map { ShareLimit.Count($0, at: position(3)) },
      weight: weight.flatMap { ExactDecimal(plain: $0) }, position: position(1))
  }

  private func faults(_ commune: Commune, _ request: SharingRequest) -> [Diagnostic] {
    do throws(Faults) {
      _ = try shareTarget(commune.dataset, request)
      return []
    } catch { return error.diagnostics }
  }

  @Test("By people all gain alike, by share each in proportion to the square of its base")
  func efforts() throws {
    // By hand: 30 people more; 1/k = 1 : 1 : 1, or 100² : 200² : 300² = 1 : 4 : 9.
    let commune = commune([(10, 100), (20, 200), (30, 300)])
    let people = try shareTarget(commune.dataset, request(commune, 90))
    #expect(people.shares.map(\.target) == [20, 30, 40])
    #expect(people.objective == 300 && people.relaxedObjective.rounded() == 300)
    let points = try shareTarget(commune.dataset, request(commune, 102, effort: .relative))
    #expect(points.shares.map(\.target) == [13, 32, 57])
    #expect((points.objective - (9e-4 + 36e-4 + 81e-4)).magnitude < 1e-15)
    #expect(points.current == 60 && points.base == 600 && points.baseYear == 2025)
    #expect(points.smallestTotal == 60 && points.largestTotal == 600)
    #expect(points.shares.map(\.bound) == [nil, nil, nil])
  }

  @Test("Nobody is given more than everybody; what is left goes to the others")
  func saturation() throws {
    let commune = commune([(95, 100), (20, 200)])
    let sharing = try shareTarget(commune.dataset, request(commune, 135))
    #expect(sharing.shares.map(\.target) == [100, 35])
    #expect(sharing.shares.map(\.bound) == [.ceiling, nil])
    let all = try shareTarget(commune.dataset, request(commune, 300))
    #expect(all.shares.map(\.target) == [100, 200])
    let none = try shareTarget(commune.dataset, request(commune, 115))
    #expect(none.shares.map(\.bound) == [.floor, .floor] && none.objective == 0)
  }

  @Test("Floors, ceilings and weights of the file are kept; names are found without diacritics")
  func limits() throws {
    let commune = commune([(10, 100), (10, 100), (10, 100)])
    let sharing = try shareTarget(
      commune.dataset,
      request(
        commune, 60,
        limits: [limit("thon 1", floor: 5, ceiling: 12), limit("Thôn 3", weight: "0.5")]))
    // 28 more for the second and third at weights 1 : 0.5.
    #expect(sharing.shares.map(\.target) == [12, 19, 29])
    #expect(sharing.shares[0].bound == .ceiling && sharing.shares[0].part.floor == 5)
    let lower = try shareTarget(
      commune.dataset, request(commune, 25, limits: [limit("Thôn 1", floor: 0)]))
    #expect(lower.shares.map(\.target) == [5, 10, 10] && lower.shares[0].added == -5)
  }

  @Test("A pace lowers ceilings: count and base · pace · years / 100, rounded down")
  func pace() throws {
    let commune = commune([(10, 99), (10, 100)])
    let sharing = try shareTarget(
      commune.dataset, request(commune, 28, by: 2028, pace: "3.3"))
    #expect(sharing.shares.map(\.part.ceiling) == [19, 19])
    #expect(sharing.shares.map(\.target) == [14, 14])
    let found = faults(commune, request(commune, 39, by: 2028, pace: "3.3"))
    #expect(found.map(\.code.id) == ["share.total-above"])
    #expect(found[0].message(in: .en).contains("38"))
    let high = faults(
      commune, request(commune, 30, limits: [limit("Thôn 1", floor: 40)], pace: "1"))
    #expect(high.map(\.code.id) == ["limit.above-pace"])
  }

  @Test("A total out of reach names the largest one, or the smallest")
  func unreachable() {
    let commune = commune([(10, 100), (20, 200)])
    let above = faults(commune, request(commune, 301))
    #expect(above.map(\.code.id) == ["share.total-above"])
    #expect(above[0].message(in: .vi).contains("300") && above[0].code.obstacle == .invalidData)
    let below = faults(commune, request(commune, 29))
    #expect(below.map(\.code.id) == ["share.total-below"])
    #expect(below[0].message(in: .vi).contains("30"))
  }

  @Test("All faults of the limits come at once, in the order of the file")
  func limitFaults() {
    let commune = commune([(10, 100), (20, 200), (30, 300), (40, 400)])
    let inFile = Diagnostic(
      .targetYearPast, at: InputPosition(file: "limits.csv", line: 4, column: 4), value: "x",
      ["baseYear": "1"])
    let found = faults(
      commune,
      request(
        commune, 150,
        limits: [
          limit("Thôn 11", floor: 1, line: 2), limit("Thôn 1", ceiling: 101, line: 3),
          limit("Thôn 2", ceiling: 19, line: 5), limit("Thôn 3", floor: 90, ceiling: 80, line: 6),
          limit("Thôn 1", floor: 11, line: 7), limit("Thôn 4", floor: 401, ceiling: 402, line: 8),
        ], findings: [inFile]))
    #expect(
      found.map(\.code.id) == [
        "limit.place-unknown", "limit.above-base", "request.by-past", "limit.ceiling-below-count",
        "limit.floor-above-ceiling", "limit.place-twice", "limit.above-base", "limit.above-base",
      ])
    #expect(found.map(\.position?.line) == [2, 3, 4, 5, 6, 7, 8, 8])
    #expect(found.map(\.position?.column) == [1, 3, 4, 3, 3, 1, 2, 3])
    #expect(found[0].remedy(in: .vi).contains("Thôn 1"))
  }

  @Test("A place without counts is told with its figure, beside all others; none at all is no data")
  func missingCounts() {
    var commune = commune([(10, 100)])
    for name in ["Thôn 2", "Thôn 3"] {
      commune.places.append(Place(name: name, kind: "thôn", parent: whole.name))
    }
    commune.entries.append(
      IndicatorPanel.Entry(
        place: "Thôn 2", indicator: "trained",
        observation: Observation(
          year: 2025, printedPercent: ExactDecimal(50),
          position: InputPosition(file: "figures.csv", line: 9, column: 5))))
    let found = faults(commune, request(commune, 20))
    #expect(found.map(\.code.id) == ["share.count-missing", "share.count-missing"])
    #expect(found.map(\.value) == ["Thôn 2", "Thôn 3"])
    #expect(found.map(\.position?.line) == [9, nil])
    let early = faults(commune, request(commune, 20, asOf: "2020-01-01"))
    #expect(early.map(\.code.id) == ["share.no-data"])
    #expect(early[0].code.obstacle == .insufficientData)
  }

  @Test("The newest visible count speaks, places behind are told, and the year must be ahead")
  func years() throws {
    var commune = commune([(10, 100), (20, 200)])
    commune.count("trained", 2026, 15, of: 110, place: "Thôn 1")
    let sharing = try shareTarget(commune.dataset, request(commune, 40))
    #expect(sharing.shares[0].part.base == 110 && sharing.shares[0].part.current == 15)
    #expect(sharing.diagnostics.map(\.code.id) == ["share.years-apart"])
    #expect(sharing.diagnostics[0].message(in: .vi).contains("Thôn 2 (2025)"))
    let before = try shareTarget(commune.dataset, request(commune, 40, asOf: "2025-12-31"))
    #expect(before.shares[0].part.current == 10 && before.diagnostics.isEmpty)
    #expect(faults(commune, request(commune, 40, by: 2026)).map(\.code.id) == ["request.by-past"])
  }

  @Test("A place that is the sum of all others is told where all places of a file share")
  func sumAmongPlaces() throws {
    let commune = commune([(30, 300), (10, 100), (20, 200)])
    func codes(_ whole: Place?) throws -> [String] {
      let places = commune.dataset.panel.children(of: self.whole.name)
      let trained = Indicator(id: "trained", title: Phrase("trained"))
      return try shareTarget(
        commune.dataset,
        SharingRequest(
          whole: whole, places: places, indicator: trained, total: 90, targetYear: 2027)
      ).diagnostics.map(\.code.id)
    }
    #expect(try codes(nil) == ["share.sum-among-places"])
    #expect(try codes(whole) == [])
  }

  @Test("3,321 communes are shared in whole people")
  func nation() {
    var random = RandomParts(seed: 3321)
    let parts = random.parts(3321)
    let total = random.total(of: parts)
    for effort in SharingEffort.allCases {
      let relaxed = RelaxedSharing.byPrice(parts, total: total, effort)
      let targets = WholeSharing.targets(parts, total: total, effort, startingAt: relaxed)
      #expect(targets.reduce(0, +) == total)
      let lowest = RelaxedSharing.objective(parts, relaxed, effort)
      let found = zip(parts, targets).reduce(0) { $0 + $1.0.effort(of: $1.1, effort) }
      #expect(found >= lowest && found <= lowest * 1.01)
    }
  }
}
