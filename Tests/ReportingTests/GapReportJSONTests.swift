import Indicators
import Planning
import Testing
import Wording

@testable import Reporting

@Suite("A gap report as JSON")
struct GapReportJSONTests {
  private func data(
    _ fixture: AnalysisFixture = AnalysisFixture(), byAgency: Bool = false
  ) throws -> [String: JSONValue] {
    try Self.members(
      GapReportJSON.data(
        of: try fixture.gapReport(), isByAgency: byAgency, files: ["a.csv"], in: .vi))
  }

  private static func members(_ value: JSONValue?) throws -> [String: JSONValue] {
    guard case .object(let members) = try #require(value) else {
      Issue.record("no object")
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  private func row(
    _ id: String, _ fixture: AnalysisFixture = AnalysisFixture()
  ) throws -> [String: JSONValue] {
    guard case .array(let rows) = try data(fixture)["requirements"] else { return [:] }
    return try #require(try rows.map { try Self.members($0) }.first { $0["id"] == .string(id) })
  }

  @Test("A row has the keys of an analysis, and what is to be done")
  func row() throws {
    let row = try row("A.2", AnalysisFixture(hasParts: true))
    let analysis = try AnalysisFixture().analysis()
    let known = try Self.members(
      AnalysisJSON.requirement(try #require(analysis.requirements.first), in: .vi))
    #expect(Set(known.keys).isSubset(of: row.keys))
    #expect(row["reason"] == .string("notMet") && row["gapPeople"] == .whole(912))
    #expect(
      row["peopleAQuarter"]
        == .array(
          (1...4).map {
            .object([("year", .whole(2026)), ("quarter", .whole($0)), ("people", .whole(228))])
          }))
    #expect(
      row["peopleAYear"]
        == .array([.object([("year", .whole(2026)), ("people", .whole(912))])]))
    #expect(row["paceQuarter"] == .number(2.25) && row["standing"] == .null)
    #expect(row["dueDate"] == .string("2026-12-31") && row["dossierBefore"] == .null)
    #expect(try Self.members(row["parts"])["countDifference"] == .whole(-10))
  }

  @Test("Facts have their evidence, and nothing that only shares have")
  func facts() throws {
    let row = try row("A.4")
    #expect(row["reason"] == .string("evidence") && row["evidence"] == .string("partial"))
    #expect(row["peopleAQuarter"] == .array([]) && row["paceQuarter"] == .null)
    #expect(try self.row("A.6")["evidence"] == .null)
  }

  @Test("Agencies are listed when asked for, what nobody leads last")
  func agencies() throws {
    #expect(try data()["agencies"] == .null)
    guard case .array(let agencies) = try data(byAgency: true)["agencies"] else {
      Issue.record("no list")
      return
    }
    let names = try agencies.map { try Self.members($0)["agency"] }
    #expect(names == [.string("Phòng Văn hóa – Xã hội"), .null])
  }

  @Test("The target says level, year and days, and whether a calendar of the rule tells them")
  func target() throws {
    let target = try Self.members(try data()["target"])
    #expect(target["level"] == .string("level3") && target["year"] == .whole(2026))
    #expect(target["calendar"] == .bool(false) && target["dueDate"] == .string("2026-12-31"))
    #expect(try data()["notice"] == .string(AnalysisFixture.planNotice.vi))
    #expect(try data()["files"] == .texts(["a.csv"]))
  }
}
