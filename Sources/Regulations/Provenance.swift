package import Wording

/// How surely a rule file knows what it says.
package enum Confidence: String, Sendable, CaseIterable {
  /// Seen word for word in the legal text or on an official procedure page.
  case verbatim = "V"
  /// Reported by the press or by a news page of an authority.
  case press = "P"
  /// Remembered, not confirmed.
  case memory = "M"
  /// Inferred by whoever wrote the rule file; never to be taken as law.
  case inferred = "I"

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .verbatim: Phrase(vi: "nguyên văn", en: "verbatim")
    case .press: Phrase(vi: "theo báo chí", en: "reported")
    case .memory: Phrase(vi: "chưa kiểm chứng", en: "unconfirmed")
    case .inferred: Phrase(vi: "suy luận", en: "inferred")
    }
  }
}

/// Where a number or a sentence of a rule file comes from.
package struct Provenance: Sendable, Hashable {
  /// The document, as the rule file names it.
  package let source: String
  /// The article of that document; nil when it is not known or there is none.
  package let article: String?
  /// How surely it is known.
  package let confidence: Confidence
  /// What a reader has to know beside it.
  package let note: Phrase?

  package init(
    source: String, article: String? = nil, confidence: Confidence, note: Phrase? = nil
  ) {
    self.source = source
    self.article = article
    self.confidence = confidence
    self.note = note
  }
}
