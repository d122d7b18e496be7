import Foundation
import Testing

/// A command line and the name of the text that it has to print.
private struct Golden: CustomTestStringConvertible {
  let name: String
  let arguments: [String]

  init(_ name: String, _ arguments: String...) {
    self.name = name
    self.arguments = arguments
  }

  var testDescription: String { name }

  static let all = [
    Golden("level1-vi", "--target", "level1"),
    Golden("level2-vi", "--target", "level2"),
    Golden("level3-vi", "--target", "level3"),
    Golden("level2-en", "--target", "level2", "--lang", "en"),
    Golden(
      "qd1373-2030-vi", "--target", "qd1373-2030", "--data", "vietnam-trained-labour", "--place",
      "Cả nước"),
    Golden(
      "qd1373-2030-accepted-vi", "--target", "qd1373-2030", "--data", "vietnam-trained-labour",
      "--place", "Cả nước", "--accept-definition", "employed-15plus-certificate",
      "--accept-definition", "employed-15plus-university"),
    Golden("help-vi", "--help"),
    Golden("help-en", "--help", "--lang", "en"),
    Golden("help-levels-vi", "help", "levels"),
    Golden("levels-vi", "levels"),
    Golden("levels-en", "levels", "--lang", "en"),
  ]
}

@Suite struct GoldenOutputTests {
  @Test("The terminal shows the stored text", arguments: Golden.all)
  private func terminal(golden: Golden) throws {
    let run = try WorkingFolder().forecast(golden.arguments)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    try expectSnapshot(run.output, named: golden.name)
  }

  @Test("The block of output in the README is what the program prints, with gaps marked")
  func readme() throws {
    let readme = try String(decoding: Data(contentsOf: Repository.url("README.md")), as: UTF8.self)
    let block = try #require(readme.firstMatch(of: /```text\n((?s).*?)```/)).1
    var printed = try WorkingFolder().forecast("--target", "level2").lines[...]
    for line in block.split(separator: "\n") where line != "…" {
      guard let index = printed.firstIndex(of: line) else {
        Issue.record("the README has a line that is not printed here: \(line)")
        return
      }
      printed = printed[(index + 1)...]
    }
  }

  @Test("The gap table of level 2 is the stored CSV")
  func gapTable() throws {
    let folder = try WorkingFolder()
    _ = folder.forecast("--target", "level2")
    let table = try folder.text("out/gap-level2-kien-hung.csv")
    try expectSnapshot(table.replacing("\r\n", with: "\n"), named: "gap-level2-csv-vi")
  }
}
