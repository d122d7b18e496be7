package import Wording

/// A table of results, built once and rendered as text, Markdown, CSV or a sheet of a workbook.
package struct ReportTable: Sendable {
  /// How the cells of a column stand.
  package enum Alignment: Sendable {
    /// Texts.
    case leading
    /// Numbers.
    case trailing
  }

  /// A column.
  package struct Column: Sendable {
    /// The heading.
    let title: Phrase
    /// How its cells stand.
    let alignment: Alignment
    /// The columns of a terminal beyond which text is broken.
    let widest: Int

    package init(_ title: Phrase, _ alignment: Alignment = .leading, widest: Int = 60) {
      self.title = title
      self.alignment = alignment
      self.widest = widest
    }
  }

  /// What stands in a cell; numbers are written at rendering.
  package enum Cell: Sendable {
    /// Nothing.
    case empty
    /// A text.
    case text(Phrase)
    /// A whole number.
    case whole(Int?)
    /// A number at fixed decimals.
    case decimal(Double?, decimals: Int = 1)
    /// A number at one decimal with its sign.
    case signed(Double?)
    /// A share in percent at one decimal.
    case percent(Double?)
    /// A share that a rule asks for in percent, at the decimals of the rule.
    case threshold(Double?, decimals: Int)
    /// A probability; capped where little stands behind it.
    case probability(Double?, cap: ProbabilityCap = .none)
    /// A year, never grouped.
    case year(Int?)

    /// Makes a cell of a text that is alike in all languages.
    package static func name(_ text: String?) -> Cell {
      text.map { .text(Phrase($0)) } ?? .empty
    }
  }

  /// The columns.
  package let columns: [Column]
  /// The rows; each has a cell for each column.
  package let rows: [[Cell]]

  /// - Precondition: each row has a cell for each column.
  package init(columns: [Column], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has not a cell a column")
    self.columns = columns
    self.rows = rows
  }

  /// Returns the table for a terminal: aligned, long texts broken within their column.
  package func text(in language: Language) -> String {
    let cells = [columns.map { $0.title(language) }] + rows.map { words($0, in: language) }
    let broken = cells.map { row in
      zip(row, columns).map { DisplayWidth.wrapped($0, width: $1.widest) }
    }
    let widths = columns.indices.map { column in
      broken.map { $0[column].map(DisplayWidth.of).max() ?? 0 }.max() ?? 0
    }
    var lines: [String] = []
    for (index, row) in broken.enumerated() {
      let height = row.map(\.count).max() ?? 1
      for part in 0..<height {
        let pieces = columns.indices.map { column in
          let piece = part < row[column].count ? row[column][part] : ""
          return columns[column].alignment == .leading
            ? DisplayWidth.padded(piece, to: widths[column])
            : DisplayWidth.leftPadded(piece, to: widths[column])
        }
        lines.append(Self.withoutTrailingBlanks(pieces.joined(separator: "  ")))
      }
      if index == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "──"))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns the table as Markdown.
  package func markdown(in language: Language) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return line(columns.map { $0.title(language) })
      + line(columns.map { $0.alignment == .leading ? "---" : "---:" })
      + rows.map { line(words($0, in: language)) }.joined()
  }

  /// Returns the table as CSV that a spreadsheet of the language opens as it is.
  ///
  /// Vietnamese: semicolons and decimal commas; English: commas and points. UTF-8 with BOM, lines end
  /// in CR LF, numbers without grouping and unit, texts that begin like a formula are quoted by an
  /// apostrophe.
  package func csv(in language: Language) -> String {
    let style = NumberStyle(language)
    let delimiter = language == .vi ? ";" : ","
    // By Unicode scalars: CR LF, or a sign under a combining mark, is one `Character`.
    func field(_ text: String) -> String {
      let opening = text.unicodeScalars.first ?? " "
      let safe = "=+-@\t\r\n".unicodeScalars.contains(opening) ? "'" + text : text
      let needsQuotes = safe.unicodeScalars.contains { "\"\n\r;,".unicodeScalars.contains($0) }
      guard needsQuotes else { return safe }
      var quoted = String.UnicodeScalarView()
      for scalar in safe.unicodeScalars {
        quoted.append(scalar)
        if scalar == "\"" { quoted.append(scalar) }
      }
      return "\"" + String(quoted) + "\""
    }
    func number(_ value: Double?, _ decimals: Int) -> String {
      value.flatMap { DecimalText($0, decimals: decimals) }?
        .joined(decimalSeparator: style.decimalSeparator) ?? ""
    }
    func plain(_ cell: Cell) -> String {
      switch cell {
      case .empty: ""
      case .text(let phrase): field(phrase(language))
      case .whole(let value), .year(let value): value.map(String.init) ?? ""
      case .decimal(let value, let decimals), .threshold(let value, let decimals):
        number(value, decimals)
      case .signed(let value): number(value, 2)
      case .percent(let value): number(value, 2)
      case .probability(let value, _): number(value, 4)
      }
    }
    let header = columns.map { field($0.title(language)) }
    let lines = [header] + rows.map { $0.map(plain) }
    return "\u{FEFF}" + lines.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
  }

  /// Returns the cells of a row as a reader sees them.
  func words(_ row: [Cell], in language: Language) -> [String] {
    let style = NumberStyle(language)
    return row.map { cell in
      switch cell {
      case .empty: ""
      case .text(let phrase): phrase(language)
      case .whole(let value): style.whole(value)
      case .decimal(let value, let decimals): style.decimal(value, decimals: decimals)
      case .signed(let value): style.signed(value)
      case .percent(let value): style.percent(value)
      case .threshold(let value, let decimals): style.percent(value, decimals: decimals)
      case .probability(let value, let cap): style.probability(value, cap: cap)
      case .year(let value): value.map(String.init) ?? NumberStyle.missing
      }
    }
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
