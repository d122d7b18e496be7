import Foundation
import InputFiles
import Testing

@testable import ForecastCLI

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func chart(_ arguments: String...) -> Run { folder.forecast(["chart"] + arguments) }

  private static let fans = [
    "learning-citizens", "trained", "university", "learning-families", "learning-clans",
    "learning-communities", "learning-units",
  ].map { "fan-level2-\($0)-kien-hung" }

  /// The pictures of level2 on the example, by kind.
  private static let names: [(String, [String])] = [
    ("fan", fans), ("heatmap", ["heatmap-level2-kien-hung"]),
    ("gap", ["gap-bars-level2-kien-hung"]),
  ]

  @Test(
    "Each kind writes its pictures with their numbers, and lists what it wrote", arguments: names)
  func files(kind: String, names: [String]) throws {
    let run = chart(kind, "--target", "level2")
    #expect(run.exitCode == 0 && run.errors == "")
    let files = names.flatMap { [$0 + ".svg", $0 + ".csv"] }
    #expect(run.lines.map(String.init) == files.map { "out/" + $0 })
    #expect(folder.names("out") == ([OutputFolder.manifestName] + files).sorted())
    for name in names {
      let svg = try folder.text("out/\(name).svg")
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(name)")
      #expect(svg.contains("Số liệu minh họa") && svg.contains("role=\"img\""))
      #expect(!svg.contains("nan") && !svg.contains("inf\""))
      #expect(try folder.text("out/\(name).csv").hasPrefix("\u{FEFF}"))
    }
  }

  @Test("The pictures are those that the whole answer writes")
  func sameAsAnswer() throws {
    _ = folder.forecast("--target", "level2", "--output", "a")
    for (kind, names) in Self.names {
      #expect(chart(kind, "--target", "level2", "--output", "b").exitCode == 0)
      for name in names {
        #expect(try folder.text("a/\(name).svg") == folder.text("b/\(name).svg"))
        #expect(try folder.text("a/\(name).csv") == folder.text("b/\(name).csv"))
      }
    }
  }

  @Test("--json lists the files in the envelope of every result")
  func json() throws {
    let run = chart("gap", "--target", "level2", "--json")
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    #expect(document["status"] == .string("ok"))
    #expect(
      document["data"]?["files"]?.values.compactMap(\.string)
        == ["out/gap-bars-level2-kien-hung.svg", "out/gap-bars-level2-kien-hung.csv"])
    #expect(document["inputs"]?.values.isEmpty == false)
  }

  // MARK: Faults

  @Test("An unknown kind is told with the kinds there are, in the language of the run")
  func unknownKind() {
    let vi = chart("pie", "--target", "level2")
    #expect(vi.exitCode == 64 && vi.output == "")
    #expect(vi.errors.contains("giá trị “pie” không dùng được"))
    for words in ["fan (dự báo từng tỷ lệ)", "heatmap (mức theo năm)", "gap (số còn thiếu)"] {
      #expect(vi.errors.contains(words), "\(words)")
    }
    #expect(!vi.errors.contains("The value"))
    let en = chart("pie", "--target", "level2", "--lang", "en")
    #expect(en.exitCode == 64 && en.errors.contains("fan (forecast of each share)"))
    #expect(folder.names() == [])
  }

  @Test("A missing kind is told with the kinds there are")
  func missingKind() {
    let run = chart("--target", "level2")
    #expect(run.exitCode == 64 && run.errors.contains("[usage.argument-missing]"))
    #expect(run.errors.contains("heatmap (mức theo năm)") && !run.errors.contains("Missing"))
  }

  @Test("A missing --target is told, and nothing is written", arguments: ["fan", "heatmap", "gap"])
  func missingTarget(kind: String) {
    let run = chart(kind)
    #expect(run.exitCode == 64 && run.errors.contains("[usage.target]"))
    #expect(run.errors.contains("--target level2") && folder.names() == [])
  }

  @Test("Faults with --json are valid JSON", arguments: [["pie", "--target", "level2"], ["fan"]])
  func jsonFaults(arguments: [String]) throws {
    let run = folder.forecast(["chart"] + arguments + ["--json"])
    #expect(run.exitCode == 64)
    #expect(try JSONDocument(run.output)["data"] == .null)
  }

  @Test("An unknown level exits 65, a foreign file in the way 73")
  func otherFaults() throws {
    #expect(chart("fan", "--target", "level9").exitCode == 65)
    try folder.write("của tôi", to: "out/gap-bars-level2-kien-hung.svg")
    #expect(chart("gap", "--target", "level2").exitCode == 73)
    #expect(try folder.text("out/gap-bars-level2-kien-hung.svg") == "của tôi")
    #expect(chart("gap", "--target", "level2", "--force").exitCode == 0)
  }

  @Test("Where there is nothing to draw the run says so")
  func nothing() throws {
    try folder.write(
      "place,indicator,year,percent\nXã A,trained,2024,51\nXã A,trained,2025,52\n",
      to: "so-lieu.csv")
    let run = chart("gap", "--target", "level2", "--data", "so-lieu.csv")
    #expect(run.exitCode == 0 && run.output == "")
    #expect(run.errors.contains("[chart.nothing]") && run.errors.contains("level2"))
  }

  // MARK: Options

  @Test("Options reach the subcommand in any order, before and after its name and kind")
  func order() throws {
    let orders = [
      ["chart", "gap", "--target", "level2", "--lang", "en", "--by", "2028", "--output", "kq"],
      ["chart", "--by", "2028", "--output", "kq", "gap", "--lang", "en", "--target", "level2"],
      ["--target", "level2", "--by", "2028", "chart", "gap", "--output", "kq", "--lang", "en"],
      ["--lang", "en", "--output", "kq", "chart", "--target", "level2", "gap", "--by", "2028"],
    ]
    for arguments in orders {
      let own = try WorkingFolder()
      let run = own.forecast(arguments)
      #expect(run.exitCode == 0, "\(arguments): \(run.errors)")
      #expect(
        run.output == "kq/gap-bars-level2-kien-hung.svg\nkq/gap-bars-level2-kien-hung.csv\n",
        "\(arguments)")
      let svg = try own.text("kq/gap-bars-level2-kien-hung.svg")
      #expect(svg.contains("Level 2 in 2028"), "\(arguments)")
    }
  }

  @Test("Horizon, day, model and accepted definitions change the picture as they do the answer")
  func outlook() throws {
    #expect(
      chart("heatmap", "--target", "level2", "--horizon", "8", "--as-of", "2025-12-31").exitCode
        == 0)
    #expect(try folder.text("out/heatmap-level2-kien-hung.svg").contains(">2032<"))
    func nation(_ options: String...) throws -> String {
      let run = folder.forecast(
        ["chart", "fan", "--target", "qd1373-2030", "--data", "vietnam-trained-labour"] + options
          + ["--output", "n", "--force"])
      #expect(run.exitCode == 0, "\(run.errors)")
      return try folder.text("n/fan-qd1373-2030-trained-ca-nuoc.svg")
    }
    #expect(try nation().contains("không so được với ngưỡng 60%"))
    let accepted = try nation("--accept-definition", "employed-15plus-certificate")
    #expect(!accepted.contains("không so được") && accepted.contains("khả năng đạt 60%"))
  }

  @Test("The environment does not reach a picture: time zone, locale")
  func environment() throws {
    #expect(chart("fan", "--target", "level2").exitCode == 0)
    let other = try WorkingFolder()
    _ = other.forecast(
      ["chart", "fan", "--target", "level2"],
      environment: ["TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "vi_VN.UTF-8", "LANG": "de_DE.UTF-8"])
    for name in folder.names("out") {
      #expect(try folder.text("out/" + name) == other.text("out/" + name), "\(name)")
    }
  }
}
