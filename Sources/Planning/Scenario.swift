package import Forecasting
package import Indicators
package import Wording

/// What is assumed of coming years, instead of what is expected.
package struct Scenario: Sendable, Equatable {
  /// Where the assumptions come from.
  package enum Kind: Sendable, Equatable {
    /// Nothing is assumed: the forecast as it is.
    case trend
    /// Every share that is not met goes straight to its threshold, reached exactly in the target year; every
    /// fact and grade is in place by then.
    case required
    /// Every share goes at the pace that this quantile of places of a like start keeps up.
    case peerPace(quantile: Double)
    /// What the user's own file says; requirements that it does not name go as expected.
    case assumed([ScenarioAssumption])
  }

  /// The name by which `--scenario` and tables speak of it.
  package let name: String
  /// Its name for people.
  package let title: Phrase
  /// Where the assumptions come from.
  package let kind: Kind

  package init(name: String, title: Phrase, kind: Kind) {
    self.name = name
    self.title = title
    self.kind = kind
  }

  /// The scenarios that need no file.
  package static let standard: [Scenario] = [
    Scenario(name: "trend", title: Phrase(vi: "xu hướng", en: "trend"), kind: .trend),
    Scenario(
      name: "required", title: Phrase(vi: "vừa đủ đạt", en: "just reached"), kind: .required),
    Scenario(
      name: "peer75", title: Phrase(vi: "nhịp nhóm nhanh", en: "pace of the fast quarter"),
      kind: .peerPace(quantile: 0.75)),
  ]
}

/// A level under a scenario.
package struct ScenarioOutcome: Sendable, Equatable {
  /// The scenario.
  package let scenario: Scenario
  /// One path a share that can be followed, in rule order.
  package let paths: [SharePath]
  /// The facts and grades whose state the scenario changes: from which year they are met or not.
  package let states: [AssumedState]
  /// The chance of the level in each coming year.
  package let outlook: [OutlookYear]

  /// Returns the path of a requirement.
  package func path(of requirement: String) -> SharePath? {
    paths.first { $0.requirement == requirement }
  }
}

/// A fact or grade that a scenario takes to be met, or not, from a year on.
package struct AssumedState: Sendable, Equatable {
  /// The requirement.
  package let requirement: String
  /// The first year.
  package let year: Int
  /// Whether it is met; nil where the state does not say.
  package let isMet: Bool?
}

/// The path of a share under a scenario: its median a year, and what chance that gives.
package struct SharePath: Sendable, Equatable {
  /// One coming year.
  package struct Year: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// The forecast base; nil without counts.
    package let base: Int?
    /// How many have the property at the median; nil without counts.
    package let count: Int?
    /// The median, percent.
    package let percent: Double
    /// The share with the doubt about it.
    package let distribution: ShareDistribution
    /// The chance of reaching the threshold.
    package let probability: Double
  }

  /// Why a path is not what the scenario is named for.
  package enum Remark: Sendable, Equatable {
    /// The threshold is met already: it goes as expected.
    case met
    /// No other places are known to compare with: it goes as expected.
    case noPeers
    /// Without a figure of its own there is no start: it goes as expected.
    case noStart
    /// The assumptions led beyond 0 or 100% and were held there.
    case held
  }

  /// The requirement, or the rate behind a grade.
  package let requirement: String
  /// Its indicator.
  package let indicator: String
  /// The coming years, ascending.
  package let years: [Year]
  /// The mean pace from the newest figure to the target year, points a year; nil without a figure.
  package let pace: Double?
  /// Which places its pace comes from; nil for a pace of another kind.
  package let peers: PaceBasis?
  /// What has to be known of the path; nil when nothing.
  package let remark: Remark?

  /// Returns a year of the path.
  package func year(_ year: Int) -> Year? { years.first { $0.year == year } }
}
