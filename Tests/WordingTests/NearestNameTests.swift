import Testing

@testable import Wording

@Suite("NearestName")
struct NearestNameTests {
  @Test(
    "A mistyped name finds the one that was meant",
    arguments: [
      ("trianed", ["university", "trained"], ["trained"]),  // neighbours swapped
      ("traned", ["trained", "university"], ["trained"]),
      ("Kien Hung", ["Kiến Hưng", "Kiến An"], ["Kiến Hưng", "Kiến An"]),
      ("Thuỵ Hoà", ["Thụy Hòa"], ["Thụy Hòa"]),
      ("percnt", ["place", "percent", "base"], ["percent"]),
      (
        "learning", ["learning-citizens", "trained", "learning-units"],
        ["learning-units", "learning-citizens"]
      ),
    ])
  func suggestions(name: String, candidates: [String], expected: [String]) {
    #expect(NearestName.suggestions(for: name, among: candidates) == expected)
  }

  @Test("Names that are not near are not offered")
  func notNear() {
    #expect(
      NearestName.suggestions(for: "xyz", among: ["trained", "university", "Kiến Hưng"]) == [])
    #expect(NearestName.suggestions(for: "ab", among: ["xabx"]) == [])
    #expect(NearestName.suggestions(for: "trained", among: [String]()) == [])
    #expect(NearestName.suggestions(for: "trained", among: [""]) == [])
  }

  @Test("Nothing is near to an empty name", arguments: ["", "  ", "“”"])
  func empty(name: String) {
    #expect(NearestName.suggestions(for: name, among: ["a", "", "trained"]) == [])
  }

  @Test("Nearest come first, ties in the order given, no more than asked for")
  func order() {
    let candidates = ["Thôn 12", "Thôn 11", "Thôn 1", "Thôn 2"]
    #expect(
      NearestName.suggestions(for: "Thôn 1", among: candidates) == ["Thôn 1", "Thôn 12", "Thôn 11"])
    #expect(
      NearestName.suggestions(for: "Thôn 1", among: candidates, limit: 10)
        == ["Thôn 1", "Thôn 12", "Thôn 11", "Thôn 2"])
    #expect(NearestName.suggestions(for: "Thôn 1", among: candidates, limit: 1) == ["Thôn 1"])
    #expect(NearestName.suggestions(for: "Thôn 1", among: candidates, limit: 0) == [])
  }

  @Test("The distance limit is a third of the longer name")
  func limit() {
    #expect(NearestName.suggestions(for: "abcdef", among: ["abcdxy"]) == ["abcdxy"])
    #expect(NearestName.suggestions(for: "abcdef", among: ["abcxyz"]) == [])
    #expect(NearestName.suggestions(for: "abc", among: ["abx"]) == ["abx"])
    #expect(NearestName.suggestions(for: "ab", among: ["ax"]) == [])
  }
}
