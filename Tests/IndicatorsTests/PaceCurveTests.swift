import Indicators
import Testing

@Suite("Pace curve")
struct PaceCurveTests {
  private let curve = PaceCurve(knots: [0, 20, 60, 100], paces: [1, 2, 4, -1])

  @Test("Between knots the pace is linear, at knots it is theirs")
  func interpolation() {
    for (level, pace) in [(0.0, 1.0), (10, 1.5), (20, 2), (40, 3), (60, 4), (80, 1.5), (100, -1)] {
      #expect(abs(curve.upwardChange(atLevel: level) - pace) < 1e-14)
    }
    #expect(curve.interpolate([0, 8, 0, 0], at: 15) == 6)
  }

  @Test("Less is better is read from the other end, and falls")
  func down() {
    for level in stride(from: 0.0, through: 100, by: 7) {
      #expect(
        curve.downwardChange(atLevel: level)
          == -curve.upwardChange(atLevel: 100 - level))
    }
  }

  @Test("Levels beyond the ends count as the nearer end")
  func beyond() {
    #expect(curve.position(of: -5) == (0, 0))
    #expect(curve.position(of: 130) == (2, 1))
    #expect(curve.position(of: 100) == (2, 1))
    #expect(curve.position(of: 20) == (1, 0))
    #expect(curve.upwardChange(atLevel: 130) == -1)
  }

  @Test("The hats add up to one at every level")
  func partition() {
    for step in 0...500 {
      let sum = curve.interpolate([1, 1, 1, 1], at: Double(step) / 5)
      #expect(abs(sum - 1) < 1e-15)
    }
  }

  @Test("Knots that do not ascend from 0 to 100, or lack a pace, trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = PaceCurve(knots: [0], paces: [1]) }
    await #expect(processExitsWith: .failure) { _ = PaceCurve(knots: [0, 90], paces: [1, 1]) }
    await #expect(processExitsWith: .failure) {
      _ = PaceCurve(knots: [0, 50, 50, 100], paces: [1, 1, 1, 1])
    }
    await #expect(processExitsWith: .failure) { _ = PaceCurve(knots: [0, 100], paces: [1]) }
  }
}
