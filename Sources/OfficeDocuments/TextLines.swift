import Wording

/// How texts fill cells, estimated without a font.
package enum TextLines {
  /// Returns into how many lines a text is broken at a width in letters; at least one.
  ///
  /// Line feeds in the text begin a line.
  package static func count(of text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, DisplayWidth.wrapped(String($1), width: width).count) }
  }

  /// Returns the width in letters of the longest line of a text.
  package static func width(of text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  /// Returns the smallest width at which a text has at most a number of lines; never less than its
  /// longest word.
  package static func width(of text: String, lines: Int) -> Int {
    let longest = text.split { $0 == " " || $0 == "\n" }.map { DisplayWidth.of(String($0)) }.max()
    let most = max(longest ?? 0, width(of: text))
    return ((longest ?? 0)...most).first { count(of: text, width: $0) <= lines } ?? most
  }
}
