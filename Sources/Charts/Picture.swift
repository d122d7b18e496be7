/// A finished picture: its marks in the order of drawing, and what it says in words.
package struct Picture: Sendable, Equatable {
  /// The width of the sheet in millimetres.
  package let width: Double
  /// The height of the sheet in millimetres.
  package let height: Double
  /// The finding, for people and for readers of screens.
  package let title: String
  /// What is drawn, in words.
  package let description: String
  /// The language of its words, "vi" or "en".
  package let language: String
  /// The marks, drawn in order.
  package let marks: [Mark]

  package init(
    width: Double, height: Double, title: String, description: String, language: String,
    marks: [Mark]
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    self.language = language
    self.marks = marks
  }

  /// The whole sheet.
  package var sheet: Box { Box(left: 0, top: 0, right: width, bottom: height) }

  /// Pairs of texts that overlap by more than a tenth of a millimetre; empty in a sound picture.
  package var overlappingTexts: [(String, String)] {
    let texts = marks.compactMap { mark -> (String, Box)? in
      guard case .text(let text, _, _, _, _, _) = mark, let box = mark.textBox else { return nil }
      return (text, box)
    }
    var pairs: [(String, String)] = []
    for (index, first) in texts.enumerated() {
      for second in texts.dropFirst(index + 1) where first.1.overlaps(second.1, tolerance: 0.1) {
        pairs.append((first.0, second.0))
      }
    }
    return pairs
  }

  /// Texts that leave the sheet; empty in a sound picture.
  package var cutTexts: [String] {
    marks.compactMap { mark in
      guard case .text(let text, _, _, _, _, _) = mark, let box = mark.textBox,
        !sheet.contains(box)
      else { return nil }
      return text
    }
  }
}
