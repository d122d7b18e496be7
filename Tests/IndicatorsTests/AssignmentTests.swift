import Testing

@testable import Indicators

@Suite("Assignment and Recognition")
struct AssignmentTests {
  @Test("Supporting agencies keep the order of the annex, which is part of the value")
  func order() {
    let one = Assignment(requirement: "1.1", leadAgency: "A", supportingAgencies: ["B", "C"])
    let other = Assignment(requirement: "1.1", leadAgency: "A", supportingAgencies: ["C", "B"])
    #expect(one.supportingAgencies == ["B", "C"])
    #expect(one != other)
  }

  @Test("Recognitions of one level for different years are different decisions")
  func recognitions() {
    let decisions = [2024, 2029].map {
      Recognition(
        place: "A", regulation: "tt25-2023-xa", level: "level1", assessedYear: $0,
        decisionDate: nil)
    }
    #expect(Set(decisions).count == 2)
  }
}
