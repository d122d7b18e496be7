@testable import Forecasting
import LinearAlgebra
import Testing

@Suite("Trend model")
struct TrendModelTests {
  @Test("A pattern is the distances from the last year, its steps and its span")
  func pattern() {
    let pattern = YearPattern(years: [2019, 2020, 2022])
    #expect(pattern.offsets == [-3, -2, 0])
    #expect(pattern.steps == [1, 2])
    #expect(pattern.count == 3)
    #expect(pattern.span == 3)
    #expect(pattern == YearPattern(years: [2009, 2010, 2012]))
    #expect(pattern != YearPattern(years: [2019, 2021, 2022]))
    #expect(YearPattern(years: [2024]).steps.isEmpty)
    #expect(YearPattern(years: [2024]).span == 0)
  }

  @Test("A batch has a row a year and a column a series")
  func responses() {
    let inputs = [[1.0, 2, 4], [5, 7, 9]].map {
      TrendInput(
        years: [2019, 2020, 2022], percents: $0, prior: SeriesFixture.prior,
        isLastPreliminary: false)
    }
    let batch = TrendBatch(pattern: YearPattern(years: [2019, 2020, 2022]), inputs: inputs)
    #expect(batch.responses == Matrix(columns: [[1, 2, 4], [5, 7, 9]]))
  }

  @Test("Years out of order, missing percents and infinite ones trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = YearPattern(years: []) }
    await #expect(processExitsWith: .failure) { _ = YearPattern(years: [2020, 2020]) }
    await #expect(processExitsWith: .failure) {
      _ = TrendInput(
        years: [2020], percents: [], prior: SeriesFixture.prior, isLastPreliminary: false)
    }
    await #expect(processExitsWith: .failure) {
      _ = TrendInput(
        years: [2020], percents: [.nan], prior: SeriesFixture.prior, isLastPreliminary: false)
    }
  }
}
