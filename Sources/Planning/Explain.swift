package import Diagnostics
import Forecasting
package import Indicators
import LinearAlgebra
import Regulations
import Wording

/// Explains one number of the answer to a request: every input, formula and intermediate value behind it.
///
/// For a coming year the answer is the one with that year as its target, so that the gap is the gap of that year.
///
/// - Parameters:
///   - dataset: figures, facts, who answers, what was recognised.
///   - request: what is asked.
///   - id: of a requirement, a supporting indicator or the level; an indicator's own id serves, too.
///   - year: the assessed year, from the first figure to the end of the outlook.
/// - Returns: the explanation.
/// - Throws: `Faults` of the analysis; `explain.unknown` for an id that the level does not know, and
///   `explain.year` for a year that the answer does not speak of.
/// - Complexity: that of two analyses.
package func explain(
  _ dataset: Dataset, _ request: AnalysisRequest, id: String, year: Int
) throws(Faults) -> Explanation {
  let subject = try ExplainedSubject(id, in: request.level)
  let seen = try analyze(dataset, request)
  let context = ExplanationContext(dataset: dataset, request: request, analysis: seen, year: year)
  let range = context.range(of: subject)
  guard range.contains(year) else {
    throw Faults(
      Diagnostic(
        .explainYear, value: String(year),
        ["id": id, "first": String(range.lowerBound), "last": String(range.upperBound)]))
  }
  if context.isPast || seen.targetYear == year { return try context.explanation(of: subject) }
  let asked = request.asking(byYear: year)
  return try ExplanationContext(
    dataset: dataset, request: asked, analysis: analyze(dataset, asked), year: year
  ).explanation(of: subject)
}

/// What is explained, found by its id.
enum ExplainedSubject {
  case level
  case requirement(Requirement)
  /// A rate behind a grade.
  case rate(Requirement)
  case supporting(RegulatedIndicator)

  /// Finds a requirement, a supporting indicator or the level itself.
  init(_ id: String, in level: Level) throws(Faults) {
    if id == level.id {
      self = .level
    } else if let found = level.requirement(id)
      ?? level.requirements.first(where: { $0.indicator == id })
    {
      self = .requirement(found)
    } else if let found = Self.rates(of: level).first(where: { $0.id == id }) {
      self = .rate(found)
    } else if let found = level.supporting.first(where: { $0.id == id }) {
      self = .supporting(found)
    } else {
      let ids = level.requirements.map(\.id) + level.supporting.map(\.id) + [level.id]
      let known =
        ids + level.requirements.map(\.indicator).filter { !ids.contains($0) }
        + Self.rates(of: level).map(\.id)
      throw Faults(
        Diagnostic(
          .explainUnknown, value: id,
          [
            "level": level.id,
            "nearest": NearestRequirement.names(to: id, among: known).joined(separator: ", "),
          ]))
    }
  }
}

extension ExplainedSubject {
  /// Returns the rates behind the grades of a level, each once, as requirements of their own.
  fileprivate static func rates(of level: Level) -> [Requirement] {
    var rates: [Requirement] = []
    for requirement in level.requirements {
      for rate in requirement.gradeConditions.last?.rates ?? []
      where !rates.contains(where: { $0.id == rate.indicator.id }) {
        rates.append(rate.requirement(of: requirement.criterion))
      }
    }
    return rates
  }
}

/// What every part of an explanation reads.
struct ExplanationContext {
  let dataset: Dataset
  let request: AnalysisRequest
  let analysis: Analysis
  let year: Int

  /// Whether the year lies in the past of the answer, so that figures decide it.
  var isPast: Bool { year <= analysis.baseYear }

  /// The requirements of the level with their data.
  var evidence: [RequirementEvidence] {
    request.level.requirements.map {
      RequirementEvidence($0, dataset: dataset, request: request)
    }
  }

  /// Returns the requirements whose bases may be those of an item: the level's, or the rates of its grade.
  func companions(of item: RequirementEvidence) -> [RequirementEvidence] {
    let all = evidence
    if all.contains(where: { $0.requirement.id == item.requirement.id }) { return all }
    return all.compactMap(\.grade).map(\.rates).first { rates in
      rates.contains { $0.requirement.id == item.requirement.id }
    } ?? []
  }

  /// Returns the series of an indicator in the place as seen on the day.
  func series(of indicator: String) -> IndicatorSeries? {
    dataset.panel.series(place: request.place.name, indicator: indicator, asOf: request.asOf)
  }

  /// Returns the years that can be explained.
  func range(of subject: ExplainedSubject) -> ClosedRange<Int> {
    let last = analysis.outlook.last?.year ?? analysis.baseYear
    var first = analysis.history.first?.year ?? analysis.baseYear
    if case .supporting(let indicator) = subject {
      first = min(first, series(of: indicator.id)?.observations.first?.year ?? first)
    }
    return min(first, last)...last
  }

  func explanation(of subject: ExplainedSubject) throws(Faults) -> Explanation {
    switch subject {
    case .level: return LevelExplanation(context: self).explanation
    case .supporting(let indicator):
      guard let result = analysis.supporting.first(where: { $0.id == indicator.id }) else {
        preconditionFailure("the analysis lacks the supporting \(indicator.id)")
      }
      return try ShareExplanation(
        context: self, result: result, evidence: nil, direction: indicator.direction,
        family: indicator.paceFamily
      ).explanation()
    case .rate(let rate):
      let item = RequirementEvidence(rate, dataset: dataset, request: request)
      guard let result = analysis.rows.first(where: { $0.id == rate.id }) else {
        throw Faults(
          Diagnostic(.explainRateWithoutData, value: rate.id, ["place": request.place.name]))
      }
      return try ShareExplanation(
        context: self, result: result, evidence: item, direction: rate.direction,
        family: rate.paceFamily
      ).explanation()
    case .requirement(let requirement):
      guard let result = analysis.requirements.first(where: { $0.id == requirement.id }),
        let item = evidence.first(where: { $0.requirement.id == requirement.id })
      else { preconditionFailure("the analysis lacks the requirement \(requirement.id)") }
      if result.kind != .share {
        return RecordExplanation(context: self, result: result, evidence: item).explanation
      }
      return try ShareExplanation(
        context: self, result: result, evidence: item, direction: requirement.direction,
        family: requirement.paceFamily
      ).explanation()
    }
  }
}

extension DiagnosticCode {
  package static let explainUnknown = DiagnosticCode(
    "explain.unknown",
    message: Phrase(
      vi: "{level} không có chỉ tiêu hay chỉ số hỗ trợ “{value}”",
      en: "{level} has no requirement or supporting indicator “{value}”"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))

  package static let explainRateWithoutData = DiagnosticCode(
    "explain.rate-without-data", obstacle: .insufficientData,
    message: Phrase(
      vi: "{place} không có số liệu nào về các tỷ lệ của mức độ có “{value}”",
      en: "{place} has no figure of any rate of the grade that asks for “{value}”"),
    remedy: Phrase(
      vi: "Nhập số liệu hằng năm của các tỷ lệ đó, xem docs/grades.md.",
      en: "Enter the yearly figures of these rates, see docs/grades.md."))

  package static let explainYear = DiagnosticCode(
    "explain.year", obstacle: .usage,
    message: Phrase(
      vi:
        "không giải thích được “{id}” năm {value}: số liệu và dự báo chỉ có từ {first} đến {last}",
      en: "“{id}” cannot be explained in {value}: figures and forecasts are of {first} to {last}"),
    remedy: Phrase(
      vi: "Chọn một năm từ {first} đến {last}, hoặc kéo dài dự báo bằng --horizon.",
      en: "Choose a year of {first} to {last}, or extend the outlook by --horizon."))
}
