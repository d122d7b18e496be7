import Diagnostics
import Wording

/// What stands in the bytes of a file that should be text.
enum TextContent {
  /// How many bytes are looked at for control characters.
  static let sampleSize = 65_536

  /// Returns a fault for a file that begins as a known kind that is no text.
  static func signatureFault(in source: SourceFile) -> Diagnostic? {
    let kinds: [(signature: [UInt8], kind: Phrase)] = [
      (
        [0x50, 0x4B, 0x03, 0x04],
        Phrase(
          vi: "sổ tính Excel .xlsx, tài liệu Word .docx hoặc tệp nén .zip",
          en: "an Excel workbook .xlsx, a Word document .docx or an archive .zip")
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0],
        Phrase(
          vi: "sổ tính Excel .xls hoặc tài liệu Word .doc đời cũ",
          en: "an old Excel workbook .xls or Word document .doc")
      ),
      (Array("%PDF".utf8), Phrase(vi: "tài liệu PDF", en: "a PDF document")),
      ([0xFF, 0xFE, 0, 0], Phrase(vi: "văn bản UTF-32", en: "text in UTF-32")),
      ([0, 0, 0xFE, 0xFF], Phrase(vi: "văn bản UTF-32", en: "text in UTF-32")),
    ]
    guard let found = kinds.first(where: { source.bytes.starts(with: $0.signature) }) else {
      return nil
    }
    return Diagnostic(
      .textBinary, at: InputPosition(file: source.path), phrases: ["kind": found.kind])
  }

  /// Returns a fault for bytes that no text has; nil when they may be text.
  ///
  /// No text has a NUL anywhere, or control characters other than tab, line feed, form feed and carriage
  /// return that are three or more, and more than 1 in 100, of the first 65,536 bytes.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - hasNull: whether a byte is 0; where, is looked for only then.
  ///   - path: the name of the file.
  /// - Returns: the fault, at the line of the first such byte.
  static func binaryFault(
    in bytes: [UInt8], hasNull: Bool, of path: String
  ) -> Diagnostic? {
    let sample = bytes.prefix(sampleSize)
    let controls = sample.indices.filter { isControl(bytes[$0]) }
    let null = hasNull ? bytes.firstIndex(of: 0) : nil
    let isBinary = controls.count >= 3 && controls.count * 100 > sample.count
    guard let offset = null ?? (isBinary ? controls.first : nil) else { return nil }
    return Diagnostic(
      .textBinary,
      at: InputPosition(file: path, line: TextEncoding.line(of: offset, in: bytes)),
      value: "0x" + (bytes[offset] < 16 ? "0" : "") + String(bytes[offset], radix: 16).uppercased(),
      phrases: ["kind": Phrase(vi: "tệp nhị phân", en: "a binary file")])
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) || byte == 0x7F
  }

  /// Returns what the words of the fields with bytes above 0x7F say.
  ///
  /// A field ends at a delimiter, a quote or the end of a line. Each different field is looked at once,
  /// 5,000 fields at most; the index of a text is the offset of its field.
  ///
  /// - Complexity: O(bytes).
  static func evidence(
    in bytes: [UInt8], decode: (ArraySlice<UInt8>) -> String
  ) -> LegacyVietnameseEvidence {
    var evidence = LegacyVietnameseEvidence()
    var seen: Set<ArraySlice<UInt8>> = []
    var start = 0
    var index = 0
    var rest = 5_000
    while index < bytes.count, rest > 0, !evidence.isFull {
      let byte = bytes[index]
      index += 1
      if endsField(byte) { start = index }
      guard byte >= 0x80 else { continue }
      while index < bytes.count, !endsField(bytes[index]) { index += 1 }
      rest -= 1
      // A field of people is short; a long one says enough by its beginning.
      let field = bytes[start..<index].prefix(4_096)
      if seen.insert(field).inserted { evidence.add(decode(field), at: start) }
    }
    return evidence
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Returns the fault of text in an old encoding, at the line where it shows first.
  static func fault(
    of finding: LegacyVietnamese.Finding, in bytes: [UInt8], of path: String
  ) -> Diagnostic {
    finding.diagnostic(
      at: InputPosition(file: path, line: TextEncoding.line(of: finding.index, in: bytes)))
  }
}

extension DiagnosticCode {
  static let textBinary = DiagnosticCode(
    "text.binary",
    message: Phrase(
      vi: "tệp không phải văn bản mà là {kind}", en: "the file is not text but {kind}"),
    remedy: Phrase(
      vi: "Mở tệp bằng chương trình đã tạo ra nó rồi lưu bảng số liệu dạng .xlsx hoặc “CSV UTF-8”.",
      en: "Open it in the program that made it and save the table as .xlsx or “CSV UTF-8”."))
}
