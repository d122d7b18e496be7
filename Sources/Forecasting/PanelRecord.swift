/// What forecasts of a panel would have said in the past, and what came.
package struct PanelRecord: Sendable, Equatable {
  /// One forecast whose target has come.
  package struct Entry: Sendable, Equatable {
    /// The share that was known last.
    package let last: Double
    /// What was forecast for the target.
    package let forecast: ShareDistribution
    /// The share that came.
    package let actual: Double
  }

  /// The forecasts, in order of their origins.
  package var entries: [Entry] = []

  package init() {}

  /// Counts the statements that are like one about a threshold.
  ///
  /// Like it is what spoke of the same threshold from the same side of it and was stated in the same
  /// band of probability, whatever the place and the distance in years.
  ///
  /// - Parameters:
  ///   - threshold: the threshold, percent.
  ///   - band: the band of probabilities.
  ///   - isRise: whether the share was still below the threshold.
  /// - Returns: how many such statements there were, and how many came true.
  /// - Complexity: O(entries).
  package func statements(
    threshold: Double, band: ProbabilityBand, isRise: Bool
  ) -> (count: Int, hits: Int) {
    var (count, hits) = (0, 0)
    for entry in entries where (entry.last < threshold) == isRise {
      guard band.contains(entry.forecast.probability(atLeast: threshold)) else { continue }
      count += 1
      if entry.actual >= threshold { hits += 1 }
    }
    return (count, hits)
  }
}

/// A band of probabilities in which statements are counted together.
package struct ProbabilityBand: Sendable, Equatable, Hashable {
  /// The smallest probability of the band.
  package let lower: Double
  /// Where the next band begins; the last band includes 1.
  package let upper: Double

  /// The bands of the record, ascending.
  package static let all: [ProbabilityBand] = {
    let edges = [0, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 1]
    return zip(edges, edges.dropFirst()).map { ProbabilityBand(lower: $0, upper: $1) }
  }()

  /// Whether a probability lies in the band.
  package func contains(_ probability: Double) -> Bool {
    probability >= lower && (probability < upper || (upper == 1 && probability <= 1))
  }

  /// Returns the band of a probability.
  ///
  /// - Precondition: 0 ≤ probability ≤ 1.
  package static func band(of probability: Double) -> ProbabilityBand {
    guard let band = all.first(where: { $0.contains(probability) }) else {
      preconditionFailure("\(probability) is no probability")
    }
    return band
  }
}
