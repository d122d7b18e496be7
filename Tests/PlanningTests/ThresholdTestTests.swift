import Diagnostics
import Indicators
import Planning
import Statistics
import Testing
import Wording

@Suite("Threshold test")
struct ThresholdTestTests {
  private let position = InputPosition(file: "figures.csv", line: 2)

  private func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(plain: text))
  }

  private func counts(_ count: Int, _ base: Int) -> Observation {
    Observation(year: 2025, count: count, base: base, position: position)
  }

  private func met(_ percent: String, _ threshold: String) throws -> Bool? {
    let figure = Observation(
      year: 2025, printedPercent: try decimal(percent), position: position)
    let test = ThresholdTest.isMet(figure, threshold: try decimal(threshold))
    #expect(test.basis == .percent)
    return test.met
  }

  @Test("A share that only rounds to the threshold does not reach it")
  func rounding() throws {
    let test = ThresholdTest.isMet(counts(1499, 2500), threshold: ExactDecimal(60))
    #expect(test.met == false)
    #expect(test.basis == .count)
    #expect(ThresholdTest.isMet(counts(1500, 2500), threshold: ExactDecimal(60)).met == true)
    #expect(ThresholdTest.isMet(counts(2564, 21_440), threshold: ExactDecimal(12)).met == false)
    #expect(ThresholdTest.isMet(counts(2585, 21_503), threshold: ExactDecimal(12)).met == true)
  }

  @Test("Equality of 100·count and threshold·base is enough, one person fewer is not")
  func equality() throws {
    for (threshold, base) in [("60", 5), ("37.3", 1000), ("12.5", 8), ("33.333333", 100_000_000)] {
      let asked = try decimal(threshold)
      let needed = ThresholdTest.required(threshold: asked, base: base)
      #expect(100 * ExactDecimal.powerOfTen(asked.scale) * needed == asked.unscaled * base)
      #expect(ThresholdTest.isMet(counts(needed, base), threshold: asked).met == true)
      #expect(ThresholdTest.isMet(counts(needed - 1, base), threshold: asked).met == false)
    }
  }

  @Test("Decimal thresholds are exact where binary numbers are not")
  func decimals() throws {
    let asked = try decimal("37.3")
    #expect(ThresholdTest.isMet(counts(373, 1000), threshold: asked).met == true)
    #expect(ThresholdTest.isMet(counts(3_729_999, 10_000_000), threshold: asked).met == false)
    #expect(ThresholdTest.isMet(counts(7, 100), threshold: try decimal("7")).met == true)
    #expect(ThresholdTest.isMet(counts(29, 100), threshold: try decimal("29.0")).met == true)
  }

  @Test("What is required is the ceiling, and the least count that passes", arguments: 0..<200)
  func requiredIsLeast(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let base = Int(random.next() % 30_000) + 1
    let scale = Int(random.next() % 4)
    let asked = ExactDecimal(
      unscaled: Int(random.next() % UInt64(100 * ExactDecimal.powerOfTen(scale) + 1)),
      scale: scale)
    let required = ThresholdTest.required(threshold: asked, base: base)
    #expect((0...base).contains(required))
    #expect(ThresholdTest.isMet(counts(required, base), threshold: asked).met == true)
    if required > 0 {
      #expect(ThresholdTest.isMet(counts(required - 1, base), threshold: asked).met == false)
    }
  }

  @Test("A printed percent within half its last digit of the threshold is undecided")
  func undecidedBand() throws {
    #expect(try met("60.0", "60") == nil)
    #expect(try met("59.95", "60") == false)
    #expect(try met("60.05", "60") == true)
    #expect(try met("59.9", "60") == false)
    #expect(try met("60.1", "60") == true)
    #expect(try met("60.0", "60.05") == nil)
    #expect(try met("60.0", "59.95") == nil)
    #expect(try met("60.0", "60.051") == false)
    #expect(try met("60.0", "59.949") == true)
  }

  @Test("A percent printed without decimals is undecided within half a point")
  func wholePercents() throws {
    #expect(try met("60", "60") == nil)
    #expect(try met("60", "60.0") == nil)
    #expect(try met("60", "60.5") == nil)
    #expect(try met("60", "60.6") == false)
    #expect(try met("60", "59.5") == nil)
    #expect(try met("60", "59.4") == true)
    #expect(try met("59", "60") == false)
    #expect(try met("61", "60") == true)
  }

  @Test("The band has no end of digits: six decimals are rounded numbers too")
  func sixDecimals() throws {
    #expect(try met("60.000000", "60") == nil)
    #expect(try met("60.000001", "60") == true)
    #expect(try met("59.999999", "60") == false)
    #expect(try met("60.0", "59.950001") == nil)
    #expect(try met("60.0", "60.050001") == false)
    #expect(try met("60", "59.500001") == nil)
  }

  @Test("Counts decide even where a percent is printed beside them")
  func countsFirst() throws {
    let figure = Observation(
      year: 2025, count: 1499, base: 2500, printedPercent: try decimal("60.0"),
      position: position)
    let test = ThresholdTest.isMet(figure, threshold: ExactDecimal(60))
    #expect(test.met == false)
    #expect(test.basis == .count)
  }

  @Test("Without any figure nothing is decided")
  func noFigure() {
    let test = ThresholdTest.isMet(
      Observation(year: 2025, position: position), threshold: ExactDecimal(60))
    #expect(test.met == nil)
  }

  @Test("Extreme thresholds ask for nobody and for everybody")
  func extremes() {
    #expect(ThresholdTest.required(threshold: ExactDecimal(0), base: 7) == 0)
    #expect(ThresholdTest.required(threshold: ExactDecimal(100), base: 7) == 7)
    #expect(ThresholdTest.isMet(counts(0, 7), threshold: ExactDecimal(0)).met == true)
    #expect(ThresholdTest.isMet(counts(6, 7), threshold: ExactDecimal(100)).met == false)
    let nation = 100_000_000
    #expect(ThresholdTest.isMet(counts(nation, nation), threshold: ExactDecimal(100)).met == true)
  }
}
