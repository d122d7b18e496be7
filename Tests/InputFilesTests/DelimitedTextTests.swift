import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("DelimitedText")
struct DelimitedTextTests {
  private func read(_ text: String) throws -> Table {
    try DelimitedText.read(SourceFile(path: "a.csv", bytes: Array(text.utf8)))
  }

  private func rows(_ text: String) throws -> [[String]] {
    let table = try read(text)
    return (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
  }

  private func faults(_ text: String) throws -> [Diagnostic] {
    try #require(throws: Faults.self) { try read(text) }.diagnostics
  }

  @Test(
    "The cases of RFC 4180 are read",
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["zzz", "yyy", "xxx"]]),
      (
        "a,b,c\r\n\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
        [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]
      ),
      ("a,b,c\r\n\"aaa\",\"b\r\nbb\",\"ccc\"\r\n", [["aaa", "b\r\nbb", "ccc"]]),
      ("a,b,c\r\n\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      ("a,b\n\"x,y\",\"\"", [["x,y", ""]]),
      ("a,b\n\"\"\"\",\"\"\"x\"\"\"\n", [["\"", "\"x\""]]),
      ("a,b\n5\" pipe,x\n", [["5\" pipe", "x"]]),
    ])
  func rfc4180(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test("LF, CRLF and CR end lines alike, with or without BOM", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    for mark in ["", "\u{FEFF}"] {
      let table = try read(
        mark + ["place,year", "Kiến Hưng,2024", "", "B,2025"].joined(separator: end))
      #expect(table.header == ["place", "year"])
      #expect(table.rowCount == 2)
      #expect(table.text(row: 0, column: 0) == "Kiến Hưng")
      #expect(table.text(row: 1, column: 1) == "2025")
      #expect(table.position(row: 1, column: 1).label == "a.csv:4:2")
    }
  }

  @Test(
    "The delimiter is the one that stands most often in the header",
    arguments: [
      ("a;b;c\n1,5;2;3", [["1,5", "2", "3"]]), ("a\tb\n1,5\t2;3", [["1,5", "2;3"]]),
      ("a,b;c,d\n1,2;3,4", [["1", "2;3", "4"]]), ("\"a,b,c\";d\n1;2", [["1", "2"]]),
      ("a,b;c\n1,2;3", [["1", "2;3"]]), ("\n\n\na;b\n1;2", [["1", "2"]]),
      ("\"a\nb,,,\";c\n1;2", [["1", "2"]]),
    ])
  func delimiters(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(
    "A table of one column is one column, whatever its cells hold",
    arguments: [
      ("place\nA\nB\n", ["A", "B"]), ("place\n\nA\n\n\n", ["A"]),
      ("note\nx; y; z\nv\n", ["x; y; z", "v"]),
    ])
  func oneColumn(text: String, expected: [String]) throws {
    #expect(try rows(text) == expected.map { [$0] })
  }

  @Test("A trailing empty field is kept, also at the end of a file without newline")
  func trailingField() throws {
    for text in ["a,b\n1,", "a,b\n1,\n", "a,b\n1,\r\n", "a,b\n1,\"\"", "a;b\n1;", "a\tb\n1\t"] {
      #expect(try rows(text) == [["1", ""]], "\(text.debugDescription)")
    }
    #expect(try rows("a,b,c\n1,2,3\n,,x") == [["1", "2", "3"], ["", "", "x"]])
    #expect(try read("a,b,\n1,2,").header == ["a", "b", ""])
    #expect(try read("a,b,").header == ["a", "b", ""])
  }

  @Test("Lines without any text are passed over and still counted")
  func blankLines() throws {
    let table = try read("\n\na,b\n\n1,2\n,\n,,,,\n\r\n3,4\n\n")
    #expect(table.header == ["a", "b"])
    #expect(table.headerPosition(column: 1).label == "a.csv:3:2")
    #expect(table.rowCount == 2)
    #expect(table.position(row: 0).line == 5)
    #expect(table.position(row: 1).line == 9)
  }

  @Test("Lines inside quotes are counted", arguments: ["\n", "\r\n", "\r"])
  func quotedLines(end: String) throws {
    let table = try read("a,b\(end)\"x\(end)\(end)y\",1\(end)z,2\(end)")
    #expect(table.position(row: 0).line == 2)
    #expect(table.position(row: 1).line == 5)
    #expect(table.text(row: 0, column: 0) == "x\(end)\(end)y")
  }

  @Test("A header alone is a table without rows", arguments: ["a,b", "a,b\n", "a,b\r\n\r\n"])
  func headerOnly(text: String) throws {
    let table = try read(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 0)
  }

  @Test(
    "A file without any text says so",
    arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n", ",,\n"])
  func empty(text: String) throws {
    let faults = try faults(text)
    #expect(faults.map(\.code) == [.tableEmpty])
    #expect(faults.first?.position?.label == "a.csv")
    #expect(faults.first?.message(in: .vi) == "tệp không có dòng nào")
    #expect(faults.first?.message(in: .en) == "the file has no line")
    #expect(
      faults.first?.remedy(in: .vi)
        == "Dùng tệp .xlsx hoặc .csv có số liệu; cách đơn giản nhất: dòng tiêu đề “place,indicator,year,count,base” rồi mỗi số liệu một dòng."
    )
  }

  @Test("Every row with too few or too many fields is reported at its line")
  func fieldCount() throws {
    let faults = try faults("a,b\n1,2\n1\n1,2,3\n\n1,2\n1,2,\n")
    #expect(faults.allSatisfy { $0.code == .rowFieldCount })
    try #require(faults.map { $0.position?.line } == [3, 4, 7])
    #expect(faults[1].message(in: .vi) == "dòng có 3 ô, tiêu đề có 2 ô")
    #expect(faults[1].message(in: .en) == "the row has 3 fields, the header has 2")
    #expect(
      faults[0].remedy(in: .vi)
        == "Thêm hoặc bớt ô cho đủ 2; đặt trong ngoặc kép ô nào có chứa dấu phân cách.")
    #expect(
      faults[0].remedy(in: .en)
        == "Give the row 2 fields; put quotes around a field that holds the delimiter.")
  }

  @Test("A quote that is never closed is reported once, at the line that opened it")
  func unclosedQuote() throws {
    for text in [
      "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n", "a,b,c\r1,2,3\r4,5,\"6", "a,b\n\n\"", "\n\n\"a,b",
    ] {
      let faults = try faults(text)
      #expect(faults.map(\.code) == [.quoteUnclosed], "\(text.debugDescription)")
      #expect(faults.first?.position?.label == "a.csv:3")
    }
    let fault = try #require(try faults("\"").first)
    #expect(fault.message(in: .vi) == "dấu ngoặc kép mở ở dòng này không được đóng")
    #expect(fault.message(in: .en) == "the quote opened on this line is never closed")
    #expect(fault.remedy(in: .vi) == "Thêm dấu ngoặc kép đóng ô.")
  }

  @Test("Text after a closing quote is reported with every other fault of the file")
  func strayQuote() throws {
    let faults = try faults("a,b\n\"x\"y,1\n\"p\" ,2\n3\n\"ok\",4\n")
    try #require(faults.map(\.code) == [.quoteStray, .quoteStray, .rowFieldCount])
    #expect(faults.map { $0.position?.line } == [2, 3, 4])
    #expect(faults[0].message(in: .vi) == "có chữ đứng sau dấu ngoặc kép đóng ô")
    #expect(faults[0].message(in: .en) == "there is text after the closing quote")
  }

  @Test("A quote in a header does not hide the rows below it")
  func faultyHeader() throws {
    #expect(try faults("\"a\"x,b\n1,2\n3,4\n").map(\.code) == [.quoteStray])
  }

  @Test("Random bytes never crash the reader", arguments: 0..<8)
  func randomBytes(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let alphabet: [UInt8] = Array(",;\t\"\n\r ab1\u{FEFF}ế".utf8) + [0x80, 0xC3, 0xFF, 0]
    for _ in 0..<400 {
      let isText = Bool.random(using: &generator)
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        isText
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
          : UInt8.random(in: 0...255, using: &generator)
      }
      guard let table = try? DelimitedText.read(SourceFile(path: "r", bytes: bytes)) else {
        continue
      }
      for row in 0..<table.rowCount {
        for column in table.header.indices {
          _ = table.text(row: row, column: column)
          #expect((table.position(row: row, column: column).line ?? 0) > 0)
        }
      }
    }
  }

  @Test("What is written with quotes is read back", arguments: 0..<4)
  func roundTrip(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let pieces = ["a", "\"", ",", ";", "\n", "\r\n", "ế", "\"\"", "1,5"]
    for _ in 0..<100 {
      let width = Int.random(in: 1...4, using: &generator)
      let delimiter = [",", ";", "\t"].randomElement(using: &generator) ?? ","
      let expected = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<width).map { _ in
          "<"
            + (0..<Int.random(in: 0...4, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined() + ">"
        }
      }
      let header = (0..<width).map { "h\($0)" }
      let text = ([header] + expected).map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter)
      }
      #expect(try rows(text.joined(separator: "\n")) == expected)
    }
  }

  @Test("A sheet keeps every row as it is, however many fields it has")
  func sheets() throws {
    let source = SourceFile(path: "a.csv", bytes: Array("a;b\n\n1\n\"x\"y;2\n3;4;5\n".utf8))
    let (sheet, faults) = try DelimitedText.readSheet(source)
    #expect((0..<sheet.rowCount).map { sheet.width(of: $0) } == [2, 1, 3])
    #expect((0..<sheet.rowCount).map { sheet.rowNumber($0) } == [1, 3, 5])
    #expect(faults.map(\.code.id) == ["quote.stray"])
    #expect(faults.first?.position?.line == 4)
    #expect(!sheet.isSpreadsheet)
  }

  @Test("A title of one cell above the table does not decide on the delimiter")
  func titleLine() throws {
    let source = SourceFile(path: "a.csv", bytes: Array("Biểu 3\n\na;b;c,d\n1;2;3\n".utf8))
    let sheet = try DelimitedText.readSheet(source).sheet
    #expect((0..<sheet.rowCount).map { sheet.width(of: $0) } == [1, 3, 3])
  }

  @Test(
    "A line “sep=” states the delimiter",
    arguments: [
      ("sep=;\na\n", ";", 6), ("sep=,\r\na\n", ",", 7), ("\"sep=|\"\na\n", "|", 8),
      ("sep=\t\na\n", "\t", 6),
    ])
  func statedDelimiter(text: String, sign: String, length: Int) {
    let stated = DelimitedText.statedDelimiter(in: Array(text.utf8))
    #expect(stated?.delimiter == sign.utf8.first)
    #expect(stated?.length == length)
  }

  @Test(
    "Other first lines state none",
    arguments: ["", "sep=", "sep=;", "sep=;;\n", "a;b\n", "Sep=;\n"])
  func noStatedDelimiter(text: String) {
    #expect(DelimitedText.statedDelimiter(in: Array(text.utf8)) == nil)
  }
}

/// A small seeded generator (SplitMix64; Steele, Lea and Flood 2014), the same on every machine.
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
