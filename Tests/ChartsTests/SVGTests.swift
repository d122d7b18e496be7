import Testing

@testable import Charts

@Suite("SVG")
struct SVGTests {
  @Test("Signs of markup are escaped and texts are NFC")
  func escaping() {
    #expect(SVG.escaped("a<b & c>d") == "a&lt;b &amp; c&gt;d")
    #expect(Array(SVG.escaped("e\u{302}\u{323}").unicodeScalars) == ["\u{1EC7}"])
  }

  @Test("Coordinates have two decimals at most and no negative zero")
  func numbers() {
    #expect(SVG.number(1.005) == "1")
    #expect(SVG.number(-0.001) == "0")
    #expect(SVG.number(12.5) == "12.5")
  }
}
