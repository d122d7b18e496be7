import Forecasting
import Indicators
import Wording

/// A share whose chance enters that of the level, and whose path a plan can change.
struct FollowedShare {
  /// The requirement, or the rate behind a grade.
  let result: RequirementResult
  /// The highest threshold that the level asks of its indicator, percent.
  let threshold: Double
}

extension Analysis {
  /// The shares that make up the chance of the level in any coming year, in rule order, each indicator once.
  ///
  /// A rate that several grades ask for is followed to its highest threshold, which contains the others.
  var followedShares: [FollowedShare] {
    var followed: [FollowedShare] = []
    for marginal in outlook.flatMap(\.marginals) {
      if let index = followed.firstIndex(where: { $0.result.indicator == marginal.indicator }) {
        let highest = max(followed[index].threshold, marginal.threshold)
        let isHigher = marginal.threshold > followed[index].threshold
        followed[index] = FollowedShare(
          result: (isHigher ? row(of: marginal) : nil) ?? followed[index].result,
          threshold: highest)
      } else if let row = row(of: marginal), !row.forecast.years.isEmpty {
        followed.append(FollowedShare(result: row, threshold: marginal.threshold))
      }
    }
    return followed
  }

  /// Returns the row that a chance is about: a requirement, or a rate of a grade; nil for neither.
  func row(of marginal: OutlookYear.Marginal) -> RequirementResult? {
    let result = requirements.first { $0.id == marginal.requirement }
    return result?.kind == .share
      ? result : result?.rates.first { $0.indicator == marginal.indicator }
  }
}
