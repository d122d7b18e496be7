package import Diagnostics
import Wording

/// What the names of a rule file refer to, for messages and checks.
enum RuleNames {
  static let indicator = Phrase(vi: "chỉ số", en: "indicator")
  static let definition = Phrase(vi: "định nghĩa", en: "definition")
  static let setting = Phrase(vi: "lựa chọn (settings)", en: "setting")
  static let criterion = Phrase(vi: "tiêu chí", en: "criterion")
  static let graded = Phrase(
    vi: "chỉ số có khai “grades”", en: "indicator with “grades” of its own")
  static let level = Phrase(vi: "mức", en: "level")
  static let whole = Phrase(
    vi: "chỉ tiêu tỷ lệ đứng trước trong cùng mức",
    en: "share requirement further up in this level")

  /// Notes a name that is not among the declared ones; an empty stand-in is no name.
  static func check(
    _ name: Placed<String>, among names: [String], as what: Phrase, _ faults: inout [Diagnostic]
  ) {
    guard !name.value.isEmpty, !names.contains(name.value) else { return }
    faults.append(
      Diagnostic(
        .ruleNameUnknown, at: name.position, value: name.value,
        phrases: ["what": what, "hint": NameHint.phrase(for: name.value, among: names)]))
  }

  /// Notes ids that stand a second time where each may stand once.
  static func checkUnique(_ ids: [Placed<String>], _ faults: inout [Diagnostic]) {
    var first: [String: Placed<String>] = [:]
    for id in ids where !id.value.isEmpty {
      if let earlier = first[id.value] {
        faults.append(
          Diagnostic(
            .ruleIdDuplicate, at: id.position, value: id.value,
            ["first": earlier.position.label]))
      } else {
        first[id.value] = id
      }
    }
  }

  /// Notes an id that a level gives anew although it has it from the level that it extends.
  static func refuse(
    _ id: Placed<String>, inheritedFrom level: Level?, _ faults: inout [Diagnostic]
  ) {
    let from = level.map { LevelReference(regulation: $0.regulation, level: $0.id).label } ?? ""
    faults.append(
      Diagnostic(.ruleIdInherited, at: id.position, value: id.value, ["level": from]))
  }
}

extension DiagnosticCode {
  package static let ruleNameUnknown = DiagnosticCode(
    "rule.name.unknown",
    message: Phrase(vi: "“{value}” không phải {what}", en: "“{value}” is no {what}"),
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  package static let ruleIdDuplicate = DiagnosticCode(
    "rule.id.duplicate",
    message: Phrase(
      vi: "mã “{value}” đã dùng ở {first}", en: "the id “{value}” already stands at {first}"),
    remedy: Phrase(vi: "Đặt mã khác cho một trong hai.", en: "Give one of the two another id."))

  package static let ruleIdInherited = DiagnosticCode(
    "rule.id.inherited",
    message: Phrase(
      vi: "mã “{value}” đã có trong mức được mở rộng “{level}”",
      en: "the id “{value}” already comes from the extended level “{level}”"),
    remedy: Phrase(
      vi: "Đặt mã khác: mức mở rộng chỉ thêm, không sửa mức gốc.",
      en: "Give it another id: a level adds to what it extends and changes nothing of it."))

  package static let ruleExtendsCycle = DiagnosticCode(
    "rule.extends.cycle",
    message: Phrase(
      vi: "các mức mở rộng nhau thành vòng: {chain}",
      en: "levels extend each other in a circle: {chain}"),
    remedy: Phrase(
      vi: "Bỏ “extends” ở một trong các mức này.", en: "Remove “extends” from one of these levels.")
  )
}
