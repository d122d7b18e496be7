import Wording

/// SVG 1.1 with presentation attributes only, the same bytes on every machine.
///
/// Coordinates have two decimals and a point; attributes stand in a fixed order; texts are NFC. No
/// style sheet, no script, no font file, no transparency: it opens in Word, LibreOffice, browsers and
/// printers alike.
package enum SVG {
  private static let fontFamily = "Times New Roman, Liberation Serif, serif"

  /// Returns the picture as a document that ends in a line feed.
  package static func document(_ picture: Picture) -> String {
    let width = number(picture.width)
    let height = number(picture.height)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"\(width)mm\""
        + " height=\"\(height)mm\" viewBox=\"0 0 \(width) \(height)\" role=\"img\""
        + " xml:lang=\"\(picture.language)\" font-family=\"\(fontFamily)\">",
      "<title>\(escaped(picture.title))</title>",
      "<desc>\(escaped(picture.description))</desc>",
      "<rect x=\"0\" y=\"0\" width=\"\(width)\" height=\"\(height)\" fill=\"\(Colour.white.hex)\"/>",
    ]
    lines += picture.marks.map(element)
    lines.append("</svg>")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func element(_ mark: Mark) -> String {
    switch mark {
    case .line(let points, let stroke):
      return "<path d=\"\(path(points))\" fill=\"none\"\(attributes(stroke))/>"
    case .band(let upper, let lower, let fill, let outline):
      return "<path d=\"\(path(upper + lower.reversed())) Z\" fill=\"\(fill.hex)\""
        + "\(outline.map(attributes) ?? "")/>"
    case .box(let box, let fill, let outline):
      return "<rect x=\"\(number(box.left))\" y=\"\(number(box.top))\""
        + " width=\"\(number(box.width))\" height=\"\(number(box.height))\""
        + " fill=\"\(fill?.hex ?? "none")\"\(outline.map(attributes) ?? "")/>"
    case .hatch(let box, let stroke):
      let lines = hatchLines(box).map { path([$0.0, $0.1]) }
      return "<path d=\"\(lines.joined(separator: " "))\" fill=\"none\"\(attributes(stroke))/>"
    case .point(let centre, let symbol, let size, let colour):
      return element(symbol, at: centre, size: size, colour: colour)
    case .text(let text, let point, let anchor, let size, let isBold, let colour):
      return "<text x=\"\(number(point.x))\" y=\"\(number(point.y))\" font-size=\"\(number(size))\""
        + (isBold ? " font-weight=\"bold\"" : "")
        + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + " fill=\"\(colour.hex)\">\(escaped(text))</text>"
    }
  }

  private static func element(
    _ symbol: Mark.Symbol, at centre: Point, size: Double, colour: Colour
  ) -> String {
    let place = "cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(size / 2))\""
    switch symbol {
    case .disc: return "<circle \(place) fill=\"\(colour.hex)\"/>"
    case .ring:
      return
        "<circle \(place) fill=\"\(Colour.white.hex)\"\(attributes(Stroke(colour, width: 0.4)))/>"
    case .square:
      // As large in area as the ring.
      let half = size * 0.443
      let corners = [
        Point(centre.x - half, centre.y - half), Point(centre.x + half, centre.y - half),
        Point(centre.x + half, centre.y + half), Point(centre.x - half, centre.y + half),
      ]
      return
        "<path d=\"\(path(corners)) Z\" fill=\"\(Colour.white.hex)\"\(attributes(Stroke(colour, width: 0.4)))/>"
    case .triangle:
      let corners = [
        Point(centre.x, centre.y - size / 2), Point(centre.x + size / 2, centre.y + size / 2),
        Point(centre.x - size / 2, centre.y + size / 2),
      ]
      return "<path d=\"\(path(corners)) Z\" fill=\"\(colour.hex)\"/>"
    }
  }

  /// Returns the slanting lines of a hatched box, 1.2 mm apart, cut at its edges.
  static func hatchLines(_ box: Box, spacing: Double = 1.2) -> [(Point, Point)] {
    var lines: [(Point, Point)] = []
    var offset = spacing
    while offset < box.width + box.height {
      let fromX = max(0, offset - box.height)
      let toX = min(offset, box.width)
      lines.append(
        (
          Point(box.left + fromX, box.top + offset - fromX),
          Point(box.left + toX, box.top + offset - toX)
        ))
      offset += spacing
    }
    return lines
  }

  private static func path(_ points: [Point]) -> String {
    points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
    }.joined(separator: " ")
  }

  private static func attributes(_ stroke: Stroke) -> String {
    let dashes =
      stroke.dashes.isEmpty
      ? "" : " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: " "))\""
    return " stroke=\"\(stroke.colour.hex)\" stroke-width=\"\(number(stroke.width))\"\(dashes)"
  }

  /// Returns a coordinate: two decimals at most, no trailing zeros.
  static func number(_ value: Double) -> String {
    guard let rounded = DecimalText(value, decimals: 2) else {
      preconditionFailure("a coordinate is not finite: \(value)")
    }
    var text = rounded.joined(decimalSeparator: ".")
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Returns a text in NFC with the signs of markup escaped and control characters left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TextKey.composed(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
