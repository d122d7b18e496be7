package import Diagnostics
import Indicators
package import InputFiles
package import Wording

/// The writing of a mapping file: the tables as recognised, with comments, for the user to change.
package enum MappingWriter {
  /// Returns the mapping of a file as YAML.
  ///
  /// - Throws: `Faults` when the file cannot be read at all. A file in which no table is recognised
  ///   gives a mapping of its first sheet with the first row as headings, to be filled in.
  package static func mapping(
    of source: SourceFile, _ options: LooseFileOptions, in language: Language
  ) throws(Faults) -> String {
    let (sheets, _) = try LooseFile.sheets(of: source)
    let reader = HeadingReader(options.vocabulary)
    var layouts: [TableLayout] = []
    for (index, sheet) in sheets.enumerated() {
      var recognizer = LayoutRecognizer(SheetReading(sheet, reader), sheetIndex: index)
      layouts += recognizer.tables()
    }
    if layouts.isEmpty { layouts = skeleton(sheets) }
    var lines = comments(options, in: language)
    lines.append("tables:")
    for layout in layouts {
      lines += Self.lines(of: layout, sheets[layout.sheet], options, language)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func comments(_ options: LooseFileOptions, in language: Language) -> [String] {
    let shares = options.vocabulary.terms.filter { $0.kind == .share }.map(\.id)
    let groups = options.vocabulary.terms.filter { $0.kind == .base }.map(\.id)
    let text = Phrase(
      vi: """
        # Khai báo các bảng của tệp số liệu. Sửa chỗ nào chưa đúng rồi chạy lại với --mapping và tên tệp này.
        # sheet: tên trang tính (tệp .csv thì bỏ trống). headerRows: các dòng tiêu đề. rows: dòng số liệu đầu và cuối.
        # place, indicator, year, measure, status: điều đúng cho cả bảng khi không cột nào nói (để null nếu không cần).
        # columns: mỗi cột là một trong các từ sau
        #   place, parent, indicator, code, year, measure, unit, status, vintage, released, note, ordinal,
        #   lead_agency, supporting_agencies: nói về dòng
        #   figures: cột số; none: bỏ qua
        #   {indicator: trained, year: 2024, measure: count, status: preliminary}: cột số, với điều mà tiêu đề nói
        #   {group: households, measure: base}: tổng số dùng chung cho các chỉ tiêu tính trên nhóm đó
        # measure: count (số đạt), base (tổng số), percent (tỷ lệ %). status: final, preliminary, estimated.
        # indicator: \(shares.joined(separator: ", ")), hoặc mã riêng. group: \(groups.joined(separator: ", ")).
        """,
      en: """
        # The tables of a file of figures. Change what is wrong, then run again with --mapping and this file.
        # sheet: the name of the sheet (leave empty for .csv). headerRows: rows of headings. rows: first and last row.
        # place, indicator, year, measure, status: what holds for the whole table where no column says so (null if not needed).
        # columns: each is one of
        #   place, parent, indicator, code, year, measure, unit, status, vintage, released, note, ordinal,
        #   lead_agency, supporting_agencies: about the row
        #   figures: numbers; none: passed over
        #   {indicator: trained, year: 2024, measure: count, status: preliminary}: numbers, and what the heading says
        #   {group: households, measure: base}: a total shared by the indicators that are shares of that group
        # measure: count, base, percent. status: final, preliminary, estimated.
        # indicator: \(shares.joined(separator: ", ")), or an id of your own. group: \(groups.joined(separator: ", ")).
        """)
    return text(language).split(separator: "\n").map(String.init)
  }

  private static func skeleton(_ sheets: [Sheet]) -> [TableLayout] {
    guard let index = sheets.firstIndex(where: { $0.rowCount > 0 }) else { return [] }
    let sheet = sheets[index]
    let columns = (0..<min(sheet.width(of: 0), 200)).map { column in
      LayoutColumn(
        index: column, heading: sheet.cell(row: 0, column: column).map { sheet.text(of: $0) } ?? "",
        role: .passedOver, reason: Phrase(vi: "chưa nhận ra", en: "not recognised"))
    }
    return [
      TableLayout(
        sheet: index, headerRows: [0], body: min(1, sheet.rowCount)..<sheet.rowCount,
        columns: columns,
        context: FigureMeaning(), contextReasons: [])
    ]
  }

  private static func lines(
    of layout: TableLayout, _ sheet: Sheet, _ options: LooseFileOptions, _ language: Language
  ) -> [String] {
    let terms = options.vocabulary.terms
    var lines = ["  - sheet: \(sheet.name.map(quoted) ?? "null")"]
    let header = layout.headerRows.map { String(sheet.rowNumber($0)) }
    lines.append("    headerRows: [\(header.joined(separator: ", "))]")
    if let last = layout.body.last {
      lines.append(
        "    rows: [\(sheet.rowNumber(layout.body.lowerBound)), \(sheet.rowNumber(last))]")
    }
    let context = layout.context
    lines.append("    place: \((context.place ?? options.place).map(quoted) ?? "null")")
    let subject = context.term.map { terms[$0].id } ?? context.ownIndicator
    lines.append("    indicator: \(subject.map(quoted) ?? "null")")
    lines.append("    year: \(context.year.map(String.init) ?? "null")")
    lines.append("    measure: \(context.measure?.fieldName ?? "null")")
    if let status = status(context.status) { lines.append("    status: \(status)") }
    lines.append("    columns:")
    for column in layout.columns {
      let name =
        sheet.isSpreadsheet ? CellName.letters(ofColumn: column.index) : String(column.index + 1)
      let heading = TextKey.printable(column.heading)
      let comment = [heading.isEmpty ? nil : "“\(heading)”", column.reason(language)]
        .compactMap { $0 }.joined(separator: ": ")
      lines.append("      \(name): \(role(column.role, options))  # \(comment)")
    }
    return lines
  }

  private static func role(_ role: ColumnRole, _ options: LooseFileOptions) -> String {
    switch role {
    case .key(let field): return field.rawValue
    case .parent: return "parent"
    case .passedOver: return "none"
    case .figures(let meaning):
      if meaning.isPlanned { return "none" }
      var parts: [String] = []
      if let place = meaning.place { parts.append("place: \(quoted(place))") }
      if let term = meaning.term {
        let entry = options.vocabulary.terms[term]
        parts.append("\(entry.kind == .base ? "group" : "indicator"): \(entry.id)")
      }
      if let own = meaning.ownIndicator { parts.append("indicator: \(quoted(own))") }
      if let year = meaning.year { parts.append("year: \(year)") }
      if let measure = meaning.measure { parts.append("measure: \(measure.fieldName)") }
      if let status = status(meaning.status) { parts.append("status: \(status)") }
      return parts.isEmpty ? "figures" : "{\(parts.joined(separator: ", "))}"
    }
  }

  /// Returns the word of a status.
  private static func status(_ status: StatusWord?) -> String? {
    switch status {
    case .preliminary: "preliminary"
    case .estimated: "estimated"
    case .final: "final"
    case nil: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
