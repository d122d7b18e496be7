/// What the pace model did with one series, value by value: everything between its figures and its fit.
///
/// The solver writes it while it works, so that no value is computed a second time. Units: angular points
/// and years. Symbols are those of docs/methods.md.
package struct PaceTrace: Sendable, Equatable {
  /// What the curves expect of a year that starts from a level.
  package struct Reading: Sendable, Equatable {
    /// The level at the beginning of the year.
    package let level: Double
    /// G, the expected change.
    package let change: Double
  }

  /// One step between two figures that is used.
  package struct Step: Sendable, Equatable {
    /// The number of its first figure.
    package let figure: Int
    /// k, years.
    package let length: Double
    /// What the curves expect of each of its years.
    package let readings: [Reading]
    /// D, the step less what the curves expect.
    package let unexplained: Double
    /// E = D − m·k.
    package let residual: Double
  }

  /// One round of the robust weights.
  package struct Round: Sendable, Equatable {
    /// C, the pace about which the round measures.
    package let centre: Double
    /// e², one a step.
    package var squares: [Double] = []
    /// u, one a step.
    package var weights: [Double] = []
    /// σ² after the round.
    package var variance = 0.0
    /// β after the round.
    package var trust = 0.0
  }

  /// What precedes the rounds, and what they lead to; all zero with fewer than two steps.
  package struct Pilot: Sendable, Equatable {
    /// D̄, the mean pace.
    package var mean = 0.0
    /// σ² before any weight.
    package var variance = 0.0
    /// t², the variance of the place's own pace about the prior's.
    package var ownPace = 0.0
    /// The median of the paces, of two their mean.
    package var pace = 0.0
    /// β before any weight.
    package var trust = 0.0
    /// The mean square of recent changes, both drawn towards the prior.
    package var recentSquare = 0.0
    /// The mean square of all changes.
    package var equalSquare = 0.0
  }

  /// One shape: its generalised least-squares problem and what came of it.
  package struct Shape: Sendable, Equatable {
    /// S, one row a step; symmetric.
    package var covariance: [[Double]] = []
    /// c_h, one list a year ahead with one value a step.
    package var covariances: [[Double]] = []
    /// ln det S.
    package var logDeterminant = 0.0
    /// E′S⁻¹E.
    package var squares = 0.0
    /// s².
    package var variance = 0.0
    /// l, the log-likelihood but for a constant.
    package var logLikelihood = 0.0
    /// 1_h′V1_h for each year ahead.
    package var sums: [Double] = []
    /// a_h for each year ahead.
    package var totals: [Double] = []
    /// c_h′S⁻¹E for each year ahead.
    package var shifts: [Double] = []
    /// c_h′S⁻¹c_h for each year ahead.
    package var explained: [Double] = []
    /// μ_h for each year ahead.
    package var centres: [Double] = []
    /// var_h for each year ahead.
    package var variances: [Double] = []

    /// Notes what the figures say of the shape.
    mutating func note(
      logDeterminant: Double, squares: Double, variance: Double, logLikelihood: Double
    ) {
      self.logDeterminant = logDeterminant
      self.squares = squares
      self.variance = variance
      self.logLikelihood = logLikelihood
    }

    /// Notes what the shape says of the next year ahead.
    mutating func noteYear(
      sum: Double, total: Double, shift: Double, explained: Double, centre: Double,
      variance: Double
    ) {
      sums.append(sum)
      totals.append(total)
      shifts.append(shift)
      self.explained.append(explained)
      centres.append(centre)
      variances.append(variance)
    }
  }

  /// The figures as the model saw them, with the prior.
  package let input: TrendInput
  /// What was known before any figure.
  package let prior: PacePrior
  /// z, the figures on the angular scale.
  package let angles: [Double]
  /// The steps that are used.
  package internal(set) var steps: [Step] = []
  /// What precedes the robust weights.
  package internal(set) var pilot = Pilot()
  /// The three rounds of the robust weights, and the one that only ρ is taken from; none with fewer than two
  /// steps.
  package internal(set) var rounds: [Round] = []
  /// σ², u and ρ as the problems use them.
  package internal(set) var variance = 0.0
  /// u, one a step.
  package internal(set) var weights: [Double] = []
  /// ρ, the scale of recent changes over that of all.
  package internal(set) var recency = 1.0
  /// o, the noise of each figure.
  package internal(set) var noise: [Double] = []
  /// o_n + o′, what the last figure and the coming one add.
  package internal(set) var aheadNoise = 0.0
  /// What the curves expect of each coming year.
  package internal(set) var path: [Reading] = []
  /// The shapes, in the order of the library.
  package internal(set) var shapes: [Shape] = []
  /// Σ (π_k + 1e−12)·exp(l_k), by which the weights of the shapes are divided.
  package internal(set) var weightSum = 0.0
  /// What came of it all.
  package internal(set) var fit: PaceFit?

  init(input: TrendInput, prior: PacePrior, angles: [Double]) {
    self.input = input
    self.prior = prior
    self.angles = angles
  }
}
