import Diagnostics
import Foundation
import Testing
import Wording

/// Keys of rule files: unknown, missing, misplaced, and lists without entries.
struct RuleMappingTests {
  @Test("a sound file has no fault")
  func sound() {
    #expect(RuleText.faults(RuleText.minimal).isEmpty)
  }

  @Test("an unknown key is named where it stands, with the nearest known key")
  func unknownKey() {
    let text = RuleText.minimal("        threshold: 60", "        treshold: 60")
    #expect(
      RuleText.faults(text) == [
        "a.yaml:26:9 rule.key.missing", "a.yaml:30:9 rule.key.unknown treshold",
      ])
    let fault = RuleText.diagnostics([text])[1]
    #expect(fault.message(in: .vi) == "tệp quy định không có khóa “treshold” ở chỗ này")
    #expect(fault.remedy(in: .vi) == "Có phải “threshold” không?")
    #expect(fault.remedy(in: .en) == "Did you mean “threshold”?")
  }

  @Test("an unknown key without a near one lists the keys that can stand there")
  func unknownKeyFarOff() {
    let text = RuleText.minimal("  - id: \"1\"\n", "  - id: \"1\"\n    zzzzzz: 3\n")
    #expect(
      RuleText.diagnostics([text]).first?.remedy(in: .en) == "Names that can stand here: id, title."
    )
  }

  @Test(
    "a missing key is reported at its entry",
    arguments: [
      ("id: rules-a\n", "", "1:1", "id"),
      ("title: {vi: Quy định A, en: Rules A}", "title: {vi: A}", "2:8", "en"),
      ("placeKinds: [xã]\n", "", "1:1", "placeKinds"),
      ("    direction: up\n    definition", "    definition", "14:5", "direction"),
      ("      - id: \"1.1\"\n        criterion", "      - criterion", "26:9", "id"),
      ("        kind: share\n", "", "26:9", "kind"),
      ("        threshold: 60\n", "", "26:9", "threshold"),
      ("        threshold: 60", "        threshold:", "30:19", "threshold"),
      ("        indicator: titled\n", "", "26:9", "indicator"),
      ("        criterion: \"1\"\n", "", "26:9", "criterion"),
      (
        "        source: Văn bản A\n        confidence: V", "        confidence: V", "26:9",
        "source"
      ),
    ])
  func missingKey(old: String, new: String, position: String, key: String) {
    let faults = RuleText.diagnostics([RuleText.minimal(old, new)])
    #expect(faults.map(\.code.id) == ["rule.key.missing"])
    #expect(faults.first?.position?.label == "a.yaml:\(position)")
    #expect(faults.first?.message(in: .en) == "the key “\(key)” is missing")
    #expect(faults.first?.remedy(in: .vi) == "Thêm “\(key): …” vào mục này.")
  }

  @Test("a key that means nothing beside the kind is refused")
  func misplacedKey() {
    let text = RuleText.minimal("        kind: share", "        kind: fact")
    #expect(RuleText.faults(text) == ["a.yaml:30:9 rule.key.misplaced threshold"])
  }

  @Test("an entry that is no mapping is refused")
  func noMapping() {
    let text = RuleText.minimal(
      "  - id: planned\n    title: Có kế hoạch\n    direction: up", "  - planned")
    #expect(RuleText.faults(text).first == "a.yaml:18:5 rule.value.type planned")
    #expect(RuleText.faults("chỉ một câu") == ["a.yaml:1:1 rule.value.type chỉ một câu"])
  }

  @Test(
    "lists that need entries are refused when empty",
    arguments: [
      ("placeKinds: [xã]", "placeKinds: []", "a.yaml:4:13"),
      (Self.levels, "levels: []", "a.yaml:22:9"),
      (Self.requirements, "    requirements: []", "a.yaml:25:19"),
    ])
  func emptyList(old: String, new: String, position: String) {
    let faults = RuleText.faults(RuleText.minimal(old, new))
    #expect(faults == ["\(position) rule.list.empty"])
  }

  @Test("a level without requirements that extends nothing is refused")
  func noRequirements() {
    let text = RuleText.minimal(Self.requirements, "")
    #expect(RuleText.faults(text) == ["a.yaml:23:5 rule.key.missing"])
  }

  @Test("all faults of all files come at once, in the order of the input")
  func allAtOnce() {
    let first = RuleText.minimal(
      "direction: up\n    definition", "direction: sideways\n    definition")
    let second = RuleText.minimal
      .replacingOccurrences(of: "id: rules-a", with: "id: rules-b")
      .replacingOccurrences(of: "kind: share", with: "kind: percent")
      .replacingOccurrences(of: "placeKinds: [xã]\n", with: "")
    #expect(
      RuleText.faults(first, second, "a: [") == [
        "a.yaml:16:16 rule.word.unknown sideways", "b.yaml:1:1 rule.key.missing",
        "b.yaml:28:15 rule.word.unknown percent", "c.yaml:2:1 tree.syntax",
      ])
  }

  private static let requirements = rest(from: "    requirements:")
  private static let levels = rest(from: "levels:")

  private static func rest(from start: String) -> String {
    guard let range = RuleText.minimal.range(of: start) else { return start }
    return String(RuleText.minimal[range.lowerBound...])
  }
}
