import Foundation
import RealModule
import Statistics
import Testing

@Suite("Orthant probability")
struct OrthantProbabilityTests {
  @Test(
    "Agrees with the 30-digit reference to 1e−14, relatively to 1e−12",
    arguments: try Case.table())
  func agreesWithReference(example: Case) {
    let computed = orthantProbability(
      marginals: example.marginals, correlation: example.correlation)
    #expect(abs(computed - example.value) <= 1e-14, "difference \(computed - example.value)")
    #expect(abs(computed / example.value - 1) <= 1e-12, "ratio \(computed / example.value)")
  }

  @Test("The reference table has its 96 cases")
  func tableIsComplete() throws {
    #expect(try Case.table().count == 96)
  }

  @Test("Even chances at correlation one half give 1 / (k + 1)", arguments: 2...60)
  func evenChances(count: Int) {
    let computed = orthantProbability(
      marginals: Array(repeating: 0.5, count: count), correlation: 0.5)
    #expect(abs(computed * Double(count + 1) - 1) <= 1e-13)
  }

  @Test(
    "Two and three even chances follow the arcsine law",
    arguments: [1e-12, 0.001, 0.2, 0.499, 0.5, 0.7, 0.99, 0.999_99, 1 - 1e-12])
  func arcsineLaw(correlation: Double) {
    let angle = Double.asin(correlation) / Double.pi
    let two = orthantProbability(marginals: [0.5, 0.5], correlation: correlation)
    let three = orthantProbability(marginals: [0.5, 0.5, 0.5], correlation: correlation)
    #expect(abs(two - (0.25 + angle / 2)) <= 1e-14)
    #expect(abs(three - (0.125 + angle * 3 / 4)) <= 1e-14)
  }

  @Test("No events are certain, impossible events decide, certain events drop out")
  func edgeMarginals() {
    #expect(orthantProbability(marginals: [], correlation: 0.3) == 1)
    #expect(orthantProbability(marginals: [0.7], correlation: 0.3) == 0.7)
    #expect(orthantProbability(marginals: [0.7, 0, 1], correlation: 0.3) == 0)
    #expect(orthantProbability(marginals: [1, 1], correlation: 0.3) == 1)
    #expect(orthantProbability(marginals: [1, 0.7, 1], correlation: 0.3) == 0.7)
    #expect(
      orthantProbability(marginals: [0.4, 1, 0.7], correlation: 0.3)
        == orthantProbability(marginals: [0.4, 0.7], correlation: 0.3))
  }

  @Test("Correlation 0 gives the product, 1 the minimum, both without a jump beside them")
  func edgeCorrelations() {
    let marginals = [0.9, 0.8, 0.75]
    #expect(orthantProbability(marginals: marginals, correlation: 0) == 0.9 * 0.8 * 0.75)
    #expect(orthantProbability(marginals: marginals, correlation: 1) == 0.75)
    let nearlyZero = orthantProbability(marginals: marginals, correlation: 1e-300)
    #expect(abs(nearlyZero - 0.9 * 0.8 * 0.75) <= 1e-15)
    let nearlyOne = orthantProbability(marginals: marginals, correlation: 1 - 0x1p-53)
    #expect(abs(nearlyOne - 0.75) <= 1e-15)
  }

  @Test("Lies within the bounds, grows with correlation, ignores order", arguments: 0..<200)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + Int(generator.next() % 24)
    let marginals = (0..<count).map { _ in
      Normal.standard.cumulativeProbability(8 * generator.nextUniform() - 4)
    }
    let bounds = FrechetBounds(marginals: marginals)
    var previous = marginals.reduce(1, *)
    for correlation in [0.01, 0.2, 0.4999, 0.5, 0.75, 0.99, 0.9999] {
      let value = orthantProbability(marginals: marginals, correlation: correlation)
      #expect(value >= bounds.lower && value <= bounds.upper)
      #expect(value >= previous * (1 - 1e-12))
      let reversed = orthantProbability(
        marginals: marginals.reversed(), correlation: correlation)
      #expect(abs(value - reversed) <= 1e-13 * value)
      previous = value
    }
  }

  @Test("Many and improbable events keep their relative accuracy")
  func improbableEvents() {
    // The two formulas on either side of correlation ½ share no code but the quadrature.
    for marginals in [[1e-20, 1e-20], Array(repeating: 1e-6, count: 40), [1e-300, 0.5]] {
      let below = orthantProbability(marginals: marginals, correlation: 0.5 - 0x1p-53)
      let above = orthantProbability(marginals: marginals, correlation: 0.5)
      #expect(above > 0)
      #expect(abs(below / above - 1) <= 1e-11)
    }
  }

  @Test("A correlation or marginal outside 0...1 stops the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = orthantProbability(marginals: [0.5, 0.5], correlation: -0.1)
    }
    await #expect(processExitsWith: .failure) {
      _ = orthantProbability(marginals: [0.5, 1.1], correlation: 0.1)
    }
    await #expect(processExitsWith: .failure) {
      _ = orthantProbability(marginals: [0.5, .nan], correlation: 0.1)
    }
  }
}

/// One line of `Reference/orthant.csv`, written by the script beside it.
struct Case: Sendable, CustomTestStringConvertible {
  let marginals: [Double]
  let correlation: Double
  let value: Double

  var testDescription: String { "ρ = \(correlation), p = \(marginals)" }

  static func table() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/orthant.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",")
      try #require(fields.count == 3)
      return try Case(
        marginals: fields[0].split(separator: " ").map { try #require(Double($0)) },
        correlation: #require(Double(fields[1])),
        value: #require(Double(fields[2])))
    }
  }
}
