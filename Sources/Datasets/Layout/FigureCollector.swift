import Diagnostics
import Indicators
import InputFiles
import Wording

/// The gathering of the cells of figures, with what each is about, from the tables of a file.
///
/// Nothing is read as a number here: which sign separates decimals is decided once all cells are known.
struct FigureCollector {
  private(set) var readings: [SheetReading]
  private(set) var places: [String] = []
  private(set) var parents: [Int: String] = [:]
  private(set) var subjects: [FigureSubject] = []
  private(set) var releases: [FigureRelease] = [FigureRelease()]
  private(set) var figures: [Figure] = []
  private(set) var facts: [FactCell] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The rows that are no figures though they stand among them, and why.
  private(set) var passedOver: [PassedRow] = []
  /// The rows of sums, whose figures are held against the rows above.
  private(set) var totals: [TotalCell] = []
  /// The cells that say a figure a second time.
  private(set) var repeats: [(first: Int, measure: Measure?, second: FigureCell)] = []

  private let terms: [IndicatorVocabulary.Term]
  private var indexesOfPlaces: [String: Int32] = [:]
  private var indexesOfSpellings: [String: Int32] = [:]
  private var indexesOfSubjects: [FigureSubject: Int32] = [:]
  private var indexesOfReleases: [FigureRelease: Int32] = [FigureRelease(): 0]
  private var indexesOfFigures: [FigureKey: Int] = [:]
  private var lastPlace: (name: String, index: Int32)?
  private var lastSubject: Int32?
  private var lastFigure: (key: FigureKey, index: Int)?
  /// The headings of columns of figures.
  private(set) var headings: [SheetColumn: String] = [:]
  private var tablesWithBases: Set<Int32> = []
  private var missing: [Int: Set<MissingPart>] = [:]

  /// A pass/fail item or a grade, before its value is read.
  struct FactCell {
    let place: Int32
    let term: Int
    let year: Int
    let isPlanned: Bool
    let cell: FigureCell
  }

  /// A row among figures that holds none.
  struct PassedRow {
    let sheet: Int
    let row: Int
    let reason: Phrase
  }

  /// A figure of a row of sums.
  struct TotalCell {
    let table: Int32
    let subject: Int32
    let year: Int32
    let release: Int32
    let measure: Measure?
    let cell: FigureCell
  }

  /// What a table does not say of its figures.
  enum MissingPart: Hashable {
    case place, indicator, year
  }

  init(readings: [SheetReading], vocabulary: IndicatorVocabulary) {
    self.readings = readings
    terms = vocabulary.terms
  }

  /// Whether no rule file is known, so that every indicator is the file's own.
  var isVocabularyEmpty: Bool { terms.isEmpty }

  /// Whether a table has a column of bases for its counts.
  func hasBaseColumn(_ table: Int32) -> Bool { tablesWithBases.contains(table) }

  /// Adds the figures of a table.
  mutating func collect(_ table: TableLayout, index: Int) {
    for column in table.columns {
      let place = SheetColumn(sheet: table.sheet, column: column.index)
      headings[place] = headings[place] ?? TextKey.printable(column.heading)
    }
    if table.figureColumns.contains(where: { $0.meaning.measure == .base && $0.meaning.term == nil }
    ) {
      tablesWithBases.insert(Int32(index))
    }
    var rows = RowReader(table: table, terms: terms)
    for row in table.body {
      guard diagnostics.count < DelimitedText.faultLimit else {
        diagnostics.append(
          Diagnostic(
            .faultsTooMany, at: readings[table.sheet].sheet.position(row: row),
            ["limit": String(DelimitedText.faultLimit)]))
        break
      }
      collect(row, of: table, index, &rows)
    }
    if table.yearsInConflict.count == 2 {
      let sheet = readings[table.sheet].sheet
      diagnostics.append(
        Diagnostic(
          .layoutYearConflict, at: sheet.position(row: table.headerRows.first ?? 0),
          [
            "title": String(table.yearsInConflict[0]), "name": String(table.yearsInConflict[1]),
          ]))
    }
    let parts = missing[index] ?? []
    guard !parts.isEmpty else { return }
    let position = readings[table.sheet].sheet.position(row: table.headerRows.first ?? 0)
    for (part, code) in [
      (MissingPart.place, DiagnosticCode.layoutPlaceMissing),
      (.indicator, .layoutIndicatorMissing), (.year, .layoutYearMissing),
    ] where parts.contains(part) {
      diagnostics.append(Diagnostic(code, at: position))
    }
  }

  private mutating func collect(
    _ row: Int, of table: TableLayout, _ index: Int, _ rows: inout RowReader
  ) {
    let read = rows.read(row, &readings[table.sheet])
    diagnostics += rows.takeDiagnostics()
    switch read {
    case .nothing: return
    case .passedOver(let reason):
      passedOver.append(PassedRow(sheet: table.sheet, row: row, reason: reason))
    case .total(let meaning):
      passedOver.append(
        PassedRow(
          sheet: table.sheet, row: row,
          reason: Phrase(vi: "dòng cộng hoặc bình quân", en: "a sum or an average")))
      collectTotals(row, table, index, meaning)
    case .figures(let meaning, let release):
      collectFigures(row, table, index, meaning, release)
    }
  }

  private mutating func collectFigures(
    _ row: Int, _ table: TableLayout, _ index: Int, _ rowMeaning: FigureMeaning,
    _ release: FigureRelease
  ) {
    let sheet = readings[table.sheet].sheet
    for (column, columnMeaning) in table.figureColumns {
      guard let cell = readings[table.sheet].shownFigureCell(row: row, column: column) else {
        continue
      }
      let meaning = columnMeaning.completed(by: rowMeaning).completed(by: table.context)
      let place = FigureCell(
        sheet: Int32(table.sheet), row: Int32(row), cell: Int32(cell), column: Int32(column))
      let kind = meaning.term.map { terms[$0].kind }
      if meaning.isPlanned, kind != .fact, kind != .grade { continue }
      if sheet.kind(of: cell).isText, sheet.plainNumber(of: cell) == nil,
        Self.isMissing(sheet.text(of: cell))
      {
        continue
      }
      guard let year = meaning.year, let name = meaning.place,
        let subject = meaning.subject
      else {
        note(meaning, of: table, index)
        continue
      }
      if let term = meaning.term, kind == .fact || kind == .grade {
        facts.append(
          FactCell(
            place: self.place(name), term: term, year: year, isPlanned: meaning.isPlanned,
            cell: place))
        continue
      }
      if let parent = meaning.parent { parents[Int(self.place(name))] = parent }
      var settled = release
      if let status = meaning.status { settled.status = status.observationStatus }
      let key = FigureKey(
        place: self.place(name), subject: self.subject(subject), year: Int32(year),
        release: self.release(settled))
      let measure = kind == .base ? .base : meaning.measure
      add(place, measure, key, table: Int32(index), percentSign: meaning.saysPercentSign)
    }
  }

  private static func isMissing(_ text: String) -> Bool {
    NumberText.isMissing(text) || NumberText.isMissingWord(text)
  }

  private mutating func collectTotals(
    _ row: Int, _ table: TableLayout, _ index: Int, _ rowMeaning: FigureMeaning
  ) {
    for (column, columnMeaning) in table.figureColumns {
      guard let cell = readings[table.sheet].shownFigureCell(row: row, column: column) else {
        continue
      }
      let meaning = columnMeaning.completed(by: rowMeaning).completed(by: table.context)
      guard let year = meaning.year, let subject = meaning.subject, meaning.measure != .percent,
        !meaning.isPlanned
      else { continue }
      var settled = FigureRelease()
      if let status = meaning.status { settled.status = status.observationStatus }
      totals.append(
        TotalCell(
          table: Int32(index), subject: self.subject(subject), year: Int32(year),
          release: release(settled), measure: meaning.measure,
          cell: FigureCell(
            sheet: Int32(table.sheet), row: Int32(row), cell: Int32(cell), column: Int32(column))))
    }
  }

  /// Notes what a table does not say; where a column of it does, the reader of rows has reported the
  /// cell that is blank.
  private mutating func note(_ meaning: FigureMeaning, of table: TableLayout, _ index: Int) {
    var parts: Set<MissingPart> = []
    if meaning.place == nil, table.key(.place) == nil { parts.insert(.place) }
    if meaning.year == nil, table.key(.year) == nil { parts.insert(.year) }
    if meaning.subject == nil, table.key(.indicator) == nil, table.key(.code) == nil {
      parts.insert(.indicator)
    }
    missing[index, default: []].formUnion(parts)
  }

  private mutating func add(
    _ cell: FigureCell, _ measure: Measure?, _ key: FigureKey, table: Int32, percentSign: Bool
  ) {
    let index: Int
    if let lastFigure, lastFigure.key == key {
      index = lastFigure.index
    } else if let known = indexesOfFigures[key] {
      index = known
    } else {
      index = figures.count
      indexesOfFigures[key] = index
      figures.append(Figure(key: key, table: table))
    }
    lastFigure = (key, index)
    if figures[index][measure] != nil {
      repeats.append((index, measure, cell))
      return
    }
    figures[index][measure] = cell
    if percentSign { figures[index].saysPercentSign = true }
  }

  // MARK: Names

  /// Returns the number of a place; spellings that differ in the place of a tone mark, in case or in
  /// the width of blanks are one place, printed as the file first spells it without capitals only.
  private mutating func place(_ name: String) -> Int32 {
    // Rows of one place follow one another; comparing with the last one saves the hash of its name.
    if let lastPlace, lastPlace.name == name { return lastPlace.index }
    let index = newPlace(name)
    lastPlace = (name, index)
    return index
  }

  private mutating func newPlace(_ name: String) -> Int32 {
    if let index = indexesOfPlaces[name] { return index }
    let key = TextKey.spelling(name)
    let index = indexesOfSpellings[key] ?? Int32(places.count)
    if index == places.count {
      places.append(name)
      indexesOfSpellings[key] = index
    } else {
      places[Int(index)] = PlaceName.preferred(places[Int(index)], name)
    }
    indexesOfPlaces[name] = index
    return index
  }

  /// Takes note of how a place is spelled that a title names and no figure.
  mutating func notePlace(_ name: String) { _ = newPlace(name) }

  /// Returns a name as its place is printed.
  func spelled(_ name: String) -> String {
    indexesOfSpellings[TextKey.spelling(name)].map { places[Int($0)] } ?? name
  }

  private mutating func subject(_ subject: FigureSubject) -> Int32 {
    if let lastSubject, subjects[Int(lastSubject)] == subject { return lastSubject }
    let index = newSubject(subject)
    lastSubject = index
    return index
  }

  private mutating func newSubject(_ subject: FigureSubject) -> Int32 {
    if let index = indexesOfSubjects[subject] { return index }
    let index = Int32(subjects.count)
    subjects.append(subject)
    indexesOfSubjects[subject] = index
    return index
  }

  private mutating func release(_ release: FigureRelease) -> Int32 {
    if release == releases[0] { return 0 }
    if let index = indexesOfReleases[release] { return index }
    let index = Int32(releases.count)
    releases.append(release)
    indexesOfReleases[release] = index
    return index
  }
}

extension FigureMeaning {
  /// What the series is about; nil when nothing says.
  var subject: FigureSubject? {
    term.map { .term($0) } ?? ownIndicator.map { .own($0) }
  }
}

extension StatusWord {
  var observationStatus: ObservationStatus {
    switch self {
    case .final: .final
    case .preliminary: .preliminary
    case .estimated: .estimated
    }
  }
}

extension SheetReading {
  /// Returns the cell of a figure: its own, or one merged over it along its row.
  func shownFigureCell(row: Int, column: Int) -> Int? {
    guard let cell = sheet.cell(row: row, column: column), !sheet.isBlank(cell) else { return nil }
    return cell
  }
}

extension DiagnosticCode {
  static let layoutPlaceMissing = DiagnosticCode(
    "layout.place-missing",
    message: Phrase(
      vi:
        "bảng không cho biết số liệu của địa phương nào (đã tìm: cột, tiêu đề cột, dòng tiêu đề phía trên, tên trang tính)",
      en:
        "the table does not say of which place its figures are (looked at: columns, headings, titles above, the name of the sheet)"
    ),
    remedy: Phrase(
      vi: "Thêm --place \"Tên xã\", hoặc ghi tên địa phương ở dòng phía trên bảng.",
      en: "Add --place \"NAME\", or write the name of the place above the table."))

  static let layoutIndicatorMissing = DiagnosticCode(
    "layout.indicator-missing",
    message: Phrase(
      vi:
        "bảng không cho biết số liệu của chỉ tiêu nào (đã tìm: cột, tiêu đề cột, dòng tiêu đề phía trên, tên trang tính)",
      en:
        "the table does not say of which indicator its figures are (looked at: columns, headings, titles above, the name of the sheet)"
    ),
    remedy: Phrase(
      vi:
        "Ghi tên chỉ tiêu vào tiêu đề cột hoặc phía trên bảng; hoặc chạy forecast init để tự khai.",
      en: "Write the indicator into a heading or above the table; or state it by forecast init."))

  static let layoutYearConflict = DiagnosticCode(
    "layout.year-conflict",
    message: Phrase(
      vi: "dòng tiêu đề ghi năm {title}, tên trang tính ghi năm {name}",
      en: "the title says {title}, the name of the sheet {name}"),
    remedy: Phrase(
      vi: "Sửa cho khớp, hoặc thêm cột “Năm”.", en: "Make them agree, or add a column “Year”."))

  static let layoutYearMissing = DiagnosticCode(
    "layout.year-missing",
    message: Phrase(
      vi:
        "bảng không cho biết số liệu của năm nào (đã tìm: cột, tiêu đề cột, dòng tiêu đề phía trên, tên trang tính)",
      en:
        "the table does not say of which year its figures are (looked at: columns, headings, titles above, the name of the sheet)"
    ),
    remedy: Phrase(
      vi: "Ghi năm vào tiêu đề cột, phía trên bảng hoặc tên trang tính.",
      en: "Write the year into a heading, above the table or into the name of the sheet."))
}
