import Indicators
import InputFiles

/// What a series is about: a term of the vocabulary, or an indicator of the file's own.
enum FigureSubject: Hashable {
  case term(Int)
  case own(String)
}

/// Which figure of which series in which release.
struct FigureKey: Hashable {
  let place: Int32
  let subject: Int32
  let year: Int32
  let release: Int32
}

/// How settled a figure is and where it was published.
struct FigureRelease: Hashable {
  var status: ObservationStatus = .final
  var vintage = ""
  var released: CalendarDate?
}

/// A column of a sheet.
struct SheetColumn: Hashable {
  let sheet: Int
  let column: Int
}

/// A cell of a figure.
struct FigureCell {
  let sheet: Int32
  let row: Int32
  let cell: Int32
  let column: Int32
}

/// The cells that say one figure: its count, its base, its percent, or a number of which the table
/// does not say what it is.
struct Figure {
  let key: FigureKey
  let table: Int32
  var count: FigureCell?
  var base: FigureCell?
  var percent: FigureCell?
  var unknown: FigureCell?
  /// Whether some heading above the percent says "%".
  var saysPercentSign = false

  subscript(measure: Measure?) -> FigureCell? {
    get {
      switch measure {
      case .count: count
      case .base: base
      case .percent: percent
      case nil: unknown
      }
    }
    set {
      switch measure {
      case .count: count = newValue
      case .base: base = newValue
      case .percent: percent = newValue
      case nil: unknown = newValue
      }
    }
  }
}
