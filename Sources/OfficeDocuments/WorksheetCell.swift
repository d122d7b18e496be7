/// What stands in one cell of a worksheet, and how it looks.
package struct WorksheetCell: Sendable, Hashable {
  /// What stands in it.
  package enum Content: Sendable, Hashable {
    /// Nothing; the cell may still have a look.
    case empty
    /// A text, which is never read as a formula, whatever it begins with.
    case text(String)
    /// A number.
    case number(Double)
  }

  /// What stands in it.
  package let content: Content
  /// How it looks.
  package let look: CellLook

  /// Makes a cell; a number that is not finite, which no workbook can hold, is an empty cell.
  package init(_ content: Content = .empty, _ look: CellLook = .plain) {
    if case .number(let value) = content, !value.isFinite {
      self.content = .empty
    } else {
      self.content = content
    }
    self.look = look
  }

  /// Makes a cell of a text.
  package static func text(_ text: String, _ look: CellLook = .plain) -> WorksheetCell {
    WorksheetCell(.text(text), look)
  }

  /// Makes a cell of a number.
  package static func number(_ value: Double, _ look: CellLook = .plain) -> WorksheetCell {
    WorksheetCell(.number(value), look)
  }
}

/// How a cell looks: nothing of it is needed to read the numbers.
package struct CellLook: Sendable, Hashable {
  /// Where the content stands in the width of the cell.
  package enum Alignment: Sendable, Hashable {
    /// Texts on the left, numbers on the right, as a spreadsheet does by itself.
    case natural
    /// On the left.
    case leading
    /// In the middle.
    case centre
  }

  /// The ground; every one of them stays readable in a black and white print.
  package enum Ground: Sendable, Hashable {
    /// No colour.
    case none
    /// The heading of a table.
    case heading
    /// Every other group of rows.
    case band
    /// A cell to be filled in.
    case input
    /// A cell to be filled in, in every other group of rows.
    case inputBand
  }

  /// No border, no colour, one line.
  package static let plain = CellLook()

  /// The number format, such as "0.0%"; nil for the general one.
  package var numberFormat: String?
  /// Where the content stands.
  package var alignment: Alignment = .natural
  /// The ground.
  package var ground: Ground = .none
  /// Whether it is bold.
  package var isBold = false
  /// The size of the type in points.
  package var size = 11.0
  /// Whether a long text is broken into lines.
  package var isWrapped = false
  /// Whether thin lines stand around it.
  package var isBordered = false
  /// Whether it can be written to on a protected sheet.
  package var isUnlocked = false

  package init() {}

  /// Returns the look with some of it changed.
  package func with(_ change: (inout CellLook) -> Void) -> CellLook {
    var changed = self
    change(&changed)
    return changed
  }
}
