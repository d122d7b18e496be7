package import Diagnostics
import Forecasting
package import Indicators
import Regulations
import Wording

/// Answers a request from a data set: the one path from figures to level, gap and people.
///
/// - Parameters:
///   - dataset: figures, facts, who answers, what was recognised.
///   - request: what is asked.
/// - Returns: the answer.
/// - Throws: `Faults` when data contradict a rule, when no share of the level has data, or when the
///   request cannot be answered.
/// - Complexity: O(series of the place), but contradictions are looked for in the whole panel.
package func analyze(_ dataset: Dataset, _ request: AnalysisRequest) throws(Faults) -> Analysis {
  let contradictions = DataChecks.contradictions(in: dataset.panel, levels: request.levels)
  if !contradictions.isEmpty { throw Faults(contradictions) }
  let evidence = request.level.requirements.map {
    RequirementEvidence($0, dataset: dataset, request: request)
  }
  let unknown = DataChecks.unknownIndicators(in: dataset.panel, known: request.knownIndicators)
  guard let baseYear = evidence.compactMap({ $0.series?.latest?.year }).max() else {
    throw Faults(unknown + [missingData(of: evidence, request: request)])
  }
  let frame = try TimeFrame(baseYear: baseYear, request: request)
  let heldEvidence = request.levels.map { level in
    level.requirements.map { RequirementEvidence($0, dataset: dataset, request: request) }
  }
  let forecasts = try ShareForecasts(
    evidence: evidence + heldEvidence.flatMap(\.self), supporting: request.level.supporting,
    dataset: dataset, request: request, years: frame.years)
  let dependence = dependence(
    of: evidence + heldEvidence.flatMap(\.self), dataset: dataset, request: request)
  func outlook(of level: Level, _ items: [RequirementEvidence]) -> [OutlookYear] {
    LevelOutlook.years(
      frame.years, evidence: items, forecasts: items.map { forecasts.forecast(of: $0) },
      correlation: dependence.correlation(default: level.correlation))
  }
  let held = zip(request.levels, heldEvidence).map { level, items in
    HeldLevel(
      level: level, years: LevelHistory.years(of: items, through: baseYear),
      outlook: outlook(of: level, items))
  }
  let decision = recognition(in: dataset, request: request)
  let recognised = decision.map { found in
    recognitionOutlook(found, dataset, request, frame, forecasts: forecasts, held: held)
  }
  let results = results(evidence, dataset, request, frame, forecasts)
  let supporting = supportingResults(dataset, request, frame, forecasts)
  var diagnostics = frame.diagnostics + unknown
  diagnostics += DataChecks.strayRecords(in: dataset, request)
  diagnostics += DataChecks.unknownRecognition(recognised)
  diagnostics += DataChecks.unusedAcceptances(request, results: results + supporting)
  for (result, item) in zip(results, evidence) {
    diagnostics += RowRemarks.remarks(
      on: result, requiredDefinition: item.requirement.definition, model: request.model)
    if request.model.learnsFromOthers { diagnostics += RowRemarks.paceRemark(on: result) }
  }
  for (result, indicator) in zip(supporting, request.level.supporting) {
    diagnostics += RowRemarks.remarks(
      on: result, requiredDefinition: indicator.definition, model: request.model)
  }
  return Analysis(
    place: request.place, level: request.level, datasetTitle: dataset.title,
    source: dataset.source,
    isIllustrative: dataset.isIllustrative, notice: dataset.notice, asOf: request.asOf,
    modelTitle: request.model.title, modelCaution: request.model.caution, baseYear: baseYear,
    targetYear: frame.targetYear,
    history: LevelHistory.years(of: evidence, through: baseYear),
    heldLevels: held, recognition: recognised,
    schedule: LevelSchedule.of(
      request.level, among: request.levels, recognition: decision, baseYear: baseYear,
      asOf: request.asOf),
    dependence: dependence,
    correlation: dependence.correlation(default: request.level.correlation),
    outlook: outlook(of: request.level, evidence),
    requirements: results, supporting: supporting,
    opinions: request.methods.map {
      MethodOpinions(
        $0, of: evidence, targetYear: frame.targetYear,
        isMaintained: isKept(request.level, by: decision))
    },
    diagnostics: diagnostics)
}

/// Whether a level is the one that was recognised, so that its conditions have to be kept.
private func isKept(_ level: Level, by recognition: Recognition?) -> Bool {
  recognition.map { $0.level == level.id && $0.regulation == level.regulation } ?? false
}

/// The years that an answer speaks of.
private struct TimeFrame {
  let baseYear: Int
  let targetYear: Int
  let years: [Int]
  var diagnostics: [Diagnostic] = []

  init(baseYear: Int, request: AnalysisRequest) throws(Faults) {
    self.baseYear = baseYear
    if let byYear = request.byYear, byYear <= baseYear {
      throw Faults(
        Diagnostic(
          .targetYearPast, value: String(byYear), ["baseYear": String(baseYear)]))
    }
    targetYear = request.byYear ?? request.level.dueYear ?? baseYear + 1
    let last = max(baseYear + request.horizon, request.level.dueYear ?? 0, targetYear)
    years = Array((baseYear + 1)...last)
    if let dueYear = request.level.dueYear, dueYear <= baseYear {
      diagnostics.append(
        Diagnostic(
          .levelDuePassed, value: String(dueYear), ["baseYear": String(baseYear)],
          phrases: ["level": request.level.title]))
    }
  }
}

/// Returns why there is no answer when no share of the level has a visible figure.
private func missingData(
  of evidence: [RequirementEvidence], request: AnalysisRequest
) -> Diagnostic {
  let shares = evidence.filter { $0.threshold != nil }.map(\.requirement)
  return Diagnostic(
    .levelWithoutData,
    [
      "place": request.place.name, "indicators": shares.map(\.indicator).joined(separator: ", "),
    ],
    phrases: [
      "level": request.level.title,
      "asOf": request.asOf.map {
        Phrase(vi: " tính đến ngày \($0.dayFirst)", en: " as of \($0.iso)")
      } ?? Phrase(""),
    ])
}

private func results(
  _ evidence: [RequirementEvidence], _ dataset: Dataset, _ request: AnalysisRequest,
  _ frame: TimeFrame, _ forecasts: ShareForecasts
) -> [RequirementResult] {
  evidence.map { item in
    GapAnalysis.result(
      item, forecast: forecasts.forecast(of: item), targetYear: frame.targetYear,
      assignment: dataset.assignment(for: item.requirement.id)
        ?? dataset.assignment(for: item.requirement.indicator),
      companions: evidence, library: request.paceLibrary)
  }
}

private func supportingResults(
  _ dataset: Dataset, _ request: AnalysisRequest, _ frame: TimeFrame, _ forecasts: ShareForecasts
) -> [RequirementResult] {
  request.level.supporting.map { indicator in
    let series = dataset.panel.series(
      place: request.place.name, indicator: indicator.id, asOf: request.asOf)
    let declared = series?.latest == nil ? nil : series?.indicator.definition
    let differs =
      declared != nil && indicator.definition != nil && declared != indicator.definition
    return GapAnalysis.shareResult(
      GapAnalysis.Share(
        id: indicator.id, criterion: nil, indicator: indicator.id, title: indicator.title,
        shortTitle: indicator.shortTitle, threshold: nil,
        isComparable: !differs || request.acceptedDefinitions.contains(declared ?? ""),
        foreignDefinition: differs ? declared : nil, series: series,
        sharingBase: []),
      forecast: forecasts.forecast(of: indicator), targetYear: frame.targetYear,
      assignment: dataset.assignment(for: indicator.id), library: request.paceLibrary)
  }
}

/// Returns how far the shares of all levels hang together, by what all places of the data show.
private func dependence(
  of evidence: [RequirementEvidence], dataset: Dataset, request: AnalysisRequest
) -> LevelDependence {
  var indicators: [String] = []
  var own: [IndicatorSeries?] = []
  for item in evidence where item.threshold != nil && item.isComparable {
    guard !indicators.contains(item.requirement.indicator) else { continue }
    indicators.append(item.requirement.indicator)
    own.append(item.series)
  }
  guard request.model.learnsFromOthers else { return .estimated(from: [own]) }
  var others: [String: [IndicatorSeries?]] = [:]
  var names: [String] = []
  for (index, indicator) in indicators.enumerated() {
    let series = OtherPlaces.series(
      of: indicator, besides: request.place, in: dataset.panel, asOf: request.asOf)
    for series in series {
      if others[series.place] == nil {
        others[series.place] = indicators.map { _ in nil }
        names.append(series.place)
      }
      others[series.place]?[index] = series
    }
  }
  return .estimated(from: [own] + names.compactMap { others[$0] })
}

/// Returns the newest recognition of the place that was decided on the day.
private func recognition(in dataset: Dataset, request: AnalysisRequest) -> Recognition? {
  dataset.recognitions
    .filter { recognition in
      guard recognition.place == request.place.name else { return false }
      guard let asOf = request.asOf, let date = recognition.decisionDate else { return true }
      return date <= asOf
    }
    .max { ($0.assessedYear, $0.level) < ($1.assessedYear, $1.level) }
}

private func recognitionOutlook(
  _ recognition: Recognition, _ dataset: Dataset, _ request: AnalysisRequest, _ frame: TimeFrame,
  forecasts: ShareForecasts, held: [HeldLevel]
) -> RecognitionOutlook {
  let found = held.first {
    $0.level.id == recognition.level && $0.level.regulation == recognition.regulation
  }
  guard let found else {
    return RecognitionOutlook(
      recognition: recognition, level: nil, validThrough: nil, outlook: [], risks: [])
  }
  let validThrough = recognition.decisionDate.flatMap { date in
    found.level.calendar.flatMap { $0.validity.end(decided: date) }
  }
  let evidence = found.level.requirements.map {
    RequirementEvidence($0, dataset: dataset, request: request)
  }
  return RecognitionOutlook(
    recognition: recognition, level: found.level, validThrough: validThrough,
    outlook: found.outlook,
    risks: MaintainRisk.risks(
      of: evidence, forecasts: forecasts, years: frame.years, through: validThrough))
}

extension DiagnosticCode {
  package static let levelWithoutData = DiagnosticCode(
    "level.no-data", obstacle: .insufficientData,
    message: Phrase(
      vi: "{place} không có số liệu về tỷ lệ nào của “{level}” ({indicators}){asOf}",
      en: "{place} has no data of any share of “{level}” ({indicators}){asOf}"),
    remedy: Phrase(
      vi:
        "Nhập ít nhất một năm của một trong các chỉ tiêu đó, hoặc chọn địa phương khác bằng --place.",
      en: "Enter at least one year of one of these indicators, or choose another --place."))

  package static let targetYearPast = DiagnosticCode(
    "request.by-past", obstacle: .usage,
    message: Phrase(
      vi: "--by {value} không nằm sau năm số liệu mới nhất ({baseYear})",
      en: "--by {value} is not after the newest year of data ({baseYear})"),
    remedy: Phrase(vi: "Chọn năm sau {baseYear}.", en: "Choose a year after {baseYear}."))

  package static let levelDuePassed = DiagnosticCode(
    "level.due-passed", .note,
    message: Phrase(
      vi: "hạn {value} của “{level}” không nằm sau năm số liệu mới nhất ({baseYear})",
      en: "the due year {value} of “{level}” is not after the newest year of data ({baseYear})"),
    remedy: Phrase(vi: "Dùng --by để hỏi một năm sau.", en: "Use --by to ask for a later year."))

  package static let forecastFailed = DiagnosticCode(
    "forecast.failed", obstacle: .failure,
    message: Phrase(vi: "không tính được dự báo: {reason}", en: "the forecast failed: {reason}"),
    remedy: Phrase(
      vi: "Đây là lỗi của chương trình; xin gửi tệp số liệu cho nhóm phát triển.",
      en: "This is a fault of the program; please send the data to its developers."))
}
