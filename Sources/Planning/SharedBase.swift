import Forecasting
import Indicators
import Regulations

extension Analysis {
  /// Returns the base of a requirement in a year, the same for all requirements that count the same people.
  ///
  /// - Parameters:
  ///   - result: a requirement of the level, or a supporting indicator.
  ///   - year: the year; up to that of the newest figure it gives the newest base.
  /// - Returns: the base; nil without counts.
  package func base(of result: RequirementResult, in year: Int) -> Int? {
    guard let series = result.series else { return nil }
    return BaseForecast.base(in: year, of: series, sharedWith: companions(of: result))
  }

  /// Returns the series of the requirements, or of the rates of one grade, that count the same people.
  private func companions(of result: RequirementResult) -> [IndicatorSeries] {
    if let group = level.requirement(result.id)?.base {
      return requirements.filter { level.requirement($0.id)?.base == group }.compactMap(\.series)
    }
    for (requirement, row) in zip(level.requirements, requirements) {
      let rates = requirement.gradeConditions.last?.rates ?? []
      guard let group = rates.first(where: { $0.indicator.id == result.id })?.indicator.base else {
        continue
      }
      return row.rates.filter { other in
        rates.contains { $0.indicator.id == other.id && $0.indicator.base == group }
      }.compactMap(\.series)
    }
    return []
  }
}
