import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Explanation of a number")
struct ExplainTests {
  private let level = Rule.level(
    [
      Rule.share("1", "60", indicator: "a", base: "adults"),
      Rule.share("2", "20.5", difficult: "10", indicator: "b", base: "adults"), Rule.fact("f"),
      Rule.grade("g", 2),
    ],
    supporting: [
      RegulatedIndicator(id: "s", title: Phrase("s"), direction: .up)
    ])

  private func commune() -> Commune {
    var commune = Commune()
    for year in 2019...2025 {
      commune.count("a", year, 500 + 12 * (year - 2019), of: 1000 + year - 2019)
      if year >= 2021 {
        commune.count("b", year, 200 + 3 * (year - 2021), of: 1000 + year - 2019)
      }
    }
    commune.count("a", 2024, 555, of: 1005, .preliminary, vintage: "0")
    commune.percent("s", 2024, "40.5")
    commune.percent("s", 2025, "41.0")
    commune.fact("f", 2023, .met)
    commune.fact("f", 2025, .notMet)
    commune.fact("f", 2027, .met, planned: true)
    commune.fact("g", 2024, .grade(1))
    return commune
  }

  private func explanation(
    _ id: String, _ year: Int, asOf: String? = nil, model: String = "default",
    isDifficultArea: Bool? = nil, _ commune: Commune? = nil
  ) throws -> Explanation {
    try explain(
      (commune ?? self.commune()).dataset,
      Rule.request(
        level, asOf: asOf, isDifficultArea: isDifficultArea, model: ModelRegistry.model(model)),
      id: id, year: year)
  }

  private func number(_ explanation: Explanation, _ id: String) -> Double? {
    switch explanation.step(id)?.value {
    case .number(let number): number
    case .whole(let number): Double(number)
    default: nil
    }
  }

  // MARK: What is asked

  @Test("A requirement, its indicator, a supporting indicator and the level are found by their ids")
  func subjects() throws {
    #expect(try explanation("1", 2027).subject == .share)
    #expect(try explanation("a", 2027).id == "1")
    #expect(try explanation("s", 2027).subject == .supporting)
    #expect(try explanation("f", 2027).subject == .fact)
    #expect(try explanation("g", 2027).subject == .grade)
    #expect(try explanation("level1", 2027).subject == .level)
  }

  @Test("An unknown id is told with the ids that are near, or all")
  func unknown() throws {
    let faults = try #require(throws: Faults.self) { try explanation("level2", 2027) }
    #expect(faults.diagnostics.map(\.code) == [.explainUnknown])
    #expect(faults.diagnostics[0].message(in: .en).contains("“level2”"))
    #expect(faults.diagnostics[0].remedy(in: .vi) == "Gần nhất: level1.")
    let nothing = try #require(throws: Faults.self) { try explanation("zzz", 2027) }
    #expect(nothing.diagnostics[0].remedy(in: .vi) == "Gần nhất: 1, 2, f, g, s, level1, a, b.")
  }

  @Test(
    "A year that is neither of the figures nor of the outlook is a wrong call",
    arguments: [2018, 2031])
  func years(year: Int) throws {
    let faults = try #require(throws: Faults.self) { try explanation("1", year) }
    #expect(faults.diagnostics.map(\.code) == [.explainYear])
    #expect(faults.obstacle == .usage)
    #expect(faults.diagnostics[0].message(in: .en).contains("2019 to 2030"))
  }

  // MARK: Shares

  @Test(
    "The forecast explained is that of the answer with the year as its target",
    arguments: [2026, 2030])
  func forecast(year: Int) throws {
    let found = try explanation("1", year)
    let analysis = try analyze(commune().dataset, Rule.request(level, by: year))
    let result = try #require(analysis.result("1"))
    let distribution = try #require(result.forecast.year(year)?.distribution)
    #expect(number(found, "forecast.location") == distribution.location)
    #expect(number(found, "forecast.scale") == distribution.scale)
    #expect(number(found, "forecast.degreesOfFreedom") == distribution.degreesOfFreedom)
    #expect(found.probability == result.probability(in: year))
    #expect(number(found, "probability.value") == result.probability(in: year))
    #expect(number(found, "probability.median") == distribution.median)
    #expect(number(found, "gap.base") == result.baseForecast.map(Double.init))
    #expect(number(found, "gap.people") == result.gapPeople.map(Double.init))
    #expect(number(found, "gap.paceNeeded") == result.paceNeeded)
    #expect(found.step("pace.problems")?.matrices.count == 1 + 2 * 2)
  }

  @Test("Two shares of the same people share the base of the longer record, and that is told")
  func sharedBase() throws {
    let step = try #require(try explanation("2", 2027).step("gap.base"))
    #expect(step.inputs.first { $0.symbol == "t_1" }?.value == .whole(2019))
    #expect(step.remark != nil)
    #expect(try explanation("1", 2027).step("gap.base")?.remark == nil)
  }

  @Test("Each release is told with what became of it")
  func figures() throws {
    let all = try explanation("1", 2027).figures
    #expect(all.count == 8)
    #expect(all.filter { $0.use == .used }.count == 7)
    #expect(all.filter { $0.use == .superseded }.map(\.observation.year) == [2024])
    let seen = try explanation("1", 2025, asOf: "2024-12-31").figures
    #expect(seen.filter { $0.use == .unpublished }.map(\.observation.year) == [2025])
  }

  @Test("A break cuts the figures of models that read since it, and one step of the default")
  func breaks() throws {
    var commune = commune()
    commune.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2022, kind: .survey, note: "mẫu mới")
    ]
    let line = try explanation("1", 2027, model: "ols", commune)
    #expect(line.figures.filter { $0.use == .beforeBreak(year: 2022) }.count == 3)
    #expect(number(line, "model.n") == 4)
    let pace = try explanation("1", 2027, commune)
    #expect(pace.figures.filter { $0.use == .used }.count == 7)
    #expect(pace.step("pace.changes")?.table?.rows.count == 5)
    #expect(pace.breaks.map(\.note) == ["mẫu mới"])
  }

  @Test(
    "Every model but the default is explained by its formula",
    arguments: ModelRegistry.all.map(\.id))
  func models(id: String) throws {
    guard id != ModelRegistry.standard.id else { return }
    let found = try explanation("1", 2028, model: id)
    for step in ["forecast.location", "forecast.scale", "forecast.degreesOfFreedom"] {
      let told = try #require(found.step(step))
      #expect(told.formula?.isEmpty == false && !told.inputs.isEmpty, "\(step)")
    }
  }

  @Test("A model with too few figures says so")
  func tooFew() throws {
    let found = try explanation("s", 2027, model: "ols")
    #expect(
      found.step("forecast.none")?.value
        == .text(Phrase(vi: "quá ít năm cho mô hình này", en: "too few years for this model")))
    #expect(found.probability == nil)
  }

  // MARK: The past

  @Test("A past figure is held against the threshold in whole numbers, decimals and all")
  func past() throws {
    let found = try explanation("2", 2025)
    // 212 of 1006 against 20.5%: 100·10·212 ≥ 205·1006.
    #expect(found.isPast && found.met == true)
    #expect(number(found, "test.left") == 212_000 && number(found, "test.right") == 206_230)
    #expect(found.step("test.met")?.value == .truth(true))
    #expect(found.figures.allSatisfy { $0.observation.year == 2025 })
    let softer = try explanation("2", 2025, isDifficultArea: true)
    #expect(number(softer, "test.right") == 10_060)
    #expect(number(softer, "rule.threshold") == 10)
  }

  @Test("A printed percent is held against it with half of its last digit")
  func printed() throws {
    var commune = Commune()
    commune.percent("a", 2024, "59.9")
    commune.percent("a", 2025, "60.0")
    let undecided = try explanation("1", 2025, commune)
    #expect(undecided.met == nil && number(undecided, "test.rounding") == 0.05)
    let failed = try explanation("1", 2024, commune)
    #expect(failed.met == false)
    let difference = try #require(number(failed, "test.difference"))
    #expect(abs(difference + 0.1) < 1e-12)
  }

  @Test("A supporting indicator has figures and forecast, and no threshold")
  func supporting() throws {
    let past = try explanation("s", 2024)
    #expect(past.met == nil && number(past, "test.percent") == 40.5)
    let coming = try explanation("s", 2027)
    #expect(coming.probability == nil && coming.step("probability.t") == nil)
    #expect(number(coming, "probability.median") != nil)
  }

  @Test("A redefinition keeps earlier years from being judged, and that is told")
  func redefined() throws {
    var commune = commune()
    commune.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2022, kind: .definition, note: "mới")
    ]
    let found = try explanation("1", 2020, commune)
    #expect(found.met == nil && found.step("test.met")?.remark != nil)
  }

  // MARK: Facts and levels

  @Test("Of a fact the record of the year decides, plans in coming years only")
  func facts() throws {
    let now = try explanation("f", 2025)
    #expect(now.met == false)
    #expect(now.records.map(\.use) == [.earlier, .used, .later])
    #expect(try explanation("f", 2026).met == false)
    let planned = try explanation("f", 2028)
    #expect(planned.met == true && planned.records.map(\.use) == [.earlier, .earlier, .used])
    #expect(planned.step("record.state")?.remark?.vi == "Đây là kế hoạch, chưa phải kết quả.")
    let grade = try explanation("g", 2026)
    #expect(grade.met == false && grade.step("record.met")?.value == .truth(false))
    #expect(try explanation("g", 2023).step("record.state")?.value == .unknown)
  }

  @Test("The chance of a level is that of the answer, with all that it is made of")
  func levelChance() throws {
    var commune = commune()
    commune.fact("f", 2026, .met)
    commune.fact("g", 2026, .grade(2))
    let found = try explanation("level1", 2028, commune)
    let analysis = try analyze(commune.dataset, Rule.request(level, by: 2028))
    let year = try #require(analysis.outlook(2028))
    #expect(found.probability == year.probability && year.probability != nil)
    #expect(number(found, "level.joint") == year.probabilityIfFactsMet)
    #expect(number(found, "level.frechetLower") == year.frechetLower)
    #expect(number(found, "level.frechetUpper") == year.frechetUpper)
    #expect(number(found, "level.correlation") == analysis.correlation)
    #expect(found.step("level.shares")?.table?.rows.count == 2)
    #expect(found.step("level.facts")?.table?.rows.count == 2)
    #expect(found.step("level.gains")?.table?.rows.count == 2)
    let failing = try explanation("level1", 2026)
    #expect(failing.probability == 0)
    #expect(failing.step("level.probability")?.title.en.contains("f, g") == true)
  }

  @Test("A past year of a level lists its requirements")
  func levelPast() throws {
    let found = try explanation("level1", 2025)
    #expect(found.isPast && found.met == false)
    #expect(found.step("level.requirements")?.table?.rows.count == 4)
  }
}
