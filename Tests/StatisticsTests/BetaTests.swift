import RealModule
import Statistics
import Testing

@Suite("Beta distribution")
struct BetaTests {
  @Test("Equal weights of 1 are the uniform distribution", arguments: [0, 0.125, 0.5, 0.75, 1])
  func uniform(x: Double) {
    let distribution = Beta(alpha: 1, beta: 1)
    #expect(distribution.cumulativeProbability(x) == x)
    #expect(distribution.upperTail(x) == 1 - x)
    #expect(distribution.quantile(x) == x)
    #expect(distribution.upperQuantile(x) == 1 - x)
    #expect(abs(distribution.density(x) - 1) <= 1e-15)
  }

  @Test("Weights 2 and 3 follow their polynomial", arguments: [0.1, 0.25, 0.5, 0.9])
  func polynomial(x: Double) {
    let distribution = Beta(alpha: 2, beta: 3)
    let expected = x * x * (6 - 8 * x + 3 * x * x)
    #expect(abs(distribution.cumulativeProbability(x) - expected) <= 1e-15)
    #expect(abs(distribution.density(x) - 12 * x * (1 - x) * (1 - x)) <= 1e-14)
  }

  @Test("The arcsine distribution keeps its digits at both ends", arguments: [1e-16, 1e-8, 0.01])
  func arcsine(x: Double) {
    let distribution = Beta(alpha: 0.5, beta: 0.5)
    let expected = Double.asin(x.squareRoot()) * 2 / Double.pi
    #expect(abs(distribution.cumulativeProbability(x) / expected - 1) <= 1e-15)
    #expect(abs(distribution.upperTail(x) - (1 - expected)) <= 2e-16)
    let rest = 1 - (1 - x)
    let expectedRest = Double.asin(rest.squareRoot()) * 2 / Double.pi
    #expect(abs(distribution.upperTail(1 - x) / expectedRest - 1) <= 1e-15)
  }

  @Test("Arguments outside the interval, infinite or missing have defined results")
  func edges() {
    let distribution = Beta(alpha: 2, beta: 5)
    for below: Double in [-.infinity, -0.1, 0] {
      #expect(distribution.cumulativeProbability(below) == 0)
      #expect(distribution.upperTail(below) == 1)
      #expect(distribution.density(below) == 0)
    }
    for above: Double in [1, 1.5, .infinity] {
      #expect(distribution.cumulativeProbability(above) == 1)
      #expect(distribution.upperTail(above) == 0)
      #expect(distribution.density(above) == 0)
    }
    #expect(distribution.cumulativeProbability(.nan).isNaN)
    #expect(distribution.upperTail(.nan).isNaN)
    #expect(distribution.density(.nan).isNaN)
    #expect(distribution.quantile(0) == 0)
    #expect(distribution.quantile(1) == 1)
    #expect(distribution.upperQuantile(0) == 1)
    #expect(distribution.upperQuantile(1) == 0)
  }

  @Test("Weights below 1 have infinite density at their end")
  func infiniteDensity() {
    #expect(Beta(alpha: 0.5, beta: 2).density(0) == .infinity)
    #expect(Beta(alpha: 2, beta: 0.5).density(1) == .infinity)
    #expect(Beta(alpha: 1, beta: 3).density(0) == 3)
  }

  @Test(
    "The quantile inverts the distribution; swapping the weights mirrors it",
    arguments: 0..<200)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alpha = 0.3 + 40 * generator.nextUniform()
    let beta = 0.3 + 40 * generator.nextUniform()
    let distribution = Beta(alpha: alpha, beta: beta)
    let mirrored = Beta(alpha: beta, beta: alpha)
    let probability = generator.nextUniform()
    let x = distribution.quantile(probability)
    #expect(abs(distribution.cumulativeProbability(x) - probability) <= 1e-13)
    #expect(abs(distribution.upperTail(x) - (1 - probability)) <= 1e-13)
    #expect(abs(mirrored.upperQuantile(probability) - (1 - x)) <= 1e-13)
  }

  @Test("Bad parameters and probabilities stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 0, beta: 1) }
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 1, beta: .infinity) }
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 1, beta: 1).quantile(2) }
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 1, beta: 1).upperQuantile(.nan) }
  }
}
