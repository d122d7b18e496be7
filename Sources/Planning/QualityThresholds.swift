import Diagnostics
import Indicators
import Wording

/// Questions about figures that stand at a threshold.
enum QualityThresholds {
  /// How far above a threshold, in points, is just above it.
  static let margin = 0.5
  /// How many figures just above a threshold are asked about.
  static let repeats = 3
  /// The least base for which reaching a threshold with the last person needed is asked about; among
  /// fewer it happens too often.
  static let leastBase = 200

  /// Asks about figures that are exactly what a threshold asks for.
  ///
  /// A printed percent equals the threshold, or the count is the least whole number that reaches it. Percents
  /// without decimals are asked about from two years on, counts when the base is 200 or more. Of several
  /// thresholds the one with the most years is told, the lower of equals.
  static func onThreshold(_ series: QualitySeries, _ thresholds: [Double]) -> QualityFinding? {
    let hits = thresholds.map { threshold in
      (threshold, series.figures.filter { isOn($0, threshold: threshold, in: series) })
    }
    guard
      let (threshold, figures) = hits.first(where: { hit in
        hits.allSatisfy { $0.1.count <= hit.1.count }
      }), let last = figures.last
    else { return nil }
    guard series.isCounted || series.scale > 0 || figures.count >= 2 else { return nil }
    return QualityFinding(
      .onThreshold, .qualityOnThreshold, series: series, years: figures.map(\.year),
      evidence: [.init("threshold", threshold), .init("figures", Double(figures.count))],
      value: FigureWords.text(of: last.observation),
      phrases: [
        "threshold": words(threshold), "figure": FigureWords.phrase(of: last.observation),
      ])
  }

  private static func isOn(
    _ figure: QualitySeries.Figure, threshold: Double, in series: QualitySeries
  ) -> Bool {
    guard threshold > 0, threshold < 100 else { return false }
    guard series.isCounted else {
      return ExactDecimal(unscaled: figure.units, scale: series.scale).value == threshold
    }
    guard let base = figure.observation.base, base >= leastBase else { return false }
    return leastCount(reaching: threshold, of: base) == figure.units
  }

  /// Returns the least whole number that is at least a share of a base.
  ///
  /// In whole numbers, with the threshold to six decimals of a point.
  static func leastCount(reaching threshold: Double, of base: Int) -> Int {
    let parts = Int((threshold * 1_000_000).rounded())
    return (parts * base + 99_999_999) / 100_000_000
  }

  /// Asks about a series that stands just above a threshold in three years or more and never just below.
  ///
  /// Just above is from the threshold to half a point above it; just below, half a point under it.
  static func justAbove(_ series: QualitySeries, _ thresholds: [Double]) -> QualityFinding? {
    for threshold in thresholds where threshold > 0 && threshold < 100 {
      // Half a millionth of a point forgives the last binary digit of a printed percent.
      let distances = series.figures.map { ($0, $0.observation.percent - threshold + 5e-7) }
      let above = distances.filter { $0.1 >= 0 && $0.1 <= margin + 1e-6 }.map(\.0)
      guard above.count >= repeats, !distances.contains(where: { $0.1 < 0 && $0.1 >= -margin })
      else { continue }
      return QualityFinding(
        .justAbove, .qualityJustAbove, series: series, years: above.map(\.year),
        evidence: [.init("threshold", threshold), .init("figures", Double(above.count))],
        facts: ["count": String(above.count)],
        phrases: ["threshold": words(threshold), "margin": Phrase(vi: "0,5", en: "0.5")])
    }
    return nil
  }

  private static func words(_ threshold: Double) -> Phrase {
    let decimals = (0...6).first {
      let scaled = threshold * Double(ExactDecimal.powerOfTen($0))
      return abs(scaled - scaled.rounded()) < 1e-6
    }
    return .percent(threshold, decimals: decimals ?? 6)
  }
}

extension DiagnosticCode {
  static let qualityOnThreshold = DiagnosticCode(
    "quality.on-threshold", .note,
    message: Phrase(
      vi:
        "{place}, {indicator}: năm {years} vừa đúng ngưỡng {threshold} ({figure}); có danh sách kèm theo con số này không?",
      en:
        "{place}, {indicator}: {years} exactly at the threshold of {threshold} ({figure}); is there a list behind the figure?"
    ),
    remedy: Phrase(
      vi: "Giữ danh sách và biểu tổng hợp làm minh chứng.",
      en: "Keep the list and the summary sheet as evidence."))

  static let qualityJustAbove = DiagnosticCode(
    "quality.just-above", .note,
    message: Phrase(
      vi:
        "{place}, {indicator}: {count} năm ({years}) đều trên ngưỡng {threshold} không quá {margin} điểm và không năm nào dưới ngưỡng sát như vậy; có danh sách kèm theo các con số này không?",
      en:
        "{place}, {indicator}: {count} years ({years}) are at most {margin} points above the threshold of {threshold} and none as close below it; are there lists behind the figures?"
    ),
    remedy: Phrase(
      vi: "Giữ danh sách và biểu tổng hợp từng năm làm minh chứng.",
      en: "Keep the list and the summary sheet of each year as evidence."))
}
