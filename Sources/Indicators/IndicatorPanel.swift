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
    /// What the figure was put together from; nil when it was counted.
    package let lineage: Lineage?

    package init(
      place: String, indicator: String, observation: Observation, lineage: Lineage? = nil
    ) {
      self.place = place
      self.indicator = indicator
      self.observation = observation
      self.lineage = lineage
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
  /// Which places have a history that was rebuilt from former units.
  package let territory: TerritoryHistory
  private let columns: ObservationColumns
  private let lineages: [Int: Lineage]
  private let rowsOfSeries: [SeriesKey: [Int]]
  private let placeIndexes: [String: Int32]
  private let indicatorIndexes: [String: Int32]

  /// Gathers figures into columns.
  ///
  /// - Complexity: O(entries).
  package init(
    entries: [Entry], places declaredPlaces: [Place] = [],
    indicators declaredIndicators: [Indicator] = [], breaks: [SeriesBreak] = [],
    territory: TerritoryHistory = .unchanged
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
    var lineages: [Int: Lineage] = [:]
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
      lineages[columns.rowCount] = entry.lineage
      columns.append(entry.observation, place: place, indicator: indicator)
    }
    self.places = places
    self.indicators = indicators
    self.breaks = breaks.sorted { $0.year < $1.year }
    self.territory = territory
    self.columns = columns
    self.lineages = lineages
    self.rowsOfSeries = rowsOfSeries
    self.placeIndexes = placeIndexes
    self.indicatorIndexes = indicatorIndexes
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

  /// All figures with what they belong to, in the order in which they were read.
  package var entries: [Entry] {
    (0..<columns.rowCount).map { row in
      Entry(
        place: places[Int(columns.placeIndex[row])].name,
        indicator: indicators[Int(columns.indicatorIndex[row])].id,
        observation: columns.observation(at: row), lineage: lineages[row])
    }
  }

  /// Returns all releases of all years of a series, years ascending, older releases first.
  package func releases(place: String, indicator: String) -> [Observation] {
    rows(place: place, indicator: indicator).map(\.observation)
  }

  private func rows(
    place: String, indicator: String
  ) -> [(row: Int, observation: Observation)] {
    guard let placeIndex = placeIndexes[place], let indicatorIndex = indicatorIndexes[indicator],
      let rows = rowsOfSeries[SeriesKey(place: placeIndex, indicator: indicatorIndex)]
    else { return [] }
    return rows.map { (row: $0, observation: columns.observation(at: $0)) }.sorted {
      let (left, right) = ($0.observation, $1.observation)
      return left.year != right.year ? left.year < right.year : right.isNewer(than: left)
    }
  }

  /// Returns what the figure of a year was put together from, as it was known on a day.
  ///
  /// - Returns: nil when there is no such figure, or when it was counted and not rebuilt.
  package func lineage(
    place: String, indicator: String, year: Int, asOf date: CalendarDate? = nil
  ) -> Lineage? {
    rows(place: place, indicator: indicator)
      .last { $0.observation.year == year && $0.observation.isVisible(on: date) }
      .flatMap { lineages[$0.row] }
  }

  /// Returns the lineages of all rebuilt figures of a place as they were known on a day, in the order of
  /// indicators, then of years.
  package func lineages(of place: String, asOf date: CalendarDate? = nil) -> [Lineage] {
    indicators.flatMap { indicator in
      (series(place: place, indicator: indicator.id, asOf: date)?.observations ?? [])
        .filter(\.isRebuilt).compactMap {
          lineage(place: place, indicator: indicator.id, year: $0.year, asOf: date)
        }
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
    let rebuiltYears = newest.filter(\.isRebuilt).map(\.year)
    let changeYears = territory.changeYears(of: place)
    let ownBreaks = breaks.filter { seriesBreak in
      guard seriesBreak.indicator == indicator,
        seriesBreak.place == nil || seriesBreak.place == place
      else { return false }
      let isMended =
        seriesBreak.kind == .territory && changeYears.contains(seriesBreak.year)
        && rebuiltYears.contains { $0 < seriesBreak.year }
      return !isMended
    }
    return IndicatorSeries(
      place: place, indicator: declared, observations: newest, breaks: ownBreaks,
      formerUnits: rebuiltYears.isEmpty ? [] : formerUnits(of: place, indicator, newest))
  }

  /// Returns the units whose figures a series was rebuilt from, in the order of the crosswalk.
  private func formerUnits(
    of place: String, _ indicator: String, _ observations: [Observation]
  ) -> [String] {
    var seen: Set<String> = []
    return rows(place: place, indicator: indicator)
      .filter { observations.contains($0.observation) }
      .flatMap { lineages[$0.row]?.parts ?? [] }.map(\.place)
      .filter { seen.insert($0).inserted }
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
