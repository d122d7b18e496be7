import Forecasting
import Testing

@Suite("No change")
struct NoChangeTests {
  @Test("Centre, spread and degrees of freedom are those of an independent computation")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: NoChange())
  }

  @Test("The last figure stays, and doubt grows with the root of the distance")
  func byHand() throws {
    // Steps of 1, 2 and 1 years by 2, −2 and 4 points: s² = (4 + 2 + 16)/3.
    let years = [2019, 2020, 2022, 2023]
    for ahead in [1, 4] {
      let distribution = try ChallengerReference.distribution(
        NoChange(), years, [50, 52, 50, 54], ahead: ahead)
      #expect(distribution.location == 54)
      #expect(agree(distribution.scale, (22.0 / 3 * Double(ahead)).squareRoot(), to: 1e-14))
      #expect(distribution.degreesOfFreedom == 3)
    }
  }

  @Test("A series that never moved is certain to stay")
  func constant() throws {
    let distribution = try ChallengerReference.distribution(
      NoChange(), [2020, 2021, 2023], [37.5, 37.5, 37.5], ahead: 5)
    #expect(distribution.interval(0.95) == 37.5...37.5)
  }
}
