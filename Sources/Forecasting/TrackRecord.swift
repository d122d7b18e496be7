import Indicators
import RealModule
import Statistics

/// What past forecasts of a panel say of the widths: errors of places whose targets have come.
///
/// With r the error, κ the library's width and S the stated scale, the factor g of the 80% half-width and
/// the degrees of freedom ν have the posterior
/// ```
/// log post(g, ν | h) = −½(log g/0.3)² + log prior(ν)
///                      + 0.2·Σ_h′ 0.8^|h−h′| Σ log[t_ν(r/(κ·g·c_ν·S))/(g·c_ν)],   c_ν = t_2(0.9)/t_ν(0.9)
/// ```
/// over a grid, with the errors of all other places. The exponent 0.2 stands for windows that overlap
/// and years that all places share; c_ν keeps the 80% interval where it is while ν bends its tails. The
/// means of log g and log ν are used.
struct TrackRecord: Sendable {
  /// The grid of log g.
  static let logFactors = (0..<19).map { -0.9 + 0.1 * Double($0) }
  /// The grid of ν.
  static let tails = [1.5, 2, 3, 4, 6, 10, 30]
  private static let tailWeights = [1, 3, 3, 2, 1, 0.5, 0.25]
  private static let priorSD = 0.3
  private static let kernel = 0.8
  private static let cellCount = logFactors.count * tails.count
  /// ln Γ((ν+1)/2) − ln Γ(ν/2) − ½ ln(νπ) for each ν.
  private static let normalizers = tails.map { tail in
    Double.logGamma((tail + 1) / 2) - Double.logGamma(tail / 2)
      - 0.5 * Double.log(tail * Double.pi)
  }
  private static let units = tails.map { unit(degreesOfFreedom: $0) }
  private static let logTails = tails.map { Double.log($0) }
  private static let logTailWeights = tailWeights.map { Double.log($0) }

  /// Returns c_ν.
  static func unit(degreesOfFreedom: Double) -> Double {
    StudentT(degreesOfFreedom: 2).quantile(0.9)
      / StudentT(degreesOfFreedom: degreesOfFreedom).quantile(0.9)
  }

  private let horizon: Int
  private var total: [Double]
  private var own: [Int: [Double]] = [:]
  private var targetCount = 0
  private var ownTargets: [Int: Int] = [:]

  init(horizon: Int) {
    self.horizon = horizon
    total = Array(repeating: 0, count: horizon * Self.cellCount)
  }

  /// Adds the error of a past forecast.
  ///
  /// - Parameters:
  ///   - ratio: r/(κ·S), the error over the library's width.
  ///   - place: whose forecast it was.
  ///   - ahead: how many years ahead.
  mutating func add(ratio: Double, place: Int, horizon ahead: Int) {
    let start = (ahead - 1) * Self.cellCount
    var single = own[place] ?? Array(repeating: 0, count: total.count)
    own[place] = nil
    var cell = start
    for logFactor in Self.logFactors {
      let scaled = ratio * Double.exp(-logFactor)
      for tail in Self.tails.indices {
        let standard = scaled / Self.units[tail]
        let value =
          Self.normalizers[tail] - logFactor - Double.log(Self.units[tail])
          - 0.5 * (Self.tails[tail] + 1)
          * Double.log(onePlus: standard * standard / Self.tails[tail])
        total[cell] += value
        single[cell] += value
        cell += 1
      }
    }
    own[place] = single
    targetCount += 1
    ownTargets[place, default: 0] += 1
  }

  /// Sets the widths of a place's prior by the targets of all other places.
  func apply(to prior: inout PacePrior, place: Int) {
    let targets = targetCount - (ownTargets[place] ?? 0)
    let temper = prior.library.settings.recordTemper
    guard targets > 0, temper > 0 else { return }
    let single = own[place]
    var evidence = total
    if let single { for index in evidence.indices { evidence[index] -= single[index] } }
    smooth(&evidence)
    prior.widths.targets = targets
    let width = prior.widths.factors[0]
    prior.widths.factors = []
    prior.widths.tails = []
    prior.widths.recordFactors = []
    for ahead in 0..<horizon {
      let start = ahead * Self.cellCount
      var scores = [Double](repeating: 0, count: Self.cellCount)
      var largest = -Double.infinity
      for cell in 0..<Self.cellCount {
        let distance = Self.logFactors[cell / Self.tails.count] / Self.priorSD
        scores[cell] =
          -0.5 * distance * distance + Self.logTailWeights[cell % Self.tails.count]
          + temper * evidence[start + cell]
        largest = max(largest, scores[cell])
      }
      var (sum, factor, tail) = (0.0, 0.0, 0.0)
      for cell in 0..<Self.cellCount {
        let weight = Double.exp(scores[cell] - largest)
        sum += weight
        factor += weight * Self.logFactors[cell / Self.tails.count]
        tail += weight * Self.logTails[cell % Self.tails.count]
      }
      let degreesOfFreedom = Double.exp(tail / sum)
      prior.widths.tails.append(degreesOfFreedom)
      prior.widths.recordFactors.append(Double.exp(factor / sum))
      prior.widths.factors.append(
        width * Double.exp(factor / sum) * Self.unit(degreesOfFreedom: degreesOfFreedom))
    }
  }

  /// Replaces each year's evidence by Σ_h′ 0.8^|h−h′| of all, in one pass up and one down.
  private func smooth(_ evidence: inout [Double]) {
    let width = Self.cellCount
    var upward = evidence
    for index in width..<max(width, evidence.count) {
      upward[index] += Self.kernel * upward[index - width]
    }
    var downward = evidence
    for index in stride(from: evidence.count - width - 1, through: 0, by: -1) {
      downward[index] += Self.kernel * downward[index + width]
    }
    for index in evidence.indices {
      evidence[index] = upward[index] + downward[index] - evidence[index]
    }
  }
}
