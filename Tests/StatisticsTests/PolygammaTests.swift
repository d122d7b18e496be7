import Foundation
import Statistics
import Testing

@Suite("Derivatives of the logarithm of the gamma function")
struct PolygammaTests {
  /// One line of `Reference/polygamma.csv`, written by the script beside it.
  struct Value: Sendable, CustomTestStringConvertible {
    let function: String
    let argument: Double
    let value: Double

    var testDescription: String { "\(function)(\(argument))" }

    static func table() throws -> [Value] {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Reference/polygamma.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      return try text.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",")
        try #require(fields.count == 3)
        return try Value(
          function: String(fields[0]), argument: #require(Double(fields[1])),
          value: #require(Double(fields[2])))
      }
    }
  }

  @Test("Values are those of mpmath with 50 digits", arguments: try Value.table())
  func agreesWithReference(row: Value) {
    let computed =
      switch row.function {
      case "digamma": digamma(row.argument)
      case "trigamma": trigamma(row.argument)
      default: inverseTrigamma(row.argument)
      }
    #expect(abs(computed / row.value - 1) <= 1e-13, "\(computed) instead of \(row.value)")
  }

  @Test("The reference table has its 46 values")
  func tableIsComplete() throws {
    #expect(try Value.table().count == 46)
  }

  @Test("The inverse undoes trigamma over all sizes", arguments: -12...6)
  func roundTrip(exponent: Int) {
    for mantissa in [1.0, 1.7, 2.9, 6.3] {
      let x = mantissa * pow(10, Double(-exponent))
      #expect(abs(inverseTrigamma(trigamma(x)) / x - 1) <= 1e-13, "\(x)")
    }
  }

  @Test("Known values: ψ(1) = −γ, ψ′(1) = π²/6, and the recurrences between neighbours")
  func knownValues() {
    #expect(abs(digamma(1) + 0.577_215_664_901_532_9) <= 1e-15)
    #expect(abs(trigamma(1) - Double.pi * Double.pi / 6) <= 1e-15)
    for x in [0.2, 1, 7.5, 80] {
      #expect(abs(digamma(x + 1) - digamma(x) - 1 / x) <= 1e-14)
      #expect(abs(trigamma(x) - trigamma(x + 1) - 1 / (x * x)) <= 1e-13)
    }
  }

  @Test("Arguments that are not positive and finite trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = digamma(0) }
    await #expect(processExitsWith: .failure) { _ = trigamma(-1) }
    await #expect(processExitsWith: .failure) { _ = trigamma(.infinity) }
    await #expect(processExitsWith: .failure) { _ = inverseTrigamma(0) }
    await #expect(processExitsWith: .failure) { _ = inverseTrigamma(.nan) }
  }
}
