/// Who answers for a requirement: đơn vị chủ trì and đơn vị phối hợp of the plan's annex.
package struct Assignment: Sendable, Hashable {
  /// The id of the requirement, or of a supporting indicator.
  package let requirement: String
  /// Đơn vị chủ trì.
  package let leadAgency: String
  /// Đơn vị phối hợp, in the order of the annex.
  package let supportingAgencies: [String]

  package init(requirement: String, leadAgency: String, supportingAgencies: [String]) {
    self.requirement = requirement
    self.leadAgency = leadAgency
    self.supportingAgencies = supportingAgencies
  }
}

/// A decision by which a place was recognised at a level.
package struct Recognition: Sendable, Hashable {
  /// The place.
  package let place: String
  /// The id of the regulation.
  package let regulation: String
  /// The id of the level.
  package let level: String
  /// The year whose data were assessed.
  package let assessedYear: Int
  /// The day of the decision; nil when not known.
  package let decisionDate: CalendarDate?

  package init(
    place: String, regulation: String, level: String, assessedYear: Int,
    decisionDate: CalendarDate?
  ) {
    self.place = place
    self.regulation = regulation
    self.level = level
    self.assessedYear = assessedYear
    self.decisionDate = decisionDate
  }
}
