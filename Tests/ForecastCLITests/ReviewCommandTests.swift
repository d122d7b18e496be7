import Foundation
import Testing

@testable import ForecastCLI

@Suite struct ReviewCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func archive(_ levels: [String] = ["level2"]) {
    for level in levels {
      _ = folder.forecast(
        "milestones", "--target", level, "--as-of", "2025-02-01", "--by", "2027", "--archive",
        "a.jsonl", "--output", "plans")
    }
  }

  private func review(_ arguments: String...) -> Run {
    folder.forecast(["review", "--archive", "a.jsonl"] + arguments)
  }

  @Test("Last year's plan against this year's figures, by hand")
  func roundTrip() throws {
    archive()
    let run = review("--json")
    #expect(run.exitCode == 0 && run.errors == "")
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.named("review").faults(in: document) == [])
    let plan = try #require(document["data"]?["plans"]?[0])
    #expect(plan["baseYear"]?.number == 2024 && plan["asOf"] == .string("2025-02-01"))
    let rows = plan["requirements"]?.values ?? []
    #expect(rows.map { $0["requirement"]?.string } == ["5.1", "5.2a", "5.2b"])
    // 5.1: 13230 → ⌈0.8·21556⌉ = 17245 in 12 quarters; after four 13230 + ⌊4·4015/12 + ½⌋ = 14568.
    #expect(rows[0]["milestone"]?["count"]?.number == 14_568)
    #expect(rows[0]["actual"]?["count"]?.number == 14_041)
    #expect(rows[0]["slippagePeople"]?.number == 527 && rows[0]["reached"] == .bool(false))
    #expect(rows[0]["actual"]?["status"] == .string("preliminary"))
    // 5.2a: 11150 → ⌈0.6·21556⌉ = 12934: 11150 + ⌊1784/3 + ½⌋; 5.2b: 2609 → 3234.
    #expect(rows[1]["milestone"]?["count"]?.number == 11_745)
    #expect(rows[1]["slippagePeople"]?.number == 198)
    #expect(rows[2]["milestone"]?["count"]?.number == 2817)
    #expect(rows[2]["slippagePeople"]?.number == 232)
    let agencies = plan["agencies"]?.values ?? []
    let culture = agencies.first { $0["leadAgency"] == .string("Phòng Văn hóa – Xã hội") }
    #expect(
      culture?["behind"]?.values.map { $0["requirement"]?.string } == ["5.2a", "5.2b"])
    #expect(plan["levels"]?[0]?["met"] == .bool(false))
    #expect(plan["revisions"]?.values.count == 3)
    let calibration = document["data"]?["calibration"]
    #expect(calibration?["tooFew"] == .bool(true) && calibration?["preliminary"]?.number == 3)
    #expect(calibration?["inside80"]?["hits"]?.number == 3)
  }

  @Test("The report names who is behind and says that three statements prove nothing")
  func report() throws {
    archive(["level1", "level2", "level3"])
    let output = review("--format", "xlsx").output
    #expect(output.contains("Phòng Văn hóa – Xã hội") && output.contains("5.2a: thiếu 198"))
    #expect(output.contains("Hội Khuyến học") && output.contains("5.1: thiếu 527"))
    #expect(output.contains("chưa nói được gì về độ tin cậy"))
    #expect(output.contains("mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023"))
    #expect(
      output.contains("lúc lập kế hoạch 13.230 (61,7%), sơ bộ; nay 13.380 (62,4%), chính thức"))
    #expect(output.hasPrefix("SỐ LIỆU MINH HỌA"))
    #expect(output.split(separator: "\n").last?.hasPrefix("SỐ LIỆU MINH HỌA") == true)
    #expect(folder.names("out").contains("review-kien-hung.xlsx"))
    let one = review("--target", "level1").output
    #expect(one.contains("level1") && !one.contains("level3"))
    #expect(review("--lang", "en").output.contains("WHO IS BEHIND"))
  }

  @Test("With no figure after the base year nothing is compared, and that is told")
  func nothingNew() throws {
    _ = folder.forecast("milestones", "--target", "level2", "--archive", "a.jsonl")
    let run = review()
    #expect(run.exitCode == 0 && run.errors.contains("[review.nothing-new]"))
    #expect(run.output.contains("Chưa có số liệu của năm nào sau năm 2025."))
  }

  @Test("A level or a place without a record is told with what there is")
  func noRecord() throws {
    archive()
    let run = review("--target", "level1")
    #expect(run.exitCode == 11 && run.errors.contains("[review.no-record]"))
    #expect(run.errors.contains("Kiến Hưng, level2"))
    #expect(review("--place", "Thôn 1").exitCode == 11)
  }

  @Test("The archive has to be named, be there, and be whole")
  func badArchive() throws {
    #expect(folder.forecast("review").exitCode == 64)
    #expect(review().exitCode == 66)
    archive(["level1", "level2", "level3"])
    let lines = try folder.text("a.jsonl").split(separator: "\n").map { String($0) + "\n" }
    try folder.write(lines[0] + lines[2], to: "a.jsonl")
    let cut = review("--json")
    #expect(cut.exitCode == 65 && cut.errors.contains("a.jsonl:2"))
    let document = try JSONDocument(cut.output)
    #expect(document["diagnostics"]?[0]?["code"] == .string("archive.chain"))
    #expect(document["diagnostics"]?[0]?["line"]?.number == 2)
    #expect(try JSONSchemaCheck.named("review").faults(in: document) == [])
  }

  @Test("A record cut off at the end shows where its hash was kept")
  func head() throws {
    archive(["level1", "level2"])
    let plan = try JSONDocument(try folder.text("plans/milestones-level2-kien-hung.json"))
    let head = try #require(plan["data"]?["archive"]?["head"]?.string)
    #expect(review("--head", head).exitCode == 0)
    let lines = try folder.text("a.jsonl").split(separator: "\n").map { String($0) + "\n" }
    try folder.write(lines[0], to: "a.jsonl")
    #expect(review().exitCode == 0, "nothing in the file itself tells")
    let run = review("--head", head)
    #expect(run.exitCode == 65 && run.errors.contains("[archive.head-missing]"))
  }

  @Test("The history of a merged commune is rebuilt once by a crosswalk of its own file")
  func crosswalk() throws {
    try folder.write(
      "place,indicator,year,count,base\nA,learning-citizens,2023,50,100\n"
        + "A,learning-citizens,2024,52,100\nB,learning-citizens,2023,60,100\n"
        + "B,learning-citizens,2024,61,100\nN,learning-citizens,2025,115,200\n", to: "d.csv")
    try folder.write(
      "old_place,new_place,share,valid_from\nA,N,1,2025-01-01\nB,N,1,2025-01-01\n", to: "c.csv")
    let data = ["--data", "d.csv", "--crosswalk", "c.csv", "--place", "N"]
    let plan = folder.forecast(
      ["milestones", "--target", "level1", "--archive", "a.jsonl"] + data)
    #expect(plan.exitCode == 0, "\(plan.errors)")
    let run = folder.forecast(["review", "--archive", "a.jsonl"] + data)
    #expect(!run.errors.contains("crosswalk.twice") && run.exitCode != 65, "\(run.errors)")
  }
}
