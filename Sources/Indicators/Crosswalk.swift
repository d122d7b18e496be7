package import Diagnostics

/// How much of a former unit goes to a present one.
package enum TerritoryShare: Sendable, Hashable {
  /// A number of 0...1 as written.
  case decimal(Double)
  /// So many of all people, households or clans of the former unit; exact.
  case counted(part: Int, whole: Int)

  /// The share, 0...1.
  package var value: Double {
    switch self {
    case .decimal(let value): value
    case .counted(let part, let whole): Double(part) / Double(whole)
    }
  }
}

/// One row of a crosswalk: a former unit gives a share of itself to a present one from a day on.
package struct TerritoryTransfer: Sendable, Equatable {
  /// The unit that ends.
  package let oldPlace: String
  /// The unit that begins.
  package let newPlace: String
  /// How much of the old unit's base goes over.
  package let share: TerritoryShare
  /// The indicator whose base this is the share of; nil for all that have no row of their own.
  package let indicator: String?
  /// The first day of the new unit.
  package let validFrom: CalendarDate
  /// Remarks.
  package let note: String
  /// Where the share was taken from; nil when the data do not say.
  package let source: String?
  /// Where the row stands in the input.
  package let position: InputPosition

  package init(
    oldPlace: String, newPlace: String, share: TerritoryShare, indicator: String? = nil,
    validFrom: CalendarDate, note: String = "", source: String? = nil, position: InputPosition
  ) {
    self.oldPlace = oldPlace
    self.newPlace = newPlace
    self.share = share
    self.indicator = indicator
    self.validFrom = validFrom
    self.note = note
    self.source = source
    self.position = position
  }
}

/// Which former units the present ones were made of, and with what shares.
///
/// A place has one territory as long as it bears one name: it begins once and ends once, and begins
/// before it ends. Several changes follow each other as units that begin in one and end in the next.
package struct Crosswalk: Sendable {
  /// What a former unit gives to a present one for one indicator.
  package struct Inflow: Sendable {
    /// The former unit.
    package let oldPlace: String
    /// The row that says so; nil when the former unit has no row for the indicator.
    package let transfer: TerritoryTransfer?
  }

  /// The rows, in the order of the input.
  package let transfers: [TerritoryTransfer]
  private let rowsByOld: [String: [Int]]
  private let rowsByNew: [String: [Int]]

  /// Gathers rows that were found sound.
  ///
  /// - Precondition: no unit is made, even over other units, of itself.
  /// - Complexity: O(rows).
  package init(_ transfers: [TerritoryTransfer]) {
    self.transfers = transfers
    var rowsByOld: [String: [Int]] = [:]
    var rowsByNew: [String: [Int]] = [:]
    for (row, transfer) in transfers.enumerated() {
      rowsByOld[transfer.oldPlace, default: []].append(row)
      rowsByNew[transfer.newPlace, default: []].append(row)
    }
    self.rowsByOld = rowsByOld
    self.rowsByNew = rowsByNew
  }

  /// The units that begin, in the order of their days, then of the input.
  package var newPlaces: [String] {
    var seen: Set<String> = []
    return transfers.enumerated()
      .sorted { ($0.element.validFrom, $0.offset) < ($1.element.validFrom, $1.offset) }
      .map(\.element.newPlace).filter { seen.insert($0).inserted }
  }

  /// Returns the first day of a unit; nil when no row makes it.
  package func beginning(of place: String) -> CalendarDate? {
    rowsByNew[place]?.first.map { transfers[$0].validFrom }
  }

  /// Returns the day on which a unit ended; nil when no row ends it.
  package func end(of place: String) -> CalendarDate? {
    rowsByOld[place]?.first.map { transfers[$0].validFrom }
  }

  /// Returns what a unit was made of for an indicator; former units with a share of 0 are left out.
  ///
  /// Where a former unit has rows for the indicator these count for it, else its general ones.
  ///
  /// - Complexity: O(rows of the former units).
  package func inflows(into place: String, indicator: String) -> [Inflow] {
    directFormerUnits(of: place).compactMap { oldPlace in
      let rows = (rowsByOld[oldPlace] ?? []).map { transfers[$0] }
      let own = rows.filter { $0.indicator == indicator }
      let valid = own.isEmpty ? rows.filter { $0.indicator == nil } : own
      if valid.isEmpty { return Inflow(oldPlace: oldPlace, transfer: nil) }
      guard let row = valid.first(where: { $0.newPlace == place }), row.share.value > 0 else {
        return nil
      }
      return Inflow(oldPlace: oldPlace, transfer: row)
    }
  }

  /// Returns all units that a unit was made of, over all changes, nearest first.
  package func formerUnits(of place: String) -> [String] {
    var found: [String] = []
    var open = directFormerUnits(of: place)
    while !open.isEmpty {
      let unit = open.removeFirst()
      if found.contains(unit) { continue }
      found.append(unit)
      open += directFormerUnits(of: unit)
    }
    return found
  }

  private func directFormerUnits(of place: String) -> [String] {
    var seen: Set<String> = []
    return (rowsByNew[place] ?? []).map { transfers[$0].oldPlace }
      .filter { seen.insert($0).inserted }
  }
}
