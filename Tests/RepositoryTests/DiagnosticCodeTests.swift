import Testing

@Suite struct DiagnosticCodeTests {
  private struct Declared {
    let target: String
    let name: String
    let id: String
  }

  /// Every code that some file of Sources declares.
  private func declared() throws -> [Declared] {
    try Repository.swiftFiles(below: "Sources").flatMap { file in
      let target = String(file.path.split(separator: "/")[1])
      return file.text.matches(of: /static let (\w+) = DiagnosticCode\(\s*"([^"]+)"/).map {
        Declared(target: target, name: String($0.1), id: String($0.2))
      }
    }
  }

  @Test("Each code stands in the list of its target, so that forecast help knows it")
  func lists() throws {
    let codes = try declared()
    #expect(codes.count > 150)
    for target in Set(codes.map(\.target)) {
      let list = try Repository.text("Sources/\(target)/DiagnosticCodes.swift")
      let own = codes.filter { $0.target == target }
      for code in own { #expect(list.contains("\n    .\(code.name),"), "\(target): \(code.name)") }
      #expect(list.matches(of: /\n    \.\w+,/).count == own.count, "\(target)")
    }
  }

  @Test("No two codes share an id, and an id is words joined by points and hyphens")
  func ids() throws {
    let ids = try declared().map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.contains(/^[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*$/), "\(id)") }
  }
}
