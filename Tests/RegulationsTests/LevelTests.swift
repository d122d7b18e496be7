import Indicators
import Regulations
import Testing
import Wording

/// Parts of a level looked up by id.
struct LevelTests {
  private func requirement(_ id: String, _ criterion: String) -> Requirement {
    Requirement(
      id: id, criterion: criterion,
      indicator: RegulatedIndicator(id: "x", title: Phrase("X"), direction: .up), kind: .fact,
      provenance: Provenance(source: "A", confidence: .verbatim))
  }

  @Test("requirements are found by id and by criterion, in the order of the rule")
  func lookup() {
    let criteria = ["1", "2"].map { Criterion(id: $0, title: Phrase($0)) }
    let level = Level(
      id: "level1", regulation: "a", title: Phrase("Mức 1"), criteria: criteria,
      requirements: [requirement("1.2", "1"), requirement("2.1", "2"), requirement("1.1", "1")])
    #expect(level.requirement("2.1")?.criterion == "2")
    #expect(level.requirement("3.1") == nil)
    #expect(level.requirements(of: criteria[0]).map(\.id) == ["1.2", "1.1"])
    #expect(level.correlation == Regulation.defaultCorrelation)
  }
}
