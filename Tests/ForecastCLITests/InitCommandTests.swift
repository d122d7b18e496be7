import Foundation
import Testing

@Suite struct InitCommandTests {
  private let folder: WorkingFolder

  init() throws {
    folder = try WorkingFolder()
    try folder.write("Năm,Lao động qua đào tạo (%)\n2024,50\n", to: "Số liệu xã.csv")
  }

  @Test("A mapping is written beside other results, and what to run next is said")
  func written() throws {
    let run = folder.forecast("init", "Số liệu xã.csv", "--place", "Xã B")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Đã ghi out/Số liệu xã.mapping.yaml\n"))
    #expect(run.output.contains("--mapping \"out/Số liệu xã.mapping.yaml\""))
    let text = try folder.text("out/Số liệu xã.mapping.yaml")
    #expect(
      text.contains("place: \"Xã B\"") && text.contains("2: {indicator: trained, measure: percent}")
    )
    let check = folder.forecast(
      "check", "Số liệu xã.csv", "--mapping", "out/Số liệu xã.mapping.yaml")
    #expect(check.exitCode == 0, "\(check.errors)")
    #expect(check.output.contains("Xã B"))
  }

  @Test("--output and --lang are followed; --json holds the mapping")
  func options() throws {
    let run = folder.forecast(
      "init", "Số liệu xã.csv", "--output", "m/", "--lang", "en", "--json")
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    #expect(document["data"]?["files"]?[0] == .string("m/Số liệu xã.mapping.yaml"))
    #expect(
      document["data"]?["mapping"]?.string == (try folder.text("m/Số liệu xã.mapping.yaml")))
    #expect(document["data"]?["mapping"]?.string?.contains("the name of the sheet") == true)
  }

  @Test("A mapping that was changed is not written over unless forced")
  func edited() throws {
    #expect(folder.forecast("init", "Số liệu xã.csv").exitCode == 0)
    let name = "out/Số liệu xã.mapping.yaml"
    let edited = try folder.text(name).replacing("2024", with: "2023") + "# x\n"
    try folder.write(edited, to: name)
    #expect(folder.forecast("init", "Số liệu xã.csv").exitCode == 73)
    #expect(try folder.text(name) == edited)
    #expect(folder.forecast("init", "Số liệu xã.csv", "--force").exitCode == 0)
    #expect(try folder.text(name) != edited)
  }

  @Test("No file exits 64, a missing one 66, one that is no table of any kind 65; JSON is valid")
  func exits() throws {
    try folder.write("%PDF-1.7\n", to: "thu.pdf")
    for (arguments, exit) in [([String](), 64), (["khong-co.csv"], 66), (["thu.pdf"], 65)] {
      #expect(folder.forecast(["init"] + arguments).exitCode == Int32(exit), "\(arguments)")
      let run = folder.forecast(["init"] + arguments + ["--json"])
      #expect(try JSONDocument(run.output)["status"] == .string("error"))
    }
    #expect(folder.names("out").isEmpty)
  }

  @Test("A file in which no table is recognised gives a mapping to be filled in")
  func skeleton() throws {
    try folder.write("a,b\nc,5\n", to: "x.csv")
    #expect(folder.forecast("init", "x.csv").exitCode == 0)
    #expect(try folder.text("out/x.mapping.yaml").contains("      2: none  # “b”: chưa nhận ra\n"))
  }
}
