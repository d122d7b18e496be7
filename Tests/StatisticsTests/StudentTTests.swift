import RealModule
import Statistics
import Testing

@Suite("Student's t distribution")
struct StudentTTests {
  @Test("One degree of freedom is the Cauchy distribution", arguments: [-1e30, -3, -0.4, 0, 2, 9])
  func cauchy(x: Double) {
    let distribution = StudentT(degreesOfFreedom: 1)
    let expected = Double.atan2(y: 1, x: -x) / Double.pi
    #expect(abs(distribution.cumulativeProbability(x) / expected - 1) <= 1e-14)
    #expect(abs(distribution.density(x) * Double.pi * (1 + x * x) - 1) <= 1e-14)
  }

  @Test("Two degrees of freedom follow their closed form", arguments: [-50, -2, -0.5, 0, 0.5, 4.0])
  func twoDegrees(x: Double) {
    let distribution = StudentT(degreesOfFreedom: 2)
    let expected = 0.5 + x / (2 * (2 + x * x).squareRoot())
    #expect(abs(distribution.cumulativeProbability(x) - expected) <= 1e-15)
  }

  @Test(
    "Very many degrees of freedom give the normal distribution", arguments: [1e12, 1e16, 1e300])
  func nearlyNormal(degreesOfFreedom: Double) {
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
    for x in [-6, -1.5, -0.25, 0, 0.75, 3.0] {
      let expected = Normal.standard.cumulativeProbability(x)
      #expect(abs(distribution.cumulativeProbability(x) / expected - 1) <= 1e-9)
    }
    for probability in [1e-6, 0.3, 0.45, 0.5, 0.8] {
      let expected = Normal.standard.quantile(probability)
      #expect(abs(distribution.quantile(probability) - expected) <= 1e-9)
    }
  }

  @Test(
    "Infinite, missing and bounding arguments have defined results",
    arguments: [0.5, 1, 3, 1e20])
  func edges(degreesOfFreedom: Double) {
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
    #expect(distribution.cumulativeProbability(-.infinity) == 0)
    #expect(distribution.cumulativeProbability(.infinity) == 1)
    #expect(distribution.cumulativeProbability(0) == 0.5)
    #expect(distribution.cumulativeProbability(.nan).isNaN)
    #expect(distribution.upperTail(-.infinity) == 1)
    #expect(distribution.upperTail(.infinity) == 0)
    #expect(distribution.upperTail(.nan).isNaN)
    #expect(distribution.quantile(0) == -.infinity)
    #expect(distribution.quantile(1) == .infinity)
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.upperQuantile(0) == .infinity)
    #expect(distribution.upperQuantile(1) == -.infinity)
    #expect(distribution.upperQuantile(0.5).sign == .plus)
    #expect(distribution.density(.infinity) == 0)
    #expect(distribution.density(-.infinity) == 0)
    #expect(distribution.density(.nan).isNaN)
  }

  @Test("A quantile beyond the largest double is infinite, on its own side")
  func overflowingQuantile() {
    #expect(StudentT(degreesOfFreedom: 0.01).quantile(1e-9) == -.infinity)
    #expect(StudentT(degreesOfFreedom: 0.01).upperQuantile(1e-9) == .infinity)
    #expect(StudentT(degreesOfFreedom: 2.5).quantile(1e-300).isFinite)
  }

  @Test("Degrees of freedom near 0 still invert", arguments: [0.001, 0.01, 0.05, 0.3])
  func nearlyZeroDegrees(degreesOfFreedom: Double) {
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
    for probability in [0.35, 0.45, 0.499_999, 0.500_001, 0.55, 0.65] {
      let x = distribution.quantile(probability)
      #expect(x.isFinite && (x < 0) == (probability < 0.5))
      #expect(abs(distribution.cumulativeProbability(x) - probability) <= 1e-14)
    }
  }

  @Test("The quantile inverts the distribution and the tails mirror each other", arguments: 0..<200)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let distribution = StudentT(degreesOfFreedom: 0.5 + 60 * generator.nextUniform())
    let probability = generator.nextUniform()
    let x = distribution.quantile(probability)
    #expect(abs(distribution.cumulativeProbability(x) - probability) <= 1e-14)
    #expect(distribution.upperTail(x) == distribution.cumulativeProbability(-x))
    #expect(abs(distribution.upperTail(x) + distribution.cumulativeProbability(x) - 1) <= 1e-15)
    #expect(distribution.upperQuantile(probability) == -x)
    #expect(distribution.density(x) == distribution.density(-x))
  }

  @Test(
    "The ranges of the argument join without a jump",
    arguments: [0.5, 1, 1.5, 4, 30, 1e6, 1e14])
  func joins(degreesOfFreedom: Double) {
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
    let root = degreesOfFreedom.squareRoot()
    for border in [min(1, 0.7 * root), 1e16 * root] {
      let inside = distribution.upperTail(border.nextDown)
      let outside = distribution.upperTail(border.nextUp)
      #expect(abs(outside - inside) <= 2e-13 * inside)
    }
    for border in [0.4, 0.6] {
      let inside = distribution.quantile(border.nextDown)
      let outside = distribution.quantile(border.nextUp)
      #expect(inside < outside && outside - inside <= 1e-14)
    }
  }

  @Test("Bad degrees of freedom and probabilities stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 0) }
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: .infinity) }
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: .nan) }
    await #expect(processExitsWith: .failure) {
      _ = StudentT(degreesOfFreedom: 3).quantile(1.000_1)
    }
    await #expect(processExitsWith: .failure) {
      _ = StudentT(degreesOfFreedom: 3).upperQuantile(.nan)
    }
  }
}
