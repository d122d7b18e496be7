import Forecasting
import Testing
import Wording

@Suite("Least-squares line")
struct OLSLineTests {
  @Test("Predictions are those of statsmodels' get_prediction")
  func agreesWithStatsmodels() throws {
    let rows = try ReferenceTable("ols_line.csv").rows
    #expect(rows.count == 80)
    for row in rows {
      let distribution = try ChallengerReference.fit(
        OLSLine.points, try row.years("years"), try row.numbers("percents"), horizon: 9
      ).distribution(horizon: Int(try row.number("horizon")))
      #expect(agree(distribution.location, try row.number("location"), to: 1e-10))
      #expect(agree(distribution.scale, try row.number("scale"), to: 1e-10))
      #expect(distribution.degreesOfFreedom == (try row.number("df")))
    }
  }

  @Test("In points and in log odds it is the line of the normal equations")
  func agreesWithReference() throws {
    try ChallengerReference.expectAgreement(of: OLSLine.points)
    try ChallengerReference.expectAgreement(of: OLSLine.logit, scale: .logit)
  }

  @Test("A line without error is followed exactly and without doubt")
  func exactLine() throws {
    let distribution = try ChallengerReference.distribution(
      OLSLine.points, [2020, 2021, 2023, 2024], [40, 42, 46, 48], ahead: 3)
    #expect(agree(distribution.location, 54, to: 1e-12))
    #expect(distribution.scale < 1e-9)
  }

  @Test("In log odds the forecast stays within 0 and 100, however far")
  func logitStaysInside() throws {
    let fit = try ChallengerReference.fit(
      OLSLine.logit, [2020, 2021, 2022, 2023], [60, 75, 88, 95], horizon: 30)
    for ahead in [1, 5, 30] {
      let distribution = fit.distribution(horizon: ahead)
      #expect(distribution.median > 95 && distribution.median <= 100)
      #expect(distribution.quantile(0.001) >= 0)
    }
  }

  @Test("Both lines need three figures and say that they describe only")
  func identity() {
    for line in [OLSLine.points, .logit] {
      #expect(line.minimumCount == 3)
      #expect(line.title.vi.contains("mô tả"))
      #expect(line.title.en.contains("description"))
      #expect(line.caution != nil)
    }
    #expect(OLSLine.points.id == "ols" && OLSLine.logit.id == "ols-logit")
  }

  @Test("Fewer figures and distances that are not ahead trap")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try ChallengerReference.fit(OLSLine.points, [2023, 2024], [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = try ChallengerReference.distribution(
        OLSLine.points, [2022, 2023, 2024], [1, 2, 4], ahead: 0)
    }
  }
}
