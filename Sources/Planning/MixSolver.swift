import Forecasting
import RealModule
import Statistics

/// Finds the cheapest shifts of several shares that make it as likely as asked that all reach their
/// thresholds.
///
/// With dᵢ ≥ 0 the points by which the median of share i is raised, and pᵢ(dᵢ) its chance then,
/// ```
/// minimise Σ cᵢ dᵢ²   subject to   P(p₁(d₁), …, pₖ(dₖ)) ≥ q,   median + d ≤ 100
/// ```
/// P is the one-factor orthant probability. At the solution `2 cᵢ dᵢ = λ·∂ ln P/∂dᵢ` (Karush, Kuhn, Tucker),
/// and `∂ ln P/∂dᵢ = aᵢ·pᵢ'/pᵢ` with `aᵢ = ∂ ln P/∂ ln pᵢ`. With the aᵢ held fixed the problem falls apart into
/// one equation a share and one for λ; then they are taken anew. Without dependence all aᵢ are 1 and the
/// first round is exact; with it the rounds converge like a contraction.
///
/// The chance of all is at most the smallest: each share has to reach q by itself, which bounds dᵢ from
/// below. For q ≥ 1/2 that is where ln pᵢ is concave but close to 100%, where the angular scale bends the other
/// way: there a second solution can be cheaper, by up to 8% in a trial with thresholds up to 98%. The one
/// nearer to what is expected is taken, and what the rounds leave above q is taken off again.
enum MixSolver {
  /// A share that can be raised.
  struct Share {
    /// The share in the year asked for, as expected.
    let distribution: ShareDistribution
    /// What it has to reach, percent.
    let threshold: Double
    /// cᵢ, what a squared point costs; positive.
    let cost: Double
  }

  /// What was found.
  struct Solution {
    /// dᵢ, points, in the order of the shares.
    let shifts: [Double]
    /// pᵢ at these shifts.
    let marginals: [Double]
    /// P at these shifts; below what was asked only where nothing reaches it, but for 1e−9.
    let probability: Double
  }

  /// The largest change of a shift, points, that ends the rounds.
  private static let tolerance = 1e-10
  /// The most rounds.
  private static let rounds = 300

  /// Solves the problem.
  ///
  /// - Parameters:
  ///   - shares: the shares; none is a level without shares and costs nothing.
  ///   - correlation: ρ of the copula, 0...1.
  ///   - probability: q, from 1/2 and below 1.
  /// - Returns: the cheapest shifts. Where even shares of 100% do not reach q, all shifts go to 100% and the
  ///   probability tells how far that is.
  /// - Complexity: about 12 rounds of k + 1 orthant probabilities.
  static func solve(
    _ shares: [Share], correlation: Double, probability: Double
  ) -> Solution {
    precondition((0.5..<1).contains(probability), "a probability of \(probability)")
    let problem = Problem(shares: shares, correlation: correlation, probability: probability)
    let largest = problem.solution(at: problem.ranges.map(\.upperBound))
    if largest.probability < probability { return largest }
    var best = problem.solution(at: problem.ranges.map(\.lowerBound))
    if best.probability >= probability { return best }
    var weights = problem.weights(at: best)
    // Strong dependence makes rounds swing: then only a part of each step of the weights is taken.
    var part = 1.0
    var lastChange = Double.infinity
    for _ in 0..<rounds {
      let next = problem.solution(at: problem.cheapest(weights: weights, from: best))
      let change = zip(next.shifts, best.shifts).map { abs($0 - $1) }.max() ?? 0
      best = next
      if change <= tolerance { break }
      if change > 0.6 * lastChange { part = max(part / 2, 1.0 / 64) }
      lastChange = change
      weights = zip(weights, problem.weights(at: best)).map { old, new in
        old + part * (new - old)
      }
    }
    return problem.trimmed(best.probability >= probability - 1e-9 ? best : problem.raised(best))
  }

  private struct Problem {
    let shares: [Share]
    let correlation: Double
    let probability: Double
    /// In how many steps a share is walked towards 100%.
    private static let steps = 40

    /// From where each share alone is as likely as asked to where it is 100%, points.
    let ranges: [ClosedRange<Double>]
    /// Stations between the two, each with p'/p of the share there.
    private let walks: [[(shift: Double, slope: Double)]]

    init(shares: [Share], correlation: Double, probability: Double) {
      self.shares = shares
      self.correlation = correlation
      self.probability = probability
      let ranges = shares.map { Self.range(of: $0, probability: probability) }
      self.ranges = ranges
      walks = zip(shares, ranges).map { share, range in
        (0...Self.steps).map { step in
          let part = Double(step) / Double(Self.steps)
          let shift = range.lowerBound + (range.upperBound - range.lowerBound) * part
          return (shift, Self.logarithmicSlope(of: share, at: shift))
        }
      }
    }

    private static func range(of share: Share, probability: Double) -> ClosedRange<Double> {
      let distribution = share.distribution
      let highest = 100 - distribution.median
      if distribution.probability(atLeast: share.threshold) >= probability { return 0...highest }
      let scale = distribution.valueScale
      let quantile =
        distribution.scale == 0
        ? 0
        : StudentT(degreesOfFreedom: distribution.degreesOfFreedom).quantile(probability)
      let needed =
        scale.value(ofPercent: share.threshold) + distribution.scale * quantile
        - distribution.location + scale.value(ofPercent: distribution.median)
        // A certain share has to lie beyond the last bit that the scale rounds away.
        + (distribution.scale == 0 ? 1e-9 : 0)
      return min(max(scale.percent(ofValue: needed) - distribution.median, 0), highest)...highest
    }

    private func marginals(at shifts: [Double]) -> [Double] {
      zip(shares, shifts).map { share, shift in
        shift == 0
          ? share.distribution.probability(atLeast: share.threshold)
          : share.distribution.moved(toMedian: share.distribution.median + shift)
            .probability(atLeast: share.threshold)
      }
    }

    func solution(at shifts: [Double]) -> Solution {
      let marginals = marginals(at: shifts)
      return Solution(
        shifts: shifts, marginals: marginals,
        probability: orthantProbability(marginals: marginals, correlation: correlation))
    }

    /// Returns a solution moved straight towards 100% until it is as likely as asked; only for what the rounds
    /// left short of that.
    func raised(_ point: Solution) -> Solution {
      func shifts(_ step: Double) -> [Double] {
        zip(point.shifts, ranges).map { $0 + step * ($1.upperBound - $0) }
      }
      let step = bracketedRoot(in: 0...1, tolerance: 1e-12) {
        solution(at: shifts($0)).probability - probability
      }
      return solution(at: shifts(step))
    }

    /// Returns a solution with the one share lowered to P = q that saves most; the same where P is q already.
    func trimmed(_ point: Solution) -> Solution {
      guard point.probability > probability + 1e-9 else { return point }
      func lowered(_ index: Int) -> Solution {
        func shifts(_ shift: Double) -> [Double] {
          var shifts = point.shifts
          shifts[index] = shift
          return shifts
        }
        let range = ranges[index].lowerBound...max(ranges[index].lowerBound, point.shifts[index])
        let shift = bracketedRoot(in: range, tolerance: 1e-12) {
          solution(at: shifts($0)).probability - probability
        }
        let found = solution(at: shifts(shift))
        return found.probability >= probability - 1e-9 ? found : point
      }
      return shares.indices.map(lowered).min { effort(of: $0) < effort(of: $1) } ?? point
    }

    private func effort(of point: Solution) -> Double {
      zip(shares, point.shifts).reduce(0) { $0 + $1.0.cost * $1.1 * $1.1 }
    }

    /// Returns aᵢ = pᵢ·(∂P/∂pᵢ)/P.
    func weights(at solution: Solution) -> [Double] {
      let derivatives = orthantDerivatives(
        marginals: solution.marginals, correlation: correlation)
      return zip(solution.marginals, derivatives).map { $0 * $1 / solution.probability }
    }

    /// Returns the cheapest shifts where ln P is taken to change as Σ aᵢ ln pᵢ does.
    func cheapest(weights: [Double], from point: Solution) -> [Double] {
      let shortfall = Double.log(probability) - Double.log(point.probability)
      func gain(_ shifts: [Double]) -> Double {
        zip(zip(marginals(at: shifts), point.marginals), weights).reduce(0) { sum, item in
          sum + item.1 * (Double.log(item.0.0) - Double.log(item.0.1))
        }
      }
      func shifts(_ logMultiplier: Double) -> [Double] {
        let multiplier = Double.exp(logMultiplier)
        return shares.indices.map { shift(of: $0, multiplier: multiplier * weights[$0]) }
      }
      let multiplier = bracketedRoot(in: -60...60, tolerance: 1e-12) {
        gain(shifts($0)) - shortfall
      }
      return shifts(multiplier)
    }

    /// Returns the smallest root of λaᵢ·pᵢ'/pᵢ = 2cᵢdᵢ, held to the range of the share.
    ///
    /// Close to 100% the angular scale is so steep that the last points seem to cost nothing and a second root
    /// appears; the first one is nearer to what is expected. The share is walked towards 100% until the sign
    /// changes.
    private func shift(of index: Int, multiplier: Double) -> Double {
      let range = ranges[index]
      let cost = shares[index].cost
      let walk = walks[index]
      let excesses = walk.map { multiplier * $0.slope - 2 * cost * $0.shift }
      guard range.upperBound > range.lowerBound, excesses[0] > 0 else { return range.lowerBound }
      guard let end = excesses.firstIndex(where: { $0 <= 0 }) else { return range.upperBound }
      return bracketedRoot(in: walk[end - 1].shift...walk[end].shift, tolerance: 1e-13) { shift in
        multiplier * Self.logarithmicSlope(of: shares[index], at: shift) - 2 * cost * shift
      }
    }

    /// Returns p'/p of a share at a shift: 0 for one that is certain either way.
    private static func logarithmicSlope(of share: Share, at shift: Double) -> Double {
      let moved = share.distribution.moved(toMedian: share.distribution.median + shift)
      let chance = moved.probability(atLeast: share.threshold)
      guard moved.scale > 0, chance > 0, share.threshold > 0, share.threshold <= 100 else {
        return 0
      }
      let standard =
        (moved.valueScale.value(ofPercent: share.threshold) - moved.location) / moved.scale
      // At 0 and 100% the angular scale is infinitely steep; just inside it is only very steep.
      let median = min(max(share.distribution.median + shift, 1e-9), 100 - 1e-9)
      return StudentT(degreesOfFreedom: moved.degreesOfFreedom).density(standard) / moved.scale
        * moved.valueScale.slope(atPercent: median) / chance
    }
  }
}
