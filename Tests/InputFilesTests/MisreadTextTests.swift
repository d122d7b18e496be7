import Testing

@testable import InputFiles

@Suite("MisreadText")
struct MisreadTextTests {
  private func misread(_ text: String) -> MisreadText { MisreadText(Array(text.unicodeScalars)) }

  /// Python's codecs, see Reference/code_pages.py.
  @Test("Each Vietnamese letter is found in its misread form")
  func letters() throws {
    let rows = try ReferenceFile.rows("code_pages.csv").filter { $0[0] == "letter1252" }
    #expect(rows.count == 134)
    for row in rows {
      let text = MisreadText(ReferenceFile.scalars(row[2]))
      #expect(Array(text.reading.utf8) == ReferenceFile.bytes(row[1]), "\(row)")
      #expect(text.letterCount == 1)
      #expect(text.otherCount == 0)
    }
  }

  @Test(
    "Runs and other characters are counted apart",
    arguments: [
      ("", 0, 0), ("plain", 0, 0), ("été", 0, 2), ("Tá»· lá»‡", 2, 0), ("Ã", 0, 1), ("Tỷ lệ", 0, 2),
      ("â€œHÃ²aâ€\u{9D}", 3, 0), ("Ã©tÃ© ü", 2, 1), ("á»", 0, 2), ("Â©", 0, 2),
    ])
  func counts(text: String, letters: Int, others: Int) {
    #expect(misread(text).letterCount == letters)
    #expect(misread(text).otherCount == others)
  }
}
