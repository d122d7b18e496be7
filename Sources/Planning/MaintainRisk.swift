import Forecasting
import Indicators
import Regulations
import Wording

/// The risk that a requirement of a recognised level is no longer met in a year of its validity.
package struct MaintainRisk: Sendable, Equatable {
  /// The requirement.
  package let requirement: String
  /// The assessed years, ascending.
  package let years: [Int]
  /// The chance of falling below the threshold in each of them; 1 or 0 for facts.
  package let probabilities: [Double]

  /// Returns the risks of all requirements that something comparable is known of, in rule order.
  ///
  /// - Parameters:
  ///   - evidence: the requirements in rule order.
  ///   - forecasts: the forecasts of their shares.
  ///   - years: the coming years.
  ///   - end: the last day of validity; only years up to it are asked about. nil asks about all.
  /// - Returns: one risk a requirement; none where no year is asked about.
  static func risks(
    of evidence: [RequirementEvidence], forecasts: ShareForecasts, years: [Int],
    through end: CalendarDate?
  ) -> [MaintainRisk] {
    let asked = years.filter { year in end.map { year <= $0.year } ?? true }
    guard !asked.isEmpty else { return [] }
    return evidence.compactMap { item in
      let probabilities = asked.compactMap { year -> Double? in
        if let threshold = item.threshold {
          guard item.isComparable else { return nil }
          return forecasts.forecast(of: item).year(year).map {
            1 - $0.distribution.probability(atLeast: threshold.value)
          }
        }
        return item.willBeMet(in: year).map { $0 ? 0 : 1 }
      }
      guard probabilities.count == asked.count else { return nil }
      return MaintainRisk(
        requirement: item.requirement.id, years: asked, probabilities: probabilities)
    }
  }
}
