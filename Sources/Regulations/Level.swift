package import Wording

/// A tiêu chí: a heading under which requirements stand; it is met when all of them are.
package struct Criterion: Sendable, Hashable {
  /// The id, unique in its level.
  package let id: String
  /// The words of the rule.
  package let title: Phrase

  package init(id: String, title: Phrase) {
    self.id = id
    self.title = title
  }
}

/// A level (mức độ) that a place can reach: all of its requirements have to be met.
///
/// Everything that an extended level brings is already in it: inherited requirements, criteria and
/// supporting indicators come first, in the order of the rule.
package struct Level: Sendable, Equatable {
  /// The id, unique in its regulation.
  package let id: String
  /// The id of the regulation that defines it.
  package let regulation: String
  /// The name for people.
  package let title: Phrase
  /// The legal text down to the article; nil for a planning level.
  package let legalBasis: String?
  /// Whether it is somebody's plan and not law; true also when it extends a planning level.
  package let isPlanning: Bool
  /// What a reader of any output about the level has to be told.
  package let notice: Phrase?
  /// The year by whose end the level is to be reached; nil when the rule names none.
  package let dueYear: Int?
  /// The criteria that have requirements.
  package let criteria: [Criterion]
  /// The conditions, in the order of the rule.
  package let requirements: [Requirement]
  /// Indicators that help to reach the level and are no condition of it.
  package let supporting: [RegulatedIndicator]
  /// When data, dossier and decision are due; nil when the rule knows no such dates.
  package let calendar: AssessmentCalendar?
  /// The correlation between measured requirements in a one-factor Gaussian copula, 0..<1.
  package let correlation: Double

  /// What the rule file chose or inferred where the law is silent or was not at hand; never law.
  package let readings: [Phrase]

  package init(
    id: String, regulation: String, title: Phrase, legalBasis: String? = nil,
    isPlanning: Bool = false, notice: Phrase? = nil, dueYear: Int? = nil, criteria: [Criterion],
    requirements: [Requirement], supporting: [RegulatedIndicator] = [],
    calendar: AssessmentCalendar? = nil, correlation: Double = Regulation.defaultCorrelation,
    readings: [Phrase] = []
  ) {
    self.id = id
    self.regulation = regulation
    self.title = title
    self.legalBasis = legalBasis
    self.isPlanning = isPlanning
    self.notice = notice
    self.dueYear = dueYear
    self.criteria = criteria
    self.requirements = requirements
    self.supporting = supporting
    self.calendar = calendar
    self.correlation = correlation
    self.readings = readings
  }

  /// Returns the requirement of an id.
  package func requirement(_ id: String) -> Requirement? {
    requirements.first { $0.id == id }
  }

  /// Returns the requirements of a criterion, in the order of the rule.
  package func requirements(of criterion: Criterion) -> [Requirement] {
    requirements.filter { $0.criterion == criterion.id }
  }
}
