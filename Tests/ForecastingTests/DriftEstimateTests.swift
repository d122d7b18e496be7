import Testing

@testable import Forecasting

@Suite("Mean yearly change")
struct DriftEstimateTests {
  @Test("Slope and variance are those worked out by hand, long steps weigh less")
  func byHand() {
    let estimate = DriftEstimate(TrendInput(years: [2020, 2021, 2024], percents: [40, 47, 46]))
    #expect(estimate.last == 46)
    #expect(estimate.span == 4)
    #expect(estimate.slope == 1.5)
    #expect(agree(estimate.variance, 30.25 * 4 / 3, to: 1e-14))
    #expect(estimate.degreesOfFreedom == 1)
  }

  @Test("Two figures tell a slope but no variance, and trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = DriftEstimate(TrendInput(years: [2020, 2021], percents: [40, 47]))
    }
  }
}
