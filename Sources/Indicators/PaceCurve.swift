/// How fast a share usually moves at each level, learned from other indicators.
///
/// Angular points a year at the knots, linear between them:
/// `c(u) = Σ_j hat_j(u)·pace_j`, where u is the level on the way to the good end: z when more is better,
/// 100 − z when less is better. The expected yearly change is c(z) or −c(100 − z), or a mean of both by
/// how likely each direction is.
package struct PaceCurve: Sendable, Equatable {
  /// The levels of the knots, angular points, ascending from 0 to 100.
  package let knots: [Double]
  /// The pace at each knot, angular points a year, positive towards the good end.
  package let paces: [Double]

  /// - Precondition: at least two knots, strictly ascending from 0 to 100, and as many paces.
  package init(knots: [Double], paces: [Double]) {
    precondition(
      knots.count == paces.count && knots.count >= 2 && knots.first == 0 && knots.last == 100
        && zip(knots, knots.dropFirst()).allSatisfy { $0 < $1 },
      "no pace curve over \(knots)")
    self.knots = knots
    self.paces = paces
  }

  /// Returns the knot at or left of a level, and the weight of the knot right of it.
  ///
  /// Levels outside 0...100 count as the end that is nearer.
  package func position(of level: Double) -> (knot: Int, weight: Double) {
    let level = min(max(level, 0), 100)
    var knot = 0
    while knot + 2 < knots.count, knots[knot + 1] <= level { knot += 1 }
    return (knot, (level - knots[knot]) / (knots[knot + 1] - knots[knot]))
  }

  /// Returns Σ_j hat_j(level)·values_j.
  ///
  /// - Precondition: as many values as knots.
  package func interpolate(_ values: [Double], at level: Double) -> Double {
    let (knot, weight) = position(of: level)
    return (1 - weight) * values[knot] + weight * values[knot + 1]
  }

  /// Returns the expected change of a year from a level on if more is better, angular points: c(z).
  package func upwardChange(atLevel angle: Double) -> Double { interpolate(paces, at: angle) }

  /// Returns the expected change of a year from a level on if less is better, angular points: −c(100 − z).
  package func downwardChange(atLevel angle: Double) -> Double {
    -interpolate(paces, at: 100 - angle)
  }
}
