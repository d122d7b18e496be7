import Indicators
import LinearAlgebra
import RealModule
import Testing

@testable import Forecasting

@Suite("Solver of the pace model")
struct PaceSolverTests {
  private let shape = ChangeShape(
    noise: 0.25, slope: 0.15, drift: 0.2, persistence: 0.5, weight: 1)

  private func prior() -> PacePrior {
    var prior = LibraryFixture.prior(
      LibraryFixture.library(paces: LibraryFixture.flatPaces, shapes: [shape]))
    prior.paceMean = 0.4
    return prior
  }

  /// Returns centre and scale of a year ahead by the formulas of the model, with dense matrices of
  /// years, steps and figures.
  private func dense(_ input: TrendInput, _ prior: PacePrior, ahead: Int) throws -> (Double, Double)
  {
    let angles = input.percents.map { ValueScale.angular.value(ofPercent: $0) }
    let used = input.years.indices.dropLast().filter { !input.brokenSteps.contains($0) }
    let (first, last) = (input.years[0], input.years[input.years.count - 1])
    let years = last - first + ahead
    let lengths = used.map { Double(input.years[$0 + 1] - input.years[$0]) }
    let changes = used.map { angles[$0 + 1] - angles[$0] }
    let weights = RobustWeights(
      changes: changes, lengths: lengths, ages: used.map { last - input.years[$0 + 1] },
      prior: prior)
    let noise = FigureNoise(input, angles: angles, prior: prior)

    // The rows of J add yearly changes up: one row a used step, and one for all that comes.
    var yearly = Matrix(rows: years, columns: years, repeating: 0)
    for row in 0..<years {
      for column in 0..<years {
        yearly[row, column] =
          shape.covariance(yearsApart: abs(row - column)) + prior.paceVariance / weights.variance
      }
    }
    var sums = Matrix(rows: used.count + 1, columns: years, repeating: 0)
    for (row, step) in used.enumerated() {
      for year in (input.years[step] - first)..<(input.years[step + 1] - first) {
        sums[row, year] = 1
      }
    }
    for year in (last - first)..<years { sums[used.count, year] = 1 }
    var joint = sums * yearly * sums.transposed
    for (row, excess) in weights.excess.enumerated() { joint[row, row] += excess }

    // Each figure's own noise enters the steps on both sides of it; what comes starts at the last.
    var figures = Matrix(rows: used.count + 1, columns: angles.count, repeating: 0)
    for (row, step) in used.enumerated() { (figures[row, step], figures[row, step + 1]) = (-1, 1) }
    figures[used.count, angles.count - 1] = -1
    var variances = Matrix(rows: angles.count, columns: angles.count, repeating: 0)
    for (figure, variance) in noise.variances.enumerated() {
      variances[figure, figure] = variance / weights.variance
    }
    let noisy = figures * variances * figures.transposed
    for row in 0...used.count {
      for column in 0...used.count { joint[row, column] += noisy[row, column] }
    }
    let coming = noise.aheadVariance - noise.variances[angles.count - 1]
    let total = joint[used.count, used.count] + coming / weights.variance

    var steps = Matrix(rows: used.count, columns: used.count, repeating: 0)
    var right = Matrix(rows: used.count, columns: 2, repeating: 0)
    for row in used.indices {
      for column in used.indices {
        steps[row, column] = (joint[row, column] + joint[column, row]) / 2
      }
      right[row, 0] = changes[row] - prior.paceMean * lengths[row]
      right[row, 1] = joint[row, used.count]
    }
    let whitened = try Cholesky(steps).whitening(right)
    let (residual, cross) = (whitened.column(0), whitened.column(1))
    func product(_ left: some Sequence<Double>, _ right: some Sequence<Double>) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let scaleOfPrior = prior.changeDegreesOfFreedom * prior.changeVariance
    let variance =
      (scaleOfPrior + product(residual, residual))
      / (prior.changeDegreesOfFreedom + Double(used.count))
    let centre =
      angles[angles.count - 1] + prior.paceMean * Double(ahead) + product(residual, cross)
    let recent = weights.recency.power(to: prior.library.settings.recencyFade, times: ahead - 1)
    return (centre, (variance * recent * (total - product(cross, cross))).squareRoot())
  }

  @Test(
    "Centre and scale are those of dense matrices, over gaps, with noise of figures and breaks",
    arguments: [
      [2023, 2024], [2020, 2024], [2022, 2023, 2024], [2017, 2018, 2021, 2022, 2024],
      Array(2012...2024), [2010, 2013, 2014, 2020, 2021],
    ])
  func agreesWithDense(years: [Int]) throws {
    var random = SeededNumbers(UInt64(years.count))
    let percents = years.map { 30 + Double($0 - 2010) + random.number(in: -2...2) }
    let prior = prior()
    let inputs = [
      TrendInput(years: years, percents: percents, prior: prior),
      TrendInput(years: years, percents: percents, prior: prior, revisionSD: 1.3),
      TrendInput(
        years: years, percents: percents, bases: years.map { $0 % 3 == 0 ? nil : 40 }, prior: prior,
        revisionSD: 0.7),
    ]
    for input in inputs {
      let fit = try PaceModel().fits(inputs: [input], horizon: 6)[0]
      for ahead in 1...6 {
        let (centre, scale) = try dense(input, prior, ahead: ahead)
        #expect(agree(fit.centres[ahead - 1], centre, to: 1e-9))
        #expect(agree(fit.scales[ahead - 1], scale, to: 1e-6))
      }
    }
  }

  @Test(
    "Breaks leave dense matrices without the broken steps", arguments: [[0], [1], [3], [1, 2]])
  func brokenSteps(_ broken: [Int]) throws {
    let prior = prior()
    let input = TrendInput(
      years: [2016, 2018, 2019, 2022, 2024], percents: [30, 33, 50, 54, 55.5],
      bases: [30, 30, 60, 60, 60], brokenSteps: broken, prior: prior, revisionSD: 1)
    let fit = try PaceModel().fits(inputs: [input], horizon: 4)[0]
    for ahead in 1...4 {
      let (centre, scale) = try dense(input, prior, ahead: ahead)
      #expect(agree(fit.centres[ahead - 1], centre, to: 1e-9))
      #expect(agree(fit.scales[ahead - 1], scale, to: 1e-6))
    }
  }

  @Test("A shape whose steps have no covariance is refused, not forecast from")
  func impossibleShape() {
    let broken = ChangeShape(noise: 40, slope: 0, drift: 0, persistence: 0, weight: 1)
    let prior = LibraryFixture.prior(LibraryFixture.library(shapes: [broken]))
    let input = TrendInput(years: [2022, 2023, 2024], percents: [1, 2, 3], prior: prior)
    #expect(throws: LinearAlgebraError.self) {
      _ = try PaceModel().fits(inputs: [input], horizon: 2)
    }
  }

  @Test("A jump among quiet years weighs less than they do")
  func robustWeights() {
    let prior = prior()
    let lengths = [Double](repeating: 1, count: 7)
    let quiet = RobustWeights(
      changes: [0.3, 0.5, 0.4, 0.2, 0.6, 0.5, 0.4], lengths: lengths, ages: [6, 5, 4, 3, 2, 1, 0],
      prior: prior)
    let jump = RobustWeights(
      changes: [0.3, 0.5, 0.4, 15, 0.6, 0.5, 0.4], lengths: lengths, ages: [6, 5, 4, 3, 2, 1, 0],
      prior: prior)
    #expect(quiet.excess.allSatisfy { $0 >= 0 && $0 < 0.5 })
    #expect(jump.excess[3] > 2)
    for step in [0, 1, 2, 4, 5, 6] { #expect(jump.excess[step] < 0.2 * jump.excess[3]) }
    #expect(jump.variance > quiet.variance)
  }

  @Test("Fewer than two steps have no odd one among them")
  func fewSteps() {
    let prior = prior()
    for changes in [[], [25.0]] {
      let weights = RobustWeights(
        changes: changes, lengths: changes.map { _ in 1 }, ages: changes.map { _ in 0 },
        prior: prior)
      #expect(weights.variance == prior.changeVariance)
      #expect(weights.excess == changes.map { _ in 0 })
    }
  }

  @Test("Noise is that of a binomial share, once a figure, and of the revision on the last")
  func figureNoise() {
    let prior = prior()
    func noise(_ bases: [Int?], _ revisionSD: Double = 0) -> FigureNoise {
      FigureNoise(
        TrendInput(
          years: [2022, 2023, 2024], percents: [40, 45, 50], bases: bases, revisionSD: revisionSD),
        angles: [43.6, 46.8, 50], prior: prior)
    }
    #expect(!noise([]).isPresent)
    #expect(noise([]).aheadVariance == 0)
    let counted = noise([100, nil, 25])
    #expect(counted.isPresent)
    #expect(counted.variances[1] == 0)
    #expect(agree(counted.variances[2], 4 * counted.variances[0], to: 1e-12))
    // What comes is counted anew among as many units.
    #expect(agree(counted.aheadVariance, 2 * counted.variances[2], to: 1e-12))
    let revised = noise([], 2)
    #expect(revised.variances[0] == 0 && revised.variances[1] == 0)
    #expect(revised.aheadVariance == revised.variances[2])
    // At one half an angular point is π/2 points: 2 points are 4/π angular ones.
    #expect(agree(revised.variances[2].squareRoot(), 4 / Double.pi, to: 2e-3))
  }
}

extension Double {
  /// Returns self raised to factor^times.
  fileprivate func power(to factor: Double, times: Int) -> Double {
    Double.exp(Double.log(self) * Double.pow(factor, times))
  }
}
