package import Forecasting
package import Indicators
package import Regulations

/// What an analyst asks: which level, of which place, by when, seen from which day.
///
/// A run is a pure function of data set and request; no clock and no environment enter.
package struct AnalysisRequest: Sendable {
  /// The place.
  package let place: Place
  /// The level asked for.
  package let level: Level
  /// All levels that fit the kind of place, the one asked for among them.
  package let levels: [Level]
  /// The ids of indicators whose yearly figures some rule uses.
  package let knownIndicators: Set<String>
  /// The year by which the level is wanted; nil leaves it to the level.
  package let byYear: Int?
  /// How many years after the last figure the outlook goes at least.
  package let horizon: Int
  /// The day from which the data are seen; nil sees everything.
  package let asOf: CalendarDate?
  /// How shares are forecast.
  package let model: any TrendModel
  /// The pace of other places.
  package let paceLibrary: PaceLibrary
  /// The definitions of data that count as those of the rules although they differ.
  package let acceptedDefinitions: Set<String>
  /// The published methods that are asked for a second opinion, in the order of their registry.
  package let methods: [PublishedMethod]

  package init(
    place: Place, level: Level, levels: [Level], knownIndicators: Set<String>,
    byYear: Int? = nil, horizon: Int = 5, asOf: CalendarDate? = nil,
    model: any TrendModel = ModelRegistry.standard, paceLibrary: PaceLibrary,
    acceptedDefinitions: Set<String> = [], methods: [PublishedMethod] = []
  ) {
    precondition(horizon >= 1, "horizon \(horizon) is not ahead")
    self.place = place
    self.level = level
    self.levels = levels
    self.knownIndicators = knownIndicators
    self.byYear = byYear
    self.horizon = horizon
    self.asOf = asOf
    self.model = model
    self.paceLibrary = paceLibrary
    self.acceptedDefinitions = acceptedDefinitions
    self.methods = methods
  }

  /// Returns the same request for another target year.
  func asking(byYear year: Int) -> AnalysisRequest {
    AnalysisRequest(
      place: place, level: level, levels: levels, knownIndicators: knownIndicators, byYear: year,
      horizon: horizon, asOf: asOf, model: model, paceLibrary: paceLibrary,
      acceptedDefinitions: acceptedDefinitions)
  }
}
