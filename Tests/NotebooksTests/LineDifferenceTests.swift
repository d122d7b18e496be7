import Notebooks
import Testing

@Suite("Line difference")
struct LineDifferenceTests {
  private func difference(_ recorded: String, _ new: String, context: Int = 1) -> String {
    LineDifference.text(recorded: recorded, new: new, context: context)
  }

  @Test("Equal texts differ in nothing", arguments: ["", "a\n", "a\nb\nc\n", "a"])
  func equal(text: String) {
    #expect(difference(text, text) == "")
  }

  @Test("A changed line shows what was recorded, what is new, and a line around")
  func changed() {
    #expect(
      difference("một\nhai\nba\nbốn\nnăm\n", "một\nhai\n3\nbốn\nnăm\n")
        == "  hai\n- ba\n+ 3\n  bốn\n")
  }

  @Test("More context shows more, none shows the change alone")
  func context() {
    let (old, new) = ("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n")
    #expect(difference(old, new, context: 0) == "- c\n+ C\n")
    #expect(difference(old, new, context: 2) == "  a\n  b\n- c\n+ C\n  d\n  e\n")
    #expect(difference(old, new, context: 99).contains("  a\n"))
  }

  @Test("Added and removed lines stand at their place")
  func addedAndRemoved() {
    #expect(difference("a\nc\n", "a\nb\nc\n") == "  a\n+ b\n  c\n")
    #expect(difference("a\nb\nc\n", "a\nc\n") == "  a\n- b\n  c\n")
    #expect(difference("", "a\nb\n") == "+ a\n+ b\n  \n")
    #expect(difference("a\nb\n", "") == "- a\n- b\n  \n")
  }

  @Test("Far changes show each with its own surroundings")
  func farChanges() {
    let old = (1...20).map { "dòng \($0)\n" }.joined()
    let new = old.replacing("dòng 3\n", with: "x\n").replacing("dòng 17\n", with: "y\n")
    #expect(
      difference(old, new)
        == "  dòng 2\n- dòng 3\n+ x\n  dòng 4\n  dòng 16\n- dòng 17\n+ y\n  dòng 18\n")
  }

  @Test("Old and new text can be read back from a full difference", arguments: 0..<100)
  func readBack(seed: Int) {
    func text(_ salt: Int) -> String {
      (0..<(3 + seed % 9)).map { "\((seed * 7 + $0 * salt) % 5)\n" }.joined()
    }
    let (old, new) = (text(3), text(4 + seed % 3))
    let rows = difference(old, new, context: 1_000).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast()
    guard old != new else { return }
    func side(_ signs: String) -> String {
      rows.filter { signs.contains($0.prefix(1)) }.map { $0.dropFirst(2) }.joined(separator: "\n")
    }
    #expect(side("- ") == old)
    #expect(side("+ ") == new)
  }

  @Test("A carriage return is a difference")
  func carriageReturn() {
    #expect(difference("a\r\nb\n", "a\nb\n").hasPrefix("- a"))
  }
}
