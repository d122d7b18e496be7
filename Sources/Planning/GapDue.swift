package import Indicators
package import Regulations

/// By when what is missing has to be there.
package struct GapDue: Sendable, Equatable {
  /// The last day whose data count.
  package let date: CalendarDate
  /// The day before which the dossier has to be filed; nil where the rule knows none, and for a planning
  /// level, which nobody recognises.
  package let dossierBefore: CalendarDate?
  /// Where the day comes from; nil when the rule has no calendar and the year's end stands for it.
  package let provenance: Provenance?

  /// Returns the days of a level for an assessed year.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - year: the assessed year.
  /// - Returns: the last day of the rule's data window, or of the year where the rule has no calendar; nil for a
  ///   year outside of 1...9999.
  package static func of(_ level: Level, year: Int) -> GapDue? {
    if let calendar = level.calendar {
      return calendar.dataWindow.to.date(in: year).map {
        GapDue(
          date: $0,
          dossierBefore: level.isPlanning ? nil : calendar.dossier.date(assessedYear: year),
          provenance: calendar.dataWindow.provenance)
      }
    }
    return CalendarDate.endOfYear(year).map {
      GapDue(date: $0, dossierBefore: nil, provenance: nil)
    }
  }
}
