package import Indicators
package import Regulations

/// When a level can be recognised at the earliest by the calendar alone, whatever coming figures say.
///
/// A year is assessed by its data, its dossier is filed before a day of the year after, the decision falls
/// before another. Where a lower level is recognised already, a higher one may be asked for only some
/// months after that decision: a dossier that would be due sooner has to wait for the year after, even if
/// the figures are there.
package struct LevelSchedule: Sendable, Equatable {
  /// The first year whose data can bring the level.
  package let firstYear: Int
  /// The day before which its dossier has to be filed.
  package let dossierBefore: CalendarDate
  /// The day before which it has to be decided.
  package let decisionBefore: CalendarDate
  /// The last day of its recognition, counted from the day of that deadline; nil when not known.
  package let validThrough: CalendarDate?
  /// What holds the level back; nil when nothing does.
  package let wait: Wait?

  /// An earlier decision that is not old enough.
  package struct Wait: Sendable, Equatable {
    /// The level that was recognised.
    package let level: String
    /// When it was decided.
    package let decided: CalendarDate
    /// From when a higher level may be asked for.
    package let until: CalendarDate
    /// The years that are lost: assessed, but their dossiers would come too soon.
    package let lostYears: [Int]
    /// How many months the rule asks for.
    package let months: Int
    /// How surely the rule is known.
    package let confidence: Confidence
  }

  /// Returns the schedule of a level; nil for a level that nobody recognises or without a calendar.
  ///
  /// - Parameters:
  ///   - level: the level asked for.
  ///   - levels: the levels of its regulation, lower ones first.
  ///   - recognition: what is recognised; nil when nothing is.
  ///   - baseYear: the newest year of data.
  ///   - fails: whether the base year's data are known not to meet the level, so that no dossier of it helps.
  ///   - date: the day from which it is looked at; nil takes the base year's dossier as still to be filed.
  /// - Returns: the schedule; nil where the level is recognised already, too.
  static func of(
    _ level: Level, among levels: [Level], recognition: Recognition?, baseYear: Int,
    failing fails: Bool = false, asOf date: CalendarDate?
  ) -> LevelSchedule? {
    guard !level.isPlanning, let calendar = level.calendar else { return nil }
    // A recognition that is over holds nothing back, and neither does one of another regulation.
    let recognition = recognition.flatMap { found in
      isOver(found, among: levels, on: date ?? .endOfYear(baseYear)) ? nil : found
    }
    let isHigher = recognition.flatMap { isAbove(level, $0, among: levels) }
    // What is recognised already, or higher, needs no schedule of its own.
    if isHigher == false { return nil }
    let lower = isHigher == true ? recognition : nil
    var first = max(fails ? baseYear + 1 : baseYear, (lower?.assessedYear ?? baseYear - 1) + 1)
    if let date {
      while let dossier = calendar.dossier.date(assessedYear: first), dossier <= date { first += 1 }
    }
    var wait: Wait?
    if let lower, let decided = lower.decisionDate,
      let until = calendar.nextLevel.end(decided: decided)
    {
      let earliest = first
      // The day of the deadline is itself too late.
      while let dossier = calendar.dossier.date(assessedYear: first), dossier <= until {
        first += 1
      }
      wait = Wait(
        level: lower.level, decided: decided, until: until,
        lostYears: Array(earliest..<first), months: calendar.nextLevel.months,
        confidence: calendar.nextLevel.provenance.confidence)
    }
    guard let dossier = calendar.dossier.date(assessedYear: first),
      let decision = calendar.decision.date(assessedYear: first)
    else { return nil }
    return LevelSchedule(
      firstYear: first, dossierBefore: dossier, decisionBefore: decision,
      validThrough: calendar.validity.end(decided: decision), wait: wait)
  }

  /// Whether a level stands above the recognised one; nil where the two cannot be compared.
  private static func isAbove(
    _ level: Level, _ recognition: Recognition, among levels: [Level]
  ) -> Bool? {
    guard recognition.regulation == level.regulation,
      let own = index(of: level.id, in: level.regulation, levels),
      let other = index(of: recognition.level, in: level.regulation, levels)
    else { return nil }
    return own > other
  }

  /// Whether the validity of a recognition ended before a day; not where its end is not known.
  private static func isOver(
    _ recognition: Recognition, among levels: [Level], on date: CalendarDate?
  ) -> Bool {
    guard let date, let decided = recognition.decisionDate,
      let index = index(of: recognition.level, in: recognition.regulation, levels),
      let end = levels[index].calendar?.validity.end(decided: decided)
    else { return false }
    return end < date
  }

  private static func index(of id: String, in regulation: String, _ levels: [Level]) -> Int? {
    levels.firstIndex { $0.id == id && $0.regulation == regulation }
  }
}
