import Forecasting
import Indicators
import LinearAlgebra
import Statistics

/// The pace by level, learned from many indicators: robust least squares on hat functions.
///
/// ```
/// v = d·(z_{t+5} − z_t)/5   at level u = z_t if d = +1, 100 − z_t if d = −1
/// min Σ_sets 1/n Σ w (v − Σ_j hat_j(u)·c_j)² + 0.03·Σ c_j² + 0.3·Σ (c_{j−1} − 2 c_j + c_{j+1})²
/// ```
/// with one vote an indicator, Huber's weights at 0.7 robust standard deviations in six rounds. The penalties
/// keep knots without figures near zero and near their neighbours. Source: Huber (1964); Eilers and Marx (1996)
/// for the difference penalty.
struct PaceCurveFit {
  static let knots = [0, 12.5, 30, 45, 60, 75, 87.5, 100]
  private static let span = 5
  private static let rounds = 6
  private static let huber = 0.7
  private static let ridge = 0.03
  private static let smoothness = 0.3
  /// An indicator with fewer paces has no vote.
  private static let fewest = 20

  /// Returns the curve of all indicators whose good direction is declared.
  static func curve(
    of sets: [BacktestRequest.IndicatorSet]
  ) throws(LinearAlgebraError) -> PaceCurve {
    let votes = sets.compactMap { vote($0) }
    var paces = [Double](repeating: 0, count: knots.count)
    guard !votes.isEmpty else { return PaceCurve(knots: knots, paces: paces) }
    for _ in 0..<rounds { paces = try round(votes, paces: paces) }
    return PaceCurve(knots: knots, paces: paces)
  }

  /// The paces of one indicator with the level that each starts from.
  private struct Vote {
    let levels: [Double]
    let paces: [Double]
  }

  private static func vote(_ set: BacktestRequest.IndicatorSet) -> Vote? {
    let sign: Double
    switch set.direction {
    case .up: sign = 1
    case .down: sign = -1
    case .unknown: return nil
    }
    var levels: [Double] = []
    var paces: [Double] = []
    for window in set.members.flatMap({ PaceWindow.windows(of: $0, years: span) }) {
      let start = ValueScale.angular.value(ofPercent: window.start)
      let end = ValueScale.angular.value(ofPercent: window.end)
      levels.append(sign > 0 ? start : 100 - start)
      paces.append(sign * (end - start) / Double(span))
    }
    return paces.count >= fewest ? Vote(levels: levels, paces: paces) : nil
  }

  /// Weighs every pace by how far it lies off the curve of the round before, and fits again.
  private static func round(
    _ votes: [Vote], paces: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    let curve = PaceCurve(knots: knots, paces: paces)
    let penalties = 2 * knots.count - 2
    let count = votes.reduce(penalties) { $0 + $1.paces.count }
    var design = Matrix(rows: count, columns: knots.count, repeating: 0)
    var response = [Double](repeating: 0, count: count)
    var row = 0
    for vote in votes {
      let residuals = zip(vote.levels, vote.paces).map {
        $1 - curve.interpolate(paces, at: $0)
      }
      let deviation = 1.4826 * median(residuals.map { abs($0) }) + 1e-3
      for index in vote.paces.indices {
        let weight =
          min(1, huber / max(abs(residuals[index]) / deviation, 1e-9))
          / Double(vote.paces.count)
        let root = weight.squareRoot()
        let (knot, share) = curve.position(of: vote.levels[index])
        design[row, knot] = root * (1 - share)
        design[row, knot + 1] = root * share
        response[row] = root * vote.paces[index]
        row += 1
      }
    }
    for knot in knots.indices {
      design[row, knot] = ridge.squareRoot()
      row += 1
    }
    for knot in 1..<(knots.count - 1) {
      let root = smoothness.squareRoot()
      design[row, knot - 1] = root
      design[row, knot] = -2 * root
      design[row, knot + 1] = root
      row += 1
    }
    return try leastSquares(design: design, responses: Matrix(column: response))
      .coefficients.column(0)
  }
}
