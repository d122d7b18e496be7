import Foundation
import InputFiles
import Testing

@testable import ForecastCLI

@Suite struct ArchiveFileTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func put(_ level: String = "level2", by: String = "2028", in archive: String = "a.jsonl")
    -> Run
  {
    folder.forecast(
      ["milestones", "--target", level, "--by", by, "--archive", archive, "--output", "o"])
  }

  private func bytes(_ name: String = "a.jsonl") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.url.appending(path: name)))
  }

  @Test("Records are added behind what is there, which stays byte for byte")
  func append() throws {
    var before: [UInt8] = []
    for (index, level) in ["level1", "level2", "level3"].enumerated() {
      let run = put(level)
      #expect(run.exitCode == 0 && run.output.contains("a.jsonl (\(index + 1) bản ghi)"))
      let after = try bytes()
      #expect(after.starts(with: before) && after.count > before.count)
      #expect(after.last == UInt8(ascii: "\n"))
      let line = Array(after.dropFirst(before.count).dropLast())
      #expect(run.output.contains(SourceFile.sha256(of: line)), "the printed hash is the record's")
      before = after
    }
    #expect(folder.names() == ["a.jsonl", "o"], "nothing is left beside")
  }

  @Test("The same plan again is told and not added")
  func twice() throws {
    _ = put()
    let before = try bytes()
    let run = put()
    #expect(run.exitCode == 0 && run.errors.contains("[archive.unchanged]"))
    #expect(run.output.contains("đã có sẵn trong"))
    #expect(try bytes() == before && folder.names() == ["a.jsonl", "o"])
    #expect(put(by: "2029").errors == "")
    #expect(try bytes().count > before.count)
  }

  @Test(
    "What is no archive is never written to",
    arguments: ["của tôi\n", "a,b\n1,2\n", "{\"a\": 1}\n", "\u{0}\u{1}", "\n"])
  func foreign(content: String) throws {
    try folder.write(content, to: "a.jsonl")
    let run = put()
    #expect(run.exitCode == 73 && run.errors.contains("[archive.foreign]"))
    #expect(try folder.text("a.jsonl") == content && folder.names() == ["a.jsonl"])
  }

  @Test("An empty file, as a script makes to reserve a name, is taken")
  func empty() throws {
    try folder.write("", to: "a.jsonl")
    #expect(put().exitCode == 0)
    #expect(try !folder.text("a.jsonl").isEmpty)
  }

  @Test("A damaged archive is told with its line, and not added to")
  func damaged() throws {
    _ = put("level1")
    _ = put("level2")
    let damaged = try folder.text("a.jsonl").replacing(
      "\"targetYear\": 2028", with: "\"targetYear\": 2029")
    try folder.write(damaged, to: "a.jsonl")
    let run = put("level3")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("a.jsonl:1") && run.errors.contains("[archive.edited]"))
    #expect(try folder.text("a.jsonl") == damaged && folder.names() == ["a.jsonl", "o"])
  }

  @Test("Another run at work, or one that was interrupted, is waited for and not run over")
  func busy() throws {
    _ = put("level1")
    let before = try bytes()
    try folder.write("", to: ".a.jsonl.tmp")
    let run = put("level2")
    #expect(run.exitCode == 73 && run.errors.contains("[archive.busy]"))
    #expect(run.errors.contains(".a.jsonl.tmp"))
    #expect(try bytes() == before && folder.names().contains(".a.jsonl.tmp"))
  }

  @Test("A folder in the way, and a file for a folder, are told")
  func unwritable() throws {
    try folder.write("", to: "folder/x")
    try folder.write("", to: "file")
    #expect(put(in: "folder").exitCode == 73)
    let run = put(in: "file/a.jsonl")
    #expect(run.exitCode == 73 && run.errors.contains("[archive.unwritable]"))
    #expect(folder.names() == ["file", "folder"])
  }

  @Test("An archive that is a result of the run, or the list of results, is refused")
  func result() throws {
    for name in ["milestones-level2-kien-hung.csv", "milestones-level2-kien-hung.json"] {
      #expect(put(in: "o/" + name).exitCode == 64, "\(name)")
    }
    #expect(put(in: "o/.forecast-manifest.json").exitCode == 64)
    #expect(folder.names() == [])
  }

  @Test("Nothing is put on record where the results cannot be written")
  func foreignResult() throws {
    try folder.write("của tôi", to: "o/milestones-level2-kien-hung.csv")
    #expect(put().exitCode == 73)
    #expect(folder.names() == ["o"])
  }

  @Test("A folder for the archive is made, and what others may do with it is kept")
  func permissions() throws {
    #expect(put("level1", in: "records/a.jsonl").exitCode == 0)
    let path = folder.url.appending(path: "records/a.jsonl").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(put("level2", in: "records/a.jsonl").exitCode == 0)
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test(
    "An archive that may not be written to is not renamed over",
    .enabled(if: NSUserName() != "root", "everything may be written to"))
  func readOnly() throws {
    _ = put("level1")
    let path = folder.url.appending(path: "a.jsonl").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let before = try bytes()
    let run = put("level2")
    #expect(run.exitCode == 73 && run.errors.contains("[archive.unwritable]"))
    #expect(try bytes() == before)
  }

  @Test("Names with letters that some readers take for line ends can be read again")
  func strangeNames() throws {
    let name = "Xã \u{2028}A\u{85}\u{FEFF}\"\\ 🏡"
    let rows = (2021...2025).map {
      "\"\(name.replacing("\"", with: "\"\""))\",trained,\($0),\($0 - 1500),1000"
    }
    try folder.write(
      "place,indicator,year,count,base\n" + rows.joined(separator: "\n") + "\n", to: "d.csv")
    let run = folder.forecast(
      "milestones", "--target", "level2", "--data", "d.csv", "--archive", "a.jsonl")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try bytes().count { $0 == UInt8(ascii: "\n") } == 1)
    let review = folder.forecast("review", "--archive", "a.jsonl", "--data", "d.csv")
    #expect(review.exitCode == 0, "\(review.errors)")
  }

  @Test("A link stays a link, and what it leads to grows")
  func link() throws {
    _ = put("level1")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "links"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "links/b.jsonl"),
      withDestinationURL: folder.url.appending(path: "a.jsonl"))
    let before = try bytes()
    #expect(put("level2", in: "links/b.jsonl").exitCode == 0)
    #expect(try bytes().count > before.count && folder.names("links") == ["b.jsonl"])
    let facts = try FileManager.default.attributesOfItem(
      atPath: folder.url.appending(path: "links/b.jsonl").path(percentEncoded: false))
    #expect(facts[.type] as? FileAttributeType == .typeSymbolicLink)
  }
}
