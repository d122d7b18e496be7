import Foundation
import Testing

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a document holds, as an XML parser that knows nothing of charts reads it.
private final class ParsedSVG: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { elements[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
}

@Suite("SVG")
struct SVGTests {
  private static let box = Box(left: 10, top: 10, right: 30, bottom: 18)

  /// One mark of each kind and shape.
  private static let marks: [Mark] = [
    .line([Point(1, 2), Point(3.456, 4)], Stroke(.black, width: 0.4, dashes: [3, 1.2])),
    .band(
      upper: [Point(1, 1), Point(5, 0)], lower: [Point(1, 2), Point(5, 3)], fill: .outerBand,
      outline: Stroke(.blue, width: 0.1)),
    .band(upper: [Point(1, 1)], lower: [Point(1, 2)], fill: .innerBand, outline: nil),
    .box(box, fill: .blue, outline: nil), .box(box, fill: nil, outline: Stroke(.grey)),
    .hatch(box, Stroke(.grey, width: 0.12)),
    .point(Point(5, 5), .disc, size: 2, .blue), .point(Point(5, 5), .ring, size: 2, .blue),
    .point(Point(5, 5), .triangle, size: 2, .black),
    .point(Point(5, 5), .square, size: 2, .blue),
    .text("A & B < C", at: Point(1, 9), .start, size: 4, isBold: false, .black),
    .text("giữa", at: Point(30, 9), .middle, size: 4, isBold: true, .black),
    .text("cuối", at: Point(59, 9), .end, size: 4, isBold: false, .grey),
  ]

  private func document(
    _ marks: [Mark] = marks, title: String = "Tên “hình”", description: String = "5 > 3 & 2 < 4"
  ) -> String {
    SVG.document(
      Picture(
        width: 60, height: 20.5, title: title, description: description, language: "vi",
        marks: marks))
  }

  @Test("The document is well-formed and says its size, its role, its title and its description")
  func head() throws {
    let parsed = ParsedSVG(document())
    #expect(parsed.isWellFormed)
    let root = try #require(parsed.elements.first)
    #expect(root.name == "svg" && root.attributes["version"] == "1.1")
    #expect(root.attributes["viewBox"] == "0 0 60 20.5" && root.attributes["role"] == "img")
    #expect(root.attributes["width"] == "60mm" && root.attributes["height"] == "20.5mm")
    #expect(root.attributes["xml:lang"] == "vi")
    #expect(parsed.elements[1].name == "title" && parsed.elements[1].text == "Tên “hình”")
    #expect(parsed.elements[2].name == "desc" && parsed.elements[2].text == "5 > 3 & 2 < 4")
    #expect(document().hasSuffix("</svg>\n") && !document().contains("\r"))
  }

  @Test("Each mark is one element, in the order of drawing, after the white sheet")
  func order() {
    let names = ParsedSVG(document()).elements.dropFirst(3).map(\.name)
    #expect(
      names == [
        "rect", "path", "path", "path", "rect", "rect", "path", "circle", "circle", "path", "path",
        "text", "text", "text",
      ])
  }

  @Test(
    "Only presentation attributes of SVG 1.1: no style, class, script, transparency or font file")
  func presentationAttributes() {
    let allowed: Set<String> = [
      "xmlns", "version", "width", "height", "viewBox", "role", "xml:lang", "font-family", "x", "y",
      "d", "cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-dasharray", "font-size",
      "font-weight", "text-anchor",
    ]
    for element in ParsedSVG(document()).elements {
      #expect(Set(element.attributes.keys).isSubset(of: allowed), "\(element)")
      #expect(
        ["svg", "title", "desc", "rect", "path", "circle", "text"].contains(element.name))
    }
    for word in ["style", "class=", "<script", "opacity", "foreignObject", "@font", "url(", "<use"]
    {
      #expect(!document().contains(word), "\(word)")
    }
  }

  @Test("Attributes stand in one order, so that a difference shows what changed")
  func attributeOrder() {
    let lines = document().split(separator: "\n")
    #expect(
      lines.contains(
        "<path d=\"M1 2 L3.46 4\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.4\""
          + " stroke-dasharray=\"3 1.2\"/>"))
    #expect(
      lines.contains(
        "<path d=\"M1 1 L5 0 L5 3 L1 2 Z\" fill=\"#e0eef6\" stroke=\"#0072b2\""
          + " stroke-width=\"0.1\"/>"))
    #expect(lines.contains("<rect x=\"10\" y=\"10\" width=\"20\" height=\"8\" fill=\"#0072b2\"/>"))
    #expect(
      lines.contains(
        "<text x=\"30\" y=\"9\" font-size=\"4\" font-weight=\"bold\" text-anchor=\"middle\""
          + " fill=\"#000000\">giữa</text>"))
    #expect(lines.contains("<circle cx=\"5\" cy=\"5\" r=\"1\" fill=\"#0072b2\"/>"))
    #expect(lines.contains("<path d=\"M5 4 L6 6 L4 6 Z\" fill=\"#000000\"/>"))
  }

  @Test("Two runs give the same bytes")
  func deterministic() {
    #expect(document().utf8.elementsEqual(document().utf8))
  }

  // MARK: Texts

  @Test("Signs of markup are escaped and texts are NFC")
  func escaping() {
    #expect(SVG.escaped("a<b & c>d") == "a&lt;b &amp; c&gt;d")
    #expect(Array(SVG.escaped("e\u{302}\u{323}").unicodeScalars) == ["\u{1EC7}"])
    #expect(SVG.escaped("“Mức” 'độ' \"1\"") == "“Mức” 'độ' \"1\"")
    #expect(SVG.escaped("&amp;") == "&amp;amp;")
  }

  @Test("Characters that XML forbids are left out, so that the document stays well-formed")
  func controlCharacters() {
    let bad = "a\u{0}\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{FFFE}\u{FFFF}b\tc\nd"
    #expect(SVG.escaped(bad) == "ab\tc\nd")
    let parsed = ParsedSVG(document([], title: bad, description: "]]> <!-- \(bad) -->"))
    #expect(parsed.isWellFormed)
    #expect(parsed.elements.map(\.name) == ["svg", "title", "desc", "rect"])
  }

  @Test("Text that looks like markup stays text")
  func injection() throws {
    let text = "</text><script>alert(1)</script>"
    let parsed = ParsedSVG(
      document([.text(text, at: Point(1, 9), .start, size: 4, isBold: false, .black)], title: text))
    #expect(parsed.isWellFormed && !parsed.elements.contains { $0.name == "script" })
    #expect(try #require(parsed.elements.last).text == text)
    #expect(parsed.elements[1].text == text)
  }

  // MARK: Numbers

  @Test("Coordinates have two decimals at most and no negative zero")
  func numbers() {
    for (value, text) in [
      (1.005, "1"), (-0.001, "0"), (-0.0, "0"), (0, "0"), (12.5, "12.5"), (100, "100"),
      (0.1 + 0.2, "0.3"), (-3.456, "-3.46"), (1234.999, "1235"), (1e-12, "0"), (10.10, "10.1"),
      (160, "160"),
    ] {
      #expect(SVG.number(value) == text, "\(value)")
    }
  }

  @Test("A coordinate that is no number stops the program")
  func notFinite() async {
    await #expect(processExitsWith: .failure) { _ = SVG.number(.nan) }
    await #expect(processExitsWith: .failure) { _ = SVG.number(-.infinity) }
  }

  // MARK: Hatching

  @Test(
    "Hatching stays within its box, slants at 45°, and runs from edge to edge",
    arguments: [
      box, Box(left: 0, top: 0, right: 3, bottom: 30),
      Box(left: 5, top: 5, right: 5.4, bottom: 9.2),
    ])
  func hatch(box: Box) {
    let lines = SVG.hatchLines(box)
    #expect(lines.count == Int(((box.width + box.height) / 1.2 - 1e-9).rounded(.down)))
    for (from, to) in lines {
      for point in [from, to] {
        #expect(point.x >= box.left - 1e-9 && point.x <= box.right + 1e-9)
        #expect(point.y >= box.top - 1e-9 && point.y <= box.bottom + 1e-9)
      }
      #expect(abs((to.x - from.x) - (from.y - to.y)) < 1e-9)
      #expect(abs(from.x - box.left) < 1e-9 || abs(from.y - box.bottom) < 1e-9)
      #expect(abs(to.y - box.top) < 1e-9 || abs(to.x - box.right) < 1e-9)
    }
  }

  @Test("A box too small for hatching gives a path without lines, which is well-formed")
  func smallHatch() {
    let small = Box(left: 1, top: 1, right: 1.1, bottom: 1.2)
    #expect(SVG.hatchLines(small).isEmpty)
    #expect(ParsedSVG(document([.hatch(small, Stroke(.grey))])).isWellFormed)
  }
}
