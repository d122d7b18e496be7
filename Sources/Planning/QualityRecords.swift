import Diagnostics
import Indicators
import Wording

/// Questions about how complete and how settled the record of a series is.
enum QualityRecords {
  /// How many years after its own a figure that is not final is asked about.
  static let patience = 2
  /// The fewest figures that two places must share.
  static let sharedFigures = 3
  /// The least count of a shared figure; smaller ones coincide by chance.
  static let leastSharedCount = 20

  /// Asks about years without a figure between the first and the last of each series.
  ///
  /// A series of three figures or more that are all equally far apart, as those of a census, misses none.
  /// Places that miss the same years of an indicator are asked about once, at the first of them.
  static func missingYears(in all: [QualitySeries]) -> [QualityFinding] {
    askedOnce(all) { series in
      let years = series.observations.map(\.year)
      guard let first = years.first, let last = years.last else { return [] }
      let known = Set(years)
      let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
      guard years.count < 3 || steps.count > 1 else { return [] }
      return (first...last).filter { !known.contains($0) }
    } finding: { series, missing, others in
      let years = series.observations.map(\.year)
      return QualityFinding(
        .missingYear, .qualityMissingYear, series: series, years: missing,
        evidence: [
          .init("missing", Double(missing.count)), .init("otherPlaces", Double(others)),
        ], facts: ["from": String(years.first ?? 0), "to": String(years.last ?? 0)],
        phrases: ["others": words(others)])
    }
  }

  /// Asks about figures two years older than the newest of the panel, or more, that have no final release.
  ///
  /// Places with the same such years of an indicator are asked about once, at the first of them.
  static func notFinal(in all: [QualitySeries], of panel: IndicatorPanel) -> [QualityFinding] {
    let newest = all.compactMap { $0.observations.last?.year }.max() ?? 0
    return askedOnce(all) { series in
      let old = series.observations.filter {
        $0.year + patience <= newest && $0.status != .final
      }
      guard !old.isEmpty else { return [] }
      let final = Set(
        panel.releases(place: series.place, indicator: series.indicator)
          .filter { $0.status == .final }.map(\.year))
      return old.map(\.year).filter { !final.contains($0) }
    } finding: { series, open, others in
      let oldest = series.observations.first { $0.year == open.first }
      return QualityFinding(
        .notFinal, .qualityNotFinal, series: series, years: open,
        evidence: [
          .init("newestYear", Double(newest)), .init("figures", Double(open.count)),
          .init("otherPlaces", Double(others)),
        ], facts: ["newest": String(newest)],
        phrases: ["status": oldest?.status.title ?? Phrase(""), "others": words(others)])
    }
  }

  /// Makes one finding of all series of an indicator with the same years to ask about.
  private static func askedOnce(
    _ all: [QualitySeries], years: (QualitySeries) -> [Int],
    finding: (_ first: QualitySeries, _ years: [Int], _ others: Int) -> QualityFinding
  ) -> [QualityFinding] {
    var groups: [(first: QualitySeries, years: [Int], others: Int)] = []
    var numbers: [String: [[Int]: Int]] = [:]
    for series in all {
      let asked = years(series)
      guard !asked.isEmpty else { continue }
      if let number = numbers[series.indicator]?[asked] {
        groups[number].others += 1
      } else {
        numbers[series.indicator, default: [:]][asked] = groups.count
        groups.append((series, asked, 0))
      }
    }
    return groups.map { finding($0.first, $0.years, $0.others) }
  }

  private static func words(_ others: Int) -> Phrase {
    others == 0
      ? Phrase("")
      : Phrase(
        vi: " (\(others) nơi khác cũng vậy)",
        en: others == 1 ? " (and in 1 other place)" : " (and in \(others) other places)")
  }

  /// Asks about places that have the same counts of an indicator year for year.
  ///
  /// Both have the same years, three at least, the same count in each and 20 at least in three of them; a
  /// place and the one that it is part of may be the same people and are left out. Asked is the later place.
  ///
  /// - Complexity: O(figures).
  static func copies(in all: [QualitySeries], of panel: IndicatorPanel) -> [QualityFinding] {
    var first: [[Int]: [String: QualitySeries]] = [:]
    return all.compactMap { series in
      let large = series.figures.count { $0.units >= leastSharedCount }
      guard series.isCounted, large >= sharedFigures else { return nil }
      let key = series.figures.flatMap { [$0.year, $0.units] }
      guard let other = first[key]?[series.indicator] else {
        first[key, default: [:]][series.indicator] = series
        return nil
      }
      let isPart =
        panel.place(named: series.place)?.parent == other.place
        || panel.place(named: other.place)?.parent == series.place
      guard !isPart else { return nil }
      return QualityFinding(
        .copied, .qualityCopied, series: series, years: series.figures.map(\.year),
        evidence: [.init("figures", Double(series.figures.count))],
        facts: ["count": String(series.figures.count), "other": other.place])
    }
  }
}

extension DiagnosticCode {
  static let qualityMissingYear = DiagnosticCode(
    "quality.missing-year", .note,
    message: Phrase(
      vi:
        "{place}, {indicator}: giữa {from} và {to} không có số liệu năm {years}{others}; năm đó không điều tra hay chưa nhập?",
      en:
        "{place}, {indicator}: between {from} and {to} there is no figure for {years}{others}; was nothing counted, or is it not entered yet?"
    ),
    remedy: Phrase(
      vi: "Nếu có số liệu thì nhập thêm; nếu không có thì để trống.",
      en: "Enter the figure if there is one; else leave it out."))

  static let qualityNotFinal = DiagnosticCode(
    "quality.not-final", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: số liệu năm {years} vẫn ghi là {status}{others}, trong khi đã có số liệu năm {newest}; đã có số chính thức chưa?",
      en:
        "{place}, {indicator}: {years} still marked {status}{others} while there are figures of {newest}; is there a final one by now?"
    ),
    remedy: Phrase(
      vi: "Nhập số chính thức, hoặc sửa trạng thái thành final nếu số này không đổi nữa.",
      en: "Enter the final figure, or set the status to final if it will not change any more."))

  static let qualityCopied = DiagnosticCode(
    "quality.copied", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: cả {count} năm ({from}–{to}) có số đạt giống hệt {other}; hai nơi có được nhập riêng không?",
      en:
        "{place}, {indicator}: all {count} years ({from}–{to}) have the same counts as {other}; were the two entered separately?"
    ),
    remedy: Phrase(
      vi: "Đối chiếu với báo cáo của từng nơi.", en: "Compare with the report of each place."))
}
