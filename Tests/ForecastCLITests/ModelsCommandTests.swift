import Testing

@Suite struct ModelsCommandTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  @Test("Every model has its name, what it does and its record; one is the default")
  func text() throws {
    let vi = folder.forecast("models")
    let en = folder.forecast("models", "--lang", "en")
    #expect(vi.exitCode == 0 && en.exitCode == 0)
    for model in ["pace", "no-change", "drift", "theta", "ols"] {
      #expect(
        vi.lines.contains { $0.hasPrefix("\(model):") || $0.hasPrefix("\(model) (mặc định):") })
      #expect(
        en.lines.contains { $0.hasPrefix("\(model):") || $0.hasPrefix("\(model) (default):") })
    }
    #expect(vi.lines.filter { $0.contains("(mặc định)") }.count == 1)
    #expect(vi.output.contains("Kiểm tra trên số liệu các nước"))
    #expect(en.output.contains("Tested on figures of countries"))
    #expect(vi.lines.allSatisfy { $0.count <= 100 })
    #expect(folder.names().isEmpty)
  }

  @Test("--json holds the same, with the least number of figures and the record")
  func json() throws {
    let run = folder.forecast("models", "--json")
    #expect(run.exitCode == 0)
    let document = try JSONDocument(run.output)
    let models = document["data"]?["models"]?.values ?? []
    #expect(models.count >= 5)
    #expect(models.filter { $0["default"] == .bool(true) }.count == 1)
    for model in models {
      #expect((model["minimumFigures"]?.number ?? 0) >= 1)
      #expect(model["explanation"]?.string?.isEmpty == false)
    }
    let noChange = try #require(models.first { $0["id"] == .string("no-change") })
    #expect(noChange["record"] == .null || noChange["record"]?["relMAE"]?.number == 1)
    let standard = try #require(models.first { $0["default"] == .bool(true) })
    let error = try #require(standard["record"]?["relMAE"]?.number)
    #expect(error > 0 && error < 1)
    let coverage = try #require(standard["record"]?["coverage80AtYear1"]?.number)
    #expect((0...1).contains(coverage))
  }
}
