import Indicators
import Wording

/// The places that a place may learn from: of its kind, and not part of each other.
enum OtherPlaces {
  /// Returns the series of an indicator in all other places, as known on a day.
  ///
  /// A thôn is a part of its xã and tells nothing new of it; a province is no measure for a commune.
  /// Places of unknown kind count as one kind. Where a crosswalk rebuilt histories, no place learns from one
  /// that shared people with it in some year, and of a rebuilt place and its former units only those that
  /// are of the same time as the place itself.
  ///
  /// - Complexity: O(places + their figures).
  static func series(
    of indicator: String, besides place: Place, in panel: IndicatorPanel, asOf date: CalendarDate?
  ) -> [IndicatorSeries] {
    let parents = Dictionary(
      panel.places.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    func ancestors(of name: String) -> Set<String> {
      var found: Set<String> = []
      var current = parents[name] ?? nil
      while let name = current, found.insert(name).inserted { current = parents[name] ?? nil }
      return found
    }
    func kind(of place: Place) -> String? { place.kind.map { TextKey.folded($0) } }
    let above = ancestors(of: place.name)
    let territory = panel.territory
    let isFormer = territory.formerUnits.contains(place.name)
    return panel.places.compactMap { other in
      guard other.name != place.name, kind(of: other) == kind(of: place),
        !above.contains(other.name),
        !ancestors(of: other.name).contains(place.name),
        isFormer
          ? !territory.isRebuilt(other.name) : !territory.formerUnits.contains(other.name),
        !territory.overlap(place.name, other.name)
      else { return nil }
      let series = panel.series(place: other.name, indicator: indicator, asOf: date)
      return series?.observations.isEmpty == false ? series : nil
    }
  }
}
