package import Wording

/// What the figures of a column, row or table are about, as far as headings say.
struct FigureMeaning: Sendable, Hashable {
  /// The place, as spelled.
  var place: String?
  /// The place that it is part of, as spelled.
  var parent: String?
  /// The indicator or group, as an index of the vocabulary's terms.
  var term: Int?
  /// The title of an indicator that the vocabulary does not know.
  var ownIndicator: String?
  /// The year.
  var year: Int?
  /// How settled the figures are.
  var status: StatusWord?
  /// What the figures are.
  var measure: Measure?
  /// Whether a heading above only says "(%)" and the like.
  var saysPercentSign = false
  /// Whether pass/fail items of this column are planned.
  var isPlanned = false

  /// Returns the meaning completed by another where this one says nothing.
  func completed(by other: FigureMeaning) -> FigureMeaning {
    var whole = self
    whole.place = place ?? other.place
    whole.parent = parent ?? other.parent
    if term == nil && ownIndicator == nil {
      whole.term = other.term
      whole.ownIndicator = other.ownIndicator
    }
    whole.year = year ?? other.year
    whole.status = status ?? other.status
    whole.measure = measure ?? other.measure
    whole.saysPercentSign = saysPercentSign || other.saysPercentSign
    whole.isPlanned = isPlanned || other.isPlanned
    return whole
  }
}

/// What a column of a table is taken for.
enum ColumnRole: Sendable, Hashable {
  /// It says what its rows are about.
  case key(LayoutField)
  /// It names the place that the places of its rows are part of.
  case parent
  /// It holds figures.
  case figures(FigureMeaning)
  /// It is not read.
  case passedOver
}

/// A column of a table, and why it is taken for what it is.
struct LayoutColumn: Sendable {
  /// The column, counted from 0.
  let index: Int
  /// Its heading, all rows of headings joined.
  let heading: String
  /// What it is taken for.
  var role: ColumnRole
  /// Why.
  var reason: Phrase
  /// Whether the reader should be asked about it.
  var isQuestionable = false
  /// Whether its heading means nothing that is known.
  var isUnknown = false
}

/// A table of figures in a sheet, as recognised or as a mapping file says.
struct TableLayout: Sendable {
  /// The sheet, as an index of the file's sheets.
  let sheet: Int
  /// The rows of headings, counted as `Sheet` counts.
  var headerRows: [Int]
  /// The rows below, counted as `Sheet` counts.
  var body: Range<Int>
  /// The columns, in order.
  var columns: [LayoutColumn]
  /// What titles, the name of the sheet or options say of the whole table.
  var context: FigureMeaning
  /// Where each part of the context was found.
  var contextReasons: [Phrase]
  /// The years of the titles and of the sheet's name where they differ and no column says a year.
  var yearsInConflict: [Int] = []

  /// Returns the column that says something about its rows.
  func key(_ field: LayoutField) -> Int? {
    columns.first { $0.role == .key(field) }?.index
  }

  /// The columns of figures.
  var figureColumns: [(index: Int, meaning: FigureMeaning)] {
    columns.compactMap { column in
      if case .figures(let meaning) = column.role { (column.index, meaning) } else { nil }
    }
  }

  /// The kind of table, by what its columns tell apart.
  var kind: LayoutKind {
    let figures = figureColumns.map(\.meaning)
    if Set(figures.compactMap(\.place)).count > 1 { return .placesAcross }
    if Set(figures.compactMap(\.year)).count > 1 { return .yearsAcross }
    if key(.year) != nil && (key(.indicator) != nil || key(.code) != nil) { return .tidy }
    if Set(figures.compactMap(\.term)).count > 1
      || Set(figures.compactMap(\.ownIndicator)).count > 1
    {
      return key(.place) == nil ? .yearsDown : .indicatorsAcross
    }
    if key(.year) != nil { return .yearsDown }
    return key(.indicator) == nil ? .indicatorsAcross : .yearsAcross
  }
}

/// The arrangements of tables that are recognised.
package enum LayoutKind: String, Sendable {
  case tidy
  case yearsAcross = "years-across"
  case yearsDown = "years-down"
  case indicatorsAcross = "indicators-across"
  case placesAcross = "places-across"

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .tidy: Phrase(vi: "một dòng một số liệu", en: "one figure a row")
    case .yearsAcross: Phrase(vi: "các năm theo cột", en: "years across")
    case .yearsDown: Phrase(vi: "các năm theo dòng", en: "years down")
    case .indicatorsAcross: Phrase(vi: "các chỉ tiêu theo cột", en: "indicators across")
    case .placesAcross: Phrase(vi: "các địa phương theo cột", en: "places across")
    }
  }
}
