package import Diagnostics
import Forecasting
package import Indicators
import LinearAlgebra
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
  let recognised = try recognition(in: dataset, request: request).map { found throws(Faults) in
    try outlook(of: found, dataset: dataset, request: request, frame: frame)
  }

  let results = try results(evidence, dataset: dataset, request: request, frame: frame)
  let supporting = try supportingResults(dataset: dataset, request: request, frame: frame)
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
    heldLevels: request.levels.map { level in
      let items = level.requirements.map {
        RequirementEvidence($0, dataset: dataset, request: request)
      }
      return HeldLevel(level: level, years: LevelHistory.years(of: items, through: baseYear))
    },
    recognition: recognised,
    outlook: LevelOutlook.years(
      frame.years, evidence: evidence, forecasts: results.map(\.forecast),
      correlation: request.level.correlation),
    requirements: results, supporting: supporting, diagnostics: diagnostics)
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
  _ evidence: [RequirementEvidence], dataset: Dataset, request: AnalysisRequest, frame: TimeFrame
) throws(Faults) -> [RequirementResult] {
  let orders = evidence.map { item in
    order(
      item.series ?? emptySeries(item.requirement.indicator, item.requirement.title),
      direction: item.requirement.direction, family: item.requirement.paceFamily,
      dataset: dataset, request: request)
  }
  let forecasts = try forecastsOrFault(orders, request: request, frame: frame)
  return zip(evidence, forecasts).map { item, forecast in
    GapAnalysis.result(
      item, forecast: forecast, targetYear: frame.targetYear,
      assignment: dataset.assignment(for: item.requirement.id)
        ?? dataset.assignment(for: item.requirement.indicator),
      companions: evidence, library: request.paceLibrary)
  }
}

private func supportingResults(
  dataset: Dataset, request: AnalysisRequest, frame: TimeFrame
) throws(Faults) -> [RequirementResult] {
  let indicators = request.level.supporting
  let series = indicators.map {
    dataset.panel.series(place: request.place.name, indicator: $0.id, asOf: request.asOf)
  }
  let orders = zip(indicators, series).map { indicator, series in
    order(
      series ?? emptySeries(indicator.id, indicator.title), direction: indicator.direction,
      family: indicator.paceFamily, dataset: dataset, request: request)
  }
  let forecasts = try forecastsOrFault(orders, request: request, frame: frame)
  return indicators.indices.map { index in
    let indicator = indicators[index]
    let declared = series[index]?.latest == nil ? nil : series[index]?.indicator.definition
    let differs =
      declared != nil && indicator.definition != nil && declared != indicator.definition
    return GapAnalysis.shareResult(
      GapAnalysis.Share(
        id: indicator.id, criterion: nil, indicator: indicator.id, title: indicator.title,
        shortTitle: indicator.shortTitle, threshold: nil,
        isComparable: !differs || request.acceptedDefinitions.contains(declared ?? ""),
        foreignDefinition: differs ? declared : nil, series: series[index],
        sharingBase: []),
      forecast: forecasts[index], targetYear: frame.targetYear,
      assignment: dataset.assignment(for: indicator.id), library: request.paceLibrary)
  }
}

/// Returns the order for a series: with the other places where the model asks for them.
private func order(
  _ series: IndicatorSeries, direction: GoodDirection, family: String?, dataset: Dataset,
  request: AnalysisRequest
) -> ForecastOrder {
  ForecastOrder(
    series: series,
    others: request.model.learnsFromOthers
      ? OtherPlaces.series(
        of: series.indicator.id, besides: request.place, in: dataset.panel, asOf: request.asOf)
      : [],
    direction: direction, family: request.paceLibrary.family(family))
}

private func emptySeries(_ indicator: String, _ title: Phrase) -> IndicatorSeries {
  IndicatorSeries(
    place: "", indicator: Indicator(id: indicator, title: title), observations: [])
}

private func forecastsOrFault(
  _ orders: [ForecastOrder], request: AnalysisRequest, frame: TimeFrame
) throws(Faults) -> [Forecast] {
  do throws(LinearAlgebraError) {
    return try forecasts(
      for: orders, model: request.model, library: request.paceLibrary, years: frame.years)
  } catch {
    throw Faults(Diagnostic(.forecastFailed, ["reason": error.description]))
  }
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

private func outlook(
  of recognition: Recognition, dataset: Dataset, request: AnalysisRequest, frame: TimeFrame
) throws(Faults) -> RecognitionOutlook {
  let level = request.levels.first {
    $0.id == recognition.level && $0.regulation == recognition.regulation
  }
  guard let level else {
    return RecognitionOutlook(
      recognition: recognition, level: nil, validThrough: nil, outlook: [])
  }
  let evidence = level.requirements.map {
    RequirementEvidence($0, dataset: dataset, request: request)
  }
  let results = try results(evidence, dataset: dataset, request: request, frame: frame)
  let validThrough = recognition.decisionDate.flatMap { date in
    level.calendar.flatMap { $0.validity.end(decided: date) }
  }
  return RecognitionOutlook(
    recognition: recognition, level: level, validThrough: validThrough,
    outlook: LevelOutlook.years(
      frame.years, evidence: evidence, forecasts: results.map(\.forecast),
      correlation: level.correlation))
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
