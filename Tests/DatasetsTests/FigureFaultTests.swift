import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("FigureFault")
struct FigureFaultTests {
  private func codes(
    _ count: Int?, _ base: Int?, _ percent: String?, isBaseGiven: Bool? = nil
  ) -> [String] {
    FigureFault.faults(
      count: count, base: base, percent: percent.flatMap { ExactDecimal(plain: $0) },
      isBaseGiven: isBaseGiven ?? (base != nil)
    ).map(\.code.id)
  }

  @Test("Figures that can be have no fault")
  func sound() {
    #expect(codes(5, 10, nil).isEmpty)
    #expect(codes(0, 1, "0").isEmpty)
    #expect(codes(10, 10, "100.0").isEmpty)
    #expect(codes(nil, nil, "0").isEmpty)
    #expect(codes(nil, nil, "100").isEmpty)
    #expect(codes(nil, 10, nil).isEmpty)
    #expect(codes(5, nil, "50").isEmpty)
    #expect(codes(nil, nil, nil).isEmpty)
  }

  @Test("Each impossible number has its fault, all at once")
  func impossible() {
    #expect(codes(-1, 10, nil) == ["count.negative"])
    #expect(codes(5, 0, nil) == ["base.not-positive"])
    #expect(codes(5, -3, nil) == ["base.not-positive"])
    #expect(codes(11, 10, nil) == ["count.above-base"])
    #expect(codes(nil, nil, "100.1") == ["percent.out-of-range"])
    #expect(codes(nil, nil, "-0.1") == ["percent.out-of-range"])
    #expect(codes(-1, 0, "153") == ["count.negative", "base.not-positive", "percent.out-of-range"])
    #expect(codes(11, 10, "153") == ["count.above-base", "percent.out-of-range"])
  }

  @Test("A count needs a base or a percent; a base that is no number was given")
  func baseMissing() {
    #expect(codes(5, nil, nil) == ["base.missing"])
    #expect(codes(5, nil, nil, isBaseGiven: true).isEmpty)
  }

  @Test(
    "A percent agrees with its counts within half of its last digit",
    arguments: [
      (1, 3, "33.3", true), (1, 3, "33.33", true), (1, 3, "33", true), (1, 3, "33.4", false),
      (2, 3, "66.7", true), (2, 3, "66.6", false), (1, 8, "12.5", true), (1, 8, "12", true),
      (1, 8, "13", true), (1, 8, "11", false), (1, 2, "50.00", true), (1, 2, "50.01", false),
      (1, 3, "33.333333", true), (2, 3, "66.666666", true), (2, 3, "66.666664", false),
    ])
  func contradictions(count: Int, base: Int, percent: String, agrees: Bool) {
    #expect(codes(count, base, percent) == (agrees ? [] : ["percent.contradicts-counts"]))
  }

  @Test("The words name the numbers, the percent with two decimals or its own")
  func words() {
    let fault = FigureFault.faults(
      count: 1, base: 3, percent: ExactDecimal(plain: "40"), isBaseGiven: true
    ).first
    #expect(fault?.facts == ["count": "1", "base": "3"])
    #expect(fault?.phrases["derived"]?(.vi) == "33,33%")
    #expect(fault?.phrases["derived"]?(.en) == "33.33%")
    #expect(fault?.measure == .percent)
  }

  @Test("Measures have the names of the tidy columns")
  func names() {
    #expect(Measure.allCases.map(\.fieldName) == ["count", "base", "percent"])
  }
}
