import Diagnostics
import InputFiles
package import Wording

/// How a table was understood, for people: where it stands, what each column is and why.
package struct RecognisedTable: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// Its letters, or its number in a text file.
    package let name: String
    /// Its heading.
    package let heading: String
    /// What it is taken for, a stable word: the name of a field, "figures", "parent" or "none".
    package let role: String
    /// Why.
    package let reason: Phrase
  }

  /// A row that holds no figure though it stands among them.
  package struct PassedRow: Sendable {
    /// Its number in the file.
    package let row: Int
    /// Why.
    package let reason: Phrase
  }

  /// The sheet; nil for text files.
  package let sheet: String?
  /// The kind of table.
  package let kind: LayoutKind
  /// The numbers of the rows of headings.
  package let headerRows: [Int]
  /// The numbers of the first and last row below.
  package let rows: ClosedRange<Int>?
  /// The columns.
  package let columns: [Column]
  /// What titles and the name of the sheet say of the whole table.
  package let context: [Phrase]
  /// The place that titles, the name of the sheet or the user name for the whole table.
  let place: String?
  /// The rows that hold no figure.
  package let passedOver: [PassedRow]
  /// The number of cells of figures.
  package let figureCount: Int

  init(_ layout: TableLayout, index: Int, collector: FigureCollector, sheets: [Sheet]) {
    let sheet = sheets[layout.sheet]
    self.sheet = sheet.name
    kind = layout.kind
    headerRows = layout.headerRows.map { sheet.rowNumber($0) }
    rows =
      layout.body.isEmpty
      ? nil : sheet.rowNumber(layout.body.lowerBound)...sheet.rowNumber(layout.body.upperBound - 1)
    columns = layout.columns.map { column in
      Column(
        name: sheet.isSpreadsheet
          ? CellName.letters(ofColumn: column.index) : String(column.index + 1),
        heading: TextKey.printable(column.heading), role: Self.word(column.role),
        reason: column.reason)
    }
    context = layout.contextReasons
    place = layout.context.place.map { collector.spelled($0) }
    passedOver = collector.passedOver.filter {
      $0.sheet == layout.sheet && layout.body.contains($0.row)
    }.map { PassedRow(row: sheet.rowNumber($0.row), reason: $0.reason) }
    figureCount = collector.figures.reduce(0) { sum, figure in
      guard Int(figure.table) == index else { return sum }
      return sum
        + [figure.count, figure.base, figure.percent, figure.unknown].count { $0 != nil }
    }
  }

  private static func word(_ role: ColumnRole) -> String {
    switch role {
    case .key(let field): field.rawValue
    case .parent: "parent"
    case .figures(let meaning): meaning.isPlanned ? "plan" : "figures"
    case .passedOver: "none"
    }
  }
}
