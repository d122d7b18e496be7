import RealModule
import Wording

/// The average annual rate of reduction (AARR) of UNICEF against the rate that is required.
///
/// ```
///     AARR = 1 − exp(b),  b the least-squares slope of ln u on the year      ends: 1 − (u_c/u₀)^(1/(t_c − t₀))
///     required = 1 − (U/u_c)^(1/(t_T − t_c))
/// ```
///
/// For rates that should fall only. Of a share that should rise it is taken of what is not reached,
/// u = 100 − y and U = 100 − T. The source gives rates and no classes; ours compare the two. Refused under two
/// figures, and when a logarithm of zero would be needed; a newest figure that meets the target needs no rate.
/// Source: UNICEF, technical note on the average annual rate of reduction; published code of its Data
/// Standards team (aarr.R).
enum ReductionRateMethod {
  static let words = MethodWords(
    name: Phrase("AARR"),
    title: Phrase(
      vi: "tốc độ giảm bình quân hằng năm (AARR) của UNICEF",
      en: "the average annual rate of reduction (AARR) of UNICEF"),
    formula: Phrase(
      vi:
        "AARR = 1 − exp(độ dốc của ln u theo năm); cần có = 1 − (ngưỡng/hiện nay)^(1/số năm còn lại). Phương pháp chỉ dành cho tỷ lệ giảm: với tỷ lệ cần tăng, ở đây là AARR của phần chưa đạt, u = 100 − tỷ lệ.",
      en:
        "AARR = 1 − exp(slope of ln u on the year); required = 1 − (target/now)^(1/years left). The method is for falling rates only: of a share that should rise this is the AARR of the share not reached, u = 100 − share."
    ),
    source: Phrase(
      "UNICEF, Technical note: How to calculate Average Annual Rate of Reduction (AARR); unicef-drp/DSIR, aarr.R"
    ),
    unconfirmed: Phrase(
      vi:
        "Nguồn cho hai tốc độ, không cho tên xếp loại; “giảm đủ nhanh” ở đây chỉ là so hai tốc độ đó. Tên tài liệu kỹ thuật ghi theo trí nhớ, chưa xác nhận.",
      en:
        "The source gives two rates and no classes; “falls fast enough” merely compares them. The title of the technical note is from memory, not confirmed."
    ))

  /// Returns the opinion.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    guard let last = question.points.last else {
      return SecondOpinion(of: question, by: .aarr, refused: .noFigures)
    }
    let notes: [OpinionNote] = question.isFalling ? [] : [.complement]
    func rest(_ percent: Double) -> Double { question.isFalling ? percent : 100 - percent }
    let rests = question.points.map {
      OpinionQuestion.Point(year: $0.year, percent: rest($0.percent))
    }
    let isMet = question.isMet(last.percent)
    let left = Double(question.targetYear - last.year)
    let target = rest(question.target)
    let required = isMet ? 0 : 1 - Double.pow(max(target, 0) / rest(last.percent), 1 / left)
    let rate = rate(of: rests)
    let numbers = [
      OpinionNumber(.reductionRate, rate.map { 100 * $0 }),
      OpinionNumber(.reductionRateEndpoints, endpoints(of: rests).map { 100 * $0 }),
      OpinionNumber(.reductionRateRequired, 100 * required),
    ]
    if isMet {
      return SecondOpinion(
        of: question, by: .aarr, .achieved, numbers: numbers, notes: notes)
    }
    guard let rate else {
      return SecondOpinion(
        of: question, by: .aarr,
        refused: rests.count < 2 ? .tooFew(have: rests.count, needed: 2) : .zeroValue)
    }
    let isFast = CutoffTest.settled(rate - required) >= 0
    return SecondOpinion(
      of: question, by: .aarr,
      CutoffTest.settled(rate) <= 0 ? .notFalling : isFast ? .fastEnough : .tooSlow,
      numbers: numbers, notes: notes + (target <= 0 ? [.zeroTarget] : []))
  }

  /// Returns 1 − exp(slope of ln u); nil under two figures and when one is not above zero.
  private static func rate(of rests: [OpinionQuestion.Point]) -> Double? {
    guard rests.count >= 2, rests.allSatisfy({ $0.percent > 0 }) else { return nil }
    let logarithms = rests.map {
      OpinionQuestion.Point(year: $0.year, percent: Double.log($0.percent))
    }
    return TimeWeightedLine(logarithms, weights: rests.map { _ in 1 }).map {
      -Double.expMinusOne($0.slope)
    }
  }

  /// Returns the rate from first and newest figure; nil under two figures and from zero.
  private static func endpoints(of rests: [OpinionQuestion.Point]) -> Double? {
    guard let first = rests.first, let last = rests.last, last.year > first.year,
      first.percent > 0, last.percent >= 0
    else { return nil }
    return 1 - Double.pow(last.percent / first.percent, 1 / Double(last.year - first.year))
  }
}
