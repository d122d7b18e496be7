import Diagnostics
import Indicators
import InputFiles
import Wording

/// Who answers for which indicator, as the sheets of a file say under headings such as “Đơn vị chủ trì”.
///
/// A row speaks of the indicator whose name or id stands in it. A blank cell of agencies that is merged
/// with the one above says the same as that; any other blank cell assigns nobody.
struct AssignmentSheets {
  /// The rows of a sheet that are looked at; annexes of plans have a few dozen.
  private static let rowLimit = 5_000
  /// The cells of a row, and the bytes of a cell, that can be headings.
  private static let headingLimit = (cells: 200, bytes: 80)
  /// The merged cells, and the rows under each, that are looked at.
  private static let mergeLimit = (ranges: 10_000, rows: 1_000)

  /// The columns of a table of agencies.
  private struct Columns {
    let lead: Int
    let supporting: Int?
    /// Those of years and measures, whose numbers are no ids.
    let figures: Set<Int>
    /// The cells that show at blank places under merged ones, by row number.
    let mergedLeads: [Int: Int]
    let mergedSupporting: [Int: Int]
  }

  /// Each indicator once, in the order of the file; the requirement is the id of the indicator.
  private(set) var assignments: [Assignment] = []
  /// What was read, what contradicts, what could not be matched.
  private(set) var diagnostics: [Diagnostic] = []
  /// The sheets that have headings of agencies, filled in or not.
  private(set) var sheets: Set<Int> = []
  private var places: [String: (index: Int, position: InputPosition)] = [:]
  private var namedWithin: [String: [Int]] = [:]

  /// Reads all sheets; without a vocabulary no row can be matched and nothing is read.
  ///
  /// - Complexity: O(cells of the first 5,000 rows of each sheet).
  init(_ readings: [SheetReading]) {
    for (index, reading) in readings.enumerated() where !reading.reader.vocabulary.terms.isEmpty {
      var reading = reading
      read(index, &reading)
    }
  }

  private mutating func read(_ index: Int, _ reading: inout SheetReading) {
    let sheet = reading.sheet
    var columns: Columns?
    var heading: InputPosition?
    var named: Set<Int> = []
    var unmatched: [Int] = []
    for row in 0..<min(sheet.rowCount, Self.rowLimit) {
      if let found = Self.columns(row, &reading) {
        heading = heading ?? sheet.position(row: row, column: found.lead)
        columns = found
        continue
      }
      guard let columns,
        let lead = Self.text(row, columns.lead, columns.mergedLeads, reading),
        reading.parts(of: lead).field != .leadAgency
      else { continue }
      let terms = indicators(row, columns, reading)
      if terms.isEmpty { unmatched.append(sheet.rowNumber(row)) }
      named.formUnion(terms)
      let supporting = columns.supporting.flatMap {
        Self.text(row, $0, columns.mergedSupporting, reading)
      }
      let position = sheet.position(row: row, column: columns.lead)
      for term in terms {
        add(
          Assignment(
            requirement: reading.reader.vocabulary.terms[term].id, leadAgency: lead,
            supportingAgencies: Self.agencies(in: supporting ?? "")), at: position)
      }
    }
    guard let heading else { return }
    sheets.insert(index)
    let name = ["name": sheet.name ?? sheet.file]
    if !named.isEmpty {
      diagnostics.append(
        Diagnostic(
          .assignmentRead, at: heading, name.merging(["count": String(named.count)]) { $1 }))
    }
    if !unmatched.isEmpty {
      let rows = unmatched.prefix(12).map(String.init).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .assignmentUnmatched, at: heading,
          ["rows": unmatched.count > 12 ? rows + ", … (\(unmatched.count))" : rows]))
    }
  }

  /// Keeps the first assignment of an indicator; another lead agency further down is told.
  private mutating func add(_ assignment: Assignment, at position: InputPosition) {
    guard let known = places[assignment.requirement] else {
      places[assignment.requirement] = (assignments.count, position)
      assignments.append(assignment)
      return
    }
    let first = assignments[known.index]
    if TextKey.spelling(first.leadAgency) != TextKey.spelling(assignment.leadAgency) {
      diagnostics.append(
        Diagnostic(
          .assignmentTwice, at: position, value: assignment.leadAgency,
          [
            "indicator": assignment.requirement, "first": first.leadAgency,
            "line": known.position.label,
          ]))
    } else if first.supportingAgencies.isEmpty {
      assignments[known.index] = Assignment(
        requirement: first.requirement, leadAgency: first.leadAgency,
        supportingAgencies: assignment.supportingAgencies)
    }
  }

  // MARK: Headings

  /// The first bytes of “Chủ trì”, “Cơ quan …”, “Đơn vị …”, “Lead …”: no other cell has to be understood to
  /// know that it is no such heading, which keeps large tables quick.
  private static let leadBytes = Set("CcLlDdĐđ".utf8)

  private static func isLead(_ cell: Int, _ reading: inout SheetReading) -> Bool {
    reading.sheet.bytes(of: cell).count <= headingLimit.bytes
      && reading.parts(ofCell: cell).field == .leadAgency
  }

  /// Returns the columns of agencies if a row is one of headings that names them.
  private static func columns(_ row: Int, _ reading: inout SheetReading) -> Columns? {
    let sheet = reading.sheet
    let cells = sheet.cells(in: row).prefix(headingLimit.cells)
    let isLikely = cells.contains { cell in
      sheet.firstByte(of: cell).map(leadBytes.contains) == true && isLead(cell, &reading)
    }
    guard isLikely else { return nil }
    var lead: Int?
    var supporting: Int?
    var figures: Set<Int> = []
    for cell in cells where !sheet.isBlank(cell) {
      let column = sheet.column(of: cell, in: row)
      if reading.holdsFigure(cell) { continue }
      guard sheet.bytes(of: cell).count <= headingLimit.bytes else { continue }
      let parts = reading.parts(ofCell: cell)
      switch parts.field {
      case .leadAgency: lead = lead ?? column
      case .supportingAgencies: supporting = supporting ?? column
      case .value: figures.insert(column)
      default: if parts.year != nil || parts.measure != nil { figures.insert(column) }
      }
    }
    guard let lead else { return nil }
    return Columns(
      lead: lead, supporting: supporting, figures: figures,
      mergedLeads: merged(lead, sheet),
      mergedSupporting: supporting.map { merged($0, sheet) } ?? [:])
  }

  /// Returns the cells that are merged down a column, by the numbers of the rows that they cover.
  private static func merged(_ column: Int, _ sheet: Sheet) -> [Int: Int] {
    let merges = sheet.merges.prefix(mergeLimit.ranges).filter {
      $0.columns.lowerBound == column && $0.rows.count > 1
    }
    guard !merges.isEmpty else { return [:] }
    let rows = Dictionary(
      (0..<min(sheet.rowCount, rowLimit)).map { (sheet.rowNumber($0), $0) },
      uniquingKeysWith: { first, _ in first })
    var cells: [Int: Int] = [:]
    for merge in merges {
      guard let row = rows[merge.rows.lowerBound], let cell = sheet.cell(row: row, column: column)
      else { continue }
      for number in merge.rows.prefix(mergeLimit.rows) { cells[number] = cell }
    }
    return cells
  }

  // MARK: Rows

  /// Returns what a cell of agencies says: itself, or the one merged over it; nil for a blank or a figure.
  private static func text(
    _ row: Int, _ column: Int, _ merged: [Int: Int], _ reading: SheetReading
  ) -> String? {
    let sheet = reading.sheet
    let own = sheet.cell(row: row, column: column).flatMap { sheet.isBlank($0) ? nil : $0 }
    guard let cell = own ?? merged[sheet.rowNumber(row)], sheet.kind(of: cell).isText,
      !reading.holdsFigure(cell)
    else { return nil }
    let text = sheet.text(of: cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// Returns agencies that stand in one cell, split at semicolons where there is one, else at commas.
  static func agencies(in text: String) -> [String] {
    text.split(separator: text.contains(";") ? ";" : ",")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// Returns the indicators that a row speaks of: by a whole name, by an id, by names in longer titles.
  ///
  /// Cells are asked from the agencies to the left, because criteria stand before their indicators. A bare
  /// number means nothing: annexes count criteria, and indicators within each.
  private mutating func indicators(
    _ row: Int, _ columns: Columns, _ reading: SheetReading
  ) -> [Int] {
    let filled = reading.filledCells(row).prefix(Self.headingLimit.cells).filter {
      $0.column != columns.lead && $0.column != columns.supporting
        && !columns.figures.contains($0.column)
    }
    let ordered =
      filled.filter { $0.column < columns.lead }.reversed()
      + filled.filter { $0.column > columns.lead }
    let texts = ordered.filter { reading.sheet.bytes(of: $0.cell).count <= 2_000 }
      .map { reading.sheet.text(of: $0.cell) }
    for text in texts {
      if let term = reading.reader.indicator(named: text) { return [term] }
    }
    for text in texts {
      let terms = reading.reader.indicators(numbered: text)
      if !terms.isEmpty { return terms }
    }
    for text in texts {
      let terms = namedWithin[text] ?? reading.reader.indicators(within: text)
      namedWithin[text] = terms
      if !terms.isEmpty { return terms }
    }
    return []
  }
}

extension DiagnosticCode {
  static let assignmentRead = DiagnosticCode(
    "assignment.read", .note,
    message: Phrase(
      vi: "đọc được phân công của {count} chỉ tiêu ở trang “{name}”",
      en: "the agencies of {count} indicators are read from “{name}”"),
    remedy: Phrase(
      vi: "Xem theo đơn vị: forecast gap --group agency.",
      en: "To see them by agency: forecast gap --group agency."))

  static let assignmentTwice = DiagnosticCode(
    "assignment.twice", .warning,
    message: Phrase(
      vi: "{indicator} đã có đơn vị chủ trì “{first}” ở {line}; bỏ qua “{value}”",
      en: "{indicator} has the lead agency “{first}” already in {line}; “{value}” is passed over"),
    remedy: Phrase(vi: "Giữ một đơn vị chủ trì.", en: "Keep one lead agency."))

  static let assignmentUnmatched = DiagnosticCode(
    "assignment.unmatched", .note,
    message: Phrase(
      vi: "dòng {rows} có đơn vị chủ trì nhưng không rõ là của chỉ tiêu nào",
      en: "rows {rows} name a lead agency, but not of which indicator"),
    remedy: Phrase(
      vi: "Nếu là chỉ tiêu của quy định, ghi mã như 5.1 hoặc tên như trong quy định.",
      en: "If they are indicators of the rules, write an id such as 5.1, or the name in the rules.")
  )
}
