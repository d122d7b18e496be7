import Foundation
import Testing

@testable import Wording

@Suite("DecimalText")
struct DecimalTextTests {
  private func text(_ value: Double, _ decimals: Int) -> String? {
    DecimalText(value, decimals: decimals)?.joined(decimalSeparator: ".")
  }

  /// The numbers were rounded by Python's decimal module, see Reference/decimal_text.py.
  @Test("Every number of the reference table is rounded half to even, digit by digit")
  func referenceTable() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/decimal_text.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count == 832)
    for row in rows {
      let fields = row.split(separator: ",").map(String.init)
      try #require(fields.count == 3)
      let value = try #require(Double(fields[0]))
      let decimals = try #require(Int(fields[1]))
      #expect(text(value, decimals) == fields[2], "\(row)")
    }
  }

  @Test(
    "A tie goes to the even neighbour of the number as a person writes it",
    arguments: [
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (2.675, 2, "2.68"),
      (1.005, 2, "1.00"), (0.05, 1, "0.0"), (0.15, 1, "0.2"), (99.95, 1, "100.0"),
      (9.995, 2, "10.00"),
    ])
  func ties(value: Double, decimals: Int, expected: String) {
    #expect(text(value, decimals) == expected)
    #expect(text(-value, decimals) == (expected.contains { "1"..."9" ~= $0 } ? "-" : "") + expected)
  }

  @Test("What rounds to zero has no sign", arguments: [0.0, -0.0, -0.04, -0.05, -1e-300])
  func zero(value: Double) throws {
    let rounded = try #require(DecimalText(value, decimals: 1))
    #expect(!rounded.isNegative)
    #expect(rounded.joined(decimalSeparator: ",") == "0,0")
  }

  @Test("NaN and infinities have no text", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(DecimalText(value, decimals: 2) == nil)
  }

  @Test("Numbers without an exponent in their text and with one read alike")
  func exponents() {
    #expect(text(1e22, 0) == "10000000000000000000000")
    #expect(text(-1e16, 1) == "-10000000000000000.0")
    #expect(text(1e-7, 7) == "0.0000001")
    #expect(text(1e-7, 6) == "0.000000")
    #expect(text(.greatestFiniteMagnitude, 0)?.count == 309)
    #expect(text(.leastNonzeroMagnitude, 324)?.hasSuffix("0005") == true)
  }

  @Test("Groups of three are counted from the separator")
  func grouping() throws {
    let cases: [(Double, String)] = [
      (0, "0"), (999, "999"), (1000, "1.000"), (28_044, "28.044"), (1_234_567, "1.234.567"),
      (-999, "−999"), (-1000, "−1.000"),
    ]
    for (value, expected) in cases {
      let rounded = try #require(DecimalText(value, decimals: 0))
      #expect(
        rounded.joined(decimalSeparator: ",", groupSeparator: ".", minus: "−") == expected)
    }
    let mixed = try #require(DecimalText(1234.5, decimals: 1))
    #expect(mixed.joined(decimalSeparator: ",", groupSeparator: ".") == "1.234,5")
  }

  @Test("Negative decimals are a programmer's error")
  func negativeDecimals() async {
    await #expect(processExitsWith: .failure) { _ = DecimalText(1, decimals: -1) }
  }
}
