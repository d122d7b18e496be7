import Indicators
@testable import Planning
import Regulations
import Statistics
import Testing
import Wording

@Suite("Risk while a level is recognised")
struct MaintainRiskTests {
  private static let calendar: AssessmentCalendar? = {
    let provenance = Provenance(source: "Văn bản A", confidence: .verbatim)
    guard let first = MonthDay("01-01"), let last = MonthDay("12-31") else { return nil }
    return AssessmentCalendar(
      dataWindow: .init(from: first, to: last, provenance: provenance),
      dossier: .init(before: first, yearsAfter: 1, provenance: provenance),
      decision: .init(before: first, yearsAfter: 1, provenance: provenance),
      validity: .init(months: 36, countedFrom: .decision, provenance: provenance),
      nextLevel: .init(months: 12, countedFrom: .decision, provenance: provenance))
  }()

  private func analysis(
    _ commune: Commune, _ requirements: [Requirement], decided: String? = "2025-03-27",
    recognised: String = "level1"
  ) throws -> Analysis {
    var commune = commune
    commune.recognitions = [
      Recognition(
        place: Commune.place.name, regulation: "rules-a", level: recognised, assessedYear: 2024,
        decisionDate: decided.flatMap { CalendarDate($0) })
    ]
    let level = Rule.level(requirements, calendar: Self.calendar)
    return try analyze(commune.dataset, Rule.request(level, horizon: 6))
  }

  private func commune() -> Commune {
    var commune = Commune()
    commune.rate("a", last: 605)
    commune.rate("b", last: 300)
    commune.fact("f", 2022, .met)
    commune.fact("f", 2027, .notMet, planned: true)
    return commune
  }

  private let rules = [
    Rule.fact("f"), Rule.share("a", "60"), Rule.share("b", "29"), Rule.fact("x"),
  ]

  @Test("A share's risk is that of falling below, a fact's is 0 or 1, of the years of validity")
  func byHand() throws {
    let analysis = try analysis(commune(), rules)
    let found = try #require(analysis.recognition)
    // Decided 27/03/2025, kept 36 months: to 27/03/2028; data from 2025 on.
    #expect(found.validThrough?.iso == "2028-03-27")
    #expect(found.risks.map(\.requirement) == ["f", "a", "b"])
    #expect(found.risks.allSatisfy { $0.years == [2025, 2026, 2027, 2028] })
    #expect(found.risks[0].probabilities == [0, 0, 1, 1])
    for (risk, id) in zip(found.risks.dropFirst(), ["a", "b"]) {
      for (year, probability) in zip(risk.years, risk.probabilities) {
        let chance = try #require(analysis.result(id)?.probability(in: year))
        #expect(probability == 1 - chance)
      }
    }
  }

  @Test("The risk of the level lies between the largest of its risks and their sum")
  func bounds() throws {
    let analysis = try analysis(commune(), [Rule.share("a", "60"), Rule.share("b", "29")])
    let found = try #require(analysis.recognition)
    for (index, year) in (2025...2028).enumerated() {
      let risks = found.risks.map { $0.probabilities[index] }
      let level = 1 - (try #require(found.outlook.first { $0.year == year }?.probability))
      #expect(level >= (risks.max() ?? 1) - 1e-12)
      #expect(level <= risks.reduce(0, +) + 1e-12)
    }
  }

  @Test("Without a day of decision all years are asked about; after the end none is")
  func limits() throws {
    let undated = try #require(try analysis(commune(), rules, decided: nil).recognition)
    #expect(undated.risks.first?.years == Array(2025...2030))
    let ended = try #require(try analysis(commune(), rules, decided: "2021-03-27").recognition)
    #expect(ended.risks.isEmpty)
    let unknown = try #require(try analysis(commune(), rules, recognised: "level9").recognition)
    #expect(unknown.risks.isEmpty)
  }

  @Test("Nothing is said of what cannot be compared or is unknown")
  func unknown() throws {
    var commune = commune()
    commune.indicators = [Indicator(id: "b", title: Phrase("b"), definition: "theirs")]
    let rules = [Rule.share("a", "60"), Rule.share("b", "29", definition: "ours"), Rule.fact("x")]
    let found = try #require(try analysis(commune, rules).recognition)
    #expect(found.risks.map(\.requirement) == ["a"])
  }

  @Test("The risk of a grade is that any of its rates falls below")
  func grade() throws {
    var commune = commune()
    commune.rate("r", last: 905)
    commune.rate("s", last: 805)
    commune.fact("g", 2023, .grade(1))
    let grade = Rule.grade("g", 1, rates: [[("r", "90"), ("s", "80")]])
    let analysis = try analysis(commune, [Rule.share("a", "60"), grade])
    let risk = try #require(analysis.recognition?.risks.first { $0.requirement == "g" })
    let result = try #require(analysis.result("g"))
    for (year, probability) in zip(risk.years, risk.probabilities) {
      let marginals = result.rates.compactMap { $0.probability(in: year) }
      #expect(marginals.count == 2)
      let joint = orthantProbability(marginals: marginals, correlation: analysis.correlation)
      #expect(abs(probability - (1 - joint)) <= 1e-15)
      #expect(probability > 0 && probability < 1)
    }
  }
}
