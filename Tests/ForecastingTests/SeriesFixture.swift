import Diagnostics
import Forecasting
import Indicators
import Wording

/// Series written in tests.
enum SeriesFixture {
  private static let position = InputPosition(file: "figures.csv", line: 2)

  /// Returns a series of printed percents; the last figure may be preliminary.
  static func percents(
    _ figures: [(Int, String)], last status: ObservationStatus = .final,
    breaks: [SeriesBreak] = [], place: String = "Xã A"
  ) -> IndicatorSeries {
    series(
      figures.enumerated().map { index, figure in
        Observation(
          year: figure.0, printedPercent: ExactDecimal(plain: figure.1),
          status: index == figures.count - 1 ? status : .final, position: position)
      }, breaks: breaks, place: place)
  }

  /// Returns a series of counts.
  static func counts(
    _ figures: [(year: Int, count: Int, base: Int)], breaks: [SeriesBreak] = []
  ) -> IndicatorSeries {
    series(
      figures.map {
        Observation(year: $0.year, count: $0.count, base: $0.base, position: position)
      }, breaks: breaks)
  }

  /// Returns a series that has the bases given; the counts are of no account.
  static func bases(_ bases: [Int: Int], breaks: [SeriesBreak] = []) -> IndicatorSeries {
    counts(bases.sorted { $0.key < $1.key }.map { ($0.key, 1, $0.value) }, breaks: breaks)
  }

  static func series(
    _ observations: [Observation], breaks: [SeriesBreak] = [], place: String = "Xã A"
  ) -> IndicatorSeries {
    IndicatorSeries(
      place: place, indicator: Indicator(id: "share", title: Phrase("share")),
      observations: observations, breaks: breaks)
  }

  static func seriesBreak(_ year: Int, _ kind: SeriesBreak.Kind = .definition) -> SeriesBreak {
    SeriesBreak(place: nil, indicator: "share", year: year, kind: kind, note: "")
  }
}

/// Uniform numbers of a fixed sequence (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
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
}
