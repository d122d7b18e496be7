package import Diagnostics
import Indicators
import InputFiles
import Wording

/// Reads a rule file into a draft and notes all faults that the file has by itself.
struct RuleFileReader {
  private(set) var faults: [Diagnostic] = []

  private static let keys = [
    "id", "title", "legalBasis", "planning", "notice", "placeKinds", "correlation", "calendar",
    "settings", "definitions", "criteria", "indicators", "supporting", "notes", "levels",
  ]

  /// Returns the draft of a file; nil when it is no mapping at all.
  ///
  /// - Throws: `Faults` with `tree.syntax`, `tree.empty` or `text.encoding`.
  mutating func draft(of source: SourceFile) throws(Faults) -> RegulationDraft? {
    let tree = try TextTree.read(source)
    guard let file = RuleMapping(tree, keys: Self.keys, faults: &faults) else { return nil }
    let id = file.identifier("id", &faults)
    let title = file.phrase("title", &faults)
    let isPlanning = file.boolean("planning", &faults) ?? false
    file.expectKey("legalBasis", &faults)
    let legalBasis = file.optionalText("legalBasis", &faults)
    checkStanding(of: file, isPlanning: isPlanning)
    let notice =
      isPlanning ? file.phrase("notice", &faults) : file.optionalPhrase("notice", &faults)
    let placeKinds = file.requiredList("placeKinds", &faults).compactMap { kind(in: $0) }
    let criteria = file.list("criteria", &faults).compactMap { criterion(in: $0) }
    let levels = file.requiredList("levels", &faults).compactMap {
      RuleLevelReader.level(in: $0, regulation: id.value, &faults)
    }
    for level in levels where isPlanning {
      guard let basis = level.legalBasis else { continue }
      faults.append(Diagnostic(.rulePlanningLegal, at: basis.position, value: basis.value))
    }
    return RegulationDraft(
      id: id, title: title, legalBasis: legalBasis, isPlanning: isPlanning, notice: notice,
      placeKinds: placeKinds,
      calendar: file.node("calendar").flatMap { AssessmentCalendar(reading: $0, &faults) },
      correlation: correlation(in: file),
      settings: file.node("settings").map { settings(in: $0) } ?? [],
      definitions: file.list("definitions", &faults).compactMap { definition(in: $0) },
      criteria: criteria,
      indicators: file.list("indicators", &faults).compactMap { indicator(in: $0) },
      supporting: file.list("supporting", &faults).compactMap {
        RuleValue.identifier($0, key: nil, &faults)
      },
      notes: file.list("notes", &faults).compactMap { note(in: $0) }, levels: levels,
      file: source.path)
  }

  /// Law names its legal text, a plan must not: nobody may take the one for the other.
  private mutating func checkStanding(of file: RuleMapping, isPlanning: Bool) {
    let basis = file.node("legalBasis")
    if isPlanning, let basis {
      faults.append(Diagnostic(.rulePlanningLegal, at: basis.position, value: basis.text))
    } else if !isPlanning, basis == nil {
      faults.append(Diagnostic(.ruleLegalBasisMissing, at: file.position))
    }
  }

  private mutating func kind(in node: TextTree) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    faults.append(.ruleType(at: node.position, key: nil, value: node.text, expected: .text))
    return nil
  }

  private mutating func correlation(in file: RuleMapping) -> Double? {
    guard let number = file.number("correlation", in: 0...1, &faults) else { return nil }
    if number < ExactDecimal(1) { return number.value }
    faults.append(
      Diagnostic(
        .ruleNumberRange, at: file.node("correlation")?.position,
        value: file.node("correlation")?.text,
        ["key": "correlation", "low": "0"], phrases: ["high": Phrase(vi: "dưới 1", en: "below 1")]))
    return nil
  }

  private mutating func settings(in node: TextTree) -> [Placed<RegulationSetting>] {
    RuleMapping.named(node, &faults).compactMap { entry in
      let keys = ["value"] + RuleMapping.provenanceKeys
      guard let mapping = RuleMapping(entry.value, keys: keys, faults: &faults) else { return nil }
      let value = mapping.identifier("value", &faults)
      let setting = RegulationSetting(
        id: entry.key, value: value.value, provenance: mapping.provenance(&faults))
      return Placed(value: setting, position: value.position)
    }
  }

  private mutating func definition(in node: TextTree) -> Placed<RegulationDefinition>? {
    let keys = ["id", "text", "synonyms"] + RuleMapping.provenanceKeys
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let id = mapping.identifier("id", &faults)
    let definition = RegulationDefinition(
      id: id.value, text: mapping.phrase("text", &faults), synonyms: synonyms(in: mapping),
      provenance: mapping.provenance(&faults))
    return Placed(value: definition, position: id.position)
  }

  /// Returns the other names under which files speak of a thing.
  private mutating func synonyms(in mapping: RuleMapping) -> [String] {
    mapping.list("synonyms", &faults).compactMap { node in
      if let text = node.text, !text.isEmpty { return text }
      faults.append(
        .ruleType(at: node.position, key: "synonyms", value: node.text, expected: .text))
      return nil
    }
  }

  private mutating func criterion(in node: TextTree) -> Placed<Criterion>? {
    guard let mapping = RuleMapping(node, keys: ["id", "title"], faults: &faults) else {
      return nil
    }
    let id = mapping.identifier("id", &faults)
    return Placed(
      value: Criterion(id: id.value, title: mapping.phrase("title", &faults)), position: id.position
    )
  }

  private mutating func indicator(in node: TextTree) -> IndicatorDraft? {
    let keys = [
      "id", "title", "shortTitle", "direction", "definition", "base", "baseSetting", "paceFamily",
      "synonyms", "grades",
    ]
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let isDirected = mapping.requiredNode("direction", &faults) != nil
    let direction = isDirected ? mapping.word("direction", of: RuleDirection.self, &faults) : nil
    if let base = mapping.node("base"), mapping.node("baseSetting") != nil {
      faults.append(Diagnostic(.ruleBaseTwice, at: base.position, value: base.text))
    }
    return IndicatorDraft(
      id: mapping.identifier("id", &faults), title: mapping.phrase("title", &faults),
      shortTitle: mapping.optionalPhrase("shortTitle", &faults),
      direction: direction == .down ? .down : .up,
      definition: mapping.reference("definition", &faults),
      base: mapping.reference("base", &faults),
      baseSetting: mapping.reference("baseSetting", &faults),
      paceFamily: mapping.reference("paceFamily", &faults)?.value,
      synonyms: synonyms(in: mapping),
      grades: mapping.list("grades", &faults).compactMap { RuleGradeReader.grade(in: $0, &faults) })
  }

  private mutating func note(in node: TextTree) -> RegulationNote? {
    let keys = ["text", "law"] + RuleMapping.provenanceKeys
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let isStated = mapping.requiredNode("law", &faults) != nil
    return RegulationNote(
      text: mapping.phrase("text", &faults),
      isLaw: isStated ? mapping.boolean("law", &faults) ?? false : false,
      provenance: mapping.provenance(&faults))
  }
}

/// The directions that a rule may give: a threshold is worthless where neither way is good.
private enum RuleDirection: String, CaseIterable {
  case up, down
}

extension DiagnosticCode {
  package static let rulePlanningLegal = DiagnosticCode(
    "rule.planning.legal",
    message: Phrase(
      vi: "mức kế hoạch không được nêu căn cứ pháp lý (“{value}”)",
      en: "a plan must not claim a legal basis (“{value}”)"),
    remedy: Phrase(
      vi: "Ghi “legalBasis: null”, hoặc bỏ “planning: true” nếu đây là quy định.",
      en: "Write “legalBasis: null”, or remove “planning: true” when this is law."))

  package static let ruleLegalBasisMissing = DiagnosticCode(
    "rule.legalBasis.missing",
    message: Phrase(
      vi: "tệp không nêu căn cứ pháp lý và cũng không ghi là kế hoạch",
      en: "the file names no legal basis and does not say that it is a plan"),
    remedy: Phrase(
      vi: "Ghi văn bản vào “legalBasis”, hoặc ghi “planning: true” kèm “notice”.",
      en: "Name the legal text in “legalBasis”, or write “planning: true” with a “notice”."))

  package static let ruleBaseTwice = DiagnosticCode(
    "rule.base.twice",
    message: Phrase(
      vi: "chỉ tiêu có cả “base” và “baseSetting”",
      en: "the indicator has both “base” and “baseSetting”"),
    remedy: Phrase(vi: "Chỉ giữ một trong hai.", en: "Keep one of the two."))
}
