import Foundation
import Testing

@testable import ForecastCLI

@Suite struct TableFormatTests {
  private let folder: WorkingFolder
  private let name = "out/gap-level2-kien-hung.xlsx"

  init() throws { folder = try WorkingFolder() }

  private func ask(_ arguments: String...) -> Run {
    folder.forecast(["--target", "level2"] + arguments)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appending(path: name)))
  }

  @Test("--format xlsx writes a workbook beside what is written without it")
  func workbook() throws {
    let plain = ask()
    #expect(plain.exitCode == 0)
    let names = Set(folder.names("out"))
    #expect(!plain.output.contains(".xlsx"))
    #expect(ask("--format", "csv").exitCode == 0)
    #expect(Set(folder.names("out")) == names)
    let run = ask("--format", "xlsx")
    #expect(run.exitCode == 0)
    #expect(Set(folder.names("out")) == names.union(["gap-level2-kien-hung.xlsx"]))
    #expect(try bytes(name).starts(with: [0x50, 0x4B, 3, 4]))
    #expect(run.output.contains(name))
    // The commands to go on with ask for workbooks, too.
    #expect(run.output.contains("--target level1 --format xlsx"))
  }

  @Test("--json lists every file that was written")
  func json() throws {
    let document = try JSONDocument(ask("--format", "xlsx", "--json").output)
    let listed = document["data"]?["files"]?.values.compactMap(\.string) ?? []
    let fileName = try #require(name.split(separator: "/").last.map(String.init))
    #expect(listed.contains(fileName))
    let written = folder.names("out").filter { $0 != OutputFolder.manifestName }
    #expect(Set(listed) == Set(written))
  }

  @Test("What is written does not depend on where it is written")
  func folders() throws {
    for output in ["a", "b"] { #expect(ask("--format", "xlsx", "--output", output).exitCode == 0) }
    #expect(folder.names("a") == folder.names("b"))
    for file in folder.names("a") {
      #expect(try bytes("a/" + file) == bytes("b/" + file), "\(file)")
    }
  }

  @Test("Two runs write the same bytes, another language others")
  func determinism() throws {
    #expect(ask("--format", "xlsx").exitCode == 0)
    let first = try bytes(name)
    #expect(ask("--format", "xlsx").exitCode == 0)
    #expect(try bytes(name) == first)
    #expect(ask("--format", "xlsx", "--lang", "en").exitCode == 0)
    #expect(try bytes(name) != first)
  }

  @Test("A workbook that was edited is not replaced")
  func edited() throws {
    #expect(ask("--format", "xlsx").exitCode == 0)
    try folder.write("của tôi", to: name)
    let run = ask("--format", "xlsx")
    #expect(run.exitCode == 73)
    #expect(run.errors.contains("đã được sửa tay"))
    #expect(try folder.text(name) == "của tôi")
    #expect(ask().exitCode == 0)
  }

  @Test("Another format is refused with those that there are")
  func unknown() {
    let run = ask("--format", "ods")
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("giá trị “ods” không dùng được cho --format"))
    #expect(run.errors.contains("Dùng csv hoặc xlsx."))
  }

  @Test("A back-test is written as a workbook, too, even where one table is printed")
  func backtest() throws {
    var lines = "place,indicator,year,percent\n"
    for place in 0..<4 {
      for year in 2012...2024 { lines += "Xã \(place),share,\(year),\(30 + place + year - 2012)\n" }
    }
    try folder.write(lines, to: "figures.csv")
    let arguments = ["backtest", "--data", "figures.csv", "--horizon", "1", "--model", "drift"]
    #expect(folder.forecast(arguments).exitCode == 0)
    #expect(!folder.names("out").contains("backtest.xlsx"))
    let run = folder.forecast(arguments + ["--format", "xlsx", "--json"])
    #expect(run.exitCode == 0)
    #expect(
      try JSONDocument(run.output)["data"]?["files"]?.values
        .contains(.string("out/backtest.xlsx")) == true)
    let first = try bytes("out/backtest.xlsx")
    let table = folder.forecast(
      arguments + ["--format", "xlsx", "--table", "groups", "--output", "b"])
    #expect(table.exitCode == 0)
    #expect(try bytes("b/backtest.xlsx") == first)
  }
}
