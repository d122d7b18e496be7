import Indicators
import Regulations

/// The past years of a level.
enum LevelHistory {
  /// Returns whether the level was met in each year from the first figure to `baseYear`.
  ///
  /// A requirement without a comparable figure of exactly that year is unknown; a fact keeps its last
  /// state. One failing requirement decides the year whatever else is unknown.
  static func years(of evidence: [RequirementEvidence], through baseYear: Int) -> [LevelYear] {
    let dataYears = evidence.flatMap { item in
      (item.series?.observations.map(\.year) ?? []) + item.records.map(\.year)
    }
    guard let first = dataYears.min(), first <= baseYear else { return [] }
    return (first...baseYear).map { year in
      var failing: [String] = []
      var unknown: [String] = []
      for item in evidence {
        switch item.wasMet(in: year) {
        case true: continue
        case false: failing.append(item.requirement.id)
        case nil: unknown.append(item.requirement.id)
        }
      }
      let met: Bool? = failing.isEmpty ? (unknown.isEmpty ? true : nil) : false
      return LevelYear(year: year, met: met, failing: failing, unknown: unknown)
    }
  }
}
