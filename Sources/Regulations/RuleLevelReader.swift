import Diagnostics
import InputFiles
import Wording

/// Reads the levels of a rule file and their requirements.
enum RuleLevelReader {
  /// How a requirement is tested, as rule files name it.
  private enum KindWord: String, CaseIterable {
    case fact, grade, share
  }

  private static let levelKeys = [
    "id", "title", "legalBasis", "dueYear", "extends", "requirements",
  ]
  private static let requirementKeys =
    ["id", "criterion", "indicator", "title", "kind", "threshold", "difficultAreaThreshold"]
    + ["partOf"] + RuleMapping.provenanceKeys

  /// Returns a level; nil, with a fault, when the node is no mapping.
  static func level(
    in node: TextTree, regulation: String, _ faults: inout [Diagnostic]
  ) -> LevelDraft? {
    guard let mapping = RuleMapping(node, keys: levelKeys, faults: &faults) else { return nil }
    let extends = mapping.node("extends").flatMap { reference(in: $0, regulation, &faults) }
    // A level that extends another may add nothing; any other has conditions of its own.
    let isExtending = mapping.node("extends") != nil
    let addsNothing = isExtending && mapping.node("requirements") == nil
    let items = addsNothing ? [] : mapping.requiredList("requirements", &faults)
    return LevelDraft(
      id: mapping.identifier("id", &faults), title: mapping.phrase("title", &faults),
      legalBasis: mapping.optionalText("legalBasis", &faults).map {
        Placed(value: $0, position: mapping.node("legalBasis")?.position ?? mapping.position)
      },
      dueYear: mapping.whole("dueYear", in: 1900...9999, &faults), isExtending: isExtending,
      extends: extends,
      requirements: items.compactMap { requirement(in: $0, &faults) })
  }

  /// Returns the level that `regulation#level`, or `level` alone for the same file, names.
  private static func reference(
    in node: TextTree, _ regulation: String, _ faults: inout [Diagnostic]
  ) -> Placed<LevelReference>? {
    let parts = (node.text ?? "").split(separator: "#", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
      faults.append(
        .ruleType(at: node.position, key: "extends", value: node.text, expected: .levelName))
      return nil
    }
    let level = String(parts[parts.count - 1])
    let owner = parts.count == 2 ? String(parts[0]) : regulation
    return Placed(value: LevelReference(regulation: owner, level: level), position: node.position)
  }

  private static func requirement(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> RequirementDraft? {
    guard let mapping = RuleMapping(node, keys: requirementKeys, faults: &faults) else {
      return nil
    }
    return RequirementDraft(
      id: mapping.identifier("id", &faults), criterion: mapping.identifier("criterion", &faults),
      indicator: mapping.identifier("indicator", &faults),
      title: mapping.optionalPhrase("title", &faults), kind: kind(of: mapping, &faults),
      partOf: mapping.reference("partOf", &faults), provenance: mapping.provenance(&faults))
  }

  private static func kind(
    of mapping: RuleMapping, _ faults: inout [Diagnostic]
  ) -> RequirementKind {
    let unknown = RequirementKind.share(ShareThreshold(ExactDecimal(0)))
    guard mapping.requiredNode("kind", &faults) != nil,
      let word = mapping.word("kind", of: KindWord.self, &faults)
    else { return unknown }
    switch word {
    case .fact:
      mapping.refuse(
        ["threshold", "difficultAreaThreshold", "partOf"], besideKind: word.rawValue, &faults)
      return .fact
    case .grade:
      mapping.refuse(["difficultAreaThreshold", "partOf"], besideKind: word.rawValue, &faults)
      guard mapping.requiredNode("threshold", &faults) != nil else { return .grade(0) }
      return .grade(mapping.whole("threshold", in: 1...9, &faults) ?? 0)
    case .share:
      let softer = mapping.number("difficultAreaThreshold", in: 0...100, &faults)
      guard mapping.requiredNode("threshold", &faults) != nil,
        let threshold = mapping.number("threshold", in: 0...100, &faults)
      else { return unknown }
      return .share(ShareThreshold(threshold, difficultArea: softer))
    }
  }
}
