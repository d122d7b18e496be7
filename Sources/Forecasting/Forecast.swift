package import Indicators
package import LinearAlgebra
package import Wording

/// How much stands behind a forecast.
package enum ForecastBasis: String, Sendable {
  /// No figure: no forecast.
  case none
  /// Fewer figures than the model needs: no forecast by it.
  case tooFew
  /// One figure: its level is known, its pace is that of other places.
  case onePoint
  /// Two figures.
  case twoPoints
  /// Three figures.
  case threePoints
  /// Four figures and more.
  case series

  /// The label for people; nil where none is needed.
  package var label: Phrase? {
    switch self {
    case .none: Phrase(vi: "không có số liệu", en: "no data")
    case .tooFew: Phrase(vi: "quá ít năm cho mô hình này", en: "too few years for this model")
    case .onePoint:
      Phrase(
        vi: "rất yếu: mới có 1 năm, nhịp tăng lấy từ nơi khác",
        en: "very weak: 1 year only, the pace is that of other places")
    case .twoPoints: Phrase(vi: "rất yếu: mới có 2 năm", en: "very weak: 2 years only")
    case .threePoints: Phrase(vi: "yếu: mới có 3 năm", en: "weak: 3 years only")
    case .series: nil
    }
  }
}

/// The forecast of one series: a distribution for each coming year, and what stands behind it.
package struct Forecast: Sendable, Equatable {
  /// One year of a forecast.
  package struct Year: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// How many years after the last figure.
    package let horizon: Int
    /// The share in that year.
    package let distribution: ShareDistribution
  }

  /// The longest distance in years for which the record of the default model is measured.
  package static let calibratedHorizon = 6
  /// The number of figures from which probabilities are printed without a cap.
  package static let uncappedCount = 8

  /// The years, ascending; empty without a forecast.
  package let years: [Year]
  /// The pace that the model expects, points a year; nil without a forecast.
  package let expectedPace: Double?
  /// How much stands behind it.
  package let basis: ForecastBasis
  /// How many figures of one definition it rests on.
  package let figureCount: Int
  /// Whether the family's pace has been checked on real series.
  package let isVerified: Bool

  /// Returns the forecast of a year.
  package func year(_ year: Int) -> Year? {
    years.first { $0.year == year }
  }

  /// The first year whose distance is beyond what has been measured; nil when none is.
  package var firstUncalibratedYear: Int? {
    years.first { $0.horizon > Self.calibratedHorizon }?.year
  }
}

/// A request for the forecast of one series.
package struct ForecastOrder: Sendable {
  /// The series; only figures since its last break are used.
  package let series: IndicatorSeries
  /// What other places say of the pace.
  package let prior: PacePrior

  package init(series: IndicatorSeries, prior: PacePrior) {
    self.series = series
    self.prior = prior
  }
}

/// Forecasts series for given years, series with one pattern of years together.
///
/// - Parameters:
///   - orders: the series and their priors.
///   - model: the specification.
///   - years: the years asked for; those up to a series' own last figure are left out.
/// - Returns: one forecast for each order, in their order.
/// - Throws: `LinearAlgebraError` when the mathematics refuse.
/// - Complexity: one factorisation for each pattern, then O(figures) a series.
package func forecasts(
  for orders: [ForecastOrder], model: any TrendModel, years: [Int]
) throws(LinearAlgebraError) -> [Forecast] {
  var results = orders.map { _ in
    Forecast(years: [], expectedPace: nil, basis: .none, figureCount: 0, isVerified: false)
  }
  var batches: [YearPattern: [(index: Int, input: TrendInput)]] = [:]
  var patterns: [YearPattern] = []
  for (index, order) in orders.enumerated() {
    let observations = order.series.comparableObservations
    guard let last = observations.last else { continue }
    let input = TrendInput(
      years: observations.map(\.year), percents: observations.map(\.percent), prior: order.prior,
      isLastPreliminary: last.status != .final)
    let pattern = YearPattern(years: input.years)
    if pattern.count < model.minimumCount {
      results[index] = Forecast(
        years: [], expectedPace: nil, basis: .tooFew, figureCount: pattern.count,
        isVerified: order.prior.isVerified)
      continue
    }
    if batches[pattern] == nil { patterns.append(pattern) }
    batches[pattern, default: []].append((index, input))
  }
  for pattern in patterns {
    let members = batches[pattern] ?? []
    let fits = try model.fit(TrendBatch(pattern: pattern, inputs: members.map(\.input)))
    for (member, fit) in zip(members, fits) {
      results[member.index] = forecast(fit, of: member.input, years: years)
    }
  }
  return results
}

private func forecast(_ fit: any TrendFit, of input: TrendInput, years: [Int]) -> Forecast {
  let last = input.years[input.years.count - 1]
  let basis: ForecastBasis =
    switch input.years.count {
    case 1: .onePoint
    case 2: .twoPoints
    case 3: .threePoints
    default: .series
    }
  return Forecast(
    years: years.filter { $0 > last }.map { year in
      Forecast.Year(
        year: year, horizon: year - last, distribution: fit.distribution(horizon: year - last))
    },
    expectedPace: fit.slope, basis: basis, figureCount: input.years.count,
    isVerified: input.prior.isVerified)
}
