import Indicators
package import Wording

/// A rule file: the levels that one legal text, or one plan, defines for some kinds of place.
package struct Regulation: Sendable, Equatable {
  /// The correlation between measured requirements where a rule file names none: measured, not law.
  package static let defaultCorrelation = 0.3

  /// The id by which requests and results name it, unique in a library.
  package let id: String
  /// The name for people.
  package let title: Phrase
  /// The legal text; nil for a plan.
  package let legalBasis: String?
  /// Whether it is somebody's plan and not law.
  package let isPlanning: Bool
  /// What a reader of any output about it has to be told.
  package let notice: Phrase?
  /// The kinds of place that it is meant for, such as "xã" or "quốc gia".
  package let placeKinds: [String]
  /// When data, dossier and decision are due; nil when the file names no dates of its own.
  package let calendar: AssessmentCalendar?
  /// The correlation between measured requirements in a one-factor Gaussian copula, in 0..<1.
  package let correlation: Double
  /// What the legal text leaves open and the file decides.
  package let settings: [RegulationSetting]
  /// What is counted, and of whom, in words.
  package let definitions: [RegulationDefinition]
  /// The indicators that the file declares.
  package let indicators: [RegulatedIndicator]
  /// The ids of indicators that help and are no condition of any level.
  package let supporting: [String]
  /// What else the file says, law and not law.
  package let notes: [RegulationNote]
  /// The levels, in the order of the file.
  package let levels: [Level]
  /// The rule file, as messages name it.
  package let file: String

  package init(
    id: String, title: Phrase, legalBasis: String? = nil, isPlanning: Bool = false,
    notice: Phrase? = nil, placeKinds: [String], calendar: AssessmentCalendar? = nil,
    correlation: Double = Regulation.defaultCorrelation, settings: [RegulationSetting] = [],
    definitions: [RegulationDefinition] = [], indicators: [RegulatedIndicator] = [],
    supporting: [String] = [], notes: [RegulationNote] = [], levels: [Level], file: String
  ) {
    self.id = id
    self.title = title
    self.legalBasis = legalBasis
    self.isPlanning = isPlanning
    self.notice = notice
    self.placeKinds = placeKinds
    self.calendar = calendar
    self.correlation = correlation
    self.settings = settings
    self.definitions = definitions
    self.indicators = indicators
    self.supporting = supporting
    self.notes = notes
    self.levels = levels
    self.file = file
  }

  /// The ids of the indicators whose yearly rates its grades rest on, each once.
  package var rateIndicators: [String] {
    var ids: [String] = []
    for rate in indicators.flatMap(\.grades).flatMap(\.rates)
    where !ids.contains(rate.indicator.id) {
      ids.append(rate.indicator.id)
    }
    return ids
  }

  /// Whether it is meant for a kind of place; it fits a place of unknown kind.
  package func fits(kind: String?) -> Bool {
    Place(name: "", kind: kind).isKind(in: placeKinds)
  }
}

/// A choice that a legal text leaves open, such as who counts as a “công dân trong xã”.
package struct RegulationSetting: Sendable, Hashable {
  /// The id by which indicators name it.
  package let id: String
  /// The id that it stands for.
  package let value: String
  /// Why this value was chosen, and how surely.
  package let provenance: Provenance

  package init(id: String, value: String, provenance: Provenance) {
    self.id = id
    self.value = value
    self.provenance = provenance
  }
}

/// What an id of a definition or of a base means, in words.
package struct RegulationDefinition: Sendable, Hashable {
  /// The id by which data and indicators name it.
  package let id: String
  /// Who or what is counted.
  package let text: Phrase
  /// Other names under which files of figures speak of it.
  package let synonyms: [String]
  /// Where the definition comes from.
  package let provenance: Provenance

  package init(id: String, text: Phrase, synonyms: [String] = [], provenance: Provenance) {
    self.id = id
    self.text = text
    self.synonyms = synonyms
    self.provenance = provenance
  }
}

/// A remark of a rule file.
package struct RegulationNote: Sendable, Hashable {
  /// The remark.
  package let text: Phrase
  /// Whether the legal text itself says so; anything else is a reading or a warning.
  package let isLaw: Bool
  /// Where it comes from.
  package let provenance: Provenance

  package init(text: Phrase, isLaw: Bool, provenance: Provenance) {
    self.text = text
    self.isLaw = isLaw
    self.provenance = provenance
  }
}
