import Testing

@testable import Wording

@Suite("Language and Phrase")
struct LanguageTests {
  @Test("Languages are named by their code")
  func codes() {
    #expect(Language.allCases.map(\.rawValue) == ["vi", "en"])
    #expect(Language(rawValue: "fr") == nil)
    #expect(Language(rawValue: "VI") == nil)
  }

  @Test("A phrase reads in the language asked for")
  func call() {
    let phrase = Phrase(vi: "năm", en: "year")
    #expect(phrase(.vi) == "năm")
    #expect(phrase(.en) == "year")
    #expect(Phrase("UNESCO")(.vi) == Phrase("UNESCO")(.en))
  }

  @Test(
    "Slots are filled once, and a slot without a value stays visible",
    arguments: [
      ("năm {year}", "năm 2026"), ("{year}{year}", "20262026"), ("{gone} {year}", "{gone} 2026"),
      ("{year", "{year"), ("year}", "year}"), ("{}", "{}"), ("", ""), ("{nested}", "{year}"),
      ("a {year} b {", "a 2026 b {"), ("{quote}", "“{quote}”"),
    ])
  func filled(text: String, expected: String) {
    let values = ["year": "2026", "nested": "{year}", "quote": "“{quote}”"]
    #expect(Phrase(text).filled(values, in: .vi) == expected)
    #expect(Phrase(vi: "", en: text).filled(values, in: .en) == expected)
  }
}
