import Wording

/// The weather symbols of Germany's sustainable development strategy.
///
/// ```
///     b = (y_n − y_{n−k})/k,  k = 5, or 3 or 4 where there are no more consecutive years
///     ŷ_T = y_n + b·(t_T − t_n)     m = (T − ŷ_T)/(T − y_n)
///     met or m < 0.05 sun,  m ≤ 0.20 sun and cloud,  more but the right way cloud,  else thunderstorm
/// ```
///
/// A target that has to be kept every year, and any that the newest figure meets, because a level is judged
/// every year: met and b not the wrong way sun; met, b the wrong way sun and cloud; not met, b not the wrong
/// way cloud; else thunderstorm. Refused under four figures in consecutive years up to the newest. Several
/// targets: the worst symbol decides. Source: Statistisches Bundesamt, Sustainable Development in Germany –
/// Indicator Report, and dns-indikatoren.de, "Status of indicators – Methodology".
enum WeatherSymbolMethod {
  static let words = MethodWords(
    name: Phrase(vi: "Đức", en: "Germany"),
    title: Phrase(
      vi: "ký hiệu thời tiết của Chiến lược phát triển bền vững Đức",
      en: "the weather symbols of Germany's sustainable development strategy"),
    formula: Phrase(
      vi:
        "Kéo dài mức thay đổi trung bình của năm năm gần nhất. Thiếu dưới 5% khoảng cách hiện nay: nắng; 5–20%: nắng có mây; hơn nữa nhưng đúng hướng: nhiều mây; sai hướng: giông. Đã đạt: nắng nếu không giảm, nắng có mây nếu đang giảm. Cả mức: ký hiệu xấu nhất.",
      en:
        "The mean of the last five yearly changes drawn on. Missed by less than 5% of today's distance: sun; 5–20%: sun and cloud; more, but the right way: cloud; the wrong way: thunderstorm. Already met: sun unless falling, then sun and cloud. The level: the worst symbol."
    ),
    source: Phrase(
      "Statistisches Bundesamt, Sustainable Development in Germany – Indicator Report; dns-indikatoren.de/en/status"
    ))

  /// The fewest consecutive figures.
  private static let fewest = 4
  /// The most that are used.
  private static let most = 6

  /// Returns the opinion.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let last = question.points.last else {
      return SecondOpinion(of: question, by: .dns, refused: .noFigures)
    }
    let window = consecutive(question.points).suffix(most)
    guard window.count >= fewest, let first = window.first else {
      let count = question.points.count
      return SecondOpinion(
        of: question, by: .dns,
        refused: count < fewest
          ? .tooFew(have: count, needed: fewest)
          : .gapInYears(have: window.count, needed: fewest))
    }
    let change = (last.percent - first.percent) / Double(last.year - first.year)
    let projected = last.percent + change * Double(question.targetYear - last.year)
    let pace = CutoffTest.settled(question.direction * change)
    let shortWindow: [OpinionNote] = window.count < most ? [.shortWindow] : []
    let isMet = question.isMet(last.percent)
    if isMet || question.isMaintained {
      let verdict: OpinionClass =
        isMet ? (pace >= 0 ? .sun : .sunAndCloud) : (pace >= 0 ? .cloud : .storm)
      return SecondOpinion(
        of: question, by: .dns, verdict,
        numbers: [OpinionNumber(.meanChange, change), OpinionNumber(.projected, projected)],
        notes: [.maintained] + shortWindow, since: first.year)
    }
    let miss = (question.target - projected) / (question.target - last.percent)
    return SecondOpinion(
      of: question, by: .dns, verdict(miss: miss, pace: pace),
      numbers: [
        OpinionNumber(.meanChange, change), OpinionNumber(.projected, projected),
        OpinionNumber(.missShare, max(miss, 0)),
      ], notes: shortWindow, since: first.year)
  }

  /// Returns the figures without a gap up to the newest.
  private static func consecutive(
    _ points: [OpinionQuestion.Point]
  ) -> ArraySlice<OpinionQuestion.Point> {
    var start = max(points.count - 1, 0)
    while start > 0, points[start - 1].year == points[start].year - 1 { start -= 1 }
    return points[start...]
  }

  private static func verdict(miss: Double, pace: Double) -> OpinionClass {
    let miss = CutoffTest.settled(miss)
    if miss < 0.05 { return .sun }
    if miss <= 0.2 { return .sunAndCloud }
    return pace > 0 ? .cloud : .storm
  }

  /// From best to worst.
  private static let order: [OpinionClass] = [.sun, .sunAndCloud, .cloud, .storm]

  /// Returns the class of several shares: the worst symbol, and which shares have it; nil when none has any.
  static func level(of opinions: [SecondOpinion]) -> LevelOpinion? {
    let ranks = opinions.map { opinion in
      opinion.verdict.flatMap { order.firstIndex(of: $0) }
    }
    guard let worst = ranks.compactMap(\.self).max() else { return nil }
    return LevelOpinion(
      verdict: order[worst], score: nil,
      deciding: zip(opinions, ranks).filter { $0.1 == worst }.map(\.0.requirement),
      unassessed: zip(opinions, ranks).filter { $0.1 == nil }.map(\.0.requirement))
  }
}
