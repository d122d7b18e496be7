import Datasets
import Forecasting
import Indicators
import InputFiles
import Planning
import Testing

@testable import Reporting

@Suite("Record of a plan")
struct PlanArchiveDocumentTests {
  private func plan(_ fixture: AnalysisFixture = AnalysisFixture(), path: String = "a.csv") throws
    -> ArchivedPlan
  {
    let analysis = try fixture.analysis()
    return ArchivedPlan(
      analysis, Milestones(of: analysis),
      inputs: [ArchivedPlan.Input(path: path, sha256: String(repeating: "0", count: 64))],
      toolVersion: "1")
  }

  private func read(_ lines: [String]) throws -> PlanArchive {
    try PlanArchiveReader.read(
      SourceFile(path: "a.jsonl", bytes: Array(lines.map { $0 + "\n" }.joined().utf8)))
  }

  @Test("What is written is read back, and what is read is written the same")
  func roundTrip() throws {
    let first = PlanArchiveDocument.line(of: try plan(), after: PlanArchive())
    let one = try read([first])
    var planned = AnalysisFixture()
    planned.byYear = 2029
    let second = PlanArchiveDocument.line(of: try plan(planned), after: one)
    let two = try read([first, second])
    #expect(two.records.map(\.plan.targetYear).last == 2029)
    #expect(PlanArchiveDocument.line(of: two.records[0].plan, after: PlanArchive()) == first)
    #expect(PlanArchiveDocument.line(of: two.records[1].plan, after: one) == second)
    #expect(!first.contains("\n"))
  }

  @Test("Distributions come back closely enough for every statement")
  func precision() throws {
    let original = try plan()
    let back = try read([PlanArchiveDocument.line(of: original, after: PlanArchive())])
      .records[0].plan
    var count = 0
    for (then, now) in zip(original.requirements, back.requirements) {
      for (left, right) in zip(then.forecast, now.forecast) {
        let (one, other) = (try #require(left.distribution), try #require(right.distribution))
        for threshold in stride(from: 1.0, through: 99, by: 7) {
          #expect(
            abs(one.probability(atLeast: threshold) - other.probability(atLeast: threshold)) < 1e-9)
        }
        count += 1
      }
    }
    #expect(count > 10)
  }

  @Test("The same plan is known again, by whatever path its files were reached; another is not")
  func sameAgain() throws {
    let archive = try read([PlanArchiveDocument.line(of: try plan(), after: PlanArchive())])
    #expect(PlanArchiveDocument.record(of: try plan(), in: archive)?.sequence == 1)
    #expect(PlanArchiveDocument.record(of: try plan(path: "./a.csv"), in: archive)?.sequence == 1)
    var other = AnalysisFixture()
    other.byYear = 2029
    #expect(PlanArchiveDocument.record(of: try plan(other), in: archive) == nil)
  }
}
