import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) final class CommandLineTests {
  private let folder: URL
  private let binary: BuiltBinary

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "forecast-binary-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    binary = BuiltBinary(folder: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var names: [String] {
    let path = folder.path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test("Started in any folder the program finds its data, answers and writes there")
  func answer() throws {
    let result = try binary.run(["--target", "level2"])
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("SỐ LIỆU MINH HỌA"))
    #expect(result.output.contains("KHẢ NĂNG ĐẠT level2"))
    #expect(names == ["out"])
  }

  @Test("A failure goes to stderr with its exit code, and stdout stays empty")
  func failure() throws {
    let level = try binary.run(["--target", "level9"])
    #expect(level.exitCode == 65)
    #expect(level.output == "")
    #expect(level.errors.hasPrefix("lỗi: không có mức “level9”"))
    #expect(try binary.run(["--target", "level2", "--data", "none"]).exitCode == 66)
    #expect(try binary.run(["--targt", "level2"]).exitCode == 64)
    #expect(names == [])
  }

  @Test("--json prints one document on stdout, on success and on failure")
  func json() throws {
    for (target, exitCode) in [("level2", 0 as Int32), ("level9", 65)] {
      let result = try binary.run(["--target", target, "--json"])
      #expect(result.exitCode == exitCode)
      let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect((document as? [String: Any])?["schemaVersion"] as? Int == 1)
    }
  }

  @Test("Time zone, locale and the number of threads change no byte")
  func environment() throws {
    let plain = try binary.run(["--target", "level2", "--json"])
    let other = try binary.run(
      ["--target", "level2", "--json"],
      environment: [
        "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "OPENBLAS_NUM_THREADS": "2", "COLUMNS": "40",
      ])
    #expect(plain.exitCode == 0)
    #expect(plain == other)
  }

  @Test("A closed stdin does not matter")
  func closedInput() throws {
    let result = try binary.shell(#"exec "$0" --target level1 <&-"#)
    #expect(result.exitCode == 0)
    #expect(result.output.contains("KHẢ NĂNG ĐẠT level1"))
  }

  @Test(
    "A reader that goes away early ends the program without a hang and without a word",
    arguments: ["", "trap '' PIPE; "])
  func closedPipe(prelude: String) throws {
    let result = try binary.shell(prelude + #""$0" --target level2 --json | true"#)
    #expect(result.exitCode == 0)
    #expect(result.errors == "")
  }

  @Test("A link to the program finds the data of the program")
  func link() throws {
    let link = folder.appending(path: "du-bao")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: BuiltBinary.url)
    let result = try binary.shell("exec ./du-bao levels")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("level3"))
  }

  @Test("A copy installed beside share/forecast uses the data there and no other")
  func installedCopy() throws {
    let manager = FileManager.default
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets")
    let share = folder.appending(path: "usr/share/forecast")
    for part in ["regulations", "pace-library", "kien-hung"] {
      try manager.createDirectory(at: share, withIntermediateDirectories: true)
      try manager.copyItem(
        at: source.appending(path: part), to: share.appending(path: part))
    }
    let bin = folder.appending(path: "usr/bin")
    try manager.createDirectory(at: bin, withIntermediateDirectories: true)
    try manager.copyItem(at: BuiltBinary.url, to: bin.appending(path: "forecast"))
    let doctor = try binary.shell("exec usr/bin/forecast doctor")
    #expect(doctor.exitCode == 0)
    let used = doctor.output.split(separator: "\n").first { $0.hasPrefix("  DÙNG") }
    #expect(used?.contains("/usr/share/forecast (cạnh chương trình đã cài)") == true)
    let answer = try binary.shell("exec usr/bin/forecast --target level2")
    #expect(answer.exitCode == 0)
    #expect(answer.output == (try binary.run(["--target", "level2"])).output)
  }
}
