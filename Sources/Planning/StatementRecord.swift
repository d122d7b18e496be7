package import Forecasting
import Indicators

/// How often statements like the one made came true in the past.
package struct StatementRecord: Sendable, Equatable {
  /// Whose past was counted.
  package enum Source: String, Sendable {
    /// Other places of the data, and the place itself, on the same threshold.
    case ownPanel
    /// The indicators behind the pace library, on thresholds of all kinds.
    case library
  }

  /// The band of the probability that was stated.
  package let band: ProbabilityBand
  /// How many statements.
  package let count: Int
  /// How many came true.
  package let hits: Int
  /// Whose past was counted.
  package let source: Source

  /// The fewest statements of the own panel that are told; with fewer the library's are.
  package static let fewestOwn = 20

  /// Counts the statements that are like one.
  ///
  /// - Parameters:
  ///   - probability: the chance that the share is at least the threshold.
  ///   - threshold: the threshold, percent.
  ///   - isRise: whether the share is still below it.
  ///   - isAlone: whether nothing was learned from other places.
  ///   - record: what forecasts of the same data would have said.
  ///   - library: the pace library with its own record.
  /// - Returns: the panel's count where it is large enough, else the library's; nil when neither has any.
  static func like(
    probability: Double, threshold: Double, isRise: Bool, isAlone: Bool,
    record: PanelRecord, library: PaceLibrary
  ) -> StatementRecord? {
    let band = ProbabilityBand.band(of: probability)
    let own = record.statements(threshold: threshold, band: band, isRise: isRise)
    if own.count >= fewestOwn {
      return StatementRecord(band: band, count: own.count, hits: own.hits, source: .ownPanel)
    }
    guard
      let shipped = library.record.first(where: {
        $0.lower == band.lower && $0.upper == band.upper && $0.isRise == isRise
          && $0.isAlone == isAlone && $0.count > 0
      })
    else { return nil }
    return StatementRecord(
      band: band, count: shipped.count, hits: shipped.hits, source: .library)
  }
}
