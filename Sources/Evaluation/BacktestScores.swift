package import Forecasting
import RealModule

/// The scores of a back-test: by indicator, model, history and distance, and over all indicators.
package struct BacktestScores: Sendable {
  /// What a score belongs to.
  package struct Key: Sendable, Hashable {
    /// The number of the model in the request.
    package let model: Int
    /// The number of the history in the request.
    package let history: Int
    /// How many years ahead.
    package let horizon: Int

    package init(model: Int, history: Int, horizon: Int) {
      self.model = model
      self.history = history
      self.horizon = horizon
    }
  }

  /// The scores of one indicator.
  package struct IndicatorScores: Sendable {
    /// The id.
    package let indicator: String
    /// By model, history and distance.
    package internal(set) var cells: [Key: CellScore] = [:]
  }

  /// What thresholds a statement is about.
  package enum StatementKind: Int, Sendable, CaseIterable {
    /// 2, 5 and 10 points above the last figure, up to 99.
    case rise
    /// 50, 60 and 80%, within 25 points of the last figure.
    case round
  }

  /// Statements that are counted together in the record.
  package struct StatementClass: Sendable, Hashable {
    /// The band of the probability.
    package let band: ProbabilityBand
    /// Whether the threshold lay above the last figure.
    package let isRise: Bool

    package init(band: ProbabilityBand, isRise: Bool) {
      self.band = band
      self.isRise = isRise
    }
  }

  /// One indicator after the other.
  package private(set) var indicators: [IndicatorScores] = []
  /// The statements of each model, over all indicators, histories and distances: rises, then round numbers.
  package private(set) var statements: [[StatementScore]]
  /// What came of statements by their class, for each model.
  package private(set) var bands: [[StatementClass: (count: Int, hits: Int)]]
  /// The distances whose statements are counted: 1, 3 and 5, as far as they were asked for.
  private let statementHorizons: Set<Int> = [1, 3, 5]

  /// - Parameter models: how many models there are.
  package init(models: Int) {
    statements = Array(
      repeating: StatementKind.allCases.map { _ in StatementScore() }, count: models)
    bands = Array(repeating: [:], count: models)
  }

  /// Begins an indicator: rows that follow belong to it.
  package mutating func begin(indicator: String) {
    indicators.append(IndicatorScores(indicator: indicator))
  }

  /// Adds a row to the indicator begun last.
  ///
  /// - Precondition: an indicator was begun.
  package mutating func add(_ row: BacktestRow) {
    let key = Key(model: row.model, history: row.history, horizon: row.horizon)
    indicators[indicators.count - 1].cells[key, default: CellScore()].add(row)
    guard statementHorizons.contains(row.horizon) else { return }
    for rise in [2.0, 5, 10] where row.last + rise <= 99 {
      add(row, threshold: row.last + rise, kind: .rise)
    }
    for round in [50.0, 60, 80] where abs(round - row.last) <= 25 {
      add(row, threshold: round, kind: .round)
    }
  }

  private mutating func add(_ row: BacktestRow, threshold: Double, kind: StatementKind) {
    let probability = row.forecast.probability(atLeast: threshold)
    let cameTrue = row.actual >= threshold
    statements[row.model][kind.rawValue].add(probability: probability, cameTrue: cameTrue)
    let key = StatementClass(
      band: ProbabilityBand.band(of: probability), isRise: row.last < threshold)
    var counted = bands[row.model][key] ?? (0, 0)
    counted.count += 1
    if cameTrue { counted.hits += 1 }
    bands[row.model][key] = counted
  }

  /// The indicators whose cell is large enough to be averaged: 30 forecasts of 5 places.
  package static let fewestRows = 30
  /// See `fewestRows`.
  package static let fewestPlaces = 5

  /// Returns the indicators that have a cell large enough; all that have one when none is.
  func scored(_ key: Key) -> [IndicatorScores] {
    let present = indicators.filter { $0.cells[key] != nil }
    let large = present.filter { scores in
      guard let cell = scores.cells[key] else { return false }
      return cell.count >= Self.fewestRows && cell.placeCount >= Self.fewestPlaces
    }
    return large.isEmpty ? present : large
  }

  /// Returns the scores over all indicators; nil when there is no forecast.
  ///
  /// - Parameters:
  ///   - key: model, history and distance.
  ///   - yardstick: the number of the model that relative errors are taken to.
  /// - Returns: the scores, one vote an indicator.
  package func group(_ key: Key, yardstick: Int) -> GroupScore? {
    let scored = scored(key)
    let cells = scored.compactMap { $0.cells[key] }
    guard !cells.isEmpty else { return nil }
    let reference = Key(model: yardstick, history: key.history, horizon: key.horizon)
    let pairs = scored.compactMap { scores -> (own: CellScore, other: CellScore)? in
      guard let own = scores.cells[key], let other = scores.cells[reference] else { return nil }
      return (own, other)
    }
    return GroupScore(cells: cells, pairs: pairs)
  }
}

/// A score over indicators, one vote each.
package struct GroupScore: Sendable {
  /// How many indicators.
  package let indicatorCount: Int
  /// How many forecasts.
  package let count: Int
  /// How many places, each counted once an indicator.
  package let placeCount: Int
  /// How many origin years at most.
  package let originCount: Int
  /// The means over indicators, in points.
  package let meanAbsoluteError: Double
  /// See `meanAbsoluteError`.
  package let meanRankedScore: Double
  /// See `meanAbsoluteError`.
  package let meanIntervalScore: Double
  /// The mean over indicators of the error over the mean size of a yearly change; nil where none changed.
  package let meanScaledError: Double?
  /// The geometric mean of the error over that of the yardstick; nil where that made none.
  package let relativeError: Double?
  /// The same of the ranked probability score.
  package let relativeRankedScore: Double?
  /// The mean coverage of each interval.
  package let coverages: [Double]
  /// The error of each mean coverage, clustered by origin year; nil under two years.
  package let coverageErrors: [Double?]
  /// The coverage of the 80% interval of each indicator.
  package let wideCoverages: [Double]

  init(cells: [CellScore], pairs: [(own: CellScore, other: CellScore)]) {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    indicatorCount = cells.count
    count = cells.reduce(0) { $0 + $1.count }
    placeCount = cells.reduce(0) { $0 + $1.placeCount }
    originCount = cells.map(\.originCount).max() ?? 0
    meanAbsoluteError = mean(cells.map(\.meanAbsoluteError))
    meanRankedScore = mean(cells.map(\.meanRankedScore))
    meanIntervalScore = mean(cells.map(\.meanIntervalScore))
    let scaled = cells.compactMap(\.meanScaledError)
    meanScaledError = scaled.isEmpty ? nil : mean(scaled)
    relativeError = Self.geometricMean(
      pairs.map { ($0.own.meanAbsoluteError, $0.other.meanAbsoluteError) })
    relativeRankedScore = Self.geometricMean(
      pairs.map { ($0.own.meanRankedScore, $0.other.meanRankedScore) })
    coverages = CellScore.Level.allCases.map { level in mean(cells.map { $0.coverage(level) }) }
    coverageErrors = CellScore.Level.allCases.map { Self.clusteredError(cells, $0) }
    wideCoverages = cells.map { $0.coverage(.wide) }
  }

  private static func geometricMean(_ pairs: [(own: Double, other: Double)]) -> Double? {
    let ratios = pairs.filter { $0.own > 0 && $0.other > 0 }
    guard !ratios.isEmpty else { return nil }
    let sum = ratios.reduce(0.0) { $0 + Double.log($1.own / $1.other) }
    return Double.exp(sum / Double(ratios.count))
  }

  /// The error of the mean coverage: indicators of one year share its shocks, too.
  private static func clusteredError(_ cells: [CellScore], _ level: CellScore.Level) -> Double? {
    var sums: [Int: Double] = [:]
    for cell in cells {
      let mean = cell.coverage(level)
      for (year, origin) in cell.origins {
        let sum = Double(origin.inside[level.rawValue]) - Double(origin.count) * mean
        sums[year, default: 0] += sum / Double(cell.count) / Double(cells.count)
      }
    }
    guard sums.count > 1 else { return nil }
    let squares = sums.keys.sorted().reduce(0.0) { total, year in
      let sum = sums[year] ?? 0
      return total + sum * sum
    }
    let groups = Double(sums.count)
    return (groups / (groups - 1) * squares).squareRoot()
  }

  /// Returns the share of indicators whose 80% interval covers within a range.
  package func shareOfIndicators(coveringIn range: ClosedRange<Double>) -> Double {
    Double(wideCoverages.count { range.contains($0) }) / Double(wideCoverages.count)
  }
}
