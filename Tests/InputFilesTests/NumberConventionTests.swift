import Testing
import Wording

@testable import InputFiles

@Suite("NumberConvention")
struct NumberConventionTests {
  @Test(
    "Each text is read after either convention, or not at all",
    arguments: [
      // text, with decimal point, with decimal comma
      ("12", "12", "12"), ("12.5", "12.5", nil), ("12,5", nil, "12.5"), ("0,5", nil, "0.5"),
      ("1.234", "1.234", "1234"), ("1,234", "1234", "1.234"), ("0.123", "0.123", nil),
      ("0,123", nil, "0.123"), ("1.234,5", nil, "1234.5"), ("1,234.5", "1234.5", nil),
      ("1.234.567", nil, "1234567"), ("1,234,567", "1234567", nil), ("12.34.567", nil, nil),
      ("1234.567", "1234.567", nil), ("1234,567", nil, "1234.567"), ("-1.234", "-1.234", "-1234"),
      ("-123,456", "-123456", "-123.456"), ("1.23,4", nil, nil), ("1,2,3", nil, nil),
      ("1.,5", nil, nil), (".5", nil, nil), ("5.", nil, nil), (",5", nil, nil), ("", nil, nil),
      ("-", nil, nil), ("+7,5", nil, "7.5"), ("−7.5", "-7.5", nil), ("－７．５", "-7.5", nil),
      ("１２，５", nil, "12.5"), ("53,1%", nil, "53.1"), ("53.1 %", "53.1", nil), ("５３％", "53", "53"),
      ("1 234", "1234", "1234"), ("1\u{A0}234,5", nil, "1234.5"), ("1\u{202F}234.5", "1234.5", nil),
      ("\u{A0}12\t", "12", "12"), ("5%3", nil, nil), ("%5", nil, nil), ("5%%", nil, nil),
      ("1e5", nil, nil), ("12a", nil, nil), ("NaN", nil, nil), ("1'234", nil, nil),
      ("12-5", nil, nil), ("1,-23", nil, nil), ("٣", nil, nil), ("9999999999999", nil, nil),
    ] as [(String, String?, String?)])
  func numbers(text: String, point: String?, comma: String?) {
    #expect(NumberConvention.point.number(text) == point.flatMap { ExactDecimal(plain: $0) })
    #expect(NumberConvention.comma.number(text) == comma.flatMap { ExactDecimal(plain: $0) })
  }

  @Test(
    "A text speaks for a convention by itself, or by the kind of its column",
    arguments: [
      // text, as a count, as a share
      ("12.5", .point, .point), ("12,5", .comma, .comma), ("1.234,5", .comma, .comma),
      ("1,234.5", .point, .point), ("1.234.567", .comma, .comma), ("1,234,567", .point, .point),
      ("1.234", .comma, .point), ("1,234", .point, .comma), ("-1.234", .comma, .point),
      ("28.044", .comma, .point), ("0.123", .point, .point), ("0,123", .comma, .comma),
      ("1234.567", .point, .point), ("1234,567", .comma, .comma), ("12.34", .point, .point),
      ("12", nil, nil), ("-5", nil, nil), ("", nil, nil), ("abc", nil, nil), ("n.a", nil, nil),
      ("a,b", nil, nil), ("53,1 %", .comma, .comma), ("５３．１", .point, .point),
      ("1 234", nil, nil), ("1 234,5", .comma, .comma), ("−0,5", .comma, .comma),
    ] as [(String, NumberConvention?, NumberConvention?)])
  func evidence(text: String, whole: NumberConvention?, share: NumberConvention?) {
    #expect(NumberConvention.evidence(in: text, kind: .whole) == whole)
    #expect(NumberConvention.evidence(in: text, kind: .share) == share)
  }

  @Test(
    "What is written in one convention is read back in it", arguments: NumberConvention.allCases)
  func roundTrip(convention: NumberConvention) throws {
    let style = NumberStyle(convention == .comma ? .vi : .en)
    for count in [0, 7, 999, 1000, 28_044, -1_234_567] {
      #expect(convention.number(style.whole(count)) == ExactDecimal(count))
    }
    for unscaled in [0, 5, 120, 1202, -53] {
      let number = ExactDecimal(unscaled: unscaled, scale: 1)
      #expect(convention.number(style.decimal(number.value)) == number)
      #expect(convention.number(style.percent(number.value)) == number)
    }
  }

  @Test("Marks of a missing figure are known, a zero and a word are not among them")
  func missingMarks() {
    for text in ["", "-", "–", "—", "−", "x", "X", "/", "...", "…", ".."] {
      #expect(NumberText.isMissing(text), "\(text)")
    }
    for text in ["0", "0,0", "n/a", "NA", "không", "xx", "."] {
      #expect(!NumberText.isMissing(text), "\(text)")
    }
  }

  @Test("What is written like a number is known whatever its decimal sign")
  func numberTexts() {
    for text in [
      "1", "-1", "+7,5", "−7.5", "1.234,5", "1,2,3", "53 %", "５３", "1 234", "1\u{A0}234", ".5",
    ] {
      #expect(NumberText.isNumber(text), "\(text)")
    }
    for text in ["", "-", "…", "%", ".,", "12a", "1e5", "NaN", "x", "٣", "1'234", "năm 1"] {
      #expect(!NumberText.isNumber(text), "\(text)")
    }
  }
}
