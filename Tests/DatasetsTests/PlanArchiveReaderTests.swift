import Diagnostics
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("PlanArchiveReader")
struct PlanArchiveReaderTests {
  // MARK: Lines written by hand

  /// The members of a record after its place in the chain.
  private static let content = #"""
    "toolVersion": "0.1.0", "place": "Xã A", "regulation": "r", "level": "level2", \#
    "levelTitle": {"vi": "Mức 2", "en": "Level 2"}, "notice": null, "baseYear": 2025, \#
    "targetYear": 2027, "asOf": "2026-02-01", "model": {"vi": "m", "en": "m"}, \#
    "illustrative": false, "inputs": [{"path": "a.csv", "sha256": "00"}], "requirements": [\#
    {"id": "5.1", "indicator": "trained", "title": {"vi": "t", "en": "t"}, "kind": "share", \#
    "threshold": 60.5, "definition": null, "comparable": true, "leadAgency": "Hội A", \#
    "met": false, "current": {"year": 2025, "count": 530, "base": 1000, "percent": 53, \#
    "status": "preliminary"}, "plannedYear": null, "milestones": [{"year": 2026, "base": 1000, \#
    "count": 565, "percent": 56.5}], "forecast": [{"year": 2026, "scale": "angular", \#
    "location": 52.1234567891, "spread": 1.5, "degreesOfFreedom": 3, "median": 54.1, \#
    "lower80": 51, "upper80": 57, "probability": 0.034}]}], \#
    "outlook": [{"year": 2026, "probability": 0.02, "probabilityIfFactsMet": 0.03, \#
    "conditionalOn": ["1.1"]}]
    """#

  /// Returns lines that follow each other, each with its own content.
  private func chain(_ contents: [String], version: Int = 1) -> [String] {
    contents.enumerated().reduce(into: [String]()) { lines, item in
      let previous = lines.last.map { "\"\(PlanArchiveSeal.hash(of: $0.utf8))\"" } ?? "null"
      lines.append(
        PlanArchiveSeal.sealed(
          "{\"format\": \"forecast-archive\", \"version\": \(version), "
            + "\"sequence\": \(item.offset + 1), \"previous\": \(previous), \(item.element)}"))
    }
  }

  private func chain(of count: Int) -> [String] {
    chain((1...count).map { Self.content.replacing("\"trained\"", with: "\"trained\($0)\"") })
  }

  private func read(_ bytes: [UInt8]) throws -> PlanArchive {
    try PlanArchiveReader.read(SourceFile(path: "archive.jsonl", bytes: bytes))
  }

  private func read(_ lines: [String]) throws -> PlanArchive {
    try read(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Returns what is wrong as "code:line".
  private func faults(_ lines: [String]) throws -> [String] {
    try faults(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private func faults(_ bytes: [UInt8]) throws -> [String] {
    try #require(throws: Faults.self) { try read(bytes) }.diagnostics.map {
      "\($0.code.id):\($0.position?.line ?? 0)"
    }
  }

  // MARK: What is read

  @Test("Every value of a record is found again")
  func content() throws {
    let archive = try read(chain(of: 2))
    #expect(archive.records.map(\.sequence) == [1, 2])
    #expect(archive.head == PlanArchiveSeal.hash(of: chain(of: 2)[1].utf8))
    let plan = archive.records[0].plan
    #expect(plan.place == "Xã A" && plan.level == "level2" && plan.regulation == "r")
    #expect(plan.levelTitle == Phrase(vi: "Mức 2", en: "Level 2") && plan.notice == nil)
    #expect(plan.baseYear == 2025 && plan.targetYear == 2027)
    #expect(plan.asOf == CalendarDate("2026-02-01") && !plan.isIllustrative)
    #expect(plan.inputs == [ArchivedPlan.Input(path: "a.csv", sha256: "00")])
    let requirement = try #require(plan.requirements.first)
    #expect(requirement.threshold == ExactDecimal(plain: "60.5") && requirement.kind == .share)
    #expect(requirement.definition == nil && requirement.met == false && requirement.isComparable)
    #expect(
      requirement.current
        == ArchivedPlan.Figure(
          year: 2025, count: 530, base: 1000, percent: 53, status: .preliminary))
    #expect(
      requirement.milestones
        == [ArchivedPlan.Milestone(year: 2026, base: 1000, count: 565, percent: 56.5)])
    #expect(requirement.forecast.first?.location == 52.1234567891)
    #expect(requirement.forecast.first?.probability == 0.034)
    #expect(plan.outlook.first?.conditionalOn == ["1.1"])
  }

  @Test("An empty file is an archive without records")
  func empty() throws {
    #expect(try read([UInt8]()).records.isEmpty)
  }

  // MARK: Tampering

  @Test("Whatever bit of whatever byte of a record is changed, its line is named")
  func everyByte() throws {
    let lines = chain(of: 3)
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let start = lines[0].utf8.count + 1
    for offset in 0...lines[1].utf8.count {
      var changed = bytes
      changed[start + offset] ^= offset % 2 == 0 ? 0x01 : 0x20
      let found = try faults(changed)
      #expect(found.contains { $0.hasSuffix(":2") }, "byte \(offset): \(found)")
    }
  }

  @Test("A record taken out, put in, moved or doubled shows at the line where the chain breaks")
  func chainBreaks() throws {
    let lines = chain(of: 4)
    #expect(try faults([lines[0], lines[2], lines[3]]) == ["archive.chain:2"])
    #expect(try faults([lines[1], lines[2], lines[3]]) == ["archive.chain:1"])
    #expect(
      try faults([lines[0], lines[2], lines[1], lines[3]])
        == ["archive.chain:2", "archive.chain:3", "archive.chain:4"])
    #expect(try faults([lines[0], lines[0], lines[1]]) == ["archive.chain:2"])
    let foreign = chain([Self.content])[0]
    #expect(try faults([lines[0], foreign, lines[1]]) == ["archive.chain:2", "archive.chain:3"])
  }

  @Test("A number that does not count on is no chain, even with all hashes made anew")
  func sequence() throws {
    let first = chain(of: 1)[0]
    let previous = PlanArchiveSeal.hash(of: first.utf8)
    let second = PlanArchiveSeal.sealed(
      "{\"format\": \"forecast-archive\", \"version\": 1, \"sequence\": 3, "
        + "\"previous\": \"\(previous)\", \(Self.content)}")
    #expect(try faults([first, second]) == ["archive.chain:2"])
  }

  @Test("Whole records cut off at the end are not seen without the hash of the newest one")
  func truncatedTail() throws {
    let lines = chain(of: 3)
    let whole = try read(lines)
    let cut = try read(Array(lines.dropLast()))
    #expect(cut.records.count == 2)
    #expect(!cut.records.contains { $0.sha256 == whole.head })
  }

  @Test("An edited record breaks its seal, and the chain after it")
  func edited() throws {
    var lines = chain(of: 3)
    lines[1] = lines[1].replacing("565", with: "505")
    #expect(try faults(lines) == ["archive.edited:2", "archive.chain:3"])
  }

  @Test("Half a line, a missing line feed, an empty line, other line ends, a mark in front")
  func form() throws {
    let lines = chain(of: 2)
    let text = lines.map { $0 + "\n" }.joined()
    let bytes = Array(text.utf8)
    #expect(try faults(Array(bytes.dropLast())) == ["archive.unfinished:2"])
    #expect(
      try faults(Array(bytes.dropLast(40))) == ["archive.syntax:2", "archive.unfinished:2"])
    #expect(try faults([lines[0], "", lines[1]]).contains("archive.syntax:2"))
    #expect(
      try faults(Array(text.replacing("\n", with: "\r\n").utf8))
        == ["archive.edited:1", "archive.edited:2", "archive.chain:2"])
    #expect(try faults([0xEF, 0xBB, 0xBF] + bytes).contains("archive.edited:1"))
    #expect(try faults(Array("một dòng chữ\n".utf8)) == ["archive.syntax:1"])
    #expect(try faults([0, 1, 2, 3]) == ["archive.syntax:1", "archive.unfinished:1"])
  }

  @Test("A record of a later version is told as that, and its content is not looked at")
  func version() throws {
    #expect(try faults(chain([#""other": 1"#], version: 2)) == ["archive.version:1"])
  }

  @Test("A sealed record of another kind is no record")
  func format() throws {
    #expect(try faults([PlanArchiveSeal.sealed(#"{"format": "ledger"}"#)]) == ["archive.format:1"])
    #expect(
      !PlanArchiveReader.isArchive(SourceFile(path: "a", bytes: Array("{\"a\": 1}\n".utf8))))
    #expect(!PlanArchiveReader.isArchive(SourceFile(path: "a", bytes: Array("a,b\n1,2\n".utf8))))
    #expect(
      PlanArchiveReader.isArchive(
        SourceFile(path: "a", bytes: Array((chain(of: 1)[0] + "\n").utf8))))
  }

  @Test(
    "A value of a wrong type or out of range is told at line and column, sealed or not",
    arguments: [
      ("\"baseYear\": 2025", "\"baseYear\": \"soon\"", "baseYear"),
      ("\"place\": \"Xã A\", ", "", "place"),
      ("\"levelTitle\": {\"vi\": \"Mức 2\", ", "\"levelTitle\": {", "levelTitle"),
      ("\"asOf\": \"2026-02-01\"", "\"asOf\": \"2026-02-30\"", "asOf"),
      ("\"illustrative\": false", "\"illustrative\": 0", "illustrative"),
      ("\"kind\": \"share\"", "\"kind\": \"shares\"", "kind"),
      ("\"threshold\": 60.5", "\"threshold\": \"high\"", "threshold"),
      ("\"count\": 530", "\"count\": -1", "count"),
      ("\"base\": 1000, \"percent\": 53,", "\"base\": 0, \"percent\": 53,", "base"),
      ("\"percent\": 53,", "\"percent\": 530,", "percent"),
      ("\"status\": \"preliminary\"", "\"status\": \"new\"", "status"),
      ("\"spread\": 1.5", "\"spread\": -1.5", "spread"),
      ("\"degreesOfFreedom\": 3", "\"degreesOfFreedom\": 0", "degreesOfFreedom"),
      ("\"location\": 52.1234567891", "\"location\": null", "location"),
      ("\"probability\": 0.034", "\"probability\": 1.01", "probability"),
      ("\"requirements\": [", "\"requirements\": 3, \"others\": [", "requirements"),
      ("\"notice\": null, ", "", "notice"),
    ])
  func values(old: String, new: String, name: String) throws {
    try #require(Self.content.contains(old))
    let lines = chain([Self.content, Self.content.replacing(old, with: new, maxReplacements: 1)])
    let found = try #require(throws: Faults.self) { try read(lines) }.diagnostics
    #expect(found.map(\.code.id) == ["archive.value"])
    #expect(found.first?.position?.line == 2 && found.first?.position?.column != nil)
    #expect(found.first?.facts["name"] == Phrase(name))
  }

  @Test("All faults of all lines are told at once, in the order of lines")
  func together() throws {
    var lines = chain(of: 5)
    lines[1] = lines[1].replacing("2027", with: "2028")
    lines[3] = "x"
    #expect(
      try faults(lines)
        == ["archive.edited:2", "archive.chain:3", "archive.syntax:4", "archive.chain:5"])
  }
}
