package import Diagnostics
import Indicators
import InputFiles
import Wording

/// What has to be said of the sheets of a file as wholes.
enum SheetFindings {
  /// Returns what is hidden, what was passed over, and whether there is any table at all.
  ///
  /// Sheets in `assigning` say who answers for what and need not hold figures.
  static func of(
    _ sheets: [Sheet], layouts: [TableLayout], reader: HeadingReader, assigning: Set<Int> = []
  ) -> [Diagnostic] {
    guard let first = sheets.first else { return [] }
    var findings: [Diagnostic] = []
    if layouts.isEmpty {
      findings.append(unrecognised(sheets, first, reader))
      return findings
    }
    for (index, sheet) in sheets.enumerated() {
      let tables = layouts.filter { $0.sheet == index }
      let position = InputPosition(file: sheet.file, sheet: sheet.name)
      let name = ["name": sheet.name ?? sheet.file]
      if tables.isEmpty {
        if sheet.rowCount > 0, !assigning.contains(index) {
          findings.append(Diagnostic(.sheetWithoutTable, at: position, name))
        }
        continue
      }
      if sheet.isHidden { findings.append(Diagnostic(.sheetHidden, at: position, name)) }
      let rows = sheet.hiddenRows.filter { number in
        tables.contains { table in
          guard let last = table.body.last, let start = table.headerRows.first else { return false }
          return (sheet.rowNumber(start)...sheet.rowNumber(last)).contains(number)
        }
      }
      if !rows.isEmpty {
        findings.append(Diagnostic(.rowsHidden, at: position, ["rows": Self.list(rows)]))
      }
      let columns = tables.flatMap(\.columns).filter { column in
        sheet.hiddenColumns.contains { $0.contains(column.index) }
      }
      if !columns.isEmpty {
        let letters = columns.map { CellName.letters(ofColumn: $0.index) }
        findings.append(
          Diagnostic(.columnsHidden, at: position, ["columns": letters.joined(separator: ", ")]))
      }
      for table in tables { findings += Self.columns(of: table, sheet) }
    }
    return findings
  }

  /// Returns what has to be said of columns that are not read.
  private static func columns(of table: TableLayout, _ sheet: Sheet) -> [Diagnostic] {
    let fields = LayoutField.allCases.map(\.rawValue) + Measure.allCases.map(\.fieldName)
    return table.columns.compactMap { column in
      guard column.role == .passedOver else { return nil }
      let position = sheet.position(row: table.headerRows.last ?? 0, column: column.index)
      if table.kind == .tidy, !column.heading.isEmpty, column.isUnknown {
        let nearest = NearestName.suggestions(for: column.heading, among: fields, limit: 1)
        return Diagnostic(
          .columnUnknown, at: position, value: column.heading,
          ["nearest": nearest.first ?? fields.joined(separator: ", ")])
      }
      guard column.isQuestionable else { return nil }
      let name =
        column.heading.isEmpty ? CellName.letters(ofColumn: column.index) : column.heading
      return Diagnostic(
        .columnPassedOver, at: position, value: name, phrases: ["reason": column.reason])
    }
  }

  private static func list(_ rows: [Int]) -> String {
    let shown = rows.prefix(12).map(String.init).joined(separator: ", ")
    return rows.count > 12 ? shown + ", … (\(rows.count))" : shown
  }

  /// Returns the finding that a file with tables holds not one figure; nil where something else was found.
  static func nothing(
    _ sheets: [Sheet], layouts: [TableLayout], hasFigures: Bool, _ findings: [Diagnostic]
  ) -> Diagnostic? {
    guard !hasFigures, let table = layouts.first,
      findings.allSatisfy({ $0.severity != .error })
    else { return nil }
    let sheet = sheets[table.sheet]
    return Diagnostic(.tableWithoutFigures, at: sheet.position(row: table.headerRows.first ?? 0))
  }

  private static func unrecognised(
    _ sheets: [Sheet], _ first: Sheet, _ reader: HeadingReader
  ) -> Diagnostic {
    if sheets.allSatisfy({ $0.rowCount == 0 }) {
      return Diagnostic(.tableEmpty, at: InputPosition(file: first.file))
    }
    let names = sheets.compactMap(\.name)
    let texts = sheets.filter { $0.rowCount > 0 }.prefix(1).flatMap { sheet in
      (0..<min(sheet.rowCount, 3)).flatMap { row in
        sheet.cells(in: row).prefix(8).map { sheet.text(of: $0) }
      }
    }.filter { !$0.isEmpty }.prefix(8)
    let sample = texts.map { TextKey.printable(String($0.prefix(40))) }.joined(separator: " | ")
    return Diagnostic(
      .layoutUnrecognised, at: InputPosition(file: first.file),
      ["sample": sample, "sheets": names.joined(separator: ", ")])
  }

  /// Returns a remark for each indicator that no rule file knows, with the nearest name.
  static func unknownIndicators(
    _ entries: [IndicatorPanel.Entry], _ vocabulary: IndicatorVocabulary
  ) -> [Diagnostic] {
    guard !vocabulary.terms.isEmpty else { return [] }
    let known = Set(vocabulary.terms.map(\.id))
    let shares = vocabulary.terms.filter { $0.kind == .share }
    var reported: Set<String> = []
    var findings: [Diagnostic] = []
    for entry in entries where !known.contains(entry.indicator) {
      guard reported.insert(entry.indicator).inserted else { continue }
      guard findings.count < DelimitedText.faultLimit else { break }
      // Whoever has hundreds of indicators of their own did not misspell them all.
      let nearest =
        findings.count < 200
        ? NearestName.suggestions(
          for: entry.indicator, among: shares.flatMap { [$0.id] + $0.names }, limit: 1) : []
      var position = entry.observation.position
      if position.sheet == nil { position.column = nil }
      if let name = nearest.first,
        let term = shares.first(where: { $0.id == name || $0.names.contains(name) })
      {
        findings.append(
          Diagnostic(
            .indicatorNear, at: position, value: entry.indicator,
            ["nearest": term.id == name ? name : "\(term.id) – \(name)"]))
      } else {
        findings.append(Diagnostic(.indicatorUnknown, at: position, value: entry.indicator))
      }
    }
    return findings
  }

  /// Returns findings in the order of sheets and rows.
  static func inOrder(_ findings: [Diagnostic], sheets: [Sheet]) -> [Diagnostic] {
    let order = Dictionary(
      sheets.enumerated().map { ($1.name ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    return findings.enumerated().sorted { first, second in
      let left = first.element.position
      let right = second.element.position
      let keys = (
        (order[left?.sheet ?? ""] ?? 0, left?.line ?? 0),
        (order[right?.sheet ?? ""] ?? 0, right?.line ?? 0)
      )
      return keys.0 != keys.1 ? keys.0 < keys.1 : first.offset < second.offset
    }.map(\.element)
  }
}

extension DiagnosticCode {
  static let layoutUnrecognised = DiagnosticCode(
    "layout.unrecognised",
    message: Phrase(
      vi:
        "không nhận ra bảng số liệu nào: chưa thấy dòng tiêu đề có năm, chỉ tiêu hoặc địa phương và các cột số (đầu tệp: {sample})",
      en:
        "no table of figures was recognised: no row of headings with years, indicators or places and columns of numbers (the file begins: {sample})"
    ),
    remedy: Phrase(
      vi:
        "Đặt tiêu đề cột như “Địa phương, Chỉ tiêu, Năm, Số đạt, Tổng số”, hoặc dùng mẫu .xlsx: forecast template.",
      en:
        "Head the columns “Place, Indicator, Year, Count, Base”, or use the .xlsx of forecast template."
    ))

  static let tableWithoutFigures = DiagnosticCode(
    "table.no-figures", obstacle: .insufficientData,
    message: Phrase(
      vi: "bảng có tiêu đề nhưng không đọc được số liệu nào",
      en: "the table has headings, but no figure was read from it"),
    remedy: Phrase(
      vi:
        "Điền số liệu; nếu đã điền, xem cột nào bị bỏ qua bằng forecast check, hoặc tự khai bằng forecast init.",
      en:
        "Enter figures; if there are any, see by forecast check which columns are passed over, or state them by forecast init."
    ))

  static let sheetWithoutTable = DiagnosticCode(
    "sheet.no-table", .note,
    message: Phrase(
      vi: "trang tính “{name}” không có bảng số liệu, bỏ qua",
      en: "the sheet “{name}” has no table of figures and is passed over"),
    remedy: Phrase(
      vi: "Nếu trang này có số liệu, chạy forecast init để tự khai các cột.",
      en: "If it holds figures, state its columns by forecast init."))

  static let sheetHidden = DiagnosticCode(
    "sheet.hidden", .note,
    message: Phrase(
      vi: "trang tính “{name}” đang ẩn, số liệu vẫn được đọc",
      en: "the sheet “{name}” is hidden; its figures are read"),
    remedy: Phrase(
      vi: "Xóa trang này nếu không muốn dùng.", en: "Delete the sheet if it should not count."))

  static let rowsHidden = DiagnosticCode(
    "rows.hidden", .note,
    message: Phrase(
      vi: "các dòng đang ẩn vẫn được đọc: {rows}", en: "hidden rows are read: {rows}"),
    remedy: Phrase(
      vi: "Xóa các dòng này nếu không muốn dùng.", en: "Delete the rows if they should not count."))

  static let columnsHidden = DiagnosticCode(
    "columns.hidden", .note,
    message: Phrase(
      vi: "các cột đang ẩn vẫn được đọc: {columns}", en: "hidden columns are read: {columns}"),
    remedy: Phrase(
      vi: "Xóa các cột này nếu không muốn dùng.", en: "Delete the columns if they should not count."
    ))

  package static let columnPassedOver = DiagnosticCode(
    "column.passed-over", .warning,
    message: Phrase(
      vi: "cột “{value}” có số nhưng không được đọc: {reason}",
      en: "column “{value}” holds numbers but is not read: {reason}"),
    remedy: Phrase(
      vi: "Nếu cần cột này, sửa tiêu đề cho rõ chỉ tiêu, năm, “Số đạt” hay “Tỷ lệ (%)”.",
      en: "If it matters, let its heading name indicator, year, count or percent."))

  static let indicatorNear = DiagnosticCode(
    "indicator.near", .warning,
    message: Phrase(
      vi: "không quy định nào có chỉ tiêu “{value}”; gần nhất là {nearest}",
      en: "no regulation knows the indicator “{value}”; the nearest is {nearest}"),
    remedy: Phrase(
      vi: "Sửa tên nếu viết nhầm; nếu là chỉ tiêu riêng thì không cần làm gì.",
      en: "Mend the name if it is misspelt; an indicator of your own may stay."))

  static let indicatorUnknown = DiagnosticCode(
    "indicator.own", .note,
    message: Phrase(
      vi: "“{value}” là chỉ tiêu riêng, không thuộc quy định nào",
      en: "“{value}” is an indicator of its own, of no regulation"),
    remedy: Phrase(
      vi: "Nếu viết nhầm, sửa lại tên chỉ tiêu.", en: "If it is misspelt, mend the name."))
}
