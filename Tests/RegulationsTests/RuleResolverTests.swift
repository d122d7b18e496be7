import Diagnostics
import Foundation
import Regulations
import Testing
import Wording

/// Names in rule files, and levels that extend others within a file and across files.
struct RuleResolverTests {
  @Test(
    "a name that is not declared is answered with the nearest",
    arguments: [
      ("indicator: titled", "indicator: titeld", "a.yaml:28:20", "indicator", "titled"),
      ("criterion: \"1\"", "criterion: \"1x\"", "a.yaml:27:20", "criterion", "1"),
      (
        "definition: adults-titled", "definition: adult-titled", "a.yaml:17:17", "definition",
        "adults-titled"
      ),
      ("[planned]", "[planed]", "a.yaml:21:14", "indicator", "planned"),
      (
        "title: Mức 1", "title: M\n    extends: rules-b#level1", "a.yaml:25:14", "level", "declared"
      ),
    ])
  func unknownName(old: String, new: String, position: String, what: String, nearest: String) {
    let faults = RuleText.diagnostics([RuleText.minimal(old, new)])
    #expect(faults.map(\.code.id) == ["rule.name.unknown"])
    #expect(faults.first?.position?.label == position)
    #expect(faults.first?.message(in: .en).hasSuffix("is no \(what)") == true)
    #expect(faults.first?.remedy(in: .en).contains(nearest) == true)
  }

  @Test("partOf names a share requirement further up, and no other")
  func partOf() throws {
    let later = RuleText.minimal("threshold: 60", "threshold: 60\n        partOf: \"1.2\"")
    #expect(
      RuleText.faults(later + "\n" + Self.secondRequirement) == [
        "a.yaml:31:17 rule.name.unknown 1.2"
      ])
    let itself = RuleText.minimal("threshold: 60", "threshold: 60\n        partOf: \"1.1\"")
    #expect(RuleText.faults(itself) == ["a.yaml:31:17 rule.name.unknown 1.1"])
    let part = RuleText.minimal + "\n" + Self.secondRequirement + "\n        partOf: \"1.11\""
    let faults = RuleText.diagnostics([part])
    #expect(faults.map(\.position?.label) == ["a.yaml:40:17"])
    #expect(faults.first?.remedy(in: .vi) == "Có phải “1.1” không?")
    let sound = RuleText.minimal + "\n" + Self.secondRequirement + "\n        partOf: \"1.1\""
    #expect(try RuleText.library(sound).regulations[0].levels[0].requirements[1].partOf == "1.1")
  }

  @Test(
    "an id stands once",
    arguments: [
      ("  - id: planned", "  - id: titled", "a.yaml:18:9", "a.yaml:14:9", "titled")
    ])
  func duplicateId(old: String, new: String, second: String, first: String, id: String) {
    let text = RuleText.minimal(old, new).replacingOccurrences(of: "[planned]", with: "[titled]")
    let faults = RuleText.diagnostics([text])
    #expect(faults.map(\.code.id) == ["rule.id.duplicate"])
    #expect(faults.first?.position?.label == second)
    #expect(faults.first?.message(in: .en) == "the id “\(id)” already stands at \(first)")
  }

  @Test("requirement ids are unique in a level, regulation ids in a library")
  func duplicatesElsewhere() {
    let twice =
      RuleText.minimal + "\n"
      + Self.secondRequirement.replacingOccurrences(of: "1.2", with: "1.1")
    #expect(RuleText.faults(twice) == ["a.yaml:33:13 rule.id.duplicate 1.1"])
    #expect(
      RuleText.faults(RuleText.minimal, RuleText.minimal)
        == ["b.yaml:1:5 rule.id.duplicate rules-a"])
  }

  @Test("what a level extends comes first, whatever the order of files")
  func extendsAcrossFiles() throws {
    let child = RuleText.extending("rules-a#level1", id: "rules-b", requirement: "2.1")
    for texts in [[child, RuleText.minimal], [RuleText.minimal, child]] {
      let library = try RuleText.library(texts[0], texts[1])
      let level = try library.level("level1", kind: nil, regulation: "rules-b")
      #expect(level.requirements.map(\.id) == ["1.1", "2.1"])
      #expect(level.criteria.map(\.id) == ["1"])
      #expect(level.supporting.map(\.id) == ["planned"])
    }
  }

  @Test("a level may extend one of its own file and add nothing")
  func extendsWithinFile() throws {
    let text = RuleText.minimal + "\n  - {id: level2, title: Mức 2, extends: level1, dueYear: 2030}"
    let levels = try RuleText.library(text).regulations[0].levels
    #expect(levels[1].requirements == levels[0].requirements)
    #expect(levels.map(\.dueYear) == [nil, 2030])
  }

  @Test("an inherited id is not given anew")
  func inheritedId() {
    let child = RuleText.extending("rules-a#level1", id: "rules-b", requirement: "1.1")
    let faults = RuleText.diagnostics([RuleText.minimal, child])
    #expect(faults.map(\.code.id) == ["rule.id.inherited"])
    #expect(faults.first?.position?.label == "b.yaml:27:13")
    #expect(
      faults.first?.message(in: .en)
        == "the id “1.1” already comes from the extended level “rules-a#level1”")
    let criterion = RuleText.extending("rules-a#level1", id: "rules-b", requirement: "2.1")
      .replacingOccurrences(of: "Tiêu chí 1", with: "Khác")
    #expect(RuleText.faults(RuleText.minimal, criterion) == ["b.yaml:11:9 rule.id.inherited 1"])
  }

  @Test("an extended level that does not exist is answered with the nearest")
  func unknownExtends() {
    let child = RuleText.extending("rules-a#level2", id: "rules-b", requirement: "2.1")
    let faults = RuleText.diagnostics([RuleText.minimal, child])
    #expect(faults.map(\.position?.label) == ["b.yaml:25:14"])
    #expect(faults.first?.message(in: .vi) == "“rules-a#level2” không phải mức")
    #expect(faults.first?.remedy(in: .vi) == "Có phải “rules-a#level1” không?")
    let shape = RuleText.extending("a#b#c", id: "rules-b", requirement: "2.1")
    #expect(RuleText.faults(shape) == ["a.yaml:25:14 rule.value.type a#b#c"])
  }

  @Test("an unknown extended level is not followed by unknown names that it would bring")
  func unknownExtendsAlone() {
    let child = RuleText.extending("rules-a#level2", id: "rules-b", requirement: "2.1")
      .replacingOccurrences(of: "indicator: titled", with: "indicator: inherited")
    #expect(
      RuleText.faults(RuleText.minimal, child)
        == ["b.yaml:25:14 rule.name.unknown rules-a#level2"])
  }

  @Test("a level of a file with broken syntax is not called unknown as well")
  func brokenFile() {
    let child = RuleText.extending("rules-x#level1", id: "rules-b", requirement: "2.1")
    #expect(RuleText.faults(child, "id: [") == ["b.yaml:2:1 tree.syntax"])
  }

  @Test("levels that extend each other in a circle are reported once")
  func cycles() {
    let itself = RuleText.minimal("title: Mức 1", "title: Mức 1\n    extends: level1")
    let own = RuleText.diagnostics([itself])
    #expect(own.map(\.code.id) == ["rule.extends.cycle"])
    #expect(own.first?.position?.label == "a.yaml:25:14")
    let first = RuleText.extending("rules-b#level1", id: "rules-a", requirement: "1.1")
    let second = RuleText.extending("rules-a#level1", id: "rules-b", requirement: "2.1")
    let faults = RuleText.diagnostics([first, second])
    #expect(faults.map(\.code.id) == ["rule.extends.cycle"])
    #expect(faults.first?.position?.label == "b.yaml:25:14")
    #expect(
      faults.first?.message(in: .en)
        == "levels extend each other in a circle: "
        + "rules-a#level1 → rules-b#level1 → rules-a#level1")
  }

  @Test("whatever extends a plan is a plan")
  func planSpreads() throws {
    let plan = RuleText.minimal(
      "legalBasis: Văn bản A", "legalBasis: null\nplanning: true\nnotice: kế hoạch")
    let child = RuleText.extending("rules-a#level1", id: "rules-b", requirement: "2.1")
    let level = try RuleText.library(plan, child)
      .level("level1", kind: nil, regulation: "rules-b")
    #expect(level.isPlanning && level.legalBasis == nil && level.notice == Phrase("kế hoạch"))
    let noticed = child.replacingOccurrences(of: "placeKinds:", with: "notice: khác\nplaceKinds:")
    let second = try RuleText.library(plan, noticed)
      .level("level1", kind: nil, regulation: "rules-b")
    #expect(second.notice == Phrase("kế hoạch"))
  }

  private static let secondRequirement = """
          - id: "1.2"
            criterion: "1"
            indicator: titled
            kind: share
            threshold: 20
            source: A
            confidence: V
    """

  @Test("A threshold of a share of which less is better is refused: it would be read as at least")
  func lessIsBetter() {
    let text = RuleText.minimal(
      "title: Người có danh hiệu\n    direction: up", "title: Người nghèo\n    direction: down")
    #expect(RuleText.faults(text).contains { $0.contains("rule.direction.down") })
  }
}
