import Indicators
import Planning
import Wording

/// The words in which a plan is held against what came.
enum ReviewWords {
  /// Returns whether something was reached.
  static func reached(_ value: Bool?) -> Phrase {
    switch value {
    case true?: Phrase(vi: "tới mốc", en: "reached")
    case false?: Phrase(vi: "CHẬM", en: "BEHIND")
    case nil: Phrase(NumberStyle.missing)
    }
  }

  /// Returns whether a requirement is met.
  static func met(_ value: Bool?) -> Phrase {
    switch value {
    case true?: Phrase(vi: "đạt", en: "met")
    case false?: Phrase(vi: "chưa đạt", en: "not met")
    case nil: Phrase(vi: "chưa rõ", en: "not known")
    }
  }

  /// Returns whether a value fell into an interval.
  static func inside(_ value: Bool?) -> Phrase {
    switch value {
    case true?: Phrase(vi: "trong", en: "inside")
    case false?: Phrase(vi: "ngoài", en: "outside")
    case nil: Phrase(NumberStyle.missing)
    }
  }

  /// Returns what came, and why it cannot be compared where it cannot.
  static func actual(_ row: PlanReview.ShareYear) -> Phrase {
    guard let actual = row.actual else { return Phrase(vi: "chưa có số liệu", en: "no figure") }
    let value = MilestoneWords.milestone(count: actual.count, percent: actual.percent)
    let status =
      actual.status == .final
      ? Phrase("") : Phrase(vi: ", \(actual.status.title.vi)", en: ", \(actual.status.title.en)")
    switch row.comparability {
    case .comparable, .noFigure:
      return Phrase(vi: value.vi + status.vi, en: value.en + status.en)
    case .definition:
      return Phrase(
        vi: "không so được: định nghĩa khác", en: "not comparable: another definition")
    case .broken:
      return Phrase(
        vi: "không so được: chuỗi số liệu gián đoạn", en: "not comparable: the series broke")
    }
  }

  /// Returns the forecast of a year: "61,2% (59,0–63,4)".
  static func forecast(_ row: PlanReview.ShareYear) -> Phrase {
    guard let expectation = row.expectation else { return Phrase(NumberStyle.missing) }
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      let (lower, upper) = (expectation.lower80, expectation.upper80)
      return style.percent(expectation.median)
        + " (\(style.decimal(lower))–\(style.decimal(upper)))"
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  /// Returns how far behind each milestone is: "5.1: thiếu 210 (1,0 điểm %)".
  static func behind(_ agency: PlanReview.Agency) -> Phrase {
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
      let shares = agency.behind.map { row in
        let points = style.decimal(row.slippagePoints)
        guard let people = row.slippagePeople else {
          return say(
            "\(row.requirement.id): thiếu \(points) điểm %",
            "\(row.requirement.id): \(points) points short")
        }
        return say(
          "\(row.requirement.id): thiếu \(style.whole(people)) (\(points) điểm %)",
          "\(row.requirement.id): \(style.whole(people)) short (\(points) points)")
      }
      let facts = agency.missingFacts.map {
        say("\($0.requirement.id): chưa đạt", "\($0.requirement.id): not met")
      }
      return (shares + facts).joined(separator: "; ")
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  /// Returns a revised figure: "5.1, năm 2024: lúc lập kế hoạch 13.230 (61,7%), nay 13.380 (62,4%)".
  static func revision(_ revision: PlanReview.Revision) -> Phrase {
    let (then, now) = (revision.archived, revision.today)
    let old = MilestoneWords.milestone(count: then.count, percent: then.percent)
    let new = MilestoneWords.milestone(count: now.count, percent: now.percent)
    return Phrase(
      vi:
        "\(revision.requirement), số năm \(then.year): lúc lập kế hoạch \(old.vi), \(then.status.title.vi); nay \(new.vi), \(now.status.title.vi).",
      en:
        "\(revision.requirement), figure of \(then.year): \(old.en), \(then.status.title.en) when planned; \(new.en), \(now.status.title.en) now."
    )
  }

  /// Returns the name of an agency.
  static func name(of agency: PlanReview.Agency) -> Phrase {
    agency.name.map { Phrase($0) } ?? Phrase(vi: "chưa phân công", en: "nobody assigned")
  }
}
