import Foundation
import Testing

@Suite struct SnapshotTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func complaint(_ text: String, _ environment: [String: String] = [:]) throws -> String? {
    try Snapshots(folder: folder.url, environment: environment).complaint(about: text, named: "a")
  }

  @Test("A text that has no snapshot fails and records nothing")
  func missing() throws {
    #expect(try complaint("x\n")?.contains("there is no snapshot") == true)
    #expect(folder.names() == [])
  }

  @Test("The stored text passes, and any other tells the first line that differs")
  func comparison() throws {
    try folder.write("một\nhai\n", to: "a.txt")
    #expect(try complaint("một\nhai\n") == nil)
    #expect(try complaint("một\nba\n")?.contains("line 2\n  stored:  hai\n  printed: ba") == true)
    #expect(try complaint("một\nhai\nba\n")?.contains("line 3") == true)
    #expect(try complaint("một\nhai")?.contains("2 lines stored, 1 printed") == true)
    #expect(try folder.text("a.txt") == "một\nhai\n")
  }

  @Test("Texts are compared by bytes: NFD is not NFC")
  func bytes() throws {
    try folder.write("m\u{1ED9}t", to: "a.txt")
    #expect(try complaint("mo\u{323}\u{302}t") != nil)
  }

  @Test("Recording writes the file and fails all the same; the next run passes")
  func recording() throws {
    #expect(try complaint("x\n", ["RECORD_SNAPSHOTS": "1"])?.contains("recorded") == true)
    #expect(try folder.text("a.txt") == "x\n")
    #expect(try complaint("x\n") == nil)
  }

  @Test("Nothing is recorded in continuous integration", arguments: ["", "1", "true"])
  func continuousIntegration(value: String) throws {
    #expect(try complaint("x\n", ["RECORD_SNAPSHOTS": "1", "CI": value]) != nil)
    #expect(folder.names() == [])
  }
}
