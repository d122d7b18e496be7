import Indicators
import Regulations
import Testing
import Wording

/// Thresholds by kind of requirement and of area.
struct RequirementTests {
  private func requirement(_ kind: RequirementKind) -> Requirement {
    Requirement(
      id: "1", criterion: "1",
      indicator: RegulatedIndicator(
        id: "x", title: Phrase("Dài"), shortTitle: Phrase("Ngắn"), direction: .up),
      kind: kind, provenance: Provenance(source: "A", article: "Điều 1", confidence: .press))
  }

  @Test("facts and grades have no share")
  func noShare() {
    #expect(requirement(.fact).threshold(inDifficultArea: true) == nil)
    #expect(requirement(.grade(2)).threshold(inDifficultArea: nil) == nil)
  }

  @Test("the softer threshold counts only where the area is known to be difficult")
  func softerThreshold() {
    let share = requirement(
      .share(ShareThreshold(ExactDecimal(50), difficultArea: ExactDecimal(40))))
    #expect(
      [nil, false, true].map { share.threshold(inDifficultArea: $0)?.unscaled } == [50, 50, 40])
    let plain = requirement(.share(ShareThreshold(ExactDecimal(60))))
    #expect(plain.threshold(inDifficultArea: true) == ExactDecimal(60))
  }

  @Test("titles come from the indicator, the source from the rule")
  func parts() {
    let fact = requirement(.fact)
    #expect(fact.title == Phrase("Dài") && fact.shortTitle == Phrase("Ngắn"))
    #expect(fact.source == "A" && fact.article == "Điều 1" && fact.confidence == .press)
  }
}
