package import Indicators
package import LinearAlgebra
package import Wording

/// How much stands behind a forecast.
package enum ForecastBasis: String, Sendable {
  /// No figure: no forecast.
  case none
  /// No figure, but many other places have some: the level is theirs, too.
  case othersOnly
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
    case .othersOnly:
      Phrase(
        vi: "rất yếu: nơi này chưa có số liệu, chỉ dựa vào các nơi khác",
        en: "very weak: no figure of this place, other places only")
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
  /// The pace that the model expects, points a year: from the last figure to the median five years on,
  /// or in the last year asked for where that is nearer; nil without a forecast or a figure.
  package let expectedPace: Double?
  /// How much stands behind it.
  package let basis: ForecastBasis
  /// How many figures of one definition it rests on.
  package let figureCount: Int
  /// Whether forecasts of the family have been tested on real series.
  package let isVerified: Bool
  /// Whether the pace model made it, whose statements have a record.
  package let isOfPaceModel: Bool
  /// How many other places were learned from.
  package let otherPlaces: Int
  /// What forecasts of the same data would have said in the past, and what came; empty without any.
  package let record: PanelRecord

  init(
    years: [Year] = [], expectedPace: Double? = nil, basis: ForecastBasis, figureCount: Int = 0,
    isVerified: Bool, isOfPaceModel: Bool = false, otherPlaces: Int = 0,
    record: PanelRecord = PanelRecord()
  ) {
    self.isOfPaceModel = isOfPaceModel
    self.years = years
    self.expectedPace = expectedPace
    self.basis = basis
    self.figureCount = figureCount
    self.isVerified = isVerified
    self.otherPlaces = otherPlaces
    self.record = record
  }

  /// Returns what can be said of a series of a family without a single figure: nothing.
  package static func withoutFigures(of family: PaceFamily) -> Forecast {
    Forecast(basis: .none, isVerified: family.isVerified)
  }

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
  /// The series.
  package let series: IndicatorSeries
  /// The series of the same indicator in other places; those that overlap with the place left out.
  package let others: [IndicatorSeries]
  /// The direction in which the indicator is meant to move.
  package let direction: GoodDirection
  /// The family of the indicator.
  package let family: PaceFamily

  package init(
    series: IndicatorSeries, others: [IndicatorSeries] = [], direction: GoodDirection,
    family: PaceFamily
  ) {
    self.series = series
    self.others = others
    self.direction = direction
    self.family = family
  }
}

/// Forecasts series for given years.
///
/// - Parameters:
///   - orders: the series, and what other places there are.
///   - model: the specification.
///   - library: the pace library.
///   - years: the years asked for; those up to a series' own last figure are left out.
/// - Returns: one forecast for each order, in their order.
/// - Throws: `LinearAlgebraError` when the mathematics refuse.
/// - Complexity: O(figures) a series; where the model learns from others, also that of walking their past.
package func forecasts(
  for orders: [ForecastOrder], model: any TrendModel, library: PaceLibrary, years: [Int]
) throws(LinearAlgebraError) -> [Forecast] {
  if model.learnsFromOthers {
    var results: [Forecast] = []
    for order in orders {
      results.append(try PanelForecast(order, library: library).forecast(years: years))
    }
    return results
  }
  return try ownForecasts(for: orders, model: model, years: years)
}

/// Forecasts each series by its own figures since its last break, those of one pattern together.
private func ownForecasts(
  for orders: [ForecastOrder], model: any TrendModel, years: [Int]
) throws(LinearAlgebraError) -> [Forecast] {
  var results = orders.map { Forecast(basis: .none, isVerified: $0.family.isVerified) }
  var batches: [YearPattern: [(index: Int, input: TrendInput)]] = [:]
  var patterns: [YearPattern] = []
  for (index, order) in orders.enumerated() {
    let observations = order.series.comparableObservations
    guard !observations.isEmpty else { continue }
    let input = TrendInput(
      years: observations.map(\.year), percents: observations.map(\.percent))
    let pattern = input.pattern
    if pattern.count < model.minimumCount {
      results[index] = Forecast(
        basis: .tooFew, figureCount: pattern.count, isVerified: order.family.isVerified)
      continue
    }
    if batches[pattern] == nil { patterns.append(pattern) }
    batches[pattern, default: []].append((index, input))
  }
  for pattern in patterns {
    let members = batches[pattern] ?? []
    let last = members.map { $0.input.years[pattern.count - 1] }.min() ?? 0
    let batch = TrendBatch(
      pattern: pattern, inputs: members.map(\.input), horizon: max(1, (years.max() ?? 0) - last))
    let fits = try model.fit(batch)
    for (member, fit) in zip(members, fits) {
      results[member.index] = Forecast(
        fit, of: member.input, years: years, isVerified: orders[member.index].family.isVerified)
    }
  }
  return results
}

extension Forecast {
  /// States the years asked for from a fit.
  init(
    _ fit: any TrendFit, of input: TrendInput, years: [Int], isVerified: Bool, otherPlaces: Int = 0,
    record: PanelRecord = PanelRecord()
  ) {
    let last = input.years[input.years.count - 1]
    let basis: ForecastBasis =
      switch input.years.count {
      case 1: .onePoint
      case 2: .twoPoints
      case 3: .threePoints
      default: .series
      }
    let stated = years.filter { $0 > last }.map { year in
      Year(year: year, horizon: year - last, distribution: fit.distribution(horizon: year - last))
    }
    let paceYear = stated.last { $0.horizon <= 5 } ?? stated.first
    self.init(
      years: stated,
      expectedPace: paceYear.map {
        ($0.distribution.median - input.percents[input.percents.count - 1]) / Double($0.horizon)
      },
      basis: basis, figureCount: input.years.count, isVerified: isVerified,
      isOfPaceModel: fit is PaceFit, otherPlaces: otherPlaces, record: record)
  }
}
