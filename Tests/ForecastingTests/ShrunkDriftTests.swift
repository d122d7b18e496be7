@testable import Forecasting
import Indicators
import Testing
import Wording

@Suite("Shrunk drift")
struct ShrunkDriftTests {
  private func fit(
    _ years: [Int], _ percents: [Double], _ prior: PacePrior = SeriesFixture.prior,
    preliminary: Bool = false
  ) throws -> any TrendFit {
    let input = TrendInput(
      years: years, percents: percents, prior: prior, isLastPreliminary: preliminary)
    return try ShrunkDrift().fit(
      TrendBatch(pattern: YearPattern(years: years), inputs: [input]))[0]
  }

  @Test("Location, scale and degrees of freedom are those of an independent GLS")
  func agreesWithReference() throws {
    let rows = try ReferenceTable("shrunk_drift.csv").rows
    #expect(rows.count == 144)
    for row in rows {
      let prior = PacePrior(
        family: "test", paceMean: try row.number("pace_mean"), paceSD: try row.number("pace_sd"),
        stepSD: try row.number("step_sd"), stepDegreesOfFreedom: try row.number("step_df"),
        revisionSD: try row.number("revision_sd"), isVerified: true)
      let drift = try fit(
        try row.years("years"), try row.numbers("percents"), prior,
        preliminary: try row.text("preliminary") == "true")
      let distribution = drift.distribution(horizon: Int(try row.number("horizon")))
      #expect(agree(drift.slope, try row.number("slope"), to: 1e-10), "\(row.testDescription)")
      #expect(agree(distribution.location, try row.number("location"), to: 1e-10))
      #expect(agree(distribution.scale, try row.number("scale"), to: 1e-10))
      #expect(agree(distribution.degreesOfFreedom, try row.number("df"), to: 1e-12))
    }
  }

  @Test("One figure leaves the pace of other places alone")
  func oneFigure() throws {
    let prior = SeriesFixture.prior
    let drift = try fit([2024], [40])
    #expect(agree(drift.slope, prior.paceMean, to: 1e-14))
    let distribution = drift.distribution(horizon: 2)
    #expect(agree(distribution.location, 40 + 2 * prior.paceMean, to: 1e-14))
    let variance = 2 * prior.stepSD * prior.stepSD + 4 * prior.paceSD * prior.paceSD
    #expect(agree(distribution.scale, variance.squareRoot(), to: 1e-13))
    #expect(distribution.degreesOfFreedom == prior.stepDegreesOfFreedom)
  }

  @Test("The slope lies between the place's own pace and that of others, nearer with more years")
  func shrinkage() throws {
    let own = 3.0
    var distance = Double.infinity
    for count in 2...12 {
      let years = Array(2010..<(2010 + count))
      let drift = try fit(years, years.map { 20 + own * Double($0 - 2010) })
      #expect(drift.slope > SeriesFixture.prior.paceMean && drift.slope < own)
      #expect(own - drift.slope < distance)
      distance = own - drift.slope
    }
  }

  @Test("A preliminary last figure widens by the revision error and moves nothing")
  func preliminaryWidens() throws {
    let (years, percents) = ([2021, 2022, 2023], [40.0, 41, 43])
    let final = try fit(years, percents).distribution(horizon: 1)
    let preliminary = try fit(years, percents, preliminary: true).distribution(horizon: 1)
    let revision = SeriesFixture.prior.revisionSD
    #expect(preliminary.location == final.location)
    #expect(
      agree(
        preliminary.scale * preliminary.scale,
        final.scale * final.scale + revision * revision, to: 1e-12))
    #expect(preliminary.degreesOfFreedom == final.degreesOfFreedom)
  }

  @Test("Scale grows with distance", arguments: 0..<40)
  func scaleGrows(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let years = Array(2012...(2012 + Int(seed % 9)))
    let drift = try fit(years, years.map { _ in random.number(in: 0...100) })
    let scales = (1...12).map { drift.distribution(horizon: $0).scale }
    for (near, far) in zip(scales, scales.dropFirst()) { #expect(near < far) }
  }

  @Test("It forecasts from one figure")
  func identity() {
    #expect(ShrunkDrift().minimumCount == 1)
    #expect(ShrunkDrift().id == "drift-shrunk")
    #expect(!ShrunkDrift().title.vi.isEmpty && !ShrunkDrift().title.en.isEmpty)
  }

  @Test("A distance that is not ahead traps")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try ShrunkDriftTests().fit([2024], [50]).distribution(horizon: 0)
    }
  }
}
