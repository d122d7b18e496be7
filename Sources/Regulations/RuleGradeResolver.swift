import Diagnostics
import Indicators
import Wording

/// Looks up what the grades of a rule file name: rates among its indicators, grades among its grades.
struct RuleGradeResolver {
  private let drafts: [IndicatorDraft]
  private let indicators: [RegulatedIndicator]
  private(set) var faults: [Diagnostic] = []

  /// - Parameters:
  ///   - drafts: the indicators of one file.
  ///   - indicators: the same, resolved but for their grades.
  init(_ drafts: [IndicatorDraft], indicators: [RegulatedIndicator]) {
    self.drafts = drafts
    self.indicators = indicators
  }

  /// Returns the indicators with their grades; worth something only without faults.
  mutating func resolved() -> [RegulatedIndicator] {
    for draft in drafts { check(draft) }
    if faults.isEmpty { checkCycles() }
    return zip(drafts, indicators).map { draft, indicator in
      draft.grades.isEmpty ? indicator : indicator.with(grades: draft.grades.map(rule))
    }
  }

  private func rule(_ draft: GradeDraft) -> GradeRule {
    GradeRule(
      grade: draft.grade.value,
      rates: draft.rates.compactMap { rate in
        indicators.first { $0.id == rate.indicator.value }.map {
          GradeRate(
            indicator: $0, threshold: rate.threshold,
            especiallyDifficult: rate.especiallyDifficult, provenance: draft.provenance)
        }
      },
      grades: draft.grades.map {
        GradeReference(indicator: $0.indicator.value, grade: $0.grade.value)
      }, notes: draft.notes)
  }

  /// Notes grades out of order, and names that lead nowhere.
  private mutating func check(_ draft: IndicatorDraft) {
    let graded = drafts.filter { !$0.grades.isEmpty }
    for (index, grade) in draft.grades.enumerated() {
      // A grade that could not be read has its fault already.
      if grade.grade.value != 0, grade.grade.value != index + 1 {
        faults.append(
          Diagnostic(
            .ruleGradeOrder, at: grade.grade.position, value: String(grade.grade.value),
            ["expected": String(index + 1)]))
      }
      RuleNames.checkUnique(grade.rates.map(\.indicator), &faults)
      for rate in grade.rates {
        RuleNames.check(
          rate.indicator, among: indicators.map(\.id), as: RuleNames.indicator, &faults)
        if indicators.first(where: { $0.id == rate.indicator.value })?.direction == .down {
          faults.append(
            Diagnostic(
              .ruleDirectionDown, at: rate.indicator.position, value: rate.indicator.value))
        }
      }
      for other in grade.grades {
        RuleNames.check(
          other.indicator, among: graded.map(\.id.value), as: RuleNames.graded, &faults)
        guard let target = graded.first(where: { $0.id.value == other.indicator.value }),
          other.grade.value > target.grades.count
        else { continue }
        faults.append(
          Diagnostic(
            .ruleNumberRange, at: other.grade.position, value: String(other.grade.value),
            ["key": "grade", "low": "1", "high": String(target.grades.count)]))
      }
    }
  }

  /// Notes the first grade of each indicator that asks for itself by way of others.
  private mutating func checkCycles() {
    for draft in drafts {
      for grade in draft.grades {
        let start = GradeReference(indicator: draft.id.value, grade: grade.grade.value)
        guard let chain = path(from: start, to: start, over: []) else { continue }
        let words = chain.map { "\($0.indicator) \($0.grade)" }.joined(separator: " → ")
        faults.append(
          Diagnostic(
            .ruleGradeCycle, at: grade.grade.position, value: String(start.grade),
            ["chain": words]))
        break
      }
    }
  }

  /// Returns the grades that lead from one to another; nil when none do.
  private func path(
    from: GradeReference, to goal: GradeReference, over passed: [GradeReference]
  ) -> [GradeReference]? {
    let trail = passed + [from]
    for next in needs(of: from) {
      if next == goal { return trail + [next] }
      if trail.contains(next) { continue }
      if let found = path(from: next, to: goal, over: trail) { return found }
    }
    return nil
  }

  /// Returns the grades that a grade asks for: the one below it, and those that it names.
  private func needs(of reference: GradeReference) -> [GradeReference] {
    let grades = drafts.first { $0.id.value == reference.indicator }?.grades ?? []
    let named = grades.filter { $0.grade.value == reference.grade }.flatMap(\.grades)
    let below = reference.grade > 1 ? [reference.grade - 1] : []
    return below.map { GradeReference(indicator: reference.indicator, grade: $0) }
      + named.map { GradeReference(indicator: $0.indicator.value, grade: $0.grade.value) }
  }
}

extension DiagnosticCode {
  static let ruleGradeOrder = DiagnosticCode(
    "rule.grade.order",
    message: Phrase(
      vi: "mức độ {value} đứng ở chỗ của mức độ {expected}",
      en: "grade {value} stands in the place of grade {expected}"),
    remedy: Phrase(
      vi: "Ghi các mức độ lần lượt từ 1, không bỏ mức nào: mức cao gồm cả mức thấp.",
      en: "Write the grades in turn from 1, none left out: a grade contains those below it."))

  static let ruleGradeCycle = DiagnosticCode(
    "rule.grade.cycle",
    message: Phrase(
      vi: "mức độ đòi hỏi chính nó: {chain}", en: "a grade asks for itself: {chain}"),
    remedy: Phrase(
      vi: "Bỏ một mục trong “grades” của vòng này.",
      en: "Remove an entry of “grades” from this circle."))
}
