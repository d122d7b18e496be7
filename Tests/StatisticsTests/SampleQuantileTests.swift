import Statistics
import Testing

@Suite("Sample quantile")
struct SampleQuantileTests {
  @Test("Interpolates between order statistics as type 7")
  func interpolation() {
    let values = [15, 20, 35, 40, 50.0]
    #expect(sampleQuantile(values, probability: 0.25) == 20)
    #expect(sampleQuantile(values, probability: 0.4) == 29)
    #expect(abs(sampleQuantile(values, probability: 0.05) - 16) <= 1e-14)
    #expect(sampleQuantile([1, 2, 3, 4], probability: 0.375) == 2.125)
  }

  @Test("The ends are the least and the greatest value")
  func ends() {
    #expect(sampleQuantile([3, -1, 2], probability: 0) == -1)
    #expect(sampleQuantile([3, -1, 2], probability: 1) == 3)
  }

  @Test("One value is its own quantile", arguments: [0, 0.3, 0.5, 1])
  func oneValue(probability: Double) {
    #expect(sampleQuantile([7.5], probability: probability) == 7.5)
  }

  @Test("Several probabilities keep their order and agree with single ones")
  func severalProbabilities() {
    let values = [9, 4, 1, 16, 25.0]
    let probabilities = [0.9, 0.1, 0.5]
    #expect(
      sampleQuantiles(values, probabilities: probabilities)
        == probabilities.map { sampleQuantile(values, probability: $0) })
    #expect(sampleQuantiles(values, probabilities: []) == [])
  }

  @Test("The median is the middle value or the mean of two")
  func medians() {
    #expect(median([3, 1, 2]) == 2)
    #expect(median([4, 1, 3, 2]) == 2.5)
    #expect(median([8]) == 8)
  }

  @Test("Very large and infinite values do not overflow")
  func largeValues() {
    let largest = Double.greatestFiniteMagnitude
    #expect(median([-largest, largest]) == 0)
    #expect(median([largest, largest]) == largest)
    #expect(median([1, .infinity, 2]) == 2)
    #expect(sampleQuantile([1, .infinity], probability: 0.5) == .infinity)
    #expect(median([-.infinity, .infinity]).isNaN)
  }

  @Test("Grows with the probability, stays in range, follows shift of scale", arguments: 0..<200)
  func laws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<(1 + Int(seed % 20))).map { _ in 100 * generator.nextUniform() }
    let probabilities = (0...50).map { Double($0) / 50 }
    let quantiles = sampleQuantiles(values, probabilities: probabilities)
    #expect(quantiles.first == values.min())
    #expect(quantiles.last == values.max())
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 + 1e-13 })
    let doubled = sampleQuantiles(values.map { 2 * $0 }, probabilities: probabilities)
    #expect(doubled == quantiles.map { 2 * $0 })
  }

  @Test("An empty sample, NaN and a bad probability stop the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = sampleQuantile([], probability: 0.5) }
    await #expect(processExitsWith: .failure) { _ = median([1, .nan]) }
    await #expect(processExitsWith: .failure) { _ = sampleQuantile([1], probability: 1.5) }
  }
}
