import Testing

@testable import ForecastCLI

@Suite struct ScenarioCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func scenario(_ arguments: String...) -> Run {
    folder.forecast(["scenario"] + arguments)
  }

  @Test("Answers without further options: side by side, what has to be true, files")
  func answer() throws {
    let run = scenario("--target", "level2")
    #expect(run.exitCode == 0 && run.errors == "")
    for words in ["xu hướng", "vừa đủ đạt", "ĐIỀU PHẢI ĐÚNG", "NẾU LÙI NĂM", "SỐ LIỆU MINH HỌA"] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(
      folder.names("out") == [
        OutputFolder.manifestName, "mix-level2-kien-hung.csv", "scenario-level2-kien-hung.csv",
        "scenario-level2-kien-hung.json",
      ])
  }

  @Test("The document fits its schema, and is the file", arguments: ["level1", "level2", "level3"])
  func json(level: String) throws {
    let run = scenario("--target", level, "--json", "--by", "2028")
    #expect(run.exitCode == 0)
    let check = try JSONSchemaCheck.named("scenario")
    #expect(check.faults(in: try JSONDocument(run.output)) == [])
    #expect(try folder.text("out/scenario-\(level)-kien-hung.json") == run.output)
    let failed = scenario("--target", "level9", "--json")
    #expect(failed.exitCode == 65)
    #expect(check.faults(in: try JSONDocument(failed.output)) == [])
  }

  @Test("Shares of which only percents are known reach what is asked, and say so")
  func percents() throws {
    try folder.write(
      "place,indicator,year,percent\n"
        + "Xã A,learning-citizens,2024,62.4\nXã A,learning-citizens,2025,65.3\n"
        + "Xã A,trained,2024,52.4\nXã A,trained,2025,53.7\n"
        + "Xã A,university,2024,12.6\nXã A,university,2025,12.9\n", to: "pct.csv")
    for probability in ["0.5", "0.6", "0.8", "0.95"] {
      let run = scenario(
        "--target", "level2", "--data", "pct.csv", "--probability", probability, "--json")
      #expect(run.exitCode == 0)
      #expect(run.output.contains("\"reached\": true"))
      #expect(!run.output.contains("\"reached\": false"), "\(probability)")
    }
  }

  @Test("A planning level says what it is")
  func planning() {
    #expect(scenario("--target", "level3").output.contains("không phải mức của Thông tư 25/2023"))
    #expect(
      scenario("--target", "level3", "--lang", "en").output.contains("not a level of Circular"))
  }

  @Test("A file's scenarios stand beside the built-in ones")
  func ownFile() throws {
    try folder.write(
      "Kịch bản;Mã;Năm;Nhịp;Trạng thái\nmở lớp;5.2a;;2,5;\nmở lớp;4.3;2026;;3\nvận động;5.1;;7;\n",
      to: "kb.csv")
    let run = scenario(
      "--target", "level2", "--by", "2028", "--scenario", "trend", "--scenario", "kb.csv")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(run.output.contains("mở lớp") && run.output.contains("vận động"))
    #expect(run.output.contains("mở lớp: 4.3 coi như đạt từ năm 2026."))
    #expect(!run.output.contains("vừa đủ đạt"))
  }

  @Test("Faults of file and options: code, exit, and nothing written")
  func faults() throws {
    try folder.write("requirement,pace\n5.9,2\n4.3,1\n", to: "bad.csv")
    let bad = scenario("--target", "level2", "--scenario", "bad.csv")
    #expect(bad.exitCode == 65)
    #expect(
      bad.errors.contains("[scenario.requirement]")
        && bad.errors.contains("[scenario.pace-of-fact]"))
    let many = scenario(
      "--target", "level2", "--scenario", "bad.csv", "--scenario", "fast", "--scenario", "no.csv")
    #expect(many.errors.contains("[scenario.requirement]") && many.errors.contains("[usage.value]"))
    #expect(many.errors.contains("[file.missing]"))
    #expect(scenario("--target", "level2", "--require-probability", "0.5").exitCode == 64)
    for weight in ["5.1=1e308", "5.1=1e-9"] {
      #expect(scenario("--target", "level2", "--weight", weight).exitCode == 64)
    }
    #expect(scenario("--target", "level2", "--scenario", "no.csv").exitCode == 66)
    #expect(scenario("--target", "level2", "--scenario", "fast").exitCode == 64)
    #expect(scenario("--target", "level2", "--probability", "0.3").exitCode == 64)
    #expect(scenario("--target", "level2", "--effort", "money").exitCode == 64)
    for weight in ["5.2b", "5.2b=0", "9=1", "4.3=2", "5.2b=x"] {
      #expect(scenario("--target", "level2", "--weight", weight).exitCode == 64, "\(weight)")
    }
    #expect(scenario().exitCode == 64)
    #expect(folder.names("out") == [])
  }
}
