import Forecasting
import Indicators
@testable import Planning
import Testing

@Suite("Forecasts of a rebuilt history")
struct RebuiltHistoryTests {
  private let shipped: Shipped

  init() throws {
    shipped = try Shipped("merged-commune")
  }

  /// The widths of the 80% intervals of each share of level 2, year by year, when the deviations of
  /// rebuilt figures are taken a number of times; nil takes the figures as counted ones.
  private func widths(_ factor: Double?) throws -> [[Double]] {
    let panel = shipped.dataset.panel
    let entries = panel.entries.map { entry in
      let figure = entry.observation
      return IndicatorPanel.Entry(
        place: entry.place, indicator: entry.indicator,
        observation: Observation(
          year: figure.year, count: figure.count, base: figure.base,
          printedPercent: figure.printedPercent, status: figure.status, vintage: figure.vintage,
          released: figure.released, position: figure.position,
          rebuildingDeviation: factor.flatMap { factor in
            figure.rebuildingDeviation.map { factor * $0 }
          }), lineage: entry.lineage)
    }
    let changed = IndicatorPanel(
      entries: entries, places: panel.places, indicators: panel.indicators,
      territory: panel.territory)
    let analysis = try shipped.analysis("level2", dataset: shipped.dataset.with(panel: changed))
    return analysis.requirements.filter { $0.kind == .share }.map { result in
      result.forecast.years.map {
        let interval = $0.distribution.interval(0.8)
        return interval.upperBound - interval.lowerBound
      }
    }
  }

  @Test(
    "Splits make the interval of the coming year wider, and the more so the less they are known")
  func wider() throws {
    let certain = try widths(0)
    let split = try widths(1)
    let unsure = try widths(3)
    #expect(certain.count == 3 && certain.allSatisfy { $0.count == 5 })
    for share in certain.indices {
      for year in certain[share].indices {
        #expect(split[share][year] > certain[share][year])
        #expect(unsure[share][year] > split[share][year])
      }
    }
  }

  @Test("A deviation of 0 leaves every bit of the forecast as it is with counted figures")
  func certain() throws {
    #expect(try widths(0) == widths(nil))
  }
}
