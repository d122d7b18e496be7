package import Forecasting
package import Indicators
package import LinearAlgebra
import Statistics

/// Builds a pace library from sets of real series.
///
/// Curve and widths are learned once from all groups and once without each, so that no indicator is
/// tested with what its own group taught. The records are those of a back-test in which that was so.
package struct PaceLibraryBuilder {
  /// An indicator with its group.
  package struct Source: Sendable {
    /// The series.
    package let set: BacktestRequest.IndicatorSet
    /// The group that is left out as a whole.
    package let group: String

    package init(set: BacktestRequest.IndicatorSet, group: String) {
      self.set = set
      self.group = group
    }
  }

  /// The shapes that were found to serve all series; docs/methods.md tells what each buys.
  package static let shapes: [ChangeShape] = [
    (0, 0, 0, 0), (0.25, 0, 0, 0), (0.8, 0, 0, 0), (0, 0.12, 0, 0), (0.4, 0.05, 0, 0),
    (0, 0.35, 0, 0), (0.25, 0, 0.5, 0.85), (0.25, 0, 0.5, 0.5),
  ].map { noise, slope, drift, persistence in
    ChangeShape(
      noise: noise, slope: slope, drift: drift, persistence: persistence, weight: 0.125)
  }

  /// The version of what this builder makes.
  package static let version = "3"
  /// The figures known in the tests behind widths and records.
  package static let histories: [HistoryRule] = [3, 5, 8, 12].map { .exactly($0) }
  /// The longest distance in them.
  package static let horizon = 6

  private let sources: [Source]
  private let families: [PaceFamily]
  private let version: String
  private let progress: (String) -> Void

  /// - Parameters:
  ///   - sources: the indicators; those of one group are left out together.
  ///   - families: the families that rule files name.
  ///   - version: of the content.
  ///   - progress: is told each part of the work.
  package init(
    sources: [Source], families: [PaceFamily], version: String,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.sources = sources
    self.families = families
    self.version = version
    self.progress = progress
  }

  /// Builds the library.
  ///
  /// - Returns: the library, numbers rounded to four decimals so that it reads back the same.
  /// - Throws: `LinearAlgebraError` when the mathematics refuse.
  /// - Complexity: three back-tests of all sources.
  package func build() throws(LinearAlgebraError) -> PaceLibrary {
    let groups = Set(sources.map(\.group)).sorted()
    progress("curves")
    var curves: [String: PaceCurve] = [:]
    for group in groups {
      curves[group] = try curve(of: sources.filter { $0.group != group })
    }
    let draft = library(
      estimates: estimates(try curve(of: sources)),
      withoutGroup: curves.mapValues { estimates($0) })
    progress("panel widths")
    let panel = try ratios(draft, learnsFromOthers: true)
    progress("lone widths")
    let lone = try ratios(draft, learnsFromOthers: false)
    func widened(_ curve: PaceCurve, without group: String?) -> PaceEstimates {
      PaceEstimates(
        curve: curve, panelWidth: width(panel, without: group),
        loneWidth: width(lone, without: group))
    }
    let measured = library(
      estimates: widened(draft.estimates.curve, without: nil),
      withoutGroup: Dictionary(
        uniqueKeysWithValues: groups.map { group in
          (group, widened(curves[group] ?? draft.estimates.curve, without: group))
        }))
    progress("record with other places")
    let tested = try result(measured, ModelRegistry.all, learnsFromOthers: true)
    progress("record alone")
    let testedAlone = try result(measured, [PaceModel()], learnsFromOthers: false)
    return library(
      estimates: measured.estimates, withoutGroup: measured.withoutGroup,
      record: bands(tested, isAlone: false) + bands(testedAlone, isAlone: true),
      models: records(tested),
      placePaces: PaceDistributionFit.distribution(of: sources.map(\.set)))
  }

  private func library(
    estimates: PaceEstimates, withoutGroup: [String: PaceEstimates],
    record: [StatementBand] = [], models: [ModelRecord] = [],
    placePaces: PaceDistribution = .none
  ) -> PaceLibrary {
    PaceLibrary(
      version: version, estimates: estimates, withoutGroup: withoutGroup, shapes: Self.shapes,
      sets: sources.map { source in
        PaceSet(
          id: source.set.indicator, group: source.group, direction: source.set.direction,
          places: source.set.places.count,
          figures: source.set.members.reduce(0) { $0 + $1.years.count })
      },
      families: families, record: record, models: models, placePaces: placePaces)
  }

  private func curve(of sources: [Source]) throws(LinearAlgebraError) -> PaceCurve {
    let curve = try PaceCurveFit.curve(of: sources.map(\.set))
    return PaceCurve(knots: curve.knots, paces: curve.paces.map(Self.rounded))
  }

  private func estimates(_ curve: PaceCurve) -> PaceEstimates {
    PaceEstimates(curve: curve, panelWidth: 1, loneWidth: 1)
  }

  /// Numbers are kept as they will be written, so that a library read back is the one that was built.
  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

  private func result(
    _ library: PaceLibrary, _ models: [any TrendModel], learnsFromOthers: Bool
  ) throws(LinearAlgebraError) -> BacktestResult {
    try BacktestResult(running: request(library, models, learnsFromOthers: learnsFromOthers))
  }

  private func request(
    _ library: PaceLibrary, _ models: [any TrendModel], learnsFromOthers: Bool
  ) -> BacktestRequest {
    BacktestRequest(
      sets: sources.map(\.set), models: models, histories: Self.histories,
      horizon: Self.horizon, library: library, learnsFromOthers: learnsFromOthers)
  }

  /// Returns |error|/S of every past forecast by indicator, at widths of one.
  private func ratios(
    _ library: PaceLibrary, learnsFromOthers: Bool
  ) throws(LinearAlgebraError) -> [[Double]] {
    let request = request(library, [PaceModel()], learnsFromOthers: learnsFromOthers)
    var ratios: [[Double]] = []
    for source in sources {
      var own: [Double] = []
      try Backtest.run(source.set, request, usesTrackRecord: false) { row in
        // The yardstick that every back-test carries along has no part in the widths.
        guard row.model == 0 else { return }
        let actual = row.forecast.valueScale.value(ofPercent: row.actual)
        own.append(abs(actual - row.forecast.location) / row.forecast.scale)
      }
      ratios.append(own)
    }
    return ratios
  }

  /// Returns κ: the 80% quantile of the ratios over that of the t distribution, one vote an indicator.
  private func width(_ ratios: [[Double]], without group: String?) -> Double {
    var values: [(ratio: Double, weight: Double)] = []
    for (source, own) in zip(sources, ratios) where source.group != group {
      values += own.map { ($0, 1 / Double(own.count)) }
    }
    guard !values.isEmpty else { return 1 }
    precondition(values.allSatisfy { $0.ratio.isFinite }, "a width from errors that are no numbers")
    values.sort { $0.ratio < $1.ratio }
    let total = values.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    var quantile = values[values.count - 1].ratio
    for value in values {
      sum += value.weight
      if sum >= 0.8 * total {
        quantile = value.ratio
        break
      }
    }
    let tails = PaceSettings().tailDegreesOfFreedom
    return Self.rounded(quantile / StudentT(degreesOfFreedom: tails).quantile(0.9))
  }

  private func bands(_ result: BacktestResult, isAlone: Bool) -> [StatementBand] {
    [true, false].flatMap { isRise in
      ProbabilityBand.all.compactMap { band -> StatementBand? in
        let key = BacktestScores.StatementClass(band: band, isRise: isRise)
        guard let counted = result.scores.bands[0][key] else { return nil }
        return StatementBand(
          lower: band.lower, upper: band.upper, isRise: isRise, isAlone: isAlone,
          count: counted.count, hits: counted.hits)
      }
    }
  }

  private func records(_ result: BacktestResult) -> [ModelRecord] {
    guard let history = Self.histories.firstIndex(of: .exactly(5)) else { return [] }
    return result.request.models.indices.compactMap { model in
      func score(_ horizon: Int) -> GroupScore? {
        result.group(model: model, history: history, horizon: horizon)
      }
      let horizons = [1, 3, 5]
      let scores = horizons.compactMap { score($0)?.relativeRankedScore }
      guard
        let error = result.meanRelativeError(model: model, history: history, horizons: horizons),
        scores.count == horizons.count, let next = score(1), let fifth = score(5)
      else { return nil }
      return ModelRecord(
        id: result.request.models[model].id, relativeError: Self.rounded(error),
        relativeRankedScore: Self.rounded(scores.reduce(0, +) / Double(scores.count)),
        coverageNext: Self.rounded(next.coverages[1]),
        coverageFifth: Self.rounded(fifth.coverages[1]))
    }
  }
}
