import Testing

@testable import InputFiles

@Suite("VietnameseSyllable")
struct VietnameseSyllableTests {
  private func isSpelt(_ word: String) -> Bool {
    VietnameseSyllable.isSpelt(by: word.unicodeScalars)
  }

  @Test("Syllables of every shape are spelt right, whatever their case and where the tone stands")
  func syllables() {
    for word in """
    hòa hoà thuỵ Thụy quốc Quỳnh quyết nghĩa nghiệp gì giết giường khuya thuở rượu Nguyễn khuỷu ngoằn
    ngoèo xoong qúy quý ngoài khuỷu tuyết giặt huệ ừm ĐẠT Đắk Lắk yến y uống ướp hươu chuyện Mỹ kỹ được những tỷ lệ công dân học tập
    """.split(whereSeparator: \.isWhitespace) {
      #expect(isSpelt(String(word)), "\(word)")
    }
  }

  @Test(
    "Foreign words, old encodings and impossible tones are not syllables",
    arguments: [
      "", "été", "Köln", "Übung", "où", "côté", "tôt", "für", "Cafe", "straße", "w", "ff", "Krông",
      "xaõ", "caù", "hßa", "hoäi", "òa\u{301}", "tộc\u{323}", "học1", "hác̣", "tàc", "ă", "â", "bcd",
      "hoaì", "tiền\u{301}",
    ])
  func others(word: String) {
    #expect(!isSpelt(word))
  }

  @Test("A marked letter is one of the 67 Vietnamese letters beyond ASCII, small or capital")
  func letters() {
    let all = (0x80...0x1EFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    #expect(all.count(where: VietnameseSyllable.isMarkedLetter) == 134)
    #expect(!VietnameseSyllable.isMarkedLetter("a"))
    #expect(!VietnameseSyllable.isMarkedLetter("ü"))
  }
}
