/// How the yearly changes of a series may hang together, as a share of one unit of variance.
///
/// ```
/// V_ij = (1 − noise − slope − drift)·[i = j] + slope + drift·persistence^|i−j|
///        + noise·([i = j] − ½[|i − j| = 1])
/// ```
/// for the changes of years i and j: what is left over is a random walk.
package struct ChangeShape: Sendable, Equatable {
  /// The share of figures that miss the level by chance and come back the year after (r).
  package let noise: Double
  /// The share of a slope that the place keeps for ever (τ).
  package let slope: Double
  /// The share of a slope that drifts (ω).
  package let drift: Double
  /// How much of a drifting slope is left after a year (ρ), 0..<1.
  package let persistence: Double
  /// How likely the shape is before any data.
  package let weight: Double

  package init(
    noise: Double, slope: Double, drift: Double, persistence: Double, weight: Double
  ) {
    self.noise = noise
    self.slope = slope
    self.drift = drift
    self.persistence = persistence
    self.weight = weight
  }

  /// Returns V_ij for changes that lie some years apart.
  package func covariance(yearsApart: Int) -> Double {
    let lasting = slope + drift * power(persistence, yearsApart)
    switch yearsApart {
    case 0: return 1 - slope - drift + lasting
    case 1: return lasting - noise / 2
    default: return lasting
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }
}

/// What sets of real series say of the yearly changes of a share.
package struct PaceEstimates: Sendable, Equatable {
  /// The pace by level.
  package let curve: PaceCurve
  /// κ where other places were learned from: the scale of errors over the scale that the model states.
  package let panelWidth: Double
  /// κ of a place alone.
  package let loneWidth: Double

  /// - Precondition: widths are positive.
  package init(curve: PaceCurve, panelWidth: Double, loneWidth: Double) {
    precondition(panelWidth > 0 && loneWidth > 0, "widths of \(panelWidth) and \(loneWidth)")
    self.curve = curve
    self.panelWidth = panelWidth
    self.loneWidth = loneWidth
  }
}

/// The constants of the default model; docs/methods.md tells of each.
package struct PaceSettings: Sendable, Equatable {
  /// The standard deviation between indicators of their pace about the curve, angular points a year,
  /// where the good direction is declared (T0).
  package var paceSD = 0.3
  /// The same where it is not declared.
  package var undeclaredPaceSD = 0.5
  /// How sure a declared direction is once other places can speak against it.
  package var declaredDirection = 0.95
  /// The standard deviation of a panel's own pace at a knot about its mean pace (T_c).
  package var panelCurveSD = 1.0
  /// The mean of log s², s the scale of a yearly change in angular points.
  package var logVarianceMean = 0.94
  /// The variance of log s² between indicators (V_s).
  package var betweenSetVariance = 1.5
  /// The variance of log s² between places of one indicator (V_w).
  package var withinSetVariance = 1.2
  /// The variance that all places of a year share, relative to s² (χ).
  package var commonShock = 0.03
  /// The smallest scale of a yearly change, angular points: flat and rounded series.
  package var scaleFloor = 0.03
  /// How many variances a yearly change may lie off before its weight falls to one half (η).
  package var robustness = 3.0
  /// The standard deviations beyond which a change of another place loses weight.
  package var huber = 0.7
  /// The weight of a change in the recent scale against that of a year later.
  package var recency = 0.5
  /// How much of the recent scale is left for each further year ahead.
  package var recencyFade = 0.9
  /// How much of the other places' likelihood enters the weights of the shapes.
  package var shapeTemper = 0.6
  /// How much of the likelihood of past errors enters the widths; 0 leaves those of the library.
  package var recordTemper = 0.2
  /// The degrees of freedom of the predictive distribution before any track record (ν).
  package var tailDegreesOfFreedom = 2.0
  /// The share of counted units (families, clans, people) whose state is drawn anew each year.
  package var unitTurnover = 0.25
  /// The number of yearly changes of other places that are looked back on.
  package var panelYears = 12

  package init() {}

  /// The constants that are real numbers, by the names under which files write them.
  package static var numbers: [(name: String, path: WritableKeyPath<PaceSettings, Double>)] {
    [
      ("paceSD", \.paceSD), ("undeclaredPaceSD", \.undeclaredPaceSD),
      ("declaredDirection", \.declaredDirection), ("panelCurveSD", \.panelCurveSD),
      ("logVarianceMean", \.logVarianceMean), ("betweenSetVariance", \.betweenSetVariance),
      ("withinSetVariance", \.withinSetVariance), ("commonShock", \.commonShock),
      ("scaleFloor", \.scaleFloor), ("robustness", \.robustness), ("huber", \.huber),
      ("recency", \.recency), ("recencyFade", \.recencyFade), ("shapeTemper", \.shapeTemper),
      ("recordTemper", \.recordTemper),
      ("tailDegreesOfFreedom", \.tailDegreesOfFreedom), ("unitTurnover", \.unitTurnover),
    ]
  }
}

/// An indicator whose series the library was learned from.
package struct PaceSet: Sendable, Equatable {
  /// The id of the indicator.
  package let id: String
  /// The group of related indicators that is left out as a whole when one of it is tested.
  package let group: String
  /// The direction in which it is meant to move.
  package let direction: GoodDirection
  /// How many places.
  package let places: Int
  /// How many figures.
  package let figures: Int

  package init(id: String, group: String, direction: GoodDirection, places: Int, figures: Int) {
    self.id = id
    self.group = group
    self.direction = direction
    self.places = places
    self.figures = figures
  }
}

/// A kind of indicator as rule files name it, and what is known of it beyond all shares.
package struct PaceFamily: Sendable, Equatable {
  /// The id, for example `trained`.
  package let id: String
  /// The standard deviation of final minus preliminary figures, points.
  package let revisionSD: Double
  /// Whether real series of the family were tested; else "chưa kiểm chứng".
  package let isVerified: Bool
  /// The standard deviation of the pace where it is known to differ from other shares; else nil.
  package let paceSD: Double?

  package init(id: String, revisionSD: Double, isVerified: Bool, paceSD: Double? = nil) {
    self.id = id
    self.revisionSD = revisionSD
    self.isVerified = isVerified
    self.paceSD = paceSD
  }
}

/// How often statements of a kind came true on the series behind the library.
package struct StatementBand: Sendable, Equatable {
  /// The smallest probability of the band.
  package let lower: Double
  /// The probability at which the next band begins; 1 for the last, which it includes.
  package let upper: Double
  /// Whether the threshold lay above the last figure.
  package let isRise: Bool
  /// Whether nothing was learned from other places.
  package let isAlone: Bool
  /// How many statements.
  package let count: Int
  /// How many came true.
  package let hits: Int

  package init(
    lower: Double, upper: Double, isRise: Bool, isAlone: Bool, count: Int, hits: Int
  ) {
    self.lower = lower
    self.upper = upper
    self.isRise = isRise
    self.isAlone = isAlone
    self.count = count
    self.hits = hits
  }
}

/// How a model did on the series behind the library: five figures known, means over indicators.
package struct ModelRecord: Sendable, Equatable {
  /// The id of the model.
  package let id: String
  /// The error against no change, geometric mean over indicators, mean of 1, 3 and 5 years ahead.
  package let relativeError: Double
  /// The same of the ranked probability score.
  package let relativeRankedScore: Double
  /// How often the 80% interval held one year ahead.
  package let coverageNext: Double
  /// The same five years ahead.
  package let coverageFifth: Double

  package init(
    id: String, relativeError: Double, relativeRankedScore: Double, coverageNext: Double,
    coverageFifth: Double
  ) {
    self.id = id
    self.relativeError = relativeError
    self.relativeRankedScore = relativeRankedScore
    self.coverageNext = coverageNext
    self.coverageFifth = coverageFifth
  }
}

/// What other indicators and places teach about short series: the pace library.
package struct PaceLibrary: Sendable, Equatable {
  /// The family that serves every indicator without one of its own.
  package static let fallbackFamily = "other"

  /// The version of its content.
  package let version: String
  /// What all groups together say.
  package let estimates: PaceEstimates
  /// What is said without a group: for tests of an indicator of it.
  package let withoutGroup: [String: PaceEstimates]
  /// The shapes of yearly changes.
  package let shapes: [ChangeShape]
  /// The constants.
  package let settings: PaceSettings
  /// The indicators learned from.
  package let sets: [PaceSet]
  /// The families.
  package let families: [PaceFamily]
  /// How often statements came true; empty when nobody counted.
  package let record: [StatementBand]
  /// How each model did; empty when nobody measured.
  package let models: [ModelRecord]
  /// How fast real places went; `none` when nobody measured.
  package let placePaces: PaceDistribution

  /// - Precondition: at least one shape, and the fallback family among the families.
  package init(
    version: String, estimates: PaceEstimates, withoutGroup: [String: PaceEstimates] = [:],
    shapes: [ChangeShape], settings: PaceSettings = PaceSettings(), sets: [PaceSet] = [],
    families: [PaceFamily], record: [StatementBand] = [], models: [ModelRecord] = [],
    placePaces: PaceDistribution = .none
  ) {
    precondition(!shapes.isEmpty, "a pace library without shapes")
    precondition(
      families.contains { $0.id == Self.fallbackFamily }, "the pace library has no fallback family")
    self.version = version
    self.estimates = estimates
    self.withoutGroup = withoutGroup
    self.shapes = shapes
    self.settings = settings
    self.sets = sets
    self.families = families
    self.record = record
    self.models = models
    self.placePaces = placePaces
  }

  /// Returns the family of an id, or the fallback family.
  package func family(_ id: String?) -> PaceFamily {
    guard
      let family = families.first(where: { $0.id == id })
        ?? families.first(where: { $0.id == Self.fallbackFamily })
    else { preconditionFailure("the pace library has no fallback family") }
    return family
  }

  /// Returns the set of an indicator; nil when the library was not learned from it.
  package func set(_ indicator: String) -> PaceSet? {
    sets.first { $0.id == indicator }
  }

  /// Returns what may be used to test an indicator: nothing that was learned from its own group.
  package func estimates(testing indicator: String) -> PaceEstimates {
    set(indicator).flatMap { withoutGroup[$0.group] } ?? estimates
  }
}
