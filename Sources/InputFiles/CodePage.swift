/// A Windows code page of one byte a character: what each byte from 0x80 to 0xFF means.
///
/// *Source.* The tables that Python's codecs `cp1252` and `cp1258` have; the test compares every byte.
struct CodePage: Sendable {
  /// Windows-1252, Western European.
  ///
  /// The five bytes without a meaning are the control characters of Latin-1, as browsers and Windows
  /// itself read them.
  static let windows1252 = CodePage(upperHalf: (0x80...0xFF).map { western($0) })

  /// Windows-1258, Vietnamese: letters with their shape, and five tones that follow as marks.
  static let windows1258 = CodePage(
    upperHalf: (0x80...0xFF).map { (byte: UInt8) -> Unicode.Scalar? in
      switch byte {
      case 0xC3: "Ă"
      case 0xCC: "\u{300}"
      case 0xD0: "Đ"
      case 0xD2: "\u{309}"
      case 0xD5: "Ơ"
      case 0xDD: "Ư"
      case 0xDE: "\u{303}"
      case 0xE3: "ă"
      case 0xEC: "\u{301}"
      case 0xF0: "đ"
      case 0xF2: "\u{323}"
      case 0xF5: "ơ"
      case 0xFD: "ư"
      case 0xFE: "₫"
      case 0x81, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E: nil
      default: western(byte)
      }
    })

  private let upperHalf: [Unicode.Scalar?]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(upperHalf: [Unicode.Scalar?]) {
    self.upperHalf = upperHalf
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in upperHalf.enumerated() {
      if let scalar { bytes[scalar] = UInt8(0x80 + index) }
    }
    self.bytes = bytes
  }

  /// Returns the character of a byte; nil when the page has none.
  func scalar(of byte: UInt8) -> Unicode.Scalar? {
    byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
  }

  /// Returns the byte of a character; nil when the page has none.
  func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.isASCII ? UInt8(scalar.value) : bytes[scalar]
  }

  private static func western(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x80: "€"
    case 0x82: "‚"
    case 0x83: "ƒ"
    case 0x84: "„"
    case 0x85: "…"
    case 0x86: "†"
    case 0x87: "‡"
    case 0x88: "ˆ"
    case 0x89: "‰"
    case 0x8A: "Š"
    case 0x8B: "‹"
    case 0x8C: "Œ"
    case 0x8E: "Ž"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x95: "•"
    case 0x96: "–"
    case 0x97: "—"
    case 0x98: "˜"
    case 0x99: "™"
    case 0x9A: "š"
    case 0x9B: "›"
    case 0x9C: "œ"
    case 0x9E: "ž"
    case 0x9F: "Ÿ"
    default: Unicode.Scalar(byte)
    }
  }
}
