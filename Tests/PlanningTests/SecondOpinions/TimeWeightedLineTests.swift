@testable import Planning
import Testing

@Suite("A weighted line over years")
struct TimeWeightedLineTests {
  @Test("Weights pull the line: slope and value worked by hand")
  func weighted() throws {
    // t = 0, 1, 2; y = 0, 0, 3; w = 1, 1, 2: t̄ = 5/4, ȳ = 6/4,
    // Σw(t − t̄)(y − ȳ) = 1.875 + 0.375 + 2.25 = 4.5, Σw(t − t̄)² = 1.5625 + 0.0625 + 1.125 = 2.75.
    let points = try OpinionReference.points("2000:0 2001:0 2002:3")
    let line = try #require(TimeWeightedLine(points, weights: [1, 1, 2]))
    #expect(abs(line.slope - 4.5 / 2.75) < 1e-12)
    #expect(abs(line.value(in: 2003) - (1.5 + 4.5 / 2.75 * 1.75)) < 1e-12)
  }

  @Test("A line through points on a line is that line, whatever the weights")
  func exact() throws {
    let points = try OpinionReference.points("2019:40 2020:42 2024:50")
    for weights in [[1.0, 1, 1], [1, 5, 9]] {
      let line = try #require(TimeWeightedLine(points, weights: weights))
      #expect(abs(line.value(in: 2030) - 62) < 1e-9)
    }
  }
}
