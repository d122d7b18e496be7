import Forecasting
import Testing

@Suite("Theta method")
struct ThetaTests {
  @Test("Centre, spread and degrees of freedom are those of smoothing year by year")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: Theta())
  }

  @Test("On a straight line it rises by half the slope a year, from the last figure")
  func line() throws {
    let centres = try (1...3).map { ahead in
      try ChallengerReference.distribution(
        Theta(), [2020, 2021, 2022, 2023], [40, 42, 44, 46], ahead: ahead
      ).location
    }
    #expect(agree(centres[1] - centres[0], 1, to: 1e-12))
    #expect(agree(centres[2] - centres[1], 1, to: 1e-12))
    // A line is followed best with α = 1: the level is the last figure.
    #expect(agree(centres[0], 47, to: 1e-12))
  }

  @Test("A series that never moved stays where it is")
  func constant() throws {
    let distribution = try ChallengerReference.distribution(
      Theta(), [2020, 2021, 2024], [80, 80, 80], ahead: 6)
    #expect(agree(distribution.location, 80, to: 1e-12))
    #expect(distribution.scale < 1e-9)
  }
}
