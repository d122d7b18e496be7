import Forecasting
import Indicators
import Testing

@testable import Planning

@Suite("Record of statements")
struct StatementRecordTests {
  private let library = Rule.library(record: [
    StatementBand(
      lower: 0.75, upper: 0.9, isRise: true, isAlone: true, count: 1000, hits: 810),
    StatementBand(lower: 0.4, upper: 0.6, isRise: true, isAlone: true, count: 0, hits: 0),
  ])

  private func like(
    _ probability: Double, _ record: PanelRecord = PanelRecord(), library: PaceLibrary? = nil
  ) -> StatementRecord? {
    StatementRecord.like(
      probability: probability, threshold: 60, isRise: true, isAlone: true, record: record,
      library: library ?? self.library)
  }

  @Test("Without targets of the data the library's record of the band is told")
  func fromLibrary() {
    let told = like(0.8)
    #expect(told?.source == .library)
    #expect(told?.count == 1000 && told?.hits == 810)
    #expect(told?.band == ProbabilityBand.band(of: 0.8))
    #expect(like(0.75) == told && like(0.899) == told)
  }

  @Test("A band that nobody counted has no record")
  func unknownBand() {
    #expect(like(0.5) == nil)
    #expect(like(0.95) == nil)
    #expect(like(0.8, library: Rule.library()) == nil)
  }

  /// Returns the answer for a commune among others that all rise alike.
  private func result(places: Int) throws -> RequirementResult {
    var commune = Commune()
    for year in 2016...2024 { commune.count("a", year, 400 + 9 * (year - 2016), of: 1000) }
    commune.places = (0..<places).map { Place(name: "Xã \($0)", kind: "xã") }
    for (index, place) in commune.places.enumerated() {
      for year in 2016...2024 {
        commune.count(
          "a", year, 380 + 7 * index + 12 * (year - 2016) + (year + index) % 3, of: 1000,
          place: place.name)
      }
    }
    let level = Rule.level([Rule.share("a", "99", family: "known")])
    let analysis = try analyze(
      commune.dataset,
      Rule.request(
        level, by: 2026,
        paces: Rule.library(record: [
          StatementBand(lower: 0, upper: 0.1, isRise: true, isAlone: true, count: 50, hits: 1)
        ])))
    return try #require(analysis.result("a"))
  }

  @Test("Past targets of the data are told once there are enough of them, else the library's")
  func ownPanel() throws {
    let alone = try result(places: 0)
    #expect(alone.statementRecord?.source == .library)
    #expect(alone.statementRecord?.count == 50)
    #expect(alone.isUnprovenRise)
    let among = try result(places: 12)
    let record = try #require(among.statementRecord)
    #expect(record.source == .ownPanel)
    #expect(record.count >= StatementRecord.fewestOwn && record.hits == 0)
    #expect(record.band == ProbabilityBand.band(of: 0))
    #expect(!among.isUnprovenRise)
  }

  @Test("Statements by other models, and about facts, have no record")
  func otherModels() throws {
    var commune = Commune()
    for year in 2020...2024 { commune.count("a", year, 400 + year - 2020, of: 1000) }
    commune.fact("f", 2024, .met)
    let level = Rule.level([Rule.share("a", "99"), Rule.fact("f")])
    for model in ModelRegistry.all where !model.learnsFromOthers {
      let analysis = try analyze(
        commune.dataset, Rule.request(level, model: model, paces: library))
      #expect(analysis.requirements.allSatisfy { $0.statementRecord == nil })
      #expect(analysis.result("a")?.isUnprovenRise == true)
      #expect(analysis.result("f")?.isUnprovenRise == false)
    }
  }

  @Test("A threshold that is met already is no rise")
  func keeping() throws {
    var commune = Commune()
    for year in 2020...2024 { commune.count("a", year, 700 + year - 2020, of: 1000) }
    let analysis = try analyze(
      commune.dataset, Rule.request(Rule.level([Rule.share("a", "60"), Rule.share("b", "60")])))
    #expect(analysis.result("a")?.isUnprovenRise == false)
    #expect(analysis.result("b")?.isUnprovenRise == true)
  }
}
