import Foundation
import Testing

/// Every file of Tests/Corpus, made by other software, is read as a careful reader would.
@Suite struct CorpusTests {
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Repository.url("Tests/Corpus/expected").path(percentEncoded: false))) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  @Test("The corpus has at least 60 files")
  func size() {
    #expect(Self.names.count >= 60)
  }

  @Test("Each file gives the figures, or the faults, that a careful reader finds", arguments: names)
  func file(name: String) throws {
    let folder = try WorkingFolder()
    let expected = try JSONDocument(
      String(
        contentsOf: Repository.url("Tests/Corpus/expected/\(name).json"), encoding: .utf8))
    let path = Repository.url("Tests/Corpus/files/\(name)").path(percentEncoded: false)
    let run = folder.forecast("check", path, "--json")
    #expect(expected["exit"] == .number(Double(run.exitCode)), "\(run.errors)")
    let found = try JSONDocument(run.output)
    if let observations = expected["observations"]?.values {
      let wanted = observations.map(Self.line).sorted()
      let read = (found["data"]?["observations"]?.values ?? []).map(Self.line).sorted()
      #expect(read == wanted)
    }
    guard let faults = expected["faults"]?.values, run.exitCode == 65 else { return }
    let errors = (found["diagnostics"]?.values ?? []).filter { $0["severity"] == .string("error") }
    for fault in faults {
      let places = [fault] + (fault["or"]?.values ?? [])
      #expect(
        places.contains { place in errors.contains { Self.fits($0, place) } }, "not found: \(fault)"
      )
    }
    for error in errors {
      let places = faults.flatMap { [$0] + ($0["or"]?.values ?? []) }
      #expect(places.contains { Self.fits(error, $0) }, "not expected: \(error)")
    }
  }

  /// Returns what an observation says, as one text: percents to three digits, places included.
  private static func line(_ observation: JSONDocument) -> String {
    func text(_ key: String) -> String {
      switch observation[key] {
      case .string(let text): text
      case .number(let number): String(number)
      default: "–"
      }
    }
    let percent = observation["percent"]?.number.map { String(format: "%.3f", $0) } ?? "–"
    let keys = ["place", "indicator", "year", "count", "base", "status", "sheet", "cell", "line"]
    return keys.map(text).joined(separator: " | ") + " | " + percent
  }

  /// Whether an error stands where a fault is expected; what the expectation leaves open fits anything.
  private static func fits(_ error: JSONDocument, _ place: JSONDocument) -> Bool {
    ["sheet", "cell", "line"].allSatisfy { key in
      place[key] == nil || place[key] == .null || place[key] == error[key]
    }
  }
}
