import Datasets
import Foundation
import Indicators
@testable import Planning
import Testing

/// How often classes of the published methods came true; the question is told in Reference/method_record.py.
@Suite("The record of published methods")
struct MethodRecordTests {
  private struct Key: Hashable {
    let set: String
    let method: String
    let verdict: String
  }

  private struct Count: Equatable {
    var asked = 0
    var reached = 0
  }

  private static let window = 6
  private static let ahead = 5
  private static let grid = 5.0

  @Test("Every count is that of an independent computation, and the sum is every question")
  func agreesWithReference() throws {
    var found: [Key: Count] = [:]
    let world = try Shipped.panel("world-panel")
    let rising = world.indicators.filter { $0.direction == .up && $0.id != "schbsp_1_wintern" }
    for indicator in rising {
      for place in world.places {
        let series = world.series(place: place.name, indicator: indicator.id, asOf: nil)
        Self.ask(about: series, in: "world", &found)
      }
    }
    let provinces = try Shipped.panel("vietnam-trained-labour")
    for place in provinces.places where place.kind == "tỉnh" {
      let series = provinces.series(place: place.name, indicator: "trained", asOf: nil)
      Self.ask(about: series, in: "provinces", &found)
    }
    let expected = try Self.reference()
    #expect(found.count == expected.count)
    for (key, count) in expected { #expect(found[key] == count, "\(key)") }
    for method in PublishedMethod.allCases {
      let asked = found.filter { $0.key.method == method.id && $0.key.set == "world" }
        .reduce(0) { $0 + $1.value.asked }
      #expect(asked == 6323)
    }
  }

  /// Asks every method at every origin of a series that has six figures in a row and one five years later.
  private static func ask(
    about series: IndicatorSeries?, in set: String, _ found: inout [Key: Count]
  ) {
    let figures = Dictionary(
      uniqueKeysWithValues: (series?.observations ?? []).map { ($0.year, $0.percent) })
    for (origin, last) in figures {
      let years = (origin - window + 1)...origin
      guard let outcome = figures[origin + ahead], years.allSatisfy({ figures[$0] != nil }) else {
        continue
      }
      let target = grid * ((last / grid).rounded(.down) + 1)
      guard target <= 100 else { continue }
      let question = OpinionQuestion(
        requirement: "a",
        points: years.compactMap { year in
          figures[year].map { OpinionQuestion.Point(year: year, percent: $0) }
        }, target: target, targetYear: origin + ahead)
      for method in PublishedMethod.allCases {
        let opinion = method.opinion(on: question)
        let verdict = opinion.verdict?.rawValue ?? "!" + (opinion.refusal?.id ?? "")
        let key = Key(set: set, method: method.id, verdict: verdict)
        found[key, default: Count()].asked += 1
        if outcome >= target { found[key, default: Count()].reached += 1 }
      }
    }
  }

  private static func reference() throws -> [Key: Count] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Reference/method_record.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    return try Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let fields = line.split(separator: ",").map(String.init)
        try #require(fields.count == 5)
        return (
          Key(set: fields[0], method: fields[1], verdict: fields[2]),
          Count(asked: try #require(Int(fields[3])), reached: try #require(Int(fields[4])))
        )
      })
  }
}

extension Shipped {
  /// Returns the figures of a shipped package.
  static func panel(_ package: String) throws -> IndicatorPanel {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets")
    return try DatasetReader.read(
      root.appending(path: package), shownAs: "datasets/\(package)"
    ).dataset.panel
  }
}
