import Foundation
import Testing

@testable import ForecastCLI

@Suite struct ForecastCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func data(_ arguments: String...) throws -> JSONDocument {
    let run = folder.forecast(arguments + ["--json"])
    #expect(run.exitCode == 0, "\(run.errors)")
    return try #require(try JSONDocument(run.output)["data"])
  }

  private func years(_ data: JSONDocument) -> [Int] {
    (data["outlook"]?.values ?? []).compactMap { $0["year"]?.number }.map { Int($0) }
  }

  private func requirement(_ id: String, _ data: JSONDocument) throws -> JSONDocument {
    try #require(data["requirements"]?.values.first { $0["id"] == .string(id) })
  }

  @Test("In 2025 level 1 is met in all 16, and level 2 fails exactly 4.3, 5.1, 5.2a and 5.2b")
  func shippedExample() throws {
    let first = try data("--target", "level1")
    #expect(first["requirements"]?.values.count == 16)
    #expect(first["requirements"]?.values.allSatisfy { $0["met"] == .bool(true) } == true)
    let second = try data("--target", "level2")
    let failing = second["history"]?.values.last { $0["year"] == .number(2025) }?["failing"]
    #expect(failing?.values.compactMap(\.string) == ["4.3", "5.1", "5.2a", "5.2b"])
    #expect(second["outlook"]?[0]?["probability"] == .number(0))
    #expect(second["outlook"]?[0]?["bindingRequirements"] == .array([.string("4.3")]))
    #expect((second["outlook"]?[2]?["probability"]?.number ?? 0) > 0)
  }

  @Test("The outlook spans five years, or as many as --horizon says")
  func horizon() throws {
    #expect(years(try data("--target", "level2")) == Array(2026...2030))
    #expect(years(try data("--target", "level2", "--horizon", "1")) == [2026])
    #expect(years(try data("--target", "level2", "--horizon", "30")) == Array(2026...2055))
  }

  @Test("--by sets the target year, and the outlook reaches it")
  func by() throws {
    let answer = try data("--target", "level2", "--by", "2033")
    #expect(answer["targetYear"] == .number(2033))
    #expect(years(answer).last == 2033)
    #expect(try data("--target", "level2")["targetYear"] == .number(2026))
    let due = try data("--target", "qd1373-2030", "--data", "vietnam-trained-labour")
    #expect(due["targetYear"] == .number(2030))
  }

  @Test("--by is refused when it is no year or not after the newest data")
  func byRefused() {
    let past = folder.forecast("--target", "level2", "--by", "2025")
    #expect(past.exitCode == 64)
    #expect(past.errors.contains("--by 2025 không nằm sau năm số liệu mới nhất (2025)"))
    let far = folder.forecast("--target", "level2", "--by", "2101")
    #expect(far.errors.contains("giá trị “2101” không dùng được cho --by"))
    #expect(far.errors.contains("Dùng một năm từ 1900 đến 2100."))
  }

  @Test("--as-of hides what was published later, and names the day in the answer")
  func asOf() throws {
    let early = try data("--target", "level2", "--as-of", "2025-03-01")
    #expect(early["asOf"] == .string("2025-03-01"))
    #expect(early["baseYear"] == .number(2024))
    let late = try data("--target", "level2", "--as-of", "2026-12-31")
    #expect(late["baseYear"] == .number(2025))
    let text = folder.forecast("--target", "level2", "--as-of", "01/03/2025")
    #expect(text.output.contains("Nhìn từ ngày: 01/03/2025"))
  }

  @Test("--as-of before any figure says the day in Vietnamese order")
  func asOfTooEarly() {
    let run = folder.forecast("--target", "level1", "--as-of", "2010-01-31")
    #expect(run.exitCode == 11)
    #expect(run.errors.contains("tính đến ngày 31/01/2010"))
  }

  @Test("--model chooses the model and is named in the answer")
  func model() throws {
    let standard = try data("--target", "level2")
    let named = try data("--target", "level2", "--model", "pace")
    let line = try data("--target", "level2", "--model", "ols")
    #expect(standard == named)
    #expect(standard["model"] != line["model"])
    #expect(standard["requirements"] != line["requirements"])
  }

  @Test("A model that does not exist is refused with those that do")
  func unknownModel() {
    let run = folder.forecast("--target", "level2", "--model", "nonsense")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Dùng một trong: default, pace, no-change, drift,"))
  }

  @Test("All faults of the options are told at once")
  func allOptionFaults() {
    let run = folder.forecast(
      "--target", "level2", "--horizon", "0", "--by", "99999", "--model", "x",
      "--require-probability", "2")
    #expect(run.exitCode == 64)
    for option in ["--horizon", "--by", "--model", "--require-probability"] {
      #expect(run.errors.contains("không dùng được cho \(option) [usage.value]"))
    }
  }

  @Test(
    "A value that an option cannot take is told with what it takes",
    arguments: [
      ("--horizon", "0", "số năm từ 1 đến 30"), ("--horizon", "31", "số năm từ 1 đến 30"),
      ("--horizon", "năm", "số năm từ 1 đến 30"), ("--by", "sau", "một năm từ 1900 đến 2100"),
      ("--as-of", "2026-02-30", "ngày dạng 2026-01-31"), ("--lang", "fr", "vi hoặc en"),
      ("--require-probability", "1.5", "số từ 0 đến 1"),
      ("--require-probability", "nan", "số từ 0 đến 1"),
    ])
  func badValue(option: String, value: String, allowed: String) {
    let run = folder.forecast("--target", "level2", option, value)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("không dùng được cho \(option)"))
    #expect(run.errors.contains("Dùng \(allowed)"))
  }

  @Test("--accept-definition lets figures of another definition into the level's probability")
  func acceptDefinition() throws {
    let arguments = ["--target", "qd1373-2030", "--data", "vietnam-trained-labour"]
    let plain = folder.forecast(arguments + ["--json"])
    let refused = try #require(try JSONDocument(plain.output)["data"])
    #expect(plain.exitCode == 0)
    #expect(try requirement("1a", refused)["comparable"] == .bool(false))
    for year in refused["outlook"]?.values ?? [] {
      #expect(year["probability"] == .null)
      #expect(year["conditionalOn"] == .array([.string("1a"), .string("1b")]))
    }
    #expect(plain.output.contains("--accept-definition employed-15plus-certificate"))
    let one = folder.forecast(
      arguments + ["--accept-definition", "employed-15plus-certificate", "--json"])
    let accepted = try #require(try JSONDocument(one.output)["data"])
    #expect(try requirement("1a", accepted)["comparable"] == .bool(true))
    #expect(try requirement("1b", accepted)["comparable"] == .bool(false))
    #expect(accepted["outlook"]?[0]?["probability"]?.number != nil)
    #expect(accepted["outlook"]?[0]?["conditionalOn"] == .array([.string("1b")]))
  }

  @Test("--require-probability exits 10 below and 0 at or above, and says why")
  func requireProbability() throws {
    let below = folder.forecast("--target", "level2", "--require-probability", "0.8")
    #expect(below.exitCode == 10)
    #expect(below.output.contains("KHẢ NĂNG ĐẠT level2"))
    #expect(
      below.errors.contains("xác suất đạt level2 năm 2026 là 0%, thấp hơn mức đòi hỏi 80%"))
    #expect(folder.names("out").contains("gap-level2-kien-hung.csv"))
    let enough = folder.forecast("--target", "level2", "--require-probability", "0")
    #expect(enough.exitCode == 0)
    #expect(enough.errors == "")
    let json = folder.forecast("--target", "level2", "--require-probability", "0.8", "--json")
    #expect(json.exitCode == 10)
    #expect(try JSONSchemaCheck.answer().faults(in: try JSONDocument(json.output)) == [])
  }

  @Test("--require-probability is not met by a probability that is not known")
  func requireUnknownProbability() {
    let run = folder.forecast(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--require-probability", "0")
    #expect(run.exitCode == 10)
    #expect(run.errors.contains("chưa tính được"))
  }

  @Test("--regulation looks for the level in one regulation only")
  func regulation() throws {
    #expect(
      try data("--target", "level2", "--regulation", "tt25-2023-xa")["regulation"]
        == .string("tt25-2023-xa"))
    let run = folder.forecast("--target", "level2", "--regulation", "planning-level3")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("level3"))
  }

  @Test("--regulation takes a rule file of the user's, beside the shipped ones or in their place")
  func ownRegulation() throws {
    let shipped = try String(
      decoding: Data(contentsOf: Repository.url("datasets/regulations/qd1373-2021.yaml")),
      as: UTF8.self)
    try folder.write(shipped, to: "copy.yaml")
    try folder.write(shipped.replacing("threshold: 60", with: "threshold: 20"), to: "mild.yaml")
    let own = shipped.replacing("id: qd1373-2021", with: "id: own")
      .replacing("id: qd1373-2030", with: "id: own-2030")
    try folder.write(own, to: "rules/own.yaml")
    func threshold(_ target: String, _ file: String) throws -> Double? {
      let answer = try data(
        "--target", target, "--regulation", file, "--data", "vietnam-trained-labour")
      return try requirement("1a", answer)["threshold"]?.number
    }
    #expect(try threshold("qd1373-2030", "copy.yaml") == 60)
    #expect(try threshold("qd1373-2030", "mild.yaml") == 20)
    #expect(try threshold("own-2030", "rules/own.yaml") == 60)
  }

  @Test("--data takes a folder, its descriptor, a loose file or the name of a shipped package")
  func dataChoices() throws {
    let package = Repository.url("datasets/kien-hung")
    for path in [
      "kien-hung", package.path(percentEncoded: false),
      package.appending(path: "datapackage.json").path(percentEncoded: false),
    ] {
      #expect(try data("--target", "level1", "--data", path)["place"] == .string("Kiến Hưng"))
    }
  }

  @Test("Without --data the package in the current folder is taken before the shipped example")
  func ownPackage() throws {
    try folder.write(
      #"{"title": "Xã tôi", "resources": [{"name": "observations", "path": "o.csv"}]}"#,
      to: "datapackage.json")
    try folder.write("place,indicator,year,percent\nXã tôi,trained,2025,51\n", to: "o.csv")
    let run = folder.forecast("--target", "level1")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Địa phương:   Xã tôi"))
    #expect(!run.output.contains("MINH HỌA"))
  }

  @Test(
    "--place is found in any case, without diacritics and in any Unicode form",
    arguments: ["Hà Nội", "hà nội", "Ha Noi", "HA\u{300} NO\u{323}\u{302}I"])
  func place(name: String) throws {
    let run = folder.forecast(
      "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place", name,
      "--regulation", "qd1373-2021", "--json")
    #expect(try JSONDocument(run.output)["data"]?["place"] == .string("Hà Nội"))
  }

  @Test("A level that is not for this kind of place is refused with the kinds it is for")
  func placeKinds() {
    let hamlet = folder.forecast("--target", "level2", "--place", "Thôn 1")
    #expect(hamlet.exitCode == 65)
    #expect(hamlet.errors.contains("không có mức “level2” cho “thôn”"))
    #expect(hamlet.errors.contains("dành cho: xã, phường, đặc khu"))
    let commune = folder.forecast("--target", "qd1373-2030")
    #expect(commune.exitCode == 65)
    #expect(commune.errors.contains("dành cho: quốc gia"))
  }

  @Test("The last option of two wins, and options may be written with =")
  func repeatedOptions() throws {
    #expect(try data("--target=level1", "--target", "level2")["level"] == .string("level2"))
  }
}
