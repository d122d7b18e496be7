import Testing

@testable import Wording

@Suite("ExactDecimal")
struct ExactDecimalTests {
  @Test(
    "Plain digits are read with their precision",
    arguments: [
      ("0", 0, 0), ("12", 12, 0), ("12.0", 120, 1), ("12.50", 1250, 2), ("-3.25", -325, 2),
      ("−3.25", -325, 2), ("+7", 7, 0), ("-0", 0, 0), ("007", 7, 0), ("0.000001", 1, 6),
      ("123456.654321", 123_456_654_321, 6), ("999999999999", 999_999_999_999, 0),
    ])
  func read(text: String, unscaled: Int, scale: Int) {
    #expect(ExactDecimal(plain: text) == ExactDecimal(unscaled: unscaled, scale: scale))
  }

  @Test("Digits beyond the sixth decimal are cut off, not rounded")
  func cut() {
    #expect(ExactDecimal(plain: "1.23456789") == ExactDecimal(unscaled: 1_234_567, scale: 6))
    #expect(
      ExactDecimal(plain: "65.29783286259535") == ExactDecimal(unscaled: 65_297_832, scale: 6))
  }

  @Test(
    "Anything else is no number",
    arguments: [
      "", "-", "+", ".", ".5", "5.", "-.5", "1,5", "1.2.3", "1e3", "0x1", "--1", "+-1", "1 2", " 1",
      "abc", "1a", "1.a", "1.1234567x", "٣", "１", "NaN", "inf", "9999999999999", "1234567.654321",
      "99999999999999999999999",
    ])
  func reject(text: String) {
    #expect(ExactDecimal(plain: text) == nil)
  }

  @Test("The value is the nearest double, as the text itself would be read")
  func value() {
    for text in ["0.1", "12.02", "65.3", "0.000001", "123456.654321", "-7.35"] {
      #expect(ExactDecimal(plain: text)?.value == Double(text))
    }
  }

  @Test("12 and 12,0 are ordered alike but are told apart")
  func precision() {
    let whole = ExactDecimal(12)
    let printed = ExactDecimal(unscaled: 120, scale: 1)
    #expect(whole != printed)
    #expect(!(whole < printed) && !(printed < whole))
    #expect(whole.value == printed.value)
  }

  @Test("Numbers of different scale are ordered by value")
  func order() throws {
    let texts = ["-100", "-0.000001", "0", "0.1", "0.11", "0.2", "11.99", "12.0", "12.01", "100"]
    let numbers = try texts.map { try #require(ExactDecimal(plain: $0)) }
    for (index, number) in numbers.enumerated() {
      for (other, right) in numbers.enumerated() {
        #expect((number < right) == (index < other))
      }
    }
  }

  @Test("Rescaling keeps the value, up to the largest number that can be read")
  func rescale() throws {
    #expect(ExactDecimal(unscaled: 125, scale: 1).unscaled(at: 3) == 12_500)
    #expect(ExactDecimal(unscaled: 125, scale: 1).unscaled(at: 1) == 125)
    let largest = try #require(ExactDecimal(plain: "-999999999999"))
    #expect(largest.unscaled(at: 6) == -999_999_999_999_000_000)
    #expect(ExactDecimal.powerOfTen(0) == 1)
    #expect(ExactDecimal.powerOfTen(6) == 1_000_000)
  }

  @Test("Scales outside 0...6 are a programmer's error")
  func scaleBounds() async {
    await #expect(processExitsWith: .failure) { _ = ExactDecimal(unscaled: 1, scale: 7) }
    await #expect(processExitsWith: .failure) { _ = ExactDecimal(unscaled: 1, scale: -1) }
    await #expect(processExitsWith: .failure) {
      _ = ExactDecimal(unscaled: 1, scale: 2).unscaled(at: 1)
    }
  }
}
