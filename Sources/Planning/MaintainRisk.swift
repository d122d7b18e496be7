import Forecasting
import Indicators
import Regulations

/// The risk that a requirement of a recognised level is no longer met in a year of its validity.
package struct MaintainRisk: Sendable, Equatable {
  /// The requirement.
  package let requirement: String
  /// The assessed years, ascending.
  package let years: [Int]
  /// The chance of not meeting it in each of them: of a share below its threshold, of a grade whose rates
  /// are known any of them below its own; 1 or 0 for facts.
  package let probabilities: [Double]

  /// Returns the risks of all requirements that something comparable is known of, in rule order.
  ///
  /// - Parameters:
  ///   - evidence: the requirements in rule order.
  ///   - years: the coming years.
  ///   - end: the last day of validity; only years that begin by then are asked about. nil asks about all.
  ///   - correlation: ρ between the rates of a grade.
  ///   - forecast: the forecast of a share or rate; without years where there is none.
  /// - Returns: one risk a requirement; none where no year is asked about.
  static func risks(
    of evidence: [RequirementEvidence], years: [Int], through end: CalendarDate?,
    correlation: Double, forecast: (RequirementEvidence) -> Forecast
  ) -> [MaintainRisk] {
    let asked = years.filter { year in end.map { year <= $0.year } ?? true }
    guard !asked.isEmpty else { return [] }
    return evidence.compactMap { item in
      let probabilities = asked.compactMap { year in
        LevelOutlook.chance(of: item, in: year, correlation: correlation, forecast: forecast)
          .map { 1 - $0 }
      }
      guard probabilities.count == asked.count else { return nil }
      return MaintainRisk(
        requirement: item.requirement.id, years: asked, probabilities: probabilities)
    }
  }
}
