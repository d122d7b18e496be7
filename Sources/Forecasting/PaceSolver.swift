import Indicators
import LinearAlgebra
import RealModule
import Statistics

/// Solves the pace model for one series after the other of a pattern, in storage made once.
struct PaceSolver {
  private let operators: ChangeOperator
  private let stepCount: Int
  private let horizon: Int
  private var workspace: WhiteningWorkspace

  init(_ operators: ChangeOperator) {
    self.operators = operators
    stepCount = operators.usedSteps.count
    horizon = operators.horizon
    workspace = WhiteningWorkspace(order: max(1, stepCount), columnCount: 1 + horizon)
  }

  /// Fits one series.
  ///
  /// - Complexity: O(shapes · (p³ + p²·H)) for p steps.
  mutating func fit(
    _ input: TrendInput, prior: PacePrior
  ) throws(LinearAlgebraError) -> PaceFit {
    var nothing: PaceTrace?
    return try fit(input, prior: prior, trace: &nothing)
  }

  /// Fits one series and tells every value on the way.
  mutating func trace(
    _ input: TrendInput, prior: PacePrior
  ) throws(LinearAlgebraError) -> PaceTrace {
    let begun = PaceTrace(
      input: input, prior: prior,
      angles: input.percents.map { ValueScale.angular.value(ofPercent: $0) })
    var trace: PaceTrace? = begun
    let fit = try fit(input, prior: prior, trace: &trace)
    trace?.fit = fit
    return trace ?? begun
  }

  /// Fits one series; a trace that is asked for is filled on the way.
  private mutating func fit(
    _ input: TrendInput, prior: PacePrior, trace: inout PaceTrace?
  ) throws(LinearAlgebraError) -> PaceFit {
    let angles = input.percents.map { ValueScale.angular.value(ofPercent: $0) }
    let last = angles[angles.count - 1]
    let changes = unexplainedChanges(angles, prior: prior)
    let weighting = RobustWeights(
      changes: changes, lengths: operators.lengths, ages: operators.ages, prior: prior,
      trace: &trace)
    let noise = FigureNoise(input, angles: angles, prior: prior)
    let path = expectedPath(from: last, prior: prior, trace: &trace)
    let residuals = zip(changes, operators.lengths).map { $0 - prior.paceMean * $1 }
    if trace != nil {
      trace?.steps = steps(angles, changes: changes, residuals: residuals, prior: prior)
      trace?.noise = noise.variances
      trace?.aheadNoise = noise.aheadVariance
    }

    let shapeCount = operators.shapes.count
    var centres = [Double](repeating: 0, count: shapeCount * horizon)
    var variances = centres
    var logarithms = [Double](repeating: 0, count: shapeCount)
    let priorSum = prior.changeDegreesOfFreedom * prior.changeVariance
    let degreesOfFreedom = prior.changeDegreesOfFreedom + Double(stepCount)
    for shape in 0..<shapeCount {
      var sumOfSquares = 0.0
      var logDeterminant = 0.0
      if stepCount == 0 {
        trace?.shapes.append(PaceTrace.Shape())
      } else {
        load(shape, residuals: residuals, weighting: weighting, noise: noise, prior: prior)
        trace?.shapes.append(problem)
        logDeterminant = try workspace.whiten()
        sumOfSquares = squaredLength(ofColumn: 0)
      }
      let variance = (priorSum + sumOfSquares) / degreesOfFreedom
      logarithms[shape] =
        -0.5 * logDeterminant
        - 0.5 * degreesOfFreedom * Double.log(onePlus: sumOfSquares / priorSum)
      trace?.shapes[shape].note(
        logDeterminant: logDeterminant, squares: sumOfSquares, variance: variance,
        logLikelihood: logarithms[shape])
      let ratio = prior.paceVariance / weighting.variance
      var recency = Double.log(weighting.recency)
      for ahead in 1...horizon {
        let years = Double(ahead)
        let total =
          operators.shapes[shape].sums[ahead - 1] + ratio * years * years
          + noise.aheadVariance / weighting.variance
        let explained = stepCount > 0 ? squaredLength(ofColumn: ahead) : 0
        let shift = stepCount > 0 ? productWithResiduals(ofColumn: ahead) : 0
        let index = shape * horizon + ahead - 1
        centres[index] = last + path[ahead - 1] + prior.paceMean * years + shift
        variances[index] = variance * Double.exp(recency) * max(total - explained, 0)
        recency *= prior.library.settings.recencyFade
        trace?.shapes[shape].noteYear(
          sum: operators.shapes[shape].sums[ahead - 1], total: total, shift: shift,
          explained: explained, centre: centres[index], variance: variances[index])
      }
    }
    return mixture(
      centres: centres, variances: variances, logarithms: logarithms, input: input, prior: prior,
      trace: &trace)
  }

  /// Returns the used steps with what the curves expect of each of their years.
  private func steps(
    _ angles: [Double], changes: [Double], residuals: [Double], prior: PacePrior
  ) -> [PaceTrace.Step] {
    operators.usedSteps.enumerated().map { index, step in
      let (from, to, length) = (angles[step], angles[step + 1], operators.lengths[index])
      return PaceTrace.Step(
        figure: step, length: length,
        readings: (0..<Int(length)).map { year in
          let level = from + (to - from) * Double(year) / length
          return PaceTrace.Reading(level: level, change: prior.expectedChange(atLevel: level))
        },
        unexplained: changes[index], residual: residuals[index])
    }
  }

  /// The problem of a shape as it was loaded: S and c_h, before they are whitened.
  private var problem: PaceTrace.Shape {
    PaceTrace.Shape(
      covariance: (0..<stepCount).map { row in
        (0..<stepCount).map { column in
          workspace.covariance[max(row, column) + min(row, column) * stepCount]
        }
      },
      covariances: (1...horizon).map { ahead in
        (0..<stepCount).map { workspace.columns[$0 + ahead * stepCount] }
      })
  }

  /// Returns the steps less what the curves expect, level by level along the straight line between figures.
  private func unexplainedChanges(_ angles: [Double], prior: PacePrior) -> [Double] {
    zip(operators.usedSteps, operators.lengths).map { step, length in
      let (from, to) = (angles[step], angles[step + 1])
      var change = to - from
      for year in 0..<Int(length) {
        change -= prior.expectedChange(atLevel: from + (to - from) * Double(year) / length)
      }
      return change
    }
  }

  /// Returns the sums of what the curves expect, stepped year by year from the last figure.
  private func expectedPath(
    from last: Double, prior: PacePrior, trace: inout PaceTrace?
  ) -> [Double] {
    var level = last
    var sum = 0.0
    var path: [Double] = []
    path.reserveCapacity(horizon)
    for _ in 0..<horizon {
      let change = prior.expectedChange(atLevel: level)
      sum += change
      path.append(sum)
      trace?.path.append(PaceTrace.Reading(level: level, change: change))
      level = min(max(level + change + prior.paceMean, 0), 100)
    }
    return path
  }

  /// Writes S and the right-hand sides (E and the covariances with what comes) of a shape.
  private mutating func load(
    _ shape: Int, residuals: [Double], weighting: RobustWeights, noise: FigureNoise,
    prior: PacePrior
  ) {
    let covariances = operators.shapes[shape]
    let ratio = prior.paceVariance / weighting.variance
    let lengths = operators.lengths
    for column in 0..<stepCount {
      for row in column..<stepCount {
        let index = row + column * stepCount
        workspace.covariance[index] =
          covariances.steps[index] + ratio * lengths[row] * lengths[column]
      }
      workspace.covariance[column * (stepCount + 1)] += weighting.excess[column]
    }
    for row in 0..<stepCount { workspace.columns[row] = residuals[row] }
    for ahead in 1...horizon {
      for row in 0..<stepCount {
        workspace.columns[row + ahead * stepCount] =
          covariances.stepsAndSums[row + (ahead - 1) * stepCount]
          + ratio * lengths[row] * Double(ahead)
      }
    }
    if noise.isPresent { add(noise, variance: weighting.variance) }
  }

  /// Adds the noise of single figures: a figure that is too high raises the step before and lowers the one after.
  private mutating func add(_ noise: FigureNoise, variance: Double) {
    for (index, step) in operators.usedSteps.enumerated() {
      let (before, after) = (noise.variances[step] / variance, noise.variances[step + 1] / variance)
      workspace.covariance[index * (stepCount + 1)] += before + after
      if index + 1 < stepCount, operators.usedSteps[index + 1] == step + 1 {
        workspace.covariance[index + 1 + index * stepCount] -= after
      }
      if step + 2 == noise.variances.count {
        for ahead in 1...horizon { workspace.columns[index + ahead * stepCount] -= after }
      }
    }
  }

  private func squaredLength(ofColumn column: Int) -> Double {
    var sum = 0.0
    for row in (column * stepCount)..<((column + 1) * stepCount) {
      sum += workspace.columns[row] * workspace.columns[row]
    }
    return sum
  }

  private func productWithResiduals(ofColumn column: Int) -> Double {
    var sum = 0.0
    for row in 0..<stepCount {
      sum += workspace.columns[row] * workspace.columns[row + column * stepCount]
    }
    return sum
  }

  /// Returns the mixture of the shapes by its mean and variance.
  private func mixture(
    centres: [Double], variances: [Double], logarithms: [Double], input: TrendInput,
    prior: PacePrior, trace: inout PaceTrace?
  ) -> PaceFit {
    let scores = zip(prior.shapeWeights, logarithms).map { Double.log($0 + 1e-12) + $1 }
    let largest = scores.max() ?? 0
    var weights = scores.map { Double.exp($0 - largest) }
    let total = weights.reduce(0, +)
    for index in weights.indices { weights[index] /= total }
    trace?.weightSum = total * Double.exp(largest)
    var means: [Double] = []
    var scales: [Double] = []
    for ahead in 0..<horizon {
      var mean = 0.0
      for (shape, weight) in weights.enumerated() {
        mean += weight * centres[shape * horizon + ahead]
      }
      var variance = 0.0
      for (shape, weight) in weights.enumerated() {
        let distance = centres[shape * horizon + ahead] - mean
        variance += weight * (variances[shape * horizon + ahead] + distance * distance)
      }
      means.append(mean)
      scales.append((variance + 1e-12).squareRoot())
    }
    return PaceFit(
      centres: means, scales: scales, shapeWeights: weights, widths: prior.widths)
  }
}

/// The weights that keep one jump from speaking for all years, and the pilot scale.
struct RobustWeights {
  /// σ², the pilot of s².
  let variance: Double
  /// k_j(1/u_j − 1), the variance added to each step.
  let excess: [Double]
  /// ρ: the scale of recent changes over that of all, both drawn towards the prior.
  let recency: Double

  /// - Parameters:
  ///   - changes: D, the steps less what the curves expect.
  ///   - lengths: k, years.
  ///   - ages: the years from the end of each step to the last figure.
  ///   - prior: of the series.
  init(changes: [Double], lengths: [Double], ages: [Int], prior: PacePrior) {
    var nothing: PaceTrace?
    self.init(
      changes: changes, lengths: lengths, ages: ages, prior: prior, trace: &nothing)
  }

  /// Finds the weights; a trace that is asked for is told each round.
  init(
    changes: [Double], lengths: [Double], ages: [Int], prior: PacePrior,
    trace: inout PaceTrace?
  ) {
    let count = changes.count
    let priorSum = prior.changeDegreesOfFreedom * prior.changeVariance
    guard count >= 2 else {
      variance = prior.changeVariance
      excess = changes.map { _ in 0 }
      recency = 1
      trace?.variance = variance
      trace?.weights = changes.map { _ in 1 }
      return
    }
    let paces = zip(changes, lengths).map { $0 / $1 }
    let mean = changes.reduce(0, +) / lengths.reduce(0, +)
    var spread = 0.0
    for (change, length) in zip(changes, lengths) {
      let miss = change - mean * length
      spread += miss * miss / length
    }
    var variance =
      (priorSum + spread) / (prior.changeDegreesOfFreedom + Double(count) - 1)
    // How far the place's own pace may lie from the prior's: its share of one year's variance, and v_m.
    let ownPace = Self.ownPaceShare * variance + prior.paceVariance
    let pilot = count >= 3 ? median(paces) : paces.reduce(0, +) / Double(count)
    var trust = ownPace / (ownPace + variance / Double(count))
    var centre = trust * pilot + (1 - trust) * prior.paceMean
    trace?.pilot = PaceTrace.Pilot(
      mean: mean, variance: variance, ownPace: ownPace, pace: pilot, trust: trust)
    var weights = [Double](repeating: 1, count: count)
    let robustness = prior.library.settings.robustness
    for round in 0..<3 {
      trace?.rounds.append(PaceTrace.Round(centre: centre))
      var weightedSquares = 0.0
      var sumOfWeights = 0.0
      var weightedPaces = 0.0
      for index in 0..<count {
        let miss = changes[index] - centre * lengths[index]
        let square = miss * miss / lengths[index]
        let weight = 1 / (1 + square / (robustness * variance))
        weights[index] = weight
        trace?.rounds[round].squares.append(square)
        weightedSquares += weight * square
        sumOfWeights += weight
        weightedPaces += weight * paces[index]
      }
      variance = (priorSum + weightedSquares) / (prior.changeDegreesOfFreedom + Double(count))
      trust = ownPace / (ownPace + variance / sumOfWeights)
      centre = trust * weightedPaces / sumOfWeights + (1 - trust) * prior.paceMean
      trace?.rounds[round].weights = weights
      trace?.rounds[round].variance = variance
      trace?.rounds[round].trust = trust
    }
    self.variance = variance
    excess = zip(weights, lengths).map { (1 / $0 - 1) * $1 }
    trace?.rounds.append(PaceTrace.Round(centre: centre, variance: variance, trust: trust))
    let squares = Self.meanSquares(
      changes: changes, lengths: lengths, ages: ages, centre: centre, variance: variance,
      prior: prior, trace: &trace)
    recency = squares.recent / squares.equal
    trace?.pilot.recentSquare = squares.recent
    trace?.pilot.equalSquare = squares.equal
    trace?.variance = variance
    trace?.weights = weights
    trace?.recency = recency
  }

  /// Returns the mean square of changes with weights that halve each year back, and that with equal
  /// weights.
  private static func meanSquares(
    changes: [Double], lengths: [Double], ages: [Int], centre: Double, variance: Double,
    prior: PacePrior, trace: inout PaceTrace?
  ) -> (recent: Double, equal: Double) {
    let settings = prior.library.settings
    let priorSum = prior.changeDegreesOfFreedom * prior.changeVariance
    var (recentSum, recentWeight) = (priorSum, prior.changeDegreesOfFreedom)
    var (equalSum, equalWeight) = (priorSum, prior.changeDegreesOfFreedom)
    for index in changes.indices {
      var age = 1.0
      for _ in 0..<ages[index] { age *= settings.recency }
      let miss = changes[index] - centre * lengths[index]
      let square = miss * miss / lengths[index]
      let weight = 1 / (1 + square / (settings.robustness * variance))
      recentSum += age * weight * square
      recentWeight += age * weight
      trace?.rounds[3].squares.append(square)
      trace?.rounds[3].weights.append(weight)
      equalSum += weight * square
      equalWeight += weight
    }
    return (recentSum / recentWeight, equalSum / equalWeight)
  }

  /// The variance of a place's own pace as a share of one year's variance.
  static let ownPaceShare = 0.15
}

/// The noise of single figures, angular points squared.
struct FigureNoise {
  /// One value a figure.
  let variances: [Double]
  /// What the last figure and the coming one add to what comes.
  let aheadVariance: Double
  /// Whether there is any.
  let isPresent: Bool

  /// - Parameters:
  ///   - input: the series; its bases, the revision of its last figure and the deviations of rebuilt figures
  ///     are read.
  ///   - angles: its figures.
  ///   - prior: gives the share of units that are drawn anew each year.
  init(_ input: TrendInput, angles: [Double], prior: PacePrior) {
    let turnover = prior.library.settings.unitTurnover
    let factor = turnover * (100 / Double.pi) * (100 / Double.pi)
    var variances = input.bases.map { base in base.map { factor / Double(max($0, 1)) } ?? 0 }
    let coming = variances[variances.count - 1]
    if input.revisionSD > 0 {
      variances[variances.count - 1] += Self.variance(
        deviation: input.revisionSD, percent: input.percents[input.percents.count - 1])
    }
    for (figure, deviation) in input.rebuildingSDs.enumerated() where deviation > 0 {
      variances[figure] += Self.variance(deviation: deviation, percent: input.percents[figure])
    }
    aheadVariance = variances[variances.count - 1] + coming
    isPresent = variances.contains { $0 > 0 }
    self.variances = variances
  }

  /// Returns the variance on the angular scale of a deviation in percentage points round a share.
  private static func variance(deviation: Double, percent: Double) -> Double {
    let scale = ValueScale.angular
    let half =
      (scale.value(ofPercent: percent + deviation) - scale.value(ofPercent: percent - deviation))
      / 2
    return half * half
  }
}
