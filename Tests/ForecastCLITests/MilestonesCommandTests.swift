import Foundation
import Testing

@testable import ForecastCLI

@Suite struct MilestonesCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func milestones(_ arguments: String...) -> Run {
    folder.forecast(["milestones"] + arguments)
  }

  @Test(
    "The document keeps its schema, whatever is asked",
    arguments: [
      ["--target", "level1"], ["--target", "level2", "--by", "2030", "--lang", "en"],
      ["--target", "level3", "--as-of", "2025-02-01"],
      ["--target", "level2", "--archive", "a.jsonl"], ["--target", "level2", "--model", "ols"],
      ["--target", "qd1373-2030", "--data", "vietnam-trained-labour"],
    ])
  func schema(arguments: [String]) throws {
    let run = folder.forecast(["milestones"] + arguments + ["--json"])
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.named("milestones").faults(in: document) == [])
    #expect(document["data"]?["milestones"]?.values.isEmpty == false)
  }

  @Test("The numbers are those of the answer: base, gap and chance of the target year")
  func sameAsAnswer() throws {
    let plan = try JSONDocument(milestones("--target", "level2", "--by", "2028", "--json").output)
    let answer = try JSONDocument(
      folder.forecast("--target", "level2", "--by", "2028", "--json", "--output", "b").output)
    var shares = 0
    for row in answer["data"]?["requirements"]?.values ?? [] where row["kind"] == .string("share") {
      let own = plan["data"]?["milestones"]?.values.first { $0["requirement"] == row["id"] }
      let last = own?["years"]?.values.last
      #expect(last?["year"]?.number == 2028)
      #expect(last?["base"] == row["baseForecast"])
      #expect(own?["gapPeople"] == row["gapPeople"])
      #expect(own?["add"]?.number == max(0, row["gapPeople"]?.number ?? 0))
      let forecast = row["forecast"]?.values.first { $0["year"]?.number == 2028 }
      #expect(last?["probability"] == forecast?["probability"])
      #expect(last?["median"] == forecast?["median"])
      shares += 1
    }
    #expect(shares == 3)
  }

  @Test("Text, table, document and workbook are written, and the archive is recommended")
  func files() throws {
    let run = milestones("--target", "level2", "--by", "2028", "--format", "xlsx")
    #expect(run.exitCode == 0 && run.errors == "")
    let name = "milestones-level2-kien-hung"
    #expect(
      folder.names("out") == [
        OutputFolder.manifestName, name + ".csv", name + ".json", name + ".xlsx",
      ])
    #expect(run.output.contains("MỐC TỪNG NĂM đến năm 2028"))
    #expect(
      run.output.contains(
        "forecast milestones --target level2 --by 2028 --format xlsx --archive forecast-archive.jsonl"
      ))
    #expect(folder.names() == ["out"], "nothing is put on record unasked")
    #expect(run.lines.first?.contains("SỐ LIỆU MINH HỌA") == true)
    #expect(run.lines.last?.contains("SỐ LIỆU MINH HỌA") == true)
  }

  @Test("The same arguments and files give the same bytes, on record and off")
  func determinism() throws {
    let other = try WorkingFolder()
    let arguments = ["milestones", "--target", "level2", "--archive", "a.jsonl"]
    let (one, two) = (folder.forecast(arguments), other.forecast(arguments))
    #expect(one.output == two.output)
    #expect(try folder.text("a.jsonl") == other.text("a.jsonl"))
    #expect(try !folder.text("a.jsonl").contains(Repository.url.path(percentEncoded: false)))
  }

  @Test("A planning level says what it is in text, table and document")
  func planning() throws {
    let notice = "mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023"
    #expect(milestones("--target", "level3").output.contains(notice))
    let rows = try folder.text("out/milestones-level3-kien-hung.csv").split(separator: "\r\n")
    for row in rows.dropFirst() {
      #expect(row.contains(notice) && row.contains("số liệu minh họa"))
    }
    #expect(try folder.text("out/milestones-level3-kien-hung.json").contains(notice))
  }

  @Test("A wanted chance lifts the milestones above the thresholds and is told")
  func aim() throws {
    let run = milestones("--target", "level2", "--by", "2028", "--probability", "0.8")
    #expect(run.exitCode == 0 && run.output.contains("Mốc đặt cao hơn ngưỡng"))
    let json = milestones(
      "--target", "level2", "--by", "2028", "--probability", "0.8", "--json", "--output", "b")
    #expect(
      try JSONSchemaCheck.named("milestones").faults(in: try JSONDocument(json.output)) == [])
    #expect(json.output.contains("\"aim\": 0.8"))
    #expect(milestones("--target", "level2", "--probability", "1").exitCode == 64)
  }
}
