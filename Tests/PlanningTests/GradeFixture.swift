import Indicators
import Regulations
import Wording

extension Rule {
  /// A grade that rests on rates: for each grade from 1 its rates with their thresholds.
  static func grade(
    _ id: String, _ asked: Int, rates: [[(String, String)]], notes: [Phrase] = [],
    needs: [RegulatedIndicator] = [], softer: String? = nil, family: String? = "known"
  ) -> Requirement {
    let indicator = graded(
      id, rates: rates, notes: notes, needs: needs, softer: softer, family: family)
    return Requirement(
      id: id, criterion: "1", indicator: indicator, kind: .grade(asked), provenance: source,
      gradeConditions: GradeConditions.conditions(
        of: indicator, through: asked, among: [indicator] + needs))
  }

  /// An indicator whose grades rest on rates; grade 1 asks for grade 1 of each indicator in `needs`.
  static func graded(
    _ id: String, rates: [[(String, String)]], notes: [Phrase] = [],
    needs: [RegulatedIndicator] = [], softer: String? = nil, family: String? = "known"
  ) -> RegulatedIndicator {
    RegulatedIndicator(
      id: id, title: Phrase("grade \(id)"), direction: .up,
      grades: rates.enumerated().map { index, own in
        GradeRule(
          grade: index + 1,
          rates: own.map { name, threshold in
            GradeRate(
              indicator: RegulatedIndicator(
                id: name, title: Phrase("rate \(name)"), direction: .up, paceFamily: family),
              threshold: ExactDecimal(plain: threshold) ?? ExactDecimal(0),
              especiallyDifficult: softer.flatMap { ExactDecimal(plain: $0) }, provenance: source)
          },
          grades: index == 0 ? needs.map { GradeReference(indicator: $0.id, grade: 1) } : [],
          notes: notes)
      })
  }

  private static let source = Provenance(source: "Văn bản A", confidence: .verbatim)
}

extension Commune {
  /// Adds five years of counts of 1000 that end in 2024 and rise by a step a year.
  mutating func rate(_ indicator: String, last: Int, step: Int = 4) {
    for year in 2020...2024 { count(indicator, year, last - step * (2024 - year), of: 1000) }
  }
}
