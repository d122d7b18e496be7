@testable import Forecasting
import Testing

/// Models held against Reference/challengers.csv; the script that writes the table lies beside it.
enum ChallengerReference {
  /// Expects centre, spread and degrees of freedom of every row of a model, to nine digits.
  static func expectAgreement(of model: any TrendModel, scale: ValueScale = .points) throws {
    let rows = try ReferenceTable("challengers.csv").rows.filter { row in
      try row.text("model") == model.id
    }
    #expect(rows.count >= 115)
    for row in rows {
      let (years, horizon) = (try row.years("years"), Int(try row.number("horizon")))
      let fit = try fit(model, years, try row.numbers("percents"), horizon: horizon)
      let distribution = fit.distribution(horizon: horizon)
      #expect(distribution.valueScale == scale)
      #expect(try row.text("scale") == scale.rawValue)
      #expect(
        agree(distribution.location, try row.number("location"), to: 1e-9),
        "\(row.testDescription): \(distribution.location)")
      #expect(
        agree(distribution.scale, try row.number("spread"), to: 1e-9),
        "\(row.testDescription): \(distribution.scale)")
      #expect(distribution.degreesOfFreedom == (try row.number("df")))
    }
  }

  static func fit(
    _ model: any TrendModel, _ years: [Int], _ percents: [Double], horizon: Int = 8
  ) throws -> any TrendFit {
    let input = TrendInput(years: years, percents: percents)
    return try model.fit(
      TrendBatch(pattern: input.pattern, inputs: [input], horizon: horizon))[0]
  }

  /// Returns what a model says of one year ahead.
  static func distribution(
    _ model: any TrendModel, _ years: [Int], _ percents: [Double], ahead: Int
  ) throws -> ShareDistribution {
    try fit(model, years, percents).distribution(horizon: ahead)
  }
}
