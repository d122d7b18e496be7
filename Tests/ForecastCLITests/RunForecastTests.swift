import Foundation
import Testing

@testable import ForecastCLI

/// A command line that fails, with its exit code and the code of its first finding.
private struct Failure: CustomTestStringConvertible {
  let exitCode: Int32
  let code: String
  let arguments: [String]

  init(_ exitCode: Int32, _ code: String, _ arguments: String...) {
    self.exitCode = exitCode
    self.code = code
    self.arguments = arguments
  }

  var testDescription: String { "\(arguments.joined(separator: " ")) → \(exitCode) \(code)" }

  static let all = [
    Failure(11, "level.no-data", "--target", "level1", "--as-of", "2010-01-01"),
    Failure(11, "level.no-data", "--target", "level1", "--data", "other-indicator.csv"),
    Failure(11, "dataset.empty", "--target", "level1", "--data", "header-only.csv"),
    Failure(64, "usage.target", "--force"),
    Failure(64, "usage.option", "--targt", "level2"),
    Failure(64, "usage.command", "levls"),
    Failure(64, "usage.command", "help", "levls"),
    Failure(64, "usage.value-missing", "--target"),
    Failure(64, "usage.value", "--target", "level2", "--horizon", "abc"),
    Failure(64, "usage.value", "--target", "level2", "--model", "nonsense"),
    Failure(64, "usage.argument", "--target", "level2", "extra"),
    Failure(64, "request.by-past", "--target", "level2", "--by", "2020"),
    Failure(64, "place.ambiguous", "--target", "level2", "--data", "two-places.csv"),
    Failure(65, "level.unknown", "--target", "level9"),
    Failure(65, "place.unknown", "--target", "level2", "--place", "Kiến Hung Thịnh"),
    Failure(65, "regulation.unknown", "--target", "level2", "--regulation", "none-such"),
    Failure(65, "year.unreadable", "--target", "level2", "--data", "bad-year.csv"),
    Failure(65, "table.empty", "--target", "level2", "--data", "empty.csv"),
    Failure(66, "file.missing", "--target", "level2", "--data", "no-such-folder"),
    Failure(66, "file.missing", "--target", "level2", "--regulation", "none.yaml"),
    Failure(66, "package.missing", "--target", "level2", "--data", "."),
    Failure(73, "output.not-folder", "--target", "level2", "--output", "empty.csv"),
    Failure(73, "output.unwritable", "--target", "level2", "--output", "empty.csv/below"),
    Failure(73, "output.foreign", "--target", "level2", "--output", "taken"),
  ]

  func run(in folder: WorkingFolder, json: Bool, lang: String? = nil) throws -> Run {
    let header = "place,indicator,year,percent\n"
    try folder.write("", to: "empty.csv")
    try folder.write(header, to: "header-only.csv")
    try folder.write(header + "Xã A,sunshine,2025,50\n", to: "other-indicator.csv")
    try folder.write(header + "Xã A,trained,hai,50\n", to: "bad-year.csv")
    try folder.write(header + "Xã A,trained,2025,50\nXã B,trained,2025,50\n", to: "two-places.csv")
    try folder.write("của tôi\n", to: "taken/gap-level2-kien-hung.csv")
    return folder.forecast(
      arguments + (json ? ["--json"] : []) + (lang.map { ["--lang", $0] } ?? []))
  }
}

@Suite struct RunForecastTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  @Test("A level asked for another kind of place is answered as a comparison, and that is told")
  func otherKindOfPlace() {
    let run = folder.forecast(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", "Hà Nội",
      "--regulation", "qd1373-2021", "--require-probability", "0.5")
    #expect(run.exitCode == 10)
    #expect(run.errors.contains("không phải cho tỉnh: kết quả của Hà Nội chỉ để so sánh"))
    #expect(run.errors.contains("chưa tính được xác suất đạt qd1373-2030 năm 2030"))
  }

  /// Writes a package of one share with a recognition and an assignment.
  private func writePackage(recognition: String, assignment: String) throws {
    let resources = ["observations", "recognition", "assignment"]
      .map { "{\"name\": \"\($0)\", \"path\": \"\($0).csv\"}" }.joined(separator: ", ")
    try folder.write("{\"title\": \"T\", \"resources\": [\(resources)]}", to: "p/datapackage.json")
    try folder.write(
      "place,indicator,year,count,base\nXã A,trained,2024,520,1000\nXã A,trained,2025,530,1000\n",
      to: "p/observations.csv")
    try folder.write(
      "place,regulation,level,assessed_year,decision_date\n" + recognition,
      to: "p/recognition.csv")
    try folder.write("requirement,lead_agency\n" + assignment, to: "p/assignment.csv")
  }

  @Test("A recognition that has ended is told as ended, one that holds as holding")
  func endedRecognition() throws {
    try writePackage(recognition: "Xã A,tt25-2023-xa,level1,2021,2022-03-15\n", assignment: "")
    let ended = folder.forecast("--target", "level1", "--data", "p").output
    #expect(ended.contains("đã hết giá trị từ 15/03/2025"))
    #expect(!ended.contains("Đang được công nhận"))
    try writePackage(recognition: "Xã A,tt25-2023-xa,level1,2023,2024-03-15\n", assignment: "")
    let held = folder.forecast("--target", "level1", "--data", "p").output
    #expect(held.contains("Đang được công nhận") && held.contains("giá trị đến 15/03/2027"))
  }

  @Test("A recognition of no known level and an agency of no requirement are told")
  func strayRecords() throws {
    try writePackage(
      recognition: "Xã A,tt25-2023-xa,level7,2023,2024-03-15\n", assignment: "9.9,Hội A\n")
    let output = folder.forecast("--target", "level1", "--data", "p").output
    #expect(output.contains("“tt25-2023-xa#level7”"))
    #expect(!output.contains("Đang được công nhận"))
    #expect(output.contains("bảng phân công có “9.9”"))
  }

  @Test("The picture of a level says on how many unknown requirements its chance depends")
  func conditionalPicture() throws {
    try writePackage(recognition: "", assignment: "")
    _ = folder.forecast("--target", "level1", "--data", "p")
    let svg = try folder.text("out/heatmap-level1-xa-a.svg")
    #expect(svg.contains("nếu 15 yêu cầu chưa có số liệu đều đạt"))
  }

  @Test("The least-squares line comes with its caution, and no word of other places' pace")
  func lineCaution() {
    let run = folder.forecast("--target", "level2", "--model", "ols")
    #expect(run.output.contains("chỉ chứa khoảng một nửa giá trị thật ở năm thứ năm"))
    #expect(!run.output.contains("cân với nhịp thường gặp"))
    #expect(!run.output.contains("nới rộng theo sai số điều chỉnh"))
  }

  @Test(
    "A failure has its exit code, prints nothing to stdout and says why", arguments: Failure.all)
  private func failure(_ failure: Failure) throws {
    let run = try failure.run(in: folder, json: false)
    #expect(run.exitCode == failure.exitCode)
    #expect(run.output == "")
    #expect(run.errors.contains("[\(failure.code)]"))
    #expect(run.errors.contains("lỗi: "))
    #expect(run.errors.contains("    Cách sửa: "))
    #expect(!run.errors.contains("{"), "a slot stayed empty")
  }

  @Test("A failure is told in English where asked for", arguments: Failure.all)
  private func englishFailure(_ failure: Failure) throws {
    let run = try failure.run(in: folder, json: false, lang: "en")
    #expect(run.exitCode == failure.exitCode)
    #expect(run.errors.contains("error: "))
    #expect(run.errors.contains("    Remedy: "))
  }

  @Test("--json is a valid document on every kind of failure", arguments: Failure.all)
  private func failureDocument(_ failure: Failure) throws {
    let run = try failure.run(in: folder, json: true)
    #expect(run.exitCode == failure.exitCode)
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    #expect(document["status"] == .string("error"))
    #expect(document["data"] == .null)
    let errors = document["diagnostics"]?.values.filter { $0["severity"] == .string("error") }
    #expect(errors?.first?["code"] == .string(failure.code))
    let plain = try failure.run(in: try WorkingFolder(), json: false)
    #expect(run.errors == plain.errors, "--json changes stdout only")
  }

  @Test(
    "--json is a valid document on success",
    arguments: [
      ["--target", "level1"], ["--target", "level2", "--lang", "en"], ["--target", "level3"],
      ["--target", "level2", "--model", "ols"], ["--target", "level2", "--as-of", "2025-03-01"],
      ["--target", "qd1373-2025", "--data", "vietnam-trained-labour"],
      ["--target", "qd1373-2030", "--data", "vietnam-trained-labour"],
      [
        "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--accept-definition",
        "employed-15plus-certificate",
      ],
    ])
  func successDocument(arguments: [String]) throws {
    let run = folder.forecast(arguments + ["--json"])
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    #expect(try JSONSchemaCheck.answer().faults(in: document) == [])
    #expect(document["status"] == .string("ok"))
    #expect(document["inputs"]?.values.isEmpty == false)
    #expect(run.output.hasSuffix("}\n"))
  }

  @Test("--json changes stdout only: the files and the messages are the same")
  func jsonChangesStdoutOnly() throws {
    let other = try WorkingFolder()
    let arguments = ["--target", "level2", "--require-probability", "0.9"]
    let plain = folder.forecast(arguments)
    let json = other.forecast(arguments + ["--json"])
    #expect(plain.exitCode == json.exitCode)
    #expect(plain.errors == json.errors)
    #expect(folder.names("out") == other.names("out"))
    for name in folder.names("out") {
      #expect(try folder.text("out/" + name) == other.text("out/" + name))
    }
    #expect(try folder.text("out/gap-level2-kien-hung.json") == json.output)
  }

  @Test(
    "The same arguments and files give the same bytes, wherever and however often",
    arguments: [[], ["--json"], ["--lang", "en"]])
  func determinism(options: [String]) throws {
    let first = folder.forecast(["--target", "level2"] + options)
    let again = folder.forecast(["--target", "level2"] + options)
    let elsewhere = try WorkingFolder().forecast(
      ["--target", "level2"] + options,
      environment: ["LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(first.exitCode == 0)
    #expect(first.output == again.output)
    #expect(first.output == elsewhere.output)
    #expect(first.errors == elsewhere.errors)
  }

  @Test("Nothing printed or written names the folder of the run or of the program")
  func noMachinePaths() throws {
    let run = folder.forecast("--target", "level2", "--json")
    let root = Repository.url.path(percentEncoded: false)
    for text in [run.output, run.errors, try folder.text("out/gap-level2-kien-hung.csv")] {
      #expect(!text.contains(root))
      #expect(!text.contains(folder.url.lastPathComponent))
    }
  }

  @Test("The language is Vietnamese unless asked otherwise, whatever LANG says")
  func language() {
    let english = ["LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"]
    let run = folder.forecast(["--target", "level2"], environment: english)
    #expect(run.output.contains("KHẢ NĂNG ĐẠT level2"))
    #expect(folder.forecast("--target", "level2", "--lang", "en").output.contains("THE CHANCE OF"))
    #expect(folder.forecast("--target", "level2", "--lang=en").output.contains("THE CHANCE OF"))
    let fault = folder.forecast(["--target", "level9"], environment: english)
    #expect(fault.errors.hasPrefix("lỗi: "))
  }

  @Test(
    "Answers on the shipped example say first and last that its figures are illustrative",
    arguments: ["level1", "level2", "level3"], ["vi", "en"])
  func illustrative(level: String, language: String) throws {
    let run = folder.forecast("--target", level, "--lang", language)
    #expect(run.lines.first?.contains("SỐ LIỆU MINH HỌA") == true)
    #expect(run.lines.last?.contains("SỐ LIỆU MINH HỌA") == true)
    let rows = try folder.text("out/gap-\(level)-kien-hung.csv").split(separator: "\r\n")
      .dropFirst()
    let mark = language == "vi" ? "số liệu minh họa" : "illustrative figures"
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.contains(mark)) }
    let document = try JSONDocument(try folder.text("out/gap-\(level)-kien-hung.json"))
    #expect(document["data"]?["illustrative"] == .bool(true))
    #expect(document["data"]?["dataNotice"]?.string?.contains("SỐ LIỆU MINH HỌA") == true)
  }

  @Test("Answers on real figures do not say that they are illustrative")
  func realFigures() {
    let run = folder.forecast("--target", "qd1373-2030", "--data", "vietnam-trained-labour")
    #expect(run.exitCode == 0)
    #expect(!run.output.localizedCaseInsensitiveContains("minh họa"))
  }

  @Test("Level 3 says in text, CSV and JSON that it is no level of the circular")
  func planningLevel() throws {
    let notice = "mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023"
    let run = folder.forecast("--target", "level3")
    #expect(run.output.contains("Chú ý:        " + notice))
    #expect(run.output.contains("Căn cứ:       không có (không phải quy định)"))
    let rows = try folder.text("out/gap-level3-kien-hung.csv").split(separator: "\r\n").dropFirst()
    for row in rows { #expect(row.contains(notice)) }
    let data = try JSONDocument(try folder.text("out/gap-level3-kien-hung.json"))["data"]
    #expect(data?["notice"] == .string(notice))
    #expect(data?["legalBasis"] == .null)
    #expect(data?["planning"] == .bool(true))
    #expect(data?["requirements"]?.values.count == 20)
    #expect(folder.forecast("levels").output.contains("mức kế hoạch nội bộ, không phải mức của"))
    #expect(folder.forecast("levels", "--json").output.contains(notice))
  }

  @Test("Levels 1 and 2 of the circular do not carry the planning notice themselves")
  func levelsOfLaw() throws {
    _ = folder.forecast("--target", "level2")
    #expect(try !folder.text("out/gap-level2-kien-hung.csv").contains("mức kế hoạch nội bộ"))
    let data = try JSONDocument(try folder.text("out/gap-level2-kien-hung.json"))["data"]
    #expect(data?["planning"] == .bool(false))
    #expect(data?["notice"] == .null)
    #expect(data?["requirements"]?.values.count == 16)
  }

  @Test("No argument prints the help, and --version the version alone")
  func helpAndVersion() {
    let help = folder.forecast([])
    #expect(help.exitCode == 0)
    #expect(help.output.contains("CÁCH DÙNG: forecast --target"))
    #expect(help.errors == "")
    #expect(folder.forecast("--version").output == forecastVersion + "\n")
  }

  @Test("Vietnamese help holds no English heading of the parser")
  func vietnameseHelp() {
    for arguments in [["--help"], ["levels", "--help"], ["help", "doctor"]] {
      let help = folder.forecast(arguments).output
      for heading in ["USAGE", "OPTIONS", "OVERVIEW", "SUBCOMMANDS", "default:", "Show ", "See "] {
        #expect(!help.contains(heading), "\(arguments): \(heading)")
      }
    }
  }

  @Test("The lines of the usage stand under each other")
  func usageAlignment() {
    let lines = folder.forecast("--help").lines
    let usage = lines.firstIndex { $0.contains("CÁCH DÙNG:") } ?? 0
    let starts = lines[usage...(usage + 1)].map { $0.distance(of: "forecast") }
    #expect(starts[0] == starts[1])
  }
}

extension Substring {
  fileprivate func distance(of word: String) -> Int? {
    firstRange(of: word).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}
