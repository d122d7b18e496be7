package import Diagnostics

/// Where a rebuilt figure comes from: the figures of former units, with the shares they enter by.
package struct Lineage: Sendable, Equatable {
  /// The figure of one former unit.
  package struct Part: Sendable, Equatable {
    /// The former unit.
    package let place: String
    /// The units between it and the present one, oldest first; empty when it became part of it at once.
    package let via: [String]
    /// The share of it that is part of the present unit, 0...1; the product over all changes.
    package let weight: Double
    /// Its count.
    package let count: Int
    /// Its base.
    package let base: Int
    /// How settled its figure is.
    package let status: ObservationStatus
    /// The release of its figure.
    package let vintage: String
    /// The day on which its figure was published; nil when the data do not say.
    package let released: CalendarDate?
    /// Where its figure stands in the input.
    package let position: InputPosition
    /// Where the rows of the crosswalk stand by which it enters, oldest change first.
    package let transfers: [InputPosition]

    package init(
      place: String, via: [String], weight: Double, count: Int, base: Int,
      status: ObservationStatus, vintage: String, released: CalendarDate?,
      position: InputPosition, transfers: [InputPosition]
    ) {
      self.place = place
      self.via = via
      self.weight = weight
      self.count = count
      self.base = base
      self.status = status
      self.vintage = vintage
      self.released = released
      self.position = position
      self.transfers = transfers
    }

    /// The part of its count that enters.
    package var movedCount: Double { weight * Double(count) }
    /// The part of its base that enters.
    package var movedBase: Double { weight * Double(base) }
  }

  /// The present unit.
  package let place: String
  /// The indicator.
  package let indicator: String
  /// The figure as it stands in the panel.
  package let observation: Observation
  /// Σ share·count before it was rounded to whole people.
  package let exactCount: Double
  /// Σ share·base before it was rounded to whole people.
  package let exactBase: Double
  /// The figures that it was made of, in the order of the crosswalk.
  package let parts: [Part]

  package init(
    place: String, indicator: String, observation: Observation, exactCount: Double,
    exactBase: Double, parts: [Part]
  ) {
    self.place = place
    self.indicator = indicator
    self.observation = observation
    self.exactCount = exactCount
    self.exactBase = exactBase
    self.parts = parts
  }
}

/// Which places of a panel have a history that was rebuilt from former units.
package struct TerritoryHistory: Sendable, Equatable {
  /// Of each rebuilt place: all units that it was made of, nearest first.
  private let units: [String: [String]]
  /// Of each rebuilt place: the years from which a new territory counts.
  private let changeYears: [String: Set<Int>]
  /// The former units of all rebuilt places.
  package let formerUnits: Set<String>

  /// No place was rebuilt.
  package static let unchanged = TerritoryHistory(units: [:], changeYears: [:])

  init(units: [String: [String]], changeYears: [String: Set<Int>]) {
    self.units = units
    self.changeYears = changeYears
    formerUnits = Set(units.values.joined())
  }

  /// Whether the history of a place was rebuilt.
  package func isRebuilt(_ place: String) -> Bool { units[place] != nil }

  /// Returns the units that a rebuilt place was made of, nearest first; none for other places.
  package func formerUnits(of place: String) -> [String] { units[place] ?? [] }

  /// Returns the first years of the territories that a rebuilt place has had.
  func changeYears(of place: String) -> Set<Int> { changeYears[place] ?? [] }

  /// Whether the figures of two places describe, in some year, the same people.
  package func overlap(_ first: String, _ second: String) -> Bool {
    let one = Set(formerUnits(of: first) + [first])
    return second == first || (formerUnits(of: second) + [second]).contains { one.contains($0) }
  }
}
