import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("IndicatorPanel")
struct IndicatorPanelTests {
  private static func entry(
    _ place: String, _ indicator: String, _ year: Int, _ percent: Int, vintage: String = "",
    status: ObservationStatus = .final, released: String? = nil, line: Int = 2
  ) -> IndicatorPanel.Entry {
    IndicatorPanel.Entry(
      place: place, indicator: indicator,
      observation: Observation(
        year: year, printedPercent: ExactDecimal(percent), status: status, vintage: vintage,
        released: released.flatMap { CalendarDate($0) },
        position: InputPosition(file: "o.csv", line: line, column: 6)))
  }

  private let panel = IndicatorPanel(
    entries: [
      entry("Kiến Hưng", "trained", 2024, 53, vintage: "chinh-thuc", released: "2025-06-30"),
      entry("Kiến Hưng", "trained", 2022, 50),
      entry(
        "Kiến Hưng", "trained", 2024, 52, vintage: "so-bo", status: .preliminary,
        released: "2025-01-15"),
      entry("Thôn 1", "trained", 2024, 40),
      entry("Kiến Hưng", "surprise", 2024, 1, line: 9),
      entry("Kiến Hưng", "surprise", 2023, 1, line: 12),
    ],
    places: [
      Place(name: "Kiến Hưng", kind: "xã"), Place(name: "Thôn 2", parent: "Kiến Hưng"),
      Place(name: "Thôn 9", parent: "Kiến Hưng"),
    ],
    indicators: [Indicator(id: "university", title: Phrase("u"), direction: .up)],
    breaks: [
      SeriesBreak(place: nil, indicator: "trained", year: 2024, kind: .survey, note: "b"),
      SeriesBreak(place: "Thôn 1", indicator: "trained", year: 2023, kind: .definition, note: "a"),
      SeriesBreak(place: nil, indicator: "university", year: 2020, kind: .territory, note: "c"),
    ])

  @Test("Declared places and indicators come first, then those that only figures name")
  func names() {
    #expect(panel.places.map(\.name) == ["Kiến Hưng", "Thôn 2", "Thôn 9", "Thôn 1"])
    #expect(panel.indicators.map(\.id) == ["university", "trained", "surprise"])
    #expect(panel.rowCount == 6)
    #expect(panel.place(named: "Kiến Hưng")?.kind == "xã")
    #expect(panel.place(named: "Thôn 1") == Place(name: "Thôn 1"))
    #expect(panel.place(named: "Kien Hung") == nil)
    #expect(panel.indicator("trained")?.direction == .unknown)
    #expect(panel.indicator("trained")?.title == Phrase("trained"))
    #expect(panel.indicator("Trained") == nil)
    #expect(panel.children(of: "Kiến Hưng").map(\.name) == ["Thôn 2", "Thôn 9"])
    #expect(panel.children(of: "Thôn 2").isEmpty)
  }

  @Test("Releases are in order of years, older releases first")
  func releases() {
    let releases = panel.releases(place: "Kiến Hưng", indicator: "trained")
    #expect(releases.map(\.year) == [2022, 2024, 2024])
    #expect(releases.map(\.vintage) == ["", "so-bo", "chinh-thuc"])
    #expect(panel.releases(place: "nowhere", indicator: "trained").isEmpty)
    #expect(panel.releases(place: "Kiến Hưng", indicator: "nothing").isEmpty)
    #expect(panel.releases(place: "Thôn 2", indicator: "trained").isEmpty)
  }

  @Test(
    "A series shows one figure a year: the newest release that was out on the day",
    arguments: [
      (nil, [50.0, 53.0]), ("2026-01-01", [50, 53]), ("2025-06-30", [50, 53]),
      ("2025-06-29", [50, 52]), ("2025-02-01", [50, 52]), ("2025-01-14", [50]),
      ("2022-12-31", [50]), ("2022-12-30", []),
    ])
  func asOf(day: String?, expected: [Double]) throws {
    let series = try #require(
      panel.series(
        place: "Kiến Hưng", indicator: "trained", asOf: day.flatMap { CalendarDate($0) }))
    #expect(series.observations.map(\.percent) == expected)
  }

  @Test("The order of rows in the file does not matter")
  func rowOrder() {
    let entries = [
      Self.entry("A", "t", 2024, 2, vintage: "so-bo", status: .preliminary),
      Self.entry("A", "t", 2024, 3, vintage: "chinh-thuc"),
      Self.entry("A", "t", 2023, 1),
    ]
    for order in [entries, entries.reversed()] {
      let series = IndicatorPanel(entries: order).series(place: "A", indicator: "t")
      #expect(series?.observations.map(\.percent) == [1, 3])
    }
  }

  @Test("A series carries the breaks of its place and those of all places, years ascending")
  func breaks() {
    #expect(panel.breaks.map(\.note) == ["c", "a", "b"])
    #expect(panel.series(place: "Thôn 1", indicator: "trained")?.breaks.map(\.note) == ["a", "b"])
    #expect(panel.series(place: "Kiến Hưng", indicator: "trained")?.breaks.map(\.note) == ["b"])
    #expect(panel.series(place: "Kiến Hưng", indicator: "surprise")?.breaks == [])
  }

  @Test("An unknown indicator has no series, a known one without figures an empty series")
  func emptySeries() {
    #expect(panel.series(place: "Kiến Hưng", indicator: "nothing") == nil)
    #expect(panel.series(place: "Kiến Hưng", indicator: "university")?.observations == [])
    #expect(panel.series(place: "nowhere", indicator: "trained")?.observations == [])
    #expect(IndicatorPanel(entries: []).rowCount == 0)
  }

  @Test("An indicator is found on the line where the file names it first")
  func firstPosition() {
    #expect(panel.firstPosition(ofIndicator: "surprise")?.label == "o.csv:9")
    #expect(panel.firstPosition(ofIndicator: "university") == nil)
    #expect(panel.firstPosition(ofIndicator: "nothing") == nil)
  }

  @Test("Names typed composed and decomposed are one place")
  func normalisation() {
    let panel = IndicatorPanel(entries: [
      Self.entry("Hoà", "t", 2023, 1), Self.entry("Hoa\u{300}", "t", 2024, 2),
    ])
    #expect(panel.places.count == 1)
    #expect(panel.series(place: "Hoà", indicator: "t")?.observations.count == 2)
  }
}
