import Foundation
import Reporting
import Testing
import Wording

@Suite("Table of results")
struct ReportTableTests {
  private func table(
    _ columns: [ReportTable.Column], _ rows: [[ReportTable.Cell]]
  ) -> ReportTable {
    ReportTable(columns: columns, rows: rows)
  }

  /// A table of one text column and one row.
  private func one(_ text: String) -> ReportTable {
    table([.init(Phrase("T"))], [[.name(text)]])
  }

  private func csvField(_ text: String, _ language: Language = .vi) -> String {
    String(one(text).csv(in: language).dropFirst().dropFirst("T\r\n".count).dropLast())
  }

  private static let numbers: [ReportTable.Cell] = [
    .whole(21_503), .decimal(37.25, decimals: 1), .signed(-0.347), .percent(53.6995),
    .probability(0.123_45, cap: .shortSeries), .year(2026), .empty,
  ]
  private static let missing: [ReportTable.Cell] = [
    .whole(nil), .decimal(nil), .signed(nil), .percent(nil), .probability(nil),
    .year(nil), .name(nil),
  ]
  private static let columns = (0..<7).map { ReportTable.Column(Phrase("c\($0)"), .trailing) }

  // MARK: Text

  @Test("Columns stand under each other, texts to the left, numbers to the right")
  func alignment() {
    let text = table(
      [.init(Phrase("Chỉ tiêu")), .init(Phrase("Số"), .trailing), .init(Phrase("Ghi chú"))],
      [
        [.name("Đại học trở lên"), .whole(12), .name("x")],
        [.name("Thôn"), .whole(1234), .empty],
      ]
    ).text(in: .vi)
    #expect(
      text == """
        Chỉ tiêu            Số  Ghi chú
        ───────────────────────────────
        Đại học trở lên     12  x
        Thôn             1.234

        """)
  }

  @Test("Letters with their marks apart take the place of one")
  func decomposedLetters() {
    let word = "Phường Kiến Hưng – Đường sắt"
    let apart = word.decomposedStringWithCanonicalMapping
    #expect(apart.unicodeScalars.count > word.unicodeScalars.count)
    let columns = [ReportTable.Column(Phrase("Nơi")), .init(Phrase("n"), .trailing)]
    let texts = [word, apart].map { name in
      table(columns, [[.name(name), .whole(1)], [.name("ngắn"), .whole(2)]]).text(in: .vi)
    }
    #expect(texts[0] == texts[1])
    let widths = texts[1].split(separator: "\n").map { DisplayWidth.of(String($0)) }
    #expect(Set(widths).count == 1)
  }

  @Test("Long texts are broken within their column, the others stay beside the first line")
  func wrapping() {
    let text = table(
      [.init(Phrase("T"), widest: 11), .init(Phrase("n"), .trailing)],
      [[.name("Trung tâm học tập cộng đồng"), .whole(3)], [.name("ngắn"), .whole(14)]]
    ).text(in: .vi)
    #expect(
      text == """
        T           n
        ─────────────
        Trung tâm   3
        học tập
        cộng đồng
        ngắn       14

        """)
  }

  @Test("No line ends in blanks, a table without rows is its head")
  func trailingBlanks() {
    let text = table(
      [.init(Phrase("Một")), .init(Phrase("Hai"))], [[.name("a"), .empty], [.empty, .empty]]
    ).text(in: .vi)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy {
        !$0.hasSuffix(" ")
      })
    #expect(table([.init(Phrase("Một"))], []).text(in: .vi) == "Một\n───\n")
  }

  @Test("Numbers are written as the language does")
  func numbers() {
    let table = table(Self.columns, [Self.numbers, Self.missing])
    let vi = table.text(in: .vi)
    for word in ["21.503", "37,2", "−0,3", "53,7%", "12%", "2026", "–"] {
      #expect(vi.contains(word), "\(word)")
    }
    let en = table.text(in: .en)
    for word in ["21,503", "37.2", "−0.3", "53.7%", "2026"] { #expect(en.contains(word)) }
    #expect(!en.contains("2,026") && !vi.contains("2.026"))
  }

  @Test("Headings and texts follow the language")
  func languages() {
    let table = table(
      [.init(Phrase(vi: "Mức", en: "Level"))], [[.text(Phrase(vi: "đạt", en: "met"))]])
    #expect(table.text(in: .vi).contains("Mức") && table.text(in: .vi).contains("đạt"))
    #expect(table.text(in: .en).contains("Level") && table.text(in: .en).contains("met"))
  }

  // MARK: Markdown

  @Test("Markdown marks alignment and escapes bars")
  func markdown() {
    let markdown = table(
      [.init(Phrase("Tên | mã")), .init(Phrase("Số"), .trailing)],
      [[.name("a|b|c"), .whole(1000)], [.empty, .whole(nil)]]
    ).markdown(in: .vi)
    #expect(
      markdown == #"""
        | Tên \| mã | Số |
        | --- | ---: |
        | a\|b\|c | 1.000 |
        |  | – |

        """#)
  }

  // MARK: CSV

  @Test("A Vietnamese sheet has semicolons and decimal commas")
  func vietnameseCSV() {
    let csv = table(Self.columns, [Self.numbers, Self.missing]).csv(in: .vi)
    #expect(
      csv == "\u{FEFF}c0;c1;c2;c3;c4;c5;c6\r\n21503;37,2;-0,35;53,70;0,1234;2026;\r\n;;;;;;\r\n")
    #expect(Array(csv.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
  }

  @Test("An English sheet has commas and points")
  func englishCSV() {
    let csv = table(Self.columns, [Self.numbers, Self.missing]).csv(in: .en)
    #expect(
      csv == "\u{FEFF}c0,c1,c2,c3,c4,c5,c6\r\n21503,37.2,-0.35,53.70,0.1234,2026,\r\n,,,,,,\r\n")
  }

  @Test("Numbers are never quoted, not even negative ones or those with a decimal comma")
  func numbersAreNumbers() {
    let cells: [ReportTable.Cell] = [
      .whole(-12), .decimal(-3.5, decimals: 2), .signed(-1.234), .signed(1.234), .percent(-0.001),
      .probability(1e-9, cap: .shortSeries), .year(2026),
    ]
    for language in Language.allCases {
      let csv = table(Self.columns, [cells]).csv(in: language)
      #expect(!csv.contains("'") && !csv.contains("\"") && !csv.contains("+"))
      #expect(!csv.contains("%") && !csv.contains("<"))
    }
    #expect(
      table(Self.columns, [cells]).csv(in: .vi)
        .contains("\r\n-12;-3,50;-1,23;1,23;0,00;0,0000;2026\r\n"))
  }

  @Test("Texts that hold separators, quotes or line ends are quoted")
  func quotes() {
    #expect(csvField("a;b") == "\"a;b\"")
    #expect(csvField("a,b", .en) == "\"a,b\"")
    #expect(csvField("nói \"được\"") == "\"nói \"\"được\"\"\"")
    #expect(csvField("dòng 1\ndòng 2") == "\"dòng 1\ndòng 2\"")
    #expect(csvField("dòng 1\r\ndòng 2") == "\"dòng 1\r\ndòng 2\"")
    #expect(csvField("dòng 1\rdòng 2") == "\"dòng 1\rdòng 2\"")
    #expect(csvField("a\"\u{301};b") == "\"a\"\"\u{301};b\"")
    #expect(csvField("bình thường") == "bình thường")
    #expect(csvField("") == "")
  }

  @Test(
    "Texts that a spreadsheet would take for a formula begin with an apostrophe",
    arguments: ["=1+2", "+84 24", "-- 5", "@SUM", "\tx", "=\u{338}1"])
  func formulas(text: String) {
    let field = csvField(text)
    #expect(Array(field.unicodeScalars) == Array(("'" + text).unicodeScalars))
    #expect(csvField("\r\n=1+2") == "\"'\r\n=1+2\"")
    #expect(csvField("=\"a\"") == "\"'=\"\"a\"\"\"")
    #expect(csvField("a=b") == "a=b")
    #expect(csvField("−5") == "−5")
  }

  @Test("Headings are safe, too")
  func headings() {
    let csv = table([.init(Phrase("=A;B"))], []).csv(in: .vi)
    #expect(csv == "\u{FEFF}\"'=A;B\"\r\n")
  }

  @Test("A row that has not a cell a column traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = ReportTable(columns: [.init(Phrase("a"))], rows: [[.empty, .empty]])
    }
  }
}
