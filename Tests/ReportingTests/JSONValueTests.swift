import Foundation
import Reporting
import Testing

@Suite("JSON value")
struct JSONValueTests {
  private func line(_ value: JSONValue) -> String {
    String(value.text.dropLast())
  }

  struct Rounding: Sendable, CustomTestStringConvertible {
    let value: Double
    let text: String
    var testDescription: String { "\(value)" }
  }

  @Test(
    "Numbers are rounded half to even at six decimals, without a tail of zeros",
    arguments: [
      Rounding(value: 0.123_456_5, text: "0.123456"),
      Rounding(value: 0.123_457_5, text: "0.123458"),
      Rounding(value: -0.123_456_5, text: "-0.123456"),
      Rounding(value: 0.123_456_500_1, text: "0.123457"),
      Rounding(value: 53.699_511_695, text: "53.699512"),
      Rounding(value: 99.999_999_9, text: "100"),
      Rounding(value: 2.5, text: "2.5"),
      Rounding(value: 100, text: "100"),
      Rounding(value: 1_000_000, text: "1000000"),
      Rounding(value: 1e20, text: "100000000000000000000"),
      Rounding(value: 0.000_000_5, text: "0"),
      Rounding(value: 0.000_001_5, text: "0.000002"),
      Rounding(value: 1e-300, text: "0"),
      Rounding(value: 0, text: "0"),
    ])
  func rounding(_ row: Rounding) {
    #expect(line(.number(row.value)) == row.text)
  }

  @Test("A number that others compute on with keeps twelve decimals")
  func precise() {
    #expect(line(.precise(52.123_456_789_14)) == "52.12345678914")
    #expect(line(.precise(3)) == "3" && line(.precise(.nan)) == "null")
  }

  @Test("On one line a document says the same as on many")
  func oneLine() throws {
    let value = JSONValue.object([
      ("a", .array([.whole(1), .null, .object([("b", .string("x\ny"))])])), ("c", .object([])),
      ("d", .array([])), ("e", .bool(true)),
    ])
    #expect(
      value.line == #"{"a": [1, null, {"b": "x\ny"}], "c": {}, "d": [], "e": true}"#)
    let decoder = JSONDecoder()
    struct Document: Decodable, Equatable { let e: Bool }
    #expect(try decoder.decode(Document.self, from: Data(value.line.utf8)).e)
  }

  @Test("There is no negative zero")
  func negativeZero() {
    #expect(line(.number(-0.0)) == "0")
    #expect(line(.number(-0.000_000_4)) == "0")
    #expect(line(.number(-0.000_000_6)) == "-0.000001")
  }

  @Test("What is no number is null")
  func notFinite() {
    for value in [Double.nan, .infinity, -.infinity, .signalingNaN] {
      #expect(line(.number(value)) == "null")
    }
    #expect(line(.array([.number(.nan), .number(1)])) == "[null, 1]")
  }

  @Test("Missing values are null, known ones are what they are")
  func makers() {
    #expect(line(.text(nil)) == "null")
    #expect(line(.decimal(nil)) == "null")
    #expect(line(.integer(nil)) == "null")
    #expect(line(.truth(nil)) == "null")
    #expect(line(.text("a")) == "\"a\"")
    #expect(line(.decimal(0.25)) == "0.25")
    #expect(line(.integer(-3)) == "-3")
    #expect(line(.truth(false)) == "false")
    #expect(line(.bool(true)) == "true")
    #expect(line(.whole(.max)) == "9223372036854775807")
    #expect(line(.texts(["a", "b"])) == "[\"a\", \"b\"]")
  }

  @Test("Quotes, backslashes and control characters are escaped, other letters stay")
  func escapes() {
    #expect(line(.string("a\"b\\c/d")) == #""a\"b\\c/d""#)
    #expect(line(.string("1\n2\r3\t4\r\n5")) == #""1\n2\r3\t4\r\n5""#)
    #expect(line(.string("\u{0}\u{8}\u{C}\u{1F}\u{7F}")) == #""\u0000\u0008\u000c\u001f\u007f""#)
    #expect(line(.string("xã “Kiến Hưng” 😀\u{2028}")) == "\"xã “Kiến Hưng” 😀\u{2028}\"")
    #expect(line(.string("")) == "\"\"")
  }

  @Test("Texts and keys are written in composed form")
  func composed() {
    let decomposed = "Đại học tru\u{31B}\u{309} lên".decomposedStringWithCanonicalMapping
    let composed = decomposed.precomposedStringWithCanonicalMapping
    let text = JSONValue.object([(decomposed, .string(decomposed))]).text
    #expect(Array(text.utf8) == Array("{\n  \"\(composed)\": \"\(composed)\"\n}\n".utf8))
  }

  @Test("Keys keep their order, objects take a line a key, flat lists one line")
  func layout() {
    let value = JSONValue.object([
      ("z", .array([.whole(1), .null])), ("a", .object([])), ("m", .array([])),
      ("list", .array([.object([("k", .bool(true))]), .array([.whole(2)])])),
    ])
    #expect(
      value.text == """
        {
          "z": [1, null],
          "a": {},
          "m": [],
          "list": [
            {
              "k": true
            },
            [2]
          ]
        }

        """)
  }

  @Test("Values are equal when their texts are")
  func equality() {
    #expect(JSONValue.number(0.1 + 0.2) == .number(0.3))
    #expect(JSONValue.number(.nan) == .null)
    #expect(JSONValue.number(2) == .whole(2))
    #expect(
      JSONValue.object([("a", .null), ("b", .null)])
        != .object([("b", .null), ("a", .null)]))
  }

  @Test("Foundation reads back what was written", arguments: 0..<50)
  func roundTrip(seed: Int) throws {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let texts = ["", "a\"\\/b", "dòng\r\n2\t", "\u{1}\u{1F}\u{7F}", "Kiến Hưng", "😀", "e\u{301}"]
    func value(_ depth: Int) -> (JSONValue, Any) {
      switch next(depth > 3 ? 5 : 7) {
      case 0: return (.null, NSNull())
      case 1:
        let truth = next(2) == 0
        return (.bool(truth), truth)
      case 2:
        let whole = next(2_000_000) - 1_000_000
        return (.whole(whole), whole)
      case 3:
        let number = Double(next(1 << 20)) / 64 - 5000
        return (.number(number), number)
      case 4:
        let text = texts[next(texts.count)]
        return (.string(text), text.precomposedStringWithCanonicalMapping)
      case 5:
        let elements = (0..<next(4)).map { _ in value(depth + 1) }
        return (.array(elements.map(\.0)), elements.map(\.1))
      default:
        let members = (0..<next(4)).map { ("khóa \($0)", value(depth + 1)) }
        return (
          .object(members.map { ($0.0, $0.1.0) }),
          Dictionary(uniqueKeysWithValues: members.map { ($0.0, $0.1.1) })
        )
      }
    }
    let (written, expected) = value(0)
    let read = try JSONSerialization.jsonObject(
      with: Data(written.text.utf8), options: .fragmentsAllowed)
    let wrapped = NSArray(array: [read])
    #expect(wrapped.isEqual(to: [expected]), "\(written.text)")
  }

  @Test(
    "An exact number reads back to the same bits",
    arguments: [0.1, 1.0 / 3, 2.2250738585072014e-308, 1.797e308, -52.357318721692, 0, -0.0, 12])
  func exact(value: Double) throws {
    let text = JSONValue.array([.exact(value)]).text
    #expect(try JSONDecoder().decode([Double].self, from: Data(text.utf8)) == [value])
    #expect(!text.contains("-0]") && !text.contains(".0]"))
    #expect(JSONValue.exact(.nan).text == "null\n")
  }
}
