package import Wording

/// All that a data package or a loose file says: figures, facts, who answers, what was recognised.
package struct Dataset: Sendable {
  /// The name for people.
  package let title: String
  /// Who published the figures; nil when the data do not say.
  package let source: String?
  /// Whether the figures are made up to show the product; every output says so.
  package let isIllustrative: Bool
  /// What a reader of any output has to be told.
  package let notice: Phrase?
  /// The place that is meant when none is named.
  package let defaultPlace: String?
  /// The yearly figures.
  package let panel: IndicatorPanel
  /// The pass/fail items and grades.
  package let facts: [FactRecord]
  /// Who answers for what.
  package let assignments: [Assignment]
  /// The decisions of recognition.
  package let recognitions: [Recognition]

  package init(
    title: String, source: String? = nil, isIllustrative: Bool = false, notice: Phrase? = nil,
    defaultPlace: String? = nil, panel: IndicatorPanel, facts: [FactRecord] = [],
    assignments: [Assignment] = [], recognitions: [Recognition] = []
  ) {
    self.title = title
    self.source = source
    self.isIllustrative = isIllustrative
    self.notice = notice
    self.defaultPlace = defaultPlace
    self.panel = panel
    self.facts = facts
    self.assignments = assignments
    self.recognitions = recognitions
  }

  /// Returns the same data with other figures.
  package func with(panel: IndicatorPanel) -> Dataset {
    Dataset(
      title: title, source: source, isIllustrative: isIllustrative, notice: notice,
      defaultPlace: defaultPlace, panel: panel, facts: facts, assignments: assignments,
      recognitions: recognitions)
  }

  /// Returns who answers for a requirement.
  package func assignment(for requirement: String) -> Assignment? {
    assignments.first { $0.requirement == requirement }
  }

  /// Returns the records of an item that were known on a day, years ascending, plans after facts,
  /// newer releases after older ones.
  package func facts(
    place: String, indicator: String, asOf date: CalendarDate? = nil
  ) -> [FactRecord] {
    facts
      .filter { $0.place == place && $0.indicator == indicator && $0.isVisible(on: date) }
      .sorted {
        let (left, right) = (($0.year, $0.isPlanned ? 1 : 0), ($1.year, $1.isPlanned ? 1 : 0))
        guard left == right, let a = $0.visibleFrom, let b = $1.visibleFrom else {
          return left < right
        }
        return a < b
      }
  }
}
