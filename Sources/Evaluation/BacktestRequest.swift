package import Forecasting
package import Indicators

/// What is to be forecast again in the past.
package struct BacktestRequest: Sendable {
  /// One indicator and its series.
  package struct IndicatorSet: Sendable {
    /// The id.
    package let indicator: String
    /// What the places are: "tỉnh", "xã" …; nil when the data do not say.
    package let kind: String?
    /// The direction in which it is meant to move.
    package let direction: GoodDirection
    /// The names of the places.
    package let places: [String]
    /// Their series, in the same order.
    package let members: [RollingPanel.Member]

    package init(
      indicator: String, kind: String? = nil, direction: GoodDirection, places: [String],
      members: [RollingPanel.Member]
    ) {
      precondition(places.count == members.count, "a place and its series belong together")
      self.indicator = indicator
      self.kind = kind
      self.direction = direction
      self.places = places
      self.members = members
    }
  }

  /// The indicators.
  package let sets: [IndicatorSet]
  /// The models; the last may be there as a yardstick only.
  package let models: [any TrendModel]
  /// How many of them were asked for.
  package let shownModels: Int
  /// Which own figures are used; each history is a test of its own.
  package let histories: [HistoryRule]
  /// The longest distance, years.
  package let horizon: Int
  /// The pace library; what it learned from an indicator's group is never used to test it.
  package let library: PaceLibrary
  /// Whether places learn from each other.
  package let learnsFromOthers: Bool

  /// - Parameters:
  ///   - sets: the indicators.
  ///   - models: the models asked for; no change is added as the yardstick where it is missing.
  ///   - histories: which own figures are used.
  ///   - horizon: the longest distance.
  ///   - library: the pace library.
  ///   - learnsFromOthers: whether places learn from each other.
  package init(
    sets: [IndicatorSet], models: [any TrendModel] = ModelRegistry.all,
    histories: [HistoryRule], horizon: Int, library: PaceLibrary, learnsFromOthers: Bool = true
  ) {
    self.sets = sets
    let yardstick = NoChange()
    self.models =
      models.contains { $0.id == yardstick.id } ? models : models + [yardstick]
    shownModels = models.count
    self.histories = histories
    self.horizon = horizon
    self.library = library
    self.learnsFromOthers = learnsFromOthers
  }
}

extension BacktestRequest.IndicatorSet {
  /// Gathers all series of an indicator of a panel, places of one kind together.
  ///
  /// A region and its provinces overlap, and a province is no measure for a commune: kinds do not learn
  /// from each other. Former units are left out where the places that they became were rebuilt from them:
  /// the same people would count twice.
  ///
  /// - Parameters:
  ///   - indicator: the id.
  ///   - panel: the figures; the newest release of each year counts.
  ///   - direction: the good direction.
  /// - Returns: one set a kind, in order of the first place of each.
  package static func sets(
    of indicator: String, in panel: IndicatorPanel, direction: GoodDirection
  ) -> [Self] {
    var kinds: [String?] = []
    var names: [String?: [String]] = [:]
    var members: [String?: [RollingPanel.Member]] = [:]
    for place in panel.places where !panel.territory.formerUnits.contains(place.name) {
      guard let series = panel.series(place: place.name, indicator: indicator),
        !series.observations.isEmpty
      else { continue }
      if names[place.kind] == nil { kinds.append(place.kind) }
      names[place.kind, default: []].append(place.name)
      members[place.kind, default: []].append(RollingPanel.Member(series))
    }
    return kinds.map { kind in
      Self(
        indicator: indicator, kind: kind, direction: direction, places: names[kind] ?? [],
        members: members[kind] ?? [])
    }
  }
}
