package import Indicators
package import Wording

/// An indicator as a rule file speaks of it: what is counted, of whom, and which way is good.
package struct RegulatedIndicator: Sendable, Hashable {
  /// The id by which data and requirements name it.
  package let id: String
  /// The words of the rule, without any threshold.
  package let title: Phrase
  /// A title for table rows; the same as `title` when the rule file has no shorter one.
  package let shortTitle: Phrase
  /// The direction in which it is meant to move.
  package let direction: GoodDirection
  /// The id of what is counted; nil for facts, grades, and where the rule file does not say.
  package let definition: String?
  /// The id of the group of which a share is taken.
  package let base: String?
  /// The setting that `base` was taken from, because the rule itself does not define it.
  package let baseSetting: String?
  /// The family of indicators that move at a like pace; nil when there is none.
  package let paceFamily: String?
  /// Other names under which files of figures speak of it.
  package let synonyms: [String]
  /// What its grades 1, 2, … ask for, ascending; empty where no rule file says.
  package let grades: [GradeRule]

  package init(
    id: String, title: Phrase, shortTitle: Phrase? = nil, direction: GoodDirection,
    definition: String? = nil, base: String? = nil, baseSetting: String? = nil,
    paceFamily: String? = nil, synonyms: [String] = [],
    grades: [GradeRule] = []
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle ?? title
    self.direction = direction
    self.definition = definition
    self.base = base
    self.baseSetting = baseSetting
    self.paceFamily = paceFamily
    self.synonyms = synonyms
    self.grades = grades
  }

  /// Returns the same indicator with what its grades ask for.
  func with(grades: [GradeRule]) -> RegulatedIndicator {
    RegulatedIndicator(
      id: id, title: title, shortTitle: shortTitle, direction: direction, definition: definition,
      base: base, baseSetting: baseSetting, paceFamily: paceFamily, synonyms: synonyms,
      grades: grades)
  }
}
