package import Diagnostics
package import Indicators
import Regulations
import Wording

/// What can be wrong with the assumptions of a scenario file, held against the level that is asked about.
package enum ScenarioChecks {
  /// Holds assumptions against the requirements of the level and the years of the outlook.
  ///
  /// - Parameters:
  ///   - assumptions: the rows.
  ///   - analysis: the answer that they are to change.
  /// - Returns: all faults, in the order of the file.
  package static func findings(
    in assumptions: [ScenarioAssumption], for analysis: Analysis
  ) -> [Diagnostic] {
    let known = analysis.rows.map(\.id)
    let followed = analysis.followedShares
    var seen: [[String]: InputPosition] = [:]
    var found: [Diagnostic] = []
    for assumption in assumptions {
      func report(_ code: DiagnosticCode, _ facts: [String: String] = [:]) {
        found.append(
          Diagnostic(
            code, at: assumption.position, value: assumption.requirement,
            facts.merging(["level": analysis.level.id]) { own, _ in own }))
      }
      guard let result = analysis.rows.first(where: { $0.id == assumption.requirement })
      else {
        let nearest = NearestName.suggestions(for: assumption.requirement, among: known, limit: 3)
        report(
          .scenarioRequirement,
          ["nearest": (nearest.isEmpty ? known : nearest).joined(separator: ", ")])
        continue
      }
      let isState = if case .state = assumption.change { true } else { false }
      if isState == (result.kind == .share) {
        report(isState ? .scenarioStateOfShare : .scenarioPaceOfFact)
      }
      if result.kind == .share, !isState,
        !followed.contains(where: { $0.result.indicator == result.indicator })
      {
        report(.scenarioNotFollowed)
      }
      if case .people = assumption.change, result.latest?.count == nil {
        report(.scenarioPeopleWithoutCounts)
      }
      if let year = assumption.year, !analysis.outlook.contains(where: { $0.year == year }) {
        report(
          .scenarioYear,
          [
            "year": String(year), "first": String(analysis.baseYear + 1),
            "last": String(analysis.outlook.last?.year ?? analysis.baseYear + 1),
          ])
      }
      let key = [
        assumption.scenario, assumption.requirement, assumption.change.kind,
        assumption.year.map(String.init) ?? "",
      ]
      if let earlier = seen[key] { report(.scenarioTwice, ["earlier": earlier.label]) }
      seen[key] = assumption.position
    }
    return found
  }
}

extension ScenarioAssumption.Change {
  /// The kind of change, to tell two of a kind.
  fileprivate var kind: String {
    switch self {
    case .pace: "pace"
    case .points, .people: "once"
    case .state: "state"
    }
  }
}

extension DiagnosticCode {
  static let scenarioRequirement = DiagnosticCode(
    "scenario.requirement",
    message: Phrase(
      vi: "“{level}” không có chỉ tiêu “{value}”", en: "“{level}” has no requirement “{value}”"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))

  static let scenarioStateOfShare = DiagnosticCode(
    "scenario.state-of-share",
    message: Phrase(
      vi: "{value} là một tỷ lệ, không phải mục đạt/không đạt",
      en: "{value} is a share and no pass/fail item"),
    remedy: Phrase(
      vi: "Ghi nhịp (pace), số điểm (points) hoặc số người (people) thay cho trạng thái (state).",
      en: "Give a pace, points or people instead of a state."))

  static let scenarioPaceOfFact = DiagnosticCode(
    "scenario.pace-of-fact",
    message: Phrase(
      vi: "{value} là mục đạt/không đạt hoặc mức độ, không có nhịp tăng",
      en: "{value} is a pass/fail item or a grade and has no pace"),
    remedy: Phrase(
      vi: "Ghi trạng thái (state): đạt, không đạt, hoặc mức độ bằng số.",
      en: "Give its state: met, not-met or the grade as a number."))

  static let scenarioPeopleWithoutCounts = DiagnosticCode(
    "scenario.people-without-counts",
    message: Phrase(
      vi: "{value} chỉ có tỷ lệ, không có số đếm, nên không cộng thêm người được",
      en: "{value} has percents only and no counts, so that no people can be added"),
    remedy: Phrase(
      vi: "Ghi số điểm phần trăm ở cột “points”.", en: "Give percentage points in column “points”.")
  )

  static let scenarioNotFollowed = DiagnosticCode(
    "scenario.not-followed",
    message: Phrase(
      vi: "{value} không có số liệu so được, nên không có đường nào để giả định",
      en: "{value} has no comparable figures, so that there is no path to assume"),
    remedy: Phrase(
      vi: "Nhập số liệu của {value}, hoặc bỏ dòng này.",
      en: "Enter figures of {value}, or delete the row."))

  static let scenarioYear = DiagnosticCode(
    "scenario.year",
    message: Phrase(
      vi: "{value}: năm {year} nằm ngoài các năm dự báo ({first}–{last})",
      en: "{value}: the year {year} is not among the years forecast ({first}–{last})"),
    remedy: Phrase(
      vi: "Sửa năm, hoặc thêm --horizon.", en: "Mend the year, or add --horizon."))

  static let scenarioTwice = DiagnosticCode(
    "scenario.twice",
    message: Phrase(
      vi: "{value} đã có giả định cùng loại cho cùng năm ở {earlier}",
      en: "{value} has an assumption of the kind for that year at {earlier}"),
    remedy: Phrase(vi: "Giữ lại một dòng.", en: "Keep one of the rows."))
}
