/// The path of a count from today to what a threshold asks for, a step a quarter, in whole numbers.
///
/// K is the number of quarters; the first is that of the first year of the path.
struct MilestonePath: Sendable, Equatable {
  /// What has to be reached by the end of each quarter, all four of each year in order.
  let counts: [Int]
  /// How many more that takes than the quarter before; never negative.
  let additions: [Int]

  /// The quarters of a year.
  static let quarters = 4

  /// Makes the straight path up to a count.
  ///
  /// `c_k = c_0 + ⌊k·(R − c_0)/K + ½⌋`: the sum is rounded and not the steps, so that the path never falls,
  /// steps differ by one at most, they add up to R − c_0, and the last one is R.
  ///
  /// - Parameters:
  ///   - count: c_0, the newest count.
  ///   - required: R.
  ///   - years: K/4.
  /// - Returns: the path of K quarters.
  /// - Precondition: R ≥ c_0, years ≥ 1.
  /// - Complexity: O(years).
  static func rise(from count: Int, to required: Int, years: Int) -> MilestonePath {
    precondition(required >= count && years >= 1, "no rise from \(count) to \(required)")
    let steps = Self.quarters * years
    let counts = (0...steps).map { step in
      count + part(required - count, step: step, of: steps)
    }
    return MilestonePath(
      counts: Array(counts.dropFirst()), additions: zip(counts.dropFirst(), counts).map(-))
  }

  /// Makes the path that keeps what is enough in each year.
  ///
  /// What a year asks for need not be monotone: a base that shrinks asks for less. People are added only in
  /// years that ask for more than there was before, in equal parts over the quarters of that year.
  ///
  /// - Parameters:
  ///   - count: the newest count.
  ///   - needed: what each year asks for, in order; empty gives an empty path.
  /// - Returns: the path, four quarters a year.
  /// - Complexity: O(years).
  static func hold(from count: Int, needed: [Int]) -> MilestonePath {
    var held = count
    var counts: [Int] = []
    var additions: [Int] = []
    for need in needed {
      let growth = max(0, need - held)
      for quarter in 1...Self.quarters {
        let reached = part(growth, step: quarter, of: Self.quarters)
        counts.append(min(need, held + reached))
        additions.append(reached - part(growth, step: quarter - 1, of: Self.quarters))
      }
      held += growth
    }
    return MilestonePath(counts: counts, additions: additions)
  }

  /// Returns ⌊step·total/steps + ½⌋ in whole numbers, for a total that is not negative.
  private static func part(_ total: Int, step: Int, of steps: Int) -> Int {
    (2 * total * step + steps) / (2 * steps)
  }
}
