package import Diagnostics
import Wording

/// All yearly figures of a data set: places × indicators × years × releases, held as columns.
///
/// A series is a list of rows; an `Observation` is a view of one row, made on demand.
package struct IndicatorPanel: Sendable {
  /// One figure and what it belongs to, as a reader hands it over.
  package struct Entry: Sendable {
    /// The name of the place.
    package let place: String
    /// The id of the indicator.
    package let indicator: String
    /// The figure.
    package let observation: Observation

    package init(place: String, indicator: String, observation: Observation) {
      self.place = place
      self.indicator = indicator
      self.observation = observation
    }
  }

  private struct SeriesKey: Hashable {
    let place: Int32
    let indicator: Int32
  }

  /// The places: the declared ones first, then those that only figures name.
  package let places: [Place]
  /// The indicators: the declared ones first, then those that only figures name.
  package let indicators: [Indicator]
  /// The declared breaks, years ascending.
  package let breaks: [SeriesBreak]
  private let columns: ObservationColumns
  private let rowsOfSeries: [SeriesKey: [Int]]
  private let placeIndexes: [String: Int32]
  private let indicatorIndexes: [String: Int32]

  /// Gathers figures into columns.
  ///
  /// - Complexity: O(entries).
  package init(
    entries: [Entry], places declaredPlaces: [Place] = [],
    indicators declaredIndicators: [Indicator] = [], breaks: [SeriesBreak] = []
  ) {
    var places = declaredPlaces
    var indicators = declaredIndicators
    var placeIndexes: [String: Int32] = [:]
    var indicatorIndexes: [String: Int32] = [:]
    for (index, place) in places.enumerated() { placeIndexes[place.name] = Int32(index) }
    for (index, indicator) in indicators.enumerated() {
      indicatorIndexes[indicator.id] = Int32(index)
    }
    var columns = ObservationColumns()
    var rowsOfSeries: [SeriesKey: [Int]] = [:]
    for entry in entries {
      let place =
        placeIndexes[entry.place]
        ?? {
          places.append(Place(name: entry.place))
          placeIndexes[entry.place] = Int32(places.count - 1)
          return Int32(places.count - 1)
        }()
      let indicator =
        indicatorIndexes[entry.indicator]
        ?? {
          indicators.append(Indicator(id: entry.indicator, title: Phrase(entry.indicator)))
          indicatorIndexes[entry.indicator] = Int32(indicators.count - 1)
          return Int32(indicators.count - 1)
        }()
      rowsOfSeries[SeriesKey(place: place, indicator: indicator), default: []]
        .append(columns.rowCount)
      columns.append(entry.observation, place: place, indicator: indicator)
    }
    self.places = places
    self.indicators = indicators
    self.breaks = breaks.sorted { $0.year < $1.year }
    self.columns = columns
    self.rowsOfSeries = rowsOfSeries
    self.placeIndexes = placeIndexes
    self.indicatorIndexes = indicatorIndexes
  }

  /// All figures in the order of the input, all releases.
  package var entries: [Entry] {
    (0..<columns.rowCount).map { row in
      Entry(
        place: places[Int(columns.placeIndex[row])].name,
        indicator: indicators[Int(columns.indicatorIndex[row])].id,
        observation: columns.observation(at: row))
    }
  }

  /// The number of figures, all releases counted.
  package var rowCount: Int { columns.rowCount }

  /// Returns the place of a name, compared as printed.
  package func place(named name: String) -> Place? {
    placeIndexes[name].map { places[Int($0)] }
  }

  /// Returns the indicator of an id.
  package func indicator(_ id: String) -> Indicator? {
    indicatorIndexes[id].map { indicators[Int($0)] }
  }

  /// Returns the places that are part of another.
  package func children(of place: String) -> [Place] {
    places.filter { $0.parent == place }
  }

  /// Returns all releases of all years of a series, years ascending, older releases first.
  package func releases(place: String, indicator: String) -> [Observation] {
    guard let placeIndex = placeIndexes[place], let indicatorIndex = indicatorIndexes[indicator],
      let rows = rowsOfSeries[SeriesKey(place: placeIndex, indicator: indicatorIndex)]
    else { return [] }
    return rows.map { columns.observation(at: $0) }.sorted {
      $0.year != $1.year ? $0.year < $1.year : $1.isNewer(than: $0)
    }
  }

  /// Returns the series of a place as it was known on a day: one figure a year, the newest release.
  ///
  /// - Parameters:
  ///   - place: the name of the place.
  ///   - indicator: the id of the indicator.
  ///   - date: figures released later are not seen; nil sees everything.
  /// - Returns: the series; nil when the panel does not know the indicator. A known indicator without
  ///   visible figures gives an empty series.
  package func series(
    place: String, indicator: String, asOf date: CalendarDate? = nil
  ) -> IndicatorSeries? {
    guard let declared = self.indicator(indicator) else { return nil }
    var newest: [Observation] = []
    for observation in releases(place: place, indicator: indicator)
    where observation.isVisible(on: date) {
      if newest.last?.year == observation.year { newest.removeLast() }
      newest.append(observation)
    }
    let ownBreaks = breaks.filter {
      $0.indicator == indicator && ($0.place == nil || $0.place == place)
    }
    return IndicatorSeries(
      place: place, indicator: declared, observations: newest, breaks: ownBreaks)
  }

  /// Returns the line where an indicator is first named in the figures; nil when no figure names it.
  package func firstPosition(ofIndicator id: String) -> InputPosition? {
    guard let index = indicatorIndexes[id],
      let row = columns.indicatorIndex.firstIndex(of: index)
    else { return nil }
    var position = columns.observation(at: row).position
    position.column = nil
    return position
  }
}
