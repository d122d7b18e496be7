import Foundation
import Testing

@Suite("Calculator of the tests")
struct CalculatorTests {
  @Test(
    "It computes as a reader would",
    arguments: [
      ("2 + 3·4", 14), ("−3 − (−2)", -1), ("2^3·10^(−2)", 0.08), ("100·sin(π/200·50)^2", 50),
      ("200/π·asin(√(25/100))", 100.0 / 3), ("max(1; min(5; 3; 4))", 3), ("⌈60·21586/100⌉", 12952),
      ("round(2.5)", 2), ("ln(exp(1.5))", 1.5), ("3 ≥ 3", 1), ("2 ≥ 3", 0),
      ("1/(1 + 1/(3·0.5))", 0.6), ("8/2/2", 2), ("−2^2", -4),
    ] as [(String, Double)])
  func arithmetic(formula: String, value: Double) throws {
    let found = try Calculator.value(of: formula)
    #expect(abs(found - value) < 1e-14 * max(1, abs(value)))
  }

  // t with 2 degrees of freedom has a closed form; the others are printed in every table of t.
  @Test(
    "Its distributions are those of the tables",
    arguments: [
      ("F(2; 2)", 0.5 + 1 / 6.0.squareRoot()), ("T⁻¹(0.9; 2)", 1.885_618_083_164_127),
      ("F(−2.015048373333024; 5)", 0.05), ("T⁻¹(0.975; 10)", 2.228_138_851_986_274),
      ("Φ⁻¹(0.975)", 1.959_963_984_540_054), ("T⁻¹(0.75; 3.5)", 0.750_937_029_394_077_8),
    ])
  func distributions(formula: String, value: Double) throws {
    let found = try Calculator.value(of: formula)
    #expect(abs(found - value) < 1e-11)
  }

  @Test("It reads a decimal comma, and takes nothing that it does not know")
  func reading() throws {
    let three = try Calculator.value(of: "1,5·2", decimalComma: true)
    #expect(three == 3)
    for text in ["1,5", "2 +", "(1", "foo(2)", "1 2 x"] {
      #expect(throws: Calculator.Fault.self) { try Calculator.value(of: text) }
    }
  }
}
