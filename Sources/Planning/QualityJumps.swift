import Diagnostics
import Indicators
import Statistics
import Wording

/// Questions about steps that are too large for the panel they stand in.
enum QualityJumps {
  /// How many robust standard deviations from the usual step are asked about.
  static let deviations = 4.0
  /// A base that changes in a year by more than one part in so many is always asked about.
  static let largeBasePart = 10
  /// The relative change of a base a year below which nothing is asked, however quiet the others are.
  static let smallBaseChange = 0.03
  /// The least change of a base in people, households or units; less is a handful that came or went.
  static let leastBaseChange = 10
  /// The least number of steps from which what is usual is learned.
  static let leastSteps = 12
  /// The least standard deviation of steps of a share, in points: below it, rounding decides.
  static let leastDeviation = 0.5

  /// A step between figures that follow each other, by year.
  private struct Step {
    let series: Int
    let earlier: QualitySeries.Figure
    let later: QualitySeries.Figure
    let size: Double
  }

  /// The usual step: median and robust standard deviation, 1.4826 · median |x − median|.
  private struct Usual {
    let centre: Double
    let deviation: Double

    init?(_ steps: [Step]) {
      guard steps.count >= leastSteps else { return nil }
      let centre = median(steps.map(\.size))
      self.centre = centre
      deviation = 1.4826 * median(steps.map { abs($0.size - centre) })
    }
  }

  /// Asks about jumps of bases and of shares.
  static func findings(in all: [QualitySeries]) -> [QualityFinding] {
    baseJumps(in: all) + shareJumps(in: all)
  }

  /// Asks about the largest change of the base of each series.
  ///
  /// A change of more than 10 % a year is asked about; also one of more than 3 % a year whose
  /// symmetric change a year, 2 (new − old) / (new + old) / years, is more than 4 robust standard deviations
  /// from the median of the panel's, when the panel has 12 changes or more. A change of fewer than 10 is not. Steps over a declared break are left out. A place whose indicators share
  /// a base is asked once.
  private static func baseJumps(in all: [QualitySeries]) -> [QualityFinding] {
    let steps = steps(in: all) { earlier, later, years in
      guard let old = earlier.base, let new = later.base, old > 0, new > 0 else { return nil }
      return 2 * Double(new - old) / Double(new + old) / Double(years)
    }
    let usual = Usual(steps)
    var asked: Set<[String]> = []
    var findings: [QualityFinding] = []
    for own in grouped(steps) {
      let jumps = own.filter { step in
        guard let old = step.earlier.observation.base, let new = step.later.observation.base else {
          return false
        }
        let years = step.later.year - step.earlier.year
        guard abs(new - old) >= leastBaseChange else { return false }
        guard abs(new - old) * largeBasePart <= old * years else { return true }
        let change = Double(abs(new - old)) / Double(old * years)
        guard change > smallBaseChange, let usual else { return false }
        return abs(step.size - usual.centre) > deviations * usual.deviation
      }
      guard let largest = jumps.max(by: { abs($0.size) < abs($1.size) }),
        let old = largest.earlier.observation.base, let new = largest.later.observation.base
      else { continue }
      let series = all[largest.series]
      let key = [series.place, String(largest.later.year), String(old), String(new)]
      guard asked.insert(key).inserted else { continue }
      let change = 100 * (Double(new) / Double(old) - 1)
      findings.append(
        QualityFinding(
          .baseJump, .qualityBaseJump, series: series,
          years: [largest.earlier.year, largest.later.year],
          evidence: [
            .init("oldBase", Double(old)), .init("newBase", Double(new)),
            .init("changePercent", change),
          ], value: String(new),
          phrases: [
            "old": whole(old), "new": whole(new), "change": .signed(change),
          ]))
    }
    return findings
  }

  /// Asks about the largest jump of the share of each series.
  ///
  /// The step in points a year is more than 4 robust standard deviations (each at least 0.5 points and at
  /// least the weight of one person or unit of the smaller base) from the median step of the indicator in all places, when it has 12 steps or more, else of the whole panel when
  /// that has 12; else nothing is known of what is usual. Steps over a declared break are left out.
  private static func shareJumps(in all: [QualitySeries]) -> [QualityFinding] {
    let steps = steps(in: all) { earlier, later, years in
      let change = (later.percent - earlier.percent) / Double(years)
      return change.isFinite ? change : nil
    }
    let whole = Usual(steps)
    var byIndicator: [String: [Step]] = [:]
    for step in steps { byIndicator[all[step.series].indicator, default: []].append(step) }
    let usuals = byIndicator.mapValues { Usual($0) ?? whole }
    return grouped(steps).compactMap { own in
      guard let first = own.first, let usual = usuals[all[first.series].indicator] ?? nil else {
        return nil
      }
      func reach(of step: Step) -> Double { deviations * deviation(of: step, usual: usual) }
      let jumps = own.filter { abs($0.size - usual.centre) > reach(of: $0) }
      guard
        let largest = jumps.max(by: { abs($0.size - usual.centre) < abs($1.size - usual.centre) })
      else { return nil }
      return QualityFinding(
        .shareJump, .qualityJump, series: all[largest.series],
        years: [largest.earlier.year, largest.later.year],
        evidence: [
          .init("pointsPerYear", largest.size), .init("usualPointsPerYear", usual.centre),
          .init("usualDeviation", deviation(of: largest, usual: usual)),
        ], value: FigureWords.text(of: largest.later.observation),
        phrases: [
          "change": .signed(largest.size), "low": .signed(usual.centre - reach(of: largest)),
          "high": .signed(usual.centre + reach(of: largest)),
        ])
    }
  }

  private static func deviation(of step: Step, usual: Usual) -> Double {
    let bases = [step.earlier, step.later].compactMap(\.observation.base).filter { $0 > 0 }
    let grain = bases.min().map { 100 / Double($0) } ?? 0
    return max(usual.deviation, leastDeviation, grain)
  }

  private static func steps(
    in all: [QualitySeries], size: (Observation, Observation, Int) -> Double?
  ) -> [Step] {
    all.enumerated().flatMap { index, series in
      zip(series.figures, series.figures.dropFirst()).compactMap { earlier, later in
        guard !series.hasBreak(after: earlier.year, upTo: later.year) else { return nil }
        return size(earlier.observation, later.observation, later.year - earlier.year).map {
          Step(series: index, earlier: earlier, later: later, size: $0)
        }
      }
    }
  }

  /// Returns the steps of each series that has any, in the order of the series.
  private static func grouped(_ steps: [Step]) -> [[Step]] {
    var groups: [[Step]] = []
    for step in steps {
      if groups.last?.last?.series == step.series {
        groups[groups.count - 1].append(step)
      } else {
        groups.append([step])
      }
    }
    return groups
  }

  private static func whole(_ value: Int) -> Phrase {
    Phrase(vi: NumberStyle(.vi).whole(value), en: NumberStyle(.en).whole(value))
  }
}

extension DiagnosticCode {
  static let qualityBaseJump = DiagnosticCode(
    "quality.base-jump", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: tổng số từ {old} ({from}) thành {new} ({to}), {change}%; địa giới, định nghĩa hay nguồn dân số có thay đổi không?",
      en:
        "{place}, {indicator}: the base went from {old} ({from}) to {new} ({to}), {change}%; did territory, definition or source of the population change?"
    ),
    remedy: Phrase(
      vi: "Nếu có thì khai năm {to} trong bảng breaks; nếu không thì soát lại tổng số.",
      en: "If so, declare {to} in the table of breaks; if not, look over the base."))

  static let qualityJump = DiagnosticCode(
    "quality.jump", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: từ {from} đến {to} thay đổi {change} điểm mỗi năm, trong khi thường thấy từ {low} đến {high}; định nghĩa, cách điều tra hay địa giới có thay đổi không?",
      en:
        "{place}, {indicator}: from {from} to {to} it changes by {change} points a year, where {low} to {high} is usual; did definition, survey or territory change?"
    ),
    remedy: Phrase(
      vi: "Nếu có thì khai năm {to} trong bảng breaks; nếu không thì soát lại hai số này.",
      en: "If so, declare {to} in the table of breaks; if not, look over the two figures."))
}
