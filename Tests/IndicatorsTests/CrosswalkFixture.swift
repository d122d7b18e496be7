import Diagnostics
import Testing
import Wording

@testable import Indicators

/// Figures of former and present units written in tests, and who became what.
struct CrosswalkFixture {
  var entries: [IndicatorPanel.Entry] = []
  var transfers: [TerritoryTransfer] = []
  var places: [Place] = []
  var breaks: [SeriesBreak] = []

  /// Adds a figure of counts.
  mutating func count(
    _ place: String, _ year: Int, _ count: Int, of base: Int, _ indicator: String = "i",
    status: ObservationStatus = .final, vintage: String = "", released: String? = nil
  ) {
    entries.append(
      IndicatorPanel.Entry(
        place: place, indicator: indicator,
        observation: Observation(
          year: year, count: count, base: base, status: status, vintage: vintage,
          released: released.flatMap { CalendarDate($0) },
          position: InputPosition(file: "o.csv", line: entries.count + 2, column: 4))))
  }

  /// Adds a printed percent.
  mutating func percent(
    _ place: String, _ year: Int, _ percent: Int, _ indicator: String = "i",
    released: String? = nil
  ) {
    entries.append(
      IndicatorPanel.Entry(
        place: place, indicator: indicator,
        observation: Observation(
          year: year, printedPercent: ExactDecimal(percent),
          released: released.flatMap { CalendarDate($0) },
          position: InputPosition(file: "o.csv", line: entries.count + 2, column: 6))))
  }

  /// Adds a row of the crosswalk.
  mutating func move(
    _ old: String, to new: String, _ share: TerritoryShare = .decimal(1),
    for indicator: String? = nil,
    from day: String = "2025-07-01"
  ) throws {
    transfers.append(
      TerritoryTransfer(
        oldPlace: old, newPlace: new, share: share, indicator: indicator,
        validFrom: try #require(CalendarDate(day)),
        position: InputPosition(file: "c.csv", line: transfers.count + 2, column: 1)))
  }

  var panel: IndicatorPanel { IndicatorPanel(entries: entries, places: places, breaks: breaks) }

  func rebuilding(onlyKnownPlaces: Bool = false) -> PanelRebuilding {
    PanelRebuilding(panel, crosswalk: Crosswalk(transfers), onlyKnownPlaces: onlyKnownPlaces)
  }
}

extension IndicatorPanel {
  /// The figures of a series as "year count/base", as they were known on a day.
  func told(_ place: String, _ indicator: String = "i", asOf day: String? = nil) -> [String] {
    let series = series(
      place: place, indicator: indicator, asOf: day.flatMap { CalendarDate($0) })
    return (series?.observations ?? []).map {
      "\($0.year) \($0.count ?? -1)/\($0.base ?? -1)"
    }
  }
}

extension Diagnostic {
  /// The name of the code, the value and the years that it speaks of.
  var summary: String {
    [code.id, value, facts["years"]?(.en) ?? facts["year"]?(.en)].compactMap(\.self)
      .joined(separator: " ")
  }
}
