package import Diagnostics
package import Indicators
import Wording

/// Which places share a target: the parts of a place, or all places of a file.
package enum SharingPlaces {
  /// Chooses the places.
  ///
  /// With a place: its parts; in a file that does not say what is part of what, all others if its count and
  /// base are their sums. Without one: the parts of the only place that is part of no other, or all places
  /// where none has parts, though one of them may look like the sum of the others: that is told, not guessed.
  ///
  /// - Parameters:
  ///   - named: the place asked for or the main one of the data; nil where there is neither.
  ///   - isAsked: whether the user named it; the main place of data without parts stands for all of them.
  ///   - indicator: the id of the indicator that is shared.
  ///   - panel: the data.
  ///   - date: the day from which the data are seen; nil sees everything.
  /// - Returns: the places, in the order of the data, and the place that they are parts of.
  /// - Throws: `Faults` when the place has no parts, or when several places have some and none is named.
  /// - Complexity: O(figures).
  package static func of(
    _ named: Place?, isAsked: Bool = true, indicator: String, in panel: IndicatorPanel,
    asOf date: CalendarDate? = nil
  ) throws(Faults) -> (whole: Place?, places: [Place]) {
    let places = panel.places
    if let named {
      let parts = panel.children(of: named.name)
      if !parts.isEmpty { return (named, parts) }
    }
    let isFlat = places.allSatisfy { $0.parent == nil }
    if let named {
      if isFlat, !isAsked { return (nil, places) }
      if isFlat, isSum(named, of: places, indicator: indicator, in: panel, asOf: date) {
        return (named, places.filter { $0 != named })
      }
      throw Faults(Diagnostic(.sharingPartsMissing, value: named.name))
    }
    let roots = places.filter { place in
      place.parent.map { panel.place(named: $0) == nil } ?? true
    }
    let wholes = roots.filter { !panel.children(of: $0.name).isEmpty }
    if wholes.isEmpty { return (nil, places) }
    guard roots.count == 1 else {
      throw Faults(
        Diagnostic(
          .sharingPlaceAmbiguous, value: String(wholes.count),
          ["places": wholes.prefix(10).map(\.name).joined(separator: ", ")]))
    }
    return (wholes[0], panel.children(of: wholes[0].name))
  }

  /// Whether the newest count and base of a place are the sums of those of all others, of the same year.
  private static func isSum(
    _ place: Place, of places: [Place], indicator: String, in panel: IndicatorPanel,
    asOf date: CalendarDate?
  ) -> Bool {
    func newest(_ place: Place) -> Observation? {
      panel.series(place: place.name, indicator: indicator, asOf: date)?.latest
    }
    guard places.count > 1, let own = newest(place), let count = own.count, let base = own.base
    else { return false }
    let others = places.filter { $0 != place }.compactMap(newest)
    return others.count == places.count - 1 && others.allSatisfy { $0.year == own.year }
      && others.reduce(0) { $0 + ($1.count ?? 0) } == count
      && others.reduce(0) { $0 + ($1.base ?? 0) } == base
  }
}

extension DiagnosticCode {
  package static let sharingPartsMissing = DiagnosticCode(
    "share.parts-missing",
    message: Phrase(
      vi: "bộ số liệu không có nơi nào thuộc {value} để chia chỉ tiêu",
      en: "the data have no place that is part of {value} and could share a target"),
    remedy: Phrase(
      vi: "Chọn nơi khác bằng --place, hoặc cho biết nơi nào thuộc {value} (cột “parent”).",
      en: "Choose another --place, or tell what is part of {value} (column “parent”)."))

  package static let sharingPlaceAmbiguous = DiagnosticCode(
    "share.place-ambiguous", obstacle: .usage,
    message: Phrase(
      vi: "có {value} nơi gồm nhiều nơi khác: {places} …",
      en: "{value} places have parts: {places} …"),
    remedy: Phrase(vi: "Chọn một nơi bằng --place.", en: "Choose one with --place."))
}
