package import Indicators

/// A day of every year, "02-28".
package struct MonthDay: Sendable, Hashable {
  /// The month, 1...12.
  package let month: Int
  /// The day of the month, one that every year has.
  package let day: Int

  /// Reads "MM-DD"; nil for anything else and for a day that some years lack.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count == 2, isNumeric, parts.allSatisfy({ $0.utf8.count == 2 }),
      let month = Int(parts[0]), let day = Int(parts[1]),
      CalendarDate(year: Self.commonYear, month: month, day: day) != nil
    else { return nil }
    self.month = month
    self.day = day
  }

  /// Returns the day in a year; nil for a year outside of 1...9999.
  package func date(in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  /// A year without 29 February.
  private static let commonYear = 2001
}

/// When a rule wants data, dossier and decision, and how long a recognition lasts.
package struct AssessmentCalendar: Sendable, Equatable {
  /// The days of the assessed year whose data count.
  package struct DataWindow: Sendable, Equatable {
    /// The first day.
    package let from: MonthDay
    /// The last day.
    package let to: MonthDay
    /// Where it comes from.
    package let provenance: Provenance

    package init(from: MonthDay, to: MonthDay, provenance: Provenance) {
      self.from = from
      self.to = to
      self.provenance = provenance
    }
  }

  /// A day before which something has to be done; the day itself is too late.
  package struct Deadline: Sendable, Equatable {
    /// The day.
    package let before: MonthDay
    /// How many years after the assessed year.
    package let yearsAfter: Int
    /// Where it comes from.
    package let provenance: Provenance

    package init(before: MonthDay, yearsAfter: Int, provenance: Provenance) {
      self.before = before
      self.yearsAfter = yearsAfter
      self.provenance = provenance
    }

    /// Returns the day for an assessed year.
    package func date(assessedYear year: Int) -> CalendarDate? {
      before.date(in: year + yearsAfter)
    }
  }

  /// From when a period of validity runs.
  package enum PeriodStart: String, Sendable, CaseIterable {
    /// From the day of the decision.
    case decision
    /// From the last day of the year of the decision.
    case endOfYear
  }

  /// A number of months after a decision.
  package struct Period: Sendable, Equatable {
    /// The months, at least 1.
    package let months: Int
    /// From when they are counted.
    package let countedFrom: PeriodStart
    /// Where it comes from.
    package let provenance: Provenance

    package init(months: Int, countedFrom: PeriodStart, provenance: Provenance) {
      self.months = months
      self.countedFrom = countedFrom
      self.provenance = provenance
    }

    /// Returns the day on which the period after a decision is over.
    package func end(decided date: CalendarDate) -> CalendarDate? {
      switch countedFrom {
      case .decision: date.adding(months: months)
      case .endOfYear: CalendarDate.endOfYear(date.year)?.adding(months: months)
      }
    }
  }

  /// The days whose data count.
  package let dataWindow: DataWindow
  /// When the dossier has to be with the authority.
  package let dossier: Deadline
  /// When the authority has to decide.
  package let decision: Deadline
  /// How long a recognition is kept.
  package let validity: Period
  /// How long after a decision the next level may be asked for.
  package let nextLevel: Period

  package init(
    dataWindow: DataWindow, dossier: Deadline, decision: Deadline, validity: Period,
    nextLevel: Period
  ) {
    self.dataWindow = dataWindow
    self.dossier = dossier
    self.decision = decision
    self.validity = validity
    self.nextLevel = nextLevel
  }
}
