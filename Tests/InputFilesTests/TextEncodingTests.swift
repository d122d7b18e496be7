import Diagnostics
import Testing
import Wording

@testable import InputFiles

@Suite("TextEncoding")
struct TextEncodingTests {
  private func fault(_ bytes: [UInt8]) throws -> Diagnostic {
    let faults = try #require(throws: Faults.self) {
      try TextEncoding.checkUTF8(SourceFile(path: "xa.csv", bytes: bytes))
    }
    #expect(faults.diagnostics.count == 1)
    return try #require(faults.diagnostics.first)
  }

  @Test(
    "UTF-8 of every length is accepted",
    arguments: [
      "", "plain", "Kiến Hưng", "Kie\u{302}\u{301}n", "\u{FEFF}a", "学", "🙂", "\u{10FFFF}",
      "\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}", "\u{D7FF}\u{E000}", "\u{0}\n\r",
    ])
  func valid(text: String) throws {
    try TextEncoding.checkUTF8(SourceFile(path: "a", bytes: Array(text.utf8)))
    #expect(TextEncoding.firstInvalidOffset(in: Array(text.utf8)) == nil)
  }

  @Test(
    "Bytes that are not UTF-8 are found where they stand",
    arguments: [
      ([0x61, 0x80], 1),  // continuation without a lead
      ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0x61, 0xC0, 0xAF], 1),  // overlong, two bytes
      ([0xE0, 0x80, 0xAF], 0), ([0xE0, 0x9F, 0xBF], 0),  // overlong, three bytes
      ([0xF0, 0x80, 0x80, 0xAF], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),  // overlong, four bytes
      ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0),  // surrogates
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xFE], 0),
      ([0x61, 0xC3], 1), ([0xE1, 0xBA], 0), ([0xF0, 0x9F, 0x99], 0),  // cut off
      ([0xC3, 0xC3, 0xA9], 0), ([0xE1, 0xBA, 0x61], 0), ([0xC3, 0xA9, 0xE9], 2),
    ])
  func invalid(bytes: [UInt8], offset: Int) {
    #expect(TextEncoding.firstInvalidOffset(in: bytes) == offset)
  }

  @Test(
    "UTF-16 of either order is named", arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]])
  func utf16(bytes: [UInt8]) throws {
    let diagnostic = try fault(bytes)
    #expect(diagnostic.code == .textEncoding)
    #expect(diagnostic.position?.label == "xa.csv:1")
    #expect(diagnostic.message(in: .vi) == "tệp không phải UTF-8 mà là UTF-16")
    #expect(diagnostic.message(in: .en) == "the file is not UTF-8 but UTF-16")
    #expect(
      diagnostic.remedy(in: .vi)
        == "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng “CSV UTF-8”.")
    #expect(
      diagnostic.remedy(in: .en)
        == "Open the file in Excel or LibreOffice and save it as “CSV UTF-8”.")
  }

  @Test("Windows-1258 is told with the line and byte of the first foreign letter")
  func windows1258() throws {
    // "Kiến" with ê = EA and a combining acute = EC.
    let bytes = Array("place,year\nA,2025\nKi".utf8) + [0xEA, 0xEC] + Array("n,2025\n".utf8)
    let diagnostic = try fault(bytes)
    #expect(diagnostic.position?.label == "xa.csv:3")
    #expect(diagnostic.value == "0xEA")
    #expect(
      diagnostic.message(in: .vi)
        == "tệp không phải UTF-8 mà là bảng mã khác (TCVN3, VNI hoặc Windows-1258)")
    #expect(
      diagnostic.message(in: .en)
        == "the file is not UTF-8 but another encoding (TCVN3, VNI or Windows-1258)")
  }

  @Test("Lines are counted whatever ends them", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let bytes = Array("a\(end)b\(end)\(end)c".utf8) + [0xE9]
    #expect(try fault(bytes).position?.line == 4)
  }
}
