import Diagnostics
import Foundation
import Regulations
import Testing
import Wording

/// Values of rule files: texts, numbers, words; and what YAML would make of them by itself.
struct RuleValuesTests {
  @Test(
    "a threshold is a plain number with a decimal point",
    arguments: ["012", "1e2", "12,5", "no", "60%", "0x3C", "1_0", "+60", ".5", "60.", "[60]"])
  func notANumber(text: String) {
    let faults = RuleText.diagnostics([RuleText.minimal("threshold: 60", "threshold: \(text)")])
    #expect(faults.map(\.code.id) == ["rule.value.type"])
    #expect(faults.first?.position?.label == "a.yaml:30:20")
    #expect(
      faults.first?.message(in: .en)
        == "the value of “threshold” has to be a number with a decimal point")
  }

  @Test(
    "a threshold keeps its digits",
    arguments: [("0", 0, 0), ("100", 100, 0), ("12.50", 1250, 2), ("\"60\"", 60, 0)])
  func number(text: String, unscaled: Int, scale: Int) throws {
    let library = try RuleText.library(RuleText.minimal("threshold: 60", "threshold: \(text)"))
    let threshold = library.levels(forKind: nil)[0].requirements[0].threshold(inDifficultArea: nil)
    #expect(threshold == ExactDecimal(unscaled: unscaled, scale: scale))
  }

  @Test("a threshold lies within 0 to 100", arguments: ["100.1", "-1", "600"])
  func range(text: String) {
    let faults = RuleText.diagnostics([RuleText.minimal("threshold: 60", "threshold: \(text)")])
    #expect(faults.map(\.code.id) == ["rule.number.range"])
    #expect(faults.first?.position?.label == "a.yaml:30:20")
    #expect(
      faults.first?.message(in: .vi) == "“threshold” là \(text), ngoài khoảng 0 đến 100")
  }

  @Test("the softer threshold is checked as well")
  func softerThreshold() {
    let text = RuleText.minimal(
      "threshold: 60", "threshold: 60\n        difficultAreaThreshold: 101")
    #expect(RuleText.faults(text) == ["a.yaml:31:33 rule.number.range 101"])
  }

  @Test("a grade is a whole number", arguments: ["2.5", "02", "two"])
  func grade(text: String) {
    let file = RuleText.minimal("kind: share", "kind: grade")
      .replacingOccurrences(of: "threshold: 60", with: "threshold: \(text)")
    #expect(RuleText.faults(file) == ["a.yaml:30:20 rule.value.type \(text)"])
  }

  @Test("a grade begins at 1")
  func gradeRange() {
    let file = RuleText.minimal("kind: share", "kind: grade")
      .replacingOccurrences(of: "threshold: 60", with: "threshold: 0")
    #expect(RuleText.faults(file) == ["a.yaml:30:20 rule.number.range 0"])
  }

  @Test("ids that YAML would turn into other things stay texts", arguments: ["no", "012", "1e2"])
  func idsAreTexts(id: String) throws {
    let library = try RuleText.library(RuleText.minimal("- id: level1", "- id: \(id)"))
    #expect(library.levels(forKind: "xã").map(\.id) == [id])
    let kinds = try RuleText.library(RuleText.minimal("[xã]", "[\(id)]"))
    #expect(kinds.regulations[0].placeKinds == [id])
  }

  @Test("yes and no are no truth values", arguments: ["yes", "no", "True", "1"])
  func boolean(text: String) {
    let file = RuleText.minimal("legalBasis: Văn bản A", "legalBasis: A\nplanning: \(text)")
    #expect(RuleText.faults(file) == ["a.yaml:4:11 rule.value.type \(text)"])
  }

  @Test("an id holds no blanks and no #", arguments: ["level 1", "a#b", "a/b"])
  func identifier(id: String) {
    let faults = RuleText.faults(RuleText.minimal("- id: level1", "- id: \"\(id)\""))
    #expect(faults == ["a.yaml:23:9 rule.value.type \(id)"])
  }

  @Test("an unknown word is answered with the known ones")
  func word() {
    let faults = RuleText.diagnostics([RuleText.minimal("kind: share", "kind: shares")])
    #expect(faults.map(\.code.id) == ["rule.word.unknown"])
    #expect(faults.first?.position?.label == "a.yaml:29:15")
    #expect(
      faults.first?.message(in: .en)
        == "“kind” does not take “shares”; it takes: fact, grade, share")
    #expect(faults.first?.remedy(in: .en) == "Did you mean “share”?")
  }

  @Test("confidence is one of V, P, M, I")
  func confidence() {
    let file = RuleText.minimal(
      "threshold: 60\n        source: Văn bản A\n        confidence: V",
      "threshold: 60\n        source: A\n        confidence: X")
    #expect(RuleText.faults(file) == ["a.yaml:32:21 rule.word.unknown X"])
  }

  @Test("a text may serve for both languages, but is never a list or blank")
  func phrase() throws {
    let library = try RuleText.library(RuleText.minimal)
    #expect(library.levels(forKind: nil)[0].title == Phrase("Mức 1"))
    #expect(
      RuleText.faults(RuleText.minimal("title: Mức 1", "title: [Mức 1]"))
        == ["a.yaml:24:12 rule.value.type"])
    #expect(
      RuleText.faults(RuleText.minimal("title: Mức 1", "title: \" \""))
        == ["a.yaml:24:12 rule.value.type  "])
  }

  @Test("a list is not a text")
  func list() {
    #expect(
      RuleText.faults(RuleText.minimal("placeKinds: [xã]", "placeKinds: xã"))
        == ["a.yaml:4:13 rule.value.type xã"])
  }
}
