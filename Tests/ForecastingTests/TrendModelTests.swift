import Forecasting
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

  @Test("Series that break in different steps have different patterns")
  func brokenPatterns() {
    let years = [2019, 2020, 2022]
    #expect(YearPattern(years: years, brokenSteps: [1]) != YearPattern(years: years))
    #expect(
      YearPattern(years: years, brokenSteps: [0]) != YearPattern(years: years, brokenSteps: [1]))
    let input = TrendInput(years: years, percents: [1, 2, 3], brokenSteps: [1])
    #expect(input.pattern == YearPattern(years: years, brokenSteps: [1]))
  }

  @Test("A batch has a row a year and a column a series")
  func responses() {
    let inputs = [[1.0, 2, 4], [5, 7, 9]].map {
      TrendInput(years: [2019, 2020, 2022], percents: $0)
    }
    let batch = TrendBatch(
      pattern: YearPattern(years: [2019, 2020, 2022]), inputs: inputs, horizon: 5)
    #expect(batch.responses == Matrix(columns: [[1, 2, 4], [5, 7, 9]]))
  }

  @Test("An input without bases has none in any year")
  func bases() {
    #expect(TrendInput(years: [2020, 2021], percents: [1, 2]).bases == [nil, nil])
    let known = TrendInput(years: [2020, 2021], percents: [1, 2], bases: [100, nil])
    #expect(known.bases == [100, nil])
    #expect(known.revisionSD == 0 && known.prior == nil && known.brokenSteps.isEmpty)
  }

  @Test("Years out of order, missing and infinite percents, steps that are none trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = YearPattern(years: []) }
    await #expect(processExitsWith: .failure) { _ = YearPattern(years: [2020, 2020]) }
    await #expect(processExitsWith: .failure) {
      _ = YearPattern(years: [2020, 2021], brokenSteps: [1])
    }
    await #expect(processExitsWith: .failure) { _ = TrendInput(years: [2020], percents: []) }
    await #expect(processExitsWith: .failure) { _ = TrendInput(years: [2020], percents: [.nan]) }
    await #expect(processExitsWith: .failure) {
      _ = TrendInput(years: [2020], percents: [1], bases: [10, 20])
    }
    await #expect(processExitsWith: .failure) {
      _ = TrendBatch(pattern: YearPattern(years: [2020]), inputs: [], horizon: 0)
    }
  }
}
