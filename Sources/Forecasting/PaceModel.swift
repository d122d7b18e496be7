import Indicators
package import LinearAlgebra
import RealModule
import Statistics
package import Wording

/// The default model: the pace of other indicators and places, corrected by the place's own changes.
///
/// On the angular scale, with D the steps of k years between figures, less what the pace curves expect:
/// ```
/// E = D − m·k,   cov E = s²·S,   S = B V_k B′ + (v_m/σ²)·k k′ + diag(k_j(1/u_j − 1)) + N/σ² = L L′
/// μ_h  = z_n + Σ curves + m·h + c′S⁻¹E,    c = cov(E, sum of h coming changes)/s²
/// S_h² = s²·ρ^(0.9^(h−1))·(var of the sum − c′S⁻¹c),  s² = (ν0·s0² + E′S⁻¹E)/(ν0 + p)
/// log-likelihood l = −ln|L| − (ν0 + p)/2·ln(1 + E′S⁻¹E/(ν0·s0²))
/// ```
/// for each shape V_k of the changes; the shapes are mixed by π_k·exp(l_k) and the mixture is given its
/// mean and variance. `u_j` are robust weights, `N` the noise of single figures (chance in small
/// bases, revision of a preliminary last figure, histories rebuilt from split units), `σ²` a pilot of s², `ρ` the scale of recent changes over
/// that of all. Then
/// `z_{n+h} ~ t_ν(μ_h, κ·g·S_h)` with the widths that past errors had.
/// Each shape is one generalised least-squares problem, whitened by Cholesky.
/// Sources: generalised least squares (Aitken 1935); shrunk variances (Smyth 2004); robust weights
/// (Lange, Little, Taylor 1989); formulas and measurements in docs/methods.md.
package struct PaceModel: TrendModel {
  package let id = "pace"
  package let title = Phrase(
    vi: "nhịp tăng của chính nơi này, cân với nhịp của các nơi khác và các chỉ số khác",
    en: "the place's own pace, weighed against that of other places and indicators")
  package let explanation = Phrase(
    vi:
      "Lấy nhịp thường gặp ở mức hiện tại, chỉnh theo các nơi khác và theo chính các năm của nơi này; càng ít năm càng dựa vào nơi khác. Khoảng dự báo rộng đúng bằng sai số đã đo trong quá khứ.",
    en:
      "Takes the pace usual at the present level, corrected by other places and by the place's own years; the fewer years, the more it leans on others. Its intervals are as wide as past errors were."
  )
  package let minimumCount = 1
  package let learnsFromOthers = true

  /// How many figures are looked back on; longer records were not measured.
  package static let longestHistory = 15

  package init() {}

  package func fit(_ batch: TrendBatch) throws(LinearAlgebraError) -> [any TrendFit] {
    try fits(inputs: batch.inputs, horizon: batch.horizon)
  }

  /// Fits one series and tells every value on the way.
  ///
  /// - Precondition: the input carries a prior.
  func trace(_ input: TrendInput, horizon: Int) throws(LinearAlgebraError) -> PaceTrace {
    guard let prior = input.prior else {
      preconditionFailure("the pace model needs a prior of the series")
    }
    var solver = PaceSolver(
      ChangeOperator(pattern: input.pattern, shapes: prior.library.shapes, horizon: horizon))
    return try solver.trace(input, prior: prior)
  }

  /// Fits series of any patterns, those of one pattern together.
  func fits(inputs: [TrendInput], horizon: Int) throws(LinearAlgebraError) -> [PaceFit] {
    var solvers: [YearPattern: PaceSolver] = [:]
    var fits: [PaceFit] = []
    fits.reserveCapacity(inputs.count)
    for input in inputs {
      guard let prior = input.prior else {
        preconditionFailure("the pace model needs a prior of the series")
      }
      let pattern = input.pattern
      var solver =
        solvers[pattern]
        ?? PaceSolver(
          ChangeOperator(pattern: pattern, shapes: prior.library.shapes, horizon: horizon))
      solvers[pattern] = nil
      fits.append(try solver.fit(input, prior: prior))
      solvers[pattern] = solver
    }
    return fits
  }
}

/// The pace model after data: centre and scale on the angular scale, before and after widths.
package struct PaceFit: TrendFit, Equatable {
  /// μ_h for each year ahead, angular points.
  package let centres: [Double]
  /// S_h for each year ahead, before widths.
  package let scales: [Double]
  /// How likely each shape is after the data.
  package let shapeWeights: [Double]
  /// The widths in use.
  package let widths: PacePrior.Widths

  package func distribution(horizon: Int) -> ShareDistribution {
    precondition((1...centres.count).contains(horizon), "horizon \(horizon) was not fitted")
    let width = widths.factor(horizon: horizon)
    return ShareDistribution(
      location: centres[horizon - 1], scale: width * scales[horizon - 1],
      degreesOfFreedom: widths.degreesOfFreedom(horizon: horizon), on: .angular)
  }
}
