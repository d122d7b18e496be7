package import Diagnostics
package import Wording

/// How settled a figure is.
package enum ObservationStatus: String, Sendable, CaseIterable {
  /// Chính thức: will not change any more.
  case final
  /// Sơ bộ: published, to be revised.
  case preliminary
  /// Ước: an estimate made before the year was counted.
  case estimated

  /// How settled it is, for comparison: estimated, preliminary, final.
  package var rank: Int {
    switch self {
    case .final: 2
    case .preliminary: 1
    case .estimated: 0
    }
  }

  /// The word for people.
  package var title: Phrase {
    switch self {
    case .final: Phrase(vi: "chính thức", en: "final")
    case .preliminary: Phrase(vi: "sơ bộ", en: "preliminary")
    case .estimated: Phrase(vi: "ước", en: "estimated")
    }
  }
}

/// One yearly figure of one indicator in one place.
///
/// Counts come first: where a count and a base are known, the percent is derived from them and
/// thresholds are tested on them. Where only a percent was published it keeps its printed digits.
package struct Observation: Sendable, Equatable {
  /// The year that it describes.
  package let year: Int
  /// How many have the property; nil when only a percent was published.
  package let count: Int?
  /// Of how many; nil when only a percent was published.
  package let base: Int?
  /// The percent as printed; nil when derived from counts.
  package let printedPercent: ExactDecimal?
  /// How settled it is.
  package let status: ObservationStatus
  /// The release that it comes from; empty when there is one release only.
  package let vintage: String
  /// The day on which it was published; nil when the data do not say.
  package let released: CalendarDate?
  /// Where it stands in the input; of a rebuilt figure the row of the crosswalk.
  package let position: InputPosition
  /// The standard deviation in points by which the percent may be off because former units were split by
  /// shares; 0 when all moved whole, nil when the figure was not rebuilt but counted.
  package let rebuildingDeviation: Double?

  package init(
    year: Int, count: Int? = nil, base: Int? = nil, printedPercent: ExactDecimal? = nil,
    status: ObservationStatus = .final, vintage: String = "", released: CalendarDate? = nil,
    position: InputPosition, rebuildingDeviation: Double? = nil
  ) {
    self.year = year
    self.count = count
    self.base = base
    self.printedPercent = printedPercent
    self.status = status
    self.vintage = vintage
    self.released = released
    self.position = position
    self.rebuildingDeviation = rebuildingDeviation
  }

  /// Whether the figure was put together from those of former units.
  package var isRebuilt: Bool { rebuildingDeviation != nil }

  /// The share in percent, 0...100: 100·count/base, else the printed percent.
  package var percent: Double {
    if let count, let base, base > 0 { return 100 * Double(count) / Double(base) }
    return printedPercent?.value ?? .nan
  }

  /// The day from which the figure was known: its release, else the last day of its year.
  package var visibleFrom: CalendarDate? { released ?? .endOfYear(year) }

  /// Whether the figure was known on a day; always when no day is given.
  package func isVisible(on date: CalendarDate?) -> Bool {
    guard let date, let visibleFrom else { return true }
    return visibleFrom <= date
  }

  /// Whether this is a newer release of the same year than another.
  ///
  /// Two dated releases are told apart by their days. Else a final figure is newer than a preliminary
  /// one, and that than an estimate; else the later label in the order of the alphabet is.
  package func isNewer(than other: Observation) -> Bool {
    if let released, let otherDay = other.released, released != otherDay {
      return released > otherDay
    }
    if status != other.status { return status.rank > other.status.rank }
    return vintage > other.vintage
  }
}
