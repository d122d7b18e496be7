/// How reliable stated probabilities were: P(share ≥ threshold) against what came.
package struct StatementScore: Sendable, Equatable {
  /// One tenth of the probabilities.
  package struct Decile: Sendable, Equatable {
    /// How many statements.
    package var count = 0
    /// The sum of the stated probabilities.
    package var stated = 0.0
    /// How many came true.
    package var hits = 0

    package init() {}

    /// The mean stated probability; nil without statements.
    package var meanStated: Double? { count > 0 ? stated / Double(count) : nil }
    /// The share that came true; nil without statements.
    package var observed: Double? { count > 0 ? Double(hits) / Double(count) : nil }
  }

  /// The tenths, ascending.
  package private(set) var deciles = [Decile](repeating: Decile(), count: 10)
  private var squares = 0.0

  package init() {}

  /// Adds a statement.
  ///
  /// - Precondition: 0 ≤ probability ≤ 1.
  package mutating func add(probability: Double, cameTrue: Bool) {
    precondition((0...1).contains(probability), "\(probability) is no probability")
    let index = min(Int(probability * 10), 9)
    deciles[index].count += 1
    deciles[index].stated += probability
    if cameTrue { deciles[index].hits += 1 }
    let error = probability - (cameTrue ? 1 : 0)
    squares += error * error
  }

  /// How many statements.
  package var count: Int { deciles.reduce(0) { $0 + $1.count } }
  /// The share of statements that came true; nil without statements.
  package var baseRate: Double? {
    count > 0 ? Double(deciles.reduce(0) { $0 + $1.hits }) / Double(count) : nil
  }
  /// The Brier score, the mean of (p − o)²; nil without statements.
  package var brier: Double? { count > 0 ? squares / Double(count) : nil }

  /// The decomposition of the Brier score by tenths (Murphy 1973); nil without statements.
  ///
  /// `reliability = Σ n_k(p̄_k − ō_k)²/N` (small is good), `resolution = Σ n_k(ō_k − ō)²/N` (large is good),
  /// `uncertainty = ō(1 − ō)`. Brier is reliability − resolution + uncertainty but for the spread of p
  /// within a tenth.
  package var decomposition: (reliability: Double, resolution: Double, uncertainty: Double)? {
    guard let rate = baseRate else { return nil }
    var (reliability, resolution) = (0.0, 0.0)
    for decile in deciles {
      guard let stated = decile.meanStated, let observed = decile.observed else { continue }
      let share = Double(decile.count) / Double(count)
      reliability += share * (stated - observed) * (stated - observed)
      resolution += share * (observed - rate) * (observed - rate)
    }
    return (reliability, resolution, rate * (1 - rate))
  }

  /// Returns how many tenths with so many statements lie further off than a margin, and how many there are.
  package func misstated(margin: Double, fewest: Int) -> (count: Int, of: Int) {
    let large = deciles.filter { $0.count >= fewest }
    let off = large.filter { abs(($0.meanStated ?? 0) - ($0.observed ?? 0)) > margin }
    return (off.count, large.count)
  }
}
