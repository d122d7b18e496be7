import Testing

@testable import Wording

@Suite("NumberStyle")
struct NumberStyleTests {
  private let vi = NumberStyle(.vi)
  private let en = NumberStyle(.en)

  @Test("Vietnamese writes a decimal comma and English a point, neither groups decimals")
  func decimal() {
    #expect(vi.decimal(1234.56) == "1234,6")
    #expect(en.decimal(1234.56) == "1234.6")
    #expect(vi.decimal(-0.25) == "−0,2")
    #expect(vi.decimal(12, decimals: 0) == "12")
    #expect(vi.decimal(12, decimals: 3) == "12,000")
  }

  @Test("What is not known is a dash in every form", arguments: [nil, Double.nan, .infinity])
  func missing(value: Double?) {
    for style in [vi, en] {
      #expect(style.decimal(value) == "–")
      #expect(style.signed(value) == "–")
      #expect(style.percent(value) == "–")
      #expect(style.probability(value) == "–")
      #expect(style.probability(value, cap: .shortSeries) == "–")
    }
    #expect(vi.whole(nil) == "–")
  }

  @Test("A sign is written for every number but zero")
  func signed() {
    #expect(vi.signed(1.24) == "+1,2")
    #expect(vi.signed(-0.3) == "−0,3")
    #expect(vi.signed(0) == "0,0")
    #expect(vi.signed(-0.04) == "0,0")
    #expect(vi.signed(0.04) == "0,0")
    #expect(en.signed(0.04, decimals: 2) == "+0.04")
  }

  @Test("Whole numbers are grouped and lose no digit, however large")
  func whole() {
    #expect(vi.whole(0) == "0")
    #expect(vi.whole(28_044) == "28.044")
    #expect(en.whole(28_044) == "28,044")
    #expect(en.whole(-1_234_567) == "−1,234,567")
    #expect(en.whole(9_007_199_254_740_993) == "9,007,199,254,740,993")
    #expect(vi.whole(.max) == "9.223.372.036.854.775.807")
    #expect(vi.whole(.min) == "−9.223.372.036.854.775.808")
  }

  @Test("A percent has its sign attached")
  func percent() {
    #expect(vi.percent(53.14) == "53,1%")
    #expect(en.percent(53.14) == "53.1%")
    #expect(vi.percent(12.0155, decimals: 2) == "12,02%")
    #expect(vi.percent(0) == "0,0%")
  }

  @Test("A percent as a phrase reads as each language writes numbers")
  func percentPhrase() {
    #expect(Phrase.percent(12.02, decimals: 1) == Phrase(vi: "12,0%", en: "12.0%"))
    #expect(Phrase.percent(nil, decimals: 1) == Phrase("–"))
    #expect(Phrase.percent(.nan, decimals: 1) == Phrase("–"))
  }

  @Test(
    "A probability is a whole percent, and says 0% and 100% only of certainty",
    arguments: [
      (0.0, "0%"), (1.0, "100%"), (0.34, "34%"), (0.001, "<1%"), (0.005, "<1%"), (0.0051, "1%"),
      (0.995, ">99%"), (0.9949, "99%"), (0.999, ">99%"), (0.5, "50%"), (1e-300, "<1%"),
      (0.9999999999999999, ">99%"), (0.04, "4%"), (0.96, "96%"),
    ])
  func probability(value: Double, expected: String) {
    #expect(vi.probability(value) == expected)
    #expect(en.probability(value) == expected)
  }

  @Test(
    "Significant digits are rounded half to even, without zeros at the end, tiny ones by a power of ten",
    arguments: [
      (0.0, "0"), (52.357_318_721_69, "52,3573187"), (-0.5, "−0,5"), (1234.0, "1234"),
      (0.000_123_456_789_01, "0,000123456789"), (99.999_999_999, "100"), (1e-12, "1·10^(−12)"),
      (2.5e-7, "2,5·10^(−7)"), (-2.5e-7, "−2,5·10^(−7)"), (3e18, "3·10^(18)"), (.nan, "–"),
      (123_456_789_012, "123456789012"),
    ])
  func significant(value: Double, expected: String) {
    #expect(vi.significant(value, digits: 9) == expected)
    #expect(en.significant(value, digits: 9) == expected.replacing(",", with: "."))
  }

  @Test(
    "A capped probability says no more than <5% and >95%, unless it is certain",
    arguments: [
      (0.0, "0%"), (1.0, "100%"), (0.0001, "<5%"), (0.0499, "<5%"), (0.05, "5%"), (0.34, "34%"),
      (0.95, "95%"), (0.9501, ">95%"), (0.9999, ">95%"),
    ])
  func capped(value: Double, expected: String) {
    #expect(vi.probability(value, cap: .shortSeries) == expected)
  }
}
