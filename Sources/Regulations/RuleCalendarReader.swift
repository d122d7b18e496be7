import Diagnostics
import InputFiles

extension AssessmentCalendar {
  private static let keys = ["dataWindow", "dossier", "decision", "validity", "nextLevel"]

  /// Reads the calendar of a rule file; nil, with faults, when a part of it is missing or wrong.
  init?(reading node: TextTree, _ faults: inout [Diagnostic]) {
    guard let mapping = RuleMapping(node, keys: Self.keys, faults: &faults) else { return nil }
    let window = mapping.requiredNode("dataWindow", &faults)
      .flatMap { Self.window(in: $0, &faults) }
    let dossier = mapping.requiredNode("dossier", &faults)
      .flatMap { Self.deadline(in: $0, &faults) }
    let decision = mapping.requiredNode("decision", &faults)
      .flatMap { Self.deadline(in: $0, &faults) }
    let validity = mapping.requiredNode("validity", &faults)
      .flatMap { Self.period(in: $0, &faults) }
    let nextLevel = mapping.requiredNode("nextLevel", &faults)
      .flatMap { Self.period(in: $0, &faults) }
    guard let window, let dossier, let decision, let validity, let nextLevel else { return nil }
    self.init(
      dataWindow: window, dossier: dossier, decision: decision, validity: validity,
      nextLevel: nextLevel)
  }

  private static func window(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> DataWindow? {
    let keys = ["from", "to"] + RuleMapping.provenanceKeys
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let from = day("from", of: mapping, &faults)
    let to = day("to", of: mapping, &faults)
    let provenance = mapping.provenance(&faults)
    guard let from, let to else { return nil }
    return DataWindow(from: from, to: to, provenance: provenance)
  }

  private static func deadline(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> Deadline? {
    let keys = ["before", "yearsAfter"] + RuleMapping.provenanceKeys
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let before = day("before", of: mapping, &faults)
    let years = number("yearsAfter", of: mapping, in: 0...9, &faults)
    let provenance = mapping.provenance(&faults)
    guard let before, let years else { return nil }
    return Deadline(before: before, yearsAfter: years, provenance: provenance)
  }

  private static func period(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> Period? {
    let keys = ["months", "countedFrom"] + RuleMapping.provenanceKeys
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    let months = number("months", of: mapping, in: 1...600, &faults)
    let start =
      mapping.requiredNode("countedFrom", &faults) == nil
      ? nil : mapping.word("countedFrom", of: PeriodStart.self, &faults)
    let provenance = mapping.provenance(&faults)
    guard let months, let start else { return nil }
    return Period(months: months, countedFrom: start, provenance: provenance)
  }

  private static func number(
    _ key: String, of mapping: RuleMapping, in range: ClosedRange<Int>,
    _ faults: inout [Diagnostic]
  ) -> Int? {
    guard mapping.requiredNode(key, &faults) != nil else { return nil }
    return mapping.whole(key, in: range, &faults)
  }

  private static func day(
    _ key: String, of mapping: RuleMapping, _ faults: inout [Diagnostic]
  ) -> MonthDay? {
    guard let node = mapping.requiredNode(key, &faults) else { return nil }
    if let text = node.text, let day = MonthDay(text) { return day }
    faults.append(.ruleType(at: node.position, key: key, value: node.text, expected: .monthDay))
    return nil
  }
}
