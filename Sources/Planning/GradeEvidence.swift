import Indicators
import Regulations
import Wording

/// The yearly rates behind a grade together with the figures that speak of them.
///
/// Where every rate of the grade has comparable figures, its chance in a coming year is theirs. Where some
/// lack, the recorded grade counts, but the highest lower grade whose rates are all known goes on to count
/// by its rates: otherwise a level that asks for a higher grade could seem likelier than one that asks for
/// a lower one.
struct GradeEvidence {
  /// Every rate of the grade asked for, in rule order, with or without figures.
  let rates: [RequirementEvidence]
  /// The rates whose chances enter the level: those of the highest grade that is wholly known.
  let counted: [RequirementEvidence]
  /// Whether the counted rates are those of the grade asked for, so that its record does not count.
  let isComplete: Bool
  /// What no rate tells.
  let notes: [Phrase]

  /// The rates without comparable figures of the place.
  var missing: [RequirementEvidence] { rates.filter { !Self.isKnown($0) } }

  /// The rates with comparable figures of the place.
  var known: [RequirementEvidence] { rates.filter(Self.isKnown) }

  /// Gathers the figures of a requirement's rates; nil where no rate is asked for or none has a figure.
  init?(of requirement: Requirement, dataset: Dataset, request: AnalysisRequest) {
    guard case .grade(let asked) = requirement.kind,
      let highest = requirement.gradeConditions.last
    else { return nil }
    func evidence(of conditions: GradeConditions) -> [RequirementEvidence] {
      conditions.rates.map { rate in
        RequirementEvidence(
          rate.requirement(of: requirement.criterion), dataset: dataset, request: request)
      }
    }
    rates = evidence(of: highest)
    guard rates.contains(where: { $0.series?.latest != nil }) else { return nil }
    let covered = requirement.gradeConditions.last { conditions in
      evidence(of: conditions).allSatisfy(Self.isKnown)
    }
    counted = covered.map(evidence) ?? []
    isComplete = covered?.grade == asked
    notes = covered?.notes ?? []
  }

  private static func isKnown(_ rate: RequirementEvidence) -> Bool {
    rate.isComparable && rate.series?.latest != nil
  }
}
