/// The widths of texts in a Times-like serif, known without drawing.
///
/// Widths are those of Liberation Serif, which are Times New Roman's. A character that the table does
/// not hold takes a whole em, so that an estimate is never too small.
package enum TextMetrics {
  /// The type sizes of charts in millimetres; 1 point is 0.352778 mm.
  package static func millimetres(points: Double) -> Double { points * 25.4 / 72 }

  /// Returns the width of a text in the unit of `size`.
  ///
  /// - Parameters:
  ///   - text: any text in NFC.
  ///   - size: the type size.
  ///   - isBold: whether it is set in bold.
  /// - Returns: the sum of advance widths; 0 for the empty text.
  package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let table = isBold ? bold : regular
    let units = text.unicodeScalars.reduce(0) { $0 + (table[$1] ?? widest) }
    return Double(units) / unitsPerEm * size
  }

  /// Returns a text broken at blanks into lines not wider than `width`; a longer word is broken
  /// between letters.
  package static func wrapped(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    let pieces = text.split(separator: " ").flatMap {
      Self.pieces($0, width: limit, size: size, isBold: isBold)
    }
    for word in pieces {
      let candidate = line.isEmpty ? word : line + " " + word
      if line.isEmpty || width(candidate, size: size, isBold: isBold) <= limit {
        line = candidate
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Returns a word as it is, or in pieces that fit.
  private static func pieces(
    _ word: Substring, width limit: Double, size: Double, isBold: Bool
  ) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      let candidate = piece + String(character)
      if piece.isEmpty || width(candidate, size: size, isBold: isBold) <= limit {
        piece = candidate
      } else {
        pieces.append(piece)
        piece = String(character)
      }
    }
    return pieces + [piece]
  }

  /// The height of capitals above the base line, in the unit of `size`.
  package static func capHeight(size: Double) -> Double { 0.66 * size }

  /// The height of a capital with two marks above the base line (Ệ, Ổ), in the unit of `size`.
  package static func ascent(size: Double) -> Double { 0.92 * size }

  /// The depth of descenders and marks below the base line (g, ộ), in the unit of `size`.
  package static func descent(size: Double) -> Double { 0.24 * size }

  private static let unitsPerEm = 2048.0
  private static let widest = 2048
  private static let regular = table(TextWidths.regular)
  private static let bold = table(TextWidths.bold)

  private static func table(
    _ groups: [(width: Int, characters: String)]
  ) -> [Unicode.Scalar: Int] {
    var table: [Unicode.Scalar: Int] = [:]
    for group in groups {
      for scalar in group.characters.unicodeScalars { table[scalar] = group.width }
    }
    return table
  }
}
