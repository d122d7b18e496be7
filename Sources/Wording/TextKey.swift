import Foundation

/// Texts brought to one form, so that the same word compares equal however it was typed.
package enum TextKey {
  /// Returns the text in Unicode normalisation form C, the form of everything that is printed.
  package static func composed(_ text: String) -> String {
    isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether all characters are of blocks that are the same in form C: Latin up to U+02FF, the composed
  /// letters of Vietnamese, dashes and quotes.
  private static func isComposed(_ text: String) -> Bool {
    isASCII(text)
      || text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x300, 0x1EA0...0x1EF9, 0x2010...0x2027: true
        default: false
        }
      }
  }

  /// Returns a name as part of a file name: letters and digits of its key, joined by hyphens.
  ///
  /// "Kiến Hưng" gives "kien-hung"; a name without any letter or digit gives "x". A name is cut to 80 letters:
  /// no file system takes much more.
  package static func fileName(_ name: String) -> String {
    let parts = folded(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? "x" : String(parts.joined(separator: "-").prefix(80))
  }

  /// Returns the text with control characters as blanks and without marks that turn the direction of
  /// writing, which could make a terminal show something else than what stands there.
  package static func printable(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 < 0xC2 }
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      default: scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return String(scalars)
  }

  /// Returns the key under which a name is looked up: no case, no diacritics, single blanks.
  ///
  /// "Thuỵ", "Thụy" and "thuy" share a key, as do "hoà" and "hòa", "Đoàn" and "doan", and names with
  /// no-break blanks. Dashes of every length are one. The empty text gives the empty key.
  package static func folded(_ text: String) -> String {
    var key = ""
    var pendingBlank = false
    let source = isASCII(text) ? text : text.decomposedStringWithCompatibilityMapping
    for scalar in source.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !key.isEmpty
        continue
      }
      guard let folded = foldedScalar(scalar) else { continue }
      if pendingBlank {
        key.append(" ")
        pendingBlank = false
      }
      key.append(folded)
    }
    return key
  }

  /// Returns the key of a proper name: its letters with their diacritics, but for where a tone mark is
  /// put ("hòa", "hoà"), for case and for the width of blanks.
  ///
  /// "Hòa" and "Hoa" are two names, "Thuỵ" and "Thụy" are one.
  package static func spelling(_ name: String) -> String {
    if isASCII(name) {
      return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var words: [String] = []
    for word in name.lowercased().split(whereSeparator: \.isWhitespace) {
      var letters = String.UnicodeScalarView()
      var tones: [Unicode.Scalar] = []
      for scalar in String(word).decomposedStringWithCompatibilityMapping.unicodeScalars {
        switch scalar {
        case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tones.append(scalar)
        case "‐", "‑", "‒", "–", "—", "−": letters.append("-")
        case "’", "‘", "ʼ": letters.append("'")
        default: letters.append(scalar)
        }
      }
      letters.append(contentsOf: tones.sorted { $0.value < $1.value })
      words.append(String(letters))
    }
    return words.joined(separator: " ")
  }

  private static func foldedScalar(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "đ", "Đ", "ð", "Ð": return "d"
    case "‐", "‑", "‒", "–", "—", "−": return "-"
    case "“", "”", "«", "»", "\"": return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return nil
    default: return scalar.properties.lowercaseMapping
    }
  }

  private static func isASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 }
  }
}
