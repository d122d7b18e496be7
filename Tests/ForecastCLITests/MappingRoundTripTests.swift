import Foundation
import Testing

/// The mapping that `forecast init` writes of a file reads as the file itself does.
@Suite struct MappingRoundTripTests {
  private static let names: [String] = {
    let expected = Repository.url("Tests/Corpus/expected").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: expected)) ?? []
    return names.filter { name in
      let json = try? String(
        contentsOf: Repository.url("Tests/Corpus/expected/\(name)"), encoding: .utf8)
      guard let json, let document = try? JSONDocument(json) else { return false }
      return document["exit"] == .number(0)
    }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test("At least 100 files of the corpus are written as mappings")
  func size() {
    #expect(Self.names.count >= 100)
  }

  @Test("Read by its mapping, a file gives the same figures and facts", arguments: names)
  func file(name: String) throws {
    let folder = try WorkingFolder()
    let path = Repository.url("Tests/Corpus/files/\(name)").path(percentEncoded: false)
    let written = folder.forecast("init", path, "--json")
    #expect(written.exitCode == 0, "\(written.errors)")
    let document = try JSONDocument(written.output)
    let mapping = try #require(document["data"]?["files"]?.values.first?.string)
    let text = try folder.text(mapping)
    let recognised = try JSONDocument(folder.forecast("check", path, "--json").output)
    let run = folder.forecast("check", path, "--mapping", mapping, "--json")
    #expect(run.exitCode == 0, "\(run.errors)\n\(text)")
    let read = try JSONDocument(run.output)
    #expect(
      read["data"]?["observations"] == recognised["data"]?["observations"],
      "\(text)")
    #expect(read["data"]?["facts"] == recognised["data"]?["facts"])
  }
}
