import Forecasting
import Testing

@Suite("Drift with shrunk slope")
struct ShrunkDriftTests {
  @Test("Centre, spread and degrees of freedom are those of an independent computation")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: ShrunkDrift())
  }

  @Test("A slope that drowns in scatter is dropped, a clear one is kept nearly whole")
  func shrinkage() throws {
    let years = Array(2018...2024)
    let noisy = try ChallengerReference.distribution(
      ShrunkDrift(), years, [50, 58, 44, 60, 42, 57, 51], ahead: 3)
    #expect(noisy.location == 51)
    let clear = try ChallengerReference.distribution(
      ShrunkDrift(), years, [30, 32.1, 33.9, 36, 38.1, 39.9, 42], ahead: 3)
    #expect(clear.location > 47.9 && clear.location < 48)
  }

  @Test("A series that never moved stays where it is")
  func constant() throws {
    let distribution = try ChallengerReference.distribution(
      ShrunkDrift(), [2020, 2021, 2023], [20, 20, 20], ahead: 5)
    #expect(distribution.location == 20 && distribution.scale == 0)
  }
}
