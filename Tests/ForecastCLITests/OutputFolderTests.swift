import Foundation
import InputFiles
import Testing

@testable import ForecastCLI

@Suite struct OutputFolderTests {
  private let folder: WorkingFolder
  private let manifest = OutputFolder.manifestName

  init() throws { folder = try WorkingFolder() }

  private func ask(_ options: String...) -> Run {
    folder.forecast(["--target", "level2"] + options)
  }

  /// Returns name and content of every file in the output folder.
  private func contents(_ name: String = "out") throws -> [String: String] {
    var contents: [String: String] = [:]
    for file in folder.names(name) { contents[file] = try folder.text(name + "/" + file) }
    return contents
  }

  /// The pictures that a run of a level on the example writes, each with its numbers beside it.
  private func pictures(_ level: String) -> [String] {
    let fans = [
      "citizens", "clans", "communities", "families", "units",
    ].map { "fan-\(level)-learning-\($0)-kien-hung" }
    return
      (fans + [
        "fan-\(level)-trained-kien-hung", "fan-\(level)-university-kien-hung",
        "gap-bars-\(level)-kien-hung", "heatmap-\(level)-kien-hung",
      ]).flatMap { [$0 + ".csv", $0 + ".svg"] }
  }

  @Test("A run writes gap table, pictures and a manifest with their hashes")
  func files() throws {
    #expect(ask().exitCode == 0)
    #expect(folder.names() == ["out"])
    let names = pictures("level2") + ["gap-level2-kien-hung.csv", "gap-level2-kien-hung.json"]
    #expect(folder.names("out") == ([manifest] + names).sorted())
    let list = try JSONDocument(try folder.text("out/" + manifest))["files"]
    for name in names {
      let bytes = Array(try folder.text("out/" + name).utf8)
      #expect(list?[name] == .string(SourceFile.sha256(of: bytes)))
    }
  }

  @Test("The CSV opens in a Vietnamese spreadsheet: BOM, semicolons, CR LF, decimal commas")
  func csvForm() throws {
    _ = ask()
    let text = try folder.text("out/gap-level2-kien-hung.csv")
    #expect(text.hasPrefix("\u{FEFF}Địa phương;Mức;Mã;"))
    #expect(text.hasSuffix("\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
    let rows = text.split(separator: "\r\n")
    #expect(rows.count == 1 + 16 + 4)
    #expect(rows.first { $0.contains(";5.1;") }?.contains("65,30") == true)
    _ = ask("--lang", "en")
    let english = try folder.text("out/gap-level2-kien-hung.csv")
    #expect(english.hasPrefix("\u{FEFF}Place,Level,Id,"))
    #expect(english.contains(",65.30,"))
  }

  @Test("A second identical run just succeeds and changes no byte")
  func secondRun() throws {
    let first = ask()
    let before = try contents()
    let second = ask()
    #expect(second.exitCode == 0)
    #expect(second.output == first.output)
    #expect(second.errors == "")
    #expect(try contents() == before)
  }

  @Test("Another level in the same folder keeps the files and hashes of the first")
  func otherLevel() throws {
    _ = ask()
    #expect(folder.forecast("--target", "level1").exitCode == 0)
    #expect(ask().exitCode == 0)
    let written = pictures("level1").count + pictures("level2").count + 4
    #expect(folder.names("out").count == written + 1)
    let list = try JSONDocument(try folder.text("out/" + manifest))["files"]
    for name in [
      "gap-level1-kien-hung.csv", "gap-level1-kien-hung.json", "gap-level2-kien-hung.csv",
      "gap-level2-kien-hung.json",
    ] {
      #expect(list?[name]?.string?.count == 64)
    }
  }

  @Test(
    "A foreign file of the same name stops the work, and nothing at all is written",
    arguments: ["gap-level2-kien-hung.csv", "gap-level2-kien-hung.json"])
  func foreign(name: String) throws {
    try folder.write("của tôi\n", to: "out/" + name)
    let run = ask()
    #expect(run.exitCode == 73)
    #expect(run.output == "")
    #expect(
      run.errors.contains("out/\(name): lỗi: “out/\(name)” không phải do chương trình này ghi"))
    #expect(run.errors.contains("--force"))
    #expect(try contents() == [name: "của tôi\n"])
  }

  @Test("Two files in the way are told both")
  func bothForeign() throws {
    try folder.write("a", to: "out/gap-level2-kien-hung.csv")
    try folder.write("b", to: "out/gap-level2-kien-hung.json")
    let run = ask("--json")
    let all = try JSONDocument(run.output)["diagnostics"]?.values ?? []
    let found = all.filter { $0["severity"] == .string("error") }
    #expect(
      found.compactMap { $0["file"]?.string } == [
        "out/gap-level2-kien-hung.csv", "out/gap-level2-kien-hung.json",
      ])
    #expect(found.allSatisfy { $0["code"] == .string("output.foreign") })
  }

  @Test("A file of another name is nobody's business")
  func bystander() throws {
    try folder.write("ghi chú\n", to: "out/ghi-chu.txt")
    #expect(ask().exitCode == 0)
    #expect(try folder.text("out/ghi-chu.txt") == "ghi chú\n")
  }

  @Test("A file edited since it was written stops the work and keeps the edit")
  func edited() throws {
    _ = ask()
    let before = try contents()
    let edit = try folder.text("out/gap-level2-kien-hung.csv") + "thêm một dòng\r\n"
    try folder.write(edit, to: "out/gap-level2-kien-hung.csv")
    let run = ask("--lang", "en")
    #expect(run.exitCode == 73)
    #expect(run.errors.contains("[output.edited]"))
    #expect(try folder.text("out/gap-level2-kien-hung.csv") == edit)
    #expect(try folder.text("out/gap-level2-kien-hung.json") == before["gap-level2-kien-hung.json"])
    #expect(try folder.text("out/" + manifest) == before[manifest])
  }

  @Test("--force replaces foreign and edited files, and the next run needs no force")
  func force() throws {
    try folder.write("của tôi\n", to: "out/gap-level2-kien-hung.csv")
    #expect(ask("--force").exitCode == 0)
    #expect(try folder.text("out/gap-level2-kien-hung.csv").contains("5.2b"))
    #expect(ask().exitCode == 0)
    try folder.write("sửa\n", to: "out/gap-level2-kien-hung.json")
    #expect(ask().exitCode == 73)
    #expect(ask("--force").exitCode == 0)
    #expect(ask().exitCode == 0)
  }

  @Test("A deleted file is simply written again")
  func deleted() throws {
    _ = ask()
    try FileManager.default.removeItem(
      at: folder.url.appending(path: "out/gap-level2-kien-hung.csv"))
    #expect(ask().exitCode == 0)
    #expect(folder.names("out").contains("gap-level2-kien-hung.csv"))
  }

  @Test("Without its manifest, or with a spoilt one, a folder's files count as foreign")
  func spoiltManifest() throws {
    _ = ask()
    try folder.write("{ không phải JSON", to: "out/" + manifest)
    #expect(ask().exitCode == 73)
    try FileManager.default.removeItem(at: folder.url.appending(path: "out/" + manifest))
    let run = ask()
    #expect(run.exitCode == 73)
    #expect(run.errors.contains("[output.foreign]"))
  }

  @Test("An output that is a file is refused, and the file stays")
  func outputIsFile() throws {
    try folder.write("của tôi\n", to: "kq")
    let run = ask("--output", "kq", "--force")
    #expect(run.exitCode == 73)
    #expect(run.errors.contains("“kq” là một tệp, không phải thư mục"))
    #expect(try folder.text("kq") == "của tôi\n")
  }

  @Test("An output that cannot be made is refused: below a file, in a file system of the kernel")
  func unwritable() throws {
    try folder.write("của tôi\n", to: "kq")
    for path in ["kq/out", "/proc/forecast-out"] {
      let run = ask("--output", path)
      #expect(run.exitCode == 73)
      #expect(run.output == "")
      #expect(run.errors.contains("không ghi được vào “\(path)” [output.unwritable]"))
    }
    #expect(folder.names() == ["kq"])
  }

  @Test(
    "A folder that has the name of a file to be written stops the work before the first byte",
    arguments: ["gap-level2-kien-hung.csv", "gap-level2-kien-hung.json", OutputFolder.manifestName])
  func folderInTheWay(name: String) throws {
    try folder.write("x", to: "out/\(name)/x")
    for options in [[], ["--force"]] {
      let run = folder.forecast(["--target", "level2"] + options)
      #expect(run.exitCode == 73)
      #expect(run.errors.contains("“out/\(name)” là một thư mục"))
      #expect(folder.names("out") == [name])
    }
  }

  @Test("--output takes a folder several levels deep, a full path, and Vietnamese names")
  func outputPaths() throws {
    let full = folder.url.appending(path: "đầy đủ").path(percentEncoded: false)
    for path in ["kết quả/2026/", full] {
      #expect(ask("--output", path).exitCode == 0)
    }
    #expect(folder.names("kết quả/2026").contains("gap-level2-kien-hung.csv"))
    #expect(folder.names("đầy đủ").contains("gap-level2-kien-hung.csv"))
  }

  @Test("No temporary file stays behind, after success or failure")
  func noTemporaryFiles() throws {
    _ = ask()
    try folder.write("sửa\n", to: "out/gap-level2-kien-hung.json")
    _ = ask()
    #expect(!folder.names("out").contains { $0.hasSuffix(".tmp") })
  }

  @Test("Inputs are never modified, even when results are written beside them")
  func inputsKept() throws {
    let text = "place,indicator,year,percent\nXã A,trained,2025,51\n"
    try folder.write(text, to: "so-lieu.csv")
    let run = folder.forecast("--target", "level2", "--data", "so-lieu.csv", "--output", ".")
    #expect(run.exitCode == 0)
    #expect(try folder.text("so-lieu.csv") == text)
  }
}
