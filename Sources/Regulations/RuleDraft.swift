import Diagnostics
import Indicators
import Wording

/// A rule file as read: names are not yet looked up, and each knows where it stands.
struct RegulationDraft: Sendable {
  let id: Placed<String>
  let title: Phrase
  let legalBasis: String?
  let isPlanning: Bool
  let notice: Phrase?
  let placeKinds: [String]
  let calendar: AssessmentCalendar?
  let correlation: Double?
  /// Placed at their values.
  let settings: [Placed<RegulationSetting>]
  let definitions: [Placed<RegulationDefinition>]
  let criteria: [Placed<Criterion>]
  let indicators: [IndicatorDraft]
  let supporting: [Placed<String>]
  let notes: [RegulationNote]
  let levels: [LevelDraft]
  let file: String
}

/// An indicator as read.
struct IndicatorDraft: Sendable {
  let id: Placed<String>
  let title: Phrase
  let shortTitle: Phrase?
  let direction: GoodDirection
  let definition: Placed<String>?
  let base: Placed<String>?
  let baseSetting: Placed<String>?
  let paceFamily: String?
  let synonyms: [String]
  let grades: [GradeDraft]
}

/// A level as read.
struct LevelDraft: Sendable {
  let id: Placed<String>
  let title: Phrase
  let legalBasis: Placed<String>?
  let dueYear: Int?
  /// Whether it extends a level, even one whose name could not be read.
  let isExtending: Bool
  let extends: Placed<LevelReference>?
  let requirements: [RequirementDraft]
}

/// A requirement as read.
struct RequirementDraft: Sendable {
  let id: Placed<String>
  let criterion: Placed<String>
  let indicator: Placed<String>
  let title: Phrase?
  let kind: RequirementKind
  let partOf: Placed<String>?
  let provenance: Provenance
}

/// The name of a level among all files: `regulation#level`.
struct LevelReference: Sendable, Hashable {
  let regulation: String
  let level: String

  /// The name as it is written in a rule file.
  var label: String { "\(regulation)#\(level)" }
}
