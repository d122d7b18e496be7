import Forecasting
import Testing

@Suite("Damped trend")
struct DampedTrendTests {
  @Test("Centre, spread and degrees of freedom are those of an independent computation")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: DampedTrend())
  }

  @Test("Each coming year keeps nine tenths of the change of the year before")
  func damping() throws {
    let centres = try (1...8).map { ahead in
      try ChallengerReference.distribution(
        DampedTrend(), [2021, 2022, 2023], [40, 42, 44], ahead: ahead
      ).location
    }
    #expect(agree(centres[0], 44 + 2 * 0.9, to: 1e-14))
    let changes = zip(centres, centres.dropFirst()).map { $1 - $0 }
    for (earlier, later) in zip(changes, changes.dropFirst()) {
      #expect(agree(later, 0.9 * earlier, to: 1e-12))
    }
  }
}
