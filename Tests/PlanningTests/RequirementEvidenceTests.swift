import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Evidence of a requirement")
struct RequirementEvidenceTests {
  private func evidence(
    _ commune: Commune, _ requirement: Requirement, asOf: String? = nil
  ) throws -> RequirementEvidence {
    let request = Rule.request(Rule.level([requirement]), asOf: asOf)
    return try #require(Rule.evidence(commune, request).first)
  }

  struct Verdict: Sendable, CustomTestStringConvertible {
    let asked: Int?
    let value: FactValue
    let isMet: Bool?
    var testDescription: String { "\(value) for \(asked.map { "grade \($0)" } ?? "a fact")" }
  }

  @Test(
    "Grades are compared, met and not met speak for themselves",
    arguments: [
      Verdict(asked: 2, value: .grade(2), isMet: true),
      Verdict(asked: 2, value: .grade(3), isMet: true),
      Verdict(asked: 2, value: .grade(1), isMet: false),
      Verdict(asked: 2, value: .met, isMet: nil), Verdict(asked: 1, value: .met, isMet: true),
      Verdict(asked: 1, value: .notMet, isMet: false),
      Verdict(asked: nil, value: .met, isMet: true),
      Verdict(asked: nil, value: .notMet, isMet: false),
      Verdict(asked: nil, value: .grade(1), isMet: true),
      Verdict(asked: nil, value: .grade(0), isMet: false),
    ])
  func verdicts(_ verdict: Verdict) throws {
    var commune = Commune()
    commune.fact("x", 2024, verdict.value)
    let evidence = try evidence(
      commune, verdict.asked.map { Rule.grade("x", $0) } ?? Rule.fact("x"))
    #expect(evidence.wasMet(in: 2024) == verdict.isMet)
    #expect(evidence.willBeMet(in: 2030) == verdict.isMet)
  }

  @Test("Before the first record nothing is known, after the last it stays")
  func range() throws {
    var commune = Commune()
    commune.fact("x", 2022, .notMet)
    commune.fact("x", 2024, .met)
    commune.fact("x", 2026, .notMet, planned: true)
    let evidence = try evidence(commune, Rule.fact("x"))
    #expect(
      (2021...2027).map { evidence.wasMet(in: $0) } == [nil, false, false, true, true, true, true])
    #expect(
      (2021...2027).map { evidence.willBeMet(in: $0) }
        == [nil, false, false, true, true, false, false])
  }

  @Test("Plans that facts have overtaken are gone, records not yet published are not seen")
  func visibility() throws {
    var commune = Commune()
    commune.fact("x", 2023, .met, planned: true, released: "2022-05-01")
    commune.fact("x", 2024, .notMet, released: "2025-01-15")
    commune.fact("x", 2025, .met, planned: true, released: "2024-05-01")
    #expect(try evidence(commune, Rule.fact("x")).records.map(\.year) == [2024, 2025])
    let early = try evidence(commune, Rule.fact("x"), asOf: "2025-01-14")
    #expect(early.records.map(\.year) == [2023, 2025])
    #expect(try evidence(commune, Rule.fact("x"), asOf: "2022-04-30").records.isEmpty)
  }

  @Test("A definition differs only where both sides declare one and there is a figure")
  func definitions() throws {
    func foreign(_ declared: String?, _ required: String?, figures: Bool = true) throws -> String? {
      var commune = Commune()
      commune.indicators = [Indicator(id: "a", title: Phrase("a"), definition: declared)]
      if figures { commune.count("a", 2024, 1, of: 2) }
      let evidence = try evidence(commune, Rule.share("a", "50", definition: required))
      #expect(evidence.isComparable == (evidence.foreignDefinition == nil))
      return evidence.foreignDefinition
    }
    #expect(try foreign("theirs", "ours") == "theirs")
    #expect(try foreign("ours", "ours") == nil)
    #expect(try foreign(nil, "ours") == nil)
    #expect(try foreign("theirs", nil) == nil)
    #expect(try foreign("theirs", "ours", figures: false) == nil)
  }

  @Test("An indicator that the data do not know has no series")
  func unknownIndicator() throws {
    let evidence = try evidence(Commune(), Rule.share("a", "50"))
    #expect(evidence.series == nil)
    #expect(evidence.isComparable)
    #expect(evidence.wasMet(in: 2024) == nil)
  }
}
