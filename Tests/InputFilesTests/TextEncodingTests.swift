import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("TextEncoding")
struct TextEncodingTests {
  private func decoded(_ bytes: [UInt8]) throws -> DecodedText {
    try TextEncoding.decoded(SourceFile(path: "xa.csv", bytes: bytes))
  }

  private func text(_ bytes: [UInt8]) throws -> String {
    String(decoding: try decoded(bytes).bytes, as: UTF8.self)
  }

  private func faults(_ bytes: [UInt8]) throws -> [Diagnostic] {
    try #require(throws: Faults.self) { try decoded(bytes) }.diagnostics
  }

  private func fault(_ bytes: [UInt8]) throws -> Diagnostic {
    let faults = try faults(bytes)
    #expect(faults.count == 1)
    return try #require(faults.first)
  }

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return littleEndian ? bytes : bytes.reversed()
    }
  }

  @Test(
    "UTF-8 is handed on as it is, without its mark",
    arguments: [
      "", "plain", "Kiến Hưng", "Kie\u{302}\u{301}n", "学", "🙂", "\u{10FFFF}",
      "\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}", "\u{D7FF}\u{E000}", "a\u{FEFF}b", "\t\n\r\u{C}",
    ])
  func utf8(text: String) throws {
    let bytes = Array(text.utf8)
    let expected = DecodedText(bytes: bytes, encoding: .utf8)
    #expect(try decoded(bytes) == expected)
    #expect(try decoded([0xEF, 0xBB, 0xBF] + bytes) == expected)
  }

  @Test("UTF-16 of either order is read, with and without mark", arguments: [true, false])
  func utf16(littleEndian: Bool) throws {
    let expected: TextEncoding.Name = littleEndian ? .utf16LittleEndian : .utf16BigEndian
    let text = "place;year\r\nXã Kiến Hưng;2025\r\n🙂;\u{10FFFF}\n"
    for mark in ["", "\u{FEFF}"] {
      let result = try decoded(utf16(mark + text, littleEndian: littleEndian))
      #expect(result.encoding == expected)
      #expect(result.bytes == Array(text.utf8))
    }
    // A letter whose low byte is 0.
    let rare = "\u{FEFF}a\u{E000}\u{D7FF}\u{4E00}"
    #expect(try self.text(utf16(rare, littleEndian: littleEndian)) == String(rare.dropFirst()))
    #expect(try decoded(utf16("\u{FEFF}", littleEndian: littleEndian)).bytes.isEmpty)
  }

  @Test("Every surrogate that stands alone is told by its line, and a byte left over")
  func brokenUTF16() throws {
    for littleEndian in [true, false] {
      func half(_ unit: UInt16) -> [UInt8] {
        let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return littleEndian ? bytes : bytes.reversed()
      }
      let start = utf16("\u{FEFF}a,b\r\nc,", littleEndian: littleEndian)
      let middle = utf16("\rd\n", littleEndian: littleEndian)
      let found = try faults(start + half(0xD83D) + middle + half(0xDC00) + half(0xD800) + [0x61])
      #expect(found.allSatisfy { $0.code == .utf16Broken })
      #expect(found.map { $0.position?.line } == [2, 4, 4, 4])
      #expect(found.map(\.value) == ["0xD83D", "0xDC00", "0xD800", nil])
      try #require(found.count == 4)
      #expect(found[0].message(in: .vi) == "tệp UTF-16 bị hỏng (một nửa ký tự đứng lẻ)")
      #expect(
        found[3].message(in: .en)
          == "the UTF-16 file is damaged (an odd byte is left, the file may be cut)")
    }
  }

  /// Python's codec and unicodedata, see Reference/code_pages.py.
  @Test("Every Vietnamese letter of Windows-1258 is read and composed")
  func windows1258Letters() throws {
    let rows = try ReferenceFile.rows("code_pages.csv").filter { $0[0] == "letter1258" }
    #expect(rows.count == 134)
    let start: [UInt8] = Array("Ki".utf8) + [0xEA, 0xEC] + Array("n Hu".utf8)
    // Five words around the letter make the file Vietnamese whatever the letter is.
    let end: [UInt8] =
      Array(",H".utf8) + [0xFD] + Array("ng,d".utf8) + [0xE2] + Array("n,b".utf8) + [0xFD]
      + Array("ng,t".utf8) + [0xE2] + Array("n\n".utf8)
    for row in rows {
      let result = try decoded(start + Array(",".utf8) + ReferenceFile.bytes(row[1]) + end)
      #expect(result.encoding == .windows1258)
      let expected = "Kiến Hu," + String(String.UnicodeScalarView(ReferenceFile.scalars(row[2])))
      #expect(result.bytes == Array((expected + ",Hưng,dân,bưng,tân\n").utf8), "\(row)")
    }
  }

  @Test("A table in Windows-1258 is read")
  func windows1258() throws {
    // Tỷ lệ; Xã Hòa Bình
    let bytes: [UInt8] =
      Array("Ty".utf8) + [0xD2] + Array(" l".utf8) + [0xEA, 0xF2] + Array("\r\nXa".utf8) + [0xDE]
      + Array(" Ho".utf8) + [0xCC] + Array("a Bi".utf8) + [0xCC] + Array("nh ".utf8) + [0x96]
      + Array(" 1\r\n".utf8)
    #expect(try text(bytes) == "Tỷ lệ\r\nXã Hòa Bình – 1\r\n")
    #expect(TextEncoding.Name.windows1258.title(.vi) == "Windows-1258 (tiếng Việt)")
  }

  @Test(
    "Western text in one byte a letter is refused and not turned into nonsense",
    arguments: [
      "L’activité était élevée à l’été", "né à la forêt, thé", "Für die Übung in Köln", "Xã A",
      "São Paulo não é", "Xã Hòa Bình là xã", "El niño comió piña", "ÿ", "é", "Österbro",
    ])
  func western(text: String) throws {
    let bytes = try text.unicodeScalars.map { try #require(CodePage.windows1252.byte(of: $0)) }
    let diagnostic = try fault(Array("a,b\n\n".utf8) + bytes)
    #expect(diagnostic.code == .textEncoding, "\(text)")
    #expect(diagnostic.position?.label == "xa.csv:3")
    #expect(diagnostic.value?.hasPrefix("0x") == true)
    #expect(
      diagnostic.message(in: .vi)
        == "tệp không phải UTF-8 mà là bảng mã không nhận ra được (có thể là Windows-1252)")
    #expect(
      diagnostic.message(in: .en)
        == "the file is not UTF-8 but an encoding that is not recognised (perhaps Windows-1252)")
    #expect(
      diagnostic.remedy(in: .vi)
        == "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx hoặc “CSV UTF-8”.")
  }

  @Test("Vietnamese in Windows-1258 with a byte that has no meaning is refused at that line")
  func undefinedByte() throws {
    let good: [UInt8] = [0x4B, 0x69, 0xEA, 0xEC, 0x6E, 0x20, 0x48, 0xFD, 0x6E, 0x67, 0x0A]
    #expect(try text(good) == "Kiến Hưng\n")
    let diagnostic = try fault(good + [0x61, 0x0A, 0x9E])
    #expect(diagnostic.code == .textEncoding)
    #expect(diagnostic.position?.line == 3)
    #expect(diagnostic.value == "0x9E")
  }

  /// Every sentence as bytes of Windows-1252, as UTF-8 and as UTF-16.
  @Test("An old encoding is named at the first line that shows it, whatever carries it")
  func oldEncodings() throws {
    for row in try ReferenceFile.rows("legacy_sentences.csv", separator: "|") {
      let text = "place,year\n\"x\ny\",2025\n" + row[1].replacing(",", with: "") + ",2025\n"
      var carriers = [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
        utf16("\u{FEFF}" + text, littleEndian: true),
      ]
      if row[0] != "misreadUTF8" {
        carriers.append(
          try text.unicodeScalars.map { try #require(CodePage.windows1252.byte(of: $0)) })
      }
      for carrier in carriers {
        let diagnostic = try fault(carrier)
        let expected: DiagnosticCode = row[0] == "misreadUTF8" ? .textMisread : .textLegacyFont
        #expect(diagnostic.code == expected, "\(row)")
        #expect(diagnostic.position?.label == "xa.csv:4")
        #expect(diagnostic.message(in: .vi).contains(row[0] == "vni" ? "VNI" : ""), "\(row)")
      }
    }
  }

  @Test(
    "What is no text is told, with the kind where it is known",
    arguments: [
      ([0x50, 0x4B, 3, 4, 9], nil, "xlsx"), ([0xD0, 0xCF, 0x11, 0xE0], nil, "xls"),
      (Array("%PDF-1.7".utf8), nil, "PDF"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], nil, "UTF-32"),
      ([0, 0, 0xFE, 0xFF], nil, "UTF-32"), (Array("a,b\nc\u{0}d\n".utf8), 2, "nhị phân"),
      ([0], 1, "nhị phân"), (Array("\u{0}\n\r".utf8), 1, "nhị phân"),
      (Array("é\n\u{0}".utf8), 2, "nhị phân"), ([0x61, 0x0A, 1, 2, 3], 2, "nhị phân"),
      ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0, 0], 2, "nhị phân"), ([0x61, 0, 0, 0], 1, "nhị phân"),
    ] as [([UInt8], Int?, String)])
  func binary(bytes: [UInt8], line: Int?, kind: String) throws {
    let diagnostic = try fault(bytes)
    #expect(diagnostic.code == .textBinary)
    #expect(diagnostic.position?.line == line)
    #expect(diagnostic.message(in: .vi).contains(kind), "\(diagnostic.message(in: .vi))")
    #expect(diagnostic.remedy(in: .vi).contains("CSV UTF-8"))
  }

  @Test("A control character in a hundred is let through, NUL in a large file is not")
  func controls() throws {
    let text = String(repeating: "a", count: 150)
    #expect(try decoded(Array((text + "\u{1A}").utf8)).encoding == .utf8)
    let large = [UInt8](repeating: 0x61, count: 200_000)
    #expect(try fault(large + [0x0A, 0]).position?.line == 2)
  }

  @Test("Lines are counted whatever ends them", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let bytes = Array("a\(end)b\(end)\(end)c".utf8) + [0xE9]
    #expect(try fault(bytes).position?.line == 4)
  }

  @Test("Random bytes never crash, and what comes out is UTF-8", arguments: 0..<8)
  func randomBytes(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for round in 0..<500 {
      let least: UInt8 = round % 2 == 0 ? 0 : 0x20
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: least...255, using: &generator)
      }
      guard let text = try? decoded(bytes) else { continue }
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    }
  }

  @Test("A table in UTF-16 or Windows-1258 keeps its cells and lines")
  func tables() throws {
    let text = "place\tyear\r\n\r\n\"Xã\nHòa Bình\"\t2025\r\nB\t2026\r\n"
    let table = try DelimitedText.read(
      SourceFile(path: "a.txt", bytes: utf16("\u{FEFF}" + text, littleEndian: true)))
    #expect(table.header == ["place", "year"])
    #expect(table.text(row: 0, column: 0) == "Xã\nHòa Bình")
    #expect(table.position(row: 1, column: 0).label == "a.txt:5:1")
  }
}
