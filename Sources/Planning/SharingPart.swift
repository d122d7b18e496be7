package import Diagnostics
import Indicators
package import Wording

/// One place among those that share a target: what it has, and between which counts its target may lie.
package struct SharingPart: Sendable, Equatable {
  /// The place.
  package let place: String
  /// The year of its newest count.
  package let year: Int
  /// Of how many that count was taken.
  package let base: Int
  /// Its newest count.
  package let current: Int
  /// The least that it may be given.
  package let floor: Int
  /// The most that it may be given: never above its base.
  package let ceiling: Int
  /// By how much its effort counts, above 0.
  package let weight: ExactDecimal

  /// - Precondition: floor ≤ ceiling, base and weight are positive.
  package init(
    place: String, year: Int, base: Int, current: Int, floor: Int? = nil, ceiling: Int? = nil,
    weight: ExactDecimal = ExactDecimal(1)
  ) {
    let (least, most) = (floor ?? current, ceiling ?? base)
    precondition(least <= most, "\(place): a floor of \(least) above \(most)")
    precondition(base > 0 && weight > ExactDecimal(0), "\(place): a base or weight of 0")
    self.place = place
    self.year = year
    self.base = base
    self.current = current
    self.floor = least
    self.ceiling = most
    self.weight = weight
  }

  /// Returns the effort of a target, by a measure.
  package func effort(of target: Int, _ measure: SharingEffort) -> Double {
    let change = Double(target - current)
    switch measure {
    case .squared: return weight.value * change * change
    case .relative: return weight.value * (change / Double(base)) * (change / Double(base))
    }
  }
}

/// The places of a request with their figures and limits.
enum SharingParts {
  /// Returns the parts, in the order of the places, beside all that is wrong with figures and limits.
  ///
  /// The newest count that is visible speaks for a place. The base stays the one of that count: a target
  /// is a number of people that the place knows today.
  static func parts(
    of request: SharingRequest, in panel: IndicatorPanel
  ) -> (parts: [SharingPart], diagnostics: [Diagnostic]) {
    let (limits, limitFaults) = placed(request.limits, among: request.places)
    var parts: [SharingPart] = []
    var figureFaults: [Diagnostic] = []
    var boundFaults: [Diagnostic] = []
    for place in request.places {
      let series = panel.series(
        place: place.name, indicator: request.indicator.id, asOf: request.asOf)
      guard let figure = series?.observations.last(where: { $0.count != nil }),
        let count = figure.count, let base = figure.base
      else {
        figureFaults.append(
          Diagnostic(
            .sharingCountMissing, at: series?.latest?.position, value: place.name,
            ["indicator": request.indicator.id]))
        continue
      }
      let limit = limits[place.name]
      let pace = request.maximumPace.map {
        paceCeiling($0, count: count, base: base, years: request.targetYear - figure.year)
      }
      let faults = faults(in: limit, of: place.name, count: count, base: base, paceCeiling: pace)
      boundFaults += faults
      guard faults.isEmpty else { continue }
      parts.append(
        SharingPart(
          place: place.name, year: figure.year, base: base, current: count,
          floor: limit?.floor?.value,
          ceiling: [limit?.ceiling?.value, pace, base].compactMap(\.self).min(),
          weight: limit?.weight ?? ExactDecimal(1)))
    }
    let ofLimits = (request.limitFindings + limitFaults + boundFaults).enumerated().sorted {
      let (left, right) = ($0.element.position, $1.element.position)
      let places = (
        (left?.line ?? 0, left?.column ?? 0, $0.offset),
        (right?.line ?? 0, right?.column ?? 0, $1.offset)
      )
      return places.0 < places.1
    }.map(\.element)
    return (parts, figureFaults + ofLimits)
  }

  /// Returns the limits by the places that they mean, beside names that mean none or one already named.
  ///
  /// A name is compared as printed first, then without case and diacritics if only one place fits.
  private static func placed(
    _ limits: [ShareLimit], among places: [Place]
  ) -> (limits: [String: ShareLimit], faults: [Diagnostic]) {
    let names = Set(places.map(\.name))
    let similar = Dictionary(grouping: places.map(\.name), by: TextKey.folded)
    var found: [String: ShareLimit] = [:]
    var faults: [Diagnostic] = []
    for limit in limits {
      let composed = TextKey.composed(limit.place)
      let alike = similar[TextKey.folded(composed)] ?? []
      guard let name = names.contains(composed) ? composed : alike.count == 1 ? alike[0] : nil
      else {
        let nearest = NearestName.suggestions(for: limit.place, among: places.map(\.name), limit: 3)
        faults.append(
          Diagnostic(
            .limitPlaceUnknown, at: limit.position, value: limit.place,
            [
              "nearest": (nearest.isEmpty ? places.prefix(3).map(\.name) : nearest)
                .joined(separator: ", ")
            ]))
        continue
      }
      if let first = found[name] {
        faults.append(
          Diagnostic(
            .limitPlaceTwice, at: limit.position, value: limit.place,
            ["line": String(first.position.line ?? 0)]))
      } else {
        found[name] = limit
      }
    }
    return (found, faults)
  }

  private static func faults(
    in limit: ShareLimit?, of place: String, count: Int, base: Int, paceCeiling: Int?
  ) -> [Diagnostic] {
    let above = [limit?.floor, limit?.ceiling].compactMap(\.self).filter { $0.value > base }
    if !above.isEmpty {
      return above.map {
        Diagnostic(
          .limitAboveBase, at: $0.position, value: String($0.value),
          ["place": place, "base": String(base)])
      }
    }
    let floor = limit?.floor?.value ?? count
    if let ceiling = limit?.ceiling, floor > ceiling.value {
      let isGiven = limit?.floor != nil
      return [
        Diagnostic(
          isGiven ? .limitFloorAboveCeiling : .limitCeilingBelowCount,
          at: ceiling.position, value: String(ceiling.value),
          ["place": place, "floor": String(floor)])
      ]
    }
    if let paceCeiling, let given = limit?.floor, given.value > paceCeiling {
      return [
        Diagnostic(
          .limitAbovePace, at: given.position, value: String(given.value),
          ["place": place, "most": String(paceCeiling)])
      ]
    }
    return []
  }

  /// Returns the most that a pace allows: ⌊count + base · pace · years / 100⌋.
  private static func paceCeiling(
    _ pace: ExactDecimal, count: Int, base: Int, years: Int
  ) -> Int {
    let unit = 100 * ExactDecimal.powerOfTen(pace.scale)
    let points = min(pace.unscaled * max(years, 0), unit)
    let product = base.multipliedFullWidth(by: points)
    return count + unit.dividingFullWidth(product).quotient
  }
}

extension DiagnosticCode {
  package static let sharingCountMissing = DiagnosticCode(
    "share.count-missing",
    message: Phrase(
      vi: "{value} không có số đạt và tổng số của “{indicator}”, nên không chia được cho nơi này",
      en: "{value} has no count and base of “{indicator}”, so that nothing can be shared to it"),
    remedy: Phrase(
      vi: "Điền số đạt và tổng số của nơi này; chỉ có tỷ lệ phần trăm thì chưa đủ.",
      en: "Fill in its count and base; a percentage alone is not enough."))

  package static let limitPlaceUnknown = DiagnosticCode(
    "limit.place-unknown",
    message: Phrase(
      vi: "“{value}” không phải là một nơi được chia chỉ tiêu",
      en: "“{value}” is none of the places that share the target"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))

  package static let limitPlaceTwice = DiagnosticCode(
    "limit.place-twice",
    message: Phrase(
      vi: "“{value}” đã có giới hạn ở dòng {line}",
      en: "“{value}” has limits on line {line} already"),
    remedy: Phrase(vi: "Giữ lại một dòng.", en: "Keep one of the rows."))

  package static let limitAboveBase = DiagnosticCode(
    "limit.above-base",
    message: Phrase(
      vi: "{place}: giới hạn {value} lớn hơn tổng số {base}: không nơi nào đạt quá 100%",
      en: "{place}: the limit {value} is above the base {base}: no place can pass 100%"),
    remedy: Phrase(
      vi: "Ghi số không quá {base}, hoặc để trống ô.",
      en: "Write {base} at most, or leave the cell empty."))

  package static let limitFloorAboveCeiling = DiagnosticCode(
    "limit.floor-above-ceiling",
    message: Phrase(
      vi: "{place}: sàn {floor} lớn hơn trần {value}",
      en: "{place}: the floor {floor} is above the ceiling {value}"),
    remedy: Phrase(vi: "Hạ sàn hoặc nâng trần.", en: "Lower the floor or raise the ceiling."))

  package static let limitCeilingBelowCount = DiagnosticCode(
    "limit.ceiling-below-count",
    message: Phrase(
      vi:
        "{place}: trần {value} thấp hơn số hiện có {floor}, là sàn khi ô sàn để trống",
      en:
        "{place}: the ceiling {value} is below the current count {floor}, which is the floor where none is given"
    ),
    remedy: Phrase(
      vi: "Nâng trần, hoặc ghi thêm sàn nếu thật sự muốn giao thấp hơn số hiện có.",
      en: "Raise the ceiling, or write a floor too if less than the current count is meant."))

  package static let limitAbovePace = DiagnosticCode(
    "limit.above-pace",
    message: Phrase(
      vi: "{place}: sàn {value} lớn hơn số nhiều nhất mà --max-pace cho phép ({most})",
      en: "{place}: the floor {value} is above what --max-pace allows ({most})"),
    remedy: Phrase(
      vi: "Hạ sàn, hoặc nâng --max-pace.", en: "Lower the floor, or raise --max-pace."))
}
