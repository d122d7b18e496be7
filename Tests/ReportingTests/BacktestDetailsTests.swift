import Forecasting
import Indicators
import Testing

@testable import Evaluation
@testable import Reporting

@Suite("Rows of a back-test as CSV")
struct BacktestDetailsTests {
  private let set = BacktestRequest.IndicatorSet(
    indicator: "a", direction: .up, places: ["Xã A", "Xã \"B\", huyện C"],
    members: [
      RollingPanel.Member(years: [], percents: []), RollingPanel.Member(years: [], percents: []),
    ])

  private func line(
    place: Int = 0, _ forecast: ShareDistribution, actual: Double = 42.5
  ) -> String {
    var bytes: [UInt8] = []
    BacktestDetails(models: ["default", "theta"]).append(
      BacktestRow(
        model: 1, place: place, origin: 2020, history: 0, figures: 5, horizon: 3, last: 40,
        meanChange: 1, forecast: forecast, actual: actual), of: set, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A line has names, years, what came and seven quantiles")
  func certain() {
    let forecast = ShareDistribution(location: 41.125, scale: 0, degreesOfFreedom: 3)
    let quantiles = Array(repeating: "41.125", count: 7).joined(separator: ",")
    #expect(line(forecast) == "theta,Xã A,a,2020,5,3,42.5,\(quantiles)\n")
    #expect(
      BacktestDetails.header.split(separator: ",").count
        == line(forecast).split(separator: ",").count)
  }

  @Test("Names with commas and quotes are quoted")
  func quoting() {
    let forecast = ShareDistribution(location: 0, scale: 0, degreesOfFreedom: 3)
    #expect(line(place: 1, forecast).hasPrefix("theta,\"Xã \"\"B\"\", huyện C\",a,2020,"))
  }

  @Test("Shares have six decimals at most and no zeros behind them")
  func shares() {
    let forecast = ShareDistribution(location: 0, scale: 0, degreesOfFreedom: 3)
    for (share, text) in [
      (0.0, "0"), (100, "100"), (12.5, "12.5"), (1.0 / 3, "0.333333"), (99.999_999_9, "100"),
      (0.000_001, "0.000001"), (7.05, "7.05"),
    ] {
      #expect(line(forecast, actual: share).contains(",3,\(text),0,"), "\(share)")
    }
  }

  @Test(
    "Quantiles are those of the distribution, on every scale",
    arguments: [ValueScale.points, .angular, .logit])
  func quantiles(scale: ValueScale) {
    let forecast = ShareDistribution(
      location: scale.value(ofPercent: 88), scale: scale == .logit ? 0.7 : 6,
      degreesOfFreedom: 2.5, on: scale)
    let computed = BacktestDetails.quantiles(of: forecast)
    for (value, probability) in zip(computed, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
      #expect(abs(value - forecast.quantile(probability)) <= 1e-10)
    }
  }
}
