import Diagnostics
import Wording

/// What is impossible about a count, its base and its percent.
struct FigureFault {
  /// The kind of fault.
  let code: DiagnosticCode
  /// Which of the three numbers it is found at.
  let measure: Measure
  /// The values that fill its words.
  var facts: [String: String] = [:]
  /// Values that read differently by language.
  var phrases: [String: Phrase] = [:]

  /// Holds the numbers of one figure against one another.
  ///
  /// - Parameters:
  ///   - count: how many, if given.
  ///   - base: of how many, if given.
  ///   - percent: the printed percent, if given.
  ///   - isBaseGiven: whether something stands for the base, though it may be no number.
  /// - Returns: everything that is impossible about the figure.
  static func faults(
    count: Int?, base: Int?, percent: ExactDecimal?, isBaseGiven: Bool
  ) -> [FigureFault] {
    var faults: [FigureFault] = []
    if let count, count < 0 { faults.append(FigureFault(code: .countNegative, measure: .count)) }
    if let base, base <= 0 { faults.append(FigureFault(code: .baseNotPositive, measure: .base)) }
    if let count, let base, base > 0, count > base {
      faults.append(
        FigureFault(
          code: .countAboveBase, measure: .count,
          facts: ["count": String(count), "base": String(base)]))
    }
    if let percent, percent < ExactDecimal(0) || percent > ExactDecimal(100) {
      faults.append(FigureFault(code: .percentOutOfRange, measure: .percent))
    }
    if count != nil, base == nil, percent == nil, !isBaseGiven {
      faults.append(FigureFault(code: .baseMissing, measure: .base))
    }
    if faults.isEmpty, let count, let base, let percent {
      let derived = 100 * Double(count) / Double(base)
      if abs(derived - percent.value) > tolerance(of: percent) {
        faults.append(
          FigureFault(
            code: .percentContradictsCounts, measure: .percent,
            facts: ["count": String(count), "base": String(base)],
            phrases: ["derived": .percent(derived, decimals: max(2, percent.scale))]))
      }
    }
    return faults
  }

  /// Half of the last printed digit; a whole one where digits beyond the last were cut off.
  private static func tolerance(of percent: ExactDecimal) -> Double {
    let digit = 1 / Double(ExactDecimal.powerOfTen(percent.scale))
    return (percent.scale == ExactDecimal.maximumScale ? digit : digit / 2) + 1e-9
  }
}

extension Measure {
  /// The name of the column that holds it in the tidy format.
  var fieldName: String {
    switch self {
    case .count: "count"
    case .base: "base"
    case .percent: "percent"
    }
  }
}

extension DiagnosticCode {
  static let countNegative = DiagnosticCode(
    "count.negative",
    message: Phrase(vi: "số đếm {value} nhỏ hơn 0", en: "the count {value} is below zero"),
    remedy: Phrase(vi: "Ghi số đếm từ 0 trở lên.", en: "Write a count of zero or more."))

  static let baseNotPositive = DiagnosticCode(
    "base.not-positive",
    message: Phrase(
      vi: "mẫu số {value} phải lớn hơn 0", en: "the base {value} must be above zero"),
    remedy: Phrase(
      vi: "Ghi tổng số mà từ đó tính tỷ lệ, hoặc để trống cả dòng nếu không có số liệu.",
      en: "Write the number of whom the share is taken, or leave all figures of the row empty."))

  static let baseMissing = DiagnosticCode(
    "base.missing",
    message: Phrase(
      vi: "có số đếm nhưng không có mẫu số, nên không tính được tỷ lệ",
      en: "there is a count but no base, so that no share can be derived"),
    remedy: Phrase(
      vi: "Điền tổng số (cột “Tổng số”, base).", en: "Fill in the total (column “base”)."))

  static let countAboveBase = DiagnosticCode(
    "count.above-base",
    message: Phrase(
      vi: "số đạt {count} lớn hơn tổng số {base}", en: "the count {count} is above its base {base}"),
    remedy: Phrase(
      vi: "Sửa một trong hai số; kiểm tra có đổi chỗ hai cột không.",
      en: "Mend one of the two; look whether the columns were exchanged."))

  static let percentOutOfRange = DiagnosticCode(
    "percent.out-of-range",
    message: Phrase(
      vi: "tỷ lệ {value} nằm ngoài 0–100", en: "the percentage {value} is outside 0–100"),
    remedy: Phrase(
      vi: "Ghi tỷ lệ phần trăm từ 0 đến 100; kiểm tra dấu thập phân.",
      en: "Write a percentage of 0 to 100; look at the decimal sign."))

  static let percentContradictsCounts = DiagnosticCode(
    "percent.contradicts-counts",
    message: Phrase(
      vi: "tỷ lệ {value} không khớp {count}/{base} = {derived}",
      en: "the percentage {value} does not agree with {count}/{base} = {derived}"),
    remedy: Phrase(
      vi: "Sửa số sai, hoặc để trống ô tỷ lệ: tỷ lệ được tính từ số đếm.",
      en: "Mend the wrong one, or leave “percent” empty: it is derived from the counts."))
}
