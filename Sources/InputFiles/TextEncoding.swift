package import Diagnostics
import Wording

/// Recognition of how the bytes of a text file are encoded.
package enum TextEncoding {
  /// Checks that a text file is UTF-8.
  ///
  /// - Throws: `Faults` with `text.encoding`, which names the encoding found where it is known, and
  ///   the first line that is not UTF-8.
  package static func checkUTF8(_ source: SourceFile) throws(Faults) {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Faults(
        Diagnostic(
          .textEncoding, at: InputPosition(file: source.path, line: 1), ["found": "UTF-16"]))
    }
    guard let offset = firstInvalidOffset(in: bytes) else { return }
    let line = line(of: offset, in: bytes)
    throw Faults(
      Diagnostic(
        .textEncoding, at: InputPosition(file: source.path, line: line),
        value: "0x" + String(bytes[offset], radix: 16, uppercase: true),
        phrases: [
          "found": Phrase(
            vi: "bảng mã khác (TCVN3, VNI hoặc Windows-1258)",
            en: "another encoding (TCVN3, VNI or Windows-1258)")
        ]))
  }

  /// Returns the line of a byte, counted from 1; lines end with LF, CRLF or CR.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1
      + bytes[..<offset].indices.count { index in
        bytes[index] == UInt8(ascii: "\n")
          || bytes[index] == UInt8(ascii: "\r")
            && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      }
  }

  /// Returns the offset of the first byte that cannot stand where it stands in UTF-8.
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let isLead = (0xC2...0xF4).contains(byte)
      guard isLead, index + length <= bytes.count,
        bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }),
        String(validating: bytes[index..<(index + length)], as: UTF8.self) != nil
      else { return index }
      index += length
    }
    return nil
  }
}

extension DiagnosticCode {
  package static let textEncoding = DiagnosticCode(
    "text.encoding",
    message: Phrase(
      vi: "tệp không phải UTF-8 mà là {found}", en: "the file is not UTF-8 but {found}"),
    remedy: Phrase(
      vi: "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng “CSV UTF-8”.",
      en: "Open the file in Excel or LibreOffice and save it as “CSV UTF-8”."))
}
