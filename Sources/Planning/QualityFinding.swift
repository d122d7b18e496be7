package import Diagnostics
import Indicators
import Wording

/// One question that the figures of a series raise; it never says that a figure is wrong.
package struct QualityFinding: Sendable, Equatable {
  /// What was noticed, in the order in which findings of one severity are told.
  package enum Kind: String, Sendable, CaseIterable {
    /// The base jumps from one year to the next.
    case baseJump
    /// The share jumps and no break is declared.
    case shareJump
    /// Two places have the same counts year for year.
    case copied
    /// The same figure stands several years.
    case frozen
    /// The figures lie exactly on a straight line.
    case straightLine
    /// An old figure was never made final.
    case notFinal
    /// Last digits are 0 or 5 too often.
    case heaping
    /// A figure is exactly what a threshold asks for.
    case onThreshold
    /// Figures stand again and again just above a threshold.
    case justAbove
    /// Years are missing inside the series.
    case missingYear
  }

  /// A number on which the question rests.
  package struct Evidence: Sendable, Equatable {
    /// What it is, a stable name for `--json`.
    package let name: String
    /// The number, in the unit that the name says.
    package let value: Double

    init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// What was noticed.
  package let kind: Kind
  /// The place.
  package let place: String
  /// The id of the indicator.
  package let indicator: String
  /// The years concerned, ascending; at least one.
  package let years: [Int]
  /// The numbers on which the question rests, in a fixed order.
  package let evidence: [Evidence]
  /// Where the figures stand, in the order of years; empty for years without a figure.
  package let positions: [InputPosition]
  /// The question in words, with how to answer it.
  package let diagnostic: Diagnostic

  /// How much it matters: a warning or a note.
  package var severity: Severity { diagnostic.severity }

  /// - Precondition: `years` is not empty.
  init(
    _ kind: Kind, _ code: DiagnosticCode, series: QualitySeries, years: [Int],
    evidence: [Evidence], value: String? = nil, facts: [String: String] = [:],
    phrases: [String: Phrase] = [:]
  ) {
    precondition(!years.isEmpty, "a question concerns at least one year")
    self.kind = kind
    self.years = years
    self.evidence = evidence
    place = series.place
    indicator = series.indicator
    positions = years.compactMap { year in
      series.observations.first { $0.year == year }?.position
    }
    let common = [
      "place": series.place, "indicator": series.indicator,
      "years": Self.text(of: years),
      "from": String(years.first ?? 0), "to": String(years.last ?? 0),
    ]
    diagnostic = Diagnostic(
      code, at: positions.last, value: value, common.merging(facts) { $1 }, phrases: phrases)
  }

  /// The years in a few words: "2015, 2018–2021".
  package var yearsText: String { Self.text(of: years) }

  /// Returns ascending years with three or more in a row as a span.
  private static func text(of years: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for year in years {
      if let last = spans.last, last.upperBound + 1 == year {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans.flatMap { span in
      span.count >= 3 ? ["\(span.lowerBound)–\(span.upperBound)"] : span.map(String.init)
    }.joined(separator: ", ")
  }
}

/// A series as the checks of quality see it: one figure a year in whole units of its last printed digit.
struct QualitySeries: Sendable {
  /// One figure.
  struct Figure: Sendable {
    /// The figure as the data have it.
    let observation: Observation
    /// The count, or the percent in units of the series' last printed digit.
    let units: Int
    /// Whether it stands at a bound: none or all, 0 % or 100 %.
    let isAtBound: Bool
    /// Its year.
    var year: Int { observation.year }
  }

  /// The place.
  let place: String
  /// The id of the indicator.
  let indicator: String
  /// The declared breaks.
  let breaks: [SeriesBreak]
  /// All figures, one a year, years ascending.
  let observations: [Observation]
  /// The figures that can be read in one unit, years ascending.
  let figures: [Figure]
  /// Whether units are counts; else they are percents.
  let isCounted: Bool
  /// The most digits after the separator of any printed percent; 0 for counts.
  let scale: Int

  /// Takes the figures of a series in one unit; the others are left out.
  ///
  /// The unit is one counted when at least half of the figures have counts, else the last printed digit
  /// of percents at the most digits that any of them has, because spreadsheets drop a final 0.
  init(_ series: IndicatorSeries) {
    place = series.place
    indicator = series.indicator.id
    breaks = series.breaks
    observations = series.observations
    let counted = series.observations.filter { $0.count != nil && ($0.base ?? 0) > 0 }
    let printed = series.observations.filter { $0.count == nil && $0.printedPercent != nil }
    let isCounted = counted.count >= printed.count
    let scale = isCounted ? 0 : printed.compactMap(\.printedPercent?.scale).max() ?? 0
    self.isCounted = isCounted
    self.scale = scale
    figures = (isCounted ? counted : printed).compactMap { observation in
      if isCounted {
        guard let count = observation.count else { return nil }
        return Figure(
          observation: observation, units: count,
          isAtBound: count == 0 || count == observation.base)
      }
      guard let percent = observation.printedPercent else { return nil }
      let units = percent.unscaled(at: scale)
      return Figure(
        observation: observation, units: units,
        isAtBound: units == 0 || units == 100 * ExactDecimal.powerOfTen(scale))
    }
  }

  /// The digits after the separator that most printed percents have; the larger of equals, 0 for counts.
  var commonScale: Int {
    let scales = figures.compactMap { isCounted ? nil : $0.observation.printedPercent?.scale }
    let candidates = Set(scales).sorted()
    return candidates.max { left, right in
      scales.count { $0 == left } < scales.count { $0 == right }
        || scales.count { $0 == left } == scales.count { $0 == right } && left < right
    } ?? 0
  }

  /// Returns whether a break is declared after a year and not after another.
  func hasBreak(after earlier: Int, upTo later: Int) -> Bool {
    breaks.contains { $0.year > earlier && $0.year <= later }
  }

  /// Returns units as people read them: a count with grouped thousands, or a percent.
  func phrase(ofUnits units: Int) -> Phrase {
    guard !isCounted else {
      return Phrase(vi: NumberStyle(.vi).whole(units), en: NumberStyle(.en).whole(units))
    }
    return .percent(ExactDecimal(unscaled: units, scale: scale).value, decimals: scale)
  }
}
