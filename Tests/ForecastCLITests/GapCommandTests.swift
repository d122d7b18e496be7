import Foundation
import Testing

@testable import ForecastCLI

@Suite struct GapCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func gap(_ arguments: String...) -> Run { folder.forecast(["gap"] + arguments) }

  private func schema() throws -> JSONSchemaCheck {
    let url = Repository.url("docs/schema/gap.schema.json")
    return try JSONSchemaCheck(String(decoding: Data(contentsOf: url), as: UTF8.self))
  }

  @Test("The target alone is enough: the answer comes first, then what to run next")
  func text() throws {
    let run = gap("--target", "level2")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(run.lines[0].hasPrefix("SỐ LIỆU MINH HỌA"))
    #expect(
      run.lines[2].hasPrefix("level2 – Mức độ 2 của Kiến Hưng, năm 2026: 4 chỉ tiêu chưa đạt"))
    #expect(run.output.contains("nhanh hơn 89% số nơi"))
    #expect(run.output.contains("forecast gap --target level2 --group agency --format xlsx"))
    #expect(
      folder.names("out") == [
        OutputFolder.manifestName, "gap-work-level2-kien-hung-parts.csv",
        "gap-work-level2-kien-hung.csv", "gap-work-level2-kien-hung.json",
      ])
  }

  @Test(
    "The document keeps its schema",
    arguments: [
      ["--target", "level2"], ["--target", "level1"],
      ["--target", "level3", "--by", "2028", "--group", "agency", "--lang", "en"],
      ["--target", "level2", "--place", "Thôn 3"], ["--target", "level2", "--model", "ols"],
      ["--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", "Cả nước"],
      ["--target", "level2", "--data", "merged-commune"],
      ["--target", "level2", "--as-of", "2025-12-31"], ["--target", "level9"],
    ])
  func json(arguments: [String]) throws {
    let run = folder.forecast(["gap"] + arguments + ["--json"])
    let document = try JSONDocument(run.output)
    #expect(try schema().faults(in: document) == [])
    #expect((run.exitCode == 0) == (document["status"] == .string("ok")))
  }

  @Test("Quarters of the document add up to the people missing")
  func quarters() throws {
    let document = try JSONDocument(gap("--target", "level2", "--by", "2028", "--json").output)
    let rows = try #require(document["data"]?["requirements"]?.values)
    #expect(rows.compactMap { $0["id"]?.string } == ["2.2", "3.2", "4.3", "5.1", "5.2a", "5.2b"])
    for row in rows where row["kind"] == .string("share") {
      let parts = row["peopleAQuarter"]?.values ?? []
      #expect(parts.count == 12)
      #expect(parts.compactMap { $0["people"]?.number }.reduce(0, +) == row["gapPeople"]?.number)
      #expect(row["standing"]?["source"] == .string("library"))
      #expect(row["standing"]?["years"] == .number(3))
    }
    #expect(document["data"]?["agencies"] == .null)
    #expect(document["data"]?["target"]?["dueDate"] == .string("2028-12-31"))
  }

  @Test("Where all shares are met but a base grows, the answer says how many keep it")
  func endangered() {
    let run = gap("--target", "level1")
    #expect(
      run.output.replacing("\n", with: " ").contains(
        "nhưng tổng số dự báo tăng: 5.2b Đại học trở lên phải thêm 1 (người, hộ …) mới giữ được"))
    #expect(run.output.contains("\nPHẦN DƯ"))
  }

  @Test("By agency there is a section, a list and a sheet for each")
  func agencies() throws {
    let run = gap("--target", "level2", "--group", "agency", "--format", "xlsx")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("HỘI KHUYẾN HỌC (2 chỉ tiêu; hạn 31/12/2026)"))
    #expect(!run.output.contains("chia việc cho từng đơn vị"))
    let name = "out/gap-work-level2-kien-hung.xlsx"
    let bytes = try Data(contentsOf: folder.url.appending(path: name))
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    let document = try JSONDocument(
      gap("--target", "level2", "--group", "agency", "--json").output)
    #expect(
      document["data"]?["agencies"]?.values.compactMap { $0["agency"]?.string } == [
        "Hội Khuyến học", "Phòng Văn hóa – Xã hội",
      ])
  }

  @Test("A level without a calendar is due at the year's end, and says so")
  func withoutCalendar() throws {
    let run = gap(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", "Cả nước",
      "--accept-definition", "employed-15plus-certificate")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Hạn: 31/12/2030, ngày cuối năm mục tiêu"))
  }

  @Test("A planning level says in every output that it is no law")
  func planning() throws {
    let notice = "không phải mức của Thông tư 25/2023"
    #expect(gap("--target", "level3").output.contains(notice))
    #expect(gap("--target", "level3", "--json").output.contains(notice))
    #expect(try folder.text("out/gap-work-level3-kien-hung.csv").contains(notice))
  }

  @Test("A library from before paces of places were measured leaves nothing to compare with")
  func oldLibrary() throws {
    let url = Repository.url("datasets/pace-library/library.json")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let start = try #require(text.range(of: "  \"placePaces\": {"))
    let end = try #require(text.range(of: "  \"builtFrom\":"))
    try folder.write(
      String(text[..<start.lowerBound] + text[end.lowerBound...]), to: "cu.json")
    let run = gap("--target", "level2", "--library", "cu.json")
    #expect(run.exitCode == 0 && run.output.contains("không có cơ sở so sánh"))
    #expect(!run.output.contains("số nơi\n"))
  }

  @Test("Two runs write the same bytes")
  func determinism() throws {
    for output in ["a", "b"] {
      let run = gap(
        "--target", "level3", "--group", "agency", "--format", "xlsx", "--output", output)
      #expect(run.exitCode == 0)
    }
    for name in folder.names("a") {
      #expect(
        try Data(contentsOf: folder.url.appending(path: "a/" + name))
          == Data(contentsOf: folder.url.appending(path: "b/" + name)), "\(name)")
    }
  }

  // MARK: Faults

  @Test("Faults of the command are told with what may be written")
  func faults() {
    #expect(gap().exitCode == 64)
    let run = gap("--target", "level2", "--group", "thôn")
    #expect(run.exitCode == 64 && run.errors.contains("agency (theo đơn vị chủ trì)"))
    #expect(gap("--target", "level2", "--by", "2020").exitCode == 64)
    #expect(gap("--target", "level2", "--data", "khong-co.csv").exitCode == 66)
  }
}
