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

  /// Asks about years without a figure between the first and the last of a series.
  ///
  /// A series of three figures or more that are all equally far apart, as those of a census, misses none.
  static func missingYears(in series: QualitySeries) -> QualityFinding? {
    let years = series.observations.map(\.year)
    guard let first = years.first, let last = years.last else { return nil }
    let known = Set(years)
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    guard years.count < 3 || steps.count > 1 else { return nil }
    let missing = (first...last).filter { !known.contains($0) }
    guard !missing.isEmpty else { return nil }
    return QualityFinding(
      .missingYear, .qualityMissingYear, series: series, years: missing,
      evidence: [.init("missing", Double(missing.count))],
      facts: ["from": String(first), "to": String(last)])
  }

  /// Asks about figures two years older than the newest of the panel, or more, that have no final release.
  static func notFinal(
    in series: QualitySeries, of panel: IndicatorPanel, newest: Int
  ) -> QualityFinding? {
    let old = series.observations.filter {
      $0.year + patience <= newest && $0.status != .final
    }
    guard !old.isEmpty else { return nil }
    let final = Set(
      panel.releases(place: series.place, indicator: series.indicator)
        .filter { $0.status == .final }.map(\.year))
    let open = old.filter { !final.contains($0.year) }
    guard let oldest = open.first else { return nil }
    return QualityFinding(
      .notFinal, .qualityNotFinal, series: series, years: open.map(\.year),
      evidence: [.init("newestYear", Double(newest)), .init("figures", Double(open.count))],
      facts: ["newest": String(newest)], phrases: ["status": oldest.status.title])
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
        "{place}, {indicator}: giữa {from} và {to} không có số liệu năm {years}; năm đó không điều tra hay chưa nhập?",
      en:
        "{place}, {indicator}: between {from} and {to} there is no figure for {years}; was nothing counted, or is it not entered yet?"
    ),
    remedy: Phrase(
      vi: "Nếu có số liệu thì nhập thêm; nếu không có thì để trống.",
      en: "Enter the figure if there is one; else leave it out."))

  static let qualityNotFinal = DiagnosticCode(
    "quality.not-final", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: số liệu năm {years} vẫn ghi là {status}, trong khi đã có số liệu năm {newest}; đã có số chính thức chưa?",
      en:
        "{place}, {indicator}: {years} still marked {status} while there are figures of {newest}; is there a final one by now?"
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
