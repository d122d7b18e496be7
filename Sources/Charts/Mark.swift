/// A point on the sheet, in millimetres from its upper left corner.
package struct Point: Sendable, Equatable {
  /// To the right.
  package let x: Double
  /// Downwards.
  package let y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle on the sheet, in millimetres.
package struct Box: Sendable, Equatable {
  /// The left edge.
  package let left: Double
  /// The upper edge.
  package let top: Double
  /// The right edge.
  package let right: Double
  /// The lower edge.
  package let bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The width.
  package var width: Double { right - left }
  /// The height.
  package var height: Double { bottom - top }
  /// The point in the middle.
  package var centre: Point { Point((left + right) / 2, (top + bottom) / 2) }

  /// Whether the inner parts of two boxes meet.
  package func overlaps(_ other: Box, tolerance: Double = 0) -> Bool {
    left < other.right - tolerance && other.left < right - tolerance
      && top < other.bottom - tolerance && other.top < bottom - tolerance
  }

  /// Whether a box lies within this one.
  package func contains(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }
}

/// A colour by its hexadecimal name; the palette keeps apart in grey.
package struct Colour: Sendable, Equatable {
  /// The name as SVG writes it, "#0072b2".
  package let hex: String

  package init(_ hex: String) {
    self.hex = hex
  }

  /// Text and axes.
  package static let black = Colour("#000000")
  /// Secondary text and rules; contrast 4.5 on white.
  package static let grey = Colour("#767676")
  /// Light rules of a grid.
  package static let faint = Colour("#d9d9d9")
  /// The sheet.
  package static let white = Colour("#ffffff")
  /// Data.
  package static let blue = Colour("#0072b2")
  /// The inner band: blue at 30%, already mixed with white.
  package static let innerBand = Colour("#b2d5e8")
  /// The outer band: blue at 12%, already mixed with white.
  package static let outerBand = Colour("#e0eef6")
}

/// How a line is drawn.
package struct Stroke: Sendable, Equatable {
  /// Its colour.
  package let colour: Colour
  /// Its width in millimetres.
  package let width: Double
  /// The lengths of dashes and gaps in millimetres; empty for a solid line.
  package let dashes: [Double]

  package init(_ colour: Colour, width: Double = 0.25, dashes: [Double] = []) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
  }
}

/// A piece of a picture, in millimetres.
package enum Mark: Sendable, Equatable {
  /// The shape of a point.
  package enum Symbol: Sendable, Equatable {
    /// A filled circle: a final figure.
    case disc
    /// An open circle: a preliminary figure.
    case ring
    /// An open square: a figure put together from others.
    case square
    /// A triangle on its base: an event on an axis.
    case triangle
  }

  /// Where a text hangs on its point.
  package enum Anchor: String, Sendable {
    /// The text begins at the point.
    case start
    /// The text stands around the point.
    case middle
    /// The text ends at the point.
    case end
  }

  /// A line through points.
  case line([Point], Stroke)
  /// An area between an upper and a lower edge, both from left to right.
  case band(upper: [Point], lower: [Point], fill: Colour, outline: Stroke?)
  /// A filled rectangle: a bar, or a cell of a heat map.
  case box(Box, fill: Colour?, outline: Stroke?)
  /// A rectangle filled with slanting lines: no data, or a warning that needs no colour.
  case hatch(Box, Stroke)
  /// A point.
  case point(Point, Symbol, size: Double, Colour)
  /// A text whose base line passes through a point.
  case text(String, at: Point, Anchor, size: Double, isBold: Bool, Colour)

  /// The box that a text takes; nil for other marks.
  package var textBox: Box? {
    guard case .text(let text, let point, let anchor, let size, let isBold, _) = self else {
      return nil
    }
    let width = TextMetrics.width(text, size: size, isBold: isBold)
    let left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    return Box(
      left: left, top: point.y - TextMetrics.capHeight(size: size), right: left + width,
      bottom: point.y + TextMetrics.descent(size: size))
  }
}
