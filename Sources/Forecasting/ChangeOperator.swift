import Indicators

/// All that the yearly changes of series with one pattern of years share, for each shape.
///
/// Steps of k years are sums of yearly changes, so that with B (steps × years) the covariance of steps is
/// `B V B′`; what comes is summed up to each year ahead. A step across a declared break has a level shift
/// of its own, a column of the design that fits it exactly: such a step leaves the problem, and the
/// others lose nothing.
struct ChangeOperator: Sendable {
  /// The covariances of one shape, for changes of unit variance.
  struct Covariances: Sendable {
    /// B V B′ between steps, m × m in column-major order.
    let steps: [Double]
    /// B V A′ between steps and sums of coming changes, m × H in column-major order.
    let stepsAndSums: [Double]
    /// The variances of the sums of coming changes, H values.
    let sums: [Double]
  }

  /// The steps that are used, by their number.
  let usedSteps: [Int]
  /// The lengths of the used steps, years.
  let lengths: [Double]
  /// The years from the end of each used step to the last figure.
  let ages: [Int]
  /// H, how many years ahead.
  let horizon: Int
  /// One entry a shape.
  let shapes: [Covariances]

  /// - Complexity: O(shapes · (span + H)²), once for all series of the pattern.
  init(pattern: YearPattern, shapes: [ChangeShape], horizon: Int) {
    let used = pattern.steps.indices.filter { !pattern.brokenSteps.contains($0) }
    let spans = used.map { pattern.offsets[$0]..<pattern.offsets[$0 + 1] }
    usedSteps = used
    lengths = spans.map { Double($0.count) }
    ages = spans.map { -$0.upperBound }
    self.horizon = horizon
    self.shapes = shapes.map { shape in
      let covariance = (0...(pattern.span + horizon)).map { shape.covariance(yearsApart: $0) }
      func sum(_ first: Range<Int>, _ second: Range<Int>) -> Double {
        var total = 0.0
        for year in first { for other in second { total += covariance[abs(year - other)] } }
        return total
      }
      var sums: [Double] = []
      for ahead in 1...horizon {
        let added = 2 * sum((ahead - 1)..<ahead, 0..<(ahead - 1)) + covariance[0]
        sums.append((sums.last ?? 0) + added)
      }
      return Covariances(
        steps: spans.flatMap { column in spans.map { sum($0, column) } },
        stepsAndSums: (1...horizon).flatMap { ahead in spans.map { sum($0, 0..<ahead) } },
        sums: sums)
    }
  }
}
