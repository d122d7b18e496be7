import Diagnostics
import Indicators
import InputFiles
import Wording

/// A column that a table may have: its name, other headings that mean it, whether it must be there.
struct Field: Sendable, Hashable {
  /// The name in the format.
  let name: String
  /// Other headings that mean the same, compared without case and diacritics.
  let synonyms: [String]
  /// Whether a table without it is of no use.
  let isRequired: Bool

  init(_ name: String, synonyms: [String] = [], required: Bool = false) {
    self.name = name
    self.synonyms = synonyms
    isRequired = required
  }
}

/// A reader of the rows of one table after a list of fields, that collects all faults.
struct RecordReader {
  /// The table that is read.
  let table: Table
  /// What was found so far.
  private(set) var diagnostics: [Diagnostic] = []
  private let columns: [String: Int]
  private let missingMarks: Set<String>
  private var convention = NumberConvention.point
  private var isDisputed = false

  /// Matches the headings of a table with fields; missing and unknown ones are reported.
  init(_ table: Table, fields: [Field], missingValues: [String] = []) {
    self.table = table
    missingMarks = Set(missingValues)
    var columns: [String: Int] = [:]
    for (index, heading) in table.header.enumerated() where !heading.isEmpty {
      let key = TextKey.folded(heading)
      let match = fields.first { field in
        ([field.name] + field.synonyms).contains { TextKey.folded($0) == key }
      }
      guard let match else {
        let nearest = NearestName.suggestions(for: heading, among: fields.map(\.name), limit: 1)
        diagnostics.append(
          Diagnostic(
            .columnUnknown, at: table.headerPosition(column: index), value: heading,
            ["nearest": nearest.first ?? fields.map(\.name).joined(separator: ", ")]))
        continue
      }
      if columns[match.name] == nil {
        columns[match.name] = index
      } else {
        diagnostics.append(
          Diagnostic(
            .columnRepeated, at: table.headerPosition(column: index), value: heading,
            ["name": match.name]))
      }
    }
    for field in fields where field.isRequired && columns[field.name] == nil {
      diagnostics.append(
        Diagnostic(
          .columnMissing, at: table.headerPosition(),
          ["name": field.name, "header": table.header.joined(separator: ", ")]))
    }
    self.columns = columns
  }

  /// Whether a fault was found that stops the work.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether the table has a field.
  func has(_ field: String) -> Bool { columns[field] != nil }

  /// Adds a finding.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Returns where a field of a row stands.
  func position(_ row: Int, _ field: String) -> InputPosition {
    table.position(row: row, column: columns[field])
  }

  /// Returns the text of a field; nil when the table has no such field or the cell is empty.
  func text(_ row: Int, _ field: String) -> String? {
    guard let column = columns[field] else { return nil }
    let text = TextKey.printable(table.text(row: row, column: column))
    return text.isEmpty || missingMarks.contains(text) ? nil : text
  }

  /// Returns the text of a field that every row must fill; a missing one is reported.
  mutating func requiredText(_ row: Int, _ field: String) -> String? {
    if let text = text(row, field) { return text }
    report(Diagnostic(.cellMissing, at: position(row, field), ["name": field]))
    return nil
  }

  /// Decides for the whole table which sign separates decimals.
  ///
  /// Where rows disagree, the first row of the smaller side is reported with both readings named; on
  /// a tie the first of each side is.
  mutating func settleConvention(whole: [String], share: [String]) {
    var rows: [NumberConvention: [(row: Int, field: String)]] = [:]
    let fields =
      whole.map { ($0, NumberConvention.Kind.whole) }
      + share.map { ($0, NumberConvention.Kind.share) }
    for row in 0..<table.rowCount {
      for (field, kind) in fields {
        guard let text = text(row, field),
          let spoken = NumberConvention.evidence(in: text, kind: kind)
        else { continue }
        rows[spoken, default: []].append((row, field))
      }
    }
    let points = rows[.point] ?? []
    let commas = rows[.comma] ?? []
    convention = commas.count > points.count ? .comma : .point
    let disputed: [(row: Int, field: String)]
    if points.count == commas.count {
      disputed = Array(points.prefix(1) + commas.prefix(1))
    } else {
      disputed = Array((commas.count > points.count ? points : commas).prefix(1))
    }
    isDisputed = !points.isEmpty && !commas.isEmpty
    guard isDisputed else { return }
    for entry in disputed {
      report(
        Diagnostic(
          .numberConvention, at: position(entry.row, entry.field),
          value: text(entry.row, entry.field),
          ["points": String(points.count), "commas": String(commas.count)]))
    }
  }

  /// Returns the number in a field; nil when missing or unreadable, which is reported.
  ///
  /// A cell of the other side of a reported dispute is not reported again.
  mutating func number(
    _ row: Int, _ field: String, kind: NumberConvention.Kind = .share
  ) -> ExactDecimal? {
    guard let text = text(row, field), !NumberText.isMissing(text) else { return nil }
    if isDisputed, let spoken = NumberConvention.evidence(in: text, kind: kind),
      spoken != convention
    {
      return nil
    }
    if let number = convention.number(text) { return number }
    report(Diagnostic(.numberUnreadable, at: position(row, field), value: text, ["name": field]))
    return nil
  }

  /// Returns the whole number in a field; decimals and percents are reported.
  mutating func wholeNumber(_ row: Int, _ field: String) -> Int? {
    guard let number = number(row, field, kind: .whole) else { return nil }
    let unit = ExactDecimal.powerOfTen(number.scale)
    let isPercent = text(row, field).map { $0.contains { "%％".contains($0) } } ?? false
    if number.unscaled % unit == 0, !isPercent { return number.unscaled / unit }
    report(Diagnostic(.numberNotWhole, at: position(row, field), value: text(row, field)))
    return nil
  }

  /// Returns the year in a field; anything but a year of 1900…2100 is reported.
  mutating func year(_ row: Int, _ field: String) -> Int? {
    guard let text = requiredText(row, field) else { return nil }
    if let year = Int(text), (1900...2100).contains(year) { return year }
    report(Diagnostic(.yearUnreadable, at: position(row, field), value: text))
    return nil
  }

  /// Returns the date in a field; nil when missing or unreadable, which is reported.
  mutating func date(_ row: Int, _ field: String) -> CalendarDate? {
    guard let text = text(row, field) else { return nil }
    if let date = CalendarDate(text) { return date }
    report(Diagnostic(.dateUnreadable, at: position(row, field), value: text))
    return nil
  }

  /// Returns the choice that a field names; the default when empty; anything else is reported.
  mutating func choice<Choice>(
    _ row: Int, _ field: String, of choices: [(names: [String], value: Choice)],
    default standard: Choice
  ) -> Choice {
    guard let text = text(row, field) else { return standard }
    let key = TextKey.folded(text)
    if let match = choices.first(where: { $0.names.contains { TextKey.folded($0) == key } }) {
      return match.value
    }
    report(
      Diagnostic(
        .choiceUnknown, at: position(row, field), value: text,
        ["name": field, "choices": choices.compactMap(\.names.first).joined(separator: ", ")]))
    return standard
  }
}

extension DiagnosticCode {
  static let columnMissing = DiagnosticCode(
    "column.missing",
    message: Phrase(
      vi: "bảng thiếu cột “{name}” (tiêu đề hiện có: {header})",
      en: "the table has no column “{name}” (its header: {header})"),
    remedy: Phrase(vi: "Thêm cột “{name}”.", en: "Add a column “{name}”."))

  static let columnUnknown = DiagnosticCode(
    "column.unknown", .warning,
    message: Phrase(
      vi: "không biết cột “{value}”, bỏ qua cột này",
      en: "column “{value}” is not known and is passed over"),
    remedy: Phrase(
      vi: "Nếu cột có số liệu cần dùng, đổi tên thành: {nearest}.",
      en: "If it holds figures that matter, rename it: {nearest}."))

  static let columnRepeated = DiagnosticCode(
    "column.repeated",
    message: Phrase(
      vi: "có hai cột cùng nghĩa “{name}”", en: "two columns both mean “{name}”"),
    remedy: Phrase(vi: "Giữ lại một cột.", en: "Keep one of them."))

  static let cellMissing = DiagnosticCode(
    "cell.missing",
    message: Phrase(vi: "ô “{name}” để trống", en: "the cell “{name}” is empty"),
    remedy: Phrase(vi: "Điền ô này.", en: "Fill the cell."))

  static let numberConvention = DiagnosticCode(
    "number.mixed-convention",
    message: Phrase(
      vi:
        "“{value}” ngược với phần còn lại của tệp: {points} ô dùng dấu chấm, {commas} ô dùng dấu phẩy thập phân",
      en:
        "“{value}” contradicts the rest of the file: {points} cells have a decimal point, {commas} a decimal comma"
    ),
    remedy: Phrase(
      vi: "Dùng một dấu thập phân cho cả tệp.", en: "Use one decimal sign in the whole file."))

  static let numberUnreadable = DiagnosticCode(
    "number.unreadable",
    message: Phrase(
      vi: "“{value}” trong cột “{name}” không phải là số",
      en: "“{value}” in column “{name}” is not a number"),
    remedy: Phrase(
      vi: "Ghi số, hoặc để trống ô nếu không có số liệu.",
      en: "Write a number, or leave the cell empty where there is no figure."))

  static let numberNotWhole = DiagnosticCode(
    "number.not-whole",
    message: Phrase(
      vi: "“{value}” phải là số nguyên (số người, số hộ …)",
      en: "“{value}” must be a whole number (of people, households …)"),
    remedy: Phrase(
      vi: "Ghi số đếm; tỷ lệ phần trăm thì ghi ở cột “percent”.",
      en: "Write the count; a percentage belongs in column “percent”."))

  static let yearUnreadable = DiagnosticCode(
    "year.unreadable",
    message: Phrase(
      vi: "“{value}” không phải là năm trong khoảng 1900–2100",
      en: "“{value}” is not a year of 1900–2100"),
    remedy: Phrase(vi: "Ghi năm bằng bốn chữ số.", en: "Write the year in four digits."))

  static let dateUnreadable = DiagnosticCode(
    "date.unreadable",
    message: Phrase(vi: "“{value}” không phải là ngày", en: "“{value}” is not a date"),
    remedy: Phrase(
      vi: "Ghi ngày dạng 2026-01-31 hoặc 31/01/2026.", en: "Write the date as 2026-01-31."))

  static let choiceUnknown = DiagnosticCode(
    "choice.unknown",
    message: Phrase(
      vi: "“{value}” không dùng được cho “{name}”", en: "“{value}” is not known for “{name}”"),
    remedy: Phrase(vi: "Dùng một trong: {choices}.", en: "Use one of: {choices}."))
}
