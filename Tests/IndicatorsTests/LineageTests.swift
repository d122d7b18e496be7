import Diagnostics
import Testing

@testable import Indicators

@Suite("Lineage")
struct LineageTests {
  private func panel() throws -> IndicatorPanel {
    var fixture = CrosswalkFixture()
    try fixture.move("A", to: "N", .decimal(0.5))
    try fixture.move("A", to: "M", .decimal(0.5))
    try fixture.move("B", to: "N")
    fixture.count("A", 2024, 3, of: 10, released: "2025-06-30")
    fixture.count("B", 2024, 5, of: 9)
    fixture.count("N", 2025, 7, of: 14)
    fixture.count("C", 2024, 7, of: 14)
    return fixture.rebuilding().panel
  }

  @Test("A rebuilt figure names its parts with share, counts and both positions")
  func parts() throws {
    let lineage = try #require(try panel().lineage(place: "N", indicator: "i", year: 2024))
    #expect(lineage.place == "N" && lineage.indicator == "i")
    #expect(lineage.exactCount == 6.5 && lineage.exactBase == 14)
    #expect(lineage.observation.count == 6 && lineage.observation.base == 14)
    #expect(lineage.parts.map(\.place) == ["A", "B"])
    #expect(lineage.parts.map(\.weight) == [0.5, 1])
    #expect(lineage.parts.map(\.movedCount) == [1.5, 5])
    #expect(lineage.parts.map(\.movedBase) == [5, 9])
    #expect(lineage.parts.map(\.position.label) == ["o.csv:2:4", "o.csv:3:4"])
    #expect(lineage.parts.map { $0.transfers.map(\.label) } == [["c.csv:2:1"], ["c.csv:4:1"]])
    #expect(lineage.parts.map { $0.released?.iso } == ["2025-06-30", nil])
    #expect(lineage.parts.map(\.via) == [[], []])
  }

  @Test("Counted figures have none, nor does a day on which nothing was known")
  func none() throws {
    let panel = try panel()
    #expect(panel.lineage(place: "N", indicator: "i", year: 2025) == nil)
    #expect(panel.lineage(place: "A", indicator: "i", year: 2024) == nil)
    #expect(panel.lineage(place: "N", indicator: "x", year: 2024) == nil)
    #expect(
      panel.lineage(
        place: "N", indicator: "i", year: 2024, asOf: CalendarDate("2025-06-29")) == nil)
    #expect(panel.lineages(of: "N").count == 1 && panel.lineages(of: "A").isEmpty)
  }

  @Test("A panel made of the entries of another keeps figures and lineages")
  func entries() throws {
    let panel = try panel()
    let copy = IndicatorPanel(
      entries: panel.entries, places: panel.places, indicators: panel.indicators,
      breaks: panel.breaks, territory: panel.territory)
    #expect(copy.rowCount == panel.rowCount)
    #expect(copy.told("N") == panel.told("N"))
    #expect(copy.lineages(of: "N") == panel.lineages(of: "N"))
  }

  @Test("Places overlap that were, or are, the same people in some year")
  func overlap() throws {
    let territory = try panel().territory
    #expect(territory.isRebuilt("N") && territory.isRebuilt("M") && !territory.isRebuilt("A"))
    #expect(territory.formerUnits == ["A", "B"])
    #expect(territory.overlap("N", "N") && territory.overlap("N", "A"))
    #expect(territory.overlap("B", "N") && territory.overlap("N", "M"))
    #expect(!territory.overlap("A", "B") && !territory.overlap("M", "B"))
    #expect(!territory.overlap("C", "N"))
    #expect(!TerritoryHistory.unchanged.overlap("N", "M"))
  }
}
