package import Wording

/// A yearly rate that a grade asks for: at least its threshold.
package struct GradeRate: Sendable, Hashable {
  /// The indicator of the rate.
  package let indicator: RegulatedIndicator
  /// The threshold of every place, percent, 0...100.
  package let threshold: ExactDecimal
  /// The softer threshold of a place with especially difficult conditions; nil when the rule has none.
  ///
  /// It is never applied by itself: such places stand in another list than the “vùng khó khăn” that data
  /// of places know, and the standard threshold is the reading that promises nobody too much.
  package let especiallyDifficult: ExactDecimal?
  /// Where the threshold comes from.
  package let provenance: Provenance

  package init(
    indicator: RegulatedIndicator, threshold: ExactDecimal,
    especiallyDifficult: ExactDecimal? = nil, provenance: Provenance
  ) {
    self.indicator = indicator
    self.threshold = threshold
    self.especiallyDifficult = especiallyDifficult
    self.provenance = provenance
  }

  /// Returns the rate as a requirement of its own, under its indicator's id, at the standard threshold.
  package func requirement(of criterion: String) -> Requirement {
    Requirement(
      id: indicator.id, criterion: criterion, indicator: indicator,
      kind: .share(ShareThreshold(threshold)), provenance: provenance)
  }
}

/// A grade of another indicator that a grade asks for.
package struct GradeReference: Sendable, Hashable {
  /// The id of the other indicator.
  package let indicator: String
  /// The grade that it has to have.
  package let grade: Int

  package init(indicator: String, grade: Int) {
    self.indicator = indicator
    self.grade = grade
  }
}

/// What one grade of an indicator asks for beside the grades below it.
package struct GradeRule: Sendable, Hashable {
  /// The grade, from 1.
  package let grade: Int
  /// The rates that it asks for by itself.
  package let rates: [GradeRate]
  /// The grades of other indicators that have to be reached first.
  package let grades: [GradeReference]
  /// Conditions that no yearly rate tells, to be shown to whoever reads a chance made of the rates.
  package let notes: [Phrase]

  package init(
    grade: Int, rates: [GradeRate], grades: [GradeReference] = [], notes: [Phrase] = []
  ) {
    self.grade = grade
    self.rates = rates
    self.grades = grades
    self.notes = notes
  }
}

/// All that a grade asks for, with what the grades below it and those of other indicators bring.
package struct GradeConditions: Sendable, Hashable {
  /// The grade.
  package let grade: Int
  /// Every rate, each indicator once with the highest of its thresholds; lower grades first.
  package let rates: [GradeRate]
  /// Conditions that no rate tells, each once.
  package let notes: [Phrase]

  /// Returns the conditions of the grades 1, 2, … of an indicator, ascending.
  ///
  /// A grade contains the grades below it, whether or not the rule file says so: grades are compared by
  /// “at least”. Hence the rates of a grade are among those of the next one, with thresholds not higher.
  ///
  /// - Parameters:
  ///   - indicator: the indicator that has the grades.
  ///   - highest: the highest grade asked about.
  ///   - indicators: all indicators that grades may name.
  /// - Returns: one value a grade that a rule defines; none for an indicator without such rules.
  /// - Complexity: O(grades²·rates) in the rules at hand.
  package static func conditions(
    of indicator: RegulatedIndicator, through highest: Int, among indicators: [RegulatedIndicator]
  ) -> [GradeConditions] {
    indicator.grades.filter { $0.grade <= highest }.map { rule in
      var gathering = Gathering(indicators: indicators)
      gathering.add(indicator, grade: rule.grade)
      return GradeConditions(
        grade: rule.grade, rates: gathering.rates, notes: gathering.notes)
    }
  }

  /// A walk through a grade and all that it contains.
  private struct Gathering {
    let indicators: [RegulatedIndicator]
    var rates: [GradeRate] = []
    var notes: [Phrase] = []
    private var seen: Set<GradeReference> = []

    init(indicators: [RegulatedIndicator]) { self.indicators = indicators }

    mutating func add(_ indicator: RegulatedIndicator, grade: Int) {
      let reference = GradeReference(indicator: indicator.id, grade: grade)
      guard let rule = indicator.grades.first(where: { $0.grade == grade }),
        seen.insert(reference).inserted
      else { return }
      add(indicator, grade: grade - 1)
      for other in rule.grades {
        if let found = indicators.first(where: { $0.id == other.indicator }) {
          add(found, grade: other.grade)
        }
      }
      for rate in rule.rates {
        guard let known = rates.firstIndex(where: { $0.indicator.id == rate.indicator.id }) else {
          rates.append(rate)
          continue
        }
        if rates[known].threshold < rate.threshold { rates[known] = rate }
      }
      notes += rule.notes.filter { !notes.contains($0) }
    }
  }
}
