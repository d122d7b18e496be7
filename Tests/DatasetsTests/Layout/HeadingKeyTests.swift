import Testing

@testable import Datasets

@Suite("HeadingKey")
struct HeadingKeyTests {
  @Test(
    "Case, diacritics, punctuation, and y or i make no difference",
    arguments: [
      (["Tỷ lệ", "tỉ lệ", "TY LE", " Ti  le. ", "Tỷ-lệ:"], "ti le"),
      (["Mỹ Đức", "Mĩ Đức", "my duc"], "mi duc"),
      (["Số đạt", "SO DAT", "(số đạt)", "“Số\nđạt”"], "so dat"),
      (["Tổng số (người)", "tổng số, người", "Tong so/nguoi"], "tong so nguoi"),
      (["Năm 2024", "năm\u{A0}2024", "NĂM  ２０２４"], "nam 2024"),
    ])
  func oneKey(spellings: [String], expected: String) {
    for spelling in spellings { #expect(HeadingKey(spelling).text == expected, "\(spelling)") }
  }

  @Test(
    "A percent sign is a word of its own, full-width or not",
    arguments: [
      ("Tỷ lệ (%)", ["ti", "le", "%"]), ("%", ["%"]), ("tỷ lệ%", ["ti", "le", "%"]),
      ("％ đạt", ["%", "dat"]), ("53%a", ["53", "%", "a"]),
    ])
  func percentSigns(text: String, words: [String]) {
    #expect(HeadingKey(text).words == words)
  }

  @Test(
    "Numbers of legal texts are taken out, dates and years stay",
    arguments: [
      ("theo Thông tư 25/2023/TT-BGDĐT", "theo thong tu"), ("Quyết định 387/QĐ-TTg", "quiet dinh"),
      ("(Nghị định số 20/2014/NĐ-CP)", "nghi dinh so"), ("31/12/2024", "31 12 2024"),
      ("2023/2024", "2023 2024"), ("xã/phường-thị trấn", "xa phuong thi tran"),
      ("2024-2025", "2024 2025"),
    ])
  func legalNumbers(text: String, expected: String) {
    #expect(HeadingKey(text).text == expected)
  }

  @Test(
    "A text without letters and digits has no words", arguments: ["", " \n", "…", "–", "“”", "()"])
  func empty(text: String) {
    #expect(HeadingKey(text).isEmpty)
    #expect(HeadingKey(text).text == "")
  }

  @Test("A phrase is found only as whole words that follow one another")
  func phrases() {
    let key = HeadingKey("số người đạt danh hiệu")
    #expect(key.range(of: ["nguoi", "dat"]) == 1..<3)
    #expect(key.range(of: ["so"]) == 0..<1)
    #expect(key.contains(["hieu"]))
    #expect(!key.contains(["so", "dat"]))
    #expect(!key.contains(["ngu"]))
    #expect(!key.contains([]))
    #expect(!key.contains(["so", "nguoi", "dat", "danh", "hieu", "x"]))
    #expect(!HeadingKey("").contains(["so"]))
  }

  @Test("Every occurrence of phrases is removed, also those that meet when others go")
  func removing() {
    #expect(HeadingKey("đạt số đạt người đạt").removing([["dat"]]).text == "so nguoi")
    #expect(HeadingKey("a b b c").removing([["b"], ["a", "c"]]).isEmpty)
    #expect(HeadingKey("a b").removing([["c"], []]).text == "a b")
    #expect(HeadingKey("").removing([["a"]]).isEmpty)
  }
}
