import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Checks of data against rules")
struct DataChecksTests {
  private let pair = Rule.level([
    Rule.share("whole", "50"), Rule.share("part", "12", partOf: "whole"),
  ])

  private func contradictions(_ commune: Commune, _ levels: [Level]? = nil) -> [Diagnostic] {
    DataChecks.contradictions(in: commune.dataset.panel, levels: levels ?? [pair])
  }

  @Test("Facts that no rule asks for are told once each, with the nearest name")
  func strayFacts() throws {
    var commune = RowFixture.quiet()
    commune.fact("learning-weak", 2023, .met)
    commune.fact("learning-weak", 2024, .met)
    let analysis = try RowFixture.analysis(commune, [RowFixture.share, Rule.fact("learning-week")])
    let told = analysis.diagnostics.filter { $0.code.id == "fact.unknown" }
    #expect(told.count == 1)
    #expect(told.first?.remedy(in: .en).contains("learning-week") == true)
  }

  @Test("A part above its whole is a fault with both figures and its place")
  func partAboveWhole() throws {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 501, of: 1000)
    let found = contradictions(commune)
    #expect(found.map(\.code.id) == ["part.above-whole"])
    #expect(found[0].severity == .error)
    #expect(found[0].value == "501/1000")
    #expect(found[0].position == InputPosition(file: "figures.csv", line: 3))
    for language in Language.allCases {
      let message = found[0].message(in: language)
      for word in ["Xã A", "2024", "part", "501/1000", "whole", "500/1000"] {
        #expect(message.contains(word), "\(message)")
      }
      #expect(!message.contains("{") && !found[0].remedy(in: language).contains("{"))
    }
    #expect(throws: Faults.self) { try analyze(commune.dataset, Rule.request(pair)) }
  }

  @Test("A part as large as its whole is none")
  func partEqualsWhole() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 500, of: 1000)
    commune.percent("whole", 2023, "50.0")
    commune.percent("part", 2023, "50.0")
    #expect(contradictions(commune).isEmpty)
  }

  @Test("Percents are compared as printed, counts over other bases by their shares")
  func percents() {
    var commune = Commune()
    commune.percent("whole", 2022, "12.0")
    commune.percent("part", 2022, "12.1")
    commune.count("whole", 2023, 500, of: 1000)
    commune.count("part", 2023, 200, of: 300)
    commune.count("whole", 2024, 500, of: 1000)
    commune.percent("part", 2024, "50.1")
    #expect(contradictions(commune).map { $0.facts["year"]?.vi } == ["2022", "2023", "2024"])
  }

  @Test("Every place, every year and every release is looked at, the same release first")
  func scope() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000, .preliminary, vintage: "so-bo")
    commune.count("whole", 2024, 520, of: 1000, vintage: "chinh-thuc")
    commune.count("part", 2024, 510, of: 1000, .preliminary, vintage: "so-bo")
    commune.count("part", 2024, 515, of: 1000, vintage: "chinh-thuc")
    commune.count("whole", 2020, 5, of: 10, place: "Thôn 1")
    commune.count("part", 2020, 6, of: 10, place: "Thôn 1")
    commune.count("part", 2021, 6, of: 10, place: "Thôn 1")
    let found = contradictions(commune)
    #expect(found.map { $0.facts["place"]?.vi } == ["Xã A", "Thôn 1"])
    #expect(found.map(\.value) == ["510/1000", "6/10"])
  }

  @Test("A pair that stands in several levels is told once; a level without pairs tells nothing")
  func onePairOnce() {
    var commune = Commune()
    commune.count("whole", 2024, 500, of: 1000)
    commune.count("part", 2024, 501, of: 1000)
    let second = Rule.level(pair.requirements, id: "level2")
    #expect(contradictions(commune, [pair, second]).count == 1)
    #expect(contradictions(commune, [Rule.level([Rule.share("part", "12")])]).isEmpty)
    let dangling = Rule.level([Rule.share("part", "12", partOf: "nowhere")])
    #expect(contradictions(commune, [dangling]).isEmpty)
  }

  @Test("An indicator that no rule knows is told with its nearest names")
  func unknownIndicator() throws {
    var commune = RowFixture.quiet()
    commune.count("traned", 2024, 1, of: 2)
    commune.count("zzz", 2024, 1, of: 2)
    let found = DataChecks.unknownIndicators(
      in: commune.dataset.panel, known: ["a", "trained", "university"])
    #expect(found.map(\.code.id) == ["indicator.unknown", "indicator.unknown"])
    #expect(found.map(\.value) == ["traned", "zzz"])
    #expect(found[0].facts["nearest"] == Phrase("trained"))
    #expect(found[1].facts["nearest"] == Phrase("a, trained, university"))
    #expect(found[0].position?.line == 7)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("A definition that was accepted but that no row has is told, with those that differ")
  func unusedAcceptance() throws {
    var commune = RowFixture.quiet()
    commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "theirs")]
    let rule = Rule.share("a", "60", definition: "ours", family: "known")
    let told = try RowFixture.analysis(commune, [rule], accepted: ["nobody's"]).diagnostics
      .filter { $0.code.id == "definition.unused" }
    #expect(told.count == 1)
    #expect(told.first?.value == "nobody's")
    #expect(told.first?.remedy(in: .en).contains("theirs") == true)
  }
}
