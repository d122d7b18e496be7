/// How far the percent of the part of a unit that moves may lie from that of the whole unit.
///
/// A unit is thought of as K parts (thôn) of one size, of which a share s moves, chosen as if at random:
/// ```
/// var(p of what moves − p of the whole) = S²·(1 − s)/(s·K)
/// ```
/// S² is the variance of the parts' percents with divisor K − 1; 0 when the unit moves whole. Where the panel
/// has five parts or more, K and S are theirs; else K is 10 and
/// ```
/// S² = (5·π·√(p·(100 − p))/100)² + K·p·(100 − p)/base
/// ```
/// 5 points of the angular scale, and the chance of which people, households or clans each part has. K and 5
/// are judgements; trained labour of provinces within Vietnam's six regions varies by 2.6 to 5.8 such points.
/// Source: simple random sampling without replacement (Cochran, Sampling Techniques, 1977, chapter 2).
package struct SplitVariance: Sendable, Equatable {
  /// K where the panel has no parts.
  package static let assumedParts = 10.0
  /// S on the angular scale where the panel has no parts.
  package static let assumedSpread = 5.0
  /// From how many parts S is taken from the panel.
  package static let fewestParts = 5

  /// S²: the variance between parts, percentage points squared.
  package let between: Double
  /// K: the number of parts.
  package let parts: Double

  /// Takes the variance between parts from the percents of them, else from judgement.
  ///
  /// - Parameters:
  ///   - percents: the percents of the parts that have a figure.
  ///   - percent: that of the whole unit, 0...100.
  ///   - base: of how many units of count it is taken, above 0.
  package init(partPercents percents: [Double], percent: Double, base: Double) {
    guard percents.count >= Self.fewestParts else {
      let chance = max(percent * (100 - percent), 0)
      let spread = Self.assumedSpread * Double.pi / 100
      between = spread * spread * chance + Self.assumedParts * chance / base
      parts = Self.assumedParts
      return
    }
    let mean = percents.reduce(0, +) / Double(percents.count)
    let squares = percents.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    between = squares / Double(percents.count - 1)
    parts = Double(percents.count)
  }

  /// Returns the variance for a share that moves, percentage points squared; 0 for 1.
  ///
  /// - Precondition: 0 < share ≤ 1.
  package func variance(share: Double) -> Double {
    precondition(share > 0 && share <= 1, "share \(share) moves nothing or too much")
    return between * (1 - share) / (share * parts)
  }
}
