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
  let rates = evidence.compactMap(\.grade).flatMap(\.counted)
  guard
    let baseYear = evidence.compactMap({ $0.series?.latest?.year }).max()
      ?? rates.compactMap({ $0.series?.latest?.year }).max()
  else {
    throw Faults(unknown + [missingData(of: evidence, request: request)])
  }
  let frame = try TimeFrame(baseYear: baseYear, request: request)
  let heldEvidence = request.levels.map { level in
    level.requirements.map { RequirementEvidence($0, dataset: dataset, request: request) }
  }
  // The levels of the place first: what they share must not depend on which of them is asked about.
  let allEvidence = heldEvidence.flatMap(\.self) + evidence
  let forecasts = try ShareForecasts(
    evidence: allEvidence, supporting: request.level.supporting, dataset: dataset,
    request: request, years: frame.years)
  let dependence = dependence(of: allEvidence, dataset: dataset, request: request)
  let standard = request.levels.first?.correlation ?? request.level.correlation
  let chances = Chances(
    forecasts: forecasts, correlation: dependence.correlation(default: standard))
  let held = zip(request.levels, heldEvidence).map { level, items in
    HeldLevel(
      level: level, years: LevelHistory.years(of: items, through: baseYear),
      outlook: chances.outlook(of: items, in: frame.years),
      requirements: results(items, dataset, request, frame, chances))
  }
  let decision = recognition(in: dataset, request: request)
  let recognised = decision.map { found in
    recognitionOutlook(
      found, frame, chances, held: zip(held, heldEvidence).map { ($0, $1) })
  }
  let rows = results(evidence, dataset, request, frame, chances)
  let supporting = supportingResults(dataset, request, frame, forecasts)
  let history = LevelHistory.years(of: evidence, through: baseYear)
  return Analysis(
    place: request.place, level: request.level, datasetTitle: dataset.title,
    source: dataset.source,
    isIllustrative: dataset.isIllustrative, notice: dataset.notice, asOf: request.asOf,
    modelTitle: request.model.title, modelCaution: request.model.caution, baseYear: baseYear,
    targetYear: frame.targetYear,
    history: history,
    heldLevels: held, recognition: recognised,
    schedule: LevelSchedule.of(
      request.level, among: request.levels, recognition: decision, baseYear: baseYear,
      failing: history.last?.met == false, asOf: request.asOf),
    dependence: dependence, standardCorrelation: standard, correlation: chances.correlation,
    outlook: chances.outlook(of: evidence, in: frame.years),
    requirements: rows, supporting: supporting,
    opinions: request.methods.map {
      MethodOpinions(
        $0, of: evidence, targetYear: frame.targetYear,
        isMaintained: isKept(request.level, by: decision))
    },
    diagnostics: frame.diagnostics + unknown + DataChecks.strayRecords(in: dataset, request)
      + DataChecks.unknownRecognition(recognised)
      + DataChecks.unusedAcceptances(
        request, results: rows.flatMap { [$0] + $0.rates } + supporting)
      + remarks(on: rows, evidence, supporting: supporting, request))
}

/// The forecasts of a place and how far they hang together: all that chances are made of.
private struct Chances {
  let forecasts: ShareForecasts
  let correlation: Double

  func outlook(of evidence: [RequirementEvidence], in years: [Int]) -> [OutlookYear] {
    LevelOutlook.years(
      years, evidence: evidence, correlation: correlation, forecast: forecasts.forecast(of:))
  }

  /// Returns the chance of a grade in each year by its rates; none where its record counts instead, and
  /// for years in which a rate has no forecast.
  func gradeOutlook(
    of item: RequirementEvidence, in years: [Int]
  ) -> [RequirementResult.GradeYear] {
    guard item.grade?.isComplete == true else { return [] }
    return years.compactMap { year in
      LevelOutlook.chance(
        of: item, in: year, correlation: correlation, forecast: forecasts.forecast(of:)
      ).map { RequirementResult.GradeYear(year: year, probability: $0) }
    }
  }
}

/// Returns what has to be known of each row; of a rate behind several grades once.
private func remarks(
  on results: [RequirementResult], _ evidence: [RequirementEvidence],
  supporting: [RequirementResult], _ request: AnalysisRequest
) -> [Diagnostic] {
  var remarks: [Diagnostic] = []
  func add(_ result: RequirementResult, definition: String?, explainsPace: Bool) {
    remarks += RowRemarks.remarks(
      on: result, requiredDefinition: definition, model: request.model)
    if explainsPace, request.model.learnsFromOthers {
      remarks += RowRemarks.paceRemark(on: result)
    }
  }
  var told: Set<String> = []
  for (result, item) in zip(results, evidence) {
    add(result, definition: item.requirement.definition, explainsPace: true)
    remarks += GradeRemarks.remarks(
      on: item, result: result, isDifficultArea: request.place.isDifficultArea)
    for (rate, row) in zip(item.grade?.rates ?? [], result.rates)
    where told.insert(row.id).inserted {
      add(row, definition: rate.requirement.definition, explainsPace: true)
    }
  }
  for (result, indicator) in zip(supporting, request.level.supporting) {
    add(result, definition: indicator.definition, explainsPace: false)
  }
  return remarks
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
  _ frame: TimeFrame, _ chances: Chances
) -> [RequirementResult] {
  evidence.map { item in
    let assignment =
      dataset.assignment(for: item.requirement.id)
      ?? dataset.assignment(for: item.requirement.indicator)
    let rates = item.grade?.rates ?? []
    return GapAnalysis.result(
      item, forecast: chances.forecasts.forecast(of: item), targetYear: frame.targetYear,
      assignment: assignment, companions: evidence, library: request.paceLibrary,
      rates: rates.map { rate in
        GapAnalysis.result(
          rate, forecast: chances.forecasts.forecast(of: rate), targetYear: frame.targetYear,
          assignment: dataset.assignment(for: rate.requirement.indicator) ?? assignment,
          companions: rates, library: request.paceLibrary)
      }, gradeOutlook: chances.gradeOutlook(of: item, in: frame.years))
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
  for item in evidence.flatMap(\.countedShares) where item.isComparable {
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
  _ recognition: Recognition, _ frame: TimeFrame, _ chances: Chances,
  held: [(HeldLevel, [RequirementEvidence])]
) -> RecognitionOutlook {
  let found = held.first { held, _ in
    held.level.id == recognition.level && held.level.regulation == recognition.regulation
  }
  guard let (found, evidence) = found else {
    return RecognitionOutlook(
      recognition: recognition, level: nil, validThrough: nil, outlook: [], risks: [])
  }
  let validThrough = recognition.decisionDate.flatMap { date in
    found.level.calendar.flatMap { $0.validity.end(decided: date) }
  }
  return RecognitionOutlook(
    recognition: recognition, level: found.level, validThrough: validThrough,
    outlook: found.outlook,
    risks: MaintainRisk.risks(
      of: evidence, years: frame.years, through: validThrough, correlation: chances.correlation,
      forecast: chances.forecasts.forecast(of:)))
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
