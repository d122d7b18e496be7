import Datasets
import Forecasting
import Foundation
import Indicators
import InputFiles
import Regulations
import Testing
import Wording

@testable import Planning

/// The plans on record beside the reference values.
private enum Reference {
  static func records() throws -> [PlanArchive.Record] {
    let name = "kien-hung-2025-02-01.jsonl"
    return try PlanArchiveReader.read(
      try SourceFile(reading: url(name), shownAs: name)
    ).records
  }

  static func rows() throws -> [[String]] {
    try String(contentsOf: url("plan_review.csv"), encoding: .utf8).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",").map(String.init) }
  }

  private static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/" + name)
  }
}

@Suite("Review of plans on record")
struct PlanReviewTests {
  // MARK: Against an independent reckoning

  @Test("Slippage, position, chances and intervals are those of scipy")
  func agreesWithReference() throws {
    let rows = try Reference.rows()
    #expect(rows.count == 10)
    let review = PlanReview(
      of: try Reference.records(), place: "Kiến Hưng", dataset: try Shipped().dataset, asOf: nil)
    #expect(review.plans.map(\.record.sequence) == [1, 2])
    for fields in rows {
      let plan = try #require(review.plans.first { String($0.record.sequence) == fields[0] })
      let row = try #require(
        plan.shares.first { $0.requirement.id == fields[1] && String($0.year) == fields[2] })
      func number(_ index: Int) -> Double { Double(fields[index]) ?? .nan }
      #expect(row.milestone?.count == Int(fields[3]) && row.actual?.count == Int(fields[4]))
      #expect(row.actual?.base == Int(fields[5]) && row.slippagePeople == Int(fields[6]))
      #expect(row.reached == (fields[7] == "1") && row.cameTrue == (fields[10] == "1"))
      #expect(abs((row.pit ?? .nan) - number(8)) <= 1e-9)
      #expect(abs((row.probability ?? .nan) - number(9)) <= 5e-7, "kept to six decimals")
      let distribution = try #require(row.expectation?.distribution)
      let interval = distribution.interval(0.8)
      #expect(abs(interval.lowerBound - number(11)) <= 1e-7)
      #expect(abs(interval.upperBound - number(12)) <= 1e-7)
      #expect(row.inside50 == (fields[13] == "1") && row.inside80 == (fields[14] == "1"))
      let threshold = try #require(row.requirement.threshold)
      #expect(
        abs(distribution.probability(atLeast: threshold.value) - number(9)) <= 1e-8,
        "the distribution on record gives every statement again")
    }
  }

  // MARK: Communes written here

  /// A plan for two shares and a fact, made in a year with figures up to 2024.
  private func record(
    _ commune: Commune, _ requirements: [Requirement], by: Int = 2026,
    level: String = "level1", sequence: Int = 1, asOf: String? = nil
  ) throws -> PlanArchive.Record {
    let analysis = try analyze(
      commune.dataset, Rule.request(Rule.level(requirements, id: level), by: by, asOf: asOf))
    let plan = ArchivedPlan(
      analysis, Milestones(of: analysis), inputs: [], toolVersion: "test")
    return PlanArchive.Record(sequence: sequence, sha256: "\(sequence)", plan: plan)
  }

  private func commune() -> Commune {
    var commune = Commune()
    for (step, year) in (2021...2024).enumerated() {
      commune.count("a", year, 500 + 10 * step, of: 1000)
      commune.count("b", year, 700 + 5 * step, of: 1000)
    }
    commune.fact("f", 2023, .met)
    commune.assignments = [
      Assignment(requirement: "a", leadAgency: "Hội A", supportingAgencies: []),
      Assignment(requirement: "f", leadAgency: "Hội A", supportingAgencies: []),
    ]
    return commune
  }

  private let requirements = [Rule.share("a", "55"), Rule.share("b", "60"), Rule.fact("f")]

  private func review(_ records: [PlanArchive.Record], _ commune: Commune) -> PlanReview {
    PlanReview(of: records, place: Commune.place.name, dataset: commune.dataset, asOf: nil)
  }

  @Test("Behind by how many, under whom, by hand")
  func behind() throws {
    let record = try record(commune(), requirements)
    var later = commune()
    // The plan: 530 → 550 in 2026, so 540 by the end of 2025. Held: 600 of 1000.
    later.count("a", 2025, 533, of: 1001, .preliminary)
    later.count("b", 2025, 650, of: 1000)
    later.fact("f", 2025, .notMet)
    let plan = try #require(review([record], later).plans.first)
    #expect(plan.shares.map(\.year) == [2025, 2025])
    let (a, b) = (plan.shares[0], plan.shares[1])
    #expect(a.milestone == ArchivedPlan.Milestone(year: 2025, base: 1000, count: 540, percent: 54))
    #expect(a.slippagePeople == 7 && a.reached == false && a.actual?.status == .preliminary)
    #expect(abs((a.slippagePoints ?? 0) - (54 - 100 * 533 / 1001.0)) <= 1e-12)
    #expect(b.slippagePeople == -50 && b.reached == true && b.cameTrue == true)
    #expect(plan.facts.map(\.met) == [false])
    #expect(plan.agencies.map(\.name) == ["Hội A", nil])
    #expect(plan.agencies[0].count == 2 && plan.agencies[0].reached == 0)
    #expect(plan.agencies[0].behind == [a] && plan.agencies[0].missingFacts == plan.facts)
    #expect(plan.agencies[1].count == 1 && plan.agencies[1].reached == 1)
    #expect(plan.levels.map(\.year) == [2025])
    #expect(plan.levels[0].met == false && plan.levels[0].cameTrue == false)
    #expect(plan.levels[0].probability == record.plan.outlook[0].probability)
    #expect(plan.revisions.isEmpty)
  }

  @Test("Nothing new: no row, and that is known")
  func nothingNew() throws {
    let plan = try #require(review([record(commune(), requirements)], commune()).plans.first)
    #expect(!plan.hasNews && plan.shares.isEmpty && plan.levels.isEmpty)
  }

  @Test("A break or another definition in between: not comparable and not counted")
  func incomparable() throws {
    let record = try record(commune(), requirements)
    var later = commune()
    later.count("a", 2025, 560, of: 1000)
    later.count("b", 2025, 650, of: 1000)
    later.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2025, kind: .survey, note: "")
    ]
    let broken = review([record], later)
    #expect(broken.plans[0].shares[0].comparability == .broken)
    #expect(broken.plans[0].shares[0].reached == nil && broken.plans[0].shares[0].pit == nil)
    #expect(
      broken.plans[0].shares[0].cameTrue == nil && broken.plans[0].shares[0].slippagePeople == nil)
    #expect(broken.calibration.inside80.count == 1, "b alone")
    #expect(broken.plans[0].levels[0].met == nil)
    // A break that the plan knew of is none in between.
    later.breaks = [
      SeriesBreak(place: nil, indicator: "a", year: 2024, kind: .definition, note: "")
    ]
    #expect(review([record], later).plans[0].shares[0].comparability == .comparable)
  }

  @Test("Another definition than on record is not compared")
  func otherDefinition() throws {
    var then = commune()
    then.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "old")]
    let record = try record(then, requirements)
    var later = commune()
    later.indicators = [Indicator(id: "a", title: Phrase("a"), definition: "new")]
    later.count("a", 2025, 560, of: 1000)
    #expect(review([record], later).plans[0].shares[0].comparability == .definition)
    later.indicators = then.indicators
    #expect(review([record], later).plans[0].shares[0].comparability == .comparable)
  }

  @Test("A figure that the plan rested on and that was revised is told")
  func revised() throws {
    let record = try record(commune(), requirements)
    var later = commune()
    later.count("a", 2024, 525, of: 1000, vintage: "z")
    later.count("a", 2025, 540, of: 1000)
    let found = review([record], later).plans[0].revisions
    #expect(found.map(\.requirement) == ["a"])
    #expect(found.first?.archived.count == 530 && found.first?.today.count == 525)
  }

  @Test("A statement on a level that depended on something unknown is judged without it")
  func conditional() throws {
    let record = try record(commune(), [Rule.share("b", "60"), Rule.fact("unknown")])
    #expect(record.plan.outlook[0].conditionalOn == ["unknown"])
    var later = commune()
    later.count("b", 2025, 650, of: 1000)
    let level = review([record], later).plans[0].levels[0]
    #expect(level.met == nil && level.cameTrue == true)
    later.fact("unknown", 2025, .notMet)
    let failed = review([record], later).plans[0].levels[0]
    #expect(failed.met == false && failed.cameTrue == true)
  }

  @Test("The newest plan of a base year is reviewed; one statement in two records is counted once")
  func newest() throws {
    let first = try record(commune(), requirements)
    let second = try record(commune(), requirements, by: 2027, sequence: 2)
    var later = commune()
    later.count("a", 2025, 540, of: 1000)
    later.count("b", 2025, 650, of: 1000)
    let found = review([first, second], later)
    #expect(found.plans.map(\.record.sequence) == [2])
    #expect(found.calibration.inside80.count == 2)
    #expect(found.calibration.shares.tally.count == 2)
    #expect(found.calibration.levels.tally.count == 1)
  }

  @Test("One forecast held against the thresholds of two levels is counted once")
  func twoLevels() throws {
    let first = try record(commune(), requirements)
    let other = [Rule.share("a", "57"), Rule.share("b", "66")]
    let second = try record(commune(), other, level: "level2", sequence: 2)
    var later = commune()
    later.count("a", 2025, 540, of: 1000)
    later.count("b", 2025, 650, of: 1000)
    let found = review([first, second], later)
    #expect(found.plans.count == 2)
    #expect(found.calibration.inside80.count == 2)
    #expect(found.calibration.shares.tally.count == 4)
  }

  @Test("Figures that are not known yet on the day are not looked at")
  func asOf() throws {
    let record = try record(commune(), requirements)
    var later = commune()
    later.count("a", 2025, 560, of: 1000, released: "2026-06-30")
    let early = PlanReview(
      of: [record], place: Commune.place.name, dataset: later.dataset,
      asOf: CalendarDate("2026-01-31"))
    #expect(early.plans.allSatisfy { !$0.hasNews })
  }
}
