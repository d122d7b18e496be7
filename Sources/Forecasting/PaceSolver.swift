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
    let angles = input.percents.map { ValueScale.angular.value(ofPercent: $0) }
    let last = angles[angles.count - 1]
    let changes = unexplainedChanges(angles, prior: prior)
    let weighting = RobustWeights(
      changes: changes, lengths: operators.lengths, ages: operators.ages, prior: prior)
    let noise = FigureNoise(input, angles: angles, prior: prior)
    let path = expectedPath(from: last, prior: prior)
    let residuals = zip(changes, operators.lengths).map { $0 - prior.paceMean * $1 }

    let shapeCount = operators.shapes.count
    var centres = [Double](repeating: 0, count: shapeCount * horizon)
    var variances = centres
    var logarithms = [Double](repeating: 0, count: shapeCount)
    let priorSum = prior.changeDegreesOfFreedom * prior.changeVariance
    let degreesOfFreedom = prior.changeDegreesOfFreedom + Double(stepCount)
    for shape in 0..<shapeCount {
      var sumOfSquares = 0.0
      var logDeterminant = 0.0
      if stepCount > 0 {
        load(shape, residuals: residuals, weighting: weighting, noise: noise, prior: prior)
        logDeterminant = try workspace.whiten()
        sumOfSquares = squaredLength(ofColumn: 0)
      }
      let variance = (priorSum + sumOfSquares) / degreesOfFreedom
      logarithms[shape] =
        -0.5 * logDeterminant
        - 0.5 * degreesOfFreedom * Double.log(onePlus: sumOfSquares / priorSum)
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
      }
    }
    return mixture(
      centres: centres, variances: variances, logarithms: logarithms, input: input, prior: prior)
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
  private func expectedPath(from last: Double, prior: PacePrior) -> [Double] {
    var level = last
    var sum = 0.0
    var path: [Double] = []
    path.reserveCapacity(horizon)
    for _ in 0..<horizon {
      let change = prior.expectedChange(atLevel: level)
      sum += change
      path.append(sum)
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
    prior: PacePrior
  ) -> PaceFit {
    let scores = zip(prior.shapeWeights, logarithms).map { Double.log($0 + 1e-12) + $1 }
    let largest = scores.max() ?? 0
    var weights = scores.map { Double.exp($0 - largest) }
    let total = weights.reduce(0, +)
    for index in weights.indices { weights[index] /= total }
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
    let count = changes.count
    let priorSum = prior.changeDegreesOfFreedom * prior.changeVariance
    guard count >= 2 else {
      variance = prior.changeVariance
      excess = changes.map { _ in 0 }
      recency = 1
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
    var weights = [Double](repeating: 1, count: count)
    let robustness = prior.library.settings.robustness
    for _ in 0..<3 {
      var weightedSquares = 0.0
      var sumOfWeights = 0.0
      var weightedPaces = 0.0
      for index in 0..<count {
        let miss = changes[index] - centre * lengths[index]
        let square = miss * miss / lengths[index]
        let weight = 1 / (1 + square / (robustness * variance))
        weights[index] = weight
        weightedSquares += weight * square
        sumOfWeights += weight
        weightedPaces += weight * paces[index]
      }
      variance = (priorSum + weightedSquares) / (prior.changeDegreesOfFreedom + Double(count))
      trust = ownPace / (ownPace + variance / sumOfWeights)
      centre = trust * weightedPaces / sumOfWeights + (1 - trust) * prior.paceMean
    }
    self.variance = variance
    excess = zip(weights, lengths).map { (1 / $0 - 1) * $1 }
    recency = Self.recency(
      changes: changes, lengths: lengths, ages: ages, centre: centre, variance: variance,
      prior: prior)
  }

  /// Returns the mean square of changes with weights that halve each year back, over that with equal
  /// weights.
  private static func recency(
    changes: [Double], lengths: [Double], ages: [Int], centre: Double, variance: Double,
    prior: PacePrior
  ) -> Double {
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
      equalSum += weight * square
      equalWeight += weight
    }
    return recentSum / recentWeight / (equalSum / equalWeight)
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
