import Foundation
@testable import Planning
import Testing

/// A row of Reference/second_opinions.csv; the script that writes the table lies beside it.
struct OpinionReference: CustomTestStringConvertible, Sendable {
  let method: PublishedMethod
  let name: String
  let question: OpinionQuestion
  /// The class, "class/present class" of two, or "!" and the id of the refusal.
  let verdict: String
  let numbers: [String: Double]

  var testDescription: String { "\(method.id): \(name)" }

  static func table(of method: PublishedMethod) throws -> [OpinionReference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Reference/second_opinions.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().filter { $0.hasPrefix(method.id + ",") }.map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 9)
      let numbers = try fields[8].split(separator: " ").map { pair in
        let parts = pair.split(separator: "=").map(String.init)
        return (parts[0], try #require(Double(parts[1])))
      }
      return OpinionReference(
        method: method, name: fields[1],
        question: OpinionQuestion(
          requirement: "a", points: try points(fields[2]),
          target: try #require(Double(fields[3])), targetYear: try #require(Int(fields[4])),
          isFalling: fields[5] == "down", isMaintained: fields[6] == "1"),
        verdict: fields[7], numbers: Dictionary(uniqueKeysWithValues: numbers))
    }
  }

  /// Reads "2024:50 2025:52".
  static func points(_ text: String) throws -> [OpinionQuestion.Point] {
    try text.split(separator: " ").map { pair in
      let parts = pair.split(separator: ":").map(String.init)
      return OpinionQuestion.Point(
        year: try #require(Int(parts[0])), percent: try #require(Double(parts[1])))
    }
  }

  /// Compares an opinion: class and refusal exactly, every number to ten digits, and no number more.
  func check(_ sourceLocation: SourceLocation = #_sourceLocation) {
    let opinion = method.opinion(on: question)
    let said =
      opinion.refusal.map { "!" + $0.id }
      ?? [opinion.verdict, opinion.standing].compactMap { $0?.rawValue }.joined(separator: "/")
    #expect(said == verdict, "\(testDescription)", sourceLocation: sourceLocation)
    #expect(
      (opinion.verdict == nil) == (opinion.refusal != nil), "\(testDescription)",
      sourceLocation: sourceLocation)
    let known = opinion.numbers.filter { $0.value?.isFinite ?? false }
    if opinion.verdict != nil {
      #expect(
        Set(known.map(\.quantity.rawValue)) == Set(numbers.keys), "\(testDescription)",
        sourceLocation: sourceLocation)
    }
    for number in known {
      guard let expected = numbers[number.quantity.rawValue], let value = number.value else {
        continue
      }
      #expect(
        abs(value - expected) <= 1e-10 * max(abs(expected), 10),
        "\(testDescription) \(number.quantity): \(value) ≠ \(expected)",
        sourceLocation: sourceLocation)
    }
  }
}

extension PublishedMethod {
  /// Asks about a share whose figures are written "2024:50 2025:52".
  func opinion(
    _ points: String, target: Double, by year: Int, isFalling: Bool = false,
    isMaintained: Bool = false
  ) throws -> SecondOpinion {
    opinion(
      on: OpinionQuestion(
        requirement: "a", points: try OpinionReference.points(points), target: target,
        targetYear: year, isFalling: isFalling, isMaintained: isMaintained))
  }
}
