import Diagnostics
import Indicators
import InputFiles
import Wording

/// The fields of a record of an archive, and everything wrong with them.
struct ArchivedPlanFields {
  /// What is wrong so far, in the order of the record.
  private(set) var faults: [Diagnostic] = []

  /// Returns the plan of a record; nil with faults.
  mutating func plan(_ tree: TextTree) -> ArchivedPlan? {
    let names = ["toolVersion", "place", "regulation", "level"]
    let texts = names.compactMap { text($0, of: tree) }
    let levelTitle = phrase("levelTitle", of: tree)
    let notice = optional("notice", of: tree) { $0.phrase("notice", of: tree) }
    let baseYear = year("baseYear", of: tree)
    let targetYear = year("targetYear", of: tree)
    let asOf = optional("asOf", of: tree) { $0.date("asOf", of: tree) }
    let model = phrase("model", of: tree)
    let isIllustrative = truth("illustrative", of: tree)
    let inputs = nodes("inputs", of: tree).compactMap { input($0) }
    let requirements = nodes("requirements", of: tree).compactMap { requirement($0) }
    let outlook = nodes("outlook", of: tree).compactMap { statement($0) }
    guard faults.isEmpty, texts.count == names.count, let levelTitle, let baseYear, let targetYear,
      let model, let isIllustrative
    else { return nil }
    return ArchivedPlan(
      toolVersion: texts[0], place: texts[1], regulation: texts[2], level: texts[3],
      levelTitle: levelTitle, notice: notice, baseYear: baseYear, targetYear: targetYear,
      asOf: asOf, model: model, isIllustrative: isIllustrative, inputs: inputs,
      requirements: requirements, outlook: outlook)
  }

  private mutating func input(_ tree: TextTree) -> ArchivedPlan.Input? {
    guard let path = text("path", of: tree), let hash = text("sha256", of: tree) else { return nil }
    return ArchivedPlan.Input(path: path, sha256: hash)
  }

  private mutating func requirement(_ tree: TextTree) -> ArchivedPlan.Requirement? {
    let id = text("id", of: tree)
    let indicator = text("indicator", of: tree)
    let title = phrase("title", of: tree)
    let kind = kind(of: tree)
    let threshold = optional("threshold", of: tree) { $0.threshold(of: tree) }
    let definition = optional("definition", of: tree) { $0.text("definition", of: tree) }
    let isComparable = truth("comparable", of: tree)
    let leadAgency = optional("leadAgency", of: tree) { $0.text("leadAgency", of: tree) }
    let met = optional("met", of: tree) { $0.truth("met", of: tree) }
    let current = optional("current", of: tree) { fields in
      tree["current"].flatMap { fields.figure($0) }
    }
    let plannedYear = optional("plannedYear", of: tree) { $0.year("plannedYear", of: tree) }
    let milestones = nodes("milestones", of: tree).compactMap { milestone($0) }
    let forecast = nodes("forecast", of: tree).compactMap { expectation($0) }
    guard let id, let indicator, let title, let kind, let isComparable else { return nil }
    return ArchivedPlan.Requirement(
      id: id, indicator: indicator, title: title, kind: kind, threshold: threshold,
      definition: definition, isComparable: isComparable, leadAgency: leadAgency, met: met,
      current: current, plannedYear: plannedYear, milestones: milestones, forecast: forecast)
  }

  private mutating func figure(_ tree: TextTree) -> ArchivedPlan.Figure? {
    let year = year("year", of: tree)
    let count = optional("count", of: tree) { $0.whole("count", of: tree) }
    let base = optional("base", of: tree) { $0.whole("base", of: tree, in: 1...Self.most) }
    let percent = number("percent", of: tree, in: 0...100)
    let word = text("status", of: tree)
    let status = word.flatMap { ObservationStatus(rawValue: $0) }
    if word != nil && status == nil { report("status", tree["status"] ?? tree) }
    guard let year, let percent, let status else { return nil }
    return ArchivedPlan.Figure(
      year: year, count: count, base: base, percent: percent, status: status)
  }

  private mutating func milestone(_ tree: TextTree) -> ArchivedPlan.Milestone? {
    let year = year("year", of: tree)
    let base = optional("base", of: tree) { $0.whole("base", of: tree, in: 1...Self.most) }
    let count = optional("count", of: tree) { $0.whole("count", of: tree) }
    guard let year, let percent = number("percent", of: tree, in: 0...1000) else { return nil }
    return ArchivedPlan.Milestone(year: year, base: base, count: count, percent: percent)
  }

  private mutating func expectation(_ tree: TextTree) -> ArchivedPlan.Expectation? {
    let year = year("year", of: tree)
    let scale = text("scale", of: tree)
    let location = number("location", of: tree, in: -1e9...1e9)
    let spread = number("spread", of: tree, in: 0...1e9)
    let freedom = number(
      "degreesOfFreedom", of: tree, in: Double.leastNormalMagnitude...Double.greatestFiniteMagnitude
    )
    let shares = ["median", "lower80", "upper80"].compactMap { number($0, of: tree, in: 0...100) }
    let probability = optional("probability", of: tree) {
      $0.number("probability", of: tree, in: 0...1)
    }
    guard let year, let scale, let location, let spread, let freedom, shares.count == 3 else {
      return nil
    }
    return ArchivedPlan.Expectation(
      year: year, valueScale: scale, location: location, spread: spread,
      degreesOfFreedom: freedom, median: shares[0], lower80: shares[1], upper80: shares[2],
      probability: probability)
  }

  private mutating func statement(_ tree: TextTree) -> ArchivedPlan.LevelStatement? {
    let year = year("year", of: tree)
    let probability = optional("probability", of: tree) {
      $0.number("probability", of: tree, in: 0...1)
    }
    let ifFactsMet = optional("probabilityIfFactsMet", of: tree) {
      $0.number("probabilityIfFactsMet", of: tree, in: 0...1)
    }
    let conditions = nodes("conditionalOn", of: tree)
    if conditions.contains(where: { $0.text == nil }) { report("conditionalOn", tree) }
    guard let year else { return nil }
    return ArchivedPlan.LevelStatement(
      year: year, probability: probability, probabilityIfFactsMet: ifFactsMet,
      conditionalOn: conditions.compactMap(\.text))
  }
}

// MARK: - Single values

extension ArchivedPlanFields {
  /// The largest count that is taken for one.
  private static let most = 1_000_000_000_000_000

  /// Returns a whole number.
  mutating func whole(
    _ name: String, of tree: TextTree, in range: ClosedRange<Int> = 0...ArchivedPlanFields.most
  ) -> Int? {
    value(name, of: tree) { node in
      node.text.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  private mutating func year(_ name: String, of tree: TextTree) -> Int? {
    whole(name, of: tree, in: 1...9999)
  }

  private mutating func text(_ name: String, of tree: TextTree) -> String? {
    value(name, of: tree) { $0.text }
  }

  private mutating func truth(_ name: String, of tree: TextTree) -> Bool? {
    value(name, of: tree) { ["true": true, "false": false][$0.text ?? ""] }
  }

  private mutating func number(
    _ name: String, of tree: TextTree, in range: ClosedRange<Double>
  ) -> Double? {
    value(name, of: tree) { node in
      node.text.flatMap { Double($0) }.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  private mutating func threshold(of tree: TextTree) -> ExactDecimal? {
    value("threshold", of: tree) { node in node.text.flatMap { ExactDecimal(plain: $0) } }
  }

  private mutating func date(_ name: String, of tree: TextTree) -> CalendarDate? {
    value(name, of: tree) { node in node.text.flatMap { CalendarDate($0) } }
  }

  private mutating func kind(of tree: TextTree) -> ArchivedPlan.Kind? {
    value("kind", of: tree) { node in node.text.flatMap { ArchivedPlan.Kind(rawValue: $0) } }
  }

  private mutating func phrase(_ name: String, of tree: TextTree) -> Phrase? {
    value(name, of: tree) { node in
      guard let vi = node["vi"]?.text, let en = node["en"]?.text else { return nil }
      return Phrase(vi: vi, en: en)
    }
  }

  private mutating func nodes(_ name: String, of tree: TextTree) -> [TextTree] {
    value(name, of: tree) { $0.elements } ?? []
  }

  /// Returns what a reader makes of a field that may be null; a field that is not there is a fault.
  private mutating func optional<Value>(
    _ name: String, of tree: TextTree, _ read: (inout ArchivedPlanFields) -> Value?
  ) -> Value? {
    guard let node = tree[name] else {
      report(name, tree)
      return nil
    }
    return node.isNull ? nil : read(&self)
  }

  private mutating func value<Value>(
    _ name: String, of tree: TextTree, _ read: (TextTree) -> Value?
  ) -> Value? {
    guard let node = tree[name] else {
      report(name, tree)
      return nil
    }
    if let value = read(node) { return value }
    report(name, node)
    return nil
  }

  private mutating func report(_ name: String, _ tree: TextTree) {
    faults.append(
      Diagnostic(.archiveValue, at: tree.position, value: tree.text ?? "", ["name": name]))
  }
}

extension DiagnosticCode {
  static let archiveValue = DiagnosticCode(
    "archive.value",
    message: Phrase(
      vi: "bản ghi thiếu “{name}”, hoặc “{name}” không dùng được",
      en: "the record lacks “{name}”, or its “{name}” cannot be used"),
    remedy: Phrase(
      vi: "Dùng tệp do forecast milestones --archive ghi.",
      en: "Use a file that forecast milestones --archive has written."))
}
