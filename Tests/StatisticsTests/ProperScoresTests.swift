import RealModule
import Statistics
import Testing

@Suite("Proper scores")
struct ProperScoresTests {
  @Test(
    "The pinball loss weighs misses by the side they are on",
    arguments: [
      (0.9, 60.0, 9.0), (0.9, 40, 1), (0.5, 40, 5), (0.5, 60, 5), (0.1, 50, 0), (0, 40, 10),
      (1, 40, 0),
    ])
  func pinball(probability: Double, actual: Double, loss: Double) {
    let computed = pinballLoss(quantile: 50, probability: probability, actual: actual)
    #expect(abs(computed - loss) <= 1e-14)
  }

  @Test("The mean pinball loss is least for the true quantile")
  func pinballIsProper() {
    let values = (1...999).map { Double($0) / 10 }
    for probability in [0.1, 0.5, 0.8] {
      func mean(_ quantile: Double) -> Double {
        values.reduce(0) {
          $0 + pinballLoss(quantile: quantile, probability: probability, actual: $1)
        }
      }
      let best = mean(100 * probability)
      for off in [-10.0, -1, 1, 10] { #expect(mean(100 * probability + off) > best) }
    }
  }

  @Test(
    "The interval score is the width and a fine for misses",
    arguments: [
      (50.0, 20.0), (40, 20), (60, 20), (65, 70), (35, 70), (0, 420),
    ])
  func interval(actual: Double, score: Double) {
    #expect(abs(intervalScore(40...60, level: 0.8, actual: actual) - score) <= 1e-11)
  }

  @Test("It is the sum of the pinball losses of both ends, over the miss that is allowed")
  func intervalByPinball() {
    for actual in [10.0, 45, 70] {
      let losses =
        pinballLoss(quantile: 30, probability: 0.1, actual: actual)
        + pinballLoss(quantile: 55, probability: 0.9, actual: actual)
      #expect(abs(intervalScore(30...55, level: 0.8, actual: actual) - 2 / 0.2 * losses) <= 1e-12)
    }
  }

  @Test("A certain forecast scores its absolute error, with one quantile as with many")
  func certainForecast() {
    for count in [1, 2, 50] {
      let score = rankedProbabilityScore(
        midpointQuantiles: Array(repeating: 40, count: count), actual: 47)
      #expect(abs(score - 7) <= 1e-13)
    }
  }

  @Test("The score of the uniform distribution is its closed form, the error falls as 1/K²")
  func uniform() {
    for actual in [-0.5, 0, 0.2, 0.5, 0.93, 1, 1.4] {
      let held = min(max(actual, 0), 1)
      let exact = held * held - held + 1.0 / 3 + abs(actual - held)
      let errors = [10, 100].map { count in
        let quantiles = (0..<count).map { (Double($0) + 0.5) / Double(count) }
        return abs(rankedProbabilityScore(midpointQuantiles: quantiles, actual: actual) - exact)
      }
      #expect(errors[0] <= 1 / 100.0 && errors[1] <= 1 / 10_000.0)
    }
  }

  @Test("The score of the normal distribution is that of Gneiting and Raftery")
  func normal() {
    let count = 4000
    let quantiles = (0..<count).map {
      Normal.standard.quantile((Double($0) + 0.5) / Double(count))
    }
    for actual in [-3.0, -0.4, 0, 1.1, 2.5] {
      let exact =
        actual * (2 * Normal.standard.cumulativeProbability(actual) - 1)
        + 2 * Normal.standard.density(actual) - 1 / Double.sqrt(Double.pi)
      let score = rankedProbabilityScore(midpointQuantiles: quantiles, actual: actual)
      #expect(abs(score - exact) <= 2e-4)
    }
  }

  @Test("Scores of nothing trap, of a missing value are missing")
  func edges() async {
    #expect(pinballLoss(quantile: .nan, probability: 0.5, actual: 1).isNaN)
    #expect(pinballLoss(quantile: 1, probability: 0.5, actual: .nan).isNaN)
    await #expect(processExitsWith: .failure) {
      _ = rankedProbabilityScore(midpointQuantiles: [], actual: 1)
    }
  }
}
