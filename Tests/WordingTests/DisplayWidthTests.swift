import Testing

@testable import Wording

@Suite("DisplayWidth")
struct DisplayWidthTests {
  @Test(
    "A grapheme is one column, a wide one two, a control none",
    arguments: [
      ("", 0), ("abc", 3), ("Kiến Hưng", 9), ("Kie\u{302}\u{301}n Hu\u{31B}ng", 9), ("≥ 60%", 5),
      ("学習", 4), ("한국", 4), ("ＡＢ", 4), ("🙂", 2), ("a\tb", 2), ("a\u{1B}b", 2), ("–", 1),
    ])
  func width(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test("Padding fills up to the width and never cuts")
  func padding() {
    #expect(DisplayWidth.padded("Hưng", to: 6) == "Hưng  ")
    #expect(DisplayWidth.leftPadded("Hưng", to: 6) == "  Hưng")
    #expect(DisplayWidth.padded("Hu\u{31B}ng", to: 5) == "Hu\u{31B}ng ")
    #expect(DisplayWidth.padded("学習", to: 5) == "学習 ")
    #expect(DisplayWidth.padded("Hưng", to: 4) == "Hưng")
    #expect(DisplayWidth.padded("Hưng", to: 0) == "Hưng")
    #expect(DisplayWidth.leftPadded("Hưng", to: -1) == "Hưng")
  }

  @Test(
    "Lines break at blanks and fill the width",
    arguments: [
      ("một hai ba", 10, ["một hai ba"]), ("một hai ba", 9, ["một hai", "ba"]),
      ("một hai ba", 3, ["một", "hai", "ba"]), ("  một   hai ", 80, ["một hai"]),
      ("nghiêng hai", 4, ["nghiêng", "hai"]), ("a nghiêng b", 4, ["a", "nghiêng", "b"]),
      ("", 10, [""]), ("   ", 10, [""]), ("một\u{A0}hai ba", 5, ["một\u{A0}hai", "ba"]),
      ("学習 学習", 8, ["学習", "学習"]), ("một", 0, ["một"]),
    ])
  func wrapping(text: String, width: Int, expected: [String]) {
    #expect(DisplayWidth.wrapped(text, width: width) == expected)
  }

  @Test("Wrapping keeps every word and no line is wider than allowed", arguments: [8, 13, 40, 79])
  func wrappingKeepsWords(width: Int) {
    let text = String(
      repeating: "Tỷ lệ công dân đạt danh hiệu “Công dân học tập” trong xã ", count: 5)
    let lines = DisplayWidth.wrapped(text, width: width)
    #expect(lines.joined(separator: " ") == text.dropLast())
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
  }
}
