import Testing

@testable import Wording

@Suite("TextKey")
struct TextKeyTests {
  @Test(
    "The same Vietnamese word has one key however it was typed",
    arguments: [
      ["Thuỵ", "Thụy", "thuy", "THUỴ", "Thu\u{1EF5}", "Thuy\u{323}"],
      ["hoà", "hòa", "Hoà", "hoa\u{300}", "HOA"],
      ["Đoàn", "đoàn", "doan", "ĐOÀN", "Ðoàn", "ðoàn"],
      ["Kiến Hưng", "Kie\u{302}\u{301}n Hu\u{31B}ng", "kien hung", "KIẾN HƯNG"],
      ["Kiến Hưng", "Kiến\u{A0}Hưng", "  Kiến \t Hưng ", "Kiến\u{2003}\nHưng", "Kiến\u{3000}Hưng"],
      ["Tỷ lệ", "ty le", "TỶ LỆ"],
      ["2020–2025", "2020-2025", "2020—2025", "2020−2025", "2020\u{2011}2025"],
      ["“Công dân học tập”", "Công dân học tập", "\"công dân học tập\"", "«Cong dan hoc tap»"],
      ["2025", "２０２５"], ["ABC", "ＡＢＣ"], ["xã", "x\u{AD}ã", "\u{200B}xã", "\u{FEFF}xã"],
    ])
  func oneKey(spellings: [String]) {
    #expect(Set(spellings.map { TextKey.folded($0) }).count == 1, "\(spellings)")
  }

  @Test("Different words keep different keys")
  func differentKeys() {
    #expect(TextKey.folded("Thôn 1") != TextKey.folded("Thôn 11"))
    #expect(TextKey.folded("Kiến Hưng") != TextKey.folded("KiếnHưng"))
    #expect(TextKey.folded("không đạt") == "khong dat")
    #expect(TextKey.folded("not-met") == "not-met")
    #expect(TextKey.folded("tỷ") != TextKey.folded("tỉ"))
  }

  @Test(
    "Texts without a letter have the empty key", arguments: ["", " ", "\u{A0}\t\n", "“”", "\""])
  func empty(text: String) {
    #expect(TextKey.folded(text) == "")
  }

  @Test("A key is its own key", arguments: ["Xã Thuỵ Hoà", "Đ–ð  x", "“a” b", "İstanbul", "ﬁ ½ ²"])
  func idempotent(text: String) {
    let key = TextKey.folded(text)
    #expect(TextKey.folded(key) == key)
  }

  @Test("The printed form is composed, scalar by scalar, and keeps blanks and case")
  func composed() {
    let decomposed = "Kie\u{302}\u{301}n\u{A0}Hu\u{31B}ng"
    #expect(
      TextKey.composed(decomposed).unicodeScalars.elementsEqual("Kiến\u{A0}Hưng".unicodeScalars))
    #expect(TextKey.composed("plain ASCII ") == "plain ASCII ")
    #expect(TextKey.composed("hoà") != TextKey.composed("hòa"))
    #expect(TextKey.composed("") == "")
  }

  @Test(
    "A name becomes part of a file name without diacritics, blanks and signs",
    arguments: zip(
      ["Kiến Hưng", "TP. Hồ Chí Minh", "Thôn 3", "../Đoàn/Xá", "…", ""],
      ["kien-hung", "tp-ho-chi-minh", "thon-3", "doan-xa", "x", "x"]))
  func fileName(name: String, expected: String) {
    #expect(TextKey.fileName(name) == expected)
  }

  @Test("Control characters become blanks and marks that turn the writing vanish")
  func printable() {
    #expect(TextKey.printable("a\u{1B}[2Jb\nc") == "a [2Jb c")
    #expect(TextKey.printable("a\u{202E}b\u{2066}c") == "abc")
    #expect(TextKey.printable("Kiến Hưng") == "Kiến Hưng")
  }

  @Test(
    "A proper name is one however its tone marks, case and blanks are typed",
    arguments: [
      ["Hòa Bình", "Hoà Bình", "HÒA  BÌNH", "hoa\u{300} bi\u{300}nh", "Hòa\u{A0}Bình"],
      ["Thuỵ", "Thụy", "THỤY", "Thu\u{1EF5}", "Thuy\u{323}"],
      ["Kiến Hưng", "Kie\u{302}\u{301}n Hu\u{31B}ng", " kiến\thưng "],
      ["Thôn 3–4", "thôn 3-4", "Thôn 3—4"], ["M’Nông", "M'Nông", "M‘nông"], ["Xa A", "xa  a"],
    ])
  func oneSpelling(names: [String]) {
    #expect(Set(names.map { TextKey.spelling($0) }).count == 1, "\(names)")
  }

  @Test("Names that differ in a letter, a tone or a blank are different")
  func differentSpellings() {
    for (first, second) in [
      ("Hòa", "Hoa"), ("Hòa", "Hóa"), ("Đông", "Dong"), ("Đông", "Đồng"), ("Tân", "Tan"),
      ("Thôn 1", "Thôn 11"), ("Kiến Hưng", "KiếnHưng"), ("Thu", "Thư"),
    ] {
      #expect(TextKey.spelling(first) != TextKey.spelling(second), "\(first) \(second)")
    }
    #expect(TextKey.spelling("") == "" && TextKey.spelling(" \u{A0}") == "")
  }
}
