import Testing
import Wording

@testable import InputFiles

@Suite("CodePage")
struct CodePageTests {
  /// Python's codecs, see Reference/code_pages.py.
  @Test("Each byte means what Python's codecs say")
  func pages() throws {
    let rows = try ReferenceFile.rows("code_pages.csv").filter { $0[0].hasPrefix("cp") }
    #expect(rows.count == 256)
    for row in rows {
      let byte = try #require(UInt8(row[1], radix: 16))
      let expected = ReferenceFile.scalars(row[2]).first
      if row[0] == "cp1258" {
        #expect(CodePage.windows1258.scalar(of: byte) == expected, "\(row)")
      } else {
        // Python leaves five bytes without a meaning; they are the controls of Latin-1 here.
        #expect(
          CodePage.windows1252.scalar(of: byte) == expected ?? Unicode.Scalar(byte), "\(row)")
      }
    }
  }

  @Test("A character leads back to its byte")
  func bytes() {
    for byte in UInt8.min...UInt8.max {
      for page in [CodePage.windows1252, .windows1258] {
        if let scalar = page.scalar(of: byte) { #expect(page.byte(of: scalar) == byte) }
      }
    }
    #expect(CodePage.windows1252.byte(of: "ế") == nil)
    #expect(CodePage.windows1258.byte(of: "ã") == nil)
  }

  @Test("Each letter of TCVN3 means what iconv says")
  func tcvn3() throws {
    let rows = try ReferenceFile.rows("code_pages.csv").filter { $0[0] == "tcvn3" }
    #expect(rows.count > 70)
    var known: Set<Unicode.Scalar> = []
    for row in rows {
      let byte = try #require(UInt8(row[1], radix: 16))
      let scalar = try #require(CodePage.windows1252.scalar(of: byte))
      let letter = try #require(ReferenceFile.scalars(row[2]).first)
      // VN1 and VN2 use bytes that VN3 leaves free for capitals with a tone.
      if let own = LegacyLetters.tcvn3[scalar] {
        #expect(own == letter, "\(row)")
        known.insert(scalar)
      }
    }
    #expect(known.count == LegacyLetters.tcvn3.count)
    #expect(LegacyLetters.tcvn3.count == 74)
  }
}
