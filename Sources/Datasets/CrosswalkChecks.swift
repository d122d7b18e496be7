import Diagnostics
import Indicators
import Wording

/// Checks of a crosswalk that need more than one row.
enum CrosswalkChecks {
  /// By how much decimal shares may miss 1 together.
  static let tolerance = 1e-9

  /// Returns what is wrong with the rows among themselves.
  ///
  /// - Parameters:
  ///   - transfers: the rows that could be read.
  ///   - isComplete: whether all rows could; else the sums are not looked at.
  /// - Returns: one fault a finding: duplicates, days, circles, order, sums.
  static func faults(of transfers: [TerritoryTransfer], isComplete: Bool) -> [Diagnostic] {
    let cycles = cycles(in: transfers)
    return duplicates(in: transfers) + dates(of: transfers) + cycles.faults
      + order(of: transfers, besides: cycles.places) + (isComplete ? sums(of: transfers) : [])
  }

  /// Returns what the panel does not know: former units, and indicators with shares of their own.
  static func unknownNames(
    in transfers: [TerritoryTransfer], panel: IndicatorPanel
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let begun = Set(transfers.map(\.newPlace))
    let places = panel.places.map(\.name)
    let indicators = panel.indicators.map(\.id)
    var seen: Set<String> = []
    for transfer in transfers {
      let unit = transfer.oldPlace
      if panel.place(named: unit) == nil, !begun.contains(unit), seen.insert(unit).inserted {
        let nearest = NearestName.suggestions(for: unit, among: places, limit: 1)
        diagnostics.append(
          Diagnostic(
            .crosswalkUnitUnknown, at: transfer.position, value: unit,
            ["nearest": nearest.first ?? NumberStyle.missing]))
      }
      if let id = transfer.indicator, panel.indicator(id) == nil, seen.insert("#" + id).inserted {
        let nearest = NearestName.suggestions(for: id, among: indicators, limit: 1)
        diagnostics.append(
          Diagnostic(
            .crosswalkBaseUnknown, at: transfer.position, value: id,
            ["nearest": nearest.first ?? indicators.joined(separator: ", ")]))
      }
    }
    return diagnostics
  }

  private static func duplicates(in transfers: [TerritoryTransfer]) -> [Diagnostic] {
    var lines: [[String?]: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for transfer in transfers {
      let key = [transfer.oldPlace, transfer.newPlace, transfer.indicator]
      if let line = lines[key] {
        diagnostics.append(
          Diagnostic(
            .crosswalkDuplicate, at: transfer.position, value: transfer.oldPlace,
            ["new": transfer.newPlace, "line": String(line)]))
      } else {
        lines[key] = transfer.position.line ?? 0
      }
    }
    return diagnostics
  }

  /// Returns a fault for each unit that would begin or end on two days.
  private static func dates(of transfers: [TerritoryTransfer]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for place in [\TerritoryTransfer.oldPlace, \TerritoryTransfer.newPlace] {
      var first: [String: TerritoryTransfer] = [:]
      var told: Set<String> = []
      for transfer in transfers {
        let name = transfer[keyPath: place]
        guard let earlier = first[name] else {
          first[name] = transfer
          continue
        }
        if earlier.validFrom == transfer.validFrom || !told.insert(name).inserted { continue }
        diagnostics.append(
          Diagnostic(
            .crosswalkDatesDiffer, at: transfer.position, value: name,
            ["line": String(earlier.position.line ?? 0)],
            phrases: [
              "first": Phrase(vi: earlier.validFrom.dayFirst, en: earlier.validFrom.iso),
              "second": Phrase(vi: transfer.validFrom.dayFirst, en: transfer.validFrom.iso),
            ]))
      }
    }
    return diagnostics
  }

  /// Returns a fault for each circle of units that are made of each other, and the units in circles.
  private static func cycles(
    in transfers: [TerritoryTransfer]
  ) -> (faults: [Diagnostic], places: Set<String>) {
    var successors: [String: [TerritoryTransfer]] = [:]
    for transfer in transfers { successors[transfer.oldPlace, default: []].append(transfer) }
    var faults: [Diagnostic] = []
    var places: Set<String> = []
    var done: Set<String> = []
    for start in transfers.map(\.oldPlace) where !done.contains(start) {
      // Depth first; the path holds each unit with how many of its rows have been followed.
      var path: [(place: String, next: Int)] = [(start, 0)]
      while let last = path.last {
        let rows = successors[last.place] ?? []
        guard last.next < rows.count, !done.contains(last.place) else {
          done.insert(last.place)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let row = rows[last.next]
        if let begin = path.firstIndex(where: { $0.place == row.newPlace }) {
          let circle = path[begin...].map(\.place)
          if circle.contains(where: { !places.contains($0) }) {
            faults.append(
              Diagnostic(
                circle.count == 1 ? .crosswalkSamePlace : .crosswalkCycle, at: row.position,
                value: row.oldPlace,
                ["circle": (circle + [row.newPlace]).joined(separator: " → ")]))
          }
          places.formUnion(circle)
        } else if !done.contains(row.newPlace) {
          path.append((row.newPlace, 0))
        }
      }
    }
    return (faults, places)
  }

  /// Returns a fault for each unit that would end before it begins.
  private static func order(
    of transfers: [TerritoryTransfer], besides circles: Set<String>
  ) -> [Diagnostic] {
    var begins: [String: TerritoryTransfer] = [:]
    for transfer in transfers where begins[transfer.newPlace] == nil {
      begins[transfer.newPlace] = transfer
    }
    var told = circles
    return transfers.compactMap { end in
      guard let begin = begins[end.oldPlace], end.validFrom <= begin.validFrom,
        told.insert(end.oldPlace).inserted
      else { return nil }
      return Diagnostic(
        .crosswalkOrder, at: end.position, value: end.oldPlace,
        ["line": String(begin.position.line ?? 0)],
        phrases: [
          "begin": Phrase(vi: begin.validFrom.dayFirst, en: begin.validFrom.iso),
          "end": Phrase(vi: end.validFrom.dayFirst, en: end.validFrom.iso),
        ])
    }
  }

  /// Returns a fault for each former unit whose shares for one base do not add up to 1.
  private static func sums(of transfers: [TerritoryTransfer]) -> [Diagnostic] {
    struct Group: Hashable {
      let unit: String
      let indicator: String?
    }
    var groups: [Group: [TerritoryTransfer]] = [:]
    var order: [Group] = []
    for transfer in transfers {
      let group = Group(unit: transfer.oldPlace, indicator: transfer.indicator)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(transfer)
    }
    return order.compactMap { group in
      let rows = groups[group] ?? []
      let lines = rows.map { String($0.position.line ?? 0) }.joined(separator: ", ")
      let base = group.indicator.map { Phrase(" (\($0))") } ?? Phrase("")
      let counts = rows.compactMap { row -> (part: Int, whole: Int)? in
        if case .counted(let part, let whole) = row.share { (part, whole) } else { nil }
      }
      if let whole = counts.first?.whole, let other = counts.first(where: { $0.whole != whole }) {
        return Diagnostic(
          .crosswalkWholesDiffer, at: rows[0].position, value: group.unit,
          ["first": String(whole), "second": String(other.whole), "lines": lines],
          phrases: ["base": base])
      }
      let sum: String
      if counts.count == rows.count {
        let parts = counts.map(\.part).reduce(0, +)
        if parts == counts[0].whole { return nil }
        sum = "\(parts)/\(counts[0].whole)"
      } else {
        let total = rows.reduce(0) { $0 + $1.share.value }
        if abs(total - 1) <= tolerance { return nil }
        sum = trimmed(DecimalText(total, decimals: 9)?.joined(decimalSeparator: ".") ?? "")
      }
      return Diagnostic(
        .crosswalkSum, at: rows[0].position, value: group.unit, ["sum": sum, "lines": lines],
        phrases: ["base": base])
    }
  }

  private static func trimmed(_ decimal: String) -> String {
    var text = decimal[...]
    while text.hasSuffix("0") { text.removeLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }
}

extension DiagnosticCode {
  static let crosswalkUnitUnknown = DiagnosticCode(
    "crosswalk.unit-unknown",
    message: Phrase(
      vi: "số liệu không có đơn vị cũ “{value}”", en: "the data have no former unit “{value}”"),
    remedy: Phrase(
      vi: "Sửa tên (gần nhất: {nearest}), hoặc bổ sung số liệu của đơn vị đó.",
      en: "Mend the name (nearest: {nearest}), or add the figures of that unit."))

  static let crosswalkBaseUnknown = DiagnosticCode(
    "crosswalk.base-unknown",
    message: Phrase(
      vi: "cột “base” ghi “{value}”, số liệu không có chỉ tiêu này",
      en: "column “base” says “{value}”, an indicator that the data do not have"),
    remedy: Phrase(
      vi: "Ghi mã chỉ tiêu (gần nhất: {nearest}), hoặc để trống cho mọi chỉ tiêu.",
      en: "Write an indicator (nearest: {nearest}), or leave it empty for all."))

  static let crosswalkDuplicate = DiagnosticCode(
    "crosswalk.duplicate",
    message: Phrase(
      vi: "“{value}” sang “{new}” đã có ở dòng {line}",
      en: "“{value}” to “{new}” stands already on line {line}"),
    remedy: Phrase(
      vi: "Xóa một dòng; nếu tỷ lệ chia khác nhau theo chỉ tiêu thì ghi cột “base”.",
      en: "Delete one row; where shares differ by indicator, fill column “base”."))

  static let crosswalkDatesDiffer = DiagnosticCode(
    "crosswalk.dates-differ",
    message: Phrase(
      vi: "“{value}” có hai ngày hiệu lực: {first} (dòng {line}) và {second}",
      en: "“{value}” has two days: {first} (line {line}) and {second}"),
    remedy: Phrase(
      vi:
        "Sửa ngày sai; nếu là hai lần sắp xếp thì đặt tên khác cho đơn vị ở giữa, ví dụ “{value} (2019–2025)”.",
      en:
        "Mend the wrong day; for two changes give the unit between them a name of its own, such as “{value} (2019–2025)”."
    ))

  static let crosswalkSamePlace = DiagnosticCode(
    "crosswalk.same-place",
    message: Phrase(
      vi: "“{value}” vừa là đơn vị cũ vừa là đơn vị mới",
      en: "“{value}” is both the former and the present unit"),
    remedy: Phrase(
      vi: "Đặt tên khác cho đơn vị cũ ở mọi bảng, ví dụ “{value} (cũ)”: hai địa giới khác nhau.",
      en: "Give the former unit another name in all tables, such as “{value} (cũ)”."))

  static let crosswalkCycle = DiagnosticCode(
    "crosswalk.cycle",
    message: Phrase(
      vi: "các đơn vị tạo thành vòng: {circle}", en: "units are made of each other: {circle}"),
    remedy: Phrase(
      vi: "Sửa dòng sai; đơn vị lập lại trên địa giới khác phải mang tên khác.",
      en: "Mend the wrong row; a unit that begins anew on another territory needs another name."))

  static let crosswalkOrder = DiagnosticCode(
    "crosswalk.order",
    message: Phrase(
      vi: "“{value}” kết thúc ngày {end} nhưng đến {begin} mới được lập (dòng {line})",
      en: "“{value}” ends on {end} but begins only on {begin} (line {line})"),
    remedy: Phrase(
      vi: "Sửa “valid_from”; nếu là hai đơn vị cùng tên thì đặt tên khác nhau.",
      en: "Mend “valid_from”; give two units of one name different names."))

  static let crosswalkSum = DiagnosticCode(
    "crosswalk.sum",
    message: Phrase(
      vi: "các phần của “{value}”{base} cộng lại được {sum}, phải đúng bằng 1 (dòng {lines})",
      en: "the shares of “{value}”{base} add up to {sum} and not to 1 (lines {lines})"),
    remedy: Phrase(
      vi: "Bổ sung phần còn lại, kể cả phần sang đơn vị khác, hoặc sửa số sai.",
      en: "Add the rest, also what went to other units, or mend the wrong number."))

  static let crosswalkWholesDiffer = DiagnosticCode(
    "crosswalk.wholes-differ",
    message: Phrase(
      vi: "“{value}”{base} có hai tổng số khác nhau: {first} và {second} (dòng {lines})",
      en: "“{value}”{base} has two different wholes: {first} and {second} (lines {lines})"),
    remedy: Phrase(
      vi: "Ghi cùng một “whole” ở mọi dòng của đơn vị cũ cho một chỉ tiêu.",
      en: "Write one “whole” in all rows of a former unit for one base."))
}
