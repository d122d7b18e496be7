package import Indicators
package import Wording

/// Everything behind one number of an answer: inputs with their cells, rule, formulas, intermediate values.
package struct Explanation: Sendable {
  /// What is explained.
  package enum Subject: String, Sendable {
    /// A measured share that is a requirement.
    case share
    /// A grade awarded by others.
    case grade
    /// A pass/fail item.
    case fact
    /// A share that is no condition of the level.
    case supporting
    /// A level.
    case level
  }

  /// A chapter: steps that belong together.
  package struct Section: Sendable, Equatable {
    /// The heading.
    package let title: Phrase
    /// The steps, in the order in which they are done.
    package let steps: [ExplanationStep]

    package init(vi: String, en: String, _ steps: [ExplanationStep]) {
      title = Phrase(vi: vi, en: en)
      self.steps = steps
    }
  }

  /// The answer that the number is a part of; its target year is the year explained where that is to come.
  package let analysis: Analysis
  /// What is explained.
  package let subject: Subject
  /// The id asked for.
  package let id: String
  /// Its name for people.
  package let title: Phrase
  /// The year asked for.
  package let year: Int
  /// Whether figures of the year are what decides, and no forecast.
  package let isPast: Bool
  /// The figures of the share, used or not; empty for facts, grades and levels.
  package let figures: [ExplainedFigure]
  /// What rebuilt figures were put together from.
  package let lineages: [Lineage]
  /// The declared breaks of the series.
  package let breaks: [SeriesBreak]
  /// The records of a fact or grade, used or not.
  package let records: [ExplainedRecord]
  /// The chapters.
  package let sections: [Section]
  /// The row of the requirement or supporting indicator; nil for a level.
  package let result: RequirementResult?
  /// The chance of reaching the threshold, or of the level; nil in the past and without a forecast.
  package let probability: Double?
  /// Whether it was met in a past year, or a fact will be met; nil when unknown or a matter of chance.
  package let met: Bool?

  /// All steps, in order.
  package var steps: [ExplanationStep] { sections.flatMap(\.steps) }

  /// Returns the step of an id.
  package func step(_ id: String) -> ExplanationStep? { steps.first { $0.id == id } }
}
