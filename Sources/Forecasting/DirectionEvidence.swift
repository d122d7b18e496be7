import Indicators
import RealModule

/// Which direction is the good one, by which way round the pace curve fits a panel better.
///
/// `odds(up : down) = prior · exp((m₋² − m₊²)/(2·(T² + v)))`, where m₊ and m₋ are the panel's mean paces
/// that the curve leaves when more or less is better. A declared direction is the prior (0.95), an undeclared one
/// leaves both alike. All places speak as they were known at the origin.
struct DirectionEvidence {
  /// How likely it is that more is better.
  let upProbability: Double
  /// How likely it is that less is better.
  var downProbability: Double { 1 - upProbability }

  /// - Parameters:
  ///   - window: the changes of the panel, nothing taken off; at least one.
  ///   - lone: the prior of a place alone.
  init(_ window: PanelWindow, lone: PacePrior) {
    let settings = lone.library.settings
    let variances = PlaceVariances(window, lone: lone)
    let years = window.years.count { year in
      (0..<window.memberCount).contains { !window.change($0, year).isNaN }
    }
    let variance =
      settings.paceSD * settings.paceSD
      + variances.median
      * (settings.commonShock / Double(max(years, 1)) + 1 / Double(window.changeCount))
    let upward = RobustMean(
      window.lessExpected(up: 1, down: 0), variances: variances, lone: lone
    ).value
    let downward = RobustMean(
      window.lessExpected(up: 0, down: 1), variances: variances, lone: lone
    ).value
    let prior =
      switch lone.direction {
      case .up: settings.declaredDirection
      case .down: 1 - settings.declaredDirection
      case .unknown: 0.5
      }
    let logOdds =
      Double.log(prior / (1 - prior)) + (downward * downward - upward * upward) / (2 * variance)
    upProbability = 1 / (1 + Double.exp(-logOdds))
  }
}
