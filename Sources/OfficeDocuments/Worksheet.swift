/// One sheet of a workbook as a value: cells, widths, and how it is shown and printed.
///
/// It is printed on A4 in landscape, one page wide.
package struct Worksheet: Sendable, Hashable {
  /// A row.
  package struct Row: Sendable, Hashable {
    /// The cells from the left.
    package let cells: [WorksheetCell]
    /// The height in points; nil lets the spreadsheet fit it to the text.
    package let height: Double?
    /// Whether the first cell stretches over the whole width.
    package let isJoined: Bool

    package init(_ cells: [WorksheetCell], height: Double? = nil, isJoined: Bool = false) {
      precondition(!isJoined || cells.count == 1, "a joined row has one cell")
      self.cells = cells
      self.height = height
      self.isJoined = isJoined
    }

    /// Returns a row as high as the texts in it need, which not every spreadsheet finds out by itself.
    package static func fitted(_ cells: [WorksheetCell], to widths: [Double]) -> Row {
      let heights = zip(cells, widths).map { cell, width in
        guard case .text(let text) = cell.content, cell.look.isWrapped else {
          return Worksheet.lineHeight
        }
        return Worksheet.height(of: text, width: width, look: cell.look)
      }
      let height = heights.max() ?? Worksheet.lineHeight
      return Row(cells, height: height > Worksheet.lineHeight ? height : nil)
    }
  }

  /// The longest title that Excel takes, in UTF-16 units.
  package static let longestTitle = 31
  /// The height of a line of 11 points.
  package static let lineHeight = 15.0

  /// The name on its tab.
  package let title: String
  /// The width of each column in digits.
  package let widths: [Double]
  /// The rows from the top.
  package private(set) var rows: [Row] = []
  /// The row of headings, from 0: frozen with all above it, and repeated on every printed page.
  package private(set) var headingRow: Int?
  /// How many columns on the left stay in view.
  package var frozenColumns = 0
  /// Whether the headings offer to filter.
  package var hasFilter = false
  /// What may be typed where.
  package var entryRules: [EntryRule] = []
  /// Whether only unlocked cells can be written to; there is no password.
  package var isProtected = false
  /// The word before the number of the page.
  package var pageWord = ""

  /// - Precondition: the title is one that Excel takes; there is a column.
  package init(title: String, widths: [Double]) {
    precondition(Self.isTitle(title), "a sheet cannot have this title")
    precondition(!widths.isEmpty && widths.allSatisfy { $0 > 0 && $0 <= 255 }, "unfit widths")
    self.title = title
    self.widths = widths
  }

  /// Whether Excel takes a title: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at the ends.
  package static func isTitle(_ title: String) -> Bool {
    !title.isEmpty && title.utf16.count <= longestTitle
      && !title.contains { "[]:*?/\\".contains($0) } && title.first != "'" && title.last != "'"
  }

  /// Adds a row below.
  ///
  /// - Precondition: it has no more cells than there are columns.
  package mutating func append(_ row: Row) {
    precondition(row.cells.count <= widths.count, "a row has more cells than columns")
    rows.append(row)
  }

  /// Adds the row of headings below.
  ///
  /// - Precondition: there is none yet.
  package mutating func appendHeading(_ row: Row) {
    precondition(headingRow == nil, "a sheet has one row of headings")
    headingRow = rows.count
    append(row)
  }

  /// Adds a line of text over the whole width, as high as its lines need.
  package mutating func appendLine(_ text: String, _ look: CellLook = .plain) {
    let look = look.with { $0.isWrapped = true }
    append(
      Row(
        [.text(text, look)],
        height: Self.height(of: text, width: widths.reduce(0, +), look: look), isJoined: true))
  }

  /// Returns the height that a text needs in a width, as spreadsheets do not find it for joined cells.
  ///
  /// - Parameters:
  ///   - text: the text; the empty one has a line, too.
  ///   - width: the width in digits of 11 points.
  ///   - look: the size and weight of the type.
  /// - Returns: the height in points, at least that of one line.
  package static func height(of text: String, width: Double, look: CellLook) -> Double {
    // Letters of Times New Roman are narrower than the digits in which widths are told: 0.8 of them in
    // Vietnamese sentences, 0.87 in bold; a part of that is kept for the edges.
    let letters = width * 11 / look.size * (look.isBold ? 1.1 : 1.2)
    let lines = TextLines.count(of: text, width: max(1, Int(letters)))
    return Double(lines) * lineHeight * max(1, look.size / 11)
  }
}
