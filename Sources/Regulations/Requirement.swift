package import Indicators
package import Wording

/// The share that a requirement asks for, in percent, 0...100.
package struct ShareThreshold: Sendable, Hashable {
  /// The threshold for every place without a softer one.
  package let standard: ExactDecimal
  /// The softer threshold for a “vùng khó khăn”; nil when the rule has none.
  package let difficultArea: ExactDecimal?

  package init(_ standard: ExactDecimal, difficultArea: ExactDecimal? = nil) {
    self.standard = standard
    self.difficultArea = difficultArea
  }

  /// Returns the threshold of a place; a place of which nothing is known gets the standard one.
  package func value(inDifficultArea isDifficult: Bool?) -> ExactDecimal {
    isDifficult == true ? difficultArea ?? standard : standard
  }
}

/// How a requirement is tested.
package enum RequirementKind: Sendable, Hashable {
  /// Đạt or không đạt, shown by evidence.
  case fact
  /// At least this grade, for example of universal primary education.
  case grade(Int)
  /// A measured share: at least the threshold (“có ít nhất”).
  case share(ShareThreshold)

  /// Whether a state fulfils a fact or grade; nil for "met" where a grade above 1 is asked for, which does
  /// not say what grade it is.
  package func isMet(by value: FactValue) -> Bool? {
    switch (self, value) {
    case (.grade(let asked), .grade(let reached)): reached >= asked
    case (.grade(let asked), .met): asked <= 1 ? true : nil
    case (_, .met): true
    case (_, .notMet): false
    case (_, .grade(let reached)): reached >= 1
    }
  }

  /// Whether a share is measured.
  package var isShare: Bool {
    if case .share = self { true } else { false }
  }
}

/// One condition of a level: a chỉ tiêu, or one of the figures that a chỉ tiêu asks for.
package struct Requirement: Sendable, Equatable {
  /// The id by which assignments and results name it, unique in its level.
  package let id: String
  /// The id of the criterion that it belongs to.
  package let criterion: String
  /// The id of the indicator that is tested.
  package let indicator: String
  /// The words of the rule, without the threshold.
  package let title: Phrase
  /// A title for table rows; the same as `title` when the rule file has no shorter one.
  package let shortTitle: Phrase
  /// How it is tested.
  package let kind: RequirementKind
  /// The id of what is counted; nil when the rule file does not say.
  package let definition: String?
  /// The id of the group of which a share is taken; nil when the rule file does not say.
  package let base: String?
  /// The setting that `base` was taken from, because the rule itself does not define it.
  package let baseSetting: String?
  /// The id of the requirement whose counted group holds this one's (“trong đó”).
  package let partOf: String?
  /// Where the requirement and its threshold come from.
  package let provenance: Provenance
  /// The family of indicators that move at a like pace; nil when there is none.
  package let paceFamily: String?
  /// The direction in which the indicator is meant to move.
  package let direction: GoodDirection
  /// What the grades up to the one asked for rest on, ascending; empty for other kinds, and where no rule
  /// file tells the rates behind a grade.
  package let gradeConditions: [GradeConditions]

  package init(
    id: String, criterion: String, indicator: RegulatedIndicator, title: Phrase? = nil,
    kind: RequirementKind, partOf: String? = nil, provenance: Provenance,
    gradeConditions: [GradeConditions] = []
  ) {
    self.id = id
    self.criterion = criterion
    self.indicator = indicator.id
    self.title = title ?? indicator.title
    shortTitle = title ?? indicator.shortTitle
    self.kind = kind
    definition = indicator.definition
    base = indicator.base
    baseSetting = indicator.baseSetting
    self.partOf = partOf
    self.provenance = provenance
    paceFamily = indicator.paceFamily
    direction = indicator.direction
    self.gradeConditions = gradeConditions
  }

  /// The document that the requirement comes from.
  package var source: String { provenance.source }
  /// The article that it comes from.
  package var article: String? { provenance.article }
  /// How surely its threshold is known.
  package var confidence: Confidence { provenance.confidence }

  /// Returns the share asked of a place in percent; nil for facts and grades.
  ///
  /// A place of which it is not known whether it is a “vùng khó khăn” gets the standard threshold.
  package func threshold(inDifficultArea isDifficult: Bool?) -> ExactDecimal? {
    if case .share(let threshold) = kind {
      threshold.value(inDifficultArea: isDifficult)
    } else {
      nil
    }
  }
}
