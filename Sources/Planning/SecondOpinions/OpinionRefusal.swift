package import Wording

/// Why a published method does not assess a share.
package enum OpinionRefusal: Sendable, Equatable {
  /// There is no figure.
  case noFigures
  /// The figures are counted after another definition than the rule's.
  case notComparable
  /// There are fewer figures since the last break than the method needs.
  case tooFew(have: Int, needed: Int)
  /// There are fewer figures in consecutive years up to the newest than the method needs.
  case gapInYears(have: Int, needed: Int)
  /// The target year is not after the newest figure.
  case targetYearPassed
  /// Base and newest figure are not of one sign.
  case signChange
  /// A growth rate from zero, or a logarithm of zero.
  case zeroValue
  /// The base was beyond the target and the newest figure is not: the formula loses its meaning.
  case basePastTarget
  /// The arithmetic leaves the range of numbers.
  case notComputable

  /// The id in documents.
  package var id: String {
    switch self {
    case .noFigures: "no-figures"
    case .notComparable: "not-comparable"
    case .tooFew: "too-few"
    case .gapInYears: "gap-in-years"
    case .targetYearPassed: "target-year-passed"
    case .signChange: "sign-change"
    case .zeroValue: "zero-value"
    case .basePastTarget: "base-past-target"
    case .notComputable: "not-computable"
    }
  }

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .noFigures: Phrase(vi: "chưa có số liệu", en: "no figures")
    case .notComparable:
      Phrase(vi: "định nghĩa khác, không so được", en: "other definition, not comparable")
    case .tooFew(let have, let needed):
      Phrase(
        vi: "mới có \(have) năm số liệu so được, cần \(needed)",
        en: "comparable years: \(have), needed: \(needed)")
    case .gapInYears(let have, let needed):
      Phrase(
        vi: "mới có \(have) năm liền nhau, cần \(needed)",
        en: "consecutive years: \(have), needed: \(needed)")
    case .targetYearPassed:
      Phrase(
        vi: "năm mục tiêu không nằm sau năm số liệu mới nhất",
        en: "the target year is not after the newest figure")
    case .signChange: Phrase(vi: "giá trị đổi dấu", en: "values change sign")
    case .zeroValue: Phrase(vi: "có giá trị bằng 0", en: "a value is 0")
    case .basePastTarget:
      Phrase(
        vi: "năm gốc đã đạt mà nay không đạt, công thức mất nghĩa",
        en: "met in the base year and not now: the formula has no meaning")
    case .notComputable: Phrase(vi: "không tính được", en: "cannot be computed")
    }
  }
}

/// What has to be known of an assessment.
package enum OpinionNote: String, Sendable, CaseIterable {
  /// The rate is that of the share not reached.
  case complement
  /// A base of zero was replaced by 0.001.
  case baseReplaced = "base-replaced"
  /// A target of zero was replaced by 0.001.
  case targetReplaced = "target-replaced"
  /// Judged as a target that has to be kept every year.
  case maintained
  /// Fewer than six consecutive figures.
  case shortWindow = "short-window"
  /// Two figures: nothing is known of the scatter.
  case noInterval = "no-interval"
  /// A number lies below 0 or above 100: the method knows no bounds.
  case beyondBounds = "beyond-bounds"
  /// No finite rate of reduction leads to a rest of zero.
  case zeroTarget = "zero-target"

  /// The words for people.
  package var title: Phrase {
    switch self {
    case .complement:
      Phrase(
        vi: "tính trên phần chưa đạt (100 − tỷ lệ), vì phương pháp này chỉ dành cho tỷ lệ giảm",
        en: "of the share not reached (100 − share), for the method is for falling rates only")
    case .baseReplaced:
      Phrase(vi: "giá trị gốc 0 được thay bằng 0,001", en: "a base of 0 replaced by 0.001")
    case .targetReplaced:
      Phrase(vi: "ngưỡng 0 được thay bằng 0,001", en: "a target of 0 replaced by 0.001")
    case .maintained:
      Phrase(
        vi: "xét như chỉ tiêu phải giữ hằng năm", en: "judged as a target to be kept every year")
    case .shortWindow:
      Phrase(vi: "chưa đủ sáu năm liền nhau", en: "fewer than six consecutive years")
    case .noInterval:
      Phrase(vi: "hai năm không cho biết độ phân tán", en: "two years tell nothing of the scatter")
    case .beyondBounds:
      Phrase(
        vi: "có số nằm ngoài 0–100%: phương pháp không biết giới hạn này",
        en: "a number lies outside 0–100%: the method knows no bounds")
    case .zeroTarget:
      Phrase(
        vi: "không tốc độ giảm hữu hạn nào đưa phần còn lại về 0",
        en: "no finite rate of reduction leads to a rest of 0")
    }
  }
}
