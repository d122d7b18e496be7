import Indicators
package import LinearAlgebra
package import Wording

/// The default model: a random walk whose drift is shrunk towards the pace of other places.
///
/// Generalised least squares with random-walk errors, drawn from the last value, with one prior row
/// in the same problem:
/// ```
/// D_i = b·k_i + e_i,  e_i ~ N(0, s²·k_i)      changes over steps of k_i years, m of them
/// m0  = b     + e_0,  e_0 ~ N(0, τ²)          the pace of other places
/// s²  = (ν0·s0² + Σ(D_i − b̂·k_i)²/k_i) / (ν0 + m − 1),  b̂ = (y_n − y_1)/(t_n − t_1)
/// y_{n+h} ~ t_ν(y_n + h·b,  h·s² + h²·var(b) + r²),  ν = ν0 + m − 1
/// ```
/// `r` is the revision error of a preliminary last figure, else 0. One figure (m = 0) leaves the
/// prior alone: b = m0, s² = s0², ν = ν0. Gaps in years enter through `k_i`. Units: points, years.
/// Sources: random-walk drift as GLS (Hyndman and Athanasopoulos 2021, 5.2); shrinkage by prior rows
/// (Theil and Goldberger 1961); shrunk variance (Smyth 2004).
package struct ShrunkDrift: TrendModel {
  package let id = "drift-shrunk"
  package let title = Phrase(
    vi: "nhịp tăng của chính nơi này, co về nhịp của các nơi khác",
    en: "the place's own drift, shrunk towards the pace of other places")
  package let minimumCount = 1
  package let usesPaceOfOthers = true
  package let caution: Phrase? = nil

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    let steps = batch.pattern.steps.map(Double.init)
    let ownSums = try ownResidualSums(batch, steps: steps)
    var fits: [any TrendFit] = []
    for (series, input) in batch.inputs.enumerated() {
      fits.append(try fit(input, steps: steps, ownResidualSum: ownSums[series]))
    }
    return fits
  }

  /// Returns Σ(D − b̂k)²/k of every series: one factorisation of the whitened steps for the batch.
  private func ownResidualSums(
    _ batch: TrendBatch, steps: [Double]
  ) throws(LinearAlgebraError) -> [Double] {
    if steps.count < 2 { return batch.inputs.map { _ in 0 } }
    let roots = steps.map { $0.squareRoot() }
    let changes = batch.inputs.map { input in
      zip(zip(input.percents, input.percents.dropFirst()), roots).map { ($0.1 - $0.0) / $1 }
    }
    let solution = try leastSquares(
      design: Matrix(column: roots), responses: Matrix(columns: changes))
    return solution.residualSumsOfSquares
  }

  private func fit(
    _ input: TrendInput, steps: [Double], ownResidualSum: Double
  ) throws(LinearAlgebraError) -> any TrendFit {
    let prior = input.prior
    let priorSum = prior.stepDegreesOfFreedom * prior.stepSD * prior.stepSD
    let degreesOfFreedom = prior.stepDegreesOfFreedom + Double(max(0, steps.count - 1))
    let variance = (priorSum + ownResidualSum) / degreesOfFreedom
    let changes = zip(input.percents, input.percents.dropFirst()).map { $1 - $0 }
    let rows = steps.count + 1
    var covariance = Matrix(rows: rows, columns: rows, repeating: 0)
    for (row, step) in steps.enumerated() { covariance[row, row] = variance * step }
    covariance[rows - 1, rows - 1] = prior.paceSD * prior.paceSD
    let solution = try generalizedLeastSquares(
      design: Matrix(column: steps + [1]), responses: Matrix(column: changes + [prior.paceMean]),
      covariance: covariance)
    let revision = input.isLastPreliminary ? prior.revisionSD : 0
    return Fit(
      last: input.percents[input.percents.count - 1], slope: solution.coefficients[0, 0],
      slopeVariance: solution.unscaledCovariance[0, 0], stepVariance: variance,
      revisionVariance: revision * revision, degreesOfFreedom: degreesOfFreedom)
  }

  private struct Fit: TrendFit {
    let last: Double
    let slope: Double
    let slopeVariance: Double
    let stepVariance: Double
    let revisionVariance: Double
    let degreesOfFreedom: Double

    func distribution(horizon: Int) -> ShareDistribution {
      precondition(horizon >= 1, "horizon \(horizon) is not ahead")
      let h = Double(horizon)
      let variance = h * stepVariance + h * h * slopeVariance + revisionVariance
      return ShareDistribution(
        location: last + h * slope, scale: variance.squareRoot(),
        degreesOfFreedom: degreesOfFreedom)
    }
  }
}
