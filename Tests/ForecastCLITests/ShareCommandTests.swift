import Foundation
import Testing

@testable import ForecastCLI

@Suite struct ShareCommandTests {
  private let folder: WorkingFolder

  init() throws {
    folder = try WorkingFolder()
    try folder.write(
      """
      place,indicator,year,count,base
      Thôn Đông,trained,2025,10,100
      Thôn Đoài,trained,2025,20,200
      Thôn Nam,trained,2025,30,300

      """, to: "thon.csv")
  }

  private func share(_ arguments: String...) -> Run { folder.forecast(["share"] + arguments) }

  @Test("Efforts beyond every whole number are told as numbers and end no run")
  func large() throws {
    try folder.write(
      "place,indicator,year,count,base\nA,learning-citizens,2025,100000,900000\n"
        + "B,learning-citizens,2025,100000,900000\n", to: "two.csv")
    try folder.write("place,weight\nA,100000000\nB,100000000\n", to: "lw.csv")
    let run = share(
      "--data", "two.csv", "--indicator", "learning-citizens", "--total", "1000000", "--by", "2027",
      "--limits", "lw.csv")
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test("The id of a requirement stands for its indicator")
  func requirement() throws {
    let run = share("--indicator", "5.1", "--total", "16500", "--by", "2027")
    #expect(run.exitCode == 0 && run.output.contains("learning-citizens"))
  }

  private func loose(_ arguments: String...) -> Run {
    folder.forecast(
      ["share", "--data", "thon.csv", "--indicator", "trained", "--by", "2027"] + arguments)
  }

  private func data(_ run: Run) throws -> JSONDocument {
    try #require(JSONDocument(run.output)["data"])
  }

  private static func schema() throws -> JSONSchemaCheck {
    let url = Repository.url("docs/schema/share.schema.json")
    return try JSONSchemaCheck(String(decoding: Data(contentsOf: url), as: UTF8.self))
  }

  // MARK: Answers

  @Test("All places of a loose file share; sum, effort and objective are those of the formulas")
  func looseFile() throws {
    for (effort, targets) in [("squared", [17, 27, 36.0]), ("relative", [11, 26, 43.0])] {
      let run = loose("--total", "80", "--effort", effort, "--json")
      #expect(run.exitCode == 0 && run.errors == "")
      let data = try data(run)
      let shares = try #require(data["shares"]?.values)
      #expect(shares.map { $0["place"]?.string } == ["Thôn Đông", "Thôn Đoài", "Thôn Nam"])
      #expect(shares.compactMap { $0["target"]?.number } == targets)
      #expect(data["total"]?.number == 80)
      #expect(shares.compactMap { $0["target"]?.number }.reduce(0, +) == 80)
      var sum = 0.0
      for share in shares {
        let base = try #require(share["base"]?.number)
        let change = try #require(share["target"]?.number) - (share["current"]?.number ?? 0)
        let unit = effort == "relative" ? base * base : 1
        let stated = try #require(share["effort"]?.number)
        #expect((stated - change * change / unit).magnitude < 1e-12)
        sum += stated
      }
      #expect((try #require(data["objective"]?.number) - sum).magnitude < 1e-11)
      #expect(try Self.schema().faults(in: JSONDocument(run.output)) == [])
    }
  }

  @Test("In a package the children of the default place share, of another with --place")
  func package() throws {
    let run = share(
      "--indicator", "learning-citizens", "--total", "16500", "--by", "2027", "--json")
    #expect(run.exitCode == 0)
    let data = try data(run)
    #expect(data["place"]?.string == "Kiến Hưng" && data["illustrative"]?.bool == true)
    #expect(data["shares"]?.values.count == 14)
    #expect(
      data["shares"]?.values.compactMap { $0["target"]?.number }.reduce(0, +) == 16500)
    #expect(try Self.schema().faults(in: JSONDocument(run.output)) == [])
    let thon = share(
      "--indicator", "trained", "--total", "900", "--by", "2027", "--place", "Thôn 1")
    #expect(thon.exitCode == 65 && thon.errors.contains("[share.parts-missing]"))
  }

  @Test("A row of the commune is not shared to, whether it is named or not")
  func commune() throws {
    try folder.write(
      "place,indicator,year,count,base\nXã A,trained,2025,30,300\n"
        + "Thôn 1,trained,2025,10,100\nThôn 2,trained,2025,20,200\n", to: "xa.csv")
    for place in [[], ["--place", "Xã A"]] {
      let run = folder.forecast(
        [
          "share", "--data", "xa.csv", "--indicator", "trained", "--total", "40", "--by", "2026",
          "--json",
        ] + place)
      let data = try data(run)
      #expect(data["place"]?.string == "Xã A")
      #expect(data["shares"]?.values.map { $0["place"]?.string } == ["Thôn 1", "Thôn 2"])
    }
  }

  @Test("Limits are read in Vietnamese spreadsheets' form, and kept")
  func limits() throws {
    try folder.write(
      "\u{FEFF}Thôn;Sàn;Trần;Trọng số\r\nThôn Đông;;12;\r\nThôn Nam;40;;0,5\r\n", to: "gh.csv")
    let run = loose("--total", "90", "--limits", "gh.csv", "--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    let shares = try #require(try data(run)["shares"]?.values)
    // 28 more among Đoài and Nam at weights 1 : 0.5.
    #expect(shares.compactMap { $0["target"]?.number } == [12, 29, 49])
    #expect(shares[0]["bound"]?.string == "ceiling" && shares[2]["floor"]?.number == 40)
    let document = try JSONDocument(run.output)
    #expect(
      document["inputs"]?.values.contains { $0["path"]?.string == "gh.csv" } == true)
  }

  @Test("The text has a row a place, the sums, and what makes the sharing best")
  func text() throws {
    let vi = loose("--total", "80").output
    for words in [
      "Chia cho:", "3 nơi, mọi nơi của bộ số liệu", "Thôn Đoài", "Cộng", "Tổng nỗ lực là 134",
      "từ 60 đến 600", "Đã ghi: out/share-trained-thon-csv.csv",
    ] { #expect(vi.contains(words), "\(words)") }
    let en = loose("--total", "80", "--max-pace", "2.5", "--lang", "en", "--force").output
    #expect(en.contains("2.5 points a year") && en.contains("Held at") && en.contains("ceiling"))
    let example = share("--indicator", "learning-citizens", "--total", "16500", "--by", "2027")
    #expect(example.output.hasPrefix("SỐ LIỆU MINH HỌA"))
  }

  @Test("Tables and the document are written, the workbook where it is asked for")
  func files() throws {
    #expect(loose("--total", "80", "--format", "xlsx").exitCode == 0)
    let name = "share-trained-thon-csv"
    #expect(
      folder.names("out") == [
        OutputFolder.manifestName, name + ".csv", name + ".json", name + ".xlsx",
      ])
    let lines = try folder.text("out/\(name).csv").split(separator: "\r\n")
    #expect(lines.count == 4 && lines[0].hasPrefix("\u{FEFF}Địa phương;Năm;"))
    #expect(lines[1] == "Thôn Đông;2025;100;10;10,00;17;17,00;7;49;10;100;")
    #expect(try JSONDocument(folder.text("out/\(name).json"))["status"] == .string("ok"))
    let again = loose("--total", "80", "--format", "xlsx", "--output", "b")
    #expect(again.exitCode == 0)
    for file in folder.names("out") {
      #expect(
        try Data(contentsOf: folder.url.appending(path: "out/" + file))
          == Data(contentsOf: folder.url.appending(path: "b/" + file)), "\(file)")
    }
  }

  @Test("3,321 places share, and all of them are written")
  func manyPlaces() throws {
    var lines = "place,indicator,year,count,base\n"
    for place in 1...3321 {
      let base = 2000 + place * 37 % 9000
      lines += "Xã \(place),trained,2025,\(base * (30 + place % 40) / 100),\(base)\n"
    }
    try folder.write(lines, to: "tinh.csv")
    let run = folder.forecast(
      "share", "--data", "tinh.csv", "--indicator", "trained", "--total", "14000000", "--by",
      "2030", "--effort", "relative")
    #expect(run.exitCode == 0, "\(run.errors.prefix(400))")
    #expect(run.output.contains("và 3.261 nơi nữa") && run.lines.count < 100)
    let rows = try folder.text("out/share-trained-tinh-csv.csv").split(separator: "\r\n")
    #expect(rows.count == 3322)
  }

  // MARK: Faults

  @Test("Missing options are told all at once and exit with 64")
  func missingOptions() {
    let run = share()
    #expect(run.exitCode == 64 && run.output == "")
    for option in ["--indicator", "--total", "--by"] {
      #expect(run.errors.contains("lệnh share còn thiếu \(option)"), "\(option)")
    }
    #expect(folder.names() == ["thon.csv"])
  }

  @Test("Options that would have no effect are refused, not passed over")
  func unusedOptions() {
    for option in [
      ["--require-probability", "0.8"], ["--accept-definition", "x"], ["--regulation", "x"],
      ["--library", "x"],
    ] {
      let run = folder.forecast(
        [
          "share", "--data", "thon.csv", "--indicator", "trained", "--by", "2027", "--total", "80",
        ] + option)
      #expect(run.exitCode == 64 && run.errors.contains("share không dùng \(option[0])"))
    }
  }

  @Test("Values that an option does not take are told with those that it takes")
  func badValues() {
    let values: [(String, [String], String)] = [
      ("--total", ["--total", "80,5"], "một số nguyên không âm"),
      ("--total", ["--total=-5"], "một số nguyên không âm"),
      ("--effort", ["--total", "80", "--effort", "cubic"], "squared (theo số người)"),
      ("--max-pace", ["--total", "80", "--max-pace", "nhanh"], "số điểm phần trăm một năm"),
      ("--max-pace", ["--total", "80", "--max-pace=-1"], "số điểm phần trăm một năm"),
    ]
    for (option, arguments, allowed) in values {
      let run = folder.forecast(
        ["share", "--data", "thon.csv", "--indicator", "trained", "--by", "2027"] + arguments)
      #expect(run.exitCode == 64, "\(arguments)")
      #expect(run.errors.contains(option) && run.errors.contains(allowed), "\(arguments)")
    }
    let by = folder.forecast(
      "share", "--data", "thon.csv", "--indicator", "trained", "--total", "80", "--by", "2025")
    #expect(by.exitCode == 64 && by.errors.contains("[request.by-past]"))
  }

  @Test("A total out of reach exits with 65 and names the largest, or the smallest")
  func unreachable() throws {
    let above = loose("--total", "601", "--json")
    #expect(above.exitCode == 65 && above.errors.contains("600"))
    #expect(try JSONDocument(above.output)["data"] == .null)
    let below = loose("--total", "59")
    #expect(below.exitCode == 65 && below.errors.contains("60"))
    try folder.write("place,ceiling\nThôn Nam,50\n", to: "l.csv")
    let limited = loose("--total", "400", "--limits", "l.csv", "--lang", "en")
    #expect(limited.exitCode == 65 && limited.errors.contains("sum to 350"))
    #expect(folder.names("out") == [])
  }

  @Test("All faults of a file of limits come at once with line and column")
  func limitFaults() throws {
    try folder.write(
      "place,floor,ceiling,weight\nThôn Dong,,101,\nThôn Tây,1,2,1\nThôn Nam,50,40,-1\nThôn Đông,1,2,1\n",
      to: "l.csv")
    let run = loose("--total", "80", "--limits", "l.csv")
    #expect(run.exitCode == 65)
    for place in [
      "l.csv:2:3", "[limit.above-base]", "l.csv:3:1", "[limit.place-unknown]", "l.csv:4:4",
      "[limit.weight]", "l.csv:5:1", "[limit.place-twice]",
    ] { #expect(run.errors.contains(place), "\(place)") }
  }

  @Test("Missing files exit with 66, no figures with 11, an unknown indicator with 65")
  func otherFaults() throws {
    #expect(loose("--total", "80", "--limits", "none.csv").exitCode == 66)
    #expect(
      share("--data", "none.csv", "--indicator", "trained", "--total", "1", "--by", "2027")
        .exitCode == 66)
    #expect(loose("--total", "80", "--as-of", "2020-01-01").exitCode == 11)
    let unknown = share(
      "--data", "thon.csv", "--indicator", "traned", "--total", "80", "--by", "2027")
    #expect(unknown.exitCode == 65 && unknown.errors.contains("Gần nhất: trained"))
    try folder.write(
      "place,indicator,year,percent\nThôn 1,trained,2025,50\nThôn 2,trained,2025,60\n", to: "p.csv")
    let percents = share(
      "--data", "p.csv", "--indicator", "trained", "--total", "80", "--by", "2027")
    #expect(percents.exitCode == 11)
  }

  @Test("Options reach the command wherever they stand")
  func order() throws {
    let run = folder.forecast(
      "--by", "2027", "--lang", "en", "share", "--data", "thon.csv", "--total", "80", "--indicator",
      "trained", "--json")
    #expect(run.exitCode == 0)
    #expect(try data(run)["targetYear"]?.number == 2027)
  }
}
