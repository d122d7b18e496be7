import RealModule
import Statistics
import Testing

@Suite("Normal distribution")
struct NormalTests {
  @Test("Published percentage points of the standard normal distribution")
  func percentagePoints() {
    #expect(abs(Normal.standard.quantile(0.975) - 1.959_963_984_540_054) <= 4e-16)
    #expect(abs(Normal.standard.upperQuantile(0.05) - 1.644_853_626_951_472_7) <= 4e-16)
    #expect(abs(Normal.standard.cumulativeProbability(1) - 0.841_344_746_068_542_9) <= 2e-16)
    #expect(abs(Normal.standard.density(0) - 1 / (2 * Double.pi).squareRoot()) <= 1e-16)
  }

  @Test("Mean and standard deviation shift and scale")
  func shiftAndScale() {
    let heights = Normal(mean: 160, standardDeviation: 8)
    #expect(heights.quantile(0.5) == 160)
    #expect(heights.cumulativeProbability(168) == Normal.standard.cumulativeProbability(1))
    #expect(heights.upperTail(176) == Normal.standard.upperTail(2))
    #expect(heights.density(152) == Normal.standard.density(-1) / 8)
    #expect(heights.upperQuantile(0.25) == 160 + 8 * Normal.standard.upperQuantile(0.25))
  }

  @Test("Infinite, missing and bounding arguments have defined results")
  func edges() {
    let distribution = Normal(mean: -2, standardDeviation: 3)
    #expect(distribution.cumulativeProbability(-.infinity) == 0)
    #expect(distribution.cumulativeProbability(.infinity) == 1)
    #expect(distribution.cumulativeProbability(.nan).isNaN)
    #expect(distribution.upperTail(-.infinity) == 1)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.upperTail(.nan).isNaN)
    #expect(distribution.quantile(0) == -.infinity)
    #expect(distribution.quantile(1) == .infinity)
    #expect(distribution.upperQuantile(0) == .infinity)
    #expect(distribution.upperQuantile(1) == -.infinity)
    #expect(distribution.density(.infinity) == 0)
    #expect(distribution.density(.nan).isNaN)
  }

  @Test("The quantile inverts the distribution and the tails mirror each other", arguments: 0..<200)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let probability = generator.nextUniform()
    let x = Normal.standard.quantile(probability)
    #expect(abs(Normal.standard.cumulativeProbability(x) - probability) <= 1e-15)
    #expect(Normal.standard.upperTail(x) == Normal.standard.cumulativeProbability(-x))
    #expect(abs(Normal.standard.upperQuantile(probability) + x) <= 1e-15 * abs(x))
  }

  @Test("Bad parameters and probabilities stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = Normal(mean: 0, standardDeviation: 0) }
    await #expect(processExitsWith: .failure) { _ = Normal(mean: .nan, standardDeviation: 1) }
    await #expect(processExitsWith: .failure) { _ = Normal.standard.quantile(-0.1) }
    await #expect(processExitsWith: .failure) { _ = Normal.standard.upperQuantile(.nan) }
  }
}
