package import OfficeDocuments
package import Wording

/// The table as a sheet of a workbook: real numbers that an analyst can compute with.
extension ReportTable {
  /// What stands above a table on its sheet.
  package struct SheetHead: Sendable {
    /// The name on the tab.
    package let title: Phrase
    /// The line above the table.
    package let headline: Phrase
    /// What a reader has to be told before any number, one line each.
    package let notices: [Phrase]
    /// What is needed to read the table, one line each.
    package let legend: [Phrase]

    package init(
      title: Phrase, headline: Phrase, notices: [Phrase] = [], legend: [Phrase] = []
    ) {
      self.title = title
      self.headline = headline
      self.notices = notices
      self.legend = legend
    }
  }

  /// Returns the table as a sheet.
  ///
  /// Shares and probabilities are fractions shown in percent, so that share × base is a count; gaps and
  /// paces stay percentage points, as their headings say. Numbers are kept to six decimals of the
  /// fraction, or of the point. A probability that the report prints only as "<5%" is shown so, too, and is
  /// a number all the same. What is not known is an empty cell.
  ///
  /// - Parameters:
  ///   - head: what stands above.
  ///   - language: of all texts.
  ///   - frozenColumns: how many columns on the left stay in view.
  ///   - groups: the column whose like cells make a group of rows; every other group is shaded.
  /// - Returns: the sheet; a table without rows has headings only.
  package func worksheet(
    _ head: SheetHead, in language: Language, frozenColumns: Int = 0, groups: Int? = nil
  ) -> Worksheet {
    let widths = widths(in: language)
    var sheet = Worksheet(title: head.title(language), widths: widths)
    sheet.appendLine(
      head.headline(language),
      CellLook.plain.with {
        $0.isBold = true
        $0.size = 14
      })
    for notice in head.notices {
      sheet.appendLine(notice(language), CellLook.plain.with { $0.isBold = true })
    }
    for line in head.legend { sheet.appendLine(line(language)) }
    sheet.append(Worksheet.Row([]))
    sheet.appendHeading(
      .fitted(columns.map { .text($0.title(language), SheetLook.heading) }, to: widths))
    var group = ""
    var isShaded = true
    for row in rows {
      if let groups, words(row, in: language)[groups] != group {
        group = words(row, in: language)[groups]
        isShaded.toggle()
      }
      let cells = zip(row, columns).map { cell, column in
        let made = cell.worksheetCell(column, in: language)
        guard groups != nil, isShaded else { return made }
        return WorksheetCell(made.content, made.look.with { $0.ground = .band })
      }
      sheet.append(.fitted(cells, to: widths))
    }
    sheet.frozenColumns = frozenColumns
    sheet.hasFilter = true
    sheet.pageWord = Phrase(vi: "Trang", en: "Page")(language)
    return sheet
  }

  /// Returns the width of each column: its longest content up to the column's own limit, beyond which
  /// texts are broken into lines, and its heading in four lines.
  private func widths(in language: Language) -> [Double] {
    let cells = rows.map { words($0, in: language) }
    return columns.indices.map { index in
      let content = cells.map { TextLines.width(of: $0[index]) }.max() ?? 0
      let heading = TextLines.width(of: columns[index].title(language), lines: 4) + 2
      return Double(max(heading, min(content + 2, columns[index].widest), 6))
    }
  }
}

/// The looks that all sheets share.
enum SheetLook {
  /// The heading of a column.
  static let heading = CellLook.plain.with {
    $0.isBold = true
    $0.isWrapped = true
    $0.isBordered = true
    $0.alignment = .centre
    $0.ground = .heading
  }

  /// A cell of a table.
  static let body = CellLook.plain.with {
    $0.isWrapped = true
    $0.isBordered = true
    $0.alignment = .leading
  }

  /// A number of a table.
  static func number(_ format: String) -> CellLook {
    CellLook.plain.with {
      $0.isBordered = true
      $0.numberFormat = format
    }
  }
}

extension ReportTable.Cell {
  /// Returns the cell as it stands on a sheet.
  fileprivate func worksheetCell(
    _ column: ReportTable.Column, in language: Language
  ) -> WorksheetCell {
    switch self {
    case .empty: WorksheetCell(.empty, SheetLook.body)
    case .text(let phrase):
      WorksheetCell(
        phrase(language).isEmpty ? .empty : .text(phrase(language)),
        column.alignment == .leading
          ? SheetLook.body : SheetLook.body.with { $0.alignment = .centre })
    case .whole(let value): Self.number(value.map(Double.init), "#,##0")
    case .year(let value): Self.number(value.map(Double.init), "0")
    case .decimal(let value, let decimals): Self.number(value, "0" + Self.places(decimals))
    case .signed(let value): Self.number(value, "+0.0;-0.0;0.0")
    case .percent(let value): Self.number(value.map { $0 / 100 }, "0.0%")
    case .threshold(let value, let decimals):
      Self.number(value.map { $0 / 100 }, "0" + Self.places(decimals) + "%")
    case .probability(let value, let cap): Self.number(value, Self.format(value, cap))
    }
  }

  private static func number(_ value: Double?, _ format: String) -> WorksheetCell {
    // Beyond six decimals stands nothing that a reader could use, and libraries may differ.
    let rounded = value.flatMap { DecimalText($0, decimals: 6) }.flatMap {
      Double($0.joined(decimalSeparator: "."))
    }
    return WorksheetCell(rounded.map { .number($0) } ?? .empty, SheetLook.number(format))
  }

  private static func places(_ decimals: Int) -> String {
    decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
  }

  /// Returns "0%", or what the report says where it does not say the number.
  private static func format(_ value: Double?, _ cap: ProbabilityCap) -> String {
    let words = NumberStyle(.en).probability(value, cap: cap)
    return words.hasPrefix("<") || words.hasPrefix(">") ? "\"\(words)\"" : "0%"
  }
}
