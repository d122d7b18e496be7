import Diagnostics
import InputFiles
import Wording

/// A grade of an indicator as read.
struct GradeDraft: Sendable {
  /// A rate as read.
  struct Rate: Sendable {
    let indicator: Placed<String>
    let threshold: ExactDecimal
    let especiallyDifficult: ExactDecimal?
  }

  /// A grade of another indicator as read.
  struct Reference: Sendable {
    let indicator: Placed<String>
    let grade: Placed<Int>
  }

  let grade: Placed<Int>
  let rates: [Rate]
  let grades: [Reference]
  let notes: [Phrase]
  let provenance: Provenance
}

/// Reads what the grades of an indicator ask for.
enum RuleGradeReader {
  private static let keys = ["grade", "rates", "grades", "notes"] + RuleMapping.provenanceKeys
  private static let rateKeys = ["indicator", "threshold", "especiallyDifficultThreshold"]

  /// Returns a grade; nil, with a fault, when the node is no mapping.
  static func grade(in node: TextTree, _ faults: inout [Diagnostic]) -> GradeDraft? {
    guard let mapping = RuleMapping(node, keys: keys, faults: &faults) else { return nil }
    return GradeDraft(
      grade: number(in: mapping, &faults),
      rates: mapping.requiredList("rates", &faults).compactMap { rate(in: $0, &faults) },
      grades: mapping.list("grades", &faults).compactMap { reference(in: $0, &faults) },
      notes: mapping.list("notes", &faults).compactMap { note(in: $0, &faults) },
      provenance: mapping.provenance(&faults))
  }

  /// Returns the number of a grade; 0 stands in for a missing one.
  private static func number(
    in mapping: RuleMapping, _ faults: inout [Diagnostic]
  ) -> Placed<Int> {
    guard let node = mapping.requiredNode("grade", &faults) else {
      return Placed(value: 0, position: mapping.position)
    }
    return Placed(value: mapping.whole("grade", in: 1...9, &faults) ?? 0, position: node.position)
  }

  private static func rate(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> GradeDraft.Rate? {
    guard let mapping = RuleMapping(node, keys: rateKeys, faults: &faults) else { return nil }
    let indicator = mapping.identifier("indicator", &faults)
    let softer = mapping.number("especiallyDifficultThreshold", in: 0...100, &faults)
    guard mapping.requiredNode("threshold", &faults) != nil,
      let threshold = mapping.number("threshold", in: 0...100, &faults)
    else { return nil }
    return GradeDraft.Rate(
      indicator: indicator, threshold: threshold, especiallyDifficult: softer)
  }

  private static func reference(
    in node: TextTree, _ faults: inout [Diagnostic]
  ) -> GradeDraft.Reference? {
    guard let mapping = RuleMapping(node, keys: ["indicator", "grade"], faults: &faults) else {
      return nil
    }
    return GradeDraft.Reference(
      indicator: mapping.identifier("indicator", &faults), grade: number(in: mapping, &faults))
  }

  /// Returns a note: `{vi, en}`, or one text that serves for both.
  private static func note(in node: TextTree, _ faults: inout [Diagnostic]) -> Phrase? {
    if let text = node.text, !text.allSatisfy(\.isWhitespace) { return Phrase(text) }
    guard let mapping = RuleMapping(node, keys: ["vi", "en"], faults: &faults) else { return nil }
    return Phrase(vi: mapping.text("vi", &faults), en: mapping.text("en", &faults))
  }
}
