package import LinearAlgebra
package import Wording

/// The years of a series, as distances from its last: all that a design matrix depends on.
///
/// Series that share a pattern share one factorisation.
package struct YearPattern: Sendable, Hashable {
  /// Years before the last, ascending and ending in 0: [−3, −2, 0] for 2019, 2020, 2022.
  package let offsets: [Int]
  /// The steps that cross a declared break, by their number from 0: they say nothing of pace.
  package let brokenSteps: [Int]

  /// - Precondition: years are not empty and strictly ascending; broken steps are among the steps.
  package init(years: [Int], brokenSteps: [Int] = []) {
    precondition(
      !years.isEmpty && zip(years, years.dropFirst()).allSatisfy { $0 < $1 },
      "years are not ascending: \(years)")
    precondition(
      brokenSteps.allSatisfy { (0..<(years.count - 1)).contains($0) },
      "steps \(brokenSteps) of \(years.count) figures")
    let last = years[years.count - 1]
    offsets = years.map { $0 - last }
    self.brokenSteps = brokenSteps
  }

  /// The number of years with figures.
  package var count: Int { offsets.count }

  /// The lengths of the steps between figures, in years; one fewer than figures.
  package var steps: [Int] { zip(offsets, offsets.dropFirst()).map { $1 - $0 } }

  /// The years from the first figure to the last.
  package var span: Int { -(offsets.first ?? 0) }
}

/// One series as a model sees it: percents in ascending years.
package struct TrendInput: Sendable, Equatable {
  /// The years, ascending; at least one.
  package let years: [Int]
  /// The shares in percent, one a year, finite.
  package let percents: [Double]
  /// Of how many each share is taken; nil where only a percent is known.
  package let bases: [Int?]
  /// The steps that cross a declared break.
  package let brokenSteps: [Int]
  /// What other places say; nil for models that do not ask.
  package let prior: PacePrior?
  /// The standard deviation in points by which the last figure may still be revised; 0 when final.
  package let revisionSD: Double
  /// The standard deviation in points by which each figure may be off because it was rebuilt from former
  /// units that were split; 0 for figures that were counted.
  package let rebuildingSDs: [Double]

  /// - Precondition: as many percents as years, all finite; as many bases, or none; as many deviations of
  ///   rebuilding, or none.
  package init(
    years: [Int], percents: [Double], bases: [Int?] = [], brokenSteps: [Int] = [],
    prior: PacePrior? = nil, revisionSD: Double = 0, rebuildingSDs: [Double] = []
  ) {
    precondition(years.count == percents.count, "\(years.count) years, \(percents.count) percents")
    precondition(percents.allSatisfy(\.isFinite), "a percent is not finite: \(percents)")
    precondition(
      bases.isEmpty || bases.count == years.count, "\(years.count) years, \(bases.count) bases")
    precondition(
      rebuildingSDs.isEmpty || rebuildingSDs.count == years.count,
      "\(years.count) years, \(rebuildingSDs.count) deviations of rebuilding")
    self.years = years
    self.percents = percents
    self.bases = bases.isEmpty ? years.map { _ in nil } : bases
    self.brokenSteps = brokenSteps
    self.prior = prior
    self.revisionSD = revisionSD
    self.rebuildingSDs = rebuildingSDs.isEmpty ? years.map { _ in 0 } : rebuildingSDs
  }

  /// The pattern of its years.
  package var pattern: YearPattern { YearPattern(years: years, brokenSteps: brokenSteps) }
}

/// Series with one pattern of years, to be forecast some years ahead.
package struct TrendBatch: Sendable {
  /// The pattern that all share.
  package let pattern: YearPattern
  /// The series.
  package let inputs: [TrendInput]
  /// The longest distance that will be asked for, years.
  package let horizon: Int

  /// - Precondition: horizon ≥ 1.
  package init(pattern: YearPattern, inputs: [TrendInput], horizon: Int) {
    precondition(horizon >= 1, "horizon \(horizon) is not ahead")
    self.pattern = pattern
    self.inputs = inputs
    self.horizon = horizon
  }

  /// The shares as right-hand sides: one row a year, one column a series.
  package var responses: Matrix { Matrix(columns: inputs.map(\.percents)) }
}

/// A specification: how yearly shares are thought to move, before any data.
package protocol TrendModel: Sendable {
  /// The name by which `--model` chooses it.
  var id: String { get }
  /// Its name for people.
  var title: Phrase { get }
  /// What it assumes and what to expect of it, in two sentences.
  var explanation: Phrase { get }
  /// The fewest figures that it can forecast from.
  var minimumCount: Int { get }
  /// Whether the pace of other places, breaks, bases and the revision error enter.
  var learnsFromOthers: Bool { get }
  /// What has to be known before its numbers are used; nil when nothing.
  var caution: Phrase? { get }
  /// Its distribution in symbols; nil for a model that no formula tells.
  var formula: ModelFormula? { get }

  /// Fits all series of a batch.
  ///
  /// - Precondition: the pattern has at least `minimumCount` years; inputs carry a prior where the model
  ///   learns from others.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit]
}

extension TrendModel {
  package var learnsFromOthers: Bool { false }
  package var caution: Phrase? { nil }
  package var formula: ModelFormula? { nil }
}

/// A model after data: one series.
package protocol TrendFit: Sendable {
  /// Returns the share some years after the last figure.
  ///
  /// - Precondition: `horizon` is at least 1 and at most that of the batch.
  func distribution(horizon: Int) -> ShareDistribution
  /// The numbers that stand in the model's formula; empty where it has none.
  var terms: [ModelTerm] { get }
}

extension TrendFit {
  package var terms: [ModelTerm] { [] }
}
