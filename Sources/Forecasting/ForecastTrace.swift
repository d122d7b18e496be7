package import Indicators
package import LinearAlgebra

/// Every value behind a forecast, by the way in which it was made.
package enum ForecastTrace: Sendable {
  /// No forecast: nothing to tell.
  case nothing
  /// The pace model and the place's own figures.
  case pace(PaceTrace)
  /// The pace model without a figure of the place: the levels of others, one entry a year asked for.
  case others([OtherLevels])
  /// Another model: its formula and the numbers that stand in it.
  case stated(StatedTrace)
}

/// A model with a formula: what stands in it for one series.
package struct StatedTrace: Sendable {
  /// The formula of the model.
  package let formula: ModelFormula
  /// The figures that it was fitted to.
  package let input: TrendInput
  /// The numbers of the series, in the order in which they are found.
  package let terms: [ModelTerm]
}

/// Returns every value behind the forecast of one order.
///
/// The same code makes the forecast and its trace, so that the two never differ.
///
/// - Parameters:
///   - order: the series, and what other places there are.
///   - model: the specification.
///   - library: the pace library.
///   - years: the years asked for, the same as for the forecast.
/// - Returns: the trace; nothing where there is no forecast.
/// - Throws: `LinearAlgebraError` when the mathematics refuse.
/// - Complexity: that of the forecast.
package func forecastTrace(
  for order: ForecastOrder, model: any TrendModel, library: PaceLibrary, years: [Int]
) throws(LinearAlgebraError) -> ForecastTrace {
  if model.learnsFromOthers {
    return try PanelForecast(order, library: library).trace(years: years)
  }
  let observations = order.series.comparableObservations
  guard let formula = model.formula, let last = observations.last,
    observations.count >= model.minimumCount
  else { return .nothing }
  let input = TrendInput(
    years: observations.map(\.year), percents: observations.map(\.percent))
  let batch = TrendBatch(
    pattern: input.pattern, inputs: [input], horizon: max(1, (years.max() ?? 0) - last.year))
  let terms = try model.fit(batch)[0].terms
  return .stated(StatedTrace(formula: formula, input: input, terms: terms))
}
