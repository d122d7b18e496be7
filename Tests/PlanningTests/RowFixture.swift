import Diagnostics
import Forecasting
import Indicators
@testable import Planning
import Regulations
import Testing
import Wording

/// Small analyses of rows that the tests of checks and remarks share.
enum RowFixture {
  static func analysis(
    _ commune: Commune, _ requirements: [Requirement], horizon: Int = 5,
    accepted: Set<String> = [], supporting: [RegulatedIndicator] = []
  ) throws -> Analysis {
    let level = Rule.level(requirements, supporting: supporting)
    return try analyze(
      commune.dataset, Rule.request(level, horizon: horizon, accepted: accepted))
  }

  /// Five years of counts of a family that is known: nothing to remark.

  static func quiet() -> Commune {
    var commune = Commune()
    for year in 2020...2024 { commune.count("a", year, 400 + year - 2020, of: 1000) }
    return commune
  }

  static let share = Rule.share("a", "60", family: "known")

  static func finding(_ analysis: Analysis, _ code: String) throws -> Diagnostic {
    try #require(analysis.diagnostics.first { $0.code.id == code }, "no \(code)")
  }
}
