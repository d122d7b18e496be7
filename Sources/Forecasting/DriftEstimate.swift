/// The mean yearly change of a series and the variance of its changes, in points.
///
/// `b = (y_n − y_1)/(t_n − t_1)`, `s² = Σ(D_i − b·k_i)²/k_i / (m − 1)` over m steps of k_i years: the
/// generalised least-squares estimate where errors are a random walk (Hyndman and Athanasopoulos 2021,
/// *Forecasting: Principles and Practice*, 5.2).
struct DriftEstimate: Sendable {
  /// The last figure.
  let last: Double
  /// The years from the first figure to the last.
  let span: Double
  /// b, points a year.
  let slope: Double
  /// s², points squared a year.
  let variance: Double
  /// m − 1.
  let degreesOfFreedom: Double

  /// - Precondition: at least three figures.
  init(_ input: TrendInput) {
    let count = input.years.count
    precondition(count >= 3, "a drift with a variance needs three figures, not \(count)")
    let last = input.percents[count - 1]
    let span = Double(input.years[count - 1] - input.years[0])
    let slope = (last - input.percents[0]) / span
    var squares = 0.0
    for index in 1..<count {
      let years = Double(input.years[index] - input.years[index - 1])
      let miss = input.percents[index] - input.percents[index - 1] - slope * years
      squares += miss * miss / years
    }
    self.last = last
    self.span = span
    self.slope = slope
    variance = squares / Double(count - 2)
    degreesOfFreedom = Double(count - 2)
  }
}

/// A fit whose distributions are all known at once: one for each year ahead.
struct StatedFit: TrendFit {
  /// The distributions, the coming year first.
  let distributions: [ShareDistribution]
  let terms: [ModelTerm]

  /// Makes one distribution a year ahead from its centre and variance; `terms` are the numbers behind them.
  init(
    horizon: Int, degreesOfFreedom: Double, on scale: ValueScale = .points,
    terms: [ModelTerm] = [],
    _ moments: (_ ahead: Double) -> (centre: Double, variance: Double)
  ) {
    self.terms = terms
    distributions = (1...horizon).map { ahead in
      let (centre, variance) = moments(Double(ahead))
      return ShareDistribution(
        location: centre, scale: max(variance, 0).squareRoot(),
        degreesOfFreedom: degreesOfFreedom, on: scale)
    }
  }

  func distribution(horizon: Int) -> ShareDistribution {
    precondition((1...distributions.count).contains(horizon), "horizon \(horizon) was not fitted")
    return distributions[horizon - 1]
  }
}
