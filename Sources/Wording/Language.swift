/// A language in which results and messages are rendered.
///
/// Language is chosen at rendering only; no result depends on it.
package enum Language: String, Sendable, CaseIterable {
  /// Vietnamese (tiếng Việt), the default whatever the environment says.
  case vi
  /// English.
  case en
}

/// A text that exists in every language of the product.
///
/// Values are filled into `{name}` slots at rendering:
/// ```swift
/// Phrase(vi: "năm {year}", en: "year {year}").filled(["year": "2026"], in: .vi)  // "năm 2026"
/// ```
package struct Phrase: Sendable, Hashable {
  /// The Vietnamese text.
  package let vi: String
  /// The English text.
  package let en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// Makes a phrase that reads alike in both languages, such as a proper name.
  package init(_ text: String) {
    self.init(vi: text, en: text)
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }

  /// Returns the text with each `{name}` replaced by its value.
  ///
  /// Values are inserted as they are: a value that itself holds `{name}` is not filled again. A slot
  /// without a value stays visible, so that a test or a reader sees it.
  package func filled(_ values: [String: String], in language: Language) -> String {
    var result = ""
    var rest = self(language)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
