/// The form of UTF-8.
enum UTF8Text {
  /// What one look at all bytes says.
  struct Survey: Equatable {
    /// Whether no byte is above 0x7F.
    let isASCII: Bool
    /// Whether a byte is 0.
    let hasNull: Bool
  }

  /// Looks at all bytes once.
  ///
  /// The loop is two reductions without a branch, which the compiler turns into vector instructions.
  ///
  /// - Complexity: O(bytes).
  static func survey(_ bytes: [UInt8]) -> Survey {
    var combined: UInt8 = 0
    var least: UInt8 = 0xFF
    for byte in bytes {
      combined |= byte
      least = min(least, byte)
    }
    return Survey(isASCII: combined < 0x80, hasNull: least == 0)
  }

  /// Returns the offset of the first byte that cannot stand where it stands; nil when all can.
  ///
  /// Overlong forms, surrogates, numbers beyond U+10FFFF and sequences cut off are refused, after the
  /// table of well-formed sequences of the Unicode Standard (3.9, table 3-7).
  ///
  /// - Complexity: O(bytes).
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(in: bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// Returns how many bytes the sequence has that a byte above 0x7F begins; nil when it is not one.
  static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int? {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead), index + length <= bytes.count else { return nil }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
