import RealModule
import Wording

/// Compound growth so far against compound growth required: Eurostat's classes as Statistics Canada and
/// Open SDG publish them.
///
/// ```
///     observed = (y_c/y₀)^(1/(t_c − t₀)) − 1     required = (T/y₀)^(1/(t_T − t₀)) − 1
///     R = d·observed/|required|:  ≥ 0.95 on track,  ≥ 0.60 accelerate,  ≥ 0 limited,  else deterioration
/// ```
///
/// A newest figure at the target is "achieved", whatever the trend. A base or target of 0 counts as 0.001.
/// Refused under two years, and when base and newest figure are not of one sign. Several series: R becomes a
/// score, −5...5, by straight lines through (−0.6, −5), (0.6, 0) and (1.3, 5), achieved is 5; the mean is put
/// into classes at 2.5, 0 and −2.5. Source: Statistics Canada's method in Open SDG, progress-methodology.md
/// and sdg-build's ProgressMeasure.py.
enum GrowthRatioMethod {
  static let words = MethodWords(
    name: Phrase("Eurostat"),
    title: Phrase(
      vi: "tỷ số tốc độ tăng của Eurostat, theo Cơ quan Thống kê Canada và Open SDG",
      en: "the growth-rate ratio of Eurostat, as Statistics Canada and Open SDG publish it"),
    formula: Phrase(
      vi:
        "R = tốc độ tăng kép đã qua / tốc độ tăng kép cần có, cùng tính từ năm gốc. Từ 95%: đúng tiến độ; 60–95%: cần tăng tốc; 0–60%: tiến bộ hạn chế; dưới 0: xấu đi; số mới nhất đạt ngưỡng: đã đạt. Cả mức: điểm trung bình từ −5 đến +5.",
      en:
        "R = compound growth so far / compound growth required, both from the base year. From 95%: on track; 60–95%: acceleration needed; 0–60%: limited progress; below 0: deterioration; newest figure at the target: achieved. The level: mean score of −5 to +5."
    ),
    source: Phrase(
      "Statistics Canada / Open SDG, docs/progress-methodology.md; open-sdg/sdg-build, sdg/ProgressMeasure.py"
    ),
    unconfirmed: Phrase(
      vi:
        "Các ngưỡng đã đọc trong tài liệu của Open SDG; việc Eurostat dùng đúng các ngưỡng này là theo trí nhớ, chưa xác nhận.",
      en:
        "The cut-offs were read in the documents of Open SDG; that Eurostat's arrows use the same is from memory, not confirmed."
    ))

  /// What stands for a base or target of zero.
  private static let nearlyZero = 0.001

  /// Returns the opinion.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let first = question.points.first, let last = question.points.last else {
      return SecondOpinion(of: question, by: .eurostat, refused: .noFigures)
    }
    let base = first.percent == 0 ? nearlyZero : first.percent
    let target = question.target == 0 ? nearlyZero : question.target
    let notes: [OpinionNote] =
      (first.percent == 0 ? [.baseReplaced] : []) + (question.target == 0 ? [.targetReplaced] : [])
    let isAchieved = question.direction * (last.percent - target) >= 0
    let years = last.year - first.year
    guard years >= 1, base * last.percent >= 0 else {
      if isAchieved {
        return SecondOpinion(
          of: question, by: .eurostat, .achieved, numbers: [OpinionNumber(.score, 5)])
      }
      return SecondOpinion(
        of: question, by: .eurostat,
        refused: years < 1 ? .tooFew(have: 1, needed: 2) : .signChange)
    }
    let observed = growth(from: base, to: last.percent, years: years)
    let required = growth(from: base, to: target, years: question.targetYear - first.year)
    guard observed.isFinite, required.isFinite else {
      return SecondOpinion(of: question, by: .eurostat, refused: .signChange)
    }
    let sign: Double = base < 0 ? -1 : 1
    // A base on the target that the newest figure does not meet: any growth is away from it.
    let ratio = required == 0 ? nil : sign * question.direction * observed / abs(required)
    let score = isAchieved ? 5 : score(of: ratio)
    return SecondOpinion(
      of: question, by: .eurostat, isAchieved ? .achieved : verdict(ratio),
      numbers: [
        OpinionNumber(.growthObserved, 100 * observed),
        OpinionNumber(.growthRequired, 100 * required), OpinionNumber(.growthRatio, ratio),
        OpinionNumber(.score, score),
      ], notes: notes)
  }

  private static func growth(from start: Double, to end: Double, years: Int) -> Double {
    Double.pow(end / start, 1 / Double(years)) - 1
  }

  private static func verdict(_ ratio: Double?) -> OpinionClass {
    guard let ratio = ratio.map(CutoffTest.settled) else { return .deterioration }
    return ratio >= 0.95
      ? .onTrack : ratio >= 0.6 ? .accelerate : ratio >= 0 ? .limited : .deterioration
  }

  private static func score(of ratio: Double?) -> Double {
    guard let ratio else { return -5 }
    let distance = ratio - 0.6
    return min(max(distance >= 0 ? distance * 50 / 7 : distance * 25 / 6, -5), 5)
  }

  /// Returns the class of several shares: the mean of the scores of those that are assessed.
  ///
  /// Nil when none is; "achieved" only when all assessed ones are.
  static func level(of opinions: [SecondOpinion]) -> LevelOpinion? {
    let assessed = opinions.filter { $0.verdict != nil }
    let scores = assessed.compactMap { $0.number(.score) }
    guard !scores.isEmpty else { return nil }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let settled = CutoffTest.settled(mean)
    let verdict: OpinionClass =
      assessed.allSatisfy { $0.verdict == .achieved }
      ? .achieved
      : settled >= 2.5
        ? .onTrack : settled >= 0 ? .accelerate : settled >= -2.5 ? .limited : .deterioration
    return LevelOpinion(
      verdict: verdict, score: mean, deciding: [],
      unassessed: opinions.filter { $0.verdict == nil }.map(\.requirement))
  }
}
