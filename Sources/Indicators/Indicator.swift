package import Wording

/// The direction in which an indicator is meant to move.
package enum GoodDirection: String, Sendable {
  /// More is better.
  case up
  /// Less is better.
  case down
  /// Not declared; costs accuracy where a model could use it.
  case unknown
}

/// A measured share as a data set declares it.
package struct Indicator: Sendable, Hashable {
  /// The id by which tables and rules name it, for example `trained`.
  package let id: String
  /// Its name for people.
  package let title: Phrase
  /// The direction in which it is meant to move.
  package let direction: GoodDirection
  /// The group of related indicators that it belongs to; nil when the data do not say.
  ///
  /// An indicator is never tested with what was learned from its own group.
  package let group: String?
  /// The id of the definition after which its figures were counted; nil when the data do not say.
  package let definition: String?
  /// What is counted, in words.
  package let definitionText: String?
  /// Of whom it is a share, in words.
  package let baseText: String?
  /// Who published the figures.
  package let source: String?

  package init(
    id: String, title: Phrase, direction: GoodDirection = .unknown, group: String? = nil,
    definition: String? = nil, definitionText: String? = nil, baseText: String? = nil,
    source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.direction = direction
    self.group = group
    self.definition = definition
    self.definitionText = definitionText
    self.baseText = baseText
    self.source = source
  }
}
