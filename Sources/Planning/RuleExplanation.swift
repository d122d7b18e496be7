import Indicators
import Regulations
import Wording

/// Explains what a rule asks: threshold, where it stands, who is counted, and whether the data count alike.
struct RuleExplanation {
  private let evidence: RequirementEvidence
  private let context: ExplanationContext

  init(_ evidence: RequirementEvidence, context: ExplanationContext) {
    self.evidence = evidence
    self.context = context
  }

  private var requirement: Requirement { evidence.requirement }

  var section: Explanation.Section {
    Explanation.Section(
      vi: "Quy định", en: "The rule",
      [asked, provenance] + area + [definition].compactMap(\.self)
        + [base].compactMap(\.self))
  }

  private var asked: ExplanationStep {
    switch requirement.kind {
    case .share:
      ExplanationStep(
        "rule.threshold", vi: "Ngưỡng T: tỷ lệ ít nhất phải đạt",
        en: "The threshold T: the least share that is asked for",
        value: .optional(evidence.threshold?.value), unit: .percent)
    case .grade(let grade):
      ExplanationStep(
        "rule.threshold", vi: "Mức độ ít nhất phải đạt", en: "The least grade that is asked for",
        value: .whole(grade))
    case .fact:
      ExplanationStep(
        "rule.threshold", vi: "Phải được ghi nhận là đạt", en: "Has to be on record as met",
        value: .text(Phrase(vi: "đạt", en: "met")))
    }
  }

  /// Where the requirement stands and how surely that is known.
  private var provenance: ExplanationStep {
    let place = [requirement.source, requirement.article].compactMap(\.self)
      .joined(separator: ", ")
    return ExplanationStep(
      "rule.source", vi: "Căn cứ và độ tin cậy của nội dung này",
      en: "Where it stands, and how surely it is known",
      value: .text(
        Phrase(
          vi: "\(place) (\(requirement.confidence.title.vi))",
          en: "\(place) (\(requirement.confidence.title.en))")),
      remark: requirement.provenance.note)
  }

  /// The softer threshold of difficult areas, where the rule has one.
  private var area: [ExplanationStep] {
    guard case .share(let threshold) = requirement.kind, let softer = threshold.difficultArea else {
      return []
    }
    let isDifficult = context.request.place.isDifficultArea
    let finding: Phrase =
      switch isDifficult {
      case true?: Phrase(vi: "có", en: "yes")
      case false?: Phrase(vi: "không", en: "no")
      case nil:
        Phrase(vi: "chưa biết, dùng ngưỡng chung", en: "not known: the standard threshold is used")
      }
    return [
      ExplanationStep(
        "rule.difficultArea", vi: "Nơi này có phải vùng khó khăn không",
        en: "Whether the place is a difficult area", value: .text(finding)),
      ExplanationStep(
        "rule.softerThreshold", vi: "Ngưỡng của vùng khó khăn",
        en: "The threshold of difficult areas",
        value: .number(softer.value), unit: .percent),
    ]
  }

  /// The definition asked for against the one of the data.
  private var definition: ExplanationStep? {
    guard evidence.series?.latest != nil else { return nil }
    let asked = requirement.definition ?? "–"
    let own = evidence.series?.indicator.definition ?? "–"
    let finding: Phrase =
      if evidence.foreignDefinition == nil {
        Phrase(vi: "so được", en: "comparable")
      } else if evidence.isComparable {
        Phrase(vi: "khác, được chấp nhận", en: "different, accepted")
      } else {
        Phrase(
          vi: "khác, không so được: xác suất không đi vào xác suất của mức",
          en: "different, not comparable: its chance does not enter that of the level")
      }
    return ExplanationStep(
      "rule.definition", vi: "Định nghĩa: quy định cần – số liệu dùng",
      en: "The definition: asked for – of the data",
      value: .text(
        Phrase(vi: "\(asked) – \(own) (\(finding.vi))", en: "\(asked) – \(own) (\(finding.en))")),
      remark: evidence.series?.indicator.definitionText.map { Phrase($0) })
  }

  private var base: ExplanationStep? {
    guard let base = requirement.base else { return nil }
    return ExplanationStep(
      "rule.base", vi: "Tính trên tổng số nào", en: "Of whom it is a share",
      value: .text(Phrase(base)),
      remark: evidence.series?.indicator.baseText.map { Phrase($0) })
  }
}
