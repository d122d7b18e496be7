import RealModule
import Wording

/// How much of the way from base to target the growth so far covers: the progress chart of the United
/// Nations Statistics Division.
///
/// ```
///     v_e = y_c·(1 + CAGR)^(t_T − t_c)     q = (v_e − y₀)/(T − y₀)
///     q ≥ 0.95 met or on track,  ≥ 0.10 fair progress, must accelerate,  else stagnation or regression
/// ```
///
/// A newest figure that meets the target wins over the trend, and counts as meeting a target of 0 or 100%
/// within one point. Refused under two figures, for a base of 0 (no growth rate), and where the base met a
/// target that the newest figure does not: q would then be positive. Source: UN Statistics Division (2023),
/// Progress Chart Technical Note, as Eustat publishes it in full.
enum ExtrapolatedDistanceMethod {
  static let words = MethodWords(
    name: Phrase("UNSD"),
    title: Phrase(
      vi: "bảng tiến độ của Vụ Thống kê Liên hợp quốc (UNSD)",
      en: "the progress chart of the United Nations Statistics Division (UNSD)"),
    formula: Phrase(
      vi:
        "Kéo dài tốc độ tăng kép đến năm mục tiêu; q = phần quãng đường từ gốc đến ngưỡng đi được. Từ 0,95: đạt hoặc đúng tiến độ; 0,10–0,95: tiến bộ vừa phải, cần tăng tốc; dưới 0,10: giậm chân hoặc thụt lùi. Số mới nhất đạt ngưỡng thì tính là đạt.",
      en:
        "The compound growth drawn on to the target year; q = the part of the way from base to target that is covered. From 0.95: met or on track; 0.10–0.95: fair, must accelerate; below 0.10: stagnation or regression. A newest figure at the target counts as met."
    ),
    source: Phrase(
      "UNSD, Progress Chart Technical Note (2023); Eustat, Measuring progress on the Sustainable Development Goals"
    ))

  /// Returns the opinion.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let first = question.points.first, let last = question.points.last else {
      return SecondOpinion(of: question, by: .unsd, refused: .noFigures)
    }
    let isMet = question.isMet(last.percent) || isWithinOnePoint(last.percent, question)
    let growth = growth(from: first, to: last)
    let expected = growth.map {
      last.percent * Double.pow(1 + $0, Double(question.targetYear - last.year))
    }
    let isBaseBehind = question.direction * (question.target - first.percent) > 0
    let covered =
      isBaseBehind
      ? expected.map { ($0 - first.percent) / (question.target - first.percent) } : nil
    let numbers = [
      OpinionNumber(.growthObserved, growth.map { 100 * $0 }),
      OpinionNumber(.projected, expected), OpinionNumber(.distanceCovered, covered),
    ]
    if isMet { return SecondOpinion(of: question, by: .unsd, .metOrOnTrack, numbers: numbers) }
    func refused(_ refusal: OpinionRefusal) -> SecondOpinion {
      SecondOpinion(of: question, by: .unsd, refused: refusal, numbers: numbers)
    }
    guard question.points.count >= 2 else {
      return refused(.tooFew(have: question.points.count, needed: 2))
    }
    guard first.percent != 0 else { return refused(.zeroValue) }
    guard growth != nil else { return refused(.signChange) }
    guard let covered else { return refused(.basePastTarget) }
    return SecondOpinion(of: question, by: .unsd, verdict(covered), numbers: numbers)
  }

  /// Returns the compound growth rate; nil of one figure, from zero, and across a change of sign.
  private static func growth(
    from first: OpinionQuestion.Point, to last: OpinionQuestion.Point
  ) -> Double? {
    guard last.year > first.year, first.percent != 0, last.percent / first.percent >= 0 else {
      return nil
    }
    return Double.pow(last.percent / first.percent, 1 / Double(last.year - first.year)) - 1
  }

  private static func isWithinOnePoint(_ percent: Double, _ question: OpinionQuestion) -> Bool {
    (question.target == 100 || question.target == 0)
      && CutoffTest.settled(abs(percent - question.target)) <= 1
  }

  private static func verdict(_ covered: Double) -> OpinionClass {
    let covered = CutoffTest.settled(covered)
    return covered >= 0.95 ? .metOrOnTrack : covered >= 0.1 ? .fairProgress : .stagnation
  }
}
