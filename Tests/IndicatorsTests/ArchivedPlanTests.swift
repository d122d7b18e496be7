import Indicators
import Testing
import Wording

@Suite("Archived plan")
struct ArchivedPlanTests {
  private func plan(_ inputs: [ArchivedPlan.Input]) -> ArchivedPlan {
    ArchivedPlan(
      toolVersion: "1", place: "Xã A", regulation: "r", level: "l", levelTitle: Phrase("l"),
      notice: nil, baseYear: 2025, targetYear: 2026, asOf: nil, model: Phrase("m"),
      isIllustrative: false, inputs: inputs, requirements: [], outlook: [])
  }

  @Test("The way by which a file was reached, and the order of files, are no part of a plan")
  func withoutPaths() {
    let one = plan([
      ArchivedPlan.Input(path: "./b", sha256: "2"), ArchivedPlan.Input(path: "a", sha256: "1"),
    ])
    let other = plan([
      ArchivedPlan.Input(path: "x/a", sha256: "1"), ArchivedPlan.Input(path: "x/b", sha256: "2"),
    ])
    #expect(one != other && one.withoutPaths == other.withoutPaths)
    #expect(one.withoutPaths != plan([ArchivedPlan.Input(path: "a", sha256: "1")]).withoutPaths)
  }
}
