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
    let group = level.requirement(result.id)?.base
    return BaseForecast.base(
      in: year, of: series,
      sharedWith: group == nil
        ? []
        : requirements.filter { level.requirement($0.id)?.base == group }.compactMap(\.series))
  }
}
