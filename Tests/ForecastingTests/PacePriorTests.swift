import Indicators
import Testing

@testable import Forecasting

@Suite("Prior of a place")
struct PacePriorTests {
  @Test("A place alone has the library's prior and nothing else")
  func alone() {
    let library = LibraryFixture.library()
    let prior = LibraryFixture.prior(library)
    #expect(prior.paceMean == 0)
    #expect(agree(prior.paceVariance.squareRoot(), library.settings.paceSD, to: 1e-14))
    #expect(prior.panelCurve.isEmpty && prior.otherPlaces == 0)
    #expect(prior.changeVariance > 0 && prior.changeDegreesOfFreedom > 0)
    #expect(prior.widths.factors == [library.estimates.loneWidth])
    #expect(agree(prior.shapeWeights.reduce(0, +), 1, to: 1e-14))
  }

  @Test("A family that differs from other shares has its own standard deviation of pace")
  func family() {
    let library = LibraryFixture.library()
    let prior = PacePrior(
      library: library, estimates: library.estimates, direction: .up, paceSD: 2)
    #expect(prior.paceVariance == 4)
    var expected = LibraryFixture.prior(library)
    expected.paceVariance = 4
    #expect(prior == expected)
  }

  @Test("Weights of shapes need not add up to one in the library")
  func shapeWeights() {
    let shapes = [2.0, 6].map {
      ChangeShape(noise: 0, slope: 0, drift: 0, persistence: 0, weight: $0)
    }
    #expect(
      LibraryFixture.prior(LibraryFixture.library(shapes: shapes)).shapeWeights == [0.25, 0.75])
  }

  @Test("The typical variance has the mean of log s² that the library tells")
  func changeVariance() {
    // Many degrees of freedom: log s² is known, so that s0² = exp(L).
    #expect(
      agree(PacePrior.changeVariance(logMean: 0.7, degreesOfFreedom: 1e9), 2.013_752_707, to: 1e-8))
    // ψ(1) − ln 1 = −γ.
    #expect(
      agree(
        PacePrior.changeVariance(logMean: 0, degreesOfFreedom: 2), 0.561_459_483_566_885, to: 1e-13)
    )
  }

  @Test("What is expected of a year is the curve's share and the panel's, linear between knots")
  func expectedChange() {
    var prior = LibraryFixture.prior()
    #expect(agree(prior.expectedChange(atLevel: 25), 0.5, to: 1e-14))
    #expect(agree(prior.expectedChange(atLevel: 37.5), 0.55, to: 1e-14))
    prior.panelCurve = [1, 2, 4, 0, 0]
    #expect(agree(prior.expectedChange(atLevel: 25), 2.5, to: 1e-14))
    #expect(agree(prior.expectedChange(atLevel: 37.5), 0.55 + 3, to: 1e-14))
    #expect(agree(prior.expectedChange(atLevel: -3), 0.4 + 1, to: 1e-14))
    #expect(agree(prior.expectedChange(atLevel: 120), -0.2, to: 1e-14))
  }

  @Test("Where the direction is not declared the curve tells nothing, the panel still does")
  func unknownDirection() {
    var prior = LibraryFixture.prior(direction: .unknown)
    for level in [0.0, 30, 100] { #expect(prior.expectedChange(atLevel: level) == 0) }
    prior.panelCurve = [1, 1, 1, 1, 1]
    #expect(prior.expectedChange(atLevel: 30) == 1)
  }
}
