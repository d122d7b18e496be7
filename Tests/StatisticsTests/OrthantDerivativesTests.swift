import Statistics
import Testing

@Suite("Derivatives of the orthant probability")
struct OrthantDerivativesTests {
  /// Printed by Reference/orthant_derivatives.py.
  private static let cases: [(marginals: [Double], correlation: Double, values: [Double])] = [
    ([0.5, 0.5], 0.3, [0.5, 0.5]),
    ([0.9, 0.6, 0.3], 0.3, [0.09935111152305801, 0.2495034982416018, 0.634208805301713]),
    (
      [0.02, 0.97, 0.5, 0.8], 0.1,
      [0.4976003542571972, 0.005236833952077629, 0.01646375720032752, 0.00866385358082985]
    ),
    ([0.7, 0.7, 0.7], 0.6, [0.4218279718704588, 0.4218279718704588, 0.4218279718704588]),
    (
      [0.99, 0.2, 0.6, 0.95, 0.85], 0.3,
      [
        0.02160476705618292, 0.6430275857261658, 0.1507456096404703, 0.04038882652908889,
        0.06977022126815165,
      ]
    ),
    ([0.3, 0.8], 0.9, [0.9987090032329694, 0.001636894336996692]),
  ]

  @Test("They are those of 40-digit differences of the integral", arguments: cases.indices)
  func agreesWithReference(index: Int) {
    let (marginals, correlation, values) = Self.cases[index]
    let computed = orthantDerivatives(marginals: marginals, correlation: correlation)
    for (value, expected) in zip(computed, values) { #expect(abs(value - expected) <= 1e-13) }
  }

  @Test("Exact cases: nothing, one event, no dependence, full dependence, certain and impossible")
  func exactCases() {
    #expect(orthantDerivatives(marginals: [], correlation: 0.3) == [])
    #expect(orthantDerivatives(marginals: [0.4], correlation: 0.3) == [1])
    #expect(
      orthantDerivatives(marginals: [0.5, 0.25, 0.5], correlation: 0) == [0.125, 0.25, 0.125])
    #expect(orthantDerivatives(marginals: [0.5, 0.2, 0.7], correlation: 1) == [0, 1, 0])
    #expect(orthantDerivatives(marginals: [0.2, 0.2], correlation: 1) == [0, 0])
    #expect(orthantDerivatives(marginals: [1, 0.4], correlation: 0.3) == [0, 1])
    #expect(orthantDerivatives(marginals: [0, 0.4], correlation: 0.3) == [1, 0])
  }

  @Test("A step along the derivatives changes the probability by as much", arguments: 0..<60)
  func slope(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 2 + Int(generator.next() % 6)
    let marginals = (0..<count).map { _ in 0.05 + 0.9 * generator.nextUniform() }
    let correlation = 0.05 + 0.9 * generator.nextUniform()
    let derivatives = orthantDerivatives(marginals: marginals, correlation: correlation)
    for index in marginals.indices {
      func probability(_ step: Double) -> Double {
        var moved = marginals
        moved[index] += step
        return orthantProbability(marginals: moved, correlation: correlation)
      }
      let slope = (probability(1e-5) - probability(-1e-5)) / 2e-5
      #expect(abs(slope - derivatives[index]) <= 1e-7)
    }
  }
}
