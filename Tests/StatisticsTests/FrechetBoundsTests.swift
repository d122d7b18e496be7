import Statistics
import Testing

@Suite("Fréchet bounds")
struct FrechetBoundsTests {
  @Test("Without events both bounds are 1")
  func noEvents() {
    let bounds = FrechetBounds(marginals: [])
    #expect(bounds.lower == 1)
    #expect(bounds.upper == 1)
  }

  @Test("One event has its own probability as both bounds", arguments: [0, 1e-20, 0.1, 0.3, 1])
  func oneEvent(probability: Double) {
    let bounds = FrechetBounds(marginals: [probability])
    #expect(bounds.upper == probability)
    #expect(bounds.lower <= probability)
    #expect(probability - bounds.lower <= 0x1p-53)
  }

  @Test("The upper bound is the least marginal, the lower what the shortfalls leave")
  func severalEvents() {
    let bounds = FrechetBounds(marginals: [0.75, 0.875, 0.625])
    #expect(bounds.lower == 0.25)
    #expect(bounds.upper == 0.625)
  }

  @Test("The lower bound never falls below 0")
  func exclusiveEvents() {
    #expect(FrechetBounds(marginals: [0.25, 0.5]).lower == 0)
    #expect(FrechetBounds(marginals: [0, 1]) == FrechetBounds(marginals: [0]))
  }

  @Test("The lower bound never exceeds the upper", arguments: 0..<200)
  func ordered(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marginals = (0..<Int(seed % 7)).map { _ in 1 - generator.nextUniform() / 8 }
    let bounds = FrechetBounds(marginals: marginals)
    #expect(0 <= bounds.lower && bounds.lower <= bounds.upper && bounds.upper <= 1)
  }

  @Test("A marginal outside 0...1 or NaN stops the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = FrechetBounds(marginals: [0.5, -0.1]) }
    await #expect(processExitsWith: .failure) { _ = FrechetBounds(marginals: [.nan]) }
  }
}
