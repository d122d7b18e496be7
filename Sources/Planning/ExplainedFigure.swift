package import Indicators

/// A figure that could stand behind a number, and whether it does.
package struct ExplainedFigure: Sendable, Equatable {
  /// What became of it.
  package enum Use: Sendable, Equatable {
    /// It is used.
    case used
    /// A newer release of the same year is used.
    case superseded
    /// It was published after the day from which the data are seen.
    case unpublished
    /// It lies before a declared break, and the model reads figures since then only.
    case beforeBreak(year: Int)
    /// It is older than the figures that the model looks back on.
    case tooOld
    /// It is of another year than the one asked for.
    case otherYear

    /// The name under which JSON tells it.
    package var name: String {
      switch self {
      case .used: "used"
      case .superseded: "superseded"
      case .unpublished: "unpublished"
      case .beforeBreak: "beforeBreak"
      case .tooOld: "tooOld"
      case .otherYear: "otherYear"
      }
    }
  }

  /// The figure.
  package let observation: Observation
  /// What became of it.
  package let use: Use

  /// Returns all releases of a series, with what became of each.
  ///
  /// - Parameters:
  ///   - releases: all releases of all years, years ascending, older releases first.
  ///   - series: the series as seen on the day.
  ///   - date: the day from which the data are seen; nil sees everything.
  ///   - reads: which figures of the series the number rests on.
  /// - Returns: one entry a release, in their order.
  static func all(
    of releases: [Observation], in series: IndicatorSeries, asOf date: CalendarDate?, reads: Reading
  ) -> [ExplainedFigure] {
    let read = reads.observations(of: series)
    return releases.map { observation in
      let use: Use =
        if !observation.isVisible(on: date) {
          .unpublished
        } else if !series.observations.contains(observation) {
          .superseded
        } else if read.contains(observation) {
          .used
        } else {
          reads.reasonNotRead(observation, in: series)
        }
      return ExplainedFigure(observation: observation, use: use)
    }
  }

  /// Which figures of a series a number rests on.
  enum Reading: Sendable, Equatable {
    /// The figure of one year: a test in the past.
    case year(Int)
    /// All figures but those too long ago: the pace model.
    case newest(Int)
    /// Those since the last declared break: all other models.
    case sinceBreak

    /// Returns the figures that are read.
    func observations(of series: IndicatorSeries) -> [Observation] {
      switch self {
      case .year(let year): series.observations.filter { $0.year == year }
      case .newest(let count): Array(series.observations.suffix(count))
      case .sinceBreak: Array(series.comparableObservations)
      }
    }

    /// Returns why a figure that is seen is not read.
    func reasonNotRead(_ observation: Observation, in series: IndicatorSeries) -> Use {
      switch self {
      case .year: .otherYear
      case .newest: .tooOld
      case .sinceBreak:
        .beforeBreak(year: series.breaks.last { $0.year > observation.year }?.year ?? 0)
      }
    }
  }
}
