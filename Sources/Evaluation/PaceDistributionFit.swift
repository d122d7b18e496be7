import Forecasting
import Indicators
import Statistics

/// The paces that real places held, by starting level and length of the window.
///
/// ```
/// weight of a window = 1 / (indicators of the band · places of the indicator · windows of the place)
/// ```
/// One vote an indicator, shared by its places, each of which shares its part among its windows: neither a
/// large panel nor a long series nor windows that overlap decide. Quantiles are those of the weighted
/// distribution (`WeightedSample`). Bands of ten points are put together from low to high until each rests on
/// enough indicators, places and windows.
struct PaceDistributionFit {
  /// The lengths of the windows, years.
  static let lengths = Array(1...10)
  private static let step = 10
  /// An indicator with fewer places in a band has no vote in it.
  private static let fewestPlacesAnIndicator = 5
  private static let fewestIndicators = 3
  private static let fewestPlaces = 30
  private static let fewestWindows = 100

  /// Returns the distribution of all indicators whose good direction is declared; none where they are too few.
  static func distribution(of sets: [BacktestRequest.IndicatorSet]) -> PaceDistribution {
    let declared = sets.filter { $0.direction != .unknown }
    let bands = lengths.flatMap { Self.bands(of: declared, years: $0) }
    return bands.isEmpty
      ? .none : PaceDistribution(probabilities: PaceDistribution.grid, bands: bands)
  }

  private static func bands(
    of sets: [BacktestRequest.IndicatorSet], years: Int
  ) -> [PaceDistribution.Band] {
    let series = sets.flatMap { set in
      zip(set.places, set.members).map { place, member in
        Held(set: set, place: place, windows: PaceWindow.windows(of: member, years: years))
      }
    }
    var ranges: [Range<Int>] = []
    var lower = 0
    for upper in stride(from: step, through: 100, by: step)
    where Votes(series, from: lower, to: upper).isEnough {
      ranges.append(lower..<upper)
      lower = upper
    }
    // What is left over at the top goes with the band below.
    if lower < 100, let last = ranges.popLast() { ranges.append(last.lowerBound..<100) }
    return ranges.map { range in
      Votes(series, from: range.lowerBound, to: range.upperBound).band(
        years: years, lower: range.lowerBound, upper: range.upperBound)
    }
  }

  /// The windows of one indicator in one place.
  private struct Held {
    let set: BacktestRequest.IndicatorSet
    let place: String
    let windows: [PaceWindow]

    /// The key of the votes: places of two kinds are two sets.
    var voter: String { "\(set.indicator)\n\(set.kind ?? "")" }

    /// Returns the paces that start in a band; 100 belongs to the last.
    func paces(from lower: Int, to upper: Int) -> [Double] {
      windows.filter { window in
        let level = window.level(towards: set.direction)
        return level >= Double(lower) && (level < Double(upper) || upper == 100)
      }.map { $0.pace(towards: set.direction) }
    }
  }

  /// The paces of a band with what each weighs.
  private struct Votes {
    private var paces: [Double] = []
    private var weights: [Double] = []
    private var places: Set<String> = []
    private var indicators: Set<String> = []

    init(_ series: [Held], from lower: Int, to upper: Int) {
      let starting = series.map { ($0, $0.paces(from: lower, to: upper)) }.filter { !$1.isEmpty }
      let counts = Dictionary(grouping: starting) { $0.0.voter }.mapValues(\.count)
      for (held, own) in starting {
        let count = counts[held.voter] ?? 0
        guard count >= fewestPlacesAnIndicator else { continue }
        paces += own
        weights += own.map { _ in 1 / (Double(count) * Double(own.count)) }
        places.insert(held.place)
        indicators.insert(held.set.indicator)
      }
    }

    var isEnough: Bool {
      indicators.count >= fewestIndicators && places.count >= fewestPlaces
        && paces.count >= fewestWindows
    }

    /// - Precondition: there are paces.
    func band(years: Int, lower: Int, upper: Int) -> PaceDistribution.Band {
      let sample = WeightedSample(paces, weights: weights)
      return PaceDistribution.Band(
        years: years, lower: Double(lower), upper: Double(upper),
        // Kept as they will be written, so that a library read back is the one that was built.
        paces: PaceDistribution.grid.map { (sample.quantile($0) * 1e4).rounded() / 1e4 },
        windows: paces.count, places: places.count, indicators: indicators.count)
    }
  }
}
