import Diagnostics
import Indicators
import InputFiles
import Wording

/// The reading of what the rows of one table are about, with what section rows above them said.
struct RowReader {
  /// What a row turned out to be.
  enum Reading {
    /// Nothing stands there that matters.
    case nothing
    /// It is passed over.
    case passedOver(Phrase)
    /// It adds up others.
    case total(FigureMeaning)
    /// It holds figures.
    case figures(FigureMeaning, FigureRelease)
  }

  let table: TableLayout
  let terms: [IndicatorVocabulary.Term]
  let figureColumns: [Int]
  let place: Int?
  let parent: Int?
  let indicator: Int?
  let code: Int?
  let year: Int?
  let measure: Int?
  let unit: Int?
  let status: Int?
  let vintage: Int?
  let released: Int?
  let note: Int?
  var section = FigureMeaning()
  var carried: [Int: String] = [:]
  var lastTexts: [Int: (cell: Int, text: String)] = [:]
  var lastOwn: (label: String, title: String)?
  var lastParts: [Int: (text: String, parts: HeadingParts)] = [:]
  let carryingColumns: Set<Int>
  var isCarryKnown = false
  var subtotals: Set<Int> = []
  /// The last row with a number in a column of figures.
  var lastNumbers: Int?
  /// Whether the rows with a blank place go on with a sum.
  var isInTotal = false
  /// How many fields a line must have: known where every line is one figure.
  var fieldCount: Int?
  var carries: Set<Int> = []
  var diagnostics: [Diagnostic] = []

  init(table: TableLayout, terms: [IndicatorVocabulary.Term]) {
    self.table = table
    self.terms = terms
    figureColumns = table.figureColumns.map(\.index)
    place = table.key(.place)
    parent = table.columns.first { $0.role == .parent }?.index
    indicator = table.key(.indicator)
    code = table.key(.code)
    year = table.key(.year)
    measure = table.key(.measure)
    unit = table.key(.unit)
    status = table.key(.status)
    vintage = table.key(.vintage)
    released = table.key(.released)
    note = table.key(.note)
    carryingColumns = Set([place, indicator, year, parent].compactMap { $0 })
  }

  /// Hands over what was found since the last call.
  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// Reads a row of the table's body.
  mutating func read(_ row: Int, _ reading: inout SheetReading) -> Reading {
    if !isCarryKnown {
      learnCarrying(reading)
      learnSubtotals(reading)
      lastNumbers = table.body.last { hasNumbers($0, reading) }
      if table.kind == .tidy, !reading.sheet.isSpreadsheet, let header = table.headerRows.first {
        fieldCount = reading.sheet.cells(in: header).count
      }
    }
    let sheet = reading.sheet
    if let expected = fieldCount, !hasFields(expected, row, reading) { return .nothing }
    let hasFigures = figureColumns.contains { column in
      sheet.cell(row: row, column: column).map { !sheet.isBlank($0) } ?? false
    }
    if !hasFigures { return readSection(row, &reading) }
    if isRepeatedHeader(row, reading) {
      return .passedOver(Phrase(vi: "tiêu đề lặp lại", en: "the headings once more"))
    }
    if !hasNumbers(row, reading), isRemark(row, &reading) || isSignature(row, reading) {
      return .nothing
    }
    var meaning = FigureMeaning()
    if subtotals.contains(row) {
      return .total(meaning)
    }
    if let total = totalLabel(row, &reading) {
      if text(row, indicator, reading) != nil { readIndicator(row, &meaning, &reading) }
      if let text = text(row, year, reading) { meaning.year = reading.parts(of: text).year }
      readMeasure(row, &meaning, &reading)
      if !total.isIndicator || meaning.term == nil { return .total(meaning) }
    }
    readPlace(row, &meaning, &reading)
    readIndicator(row, &meaning, &reading)
    readYear(row, &meaning, &reading)
    readMeasure(row, &meaning, &reading)
    let release = readRelease(row, &meaning, &reading)
    let whole = meaning.completed(by: section)
    return .figures(whole, release)
  }

  /// Whether a line of one figure has as many fields as the headings; a remark below needs not.
  private mutating func hasFields(_ expected: Int, _ row: Int, _ reading: SheetReading) -> Bool {
    let count = reading.sheet.cells(in: row).count
    if count == expected { return true }
    let filled = reading.filledCells(row)
    if count > expected, filled.allSatisfy({ $0.column < expected }) { return true }
    if filled.count > 1 {
      diagnostics.append(
        Diagnostic(
          .rowFieldCount, at: reading.sheet.position(row: row), value: String(count),
          ["count": String(count), "expected": String(expected)]))
    }
    return false
  }

  // MARK: Keys

  private mutating func text(_ row: Int, _ column: Int?, _ reading: SheetReading) -> String? {
    guard let column else { return nil }
    let text = shownText(row, column, reading)
    if !text.isEmpty {
      if carries.contains(column) { carried[column] = text }
      return text
    }
    return carries.contains(column) ? carried[column] : nil
  }

  /// Returns the text that shows in a key column with single blanks; that of the row before when the bytes
  /// are the same, as they mostly are.
  private mutating func shownText(_ row: Int, _ column: Int, _ reading: SheetReading) -> String {
    guard let cell = reading.shownCell(row: row, column: column) else { return "" }
    if let last = lastTexts[column], reading.sheet.haveSameBytes(cell, last.cell) {
      return last.text
    }
    let text = TextKey.printable(reading.sheet.text(of: cell))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    lastTexts[column] = (cell, text)
    return text
  }

  /// Returns what the text of a key column says.
  private mutating func parts(
    _ text: String, _ column: Int, _ reading: inout SheetReading
  ) -> HeadingParts {
    if let last = lastParts[column], last.text == text { return last.parts }
    let parts = reading.parts(of: text)
    lastParts[column] = (text, parts)
    return parts
  }

  private mutating func readPlace(
    _ row: Int, _ meaning: inout FigureMeaning, _ reading: inout SheetReading
  ) {
    guard let place else { return }
    if let parent { meaning.parent = text(row, parent, reading) }
    if reportsError(row, place, reading) {
      meaning.place = NumberStyle.missing
    } else if let text = text(row, place, reading) {
      meaning.place = text
    } else if section.place == nil {
      report(.cellMissing, row, place, reading, name: "place")
    }
  }

  private mutating func readIndicator(
    _ row: Int, _ meaning: inout FigureMeaning, _ reading: inout SheetReading
  ) {
    guard indicator != nil || code != nil else { return }
    if let indicator, reportsError(row, indicator, reading) {
      meaning.ownIndicator = NumberStyle.missing
      return
    }
    let label = text(row, indicator, reading)
    let codeText = text(row, code, reading)
    if label == nil && codeText == nil {
      if section.term == nil && section.ownIndicator == nil, !hasColumnTerms {
        report(.cellMissing, row, indicator ?? code ?? 0, reading, name: "indicator")
      }
      return
    }
    let parts = label.map { self.parts($0, indicator ?? -1, &reading) } ?? HeadingParts()
    let codeParts = codeText.map { self.parts($0, code ?? -1, &reading) } ?? HeadingParts()
    if let codeTerm = codeParts.term, codeParts.isWholeTerm {
      meaning.term = codeTerm
    } else if let term = parts.term {
      let isGroupOfSection =
        terms[term].kind == .base && (section.term != nil || section.ownIndicator != nil)
      if !isGroupOfSection { meaning.term = term }
    } else if let label, !isMeasureOfSection(parts) {
      if let known = section.term, parts.measure != nil, OwnIndicator.isGeneric(parts.key) {
        meaning.term = known
      } else if !OwnIndicator.isGeneric(parts.key) || indicator != nil {
        if lastOwn?.label != label { lastOwn = (label, OwnIndicator.title(in: label)) }
        meaning.ownIndicator = lastOwn?.title
      }
    } else if label == nil, let codeText, section.subject == nil, !hasColumnTerms {
      meaning.ownIndicator = codeText
    }
    if let measure = parts.measure { meaning.measure = measure }
    if parts.year != nil, year == nil { meaning.year = parts.year }
    if let status = parts.status { meaning.status = status }
    if label?.contains("%") == true { meaning.saysPercentSign = true }
  }

  var hasColumnTerms: Bool {
    table.figureColumns.allSatisfy { $0.meaning.subject != nil } || table.context.subject != nil
  }

  /// Whether a label only says which measure of the section's indicator its row holds.
  private func isMeasureOfSection(_ parts: HeadingParts) -> Bool {
    let hasSubject = section.subject != nil || table.context.subject != nil
    guard hasSubject, parts.measure != nil else { return false }
    return parts.isPureMeasure || OwnIndicator.isGeneric(parts.key)
      || parts.term.map { terms[$0].kind == .base } ?? false
  }

  /// Reports a key that is the error of a formula; it names nothing.
  private mutating func reportsError(_ row: Int, _ column: Int, _ reading: SheetReading) -> Bool {
    guard let cell = reading.shownCell(row: row, column: column) else { return false }
    let kind = reading.sheet.kind(of: cell)
    if kind == .formula {
      report(.cellFormula, row, column, reading)
      return true
    }
    guard reading.sheet.firstByte(of: cell) == UInt8(ascii: "#") else { return false }
    let text = reading.sheet.text(of: cell)
    let isError =
      kind == .error
      || text.wholeMatch(of: /#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)/) != nil
    if isError { report(.cellError, row, column, reading, value: text) }
    return isError
  }

  private mutating func readYear(
    _ row: Int, _ meaning: inout FigureMeaning, _ reading: inout SheetReading
  ) {
    guard let year else { return }
    if let cell = reading.shownCell(row: row, column: year), !carries.contains(year),
      let number = reading.sheet.plainNumber(of: cell), (1900...2100).contains(number)
    {
      meaning.year = number
      return
    }
    guard let text = text(row, year, reading) else {
      if section.year == nil { report(.cellMissing, row, year, reading, name: "year") }
      return
    }
    if let number = HeadingReader.year(text) {
      meaning.year = number
      return
    }
    let parts = reading.parts(of: text)
    if let number = parts.year {
      meaning.year = number
      meaning.status = parts.status ?? meaning.status
    } else {
      report(.yearUnreadable, row, year, reading, value: text)
      meaning.year = RowReader.unreadableYear
    }
  }

  /// Stands for a year that was reported as unreadable, so that it is not reported as missing, too.
  static let unreadableYear = Int(Int32.min)

  private mutating func readMeasure(
    _ row: Int, _ meaning: inout FigureMeaning, _ reading: inout SheetReading
  ) {
    if let text = text(row, measure, reading) {
      let parts = reading.parts(of: text)
      if let found = parts.measure { meaning.measure = found }
      if text.contains("%") { meaning.saysPercentSign = true }
    }
    guard let text = text(row, unit, reading) else { return }
    let key = HeadingKey(text).text
    if HeadingWords.percentUnits.contains(key) {
      meaning.measure = .percent
      meaning.saysPercentSign = true
    } else if meaning.measure == nil, HeadingWords.countUnits.contains(key) {
      meaning.measure = .count
    }
  }

  private mutating func readRelease(
    _ row: Int, _ meaning: inout FigureMeaning, _ reading: inout SheetReading
  ) -> FigureRelease {
    var release = FigureRelease()
    if let status, let text = text(row, status, reading) {
      let key = TextKey.folded(text)
      let match = ObservationTable.statuses.first { entry in
        entry.names.contains { TextKey.folded($0) == key }
      }
      if let match {
        release.status = match.value
        meaning.status = nil
      } else if let word = reading.parts(of: text).status {
        release.status = word.observationStatus
      } else {
        report(
          .choiceUnknown, row, status, reading, value: text, name: "status",
          choices: ObservationTable.statuses.compactMap(\.names.first).joined(separator: ", "))
      }
    } else if let text = text(row, note, reading), text.count <= 24,
      let word = reading.parts(of: text).status, meaning.status == nil
    {
      release.status = word.observationStatus
    }
    if let text = text(row, vintage, reading) { release.vintage = text }
    if let released, let text = text(row, released, reading) {
      release.released = CalendarDate(text)
      if release.released == nil { report(.dateUnreadable, row, released, reading, value: text) }
    }
    return release
  }

  // MARK: Rows of another kind

  /// A row without figures is a section that speaks of the rows below, or a remark.
  private mutating func readSection(_ row: Int, _ reading: inout SheetReading) -> Reading {
    let cells = reading.filledCells(row)
    guard !cells.isEmpty, cells.count <= 4 else { return .nothing }
    for (cell, column) in cells {
      let text = reading.sheet.text(of: cell)
      guard text.count <= 160, cells.count == 1 || column != table.key(.ordinal), column != unit
      else { continue }
      if isCarriedKey(column, text) { carried[column] = text }
      let parts = reading.parts(of: text)
      if parts.isTotal { continue }
      if parts.isPureYear, year == nil, let found = parts.year {
        section.year = found
        section.status = parts.status
      } else if let term = parts.term, terms[term].kind != .base,
        parts.isWholeTerm || column == indicator
      {
        section.term = term
        section.ownIndicator = nil
        section.measure = parts.measure
      } else if column == indicator, parts.term == nil, cells.count <= 3,
        isFollowedByMeasures(row, &reading)
      {
        section.ownIndicator = OwnIndicator.title(in: text)
        section.term = nil
      } else if parts.isPlaceLike, place == nil || column != place {
        section.place = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    return .nothing
  }

  private func isCarriedKey(_ column: Int, _ text: String) -> Bool {
    carries.contains(column) && text.count <= 60
  }

  /// Whether the rows below a label only name measures, so that the label is an indicator.
  private func isFollowedByMeasures(_ row: Int, _ reading: inout SheetReading) -> Bool {
    guard let indicator, row + 1 < table.body.upperBound else { return false }
    let text = reading.shownText(row: row + 1, column: indicator)
    let parts = reading.parts(of: text)
    return parts.measure != nil && (parts.isPureMeasure || OwnIndicator.isGeneric(parts.key))
  }

  private func isRepeatedHeader(_ row: Int, _ reading: SheetReading) -> Bool {
    guard let column = figureColumns.first,
      let cell = reading.sheet.cell(row: row, column: column), !reading.holdsFigure(cell)
    else { return false }
    return table.headerRows.contains { header in
      let cells = reading.filledCells(row)
      return cells.count >= 2
        && cells.allSatisfy { entry in
          let heading = reading.shownText(row: header, column: entry.column)
          return TextKey.folded(heading) == TextKey.folded(reading.sheet.text(of: entry.cell))
        }
    }
  }

  func hasNumbers(_ row: Int, _ reading: SheetReading) -> Bool {
    figureColumns.contains { column in
      guard let cell = reading.sheet.cell(row: row, column: column) else { return false }
      if reading.holdsFigure(cell) { return true }
      return reading.sheet.kind(of: cell) == .number
    }
  }

  /// Whether a row whose figure columns hold only texts is a remark or a signature below the table.
  private func isRemark(_ row: Int, _ reading: inout SheetReading) -> Bool {
    let keys = [place, indicator, code, year].compactMap { $0 }
    let hasKey = keys.contains { !reading.shownText(row: row, column: $0).isEmpty }
    if !hasKey { return true }
    let texts = figureColumns.compactMap { column -> String? in
      guard let cell = reading.sheet.cell(row: row, column: column), !reading.sheet.isBlank(cell)
      else { return nil }
      return reading.sheet.text(of: cell)
    }
    return texts.allSatisfy { $0.count > 30 || $0.split(separator: " ").count > 5 }
  }

  /// Whether a row without numbers stands below the last one with numbers, or lacks a key: names and titles
  /// of those who signed.
  private func isSignature(_ row: Int, _ reading: SheetReading) -> Bool {
    let texts = figureColumns.compactMap { column -> String? in
      guard let cell = reading.sheet.cell(row: row, column: column), !reading.sheet.isBlank(cell)
      else { return nil }
      return reading.sheet.text(of: cell)
    }
    let areWords = texts.allSatisfy { text in
      !text.contains(where: \.isNumber) && FactTable.value(of: text) == nil
        && !NumberText.isMissing(text) && !NumberText.isMissingWord(text)
    }
    guard areWords, !texts.isEmpty, let lastNumbers else { return false }
    let keys = [place, indicator ?? code, year].compactMap { $0 }
    let lacksKey = keys.contains { column in
      !carries.contains(column) && reading.shownText(row: row, column: column).isEmpty
    }
    if lacksKey { return true }
    let areNames = texts.allSatisfy { $0.split(separator: " ").count > 1 }
    return row > lastNumbers && year == nil && areNames
  }

  private mutating func totalLabel(
    _ row: Int, _ reading: inout SheetReading
  ) -> (isIndicator: Bool, Void)? {
    if let place {
      let text = shownText(row, place, reading)
      if !text.isEmpty {
        isInTotal = parts(text, place, &reading).isTotal
        return isInTotal ? (false, ()) : nil
      }
      if isInTotal, carries.contains(place) { return (false, ()) }
    }
    if let indicator {
      let text = shownText(row, indicator, reading)
      if !text.isEmpty {
        let parts = parts(text, indicator, &reading)
        let isMeasure = section.subject != nil || table.context.subject != nil
        return parts.isTotal && !(isMeasure && parts.measure == .base) ? (true, ()) : nil
      }
    }
    // A label in whatever column comes first, where the keys are blank: totals are often merged.
    for (cell, column) in reading.filledCells(row).prefix(3) {
      if figureColumns.contains(column) { return nil }
      if reading.parts(of: reading.sheet.text(of: cell)).isTotal { return (false, ()) }
    }
    return nil
  }

  // MARK: Findings

  private mutating func report(
    _ code: DiagnosticCode, _ row: Int, _ column: Int, _ reading: SheetReading,
    value: String? = nil, name: String = "", choices: String = ""
  ) {
    diagnostics.append(
      Diagnostic(
        code, at: reading.sheet.position(row: row, column: column), value: value,
        ["name": name, "choices": choices]))
  }
}
