import Foundation
import Testing

/// Golden texts: a folder of files that hold what the program has to print.
///
/// A text that differs from its file, or has none, is a failure. With `RECORD_SNAPSHOTS=1` the file is
/// written and the failure stays, so that a recording never passes for a test; where `CI` is set
/// nothing is ever written.
struct Snapshots {
  let folder: URL
  let environment: [String: String]

  private var records: Bool { environment["RECORD_SNAPSHOTS"] == "1" && environment["CI"] == nil }

  /// Returns why a text does not agree with its file; nil when it does.
  func complaint(about text: String, named name: String) throws -> String? {
    let file = folder.appending(path: name + ".txt")
    let stored = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
    if let stored, stored.utf8.elementsEqual(text.utf8) { return nil }
    if records {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "\(name): recorded; look at the difference, then run again without RECORD_SNAPSHOTS"
    }
    guard let stored else {
      return "\(name): there is no snapshot; run with RECORD_SNAPSHOTS=1 to record it"
    }
    return "\(name): \(Self.difference(stored, text)); RECORD_SNAPSHOTS=1 records the new text"
  }

  private static func difference(_ stored: String, _ text: String) -> String {
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first {
      !$0.element.0.utf8.elementsEqual($0.element.1.utf8)
    }
    guard let line else { return "\(old.count - 1) lines stored, \(new.count - 1) printed" }
    return "line \(line.offset + 1)\n  stored:  \(line.element.0)\n  printed: \(line.element.1)\n"
  }
}

/// Expects a text to be the one stored as `__Snapshots__/<name>.txt` beside the tests.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let snapshots = Snapshots(
    folder: Repository.url("Tests/ForecastCLITests/__Snapshots__"),
    environment: ProcessInfo.processInfo.environment)
  if let complaint = try snapshots.complaint(about: text, named: name) {
    Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
  }
}
