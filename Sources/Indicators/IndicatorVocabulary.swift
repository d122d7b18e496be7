package import Wording

/// The names under which files of figures may speak of indicators and of the groups they are shares of.
///
/// Made of rule files, so that no name of an indicator stands in code.
package struct IndicatorVocabulary: Sendable {
  /// What a term stands for.
  package enum Kind: Sendable, Hashable {
    /// A measured share.
    case share
    /// Đạt or không đạt.
    case fact
    /// A grade.
    case grade
    /// A group of which shares are taken, such as all households.
    case base
  }

  /// An indicator or a group, with its names.
  package struct Term: Sendable {
    /// The id of the indicator or group.
    package let id: String
    /// What it is.
    package let kind: Kind
    /// Every name, the id included.
    package let names: [String]
    /// The id of the group of which a share is taken; nil when the rule file does not say.
    package let base: String?

    /// The name for people.
    package let title: Phrase

    package init(
      id: String, kind: Kind, names: [String], base: String? = nil, title: Phrase? = nil
    ) {
      self.title = title ?? Phrase(id)
      self.id = id
      self.kind = kind
      self.names = names
      self.base = base
    }
  }

  /// The terms, each id once a kind.
  package let terms: [Term]

  package init(terms: [Term]) {
    self.terms = terms
  }

  /// The names for people of indicators, by id.
  package var titles: [String: Phrase] {
    Dictionary(
      terms.filter { $0.kind != .base }.map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A vocabulary without any term, under which every indicator keeps the name its file gives it.
  package static let empty = IndicatorVocabulary(terms: [])
}
