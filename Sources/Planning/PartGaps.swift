import Indicators
import Wording

/// What each part of a place lacks of the place's own threshold: a thôn of its xã.
package struct PartGaps: Sendable, Equatable {
  /// One part.
  package struct Part: Sendable, Equatable {
    /// Its name.
    package let place: String
    /// How many have the property.
    package let count: Int
    /// Of how many.
    package let base: Int
    /// ⌈threshold·base/100⌉ − count; negative is a reserve.
    package let missing: Int
  }

  /// The year of the figures: that of the newest figure of the place.
  package let year: Int
  /// The parts with figures of the year, those that lack most first.
  package let parts: [Part]
  /// The parts without, in the order of the data.
  package let unknown: [String]
  /// Sum of the parts' counts less that of the place itself; nil where the place has no counts.
  package let countDifference: Int?
  /// The same of the bases.
  package let baseDifference: Int?

  /// The sum of the counts of all parts.
  package var count: Int { parts.reduce(0) { $0 + $1.count } }
  /// The sum of their bases.
  package var base: Int { parts.reduce(0) { $0 + $1.base } }

  /// Gathers the parts; nil when none has a figure with counts of the place's newest year.
  ///
  /// - Parameters:
  ///   - series: the series of the place.
  ///   - threshold: what is asked of the place, percent.
  ///   - parts: the names of its parts and their series, nil where the data have none.
  init?(
    of series: IndicatorSeries, threshold: ExactDecimal,
    parts: [(place: String, series: IndicatorSeries?)]
  ) {
    guard let latest = series.latest else { return nil }
    var found: [Part] = []
    var unknown: [String] = []
    for part in parts {
      guard let figure = part.series?.observation(in: latest.year), let count = figure.count,
        let base = figure.base
      else {
        unknown.append(part.place)
        continue
      }
      found.append(
        Part(
          place: part.place, count: count, base: base,
          missing: ThresholdTest.required(threshold: threshold, base: base) - count))
    }
    guard !found.isEmpty else { return nil }
    year = latest.year
    // Parts that lack alike stay in the order of the data.
    self.parts = found.enumerated().sorted {
      ($1.element.missing, $0.offset) < ($0.element.missing, $1.offset)
    }.map(\.element)
    self.unknown = unknown
    countDifference = latest.count.map { count in found.reduce(-count) { $0 + $1.count } }
    baseDifference = latest.base.map { base in found.reduce(-base) { $0 + $1.base } }
  }
}
