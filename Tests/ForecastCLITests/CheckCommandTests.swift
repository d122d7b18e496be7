import Foundation
import Testing

@Suite struct CheckCommandTests {
  private let folder: WorkingFolder
  private static let sound = "place,indicator,year,count,base\nXã A,trained,2024,5,10\n"

  init() throws {
    folder = try WorkingFolder()
    try folder.write(Self.sound, to: "xa.csv")
  }

  private func document(_ run: Run) throws -> JSONDocument { try JSONDocument(run.output) }

  private func lines(_ run: Run) throws -> [String] {
    (try document(run)["data"]?["observations"]?.values ?? []).map { observation in
      let count = observation["count"]?.number.map { String(Int($0)) } ?? "–"
      let percent = observation["percent"]?.number.map { String($0) } ?? "–"
      return "\(observation["place"]?.string ?? "") \(count) \(percent)"
    }
  }

  @Test("A file that is read to the end exits 0 and writes nothing")
  func sound() throws {
    let run = folder.forecast("check", "xa.csv")
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("Tệp: một dòng một số liệu; tiêu đề ở dòng 1"))
    #expect(
      folder.forecast("check", "xa.csv", "--lang", "en").output.hasPrefix("File: one figure a row"))
    #expect(folder.forecast("check", "--data", "xa.csv").output == run.output)
    #expect(folder.names() == ["xa.csv"])
  }

  @Test("Errors exit 65, with what can be read beside them; warnings exit 0")
  func faults() throws {
    try folder.write(
      Self.sound + "Xã A,trained,2025,50,10\nXã A,trained,20244,5,10\n", to: "xa.csv")
    let run = folder.forecast("check", "xa.csv")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("count.above-base") && run.errors.contains("year.unreadable"))
    #expect(run.output.contains("1 số liệu; 1 địa phương"))
    let json = try document(folder.forecast("check", "xa.csv", "--json"))
    #expect(json["status"] == .string("error"))
    #expect(json["diagnostics"]?.values.compactMap { $0["line"]?.number } == [3, 4])
    #expect(json["data"]?["observations"]?.values.count == 1)
    try folder.write(Self.sound.replacing("trained", with: "traned"), to: "xa.csv")
    #expect(folder.forecast("check", "xa.csv").exitCode == 0)
  }

  @Test("No file exits 64, a missing one 66, one that is no table 65; JSON is valid each time")
  func exits() throws {
    try folder.write("%PDF-1.7\n", to: "thu.pdf")
    try folder.write("", to: "trong.csv")
    for (arguments, exit) in [
      ([String](), 64), (["khong-co.csv"], 66), (["thu.pdf"], 65), (["trong.csv"], 65),
      (["xa.csv", "--decimal", "dot"], 64), (["xa.csv", "--mapping", "khong-co.yaml"], 66),
      (["xa.csv", "--nonsense"], 64),
    ] {
      let run = folder.forecast(["check"] + arguments)
      #expect(run.exitCode == Int32(exit), "\(arguments): \(run.errors)")
      #expect(!run.errors.isEmpty)
      let json = folder.forecast(["check"] + arguments + ["--json"])
      #expect(json.exitCode == Int32(exit))
      let document = try document(json)
      #expect(document["status"] == .string("error"), "\(arguments)")
      #expect(document["diagnostics"]?.values.isEmpty == false)
    }
  }

  @Test("--place names the place of a table that names none")
  func place() throws {
    try folder.write("Năm,Lao động qua đào tạo (%)\n2024,50\n", to: "xa.csv")
    #expect(folder.forecast("check", "xa.csv").exitCode == 65)
    let run = folder.forecast("check", "xa.csv", "--place", "Xã B", "--json")
    #expect(run.exitCode == 0)
    #expect(try lines(run) == ["Xã B – 50.0"])
  }

  @Test("--decimal decides where cells contradict one another")
  func decimal() throws {
    try folder.write(
      "place;indicator;year;percent\nXã A;trained;2023;1.234\nXã A;trained;2024;50,5\n",
      to: "xa.csv")
    #expect(folder.forecast("check", "xa.csv").exitCode == 65)
    try folder.write(
      "place;indicator;year;count;base\nXã A;trained;2024;1.234;2.000\n", to: "xa.csv")
    #expect(try lines(folder.forecast("check", "xa.csv", "--json")) == ["Xã A 1234 61.7"])
    #expect(
      try lines(folder.forecast("check", "xa.csv", "--decimal", "comma", "--json"))
        == ["Xã A 1234 61.7"])
    #expect(folder.forecast("check", "xa.csv", "--decimal", "point").exitCode == 65)
  }

  @Test("--mapping reads the file as it says; a wrong one is told with its line and exits 65")
  func mapping() throws {
    try folder.write("Biểu,,\nx,y,z\nXã A,5,10\n", to: "xa.csv")
    #expect(folder.forecast("check", "xa.csv").exitCode == 65)
    let mapping = """
      tables:
        - headerRows: [2]
          indicator: trained
          year: 2024
          columns: {1: place, 2: {measure: count}, 3: {measure: base}}

      """
    try folder.write(mapping, to: "m.yaml")
    let run = folder.forecast("check", "xa.csv", "--mapping", "m.yaml", "--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try lines(run) == ["Xã A 5 50.0"])
    #expect(
      try document(run)["inputs"]?.values.compactMap { $0["path"]?.string } == ["xa.csv", "m.yaml"])
    try folder.write(mapping.replacing("2024", with: "24"), to: "m.yaml")
    let wrong = folder.forecast("check", "xa.csv", "--mapping", "m.yaml")
    #expect(wrong.exitCode == 65)
    #expect(wrong.errors.contains("m.yaml:4") && wrong.errors.contains("mapping.invalid"))
  }

  @Test("A package is checked, too")
  func package() throws {
    let path = Repository.url("datasets/kien-hung").path(percentEncoded: false)
    let run = folder.forecast("check", path, "--json")
    #expect(run.exitCode == 0)
    #expect(try document(run)["data"]?["layout"]?.values.isEmpty == true)
    #expect(try document(run)["data"]?["observations"]?.values.isEmpty == false)
  }
}
