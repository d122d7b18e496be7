import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

@Suite("Rates behind a grade")
struct GradeEvidenceTests {
  private let rates = [[("r", "80")], [("r", "90"), ("s", "70")], [("s", "80"), ("t", "60")]]

  private func item(
    _ commune: Commune, asked: Int = 3, isDifficultArea: Bool? = nil, softer: String? = nil,
    accepted: Set<String> = []
  ) throws -> RequirementEvidence {
    let grade = Rule.grade("g", asked, rates: rates, notes: [Phrase("open")], softer: softer)
    let request = Rule.request(
      Rule.level([grade]), isDifficultArea: isDifficultArea, accepted: accepted)
    return try #require(Rule.evidence(commune, request).first)
  }

  private func commune(_ rates: String...) -> Commune {
    var commune = Commune()
    for rate in rates { commune.rate(rate, last: 950) }
    return commune
  }

  @Test("With all rates a grade counts by them, each once with its highest threshold")
  func complete() throws {
    let grade = try #require(try item(commune("r", "s", "t")).grade)
    #expect(grade.isComplete)
    #expect(grade.counted.map(\.requirement.indicator) == ["r", "s", "t"])
    #expect(grade.counted.compactMap(\.threshold?.value) == [90, 80, 60])
    #expect(grade.missing.isEmpty)
    #expect(grade.notes == [Phrase("open")])
  }

  @Test("Where a rate lacks, the highest grade that is wholly known counts beside the record")
  func partly() throws {
    let grade = try #require(try item(commune("r", "s")).grade)
    #expect(!grade.isComplete)
    #expect(grade.counted.map(\.requirement.indicator) == ["r", "s"])
    #expect(grade.counted.compactMap(\.threshold?.value) == [90, 70])
    #expect(grade.missing.map(\.requirement.indicator) == ["t"])
    #expect(grade.known.map(\.requirement.indicator) == ["r", "s"])
    let none = try #require(try item(commune("t")).grade)
    #expect(none.counted.isEmpty && !none.isComplete)
    #expect(none.missing.map(\.requirement.indicator) == ["r", "s"])
    #expect(try #require(try item(commune("r", "s"), asked: 2).grade).isComplete)
  }

  @Test("Without any figure, and for other kinds, there is nothing")
  func nothing() throws {
    #expect(try item(commune("x")).grade == nil)
    let request = Rule.request(Rule.level([Rule.grade("g", 2), Rule.share("r", "50")]))
    #expect(Rule.evidence(commune("r"), request).allSatisfy { $0.grade == nil })
  }

  @Test("A rate of another definition is missing, unless it is accepted")
  func definition() throws {
    var commune = commune("r")
    commune.indicators = [Indicator(id: "r", title: Phrase("r"), definition: "theirs")]
    let rate = RegulatedIndicator(
      id: "r", title: Phrase("r"), direction: .up, definition: "ours", paceFamily: "known")
    let provenance = Provenance(source: "Văn bản A", confidence: .verbatim)
    let indicator = RegulatedIndicator(
      id: "g", title: Phrase("g"), direction: .up,
      grades: [
        GradeRule(
          grade: 1,
          rates: [
            GradeRate(indicator: rate, threshold: ExactDecimal(80), provenance: provenance)
          ])
      ])
    let grade = Requirement(
      id: "g", criterion: "1", indicator: indicator, kind: .grade(1), provenance: provenance,
      gradeConditions: GradeConditions.conditions(of: indicator, through: 1, among: [indicator]))
    func evidence(_ accepted: Set<String>) throws -> GradeEvidence {
      let request = Rule.request(Rule.level([grade]), accepted: accepted)
      return try #require(Rule.evidence(commune, request).first?.grade)
    }
    #expect(try !evidence([]).isComplete)
    #expect(try evidence([]).missing.map(\.foreignDefinition) == ["theirs"])
    #expect(try evidence(["theirs"]).isComplete)
  }

  @Test("A difficult area gets the standard thresholds of rates: it is another list")
  func difficultArea() throws {
    let commune = commune("r", "s", "t")
    let grade = try #require(try item(commune, isDifficultArea: true, softer: "10").grade)
    #expect(grade.counted.compactMap(\.threshold?.value) == [90, 80, 60])
  }

  @Test("A grade that the rules do not define is never complete")
  func undefined() throws {
    let grade = try #require(try item(commune("r", "s", "t"), asked: 4).grade)
    #expect(!grade.isComplete)
    #expect(grade.counted.count == 3)
  }

  @Test("The rates never tell that a grade was awarded")
  func past() throws {
    var commune = commune("r", "s", "t")
    #expect(try item(commune).wasMet(in: 2024) == nil)
    commune.fact("g", 2023, .grade(3))
    #expect(try item(commune).wasMet(in: 2024) == true)
    commune.fact("g", 2024, .grade(1))
    #expect(try item(commune).wasMet(in: 2024) == false)
    #expect(try item(commune).wasMet(in: 2023) == true)
  }
}
