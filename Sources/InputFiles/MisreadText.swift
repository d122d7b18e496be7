/// Text whose characters are the bytes of UTF-8, read as Windows-1252.
struct MisreadText {
  /// How many runs of characters are the bytes of one Vietnamese letter or mark.
  private(set) var letterCount = 0
  /// How many characters beyond ASCII belong to no run.
  private(set) var otherCount = 0
  /// The text with each run as its letter.
  private(set) var reading = ""

  init(_ scalars: [Unicode.Scalar]) {
    let bytes = scalars.map { CodePage.windows1252.byte(of: $0) }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let (scalar, length) = Self.letter(in: bytes[index...]) {
        result.append(scalar)
        letterCount += 1
        index += length
      } else {
        if !scalars[index].isASCII { otherCount += 1 }
        result.append(scalars[index])
        index += 1
      }
    }
    reading = String(result)
  }

  private static func letter(in bytes: ArraySlice<UInt8?>) -> (Unicode.Scalar, Int)? {
    guard let first = bytes.first, let lead = first, lead >= 0xC2 else { return nil }
    let run = Array(bytes.prefix(4).map { $0 ?? 0 })
    guard let length = UTF8Text.sequenceLength(in: run, at: 0) else { return nil }
    let text = String(decoding: run.prefix(length), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return nil }
    let isExpected =
      VietnameseSyllable.isMarkedLetter(scalar) || (0x2010...0x2026).contains(scalar.value)
      || (0x300...0x323).contains(scalar.value)
    return isExpected ? (scalar, length) : nil
  }
}
