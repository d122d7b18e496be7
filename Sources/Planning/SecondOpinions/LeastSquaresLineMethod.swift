import Statistics
import Wording

/// The straight line of textbooks and spreadsheets, drawn on to the target year.
///
/// ```
///     y = a + b·t + e     ŷ_T = a + b·t_T     ŷ_T ± t_{0.9, n−2} · s · √(1 + 1/n + (t_T − t̄)²/Σ(t − t̄)²)
/// ```
///
/// Two figures give a line without standard error and interval. Source: Seber, Lee (2003), Linear
/// Regression Analysis, chapters 3 and 5.
enum LeastSquaresLineMethod {
  static let words = MethodWords(
    name: Phrase(vi: "Đường thẳng", en: "Line"),
    title: Phrase(
      vi: "đường thẳng bình phương tối thiểu, như đường xu hướng của bảng tính",
      en: "the least-squares line, as a spreadsheet draws it"),
    formula: Phrase(
      vi:
        "y = a + b·t; giá trị chiếu a + b·(năm mục tiêu), khoảng 80% theo phân phối t với n − 2 bậc tự do. Tới ngưỡng khi giá trị chiếu đạt ngưỡng. Khoảng này quá tự tin với chuỗi ngắn, không dùng để cam kết; R² chỉ mô tả các năm đã qua, không phải độ tin cậy.",
      en:
        "y = a + b·t; projected a + b·(target year), 80% interval by t with n − 2 degrees of freedom. Reached when the projection meets the target. The interval is over-confident on short series, nothing to commit to; R² describes the past years and is no measure of trust."
    ),
    source: Phrase("Seber, Lee (2003), Linear Regression Analysis, ch. 3, 5"))

  /// Returns the opinion; refused under two figures.
  static func opinion(on question: OpinionQuestion) -> SecondOpinion {
    let points = question.points
    guard points.count >= 2 else {
      return SecondOpinion(
        of: question, by: .ols, refused: .tooFew(have: points.count, needed: 2))
    }
    let line = TimeWeightedLine(points, weights: points.map { _ in 1 })
    guard let line else {
      return SecondOpinion(of: question, by: .ols, refused: .notComputable)
    }
    let row = line.row(of: question.targetYear)
    let projected = line.regression.fittedValue(at: row)
    let interval = line.regression.predictionInterval(at: row, level: 0.8)
    let isPair = points.count == 2
    return SecondOpinion(
      of: question, by: .ols,
      question.isMet(computed: projected) ? .lineReaches : .lineFallsShort,
      numbers: [
        OpinionNumber(.slope, line.slope),
        OpinionNumber(.slopeError, line.regression.standardErrors?[1]),
        OpinionNumber(.rSquared, isPair ? nil : line.regression.rSquared),
        OpinionNumber(.projected, projected),
        OpinionNumber(.lower80, interval?.lower), OpinionNumber(.upper80, interval?.upper),
      ], notes: isPair ? [.noInterval] : [])
  }
}
