package import Wording

/// How a published method is told: what it is called, its formula, where it stands, what is not confirmed.
package struct MethodWords: Sendable, Equatable {
  /// The name for the head of a column.
  package let name: Phrase
  /// What it is and whose it is.
  package let title: Phrase
  /// The formula and the cut-offs in one or two sentences.
  package let formula: Phrase
  /// Where the formula was published.
  package let source: Phrase
  /// Which cut-off or wording was not read in a published source; nil when all were.
  package let unconfirmed: Phrase?

  init(
    name: Phrase, title: Phrase, formula: Phrase, source: Phrase, unconfirmed: Phrase? = nil
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.source = source
    self.unconfirmed = unconfirmed
  }
}
