import Diagnostics
import Wording
import Indicators
@testable import Planning
import Testing

@Suite("Questions about jumps")
struct QualityJumpsTests {
  private func findings(_ commune: Commune) -> [QualityFinding] {
    DataQuality(of: commune.dataset.panel).findings.filter {
      $0.kind == .baseJump || $0.kind == .shareJump
    }
  }

  /// Fourteen quiet years: bases of 10,000 that grow by 100 or 90, shares that grow by about a point.
  private func quiet() -> Commune {
    var commune = Commune()
    for index in 0..<14 {
      let base = 10_000 + 100 * index - (index % 3) * 7
      commune.count("a", 2010 + index, base * (30 + index) / 100 + index % 4, of: base)
    }
    return commune
  }

  @Test("Quiet series, single figures and pairs raise no question")
  func noJump() {
    #expect(findings(quiet()).isEmpty)
    var single = Commune()
    single.count("a", 2020, 10, of: 100)
    #expect(findings(single).isEmpty)
    single.count("a", 2021, 90, of: 100)
    // Two figures tell nothing of what is usual.
    #expect(findings(single).isEmpty)
    #expect(DataQuality(of: IndicatorPanel(entries: [])).findings.isEmpty)
  }

  @Test("A base that changes by more than a tenth is asked about, once a place")
  func largeBase() throws {
    var commune = Commune()
    for indicator in ["a", "b"] {
      commune.count(indicator, 2020, 300, of: 1000)
      commune.count(indicator, 2021, 336, of: 1120)
    }
    let found = findings(commune)
    #expect(found.map(\.kind) == [.baseJump])
    #expect(found.first?.years == [2020, 2021])
    #expect(
      found.first?.diagnostic.message(in: .vi)
        == "Xã A, a: tổng số từ 1.000 (2020) thành 1.120 (2021), +12,0%; địa giới, định nghĩa hay nguồn dân số có thay đổi không?"
    )
    #expect(found.first?.positions.map(\.line) == [2, 3])
    commune.breaks = ["a", "b"].map {
      SeriesBreak(place: nil, indicator: $0, year: 2021, kind: .territory, note: "")
    }
    #expect(findings(commune).isEmpty)
  }

  @Test("A tenth over several years is growth, exactly a tenth is none to ask about")
  func slowBase() {
    var commune = Commune()
    commune.count("a", 2020, 300, of: 1000)
    commune.count("a", 2023, 336, of: 1120)
    commune.count("a", 2024, 369, of: 1232)
    #expect(findings(commune).isEmpty)
  }

  @Test("A base step that is large for the panel is asked about from three percent on")
  func unusualBase() {
    var commune = quiet()
    commune.count("a", 2024, 5280, of: 12_000)
    #expect(findings(commune).map(\.kind) == [.baseJump])
    commune.entries.removeLast()
    commune.count("a", 2024, 5060, of: 11_500)
    #expect(findings(commune).isEmpty)
  }

  @Test(
    "A share that jumps for its panel is asked about with what is usual, unless a break is declared"
  )
  func share() throws {
    var commune = quiet()
    commune.count("a", 2024, 6000, of: 11_400)
    let found = findings(commune)
    try #require(found.map(\.kind) == [.shareJump])
    #expect(found[0].years == [2023, 2024])
    #expect(
      found[0].evidence.map(\.name) == [
        "pointsPerYear", "usualPointsPerYear", "usualDeviation",
      ])
    #expect(found[0].evidence[2].value == 0.5)
    #expect(found[0].diagnostic.message(in: .en).contains("is usual; did definition"))
    commune.breaks = [
      SeriesBreak(place: "Xã A", indicator: "a", year: 2024, kind: .definition, note: "")
    ]
    #expect(findings(commune).isEmpty)
    commune.breaks = [
      SeriesBreak(place: "Xã A", indicator: "a", year: 2023, kind: .definition, note: "")
    ]
    #expect(findings(commune).count == 1)
  }

  @Test("A handful of units that come, go or succeed is no jump")
  func fewUnits() {
    var commune = quiet()
    commune.count("units", 2022, 20, of: 31)
    commune.count("units", 2023, 23, of: 31)
    commune.count("units", 2024, 26, of: 36)
    #expect(findings(commune).isEmpty)
    commune.count("units", 2025, 36, of: 48)
    #expect(findings(commune).map(\.kind) == [.baseJump])
  }

  @Test("Constant shares make no scale of zero: a step of a point stays unasked")
  func constant() {
    var commune = Commune()
    for index in 0..<16 { commune.percent("a", 2000 + index, "50.0") }
    commune.percent("a", 2016, "51.5")
    #expect(findings(commune).isEmpty)
    commune.percent("a", 2017, "54.0")
    #expect(findings(commune).map(\.kind) == [.shareJump])
  }
}
