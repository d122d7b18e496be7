import Forecasting
import Statistics
import Testing

@testable import Planning

@Suite("Calibration of own statements")
struct ReviewCalibrationTests {
  @Test("Brier score and bands, by hand")
  func statements() {
    let found = ReviewCalibration.Statements([
      (0.9, true), (0.8, false), (0.05, false), (0.95, true), (1, true),
    ])
    // (0.01 + 0.64 + 0.0025 + 0.0025 + 0)/5
    #expect(abs((found.brier ?? 0) - 0.131) <= 1e-15)
    #expect(found.tally == ReviewCalibration.Tally(count: 5, hits: 3))
    #expect(found.bands.map(\.band.lower) == [0, 0.75, 0.9])
    #expect(found.bands.map(\.tally.count) == [1, 1, 3])
    #expect(found.bands.map(\.tally.hits) == [0, 0, 3])
    #expect(abs(found.bands[2].mean - 0.95) <= 1e-15)
  }

  @Test("Nothing stated: no score, no band, and too few to say anything")
  func empty() {
    let found = ReviewCalibration.Statements([])
    #expect(found.brier == nil && found.bands.isEmpty && found.tally.count == 0)
    let calibration = ReviewCalibration(of: [])
    #expect(calibration.isTooFew && calibration.preliminary == 0)
    #expect(calibration.inside80.interval.lower == 0 && calibration.inside80.interval.upper == 1)
  }
}
