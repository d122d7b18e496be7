import RealModule
import Wording

/// The Current Status Index and the Anticipated Progress Index of UN ESCAP, used by the five regional
/// commissions.
///
/// ```
///     index(y) = 10·d·(y − y₀)/|T − y₀|,  10 when y meets T       gap = (T − ŷ_T)/(T − y₀),  0 when met
///     ŷ_T by the weighted line,  w_i = (t_T − t₁)/(t_T − t_i)
///     variant:  logit ŷ_T = logit y_n + (t_T − t_n)·mean((logit y_i − logit y_{i−1})/(t_i − t_{i−1}))
/// ```
///
/// Anticipated index above 9: on track; above 0: accelerate; else regression. Current index alike, "slow"
/// between. Documented by its owners is the time-weighted line: it decides. The variant by logits, which
/// published code of one user computes, is told beside it. y₀ is the first comparable figure. Source: ESCAP
/// Statistics Division, working papers SD/WP/04 and SD/WP/05 (2017); UNECE (2022), technical notes.
enum ProgressIndexMethod {
  static let words = MethodWords(
    name: Phrase("ESCAP"),
    title: Phrase(
      vi: "chỉ số hiện trạng và chỉ số tiến bộ dự kiến của ESCAP (Liên hợp quốc)",
      en: "Current Status Index and Anticipated Progress Index of UN ESCAP"),
    formula: Phrase(
      vi:
        "Chỉ số = 10·(y − gốc)/|ngưỡng − gốc|, bằng 10 khi đã đạt; giá trị chiếu theo đường thẳng có trọng số (năm càng mới càng nặng). Trên 9: đúng tiến độ; trên 0: cần tăng tốc; còn lại: không tiến hoặc thụt lùi. Gốc là năm so được đầu tiên.",
      en:
        "Index = 10·(y − base)/|target − base|, 10 once met; projected by a time-weighted line (newer years weigh more). Above 9: on track; above 0: accelerate; else no progress or regression. The base is the first comparable year."
    ),
    source: Phrase(
      "UN ESCAP Statistics Division, SD/WP/04 (3/2017), SD/WP/05 (5/2017); UNECE (2022), Technical notes on the progress assessment; UNICEF MENARO (2025), progress_assessment.R"
    ),
    unconfirmed: Phrase(
      vi:
        "Ngưỡng 9 và 0 đã đọc trong mã nguồn công bố của một đơn vị dùng phương pháp này; cách nói của ESCAP (thiếu không quá 10%, trên 100% quãng đường) là theo trí nhớ, chưa xác nhận.",
      en:
        "The cut-offs 9 and 0 were read in published code of one user of the method; ESCAP's own wording (gap up to 10%, above 100%) is from memory, not confirmed."
    ))

  /// Returns the opinion: one figure tells only whether the target is reached.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let first = question.points.first, let last = question.points.last else {
      return SecondOpinion(of: question, by: .escap, refused: .noFigures)
    }
    guard question.points.count >= 2 else {
      guard question.isMet(last.percent) else {
        return SecondOpinion(of: question, by: .escap, refused: .tooFew(have: 1, needed: 2))
      }
      return SecondOpinion(
        of: question, by: .escap, .onTrack, standing: .onTrack,
        numbers: [
          OpinionNumber(.currentStatusIndex, 10), OpinionNumber(.anticipatedProgressIndex, 10),
        ])
    }
    let span = Double(question.targetYear - first.year)
    let weights = question.points.map { span / Double(question.targetYear - $0.year) }
    guard let line = TimeWeightedLine(question.points, weights: weights) else {
      return SecondOpinion(of: question, by: .escap, refused: .notComputable)
    }
    let projected = line.value(in: question.targetYear)
    let isProjectedMet = question.isMet(computed: projected)
    let current = index(
      of: last.percent, base: first.percent, question, isMet: question.isMet(last.percent))
    let anticipated = index(
      of: projected, base: first.percent, question, isMet: isProjectedMet)
    return SecondOpinion(
      of: question, by: .escap, verdict(anticipated, between: .accelerate),
      standing: verdict(current, between: .slow),
      numbers: [
        OpinionNumber(.baseValue, first.percent), OpinionNumber(.currentStatusIndex, current),
        OpinionNumber(.projected, projected),
        OpinionNumber(.anticipatedProgressIndex, anticipated),
        OpinionNumber(.anticipatedGap, anticipated.map { 1 - $0 / 10 }),
        OpinionNumber(.projectedByLogit, projectedByLogit(question)),
      ])
  }

  /// Returns the index of a share; nil when the base lies on the target that the share does not meet.
  private static func index(
    of percent: Double, base: Double, _ question: OpinionQuestion, isMet: Bool
  ) -> Double? {
    if isMet { return 10 }
    guard base != question.target else { return nil }
    return 10 * question.direction * (percent - base) / abs(question.target - base)
  }

  private static func verdict(_ index: Double?, between: OpinionClass) -> OpinionClass {
    guard let index = index.map(CutoffTest.settled) else { return .regression }
    return index > 9 ? .onTrack : index > 0 ? between : .regression
  }

  /// Returns the projection from the newest figure by the mean yearly change of the log odds; the newest
  /// figure itself where a figure of 0 or 100 has no log odds, as the published code does.
  private static func projectedByLogit(_ question: OpinionQuestion) -> Double? {
    guard let last = question.points.last else { return nil }
    let logits = question.points.map { Double.log($0.percent / (100 - $0.percent)) }
    guard logits.allSatisfy(\.isFinite) else { return last.percent }
    let changes = question.points.indices.dropFirst().map { index in
      (logits[index] - logits[index - 1])
        / Double(question.points[index].year - question.points[index - 1].year)
    }
    let mean = changes.reduce(0, +) / Double(changes.count)
    let logit =
      logits[logits.count - 1] + mean * Double(question.targetYear - last.year)
    return 100 / (1 + Double.exp(-logit))
  }
}
