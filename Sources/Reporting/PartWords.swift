import Indicators
import Planning
import Wording

/// What the parts of a place add up to, in words.
enum PartWords {
  /// Returns one sentence for each requirement whose parts have figures.
  ///
  /// - Parameters:
  ///   - report: what is left to do.
  ///   - named: how many parts a table names; the others are counted.
  ///   - language: of the words.
  /// - Returns: one sentence a requirement, in rule order.
  static func sentences(
    of report: GapReport, named: Int, in language: Language
  ) -> [String] {
    report.rows.compactMap { row in
      row.parts.map { parts in
        [
          "\(row.result.id): " + shortfall(of: parts, named: named, in: language),
          sum(of: parts, place: report.analysis.place.name, in: language),
          unknown(of: parts, in: language),
        ].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  private static func shortfall(
    of parts: PartGaps, named: Int, in language: Language
  ) -> String {
    let style = NumberStyle(language)
    let below = parts.parts.filter { $0.missing > 0 }
    let missing = style.whole(below.reduce(0) { $0 + $1.missing })
    let others = max(0, parts.parts.count - named)
    let rest =
      others == 0
      ? Phrase("")
      : Phrase(
        vi: " (\(others) đơn vị không in ở đây có trong tệp)",
        en: " (\(others) not printed here are in the file)")
    if below.isEmpty {
      return Phrase(
        vi: "cả \(parts.parts.count) đơn vị đều đạt ngưỡng năm \(parts.year)\(rest.vi).",
        en: "all \(parts.parts.count) parts reach the threshold in \(parts.year)\(rest.en).")(
          language)
    }
    return Phrase(
      vi:
        "\(below.count)/\(parts.parts.count) đơn vị dưới ngưỡng, thiếu \(missing) trên tổng số năm \(parts.year)\(rest.vi).",
      en:
        "\(below.count) of \(parts.parts.count) parts are below, lacking \(missing) on the base of \(parts.year)\(rest.en)."
    )(
      language)
  }

  private static func sum(
    of parts: PartGaps, place: String, in language: Language
  ) -> String? {
    guard let count = parts.countDifference, let base = parts.baseDifference else { return nil }
    let style = NumberStyle(language)
    let total = "\(style.whole(parts.count))/\(style.whole(parts.base))"
    if count == 0, base == 0 {
      return Phrase(
        vi: "Cộng các đơn vị: \(total), bằng số của \(place).",
        en: "All parts together: \(total), as the figure of \(place).")(language)
    }
    func signed(_ value: Int) -> String { (value > 0 ? "+" : "") + style.whole(value) }
    return Phrase(
      vi:
        "Cộng các đơn vị: \(total), lệch số của \(place): số đạt \(signed(count)), tổng số \(signed(base)).",
      en:
        "All parts together: \(total), which differs from \(place): count \(signed(count)), base \(signed(base))."
    )(language)
  }

  private static func unknown(of parts: PartGaps, in language: Language) -> String? {
    guard !parts.unknown.isEmpty else { return nil }
    let names = parts.unknown.joined(separator: ", ")
    return Phrase(
      vi: "Chưa có số năm \(parts.year): \(names).", en: "No figures of \(parts.year): \(names)."
    )(language)
  }
}
