package import Indicators
package import LinearAlgebra
package import Wording

/// The years of a series, as distances from its last: all that a design matrix depends on.
///
/// Series that share a pattern share one factorisation.
package struct YearPattern: Sendable, Hashable {
  /// Years before the last, ascending and ending in 0: [−3, −2, 0] for 2019, 2020, 2022.
  package let offsets: [Int]

  /// - Precondition: years are not empty and strictly ascending.
  package init(years: [Int]) {
    precondition(
      !years.isEmpty && zip(years, years.dropFirst()).allSatisfy { $0 < $1 },
      "years are not ascending: \(years)")
    let last = years[years.count - 1]
    offsets = years.map { $0 - last }
  }

  /// The number of years with figures.
  package var count: Int { offsets.count }

  /// The lengths of the steps between figures, in years; one fewer than figures.
  package var steps: [Int] { zip(offsets, offsets.dropFirst()).map { $1 - $0 } }

  /// The years from the first figure to the last.
  package var span: Int { -(offsets.first ?? 0) }
}

/// One series as a model sees it: percents of one definition in ascending years.
package struct TrendInput: Sendable, Equatable {
  /// The years, ascending; at least one.
  package let years: [Int]
  /// The shares in percent, one a year, finite.
  package let percents: [Double]
  /// What other places say of the pace.
  package let prior: PacePrior
  /// Whether the last figure is still to be revised.
  package let isLastPreliminary: Bool

  /// - Precondition: as many percents as years, all finite.
  package init(years: [Int], percents: [Double], prior: PacePrior, isLastPreliminary: Bool) {
    precondition(years.count == percents.count, "\(years.count) years, \(percents.count) percents")
    precondition(percents.allSatisfy(\.isFinite), "a percent is not finite: \(percents)")
    self.years = years
    self.percents = percents
    self.prior = prior
    self.isLastPreliminary = isLastPreliminary
  }
}

/// Series with one pattern of years.
package struct TrendBatch: Sendable {
  /// The pattern that all share.
  package let pattern: YearPattern
  /// The series.
  package let inputs: [TrendInput]

  /// The shares as right-hand sides: one row a year, one column a series.
  package var responses: Matrix { Matrix(columns: inputs.map(\.percents)) }
}

/// A specification: how yearly shares are thought to move, before any data.
package protocol TrendModel: Sendable {
  /// The name by which `--model` chooses it.
  var id: String { get }
  /// Its name for people.
  var title: Phrase { get }
  /// The fewest figures that it can forecast from.
  var minimumCount: Int { get }

  /// Whether the pace of other places and the revision error enter.
  var usesPaceOfOthers: Bool { get }
  /// What has to be known before its numbers are used; nil when nothing.
  var caution: Phrase? { get }

  /// Fits all series of a batch.
  ///
  /// - Precondition: the pattern has at least `minimumCount` years.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit]
}

/// A model after data: one series.
package protocol TrendFit: Sendable {
  /// The pace that the model expects, points a year.
  var slope: Double { get }

  /// Returns the share some years after the last figure.
  ///
  /// - Precondition: `horizon` is at least 1.
  func distribution(horizon: Int) -> ShareDistribution
}
