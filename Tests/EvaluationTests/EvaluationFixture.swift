@testable import Evaluation
import Forecasting
import Indicators

/// Back-tests written in tests; the pace library is that of no real series.
enum EvaluationFixture {
  static func library(withoutGroup: [String: PaceEstimates] = [:], sets: [PaceSet] = [])
    -> PaceLibrary
  {
    PaceLibrary(
      version: "test", estimates: estimates(pace: 0.5), withoutGroup: withoutGroup,
      shapes: [
        ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: 0.6),
        ChangeShape(noise: 0.4, slope: 0.1, drift: 0, persistence: 0, weight: 0.4),
      ], sets: sets,
      families: [PaceFamily(id: "other", revisionSD: 1, isVerified: true)])
  }

  static func estimates(pace: Double) -> PaceEstimates {
    PaceEstimates(
      curve: PaceCurve(knots: [0, 50, 100], paces: [pace, pace, 0]), panelWidth: 1,
      loneWidth: 1.1)
  }

  /// Returns a forecast that is known, for a target that came.
  static func row(
    model: Int = 0, place: Int = 0, origin: Int = 2020, history: Int = 0, horizon: Int = 1,
    last: Double = 50, meanChange: Double? = 2, forecast: ShareDistribution? = nil,
    actual: Double
  ) -> BacktestRow {
    BacktestRow(
      model: model, place: place, origin: origin, history: history, figures: 5, horizon: horizon,
      last: last, meanChange: meanChange,
      forecast: forecast ?? ShareDistribution(location: 50, scale: 10, degreesOfFreedom: 1e7),
      actual: actual)
  }

  /// Returns places whose shares rise and scatter from a first year to a last.
  static func set(
    _ indicator: String = "share", places: Int, years: ClosedRange<Int>, seed: UInt64,
    direction: GoodDirection = .up
  ) -> BacktestRequest.IndicatorSet {
    var random = SeededNumbers(seed)
    let members = (0..<places).map { _ in
      var percent = random.number(in: 20...60)
      return RollingPanel.Member(
        years: Array(years),
        percents: years.map { _ in
          percent = min(max(percent + random.number(in: -1...2), 0), 100)
          return percent
        })
    }
    return BacktestRequest.IndicatorSet(
      indicator: indicator, direction: direction, places: (0..<places).map { "Xã \($0)" },
      members: members)
  }

  /// Returns the rows of a back-test, in their order.
  static func rows(
    _ set: BacktestRequest.IndicatorSet, models: [any TrendModel] = ModelRegistry.all,
    histories: [HistoryRule] = [.exactly(4)], horizon: Int = 3, learnsFromOthers: Bool = true,
    library: PaceLibrary = library()
  ) throws -> [BacktestRow] {
    var rows: [BacktestRow] = []
    try Backtest.run(
      set,
      BacktestRequest(
        sets: [set], models: models, histories: histories, horizon: horizon, library: library,
        learnsFromOthers: learnsFromOthers)
    ) { rows.append($0) }
    return rows
  }
}

/// Uniform numbers of a fixed sequence (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Returns a number of a range.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + Double(next() >> 11) * 0x1p-53 * (range.upperBound - range.lowerBound)
  }

  /// Returns one of 0 ..< bound.
  mutating func whole(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
