/// A command line taken apart into words, without a shell.
///
/// Blanks separate words; single and double quotes keep blanks; there are no variables, no escapes and
/// no redirections.
package enum CommandWords {
  /// Returns the words; nil when a quote is not closed.
  package static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word = ""
    var hasWord = false
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
        continue
      }
      switch character {
      case "\"", "'":
        quote = character
        hasWord = true
      case _ where character.isWhitespace:
        if hasWord || !word.isEmpty { words.append(word) }
        word = ""
        hasWord = false
      default: word.append(character)
      }
    }
    if quote != nil { return nil }
    if hasWord || !word.isEmpty { words.append(word) }
    return words
  }
}
