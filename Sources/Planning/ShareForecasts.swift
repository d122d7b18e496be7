import Diagnostics
import Forecasting
import Indicators
import LinearAlgebra
import Regulations
import Wording

/// The forecasts of a place, each share once, whatever the number of levels that ask for it.
struct ShareForecasts {
  private struct Key: Hashable {
    let indicator: String
    let direction: GoodDirection
    let family: String?
  }

  private var orders: [ForecastOrder] = []
  private var indexes: [Key: Int] = [:]
  private var forecasts: [Forecast] = []
  private let nothing: Forecast

  /// Forecasts all shares that levels ask for, the rates behind grades, and the supporting indicators.
  ///
  /// - Throws: `Faults` when the mathematics refuse.
  init(
    evidence: [RequirementEvidence], supporting: [RegulatedIndicator], dataset: Dataset,
    request: AnalysisRequest, years: [Int]
  ) throws(Faults) {
    nothing = Forecast.withoutFigures(of: request.paceLibrary.family(nil))
    for item in evidence.flatMap(\.askedShares) {
      let requirement = item.requirement
      add(
        Key(
          indicator: requirement.indicator, direction: requirement.direction,
          family: requirement.paceFamily),
        item.series, title: requirement.title, dataset: dataset, request: request)
    }
    for indicator in supporting {
      add(
        Key(
          indicator: indicator.id, direction: indicator.direction, family: indicator.paceFamily),
        dataset.panel.series(
          place: request.place.name, indicator: indicator.id, asOf: request.asOf),
        title: indicator.title, dataset: dataset, request: request)
    }
    do throws(LinearAlgebraError) {
      forecasts = try Forecasting.forecasts(
        for: orders, model: request.model, library: request.paceLibrary, years: years)
    } catch {
      throw Faults(Diagnostic(.forecastFailed, ["reason": error.description]))
    }
  }

  /// Returns the forecast of a requirement; one without years for facts and grades.
  func forecast(of item: RequirementEvidence) -> Forecast {
    let requirement = item.requirement
    return forecast(
      Key(
        indicator: requirement.indicator, direction: requirement.direction,
        family: requirement.paceFamily))
  }

  /// Returns the forecast of a supporting indicator.
  func forecast(of indicator: RegulatedIndicator) -> Forecast {
    forecast(
      Key(indicator: indicator.id, direction: indicator.direction, family: indicator.paceFamily))
  }

  private func forecast(_ key: Key) -> Forecast { indexes[key].map { forecasts[$0] } ?? nothing }

  /// Adds the order for a series, with the other places where the model asks for them.
  private mutating func add(
    _ key: Key, _ series: IndicatorSeries?, title: Phrase, dataset: Dataset,
    request: AnalysisRequest
  ) {
    guard indexes[key] == nil else { return }
    indexes[key] = orders.count
    orders.append(
      Self.order(
        of: Indicator(id: key.indicator, title: title, direction: key.direction),
        family: key.family, series, dataset: dataset, request: request))
  }

  /// Returns the order for the forecast of a share: its series, and that of other places where the model asks.
  static func order(
    of indicator: Indicator, family: String?, _ series: IndicatorSeries?, dataset: Dataset,
    request: AnalysisRequest
  ) -> ForecastOrder {
    ForecastOrder(
      series: series
        ?? IndicatorSeries(
          place: "", indicator: Indicator(id: indicator.id, title: indicator.title),
          observations: []),
      others: request.model.learnsFromOthers
        ? OtherPlaces.series(
          of: indicator.id, besides: request.place, in: dataset.panel, asOf: request.asOf)
        : [],
      direction: indicator.direction, family: request.paceLibrary.family(family))
  }
}
