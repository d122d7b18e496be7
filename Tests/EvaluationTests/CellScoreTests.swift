import Forecasting
import Statistics
import Testing

@testable import Evaluation

@Suite("Score of a cell")
struct CellScoreTests {
  /// A forecast whose 50, 80 and 95% intervals are those of a normal distribution of 10 points.
  private let forecast = ShareDistribution(location: 50, scale: 10, degreesOfFreedom: 1e7)

  private func score(_ rows: [BacktestRow]) -> CellScore {
    var score = CellScore()
    for row in rows { score.add(row) }
    return score
  }

  @Test("Errors, coverage and its error are those worked out by hand")
  func byHand() throws {
    // Half widths 6.745, 12.816, 19.600. Two origins: three targets and one.
    let score = score([
      EvaluationFixture.row(place: 0, origin: 2019, actual: 52),
      EvaluationFixture.row(place: 1, origin: 2019, actual: 60),
      EvaluationFixture.row(place: 2, origin: 2019, actual: 35),
      EvaluationFixture.row(place: 0, origin: 2020, meanChange: nil, actual: 75),
    ])
    #expect(score.count == 4 && score.placeCount == 3 && score.originCount == 2)
    #expect(score.meanAbsoluteError == 13)
    // The mean change of three of them is 2 points: 1, 5 and 7.5 changes.
    #expect(score.meanScaledError == 4.5)
    #expect(score.coverage(.half) == 0.25)
    #expect(score.coverage(.wide) == 0.5)
    #expect(score.coverage(.widest) == 0.75)
    // 80%: sums of I − ½ are ½ and −½; √(2/1·(¼ + ¼))/4.
    #expect(abs(try #require(score.coverageError(.wide)) - 0.25) <= 1e-15)
    // 95%: sums of I − ¾ are ¾ and −¾; √(2·9/8)/4.
    #expect(abs(try #require(score.coverageError(.widest)) - 0.375) <= 1e-15)
    let wide = forecast.interval(0.8)
    let misses = (wide.lowerBound - 35) + (75 - wide.upperBound)
    let width = wide.upperBound - wide.lowerBound
    let expected = width + 2.5 * misses
    #expect(abs(score.meanIntervalScore - expected) <= 1e-10)
  }

  @Test("The score of a whole distribution is that of its quantiles; of a certain one its error")
  func rankedScore() {
    let quantiles = (0..<CellScore.midpoints).map {
      forecast.quantile((Double($0) + 0.5) / Double(CellScore.midpoints))
    }
    for actual in [20.0, 50, 66] {
      let score = score([EvaluationFixture.row(actual: actual)])
      let expected = rankedProbabilityScore(midpointQuantiles: quantiles, actual: actual)
      #expect(abs(score.meanRankedScore - expected) <= 1e-12)
    }
    let certain = ShareDistribution(location: 40, scale: 0, degreesOfFreedom: 3)
    let score = score([EvaluationFixture.row(forecast: certain, actual: 43)])
    #expect(abs(score.meanRankedScore - 3) <= 1e-13 && score.meanAbsoluteError == 3)
  }

  @Test(
    "Quantiles of the midpoints are the distribution's own, on every scale",
    arguments: [ValueScale.points, .angular, .logit])
  func midpointQuantiles(scale: ValueScale) {
    let forecast = ShareDistribution(
      location: scale.value(ofPercent: 92), scale: scale == .logit ? 0.8 : 9, degreesOfFreedom: 3,
      on: scale)
    let quantiles = CellScore.midpointQuantiles(of: forecast)
    #expect(quantiles.count == CellScore.midpoints)
    for (index, quantile) in quantiles.enumerated() {
      let expected = forecast.quantile((Double(index) + 0.5) / Double(CellScore.midpoints))
      #expect(abs(quantile - expected) <= 1e-10)
    }
    for (lower, upper) in zip(quantiles, quantiles.dropFirst()) { #expect(lower <= upper) }
  }

  @Test("Errors of places in one year count as one, not as many")
  func clusters() throws {
    let independent = score(
      (0..<20).map {
        EvaluationFixture.row(place: $0, origin: 2000 + $0, actual: $0 % 4 == 0 ? 90 : 50)
      })
    let shared = score(
      (0..<20).map {
        EvaluationFixture.row(place: $0, origin: 2000 + $0 / 5, actual: $0 / 5 == 0 ? 90 : 50)
      })
    #expect(independent.coverage(.wide) == 0.75 && shared.coverage(.wide) == 0.75)
    #expect(
      try #require(shared.coverageError(.wide)) > 2
        * (try #require(independent.coverageError(.wide))))
    let one = score([EvaluationFixture.row(actual: 50), EvaluationFixture.row(actual: 90)])
    #expect(one.coverageError(.wide) == nil)
  }

  @Test("A target on the bound of an interval lies inside")
  func bounds() {
    let certain = ShareDistribution(location: 100, scale: 0, degreesOfFreedom: 3)
    let score = score([EvaluationFixture.row(forecast: certain, actual: 100)])
    #expect(CellScore.Level.allCases.allSatisfy { score.coverage($0) == 1 })
    #expect(CellScore.Level.allCases.map(\.stated) == [0.5, 0.8, 0.95])
  }

  @Test("F(y) falls into its tenth; mass at 0 or 100 is spread over the tenths it covers")
  func integralTransform() {
    let inside = score([25, 50.1, 75].map { EvaluationFixture.row(actual: $0) })
    #expect(inside.integralTransform == [1, 0, 0, 0, 0, 1, 0, 0, 0, 1])
    // Half of the mass lies beyond 100.
    let high = ShareDistribution(location: 100, scale: 5, degreesOfFreedom: 4)
    let top = score([EvaluationFixture.row(forecast: high, actual: 100)])
    for tenth in 0..<10 {
      #expect(abs(top.integralTransform[tenth] - (tenth < 5 ? 0 : 0.2)) <= 1e-12)
    }
    let low = ShareDistribution(location: 0, scale: 5, degreesOfFreedom: 4)
    let bottom = score([EvaluationFixture.row(forecast: low, actual: 0)])
    for tenth in 0..<10 {
      #expect(abs(bottom.integralTransform[tenth] - (tenth < 5 ? 0.2 : 0)) <= 1e-12)
    }
  }

  @Test("Every forecast adds one to the tenths, wherever it came out", arguments: 0..<20)
  func transformAddsUp(seed: UInt64) {
    var random = SeededNumbers(seed)
    let rows = (0..<40).map { index in
      EvaluationFixture.row(
        forecast: ShareDistribution(
          location: random.number(in: -30...130), scale: random.number(in: 0...20),
          degreesOfFreedom: random.number(in: 1...30), on: index % 2 == 0 ? .points : .angular),
        actual: [0, 100, random.number(in: 0...100)][index % 3])
    }
    let score = score(rows)
    #expect(abs(score.integralTransform.reduce(0, +) - 40) <= 1e-9)
    #expect(score.integralTransform.allSatisfy { $0 >= 0 })
    #expect(CellScore.Level.allCases.allSatisfy { (0...1).contains(score.coverage($0)) })
  }
}
