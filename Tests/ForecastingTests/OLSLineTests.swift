@testable import Forecasting
import Indicators
import Testing
import Wording

@Suite("Least-squares line")
struct OLSLineTests {
  private func fit(_ years: [Int], _ percents: [Double]) throws -> any TrendFit {
    let input = TrendInput(
      years: years, percents: percents, prior: SeriesFixture.prior, isLastPreliminary: false)
    let batch = TrendBatch(pattern: YearPattern(years: years), inputs: [input])
    return try OLSLine().fit(batch)[0]
  }

  @Test("Predictions are those of statsmodels' get_prediction")
  func agreesWithReference() throws {
    let rows = try ReferenceTable("ols_line.csv").rows
    #expect(rows.count == 80)
    for row in rows {
      let line = try fit(try row.years("years"), try row.numbers("percents"))
      let distribution = line.distribution(horizon: Int(try row.number("horizon")))
      #expect(agree(line.slope, try row.number("slope"), to: 1e-10))
      #expect(agree(distribution.location, try row.number("location"), to: 1e-10))
      #expect(agree(distribution.scale, try row.number("scale"), to: 1e-10))
      #expect(distribution.degreesOfFreedom == (try row.number("df")))
    }
  }

  @Test("A line without error is followed exactly and without doubt")
  func exactLine() throws {
    let line = try fit([2020, 2021, 2023, 2024], [40, 42, 46, 48])
    #expect(agree(line.slope, 2, to: 1e-12))
    #expect(agree(line.distribution(horizon: 3).location, 54, to: 1e-12))
    #expect(line.distribution(horizon: 3).scale < 1e-9)
  }

  @Test("It needs three figures and says that it describes only")
  func identity() throws {
    #expect(OLSLine().minimumCount == 3)
    #expect(OLSLine().id == "ols")
    #expect(OLSLine().title.vi.contains("mô tả"))
    #expect(OLSLine().title.en.contains("description"))
  }

  @Test("Fewer figures and distances that are not ahead trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try OLSLineTests().fit([2023, 2024], [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = try OLSLineTests().fit([2022, 2023, 2024], [1, 2, 4]).distribution(horizon: 0)
    }
  }
}
