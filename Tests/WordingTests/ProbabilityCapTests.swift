import Testing
import Wording

@Suite("ProbabilityCap")
struct ProbabilityCapTests {
  @Test("Two caps together hold back what either holds back")
  func joined() {
    let (short, rise) = (ProbabilityCap.shortSeries, ProbabilityCap.unprovenRise)
    #expect(short.joined(rise) == ProbabilityCap(lower: 0.05, upper: 0.85))
    #expect(rise.joined(short) == short.joined(rise))
    #expect(short.joined(.none) == short && ProbabilityCap.none.joined(rise) == rise)
    #expect(short.joined(short) == short)
    #expect(ProbabilityCap.none.joined(.none) == .none)
  }

  @Test("The opposite event has the opposite marks")
  func complement() throws {
    #expect(ProbabilityCap.none.complement == .none)
    let risk = ProbabilityCap.unprovenRise.complement
    #expect(risk.upper == nil)
    #expect(abs(try #require(risk.lower) - 0.15) <= 1e-15)
    let short = ProbabilityCap.shortSeries.complement
    #expect(abs(try #require(short.lower) - 0.05) <= 1e-15 && short.upper == 0.95)
  }

  @Test(
    "Beyond a mark only the mark is said; certainty is said as it is",
    arguments: [
      (0.0, "0%"), (0.002, "<1%"), (0.04, "4%"), (0.85, "85%"), (0.8501, ">85%"), (0.999, ">85%"),
      (1.0, "100%"),
    ])
  func unprovenRise(value: Double, expected: String) {
    for language in Language.allCases {
      #expect(NumberStyle(language).probability(value, cap: .unprovenRise) == expected)
    }
  }

  @Test("Without marks everything is said")
  func none() {
    #expect(NumberStyle(.vi).probability(0.97, cap: .none) == "97%")
    #expect(NumberStyle(.vi).probability(0.97) == "97%")
    #expect(NumberStyle(.vi).probability(nil, cap: .unprovenRise) == NumberStyle.missing)
  }
}
