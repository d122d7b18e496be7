import Testing

@testable import InputFiles

@Suite("UTF8Text")
struct UTF8TextTests {
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
    #expect(UTF8Text.firstInvalidOffset(in: bytes) == offset)
  }

  @Test("Random bytes are judged as the standard library judges them", arguments: 0..<4)
  func agreement(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x61, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
      0xF1,
      0xF4, 0xF5,
    ]
    var soundCount = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let isSound = String(validating: bytes, as: UTF8.self) != nil
      if isSound { soundCount += 1 }
      #expect((UTF8Text.firstInvalidOffset(in: bytes) == nil) == isSound, "\(bytes)")
    }
    #expect(soundCount > 1000)
  }

  @Test("A look at all bytes tells ASCII and NUL")
  func survey() {
    #expect(UTF8Text.survey([]) == UTF8Text.Survey(isASCII: true, hasNull: false))
    #expect(UTF8Text.survey([0x7F, 0]) == UTF8Text.Survey(isASCII: true, hasNull: true))
    let long = [UInt8](repeating: 0x61, count: 1001)
    #expect(UTF8Text.survey(long + [0x80]) == UTF8Text.Survey(isASCII: false, hasNull: false))
    #expect(UTF8Text.survey([0xFF] + long + [0]) == UTF8Text.Survey(isASCII: false, hasNull: true))
  }
}
