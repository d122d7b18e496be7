package import Indicators
import Regulations
import Wording

/// What has to be reached when, for every requirement of a level: by the end of each year and quarter after the
/// newest year of data up to the target year, with the days of the calendar.
package struct Milestones: Sendable, Equatable {
  /// What kind of way lies ahead.
  package enum Mode: String, Sendable {
    /// More are needed: the straight path to what the threshold asks for.
    case rise
    /// Enough already: what each year asks for has to be kept.
    case hold
    /// A fact or grade that has to be in place.
    case establish
    /// No figure: no path.
    case unknown
  }

  /// What has to be reached by the end of a year.
  package struct Year: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The forecast of the base; nil without counts.
    package let base: Int?
    /// How many; nil without counts.
    package let count: Int?
    /// The share in percent, of the year's base.
    package let percent: Double
    /// How many more than the year before; nil without counts.
    package let add: Int?
    /// How many points more than the year before; nil with counts, where people are told.
    package let addPoints: Double?
    /// The median of the forecast in percent; nil without one.
    package let median: Double?
    /// The chance that the forecast reaches the milestone; nil without a forecast.
    package let probability: Double?
  }

  /// What has to be reached by the end of a quarter.
  package struct Quarter: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// 1...4.
    package let quarter: Int
    /// Its last day.
    package let date: CalendarDate
    /// How many; nil without counts.
    package let count: Int?
    /// The share in percent, of the year's base.
    package let percent: Double
    /// How many more than the quarter before; nil without counts.
    package let add: Int?
    /// How many points more than the quarter before; nil with counts.
    package let addPoints: Double?
  }

  /// The way of one requirement.
  package struct Plan: Sendable, Equatable {
    /// The requirement, with all that is known and expected of it.
    package let result: RequirementResult
    /// What kind of way lies ahead.
    package let mode: Mode
    /// The last day whose data count for the target year.
    package let due: CalendarDate
    /// The yearly milestones, ascending; empty for facts and grades and without data.
    package let years: [Year]
    /// The quarterly milestones, ascending; four a year.
    package let quarters: [Quarter]

    /// The people to be added by the target year; nil without counts.
    package var added: Int? {
      let parts = years.compactMap(\.add)
      return parts.isEmpty ? nil : parts.reduce(0, +)
    }
  }

  /// A day of the calendar of the target year.
  package struct Deadline: Sendable, Equatable {
    /// What is due.
    package enum Kind: String, Sendable {
      /// The last day whose data count.
      case data
      /// The day before which the dossier has to be filed.
      case dossier
      /// The day before which it has to be decided.
      case decision
    }

    /// What is due.
    package let kind: Kind
    /// The day.
    package let date: CalendarDate
  }

  /// The year by which the level is wanted.
  package let targetYear: Int
  /// The mix that the milestones aim at, above the thresholds; nil for those that just reach them.
  package let aim: CheapestMix?
  /// One way a requirement, in rule order.
  package let plans: [Plan]
  /// The days of the calendar, in order; only the end of the data for a level that nobody recognises.
  package let calendar: [Deadline]

  /// Plans the way from an analysis.
  ///
  /// The count asked of a year is `ThresholdTest.required` of the forecast of its base, and the base of one
  /// group of people is one forecast, as in the gap; so the people to be added in a rise are the gap. The path of
  /// a figure that is older than the newest year of data begins after that year all the same: nobody can be
  /// added in a year that is over.
  ///
  /// - Parameters:
  ///   - analysis: the answer.
  ///   - aim: what has to be true in the target year for the level to be as likely as wanted; shares that it
  ///     raises go there instead of to their thresholds.
  /// - Complexity: O(requirements² + requirements · years).
  package init(of analysis: Analysis, aimingAt aim: CheapestMix? = nil) {
    self.aim = aim
    let target = analysis.targetYear
    let calendar = analysis.level.calendar
    let lastDay =
      calendar?.dataWindow.to.date(in: target) ?? Self.lastDay(ofQuarter: 4, in: target)
    var deadlines = [Deadline(kind: .data, date: lastDay)]
    if !analysis.level.isPlanning, let calendar {
      if let date = calendar.dossier.date(assessedYear: target) {
        deadlines.append(Deadline(kind: .dossier, date: date))
      }
      if let date = calendar.decision.date(assessedYear: target) {
        deadlines.append(Deadline(kind: .decision, date: date))
      }
    }
    let outlook = analysis.outlook.first { $0.year == target }
    let pairs = Array(zip(analysis.level.requirements, analysis.requirements))
    targetYear = target
    self.calendar = deadlines
    plans = pairs.map { requirement, result in
      guard result.kind == .share else {
        let fails = outlook?.failingFacts.contains(result.id) == true
        return Plan(
          result: result, mode: result.met == true && !fails ? .hold : .establish, due: lastDay,
          years: [], quarters: [])
      }
      let sharing = pairs.filter { other, _ in
        requirement.base != nil && other.base == requirement.base
      }.compactMap { $1.series }
      return ShareMilestones(
        result: result, years: Array((analysis.baseYear + 1)...target), sharing: sharing,
        aim: aim?.shares.first { $0.requirement == result.id && $0.extraPoints > 0 }
      ).plan(due: lastDay)
    }
  }

  /// Returns the last day of a quarter: 31/3, 30/6, 30/9, 31/12.
  ///
  /// - Precondition: 1 ≤ quarter ≤ 4, 1 ≤ year ≤ 9999.
  static func lastDay(ofQuarter quarter: Int, in year: Int) -> CalendarDate {
    guard
      let date = CalendarDate(year: year, month: 3 * quarter, day: [31, 30, 30, 31][quarter - 1])
    else { preconditionFailure("no quarter \(quarter) of \(year)") }
    return date
  }
}
