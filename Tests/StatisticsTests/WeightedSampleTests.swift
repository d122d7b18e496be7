import Statistics
import Testing

@Suite("WeightedSample")
struct WeightedSampleTests {
  // numpy 2.4: np.quantile([3, 1, 2, 2, 10], q, weights=[1, 2, 0.5, 0.25, 0.25], method="inverted_cdf")
  @Test(
    "Quantiles are those of NumPy's weighted inverted distribution function",
    arguments: [
      (0, 1), (0.1, 1), (0.5, 1), (0.501, 2), (0.6875, 2), (0.69, 3), (0.9375, 3), (0.94, 10),
      (1, 10),
    ])
  func quantiles(probability: Double, value: Double) {
    let sample = WeightedSample([3, 1, 2, 2, 10], weights: [1, 2, 0.5, 0.25, 0.25])
    #expect(sample.quantile(probability) == value)
  }

  @Test("The share below a value leaves the value itself out, and is 0 and 1 beyond the ends")
  func shares() {
    let sample = WeightedSample([3, 1, 2, 2, 10], weights: [1, 2, 0.5, 0.25, 0.25])
    #expect(sample.share(below: 1) == 0 && sample.share(below: -.infinity) == 0)
    #expect(sample.share(below: 1.5) == 0.5 && sample.share(below: 2) == 0.5)
    #expect(sample.share(below: 3) == 0.6875 && sample.share(below: 10) == 0.9375)
    #expect(sample.share(below: 11) == 1)
  }

  @Test("One value is its own quantile for every probability")
  func single() {
    let sample = WeightedSample([4], weights: [0.1])
    for probability in [0, 0.3, 1] { #expect(sample.quantile(probability) == 4) }
    #expect(sample.share(below: 4) == 0 && sample.share(below: 4.1) == 1)
  }
}
