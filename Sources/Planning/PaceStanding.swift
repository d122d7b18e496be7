import Forecasting
package import Indicators
package import Regulations
import Statistics

/// Which places a pace was compared with.
package struct PaceBasis: Sendable, Equatable {
  /// Where the places come from.
  package enum Source: String, Sendable {
    /// Other places of the data, the same indicator.
    case ownPanel
    /// The places behind the pace library, all indicators whose good direction is declared.
    case library
  }

  /// Where the places come from.
  package let source: Source
  /// How many years each pace was held; fewer than asked for where longer windows were not measured.
  package let years: Int
  /// The levels that the places started from, percent on the way to the good end.
  package let levels: ClosedRange<Double>
  /// How many windows.
  package let windows: Int
  /// How many places.
  package let places: Int
  /// How many indicators.
  package let indicators: Int
  /// Whether no real series of the indicator's own family were measured: the places tell of other kinds.
  package let isOfOtherKinds: Bool
}

/// How a needed pace stands among those that real places held: "faster than 90% of the places that started from
/// a like level".
package struct PaceStanding: Sendable, Equatable {
  /// The share of paces that were slower, 0...1; every place and its windows have one vote.
  package let share: Double
  /// Which places.
  package let basis: PaceBasis

  /// Whether no measured place was as fast.
  package var isBeyondAll: Bool { share >= 1 }
}

/// A pace that a share of real places did not exceed.
package struct PeerPace: Sendable, Equatable {
  /// Points a year towards the good end.
  package let pace: Double
  /// Which places.
  package let basis: PaceBasis
}

/// How fast other places went with an indicator, to measure a plan by.
///
/// The places of the data come first where there are enough of them: the same indicator, windows as long as
/// the plan, starting within `reach` points of the plan's own level, one vote a place. Else the pace library
/// answers, by bands of levels and one vote an indicator. Both look only at what came, without any model.
package struct PeerPaces: Sendable {
  /// How many points the start of a window may lie off the start of the plan.
  package static let reach = 10.0
  /// The fewest windows of own places that are compared with.
  package static let fewestWindows = 20
  /// The fewest own places that are compared with.
  package static let fewestPlaces = 10
  /// The longest windows, years: a plan for longer is compared with these.
  package static let longest = 10

  private let members: [RollingPanel.Member]
  private let direction: GoodDirection
  private let isOfOtherKinds: Bool
  private let distribution: PaceDistribution

  /// Gathers the other places of the data, and what the library knows.
  ///
  /// - Parameters:
  ///   - requirement: the share asked for; a share is asked to rise unless the rule declares that less is better.
  ///   - request: the place, the day from which the data are seen, and the library.
  ///   - dataset: the data.
  /// - Complexity: O(places · figures).
  package init(of requirement: Requirement, for request: AnalysisRequest, in dataset: Dataset) {
    self.init(
      others: OtherPlaces.series(
        of: requirement.indicator, besides: request.place, in: dataset.panel, asOf: request.asOf),
      direction: requirement.direction,
      family: request.paceLibrary.family(requirement.paceFamily),
      distribution: request.paceLibrary.placePaces)
  }

  /// - Parameters:
  ///   - others: the series of the indicator in other places.
  ///   - direction: the good direction; unknown counts as up.
  ///   - family: what is known of the kind of indicator.
  ///   - distribution: what the library knows.
  package init(
    others: [IndicatorSeries], direction: GoodDirection, family: PaceFamily,
    distribution: PaceDistribution
  ) {
    members = others.map { RollingPanel.Member($0) }
    self.direction = direction
    isOfOtherKinds = !family.isVerified
    self.distribution = distribution
  }

  /// Gathers the other places of every share of a level and of every rate behind its grades, by their ids.
  ///
  /// - Complexity: O(shares · places · figures).
  package static func byRequirement(
    of request: AnalysisRequest, in dataset: Dataset
  ) -> [String: PeerPaces] {
    let shares = request.level.requirements.flatMap { requirement in
      requirement.kind.isShare
        ? [requirement]
        : (requirement.gradeConditions.last?.rates ?? []).map {
          $0.requirement(of: requirement.criterion)
        }
    }
    return Dictionary(
      shares.map { ($0.id, PeerPaces(of: $0, for: request, in: dataset)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns how a pace stands among those of other places.
  ///
  /// - Parameters:
  ///   - pace: points a year towards the good end.
  ///   - percent: the share from which the plan starts.
  ///   - years: how long the pace has to be held, at least 1.
  /// - Returns: the standing; nil without places to compare with, and for a pace or share that is no number.
  ///   Never falls as the pace rises.
  package func standing(pace: Double, from percent: Double, years: Int) -> PaceStanding? {
    guard pace.isFinite, percent.isFinite else { return nil }
    switch comparison(from: percent, years: years) {
    case .own(let sample, let basis):
      return PaceStanding(share: sample.share(below: pace), basis: basis)
    case .library(let band, let basis):
      return PaceStanding(share: distribution.share(slowerThan: pace, in: band), basis: basis)
    case nil: return nil
    }
  }

  /// Returns the pace that a share of other places did not exceed: 0.75 gives that of the fast quarter.
  ///
  /// - Parameters:
  ///   - quantile: the share of places, 0...1.
  ///   - percent: the share from which the plan starts.
  ///   - years: how long the pace has to be held, at least 1.
  /// - Returns: the pace; nil without places to compare with, and for numbers that are none.
  package func peerPace(quantile: Double, from percent: Double, years: Int) -> PeerPace? {
    guard quantile >= 0, quantile <= 1, percent.isFinite else { return nil }
    switch comparison(from: percent, years: years) {
    case .own(let sample, let basis):
      return PeerPace(pace: sample.quantile(quantile), basis: basis)
    case .library(let band, let basis):
      return PeerPace(pace: distribution.pace(atQuantile: quantile, in: band), basis: basis)
    case nil: return nil
    }
  }

  /// What a plan is compared with.
  private enum Comparison {
    case own(WeightedSample, PaceBasis)
    case library(PaceDistribution.Band, PaceBasis)
  }

  private func comparison(from percent: Double, years: Int) -> Comparison? {
    precondition(years >= 1, "a pace over \(years) years")
    let share = min(max(percent, 0), 100)
    let level = direction == .down ? 100 - share : share
    return own(level: level, years: min(years, Self.longest)) ?? library(level: level, years: years)
  }

  private func own(level: Double, years: Int) -> Comparison? {
    let levels = max(0, level - Self.reach)...min(100, level + Self.reach)
    let votes = members.map { member in
      PaceWindow.windows(of: member, years: years).filter {
        levels.contains($0.level(towards: direction))
      }
    }.filter { !$0.isEmpty }
    let windows = votes.reduce(0) { $0 + $1.count }
    guard windows >= Self.fewestWindows, votes.count >= Self.fewestPlaces else { return nil }
    return .own(
      WeightedSample(
        votes.flatMap { $0.map { $0.pace(towards: direction) } },
        weights: votes.flatMap { own in own.map { _ in 1 / Double(own.count) } }),
      PaceBasis(
        source: .ownPanel, years: years, levels: levels, windows: windows, places: votes.count,
        indicators: 1, isOfOtherKinds: false))
  }

  private func library(level: Double, years: Int) -> Comparison? {
    distribution.band(level: level, years: years).map { band in
      .library(
        band,
        PaceBasis(
          source: .library, years: band.years, levels: band.lower...band.upper,
          windows: band.windows, places: band.places, indicators: band.indicators,
          isOfOtherKinds: isOfOtherKinds))
    }
  }
}
