import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Analysis of a request")
struct AnalyzeTests {
  private func commune() -> Commune {
    var commune = Commune()
    for year in 2020...2024 { commune.count("a", year, 400 + 10 * (year - 2020), of: 1000) }
    return commune
  }

  private let requirements = [Rule.share("a", "60", family: "known")]

  private func fault(_ commune: Commune, _ request: AnalysisRequest) throws -> Faults {
    try #require(throws: Faults.self) { try analyze(commune.dataset, request) }
  }

  // MARK: Years

  @Test("The base year is the newest of any share, facts do not move it")
  func baseYear() throws {
    var commune = commune()
    commune.count("b", 2022, 1, of: 10)
    commune.fact("f", 2026, .met)
    commune.count("elsewhere", 2027, 1, of: 10)
    let rules = requirements + [Rule.share("b", "10"), Rule.fact("f")]
    let analysis = try analyze(commune.dataset, Rule.request(Rule.level(rules)))
    #expect(analysis.baseYear == 2024)
    #expect(analysis.outlook.map(\.year) == Array(2025...2029))
    #expect(analysis.result("b")?.forecast.years.map(\.year) == Array(2025...2029))
  }

  @Test("The target year is the one asked for, else the due year, else the next one")
  func targetYear() throws {
    let data = commune().dataset
    let level = Rule.level(requirements)
    let due = Rule.level(requirements, dueYear: 2032)
    #expect(try analyze(data, Rule.request(level)).targetYear == 2025)
    #expect(try analyze(data, Rule.request(due)).targetYear == 2032)
    #expect(try analyze(data, Rule.request(due, by: 2027)).targetYear == 2027)
  }

  @Test("The outlook reaches horizon and due year, and the year asked for")
  func outlookYears() throws {
    let data = commune().dataset
    let level = Rule.level(requirements)
    let due = Rule.level(requirements, dueYear: 2032)
    func years(_ request: AnalysisRequest) throws -> [Int] {
      try analyze(data, request).outlook.map(\.year)
    }
    #expect(try years(Rule.request(level, horizon: 1)) == [2025])
    #expect(try years(Rule.request(level, horizon: 7)) == Array(2025...2031))
    #expect(try years(Rule.request(due)) == Array(2025...2032))
    #expect(try years(Rule.request(due, horizon: 10)) == Array(2025...2034))
    #expect(try years(Rule.request(level, by: 2026)) == Array(2025...2029))
    #expect(try years(Rule.request(level, by: 2033)).contains(2033))
  }

  @Test("A year that is not after the data is a fault of usage", arguments: [2020, 2023, 2024])
  func pastTarget(year: Int) throws {
    let faults = try fault(commune(), Rule.request(Rule.level(requirements), by: year))
    #expect(faults.obstacle == .usage)
    #expect(faults.diagnostics.map(\.code.id) == ["request.by-past"])
    #expect(faults.diagnostics[0].message(in: .vi).contains("--by \(year)"))
    #expect(faults.diagnostics[0].remedy(in: .en).contains("2024"))
  }

  @Test("A due year that has passed is told and is still the target year")
  func duePassed() throws {
    for year in [2023, 2024] {
      let level = Rule.level(requirements, dueYear: year)
      let analysis = try analyze(commune().dataset, Rule.request(level))
      let codes = analysis.diagnostics.map(\.code.id).filter { $0 != "pace.shrunk" }
      #expect(codes == ["level.due-passed"])
      #expect(analysis.diagnostics[0].severity == .note)
      #expect(analysis.targetYear == year)
      #expect(analysis.outlook.map(\.year) == Array(2025...2029))
    }
    let ahead = try analyze(
      commune().dataset, Rule.request(Rule.level(requirements, dueYear: 2025)))
    #expect(ahead.diagnostics.allSatisfy { $0.code.id == "pace.shrunk" })
  }

  // MARK: Faults

  @Test("Without a figure of any share there is too little for an answer")
  func withoutData() throws {
    var commune = Commune()
    commune.fact("f", 2024, .met)
    commune.count("other", 2024, 1, of: 2)
    let level = Rule.level(requirements + [Rule.share("b", "10"), Rule.fact("f")])
    let faults = try fault(commune, Rule.request(level))
    #expect(faults.obstacle == .insufficientData)
    #expect(faults.diagnostics.map(\.code.id) == ["indicator.unknown", "level.no-data"])
    #expect(faults.diagnostics.map(\.severity) == [.warning, .error])
    let message = faults.diagnostics[1].message(in: .vi)
    #expect(message.contains("Xã A") && message.contains("(a, b)") && message.contains("Mức 1"))
    #expect(!message.contains("{"))
  }

  @Test("Data that came later than the day asked for do not count as data")
  func nothingVisible() throws {
    let request = Rule.request(Rule.level(requirements), asOf: "2020-12-30")
    let faults = try fault(commune(), request)
    #expect(faults.obstacle == .insufficientData)
    #expect(faults.diagnostics[0].message(in: .vi).contains("30/12/2020"))
    let dayLater = Rule.request(Rule.level(requirements), asOf: "2020-12-31")
    #expect(try analyze(commune().dataset, dayLater).baseYear == 2020)
  }

  @Test("A level of facts alone has no shares to forecast")
  func factsOnly() throws {
    var commune = Commune()
    commune.fact("f", 2024, .met)
    let faults = try fault(commune, Rule.request(Rule.level([Rule.fact("f")])))
    #expect(faults.obstacle == .insufficientData)
  }

  @Test("Mathematics that refuse are told as a fault of the program")
  func failedForecast() throws {
    let broken = Rule.library(shapes: [
      ChangeShape(noise: 9, slope: 0, drift: 0, persistence: 0, weight: 1)
    ])
    let faults = try fault(
      commune(), Rule.request(Rule.level([Rule.share("a", "60")]), paces: broken))
    #expect(faults.obstacle == .failure)
    #expect(faults.diagnostics.map(\.code.id) == ["forecast.failed"])
  }

  // MARK: As of a day

  @Test("On 1 February 2025 the preliminary figures of 2024 are known, and nothing later")
  func preliminaryOnly() throws {
    let analysis = try Shipped().analysis("level2", asOf: "2025-02-01")
    #expect(analysis.baseYear == 2024)
    for (id, count) in [("5.1", 13_230), ("5.2a", 11_150), ("5.2b", 2609)] {
      let latest = try #require(analysis.result(id)?.latest)
      #expect(latest.year == 2024)
      #expect(latest.status == .preliminary)
      #expect(latest.count == count)
      #expect(analysis.codes(of: id).contains("figure.preliminary"))
    }
    #expect(analysis.result("learning-families")?.latest?.year == 2023)
    #expect(analysis.recognition == nil)
    #expect(analysis.result("4.3")?.state?.planned == nil)
    #expect(analysis.outlook.map(\.year) == Array(2025...2029))
    #expect(analysis.outlook.allSatisfy { $0.probability == 0 })
  }

  @Test("Each day sees the release of that day")
  func releases() throws {
    let shipped = try Shipped()
    func latest(_ day: String) throws -> Observation? {
      try shipped.analysis("level1", asOf: day).result("5.1")?.latest
    }
    #expect(try latest("2025-01-14")?.year == 2023)
    #expect(try latest("2025-01-15")?.count == 13_230)
    #expect(try latest("2025-06-29")?.count == 13_230)
    #expect(try latest("2025-06-30")?.count == 13_380)
    #expect(try latest("2025-06-30")?.status == .final)
    #expect(try latest("2026-01-15")?.year == 2025)
    #expect(try shipped.analysis("level1").result("5.1")?.latest?.count == 14_041)
  }

  @Test("Facts are seen from their day, too")
  func factsAsOf() throws {
    let shipped = try Shipped()
    let early = try shipped.analysis("level2", asOf: "2026-03-09")
    #expect(early.outlook(2027)?.probability == 0)
    let late = try shipped.analysis("level2", asOf: "2026-03-10")
    #expect(try #require(late.outlook(2027)?.probability) > 0)
    let before = try shipped.analysis("level1", asOf: "2024-03-14")
    #expect(before.outlook[0].conditionalOn.count == 13)
  }

  // MARK: Place

  @Test("A difficult area has its softer thresholds")
  func difficultArea() throws {
    let rule = Rule.share("a", "60", difficult: "40", family: "known")
    let data = commune().dataset
    for (isDifficult, threshold) in [(true, 40), (false, 60)] {
      let request = Rule.request(Rule.level([rule]), isDifficultArea: isDifficult)
      let result = try #require(try analyze(data, request).result("a"))
      #expect(result.threshold == ExactDecimal(threshold))
      #expect(result.met == isDifficult)
    }
    let unknown = try analyze(data, Rule.request(Rule.level([rule])))
    #expect(unknown.result("a")?.threshold == ExactDecimal(60))
    let shipped = try Shipped().analysis("level2", isDifficultArea: true)
    #expect(shipped.result("5.2a")?.threshold == ExactDecimal(50))
    #expect(shipped.result("5.2a")?.met == true)
    #expect(shipped.result("5.1")?.threshold == ExactDecimal(80))
  }

  @Test("The pace that is usual at a level leads to the good end, and nowhere where it is unknown")
  func pace() throws {
    var commune = Commune()
    for id in ["up", "down", "unknown", "other"] { commune.count(id, 2024, 400, of: 1000) }
    let rules = [
      Rule.share("up", "60", family: "known"),
      Rule.share("down", "60", family: "known", direction: .down),
      Rule.share("unknown", "60", family: "known", direction: .unknown),
      Rule.share("other", "60"),
    ]
    let analysis = try analyze(commune.dataset, Rule.request(Rule.level(rules)))
    let paces = try analysis.requirements.map { try #require($0.forecast.expectedPace) }
    #expect(paces[0] > 0.3 && paces[1] < -0.3 && abs(paces[2]) < 1e-9)
    #expect(analysis.requirements.map { $0.forecast.isVerified } == [true, true, true, false])
  }

  @Test("Other places of the data are learned from by the default alone")
  func otherPlaces() throws {
    var commune = commune()
    for place in ["Xã B", "Xã C", "Xã D"] {
      for year in 2018...2024 {
        commune.count("a", year, 300 + 20 * (year - 2018) + year % 2, of: 1000, place: place)
      }
    }
    commune.places = ["Xã B", "Xã C", "Xã D"].map { Place(name: $0, kind: "xã") }
    let level = Rule.level(requirements)
    let learned = try analyze(commune.dataset, Rule.request(level))
    #expect(learned.result("a")?.forecast.otherPlaces == 3)
    #expect(learned.result("a")?.forecast.record.entries.isEmpty == false)
    let alone = try analyze(self.commune().dataset, Rule.request(level))
    #expect(alone.result("a")?.forecast.otherPlaces == 0)
    let line = try analyze(
      commune.dataset, Rule.request(level, model: ModelRegistry.model("ols")))
    #expect(line.result("a")?.forecast.otherPlaces == 0)
  }

  @Test("The model asked for makes the forecast")
  func model() throws {
    let line = try analyze(
      commune().dataset,
      Rule.request(Rule.level(requirements), model: ModelRegistry.model("ols")))
    #expect(line.modelTitle == OLSLine.points.title)
    #expect(abs(try #require(line.result("a")?.forecast.expectedPace) - 1) <= 1e-12)
    var short = Commune()
    short.count("a", 2024, 400, of: 1000)
    let tooFew = try analyze(
      short.dataset, Rule.request(Rule.level(requirements), model: ModelRegistry.model("ols")))
    #expect(tooFew.result("a")?.forecast.basis == .tooFew)
    #expect(tooFew.outlook[0].probability == nil)
    #expect(tooFew.outlook[0].conditionalOn == ["a"])
    #expect(tooFew.codes(of: "a") == ["forecast.weak"])
  }

  // MARK: Who answers, what is beside

  @Test("Agencies are found by requirement, else by indicator")
  func assignments() throws {
    var commune = commune()
    commune.assignments = [
      Assignment(
        requirement: "ind", leadAgency: "Phòng A", supportingAgencies: ["Hội B", "Hội C"]),
      Assignment(requirement: "2", leadAgency: "Phòng D", supportingAgencies: []),
    ]
    for id in ["ind", "s"] { commune.count(id, 2024, 1, of: 2) }
    let supporting = RegulatedIndicator(id: "s", title: Phrase("s"), direction: .up)
    let level = Rule.level(
      [Rule.share("1", "60", indicator: "ind"), Rule.share("2", "60", indicator: "ind")]
        + requirements,
      supporting: [supporting])
    let analysis = try analyze(commune.dataset, Rule.request(level))
    #expect(analysis.requirements.map(\.leadAgency) == ["Phòng A", "Phòng D", nil])
    #expect(analysis.requirements[0].supportingAgencies == ["Hội B", "Hội C"])
    #expect(analysis.supporting[0].leadAgency == nil)
  }

  @Test("Supporting indicators are forecast and are no condition")
  func supporting() throws {
    var commune = commune()
    for year in 2021...2024 { commune.count("s", year, 10 * (year - 2020), of: 1000) }
    let indicators = ["s", "none"].map {
      RegulatedIndicator(id: $0, title: Phrase($0), direction: .up, paceFamily: "known")
    }
    let level = Rule.level(requirements, supporting: indicators)
    let analysis = try analyze(commune.dataset, Rule.request(level))
    #expect(analysis.supporting.map(\.id) == ["s", "none"])
    let result = analysis.supporting[0]
    #expect(result.criterion == nil && result.threshold == nil && result.met == nil)
    #expect(result.gapPoints == nil && result.gapPeople == nil && result.probabilities == nil)
    #expect(result.paceSoFar == 1)
    #expect(result.forecast.years.count == 5)
    #expect(analysis.supporting[1].forecast.basis == .none)
    #expect(analysis.outlook[0].conditionalOn.isEmpty)
    let alone = try analyze(commune.dataset, Rule.request(Rule.level(requirements)))
    #expect(analysis.outlook == alone.outlook)
  }

  @Test("What the data set says of itself travels with the answer")
  func provenance() throws {
    var commune = commune()
    commune.isIllustrative = true
    commune.notice = Phrase(vi: "số liệu minh họa", en: "made up")
    let request = Rule.request(Rule.level(requirements), asOf: "2025-03-01")
    let analysis = try analyze(commune.dataset, request)
    #expect(analysis.isIllustrative)
    #expect(analysis.notice?.en == "made up")
    #expect(analysis.asOf?.iso == "2025-03-01")
    #expect(analysis.datasetTitle == "Xã A")
    #expect(analysis.place.name == "Xã A")
  }

  // MARK: Recognition

  @Test("The newest recognition decided by the day is shown with the chance of keeping it")
  func recognition() throws {
    let analysis = try Shipped().analysis("level2")
    let found = try #require(analysis.recognition)
    #expect(found.recognition.level == "level1")
    #expect(found.recognition.assessedYear == 2024)
    #expect(found.level?.id == "level1")
    let level1 = try Shipped().analysis("level1")
    #expect(found.outlook == level1.outlook)
    let calendar = try #require(found.level?.calendar)
    let decided = try #require(CalendarDate("2025-03-27"))
    #expect(found.validThrough == calendar.validity.end(decided: decided))
    #expect(found.validThrough != nil)
    #expect(try Shipped().analysis("level2", asOf: "2025-03-26").recognition == nil)
    #expect(try Shipped().analysis("level2", asOf: "2025-03-27").recognition != nil)
  }

  @Test("Of several recognitions the newest counts; one of an unknown level is only named")
  func recognitions() throws {
    var commune = commune()
    func recognised(_ level: String, _ year: Int, _ place: String = "Xã A") -> Recognition {
      Recognition(
        place: place, regulation: "rules-a", level: level, assessedYear: year,
        decisionDate: CalendarDate(year: year + 1, month: 3, day: 31))
    }
    commune.recognitions = [
      recognised("level1", 2022), recognised("level9", 2023), recognised("level1", 2021),
      recognised("level1", 2024, "Xã B"),
    ]
    let request = Rule.request(Rule.level(requirements))
    let found = try #require(try analyze(commune.dataset, request).recognition)
    #expect(found.recognition.level == "level9")
    #expect(found.level == nil && found.validThrough == nil && found.outlook.isEmpty)
    let earlier = Rule.request(Rule.level(requirements), asOf: "2024-03-30")
    let older = try #require(try analyze(commune.dataset, earlier).recognition)
    #expect(older.recognition.assessedYear == 2022)
    #expect(older.level?.id == "level1")
    #expect(older.validThrough == nil)
    #expect(older.outlook.count == 5)
  }

  @Test("The same data and request give the same answer, whatever the order of rows")
  func orderOfRows() throws {
    var reversed = commune()
    reversed.entries.reverse()
    let request = Rule.request(Rule.level(requirements))
    let first = try analyze(commune().dataset, request)
    let second = try analyze(reversed.dataset, request)
    #expect(first.outlook == second.outlook)
    #expect(first.history == second.history)
    #expect(first.requirements[0].probabilities == second.requirements[0].probabilities)
  }
}
