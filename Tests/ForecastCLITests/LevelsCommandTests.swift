import Testing

@Suite struct LevelsCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  @Test("The list holds every level of the rule files with its legal basis")
  func list() {
    let run = folder.forecast("levels")
    #expect(run.exitCode == 0)
    for level in ["level1", "level2", "level3", "qd1373-2025", "qd1373-2030"] {
      #expect(run.lines.contains { $0.hasPrefix(level) })
    }
    #expect(run.output.contains("Thông tư 25/2023/TT-BGDĐT, Điều 6"))
  }

  @Test("--json lists the same with the ids of their requirements")
  func json() throws {
    let document = try JSONDocument(folder.forecast("levels", "--json").output)
    #expect(document["status"] == .string("ok"))
    let levels = document["data"]?["levels"]?.values ?? []
    #expect(
      levels.compactMap { $0["id"]?.string }
        == ["qd1373-2025", "qd1373-2030", "level1", "level2", "level3"])
    #expect(levels.last?["requirements"]?.values.count == 20)
    #expect(levels.last?["legalBasis"] == .null)
  }

  @Test("The list is written nowhere")
  func noFiles() {
    _ = folder.forecast("levels")
    #expect(folder.names() == [])
  }
}
