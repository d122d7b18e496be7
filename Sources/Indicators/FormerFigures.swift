import Diagnostics

/// The figures of former units, added up as they were known on a day.
struct FormerFigures {
  /// A sum over former units, before rounding.
  struct Sum: Equatable {
    var count = 0.0
    var base = 0.0
    /// Of the percent, points squared.
    var variance = 0.0
    var status = ObservationStatus.final
    var vintages: [String] = []
    var parts: [Lineage.Part] = []

    /// The percent, 0...100; NaN without a base.
    var percent: Double { 100 * count / base }

    /// Whole people; nil when the base rounds to nobody.
    var rounded: (count: Int, base: Int)? {
      let base = WholePeople.rounded(base)
      return base > 0 ? (WholePeople.rounded(count), base) : nil
    }
  }

  /// Why a former unit keeps a year from being rebuilt.
  struct Gap: Hashable {
    enum Reason {
      /// It has no figure of the year.
      case noFigure
      /// It has a percent without counts.
      case percentOnly
      /// The crosswalk does not say what share of it moves for the indicator.
      case noShare
    }

    let unit: String
    let reason: Reason
    /// Where the crosswalk names it, or its first figure without counts stands.
    let position: InputPosition?

    static func == (left: Self, right: Self) -> Bool {
      left.unit == right.unit && left.reason == right.reason
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(unit)
      hasher.combine(reason)
    }
  }

  let panel: IndicatorPanel
  let crosswalk: Crosswalk
  private let children: [String: [String]]
  /// The indicator that is added up.
  private var indicator = ""
  /// Of the units in question and their parts: the releases of each year, older ones first.
  private var releases: [String: [Int: [Observation]]] = [:]

  init(_ panel: IndicatorPanel, crosswalk: Crosswalk) {
    self.panel = panel
    self.crosswalk = crosswalk
    var children: [String: [String]] = [:]
    for place in panel.places {
      if let parent = place.parent { children[parent, default: []].append(place.name) }
    }
    self.children = children
  }

  /// Returns the same with the figures at hand that a unit needs for an indicator.
  func loaded(for place: String, indicator: String) -> FormerFigures {
    var loaded = self
    loaded.indicator = indicator
    loaded.releases = [:]
    for unit in [place] + crosswalk.formerUnits(of: place) {
      for name in [unit] + (children[unit] ?? []) where loaded.releases[name] == nil {
        loaded.releases[name] = Dictionary(
          grouping: panel.releases(place: name, indicator: indicator), by: \.year)
      }
    }
    return loaded
  }

  /// Returns the releases of a year, older ones first.
  func releases(of place: String, _ year: Int) -> [Observation] { releases[place]?[year] ?? [] }

  /// Returns the newest release of a year with counts that was known on a day.
  private func counted(_ place: String, _ year: Int, on day: CalendarDate?) -> Observation? {
    releases(of: place, year).last {
      $0.count != nil && ($0.base ?? 0) > 0 && $0.isVisible(on: day)
    }
  }

  /// Returns the years before a unit began in which any of its former units has a figure, each with the days
  /// on which one of them was published; both ascending.
  func days(of place: String, before beginning: Int) -> [(year: Int, days: [CalendarDate])] {
    var days: [Int: Set<CalendarDate>] = [:]
    for unit in crosswalk.formerUnits(of: place) {
      for (year, figures) in releases[unit] ?? [:] where year < beginning {
        days[year, default: []].formUnion(figures.compactMap(\.visibleFrom))
      }
    }
    return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  /// Returns the sum over the former units of a unit; nil when one of them has no counts.
  func combined(_ place: String, _ year: Int, on day: CalendarDate?) -> Sum? {
    let inflows = crosswalk.inflows(into: place, indicator: indicator)
    var terms: [(share: Double, sum: Sum, variance: Double)] = []
    for inflow in inflows {
      guard let transfer = inflow.transfer,
        let sum = self.sum(inflow.oldPlace, year, on: day)
      else { return nil }
      let share = transfer.share.value
      let split =
        share < 1
        ? SplitVariance(
          partPercents: (children[inflow.oldPlace] ?? []).compactMap {
            counted($0, year, on: day)?.percent
          },
          percent: sum.percent, base: sum.base
        ).variance(share: share) : 0
      terms.append((share, sum.moved(by: transfer), sum.variance + split))
    }
    guard !terms.isEmpty else { return nil }
    var total = Sum()
    for term in terms {
      total.count += term.sum.count
      total.base += term.sum.base
      if term.sum.status.rank < total.status.rank { total.status = term.sum.status }
      for vintage in term.sum.vintages where !total.vintages.contains(vintage) {
        total.vintages.append(vintage)
      }
      total.parts += term.sum.parts
    }
    for term in terms where term.variance > 0 {
      let weight = term.sum.base / total.base
      total.variance += weight * weight * term.variance
    }
    return total
  }

  /// Returns the figure of a unit: its own where it has one with counts, else that of its former units.
  private func sum(_ place: String, _ year: Int, on day: CalendarDate?) -> Sum? {
    let own = counted(place, year, on: day)
    if let own, let count = own.count, let base = own.base {
      return Sum(
        count: Double(count), base: Double(base), status: own.status,
        vintages: own.vintage.isEmpty ? [] : [own.vintage],
        parts: [
          Lineage.Part(
            place: place, via: [], weight: 1, count: count, base: base, status: own.status,
            vintage: own.vintage, released: own.released, position: own.position, transfers: [])
        ])
    }
    guard let beginning = crosswalk.beginning(of: place), year < beginning.year else { return nil }
    return combined(place, year, on: day)
  }

  /// Returns which former units keep a year from being rebuilt, in the order of the crosswalk.
  func gaps(_ place: String, _ year: Int) -> [Gap] {
    crosswalk.inflows(into: place, indicator: indicator).flatMap { inflow -> [Gap] in
      let unit = inflow.oldPlace
      guard let transfer = inflow.transfer else {
        let row = crosswalk.transfers.first { $0.oldPlace == unit }
        return [Gap(unit: unit, reason: .noShare, position: row?.position)]
      }
      if sum(unit, year, on: nil) != nil { return [] }
      if let printed = releases(of: unit, year).last {
        return [Gap(unit: unit, reason: .percentOnly, position: printed.position)]
      }
      let deeper =
        crosswalk.beginning(of: unit).map { year < $0.year } == true
        ? gaps(unit, year) : []
      return deeper.isEmpty
        ? [Gap(unit: unit, reason: .noFigure, position: transfer.position)] : deeper
    }
  }
}

extension FormerFigures.Sum {
  /// Returns the share of the figures that a transfer moves.
  fileprivate func moved(by transfer: TerritoryTransfer) -> Self {
    let share = transfer.share.value
    var moved = self
    moved.count *= share
    moved.base *= share
    moved.parts = parts.map { part in
      Lineage.Part(
        place: part.place,
        via: part.transfers.isEmpty ? [] : part.via + [transfer.oldPlace],
        weight: part.weight * share, count: part.count, base: part.base, status: part.status,
        vintage: part.vintage, released: part.released, position: part.position,
        transfers: part.transfers + [transfer.position])
    }
    return moved
  }
}

/// Whole people from sums of shares.
enum WholePeople {
  /// Within which distance a sum counts as half: shares such as 0.62 have no exact binary form.
  static let tolerance = 1e-7

  /// Returns the nearest whole number, the even one of two that are equally near.
  ///
  /// - Precondition: value is not negative and below 2⁵².
  static func rounded(_ value: Double) -> Int {
    let below = value.rounded(.down)
    let rest = value - below
    if abs(rest - 0.5) <= tolerance {
      let whole = Int(below)
      return whole.isMultiple(of: 2) ? whole : whole + 1
    }
    return Int(below) + (rest > 0.5 ? 1 : 0)
  }
}
