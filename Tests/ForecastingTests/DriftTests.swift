import Forecasting
import Testing

@Suite("Drift")
struct DriftTests {
  @Test("Centre, spread and degrees of freedom are those of weighted least squares on the steps")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: Drift())
  }

  @Test("The line through first and last figure goes on")
  func byHand() throws {
    let distribution = try ChallengerReference.distribution(
      Drift(), [2020, 2021, 2024], [40, 47, 46], ahead: 4)
    #expect(agree(distribution.location, 52, to: 1e-14))
    // Misses of 5.5 in a year and −5.5 in three: s² = 30.25 + 30.25/3, h(1 + h/4) = 8.
    #expect(agree(distribution.scale, (30.25 * 4 / 3 * 8).squareRoot(), to: 1e-14))
    #expect(distribution.degreesOfFreedom == 1)
  }

  @Test("A distance that was not asked for traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try ChallengerReference.distribution(
        Drift(), [2022, 2023, 2024], [1, 2, 4], ahead: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = try ChallengerReference.distribution(
        Drift(), [2022, 2023, 2024], [1, 2, 4], ahead: 9)
    }
  }
}
