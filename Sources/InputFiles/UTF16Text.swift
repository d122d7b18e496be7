import Diagnostics
import Wording

/// Text in units of two bytes, as Excel's “Unicode Text” is.
enum UTF16Text {
  /// Which byte of a unit comes first.
  enum Order {
    case littleEndian, bigEndian
  }

  /// Returns the order of the bytes when they look like UTF-16, and how many bytes its mark takes.
  ///
  /// A byte order mark decides. Without one, ASCII letters, digits and delimiters show: of the first 4,096
  /// bytes at least half of one parity and two in all are 0, and of the other parity a fiftieth as many.
  static func order(of bytes: [UInt8]) -> (order: Order, markLength: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (.littleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.bigEndian, 2) }
    let sample = bytes.prefix(4096)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let (most, least) = (max(zeros[0], zeros[1]), min(zeros[0], zeros[1]))
    guard most >= 2, most * 4 >= sample.count, least * 50 <= most else { return nil }
    return (zeros[1] > zeros[0] ? .littleEndian : .bigEndian, 0)
  }

  /// Decodes units into UTF-8.
  ///
  /// - Throws: `Faults` with `text.utf16` for a byte left over and for each surrogate without its pair, a
  ///   hundred at most.
  static func decoded(
    _ source: SourceFile, order: Order, markLength: Int
  ) throws(Faults) -> [UInt8] {
    let bytes = source.bytes
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var diagnostics: [Diagnostic] = []
    var index = markLength
    var line = 1
    var endsInReturn = false
    func unit(at index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return order == .littleEndian ? first | second << 8 : first << 8 | second
    }
    while index + 1 < bytes.count, diagnostics.count < 100 {
      let lead = unit(at: index)
      index += 2
      if let scalar = Unicode.Scalar(lead) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        if scalar == "\r" || scalar == "\n" && !endsInReturn { line += 1 }
        endsInReturn = scalar == "\r"
        continue
      }
      endsInReturn = false
      if lead < 0xDC00, index + 1 < bytes.count, (0xDC00...0xDFFF).contains(unit(at: index)),
        let scalar = Unicode.Scalar(
          0x10000 + UInt32(lead - 0xD800) << 10 + UInt32(unit(at: index) - 0xDC00))
      {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += 2
        continue
      }
      diagnostics.append(
        fault(
          in: source, line: line,
          value: "0x" + String(lead, radix: 16, uppercase: true),
          Phrase(vi: "một nửa ký tự đứng lẻ", en: "half of a character stands alone")))
    }
    if index + 1 == bytes.count {
      diagnostics.append(
        fault(
          in: source, line: line, value: nil,
          Phrase(
            vi: "số byte lẻ, tệp có thể bị cắt cụt", en: "an odd byte is left, the file may be cut")
        ))
    }
    guard diagnostics.isEmpty else { throw Faults(diagnostics) }
    return text
  }

  private static func fault(
    in source: SourceFile, line: Int, value: String?, _ reason: Phrase
  ) -> Diagnostic {
    Diagnostic(
      .utf16Broken, at: InputPosition(file: source.path, line: line), value: value,
      phrases: ["reason": reason])
  }
}

extension DiagnosticCode {
  static let utf16Broken = DiagnosticCode(
    "text.utf16",
    message: Phrase(
      vi: "tệp UTF-16 bị hỏng ({reason})", en: "the UTF-16 file is damaged ({reason})"),
    remedy: Phrase(
      vi: "Mở tệp gốc bằng Excel hoặc LibreOffice rồi lưu lại dạng “CSV UTF-8”.",
      en: "Open the original in Excel or LibreOffice and save it as “CSV UTF-8”."))
}
