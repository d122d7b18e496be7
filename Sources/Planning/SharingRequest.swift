package import Diagnostics
package import Indicators
package import Wording

/// How the effort of a place is measured when a target is shared.
package enum SharingEffort: String, Sendable, CaseIterable {
  /// weight · (target − current)²: people count alike wherever they live.
  case squared
  /// weight · ((target − current) / base)²: points count alike, so that a large place is given more people.
  case relative

  /// The measure as a formula in words.
  package var title: Phrase {
    switch self {
    case .squared:
      Phrase(vi: "trọng số × (chỉ tiêu − hiện có)²", en: "weight × (target − current)²")
    case .relative:
      Phrase(
        vi: "trọng số × ((chỉ tiêu − hiện có) / tổng số)²",
        en: "weight × ((target − current) / base)²")
    }
  }
}

/// What is asked when a target is shared: among whom, how many in all, by when, within which limits.
package struct SharingRequest: Sendable {
  /// The place whose parts share; nil where all places of a file do.
  package let whole: Place?
  /// The places that share, in the order of the data, which also decides ties.
  package let places: [Place]
  /// The indicator as the data declare it.
  package let indicator: Indicator
  /// How many all places have to reach together.
  package let total: Int
  /// The year by which.
  package let targetYear: Int
  /// How effort is measured.
  package let effort: SharingEffort
  /// The limits of places; a place without any has those that its figures set.
  package let limits: [ShareLimit]
  /// What was found wrong in the file of limits.
  package let limitFindings: [Diagnostic]
  /// The most points a year that a place may gain from its newest figure on; nil sets no pace.
  package let maximumPace: ExactDecimal?
  /// The day from which the data are seen; nil sees everything.
  package let asOf: CalendarDate?

  /// - Precondition: `total` and `maximumPace` are not negative.
  package init(
    whole: Place?, places: [Place], indicator: Indicator, total: Int, targetYear: Int,
    effort: SharingEffort = .squared, limits: [ShareLimit] = [], limitFindings: [Diagnostic] = [],
    maximumPace: ExactDecimal? = nil, asOf: CalendarDate? = nil
  ) {
    precondition(total >= 0, "a total of \(total)")
    precondition(maximumPace.map { $0 >= ExactDecimal(0) } ?? true, "a pace below zero")
    self.whole = whole
    self.places = places
    self.indicator = indicator
    self.total = total
    self.targetYear = targetYear
    self.effort = effort
    self.limits = limits
    self.limitFindings = limitFindings
    self.maximumPace = maximumPace
    self.asOf = asOf
  }

  /// Returns the indicator of an id, compared as written first, then without case and diacritics if only one
  /// indicator fits.
  ///
  /// - Throws: `Faults` with the nearest ids when there is none.
  package static func indicator(
    of id: String, in panel: IndicatorPanel
  ) throws(Faults) -> Indicator {
    if let found = panel.indicator(TextKey.composed(id)) { return found }
    let key = TextKey.folded(id)
    let similar = panel.indicators.filter { TextKey.folded($0.id) == key }
    if similar.count == 1 { return similar[0] }
    let ids = panel.indicators.map(\.id)
    let nearest = NearestName.suggestions(for: id, among: ids, limit: 3)
    throw Faults(
      Diagnostic(
        .sharingIndicatorUnknown, value: id,
        ["nearest": (nearest.isEmpty ? ids : nearest).joined(separator: ", ")]))
  }
}

extension DiagnosticCode {
  package static let sharingIndicatorUnknown = DiagnosticCode(
    "share.indicator-unknown",
    message: Phrase(
      vi: "bộ số liệu không có chỉ tiêu “{value}”", en: "the data have no indicator “{value}”"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))
}
