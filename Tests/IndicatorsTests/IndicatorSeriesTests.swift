import Diagnostics
import Testing
import Wording

@testable import Indicators

@Suite("IndicatorSeries")
struct IndicatorSeriesTests {
  private func series(_ figures: [(Int, Int)], breaks: [Int] = []) -> IndicatorSeries {
    IndicatorSeries(
      place: "A", indicator: Indicator(id: "t", title: Phrase("t")),
      observations: figures.map {
        Observation(
          year: $0.0, printedPercent: ExactDecimal($0.1), position: InputPosition(file: "a.csv"))
      },
      breaks: breaks.map {
        SeriesBreak(place: nil, indicator: "t", year: $0, kind: .definition, note: "")
      })
  }

  @Test("The pace is the rise from first to last over the years between, gaps counted")
  func pace() {
    #expect(series([(2020, 50), (2021, 90), (2024, 58)]).paceSoFar == 2)
    #expect(series([(2020, 58), (2024, 50)]).paceSoFar == -2)
    #expect(series([(2020, 50), (2024, 50)]).paceSoFar == 0)
  }

  @Test("Under two points there is no pace")
  func noPace() {
    #expect(series([]).paceSoFar == nil)
    #expect(series([(2024, 50)]).paceSoFar == nil)
    #expect(series([(2023, 50), (2024, 60)], breaks: [2024]).paceSoFar == nil)
  }

  @Test("Only figures since the last break are comparable")
  func breaks() {
    let figures = [(2020, 10), (2021, 20), (2022, 60), (2023, 61), (2024, 64)]
    #expect(
      series(figures, breaks: [2022]).comparableObservations.map(\.year) == [2022, 2023, 2024])
    #expect(series(figures, breaks: [2022]).paceSoFar == 2)
    #expect(
      series(figures, breaks: [2021, 2023]).comparableObservations.map(\.year) == [2023, 2024])
    #expect(series(figures, breaks: [2015]).comparableObservations.count == 5)
    #expect(series(figures, breaks: []).comparableObservations.count == 5)
  }

  @Test("A break after the last figure separates nothing yet")
  func futureBreak() {
    let figures = [(2020, 10), (2024, 18)]
    #expect(series(figures, breaks: [2026]).paceSoFar == 2)
    #expect(series(figures, breaks: [2020, 2026]).comparableObservations.count == 2)
    #expect(series([], breaks: [2022]).comparableObservations.isEmpty)
  }

  @Test("Figures are found by year")
  func lookup() {
    let series = series([(2020, 10), (2024, 18)])
    #expect(series.latest?.year == 2024)
    #expect(series.observation(in: 2020)?.percent == 10)
    #expect(series.observation(in: 2022) == nil)
    #expect(self.series([]).latest == nil)
  }
}
