package import Diagnostics
package import Wording

/// What is known in a year of a thing that is not measured but established with evidence.
package enum FactValue: Sendable, Hashable {
  /// Đạt: the requirement is fulfilled.
  case met
  /// Không đạt: it is not.
  case notMet
  /// Mức độ đạt được: a grade, for example 2 of universal primary education.
  case grade(Int)
}

/// Whether documents show what a record says.
package enum Evidence: String, Sendable, CaseIterable {
  /// Đủ minh chứng.
  case full
  /// Minh chứng chưa đủ.
  case partial
  /// Chưa có minh chứng.
  case none

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .full: Phrase(vi: "đủ minh chứng", en: "full evidence")
    case .partial: Phrase(vi: "minh chứng chưa đủ", en: "partial evidence")
    case .none: Phrase(vi: "chưa có minh chứng", en: "no evidence")
    }
  }
}

/// The state of a pass/fail item or a grade in a year; never fitted, never interpolated.
package struct FactRecord: Sendable, Equatable {
  /// The place.
  package let place: String
  /// The id of the item.
  package let indicator: String
  /// The first year for which it holds.
  package let year: Int
  /// What holds.
  package let value: FactValue
  /// Whether documents show it.
  package let evidence: Evidence
  /// Whether it is a plan for a coming year and not yet a fact.
  package let isPlanned: Bool
  /// The day from which it was known; nil when the data do not say.
  package let released: CalendarDate?
  /// Remarks, for example the plan that names the year.
  package let note: String
  /// Where it stands in the input.
  package let position: InputPosition

  package init(
    place: String, indicator: String, year: Int, value: FactValue, evidence: Evidence = .full,
    isPlanned: Bool = false, released: CalendarDate? = nil, note: String = "",
    position: InputPosition
  ) {
    self.place = place
    self.indicator = indicator
    self.year = year
    self.value = value
    self.evidence = evidence
    self.isPlanned = isPlanned
    self.released = released
    self.note = note
    self.position = position
  }

  /// The day from which the record was known: its release, else the last day of its year.
  package var visibleFrom: CalendarDate? { released ?? .endOfYear(year) }

  /// Whether the record was known on a day; always when no day is given.
  package func isVisible(on date: CalendarDate?) -> Bool {
    guard let date, let visibleFrom else { return true }
    return visibleFrom <= date
  }
}
