import Indicators
import Testing
import Wording

@Suite("Plans on record")
struct PlanArchiveTests {
  private func record(_ sequence: Int, level: String, baseYear: Int, place: String = "Xã A")
    -> PlanArchive.Record
  {
    PlanArchive.Record(
      sequence: sequence, sha256: "hash \(sequence)",
      plan: ArchivedPlan(
        toolVersion: "1", place: place, regulation: "r", level: level, levelTitle: Phrase(level),
        notice: nil, baseYear: baseYear, targetYear: baseYear + 1, asOf: nil, model: Phrase("m"),
        isIllustrative: false,
        inputs: [
          ArchivedPlan.Input(path: "b", sha256: "2"), ArchivedPlan.Input(path: "a", sha256: "1"),
        ], requirements: [], outlook: []))
  }

  @Test("The newest record of each level and base year is kept, in order")
  func newest() {
    let records = [
      record(1, level: "level1", baseYear: 2024), record(2, level: "level2", baseYear: 2024),
      record(3, level: "level1", baseYear: 2024), record(4, level: "level1", baseYear: 2025),
    ]
    #expect(PlanArchive.newest(of: records).map(\.sequence) == [2, 3, 4])
    #expect(PlanArchive.newest(of: []).isEmpty)
  }

  @Test("The head is the newest record's hash; records are asked for by place")
  func head() {
    let archive = PlanArchive(records: [
      record(1, level: "level1", baseYear: 2024),
      record(2, level: "level1", baseYear: 2024, place: "Xã B"),
    ])
    #expect(archive.head == "hash 2" && PlanArchive().head == nil)
    #expect(archive.records(of: "Xã B").map(\.sequence) == [2])
    #expect(archive.records(of: "Xã C").isEmpty)
  }
}
