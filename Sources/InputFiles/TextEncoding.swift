package import Diagnostics
package import Wording

/// The text of a file as UTF-8, and what it was before.
package struct DecodedText: Sendable, Equatable {
  /// Valid UTF-8 without byte order mark; a line of the file is a line here.
  package let bytes: [UInt8]
  /// The encoding of the file.
  package let encoding: TextEncoding.Name
}

/// Recognition of how the bytes of a text file are encoded.
///
/// Taken in this order: a known kind of file that is no text, UTF-16 by its mark or by its zero bytes,
/// UTF-8 when every byte fits, else Windows-1258 when the words say so. Windows-1258 is believed when 8
/// in 10 different words with letters beyond ASCII, two at least, are Vietnamese syllables in it, and
/// more than in TCVN3 or VNI; so Western text in Windows-1252 is refused and never turned into nonsense.
/// TCVN3, VNI and misread UTF-8 are named and not converted: see `LegacyVietnamese`.
package enum TextEncoding {
  /// An encoding that is read.
  package enum Name: String, Sendable, CaseIterable {
    /// UTF-8, with or without byte order mark.
    case utf8
    /// UTF-16, low byte first.
    case utf16LittleEndian
    /// UTF-16, high byte first.
    case utf16BigEndian
    /// Windows-1258, Vietnamese.
    case windows1258

    /// The name for people.
    package var title: Phrase {
      switch self {
      case .utf8: Phrase("UTF-8")
      case .utf16LittleEndian: Phrase("UTF-16 LE")
      case .utf16BigEndian: Phrase("UTF-16 BE")
      case .windows1258: Phrase(vi: "Windows-1258 (tiếng Việt)", en: "Windows-1258 (Vietnamese)")
      }
    }
  }

  /// Decodes a text file.
  ///
  /// The empty file is empty UTF-8. UTF-8 without mark is handed on without a copy.
  ///
  /// - Complexity: O(bytes); text in ASCII is looked at once, by vector instructions.
  /// - Throws: `Faults` with `text.binary`, `text.utf16`, `text.legacy-font`, `text.misread` or, where no
  ///   encoding fits, `text.encoding` with the first line that is not UTF-8.
  package static func decoded(_ source: SourceFile) throws(Faults) -> DecodedText {
    if let fault = TextContent.signatureFault(in: source) { throw Faults(fault) }
    if let (order, markLength) = UTF16Text.order(of: source.bytes) {
      let bytes = try UTF16Text.decoded(source, order: order, markLength: markLength)
      let name = order == .littleEndian ? Name.utf16LittleEndian : .utf16BigEndian
      return try checked(DecodedText(bytes: bytes, encoding: name), of: source)
    }
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(source.bytes.dropFirst(3)) : source.bytes
    let survey = UTF8Text.survey(bytes)
    if let fault = TextContent.binaryFault(in: bytes, hasNull: survey.hasNull, of: source.path) {
      throw Faults(fault)
    }
    if survey.isASCII { return DecodedText(bytes: bytes, encoding: .utf8) }
    guard let offset = UTF8Text.firstInvalidOffset(in: bytes) else {
      return try checked(DecodedText(bytes: bytes, encoding: .utf8), of: source)
    }
    return try decodedByPage(bytes, of: source.path, firstForeign: offset)
  }

  /// Decodes bytes that are not UTF-8 as Windows-1258, or says what they are.
  private static func decodedByPage(
    _ bytes: [UInt8], of path: String, firstForeign offset: Int
  ) throws(Faults) -> DecodedText {
    let page = CodePage.windows1258
    let evidence = TextContent.evidence(in: bytes) { bytes in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: bytes.compactMap { CodePage.windows1252.scalar(of: $0) })
      return String(scalars)
    }
    let votes = evidence.vietnamesePageCount
    if votes >= 2, votes * 10 >= evidence.count * 8, votes > evidence.oldCount {
      if let foreign = bytes.firstIndex(where: { page.scalar(of: $0) == nil }) {
        throw Faults(unknown(bytes, at: foreign, of: path))
      }
      return DecodedText(bytes: decoded(bytes, by: page), encoding: .windows1258)
    }
    if let finding = evidence.finding, finding.encoding != .misreadUTF8 {
      throw Faults(TextContent.fault(of: finding, in: bytes, of: path))
    }
    throw Faults(unknown(bytes, at: offset, of: path))
  }

  /// Decodes line by line: a mark is never composed with a line end, and the whole is never held as scalars.
  private static func decoded(_ bytes: [UInt8], by page: CodePage) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: bytes[start..<end].lazy.compactMap { page.scalar(of: $0) })
      text.append(contentsOf: TextKey.composed(String(scalars)).utf8)
      start = end
    }
    return text
  }

  /// Refuses Unicode text whose words are those of an old font, and UTF-16 with control characters or NUL.
  private static func checked(
    _ text: DecodedText, of source: SourceFile
  ) throws(Faults) -> DecodedText {
    let hasNull = text.encoding != .utf8 && text.bytes.contains(0)
    if let fault = TextContent.binaryFault(in: text.bytes, hasNull: hasNull, of: source.path) {
      throw Faults(fault)
    }
    let evidence = TextContent.evidence(in: text.bytes) { String(decoding: $0, as: UTF8.self) }
    if let finding = evidence.finding {
      throw Faults(TextContent.fault(of: finding, in: text.bytes, of: source.path))
    }
    return text
  }

  private static func unknown(_ bytes: [UInt8], at offset: Int, of path: String) -> Diagnostic {
    Diagnostic(
      .textEncoding, at: InputPosition(file: path, line: line(of: offset, in: bytes)),
      value: "0x" + String(bytes[offset], radix: 16, uppercase: true),
      phrases: [
        "found": Phrase(
          vi: "bảng mã không nhận ra được (có thể là Windows-1252)",
          en: "an encoding that is not recognised (perhaps Windows-1252)")
      ])
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
}

extension DiagnosticCode {
  package static let textEncoding = DiagnosticCode(
    "text.encoding",
    message: Phrase(
      vi: "tệp không phải UTF-8 mà là {found}", en: "the file is not UTF-8 but {found}"),
    remedy: Phrase(
      vi: "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx hoặc “CSV UTF-8”.",
      en: "Open the file in Excel or LibreOffice and save it as .xlsx or “CSV UTF-8”."))
}
