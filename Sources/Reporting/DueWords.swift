import Indicators
import Planning
import Wording

/// By when what is missing has to be there, in words.
enum DueWords {
  /// Returns the sentence: the last day whose data count, or plainly the end of the year.
  static func sentence(on due: GapDue) -> Phrase {
    guard due.provenance != nil else {
      return Phrase(
        vi:
          "Hạn: \(due.date.dayFirst), ngày cuối năm mục tiêu (quy định không có lịch xét công nhận).",
        en:
          "Due: \(due.date.iso), the end of the target year (the rule has no calendar of recognition)."
      )
    }
    guard let dossier = due.dossierBefore else {
      return Phrase(
        vi: "Hạn: \(due.date.dayFirst), ngày cuối của kỳ số liệu.",
        en: "Due: \(due.date.iso), the last day whose data count.")
    }
    return Phrase(
      vi:
        "Hạn: \(due.date.dayFirst), ngày cuối của kỳ số liệu; hồ sơ nộp trước ngày \(dossier.dayFirst).",
      en:
        "Due: \(due.date.iso), the last day whose data count; the dossier is due before \(dossier.iso)."
    )
  }
}
