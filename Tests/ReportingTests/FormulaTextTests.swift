import Planning
@testable import Reporting
import Testing
import Wording

@Suite("Formulas in text")
struct FormulaTextTests {
  private let vi = FormulaText(language: .vi)
  private let en = FormulaText(language: .en)

  @Test("Symbols lose their braces, decimals read as the language writes them")
  func symbols() {
    #expect(vi.symbols("{a} + 0.15·{σ²}") == "a + 0,15·σ²")
    #expect(en.symbols("max(0.5; {T})") == "max(0.5; T)")
  }

  @Test("Numbers take the place of symbols; negative ones stand in brackets once")
  func numbers() {
    let values: [(symbol: String, value: ExplainedValue)] = [
      ("a", .number(-0.25)), ("n", .whole(3)), ("x", .number(2e-9)), ("u", .unknown),
    ]
    #expect(vi.numbers("{n}·{a}", values) == "3·(−0,25)")
    #expect(en.numbers("exp({a})/{n}", values) == "exp(−0.25)/3")
    #expect(en.numbers("{n} − {x}", values) == "3 − (2·10^(−9))")
    #expect(en.numbers("{n} + {u}", values) == nil)
  }

  @Test("A result is printed at fewer digits than what enters a formula")
  func digits() {
    let third = ExplainedValue.number(1.0 / 3)
    #expect(en.value(third) == "0.3333333333")
    #expect(en.numbers("{t}", [("t", third)]) == "0.33333333333333")
    #expect(vi.value(.truth(false)) == "không đạt" && en.value(.unknown) == "–")
    #expect(en.value(.whole(-1405)) == "−1405")
  }

  @Test("A step with an empty expansion has no numbers to type")
  func uncomputable() {
    let step = ExplanationStep(
      "a", vi: "a", en: "a", formula: "∫ φ", expansion: "", value: .number(1))
    #expect(en.numbers(of: step) == nil)
  }
}
