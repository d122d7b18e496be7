import Charts
import Foundation
import Wording

@testable import Reporting

/// What a picture shows, read back from its marks.
enum PictureReading {
  /// Returns the corners that a mark reaches.
  static func points(of mark: Mark) -> [Point] {
    switch mark {
    case .line(let points, _): points
    case .band(let upper, let lower, _, _): upper + lower
    case .box(let box, _, _), .hatch(let box, _):
      [Point(box.left, box.top), Point(box.right, box.bottom)]
    case .point(let point, _, let size, _):
      [
        Point(point.x - size / 2, point.y - size / 2),
        Point(point.x + size / 2, point.y + size / 2),
      ]
    case .text(_, let point, _, _, _, _): [point]
    }
  }

  /// Returns all texts in the order of drawing, lines joined by blanks.
  static func text(of picture: Picture) -> String {
    picture.marks.compactMap { mark in
      if case .text(let text, _, _, _, _, _) = mark { text } else { nil }
    }.joined(separator: " ")
  }

  /// Returns the lightness L* of CIE 1976, 0...100: what is left in grey.
  static func lightness(_ colour: Colour) -> Double {
    let luminance = luminance(colour)
    return luminance > 216.0 / 24_389
      ? 116 * cbrt(luminance) - 16 : luminance * 24_389 / 27
  }

  /// Returns the contrast of two colours, 1...21 (WCAG 2.1).
  static func contrast(_ first: Colour, _ second: Colour) -> Double {
    let (light, dark) = (
      max(luminance(first), luminance(second)), min(luminance(first), luminance(second))
    )
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: Colour) -> Double {
    let value = Int(colour.hex.dropFirst(), radix: 16) ?? 0
    func linear(_ shift: Int) -> Double {
      let part = Double(value >> shift & 255) / 255
      return part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}

/// The number or text of a table's cell, for comparison.
enum PictureCell: Equatable {
  case empty
  case number(Double)
  case text(String)

  init(_ cell: ReportTable.Cell) {
    switch cell {
    case .empty: self = .empty
    case .text(let phrase): self = .text(phrase.vi)
    case .whole(let value), .year(let value): self = value.map { .number(Double($0)) } ?? .empty
    case .decimal(let value, _), .threshold(let value, _), .signed(let value), .percent(let value),
      .probability(let value, _):
      self = value.map { .number($0) } ?? .empty
    }
  }
}
