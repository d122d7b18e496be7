import Forecasting
import Testing

@Suite("Theil–Sen line")
struct TheilSenLineTests {
  @Test("Slope and level are those of scipy.stats.theilslopes, the interval that of a line")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: TheilSenLine())
  }

  @Test("One odd year cannot bend it, but widens it")
  func robustness() throws {
    let years = Array(2016...2024)
    var percents = years.map { 20 + 2 * Double($0 - 2016) }
    let straight = try ChallengerReference.distribution(
      TheilSenLine(), years, percents, ahead: 2)
    percents[4] = 90
    let odd = try ChallengerReference.distribution(TheilSenLine(), years, percents, ahead: 2)
    #expect(agree(straight.location, 40, to: 1e-12))
    #expect(agree(odd.location, 40, to: 1e-12))
    #expect(straight.scale < 1e-9)
    #expect(odd.scale > 10)
  }
}
