import Foundation
import Testing

@testable import ForecastCLI

@Suite struct TemplateCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func template(_ arguments: String...) -> Run {
    folder.forecast(["template"] + arguments)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appending(path: name)))
  }

  @Test("A template is written under the name of its place, and the command for it is told")
  func file() throws {
    let run = template("--place", "Xã Kiến Hưng")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(folder.names("out") == [OutputFolder.manifestName, "so-lieu-xa-kien-hung.xlsx"])
    #expect(try bytes("out/so-lieu-xa-kien-hung.xlsx").starts(with: [0x50, 0x4B, 3, 4]))
    #expect(run.lines.first == "Đã ghi mẫu: out/so-lieu-xa-kien-hung.xlsx")
    #expect(
      run.lines.last == "  forecast --target level2 --data out/so-lieu-xa-kien-hung.xlsx")
    let english = template("--place", "Xã Kiến Hưng", "--lang", "en", "--output", "en/")
    #expect(english.lines.first == "The template was written to: en/figures-xa-kien-hung.xlsx")
    #expect(english.lines.last?.hasSuffix("en/figures-xa-kien-hung.xlsx --lang en") == true)
  }

  @Test("--json lists the file, the parts and the rules; by default those of communes")
  func json() throws {
    let run = template("--place", "Xã Kiến Hưng", "--parts", "2", "--json")
    let data = try #require(try JSONDocument(run.output)["data"])
    #expect(data["files"]?.values == [.string("out/so-lieu-xa-kien-hung.xlsx")])
    #expect(data["parts"]?.values == [.string("Thôn 1"), .string("Thôn 2")])
    #expect(
      data["regulations"]?.values == [.string("tt25-2023-xa"), .string("planning-level3")])
    #expect(data["firstYear"] == .number(2019) && data["lastYear"] == .number(2026))
    let ward = template("--place", "Phường Hà Đông", "--parts", "1", "--json")
    #expect(
      try JSONDocument(ward.output)["data"]?["parts"]?.values == [.string("Tổ dân phố 1")])
  }

  @Test("--regulation chooses the rules, by id or by file")
  func regulation() throws {
    let nation = template("--place", "Cả nước", "--regulation", "qd1373-2021", "--json")
    let data = try JSONDocument(nation.output)["data"]
    #expect(data?["regulations"]?.values == [.string("qd1373-2021")])
    let told = template("--place", "Cả nước", "--regulation", "qd1373-2021", "--force")
    #expect(told.output.contains("--target qd1373-2030 --data out/so-lieu-ca-nuoc.xlsx"))
    #expect(told.output.contains("--regulation qd1373-2021"))
    let rule = try String(
      contentsOf: Repository.url("datasets/regulations/tt25-2023-xa.yaml"), encoding: .utf8)
    try folder.write(
      rule.replacing("id: tt25-2023-xa", with: "id: cua-toi"), to: "quy-dinh.yaml")
    let own = template("--place", "Xã A", "--regulation", "quy-dinh.yaml", "--json")
    #expect(
      try JSONDocument(own.output)["data"]?["regulations"]?.values == [.string("cua-toi")])
    #expect(template("--place", "Xã A", "--regulation", "x").exitCode == 65)
  }

  @Test("Place, parts and years make another file; the same arguments the same bytes")
  func determinism() throws {
    let path = "out/so-lieu-xa-a.xlsx"
    var files: [[UInt8]] = []
    for arguments in [
      [], ["--parts", "1"], ["--part", "Thôn Đông"], ["--years", "2020-2026"], ["--years", "2026"],
      ["--regulation", "tt25-2023-xa"],
    ] {
      #expect(folder.forecast(["template", "--place", "Xã A"] + arguments).exitCode == 0)
      files.append(try bytes(path))
    }
    #expect(Set(files).count == files.count)
    #expect(template("--place", "Xã A").exitCode == 0)
    #expect(try bytes(path) == files[0])
    #expect(template("--place", "Xã A", "--format", "xlsx", "--years", "2019–2026").exitCode == 0)
    #expect(try bytes(path) == files[0])
  }

  @Test("A template that was filled in is not replaced")
  func protected() throws {
    #expect(template("--place", "Xã A").exitCode == 0)
    try folder.write("đã điền", to: "out/so-lieu-xa-a.xlsx")
    let run = template("--place", "Xã A")
    #expect(run.exitCode == 73)
    #expect(run.errors.contains("đã được sửa tay"))
    #expect(try folder.text("out/so-lieu-xa-a.xlsx") == "đã điền")
    #expect(template("--place", "Xã A", "--force").exitCode == 0)
  }

  @Test("Without --place the command that would do is told, and nothing is written")
  func noPlace() {
    let run = template()
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("forecast template --place \"Xã Kiến Hưng\""))
    #expect(template("--place", "  ").exitCode == 64)
    #expect(folder.names() == [])
  }

  @Test("All faults of the options are told at once")
  func faults() {
    let run = template(
      "--parts", "0", "--part", "", "--years", "2026-2019", "--format", "csv", "--as-of",
      "2026-01-31")
    #expect(run.exitCode == 64)
    for code in [
      "template.place-missing", "template.date", "template.format", "template.parts-twice",
      "template.part]",
    ] {
      #expect(run.errors.contains(code), "\(code)")
    }
    #expect(run.errors.contains("“0” không dùng được cho --parts"))
    #expect(run.errors.contains("“2026-2019” không dùng được cho --years"))
    let refused = ["", "x", "1800-2000", "2000-2150", "2000-2029-2030", "1990-2020", "-2020"]
    for years in refused {
      #expect(template("--place", "Xã A", "--years=\(years)").exitCode == 64, "\(years)")
    }
    #expect(template("--place", "Xã A", "--years", "1990-2019").exitCode == 0)
  }

  @Test("Two hamlets of one name, and one named as the whole place, are refused")
  func parts() {
    #expect(template("--place", "Xã A", "--part", "Thôn 1", "--part", "thôn 1").exitCode == 64)
    #expect(template("--place", "Xã A", "--part", "xã A").exitCode == 64)
    #expect(template("--place", "Xã A", "--part", "Thôn 1", "--part", "Thôn 2").exitCode == 0)
    #expect(template("--place", "Xã A", "--parts", "301").exitCode == 64)
  }
}
