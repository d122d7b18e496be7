import Diagnostics
import Indicators
import Wording

/// Checks that need more than one row.
enum PanelChecks {
  /// Returns a fault for each place that figures name but the table of places does not.
  static func undeclaredPlaces(
    _ entries: [IndicatorPanel.Entry], declared places: [Place]
  ) -> [Diagnostic] {
    let known = Set(places.map(\.name))
    var reported: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for entry in entries where !known.contains(entry.place) {
      guard reported.insert(entry.place).inserted else { continue }
      let nearest = NearestName.suggestions(for: entry.place, among: places.map(\.name), limit: 1)
      diagnostics.append(
        Diagnostic(
          .placeUndeclared,
          at: InputPosition(
            file: entry.observation.position.file, line: entry.observation.position.line,
            column: 1),
          value: entry.place, ["nearest": nearest.first ?? NumberStyle.missing]))
    }
    return diagnostics
  }

  /// Returns a question for each name of a place that another name resembles but for case, diacritics or
  /// blanks; where only loose figures name places, a slip of the pen makes a place of its own.
  static func lookAlikes(_ entries: [IndicatorPanel.Entry]) -> [Diagnostic] {
    var names: [String: [String]] = [:]
    var first: [String: InputPosition] = [:]
    var order: [String] = []
    for entry in entries where first[entry.place] == nil {
      first[entry.place] = entry.observation.position
      order.append(entry.place)
      names[TextKey.folded(entry.place), default: []].append(entry.place)
    }
    return order.compactMap { name in
      guard let others = names[TextKey.folded(name)], let original = others.first,
        original != name, let position = first[name]
      else { return nil }
      return Diagnostic(
        .placeLookAlike, at: InputPosition(file: position.file, line: position.line), value: name,
        ["other": original])
    }
  }

  /// Returns a warning for each year in which the parts of a place do not add up to it.
  ///
  /// Compared are counts and bases of years in which every part that ever reports the indicator has
  /// counts.
  static func sums(of panel: IndicatorPanel) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let parents = Set(panel.places.compactMap(\.parent))
    for parent in panel.places where parents.contains(parent.name) {
      for indicator in panel.indicators {
        diagnostics += sums(of: parent.name, indicator.id, in: panel)
      }
    }
    return diagnostics
  }

  private static func sums(
    of parent: String, _ indicator: String, in panel: IndicatorPanel
  ) -> [Diagnostic] {
    guard let whole = panel.series(place: parent, indicator: indicator), whole.latest != nil else {
      return []
    }
    let parts = panel.children(of: parent.self)
      .compactMap { panel.series(place: $0.name, indicator: indicator) }
      .filter { !$0.observations.isEmpty }
    guard !parts.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for observation in whole.observations {
      guard let count = observation.count, let base = observation.base else { continue }
      let shares = parts.compactMap { $0.observation(in: observation.year) }
      let counts = shares.compactMap(\.count)
      guard counts.count == parts.count else { continue }
      let sum = (count: counts.reduce(0, +), base: shares.compactMap(\.base).reduce(0, +))
      guard sum != (count, base) else { continue }
      diagnostics.append(
        Diagnostic(
          .partsDoNotAddUp, at: observation.position, value: "\(count)/\(base)",
          [
            "place": parent, "indicator": indicator, "year": String(observation.year),
            "count": String(sum.count), "base": String(sum.base),
          ]))
    }
    return diagnostics
  }
}

extension DiagnosticCode {
  static let placeLookAlike = DiagnosticCode(
    "place.look-alike", .warning,
    message: Phrase(
      vi: "“{value}” gần giống “{other}”, nhưng được coi là địa phương khác",
      en: "“{value}” resembles “{other}”, but is taken for another place"),
    remedy: Phrase(
      vi: "Nếu là một nơi thì viết tên giống hệt nhau ở mọi dòng.",
      en: "If they are one place, write the name alike in every row."))

  static let placeUndeclared = DiagnosticCode(
    "place.undeclared",
    message: Phrase(
      vi: "“{value}” không có trong bảng các địa phương",
      en: "“{value}” is not in the table of places"),
    remedy: Phrase(
      vi: "Sửa tên (gần nhất: {nearest}) hoặc thêm vào places.csv.",
      en: "Mend the name (nearest: {nearest}) or add it to places.csv."))

  static let partsDoNotAddUp = DiagnosticCode(
    "parts.do-not-add-up", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}, năm {year}: toàn địa bàn ghi {value}, cộng các thôn được {count}/{base}",
      en: "{place}, {indicator}, {year}: the whole says {value}, its parts add up to {count}/{base}"
    ),
    remedy: Phrase(
      vi: "Đối chiếu lại với từng thôn.", en: "Compare with each of the parts."))
}
