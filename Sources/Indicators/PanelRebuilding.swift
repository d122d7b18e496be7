package import Diagnostics
import Wording

/// Puts the history of present units together from the figures of the units that they were made of.
///
/// For each year before a unit began, and for each day on which a former unit published:
/// ```
/// count = Σ share·count_old      base = Σ share·base_old      percent = 100·count/base
/// var   = Σ w²·(var_old + S²·(1 − share)/(share·K)),  w = share·base_old/base
/// ```
/// Percents are never averaged. Counts and bases are rounded to whole people, half to even, once, after all
/// changes; nothing is rounded between two changes. The figure is as settled as the least settled of its parts
/// and is known from the day on which the last of them was. Sources: `SplitVariance`.
package struct PanelRebuilding {
  /// The panel with the rebuilt figures after its own.
  package private(set) var panel: IndicatorPanel
  /// What could not be rebuilt and why, and where own figures differ; no errors.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Rebuilds.
  ///
  /// - Parameters:
  ///   - panel: the figures of all units.
  ///   - crosswalk: which units became which.
  ///   - onlyKnownPlaces: whether units that the panel does not know stay out, as those to which only a
  ///     rest went; else every unit that begins is rebuilt.
  /// - Complexity: O(units that begin · indicators · years · days of release · former units).
  package init(_ panel: IndicatorPanel, crosswalk: Crosswalk, onlyKnownPlaces: Bool) {
    var entries: [IndicatorPanel.Entry] = []
    var units: [String: [String]] = [:]
    var changeYears: [String: Set<Int>] = [:]
    var unknown: [String] = []
    let figures = FormerFigures(panel, crosswalk: crosswalk)
    for place in crosswalk.newPlaces {
      if onlyKnownPlaces, panel.place(named: place) == nil {
        unknown.append(place)
        continue
      }
      var rebuilt: [IndicatorPanel.Entry] = []
      for indicator in panel.indicators {
        let series = RebuiltSeries(place: place, indicator: indicator.id, figures: figures)
        rebuilt += series.entries
        diagnostics += series.diagnostics
      }
      guard !rebuilt.isEmpty else { continue }
      entries += rebuilt
      let former = crosswalk.formerUnits(of: place)
      units[place] = former
      changeYears[place] = Set(([place] + former).compactMap { crosswalk.beginning(of: $0)?.year })
    }
    if let first = unknown.first {
      diagnostics.append(
        Diagnostic(
          .rebuildingElsewhere,
          at: crosswalk.transfers.first { $0.newPlace == first }?.position, value: first,
          ["places": unknown.joined(separator: ", ")]))
    }
    diagnostics += Self.afterTheirEnd(panel, crosswalk)
    self.panel = IndicatorPanel(
      entries: panel.entries + entries, places: panel.places, indicators: panel.indicators,
      breaks: panel.breaks,
      territory: TerritoryHistory(units: units, changeYears: changeYears))
  }

  /// Returns a question for each unit that has figures of years in which it was no more.
  private static func afterTheirEnd(
    _ panel: IndicatorPanel, _ crosswalk: Crosswalk
  ) -> [Diagnostic] {
    panel.places.compactMap { place in
      guard let end = crosswalk.end(of: place.name) else { return nil }
      let late = panel.indicators
        .flatMap { panel.releases(place: place.name, indicator: $0.id) }
        .filter { $0.year >= end.year }
      guard let first = late.first else { return nil }
      return Diagnostic(
        .rebuildingAfterEnd, at: first.position, value: place.name,
        ["years": Set(late.map(\.year)).sorted().map(String.init).joined(separator: ", ")],
        phrases: ["end": Phrase(vi: end.dayFirst, en: end.iso)])
    }
  }
}

/// The rebuilt history of one indicator in one unit, with all its releases.
private struct RebuiltSeries {
  private(set) var entries: [IndicatorPanel.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let place: String
  private let indicator: String
  private let figures: FormerFigures

  init(place: String, indicator: String, figures: FormerFigures) {
    self.place = place
    self.indicator = indicator
    let figures = figures.loaded(for: place, indicator: indicator)
    self.figures = figures
    guard let beginning = figures.crosswalk.beginning(of: place) else { return }
    var gaps: [FormerFigures.Gap: [Int]] = [:]
    var order: [FormerFigures.Gap] = []
    for (year, days) in figures.days(of: place, before: beginning.year) {
      let own = figures.releases(of: place, year)
      guard let newest = figures.combined(place, year, on: nil) else {
        guard own.isEmpty else { continue }
        for gap in figures.gaps(place, year) {
          if gaps[gap] == nil { order.append(gap) }
          gaps[gap, default: []].append(year)
        }
        continue
      }
      guard let whole = newest.rounded else {
        diagnostics.append(
          Diagnostic(
            .rebuildingTooSmall, at: newest.parts[0].transfers.last,
            ["place": place, "indicator": indicator, "year": String(year)]))
        continue
      }
      if let counted = own.last { compare(counted, with: whole) }
      rebuild(year, days: days, own: own)
    }
    for gap in order {
      diagnostics.append(gap.diagnostic(place, indicator, years: gaps[gap] ?? []))
    }
  }

  /// Adds one release for each day on which the parts changed, until the unit's own figure was known.
  private mutating func rebuild(_ year: Int, days: [CalendarDate], own: [Observation]) {
    if own.contains(where: { $0.released == nil }) { return }
    let firstOwn = own.compactMap(\.visibleFrom).min()
    var last: FormerFigures.Sum?
    for day in days {
      if let firstOwn, day >= firstOwn { return }
      guard let sum = figures.combined(place, year, on: day), sum.parts != last?.parts,
        let whole = sum.rounded
      else { continue }
      last = sum
      let observation = Observation(
        year: year, count: whole.count, base: whole.base, status: sum.status,
        vintage: sum.vintages.joined(separator: " + "), released: day,
        position: sum.parts[0].transfers[sum.parts[0].transfers.count - 1],
        rebuildingDeviation: sum.variance.squareRoot())
      entries.append(
        IndicatorPanel.Entry(
          place: place, indicator: indicator, observation: observation,
          lineage: Lineage(
            place: place, indicator: indicator, observation: observation, exactCount: sum.count,
            exactBase: sum.base, parts: sum.parts)))
    }
  }

  /// Reports an own figure that differs from what the former units add up to.
  private mutating func compare(_ own: Observation, with whole: (count: Int, base: Int)) {
    let text: String
    if let count = own.count, let base = own.base {
      if (count, base) == whole { return }
      text = "\(count)/\(base)"
    } else {
      let printed = own.printedPercent ?? ExactDecimal(0)
      let half = 0.5 / Double(ExactDecimal.powerOfTen(printed.scale))
      if abs(printed.value - 100 * Double(whole.count) / Double(whole.base)) <= half + 1e-9 {
        return
      }
      text =
        (DecimalText(printed.value, decimals: printed.scale)?.joined(decimalSeparator: ".") ?? "")
        + "%"
    }
    diagnostics.append(
      Diagnostic(
        .rebuildingDiffers, at: own.position, value: text,
        [
          "place": place, "indicator": indicator, "year": String(own.year),
          "rebuilt": "\(whole.count)/\(whole.base)",
        ]))
  }
}

extension FormerFigures.Gap {
  /// Returns why years could not be rebuilt.
  fileprivate func diagnostic(_ place: String, _ indicator: String, years: [Int]) -> Diagnostic {
    let code: DiagnosticCode =
      switch reason {
      case .noFigure: .rebuildingIncomplete
      case .percentOnly: .rebuildingPercentOnly
      case .noShare: .rebuildingWithoutShare
      }
    return Diagnostic(
      code, at: position, value: unit,
      [
        "place": place, "indicator": indicator,
        "years": years.map(String.init).joined(separator: ", "),
      ])
  }
}

extension DiagnosticCode {
  static let rebuildingIncomplete = DiagnosticCode(
    "rebuilding.incomplete", .note,
    message: Phrase(
      vi: "{place}, {indicator}: không ghép được năm {years} vì “{value}” thiếu số liệu năm đó",
      en: "{place}, {indicator}: {years} cannot be rebuilt, because “{value}” has no figure then"),
    remedy: Phrase(
      vi: "Bổ sung số đạt và tổng số của đơn vị cũ; thiếu một phần thì không ghép, không coi là 0.",
      en: "Enter count and base of the former unit; a missing part is never taken for 0."))

  static let rebuildingPercentOnly = DiagnosticCode(
    "rebuilding.percent-only", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: không ghép được năm {years} vì “{value}” chỉ có tỷ lệ, không có số đếm",
      en:
        "{place}, {indicator}: {years} cannot be rebuilt, because “{value}” has percents and no counts"
    ),
    remedy: Phrase(
      vi: "Nhập số đạt và tổng số (count, base) của đơn vị cũ: tỷ lệ không cộng được với nhau.",
      en: "Enter count and base of the former unit: percents cannot be added."))

  static let rebuildingWithoutShare = DiagnosticCode(
    "rebuilding.no-share", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: không ghép được năm {years} vì bảng crosswalk không ghi “{value}” chia theo chỉ tiêu này thế nào",
      en:
        "{place}, {indicator}: {years} cannot be rebuilt, because the crosswalk does not say how “{value}” is split for it"
    ),
    remedy: Phrase(
      vi: "Thêm dòng của đơn vị cũ với cột “base” để trống, hoặc ghi mã chỉ tiêu này.",
      en: "Add a row of the former unit with an empty “base”, or with this indicator."))

  static let rebuildingTooSmall = DiagnosticCode(
    "rebuilding.too-small", .warning,
    message: Phrase(
      vi: "{place}, {indicator}, năm {year}: tổng số ghép lại làm tròn thành 0",
      en: "{place}, {indicator}, {year}: the rebuilt base rounds to 0"),
    remedy: Phrase(
      vi: "Ghi tỷ lệ chia riêng cho chỉ tiêu này ở cột “base” của bảng crosswalk.",
      en: "Give this indicator a share of its own, by column “base” of the crosswalk."))

  static let rebuildingDiffers = DiagnosticCode(
    "rebuilding.differs", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}, năm {year}: số của chính địa phương là {value}, ghép từ các đơn vị cũ được {rebuilt}; chương trình dùng số của địa phương",
      en:
        "{place}, {indicator}, {year}: its own figure is {value}, its former units add up to {rebuilt}; its own is used"
    ),
    remedy: Phrase(
      vi: "Đối chiếu hai số và tỷ lệ chia trong bảng crosswalk.",
      en: "Compare the two, and the shares of the crosswalk."))

  static let rebuildingElsewhere = DiagnosticCode(
    "rebuilding.elsewhere", .note,
    message: Phrase(
      vi: "không ghép lịch sử cho đơn vị ngoài bảng các địa phương: {places}",
      en: "units that the table of places does not have are not rebuilt: {places}"),
    remedy: Phrase(
      vi: "Nếu cần, thêm đơn vị đó vào places.csv và ghi đủ mọi phần của nó trong bảng crosswalk.",
      en: "If one is wanted, add it to places.csv and all its parts to the crosswalk."))

  static let rebuildingAfterEnd = DiagnosticCode(
    "rebuilding.after-end", .warning,
    message: Phrase(
      vi: "“{value}” đã kết thúc ngày {end} nhưng còn số liệu năm {years}; số đó không được ghép",
      en: "“{value}” ended on {end} but has figures of {years}; they are not used for rebuilding"),
    remedy: Phrase(
      vi: "Kiểm tra tên địa phương, năm, và cột “valid_from” của bảng crosswalk.",
      en: "Check the place, the year, and “valid_from” of the crosswalk."))
}
