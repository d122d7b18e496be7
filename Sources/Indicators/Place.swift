import Wording

/// A territory that has indicators: a thôn, a xã, a tỉnh, the nation.
package struct Place: Sendable, Hashable {
  /// The name as printed; also the key by which tables name the place.
  package let name: String
  /// What it is: "xã", "phường", "thôn", "tỉnh", "quốc gia" …; nil when the data do not say.
  package let kind: String?
  /// The place that it is part of.
  package let parent: String?
  /// Its official code.
  package let code: String?
  /// Whether it is a "vùng khó khăn", for which a rule may set softer thresholds; nil when unknown.
  package let isDifficultArea: Bool?

  package init(
    name: String, kind: String? = nil, parent: String? = nil, code: String? = nil,
    isDifficultArea: Bool? = nil
  ) {
    self.name = name
    self.kind = kind
    self.parent = parent
    self.code = code
    self.isDifficultArea = isDifficultArea
  }

  /// Whether a rule for the given kinds of place fits; a place of unknown kind fits every rule.
  package func isKind(in kinds: [String]) -> Bool {
    guard let kind else { return true }
    let key = TextKey.folded(kind)
    return kinds.contains { TextKey.folded($0) == key }
  }
}
