import Diagnostics
import Forecasting
import Indicators
import LinearAlgebra
import Regulations
import Wording

/// Explains a share in a year: its figures, the rule, the gap, the forecast and the chance.
struct ShareExplanation {
  let context: ExplanationContext
  let result: RequirementResult
  /// The requirement with its data; nil for a supporting indicator.
  let evidence: RequirementEvidence?
  let direction: GoodDirection
  let family: String?

  var year: Int { context.year }
  var series: IndicatorSeries? { result.series }

  func explanation() throws(Faults) -> Explanation {
    var sections: [Explanation.Section] = []
    if let evidence { sections.append(RuleExplanation(evidence, context: context).section) }
    var met: Bool?
    var probability: Double?
    if context.isPast {
      sections.append(ThresholdExplanation(result: result, evidence: evidence, year: year).section)
      met = evidence?.wasMet(in: year)
    } else {
      let gap = GapExplanation(result: result, evidence: evidence, context: context).steps
      if !gap.isEmpty {
        sections.append(Explanation.Section(vi: "Khoảng cách", en: "The gap", gap))
      }
      sections += try forecastSections()
      probability = result.probability(in: year)
    }
    return Explanation(
      analysis: context.analysis, subject: evidence == nil ? .supporting : .share, id: result.id,
      title: result.title, year: year, isPast: context.isPast, figures: figures,
      lineages: lineages, breaks: series?.breaks ?? [], records: [], sections: sections,
      result: result, probability: probability, met: met)
  }

  // MARK: Figures

  private var reading: ExplainedFigure.Reading {
    if context.isPast { return .year(year) }
    return context.request.model.learnsFromOthers
      ? .newest(PaceModel.longestHistory) : .sinceBreak
  }

  private var figures: [ExplainedFigure] {
    guard let series else { return [] }
    let all = ExplainedFigure.all(
      of: context.dataset.panel.releases(
        place: context.request.place.name, indicator: result.indicator),
      in: series, asOf: context.request.asOf, reads: reading)
    return context.isPast ? all.filter { $0.observation.year == year } : all
  }

  private var lineages: [Lineage] {
    figures.filter { $0.use == .used }.compactMap { figure in
      context.dataset.panel.lineage(
        place: context.request.place.name, indicator: result.indicator,
        year: figure.observation.year, asOf: context.request.asOf)
    }
  }

  // MARK: Forecast

  private func forecastSections() throws(Faults) -> [Explanation.Section] {
    guard let distribution = result.forecast.year(year)?.distribution else { return lack }
    func forecast(_ steps: [ExplanationStep]) -> [Explanation.Section] {
      [Explanation.Section(vi: "Dự báo", en: "The forecast", steps)]
    }
    let made: [Explanation.Section]
    switch try trace() {
    case .pace(let trace):
      made = PaceExplanation(trace: trace, year: year, distribution: distribution).sections
    case .others(let levels):
      made = forecast(levels.first { $0.year == year }.map(OtherLevelsExplanation.steps) ?? [])
    case .stated(let trace):
      made = forecast(
        ModelExplanation(trace: trace, year: year, distribution: distribution).steps)
    case .nothing: made = []
    }
    let views = ProbabilityExplanation(
      distribution: distribution, threshold: result.threshold,
      probability: result.probability(in: year))
    return made + [
      Explanation.Section(
        vi: "Xác suất và khoảng dự báo", en: "Chance and intervals", views.steps)
    ]
  }

  /// Why there is no forecast.
  private var lack: [Explanation.Section] {
    let reason =
      result.forecast.basis.label
      ?? Phrase(vi: "không có số liệu của năm này", en: "there is nothing for this year")
    return [
      Explanation.Section(
        vi: "Dự báo", en: "The forecast",
        [
          ExplanationStep(
            "forecast.none", vi: "Không có dự báo", en: "There is no forecast",
            value: .text(reason))
        ])
    ]
  }

  private func trace() throws(Faults) -> ForecastTrace {
    let order = ShareForecasts.order(
      of: Indicator(id: result.indicator, title: result.title, direction: direction),
      family: family, series, dataset: context.dataset, request: context.request)
    do throws(LinearAlgebraError) {
      return try forecastTrace(
        for: order, model: context.request.model, library: context.request.paceLibrary,
        years: context.analysis.outlook.map(\.year))
    } catch {
      throw Faults(Diagnostic(.forecastFailed, ["reason": error.description]))
    }
  }
}
