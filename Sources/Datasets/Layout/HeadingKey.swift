import Wording

/// A heading or label brought to words that compare equal however they were typed.
///
/// No case, no diacritics, no punctuation but "%"; "y" and "i" are one, because tỷ and tỉ, Mỹ and Mĩ
/// are. Numbers of legal texts ("25/2023/TT-BGDĐT") are taken out: their year is not the figures'.
struct HeadingKey: Hashable {
  /// The words.
  let words: [String]

  init(words: [String]) {
    self.words = words
  }

  init(_ text: String) {
    var words: [String] = []
    for piece in TextKey.folded(text).split(whereSeparator: \.isWhitespace) {
      if Self.isLegalNumber(piece) { continue }
      var word = ""
      for scalar in piece.unicodeScalars {
        if scalar == "%" || scalar == "％" {
          if !word.isEmpty { words.append(word) }
          words.append("%")
          word = ""
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          word.unicodeScalars.append(scalar == "y" ? "i" : scalar)
        } else if !word.isEmpty {
          words.append(word)
          word = ""
        }
      }
      if !word.isEmpty { words.append(word) }
    }
    self.words = words.flatMap(Self.withoutGluedYear)
  }

  /// Returns a word such as "th2024" as its letters and its year, and "2024.0" was split before.
  private static func withoutGluedYear(_ word: String) -> [String] {
    let year = word.suffix(4)
    let letters = word.dropLast(4)
    guard word.utf8.count > 4, HeadingReader.year(String(year)) != nil,
      letters.allSatisfy(\.isLetter)
    else { return [word] }
    return [String(letters), String(year)]
  }

  /// The words joined by single blanks.
  var text: String { words.joined(separator: " ") }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the words of a phrase stand in it one after the other.
  func contains(_ phrase: [String]) -> Bool { range(of: phrase) != nil }

  /// Returns where the words of a phrase stand.
  func range(of phrase: [String]) -> Range<Int>? {
    guard !phrase.isEmpty, phrase.count <= words.count else { return nil }
    for start in 0...(words.count - phrase.count)
    where words[start] == phrase[0] && words[start..<(start + phrase.count)].elementsEqual(phrase) {
      return start..<(start + phrase.count)
    }
    return nil
  }

  /// Returns the words without every occurrence of some phrases.
  func removing(_ phrases: [[String]]) -> HeadingKey {
    var key = self
    for phrase in phrases {
      while let range = key.range(of: phrase) {
        key = HeadingKey(
          words: Array(key.words[..<range.lowerBound] + key.words[range.upperBound...]))
      }
    }
    return key
  }

  /// Whether a piece is the number of a legal text, such as "25/2023/tt-bgddt" or "387/qd-ttg".
  private static func isLegalNumber(_ piece: Substring) -> Bool {
    let parts = piece.split(separator: "/")
    guard parts.count >= 2, parts[0].contains(where: \.isNumber), let last = parts.last else {
      return false
    }
    return last.contains("-") && last.contains(where: \.isLetter)
  }
}
