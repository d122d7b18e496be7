import Notebooks
import Testing

@Suite("Command words")
struct CommandWordsTests {
  /// A line and its words; nil where a quote is not closed.
  private static let known: [(String, [String]?)] = [
    ("forecast --target level2", ["forecast", "--target", "level2"]),
    ("  forecast \t levels  ", ["forecast", "levels"]),
    (#"forecast --place "Cả nước""#, ["forecast", "--place", "Cả nước"]),
    ("forecast --place 'Xã “Kiến Hưng”'", ["forecast", "--place", "Xã “Kiến Hưng”"]),
    (#"forecast --place="Cả nước""#, ["forecast", "--place=Cả nước"]),
    (#"a "b 'c' d" 'e "f" g'"#, ["a", "b 'c' d", #"e "f" g"#]),
    (#"a "" ''"#, ["a", "", ""]),
    (#"a"b"c"#, ["abc"]),
    ("", []), ("   ", []),
    (#"forecast "mở"#, nil), ("forecast 'mở", nil), (#"a 'b" c"#, nil),
  ]

  @Test("Blanks separate words, quotes keep blanks, an open quote gives nothing", arguments: known)
  func words(line: String, expected: [String]?) {
    #expect(CommandWords.words(of: line) == expected)
  }

  @Test(
    "Signs of a shell mean nothing",
    arguments: ["$HOME", "`ls`", "$(ls)", "a;b", "a|b", "a>b", "a&&b", "*.md", "~", #"a\b"#, "#x"])
  func noShell(word: String) {
    #expect(CommandWords.words(of: "forecast \(word)") == ["forecast", word])
  }
}
