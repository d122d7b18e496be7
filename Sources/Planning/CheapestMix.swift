import Forecasting
import Indicators
import Statistics
import Wording

/// In what the effort of raising a share is counted.
package enum MixEffort: String, Sendable, CaseIterable {
  /// The points beyond what is expected over half of the 80% interval: how unusual it would be.
  case spread
  /// The people beyond what is expected; points where a share has no counts.
  case squared
  /// The people beyond what is expected over the base.
  case relative
}

/// What has to be true for a level to be as likely as asked in a year: how far each share has to lie beyond
/// what is expected, the whole at the least effort.
///
/// The effort of share i is `wᵢ·(xᵢ/sᵢ)²`, with xᵢ beyond the expected median and the unit sᵢ as `MixEffort`
/// says; `MixSolver` finds the least sum. People are rounded up, so that the chance is not below what is
/// asked; where the base is a few dozen clans or hamlets one unit is a lot, and the chance lies above it.
package struct CheapestMix: Sendable, Equatable {
  /// One share of the mix.
  package struct Share: Sendable, Equatable {
    /// The requirement, or the rate behind a grade.
    package let requirement: String
    /// The forecast base; nil without counts.
    package let base: Int?
    /// What is expected: the median, percent.
    package let expected: Double
    /// What has to be the median instead, percent; not below what is expected.
    package let needed: Double
    /// How many that is; nil without counts.
    package let count: Int?
    /// How many more than expected; nil without counts.
    package let extraPeople: Int?
    /// How many points more than expected.
    package let extraPoints: Double
    /// Points a year from the newest figure; nil without one.
    package let pace: Double?
    /// How that pace stands among those of other places; nil without any.
    package let standing: PaceStanding?
    /// The chance of the share alone at what is expected.
    package let expectedProbability: Double
    /// The chance of the share alone at what is needed.
    package let probability: Double
    /// Its part of the effort.
    package let effort: Double
  }

  /// The year.
  package let year: Int
  /// The chance asked for.
  package let asked: Double
  /// In what the effort is counted.
  package let effort: MixEffort
  /// The chance of all shares at what is expected.
  package let expectedProbability: Double
  /// The chance of all shares at what is needed; below what is asked where nothing reaches it.
  package let probability: Double
  /// The shares, in rule order.
  package let shares: [Share]
  /// The facts and grades that fail in that year as things stand and have to be met as well.
  package let failingFacts: [String]
  /// Requirements of which nothing comparable is known: they have to be met as well.
  package let conditionalOn: [String]

  /// Whether the chance asked for is reached.
  package var isReached: Bool { probability >= asked - 1e-9 }
  /// Whether the effort is counted in people; false where a share has no counts and `squared` counts points.
  package let countsPeople: Bool
  /// The sum of the efforts.
  package var objective: Double { shares.reduce(0) { $0 + $1.effort } }

  /// Finds the cheapest mix for a year; nil for a year beyond the outlook or a level without a share to
  /// follow.
  ///
  /// - Parameters:
  ///   - analysis: the answer whose forecasts are taken for what is expected.
  ///   - year: a year of its outlook.
  ///   - asked: the chance asked for, from 1/2 and below 1.
  ///   - effort: in what effort is counted. Where a share has no counts, `squared` counts points of all.
  ///   - weights: what a unit of a requirement costs against others; 1 where not named.
  ///   - peers: how fast other places went, by requirement.
  package init?(
    for analysis: Analysis, year: Int, probability asked: Double, effort: MixEffort,
    weights: [String: Double] = [:], peers: [String: PeerPaces] = [:]
  ) {
    let followed = analysis.followedShares
    guard let outlook = analysis.outlook.first(where: { $0.year == year }) else { return nil }
    let items = followed.compactMap { share -> Item? in
      // What a figure of the year decides already is no matter of any mix.
      guard outlook.marginals.contains(where: { $0.indicator == share.result.indicator }) else {
        return nil
      }
      return share.result.forecast.year(year).map { forecast in
        Item(
          share: share, distribution: forecast.distribution,
          base: analysis.base(of: share.result, in: year), weight: weights[share.result.id] ?? 1,
          peers: peers[share.result.id])
      }
    }
    guard !items.isEmpty else { return nil }
    let decided = LevelOutlook.distinct(outlook.marginals).filter { marginal in
      !items.contains { $0.result.indicator == marginal.indicator }
    }.map(\.probability)
    let countsPeople = items.allSatisfy(\.hasCounts)
    self.countsPeople = countsPeople
    let solution = MixSolver.solve(
      items.map { item in
        MixSolver.Share(
          distribution: item.distribution, threshold: item.threshold,
          cost: item.cost(effort, countsPeople: countsPeople))
      }, correlation: analysis.correlation, probability: asked)
    shares = zip(items, solution.shifts).map { item, shift in
      item.share(
        raisedBy: shift, year: year, cost: item.cost(effort, countsPeople: countsPeople))
    }
    func joint(_ marginals: [Double]) -> Double {
      orthantProbability(marginals: marginals + decided, correlation: analysis.correlation)
    }
    expectedProbability = joint(shares.map(\.expectedProbability))
    self.probability = joint(shares.map(\.probability))
    self.year = year
    self.asked = asked
    self.effort = effort
    failingFacts = outlook.failingFacts
    conditionalOn = outlook.conditionalOn
  }

  /// A share before it is raised.
  private struct Item {
    let share: FollowedShare
    let distribution: ShareDistribution
    let base: Int?
    let weight: Double
    let peers: PeerPaces?

    var result: RequirementResult { share.result }
    var threshold: Double { share.threshold }
    var hasCounts: Bool { result.latest?.count != nil && base != nil }

    /// What a squared point costs.
    func cost(_ effort: MixEffort, countsPeople: Bool) -> Double {
      switch effort {
      case .relative: return weight / 10_000
      case .squared:
        guard countsPeople, let base else { return weight }
        return weight * Double(base) * Double(base) / 10_000
      case .spread:
        let interval = distribution.interval(0.8)
        let half = max((interval.upperBound - interval.lowerBound) / 2, 1e-6)
        return weight / (half * half)
      }
    }

    func share(raisedBy shift: Double, year: Int, cost: Double) -> Share {
      let median = distribution.median
      var (needed, count, people): (Double, Int?, Int?) = (median + shift, nil, nil)
      if hasCounts, let base {
        let expected = Double(base) * median / 100
        // A shift of less than a millionth of a person is the rounding of the solver.
        let whole = min(base, Int((expected + Double(base) * shift / 100 - 1e-6).rounded(.up)))
        if shift > 0 { needed = max(median, 100 * Double(whole) / Double(base)) }
        count = shift > 0 ? whole : Int(expected.rounded(.toNearestOrEven))
        people = shift > 0 ? max(0, Int((Double(whole) - expected).rounded(.up))) : 0
      }
      let moved = needed == median ? distribution : distribution.moved(toMedian: needed)
      let pace = result.latest.flatMap { latest in
        year > latest.year ? (needed - latest.percent) / Double(year - latest.year) : nil
      }
      return Share(
        requirement: result.id, base: base, expected: median, needed: needed, count: count,
        extraPeople: people, extraPoints: needed - median, pace: pace,
        standing: pace.flatMap { pace in
          result.latest.flatMap { latest in
            peers?.standing(pace: pace, from: latest.percent, years: year - latest.year)
          }
        },
        expectedProbability: distribution.probability(atLeast: threshold),
        probability: moved.probability(atLeast: threshold),
        effort: cost * (needed - median) * (needed - median))
    }
  }
}
