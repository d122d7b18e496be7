import RealModule
import Statistics
import Testing

@Suite("Root in a bracket")
struct BracketedRootTests {
  @Test("Smooth, steep, flat and far-off roots are found to the tolerance")
  func roots() {
    func root(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> Double {
      bracketedRoot(in: range, tolerance: 1e-13, of: function)
    }
    #expect(abs(root(0...2) { $0 * $0 - 2 } - 2.0.squareRoot()) <= 1e-13)
    #expect(abs(root(-4...4) { Double.exp($0) - 3 } - Double.log(3)) <= 1e-13)
    #expect(abs(root(0...1) { 0.3 - $0 } - 0.3) <= 1e-13)
    #expect(abs(root(0...1) { Double.pow($0, 9) - 1e-9 } - 0.1) <= 1e-13)
    #expect(abs(root(-60...60) { Double.exp($0) - 1e-20 } + 20 * Double.log(10)) <= 1e-12)
  }

  @Test("A root at an end is that end; infinite values count by their sign")
  func ends() {
    #expect(bracketedRoot(in: 1...3, tolerance: 0, of: { $0 - 1 }) == 1)
    #expect(bracketedRoot(in: 1...3, tolerance: 0, of: { $0 - 3 }) == 3)
    #expect(bracketedRoot(in: 2...2, tolerance: 0, of: { $0 }) == 2)
    let jump = bracketedRoot(in: 0...1, tolerance: 1e-12) { $0 < 0.6 ? -.infinity : .infinity }
    #expect(abs(jump - 0.6) <= 1e-12)
  }

  @Test("Without a change of sign the end nearer to a root is given")
  func withoutRoot() {
    #expect(bracketedRoot(in: 1...2, tolerance: 1e-9, of: { $0 }) == 1)
    #expect(bracketedRoot(in: 1...2, tolerance: 1e-9, of: { $0 - 5 }) == 2)
  }

  @Test("A smooth root takes a dozen evaluations, the worst no more than thrice those of bisection")
  func evaluations() {
    var count = 0
    _ = bracketedRoot(in: 0...2, tolerance: 1e-12) {
      count += 1
      return $0 * $0 - 2
    }
    #expect(count <= 14)
    count = 0
    _ = bracketedRoot(in: 0...1, tolerance: 1e-12) {
      count += 1
      return $0 < 0.123 ? -1e-30 : 1e30
    }
    #expect(count <= 3 * 41)
  }
}
