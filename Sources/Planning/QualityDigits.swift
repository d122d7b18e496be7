import Diagnostics
import Indicators
import Statistics
import Wording

/// Questions about the digits of a series: rounded, repeated, or drawn with a ruler.
enum QualityDigits {
  /// The chance at or below which last digits are asked about.
  static let heapingLevel = 0.01

  /// Asks about last digits that are 0 or 5 (or counts that end in 00) too often for chance.
  ///
  /// Looked at are the different values of the series that are not at a bound: percents by the last of the
  /// digits that most of them have (a final 0 may have been dropped, a percent with more digits is left
  /// out), counts from 100 up by their last digit and counts from 1,000 up by their last two.
  /// If last digits are spread evenly, the number k of n values that end so has the binomial upper tail
  ///
  ///     P(X ≥ k) = Σᵢ₌ₖⁿ C(n, i) pⁱ (1 − p)ⁿ⁻ⁱ = I_p(k, n − k + 1),   p = 1/5 or 1/100,
  ///
  /// and a tail of at most `heapingLevel` is asked about; of two, the smaller. Under three values nothing is
  /// asked. Under eight only the count is told, from eight on also how many are usual, n p.
  static func heaping(in series: QualitySeries) -> QualityFinding? {
    var seen: Set<Int> = []
    let scale = series.commonScale
    let finer = ExactDecimal.powerOfTen(series.scale - scale)
    let values = series.figures.filter {
      !$0.isAtBound && seen.insert($0.units).inserted
        && ($0.observation.printedPercent?.scale ?? 0) <= scale
    }
    let kinds: [(modulus: Int, step: Int, least: Int, probability: Double, words: Phrase)] = [
      (10, 5, series.isCounted ? 100 : 0, 0.2, Phrase(vi: "0 hoặc 5", en: "0 or 5")),
      (100, 100, series.isCounted ? 1000 : .max, 0.01, Phrase("00")),
    ]
    var best:
      (
        tail: Double, ending: [QualitySeries.Figure], total: Int, probability: Double, words: Phrase
      )?
    for kind in kinds {
      let counted = values.filter { $0.units >= kind.least }
      let ending = counted.filter { $0.units / finer % kind.modulus % kind.step == 0 }
      guard counted.count >= 3, !ending.isEmpty else { continue }
      let tail = binomialTail(ending.count, of: counted.count, probability: kind.probability)
      if tail <= heapingLevel, tail < best?.tail ?? 1 {
        best = (tail, ending, counted.count, kind.probability, kind.words)
      }
    }
    guard let best else { return nil }
    let expected = best.probability * Double(best.total)
    let usual = Phrase(
      vi: " (thường chỉ khoảng \(NumberStyle(.vi).decimal(expected)))",
      en: " (about \(NumberStyle(.en).decimal(expected)) are usual)")
    return QualityFinding(
      .heaping, .qualityHeaping, series: series, years: best.ending.map(\.year),
      evidence: [
        .init("ending", Double(best.ending.count)), .init("values", Double(best.total)),
        .init("tailProbability", best.tail),
      ], facts: ["ending": String(best.ending.count), "total": String(best.total)],
      phrases: ["digits": best.words, "usual": best.total < 8 ? Phrase("") : usual])
  }

  /// Returns P(X ≥ k) of a binomial variable with n trials, by the regularised incomplete beta function.
  ///
  /// - Precondition: k lies in 1...n and the probability strictly between 0 and 1.
  static func binomialTail(_ k: Int, of n: Int, probability: Double) -> Double {
    precondition(k >= 1 && k <= n, "\(k) of \(n) is no tail")
    return Beta(alpha: Double(k), beta: Double(n - k + 1)).cumulativeProbability(probability)
  }

  /// Asks about the longest run of years with the same count or the same printed percent.
  ///
  /// A run is asked about from three figures one after the other, from four when percents are printed
  /// without decimals or the count is below 20, where standing still is common. Figures at a bound are
  /// left out: who has reached all stays there. Whether the base changes meanwhile is told.
  static func frozen(in series: QualitySeries) -> QualityFinding? {
    let run = longestRun(of: series.figures) { run, next in
      run.last?.units == next.units && !next.isAtBound
    }
    guard let first = run.first, let last = run.last else { return nil }
    let isCoarse = series.isCounted ? first.units < 20 : series.scale == 0
    guard !first.isAtBound, run.count >= (isCoarse ? 4 : 3) else { return nil }
    let bases = Set(run.compactMap(\.observation.base))
    let changes = Phrase(vi: ", trong khi tổng số thay đổi", en: ", while the base changes")
    return QualityFinding(
      .frozen, .qualityFrozen, series: series, years: run.map(\.year),
      evidence: [
        .init("figures", Double(run.count)), .init("differentBases", Double(bases.count)),
      ],
      facts: ["count": String(run.count), "from": String(first.year), "to": String(last.year)],
      phrases: [
        "figure": series.phrase(ofUnits: first.units),
        "base": bases.count > 1 ? changes : Phrase(""),
      ])
  }

  /// Asks about the longest run of years whose second differences are exactly 0 in printed digits.
  ///
  /// The years are one apart and the step is not 0. A run is asked about from four figures when it spans
  /// ten units of the last digit or more, else from five: steps of one unit are common.
  static func straightLine(in series: QualitySeries) -> QualityFinding? {
    let run = longestRun(of: series.figures) { run, next in
      guard let last = run.last, next.year == last.year + 1 else { return false }
      guard run.count >= 2 else { return next.units != last.units }
      return next.units - last.units == last.units - run[run.count - 2].units
    }
    guard let first = run.first, let last = run.last, run.count >= 4 else { return nil }
    let step = run[1].units - first.units
    guard run.count >= (abs(last.units - first.units) >= 10 ? 4 : 5) else { return nil }
    let words = Phrase(
      vi: (step > 0 ? "tăng đúng " : "giảm đúng ") + size(of: step, in: series, .vi),
      en: (step > 0 ? "up by exactly " : "down by exactly ") + size(of: step, in: series, .en))
    return QualityFinding(
      .straightLine, .qualityStraightLine, series: series, years: run.map(\.year),
      evidence: [
        .init("figures", Double(run.count)),
        .init("step", Double(step) / Double(ExactDecimal.powerOfTen(series.scale))),
      ], facts: ["count": String(run.count)], phrases: ["step": words])
  }

  /// Returns the size of a step: a count, or points.
  private static func size(
    of step: Int, in series: QualitySeries, _ language: Language
  ) -> String {
    let style = NumberStyle(language)
    guard !series.isCounted else { return style.whole(abs(step)) }
    let points = ExactDecimal(unscaled: abs(step), scale: series.scale).value
    return style.decimal(points, decimals: series.scale) + (language == .vi ? " điểm" : " points")
  }

  /// Returns the longest run in which each figure fits those before it; the first of equals.
  ///
  /// A figure that does not fit begins a run with the figure before it when these two fit, else alone.
  private static func longestRun(
    of figures: [QualitySeries.Figure],
    continues: ([QualitySeries.Figure], QualitySeries.Figure) -> Bool
  ) -> [QualitySeries.Figure] {
    var best: [QualitySeries.Figure] = []
    var run: [QualitySeries.Figure] = []
    for figure in figures {
      if !continues(run, figure) {
        run = run.last.map { [$0] } ?? []
        if !continues(run, figure) { run = [] }
      }
      run.append(figure)
      if run.count > best.count { best = run }
    }
    return best
  }
}

extension DiagnosticCode {
  static let qualityHeaping = DiagnosticCode(
    "quality.heaping", .note,
    message: Phrase(
      vi:
        "{place}, {indicator}: {ending} trong {total} giá trị tận cùng bằng {digits}{usual}; số liệu có được làm tròn hoặc ước lượng không?",
      en:
        "{place}, {indicator}: {ending} of {total} values end in {digits}{usual}; were they rounded or estimated?"
    ),
    remedy: Phrase(
      vi: "Nếu đã làm tròn thì ghi lại số đếm được trong sổ gốc.",
      en: "If they were rounded, enter the counts of the register."))

  static let qualityFrozen = DiagnosticCode(
    "quality.frozen", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: {count} lần liền ({from}–{to}) cùng một số {figure}{base}; số liệu có được cập nhật từng năm không?",
      en:
        "{place}, {indicator}: {count} figures in a row ({from}–{to}) are {figure}{base}; were they counted anew each year?"
    ),
    remedy: Phrase(
      vi: "Nếu năm nào chưa điều tra lại thì để trống năm đó.",
      en: "Leave a year empty in which nothing was counted."))

  static let qualityStraightLine = DiagnosticCode(
    "quality.straight-line", .warning,
    message: Phrase(
      vi:
        "{place}, {indicator}: từ {from} đến {to} mỗi năm {step}; các năm ở giữa là số đếm được hay tính ra từ hai đầu?",
      en:
        "{place}, {indicator}: from {from} to {to} {step} every year; were the years between counted or computed from the ends?"
    ),
    remedy: Phrase(
      vi: "Chỉ giữ các năm đã điều tra; năm tính ra thì để trống hoặc ghi là ước.",
      en: "Keep the years that were counted; leave computed years empty or mark them estimated."))
}
