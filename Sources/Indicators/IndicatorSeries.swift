/// A point in time at which a series stops being comparable with its past.
package struct SeriesBreak: Sendable, Hashable {
  /// Why the series breaks.
  package enum Kind: String, Sendable, CaseIterable {
    /// What is counted changed.
    case definition
    /// How it is counted changed.
    case survey
    /// Where it is counted changed.
    case territory
  }

  /// The place concerned; nil for all places.
  package let place: String?
  /// The indicator concerned.
  package let indicator: String
  /// The first year after the break.
  package let year: Int
  /// Why the series breaks.
  package let kind: Kind
  /// What happened, in words.
  package let note: String

  package init(place: String?, indicator: String, year: Int, kind: Kind, note: String) {
    self.place = place
    self.indicator = indicator
    self.year = year
    self.kind = kind
    self.note = note
  }
}

/// The yearly figures of one indicator in one place: one a year, in order of years.
package struct IndicatorSeries: Sendable, Equatable {
  /// The place.
  package let place: String
  /// The indicator as the data declare it.
  package let indicator: Indicator
  /// One observation a year, the newest release that is visible, years ascending; may be empty.
  package let observations: [Observation]
  /// The declared breaks, years ascending.
  package let breaks: [SeriesBreak]
  /// The units from whose figures observations were rebuilt; empty when none was.
  package let formerUnits: [String]

  package init(
    place: String, indicator: Indicator, observations: [Observation], breaks: [SeriesBreak] = [],
    formerUnits: [String] = []
  ) {
    self.place = place
    self.indicator = indicator
    self.observations = observations
    self.breaks = breaks
    self.formerUnits = formerUnits
  }

  /// The newest observation, preliminary ones included.
  package var latest: Observation? { observations.last }

  /// The observations since the last break: the only ones that speak of one thing.
  package var comparableObservations: ArraySlice<Observation> {
    guard let latest,
      let lastBreak = breaks.last(where: { $0.year <= latest.year })
    else { return observations[...] }
    return observations.drop { $0.year < lastBreak.year }
  }

  /// Returns the observation of a year.
  package func observation(in year: Int) -> Observation? {
    observations.first { $0.year == year }
  }

  /// The pace so far in points a year: (last − first) / years since the last break; nil under two points.
  package var paceSoFar: Double? {
    let window = comparableObservations
    guard let first = window.first, let last = window.last, last.year > first.year else {
      return nil
    }
    return (last.percent - first.percent) / Double(last.year - first.year)
  }
}
