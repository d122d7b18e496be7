import Indicators
import Planning
import Wording

/// The words in which milestones are told.
enum MilestoneWords {
  /// Returns what kind of way lies ahead.
  static func mode(of plan: Milestones.Plan) -> Phrase {
    switch plan.mode {
    case .rise: Phrase(vi: "tăng", en: "rise")
    case .hold: Phrase(vi: "giữ", en: "hold")
    case .establish: Phrase(vi: "phải có", en: "to be in place")
    case .unknown: Phrase(vi: "chưa có số liệu", en: "no data")
    }
  }

  /// Returns what is due.
  static func title(of kind: Milestones.Deadline.Kind) -> Phrase {
    switch kind {
    case .data: Phrase(vi: "Chốt số liệu của năm (hết ngày)", en: "Data of the year end on")
    case .dossier: Phrase(vi: "Nộp hồ sơ trước ngày", en: "Dossier before")
    case .decision: Phrase(vi: "Quyết định công nhận trước ngày", en: "Decision before")
    }
  }

  /// Returns a day as each language writes it.
  static func day(_ date: CalendarDate) -> Phrase { Phrase(vi: date.dayFirst, en: date.iso) }

  /// Returns what has to be done for a fact or grade, and by when.
  static func task(of plan: Milestones.Plan) -> Phrase {
    let asked = RequirementWords.threshold(of: plan.result)
    let due = day(plan.due)
    if plan.mode == .hold {
      let isGrade = plan.result.kind == .grade
      let words = Phrase(
        vi: "giữ \(isGrade ? "ít nhất " : "")“\(asked.vi)” đến hết ngày \(due.vi)",
        en: "keep \(isGrade ? "at least " : "")“\(asked.en)” until \(due.en)")
      guard let evidence = plan.result.state?.record.evidence, evidence != .full else {
        return words
      }
      return Phrase(
        vi: "\(words.vi); bổ sung minh chứng (\(evidence.title.vi))",
        en: "\(words.en); complete the evidence (\(evidence.title.en))")
    }
    let state =
      plan.result.metBasis == nil && plan.result.state == nil
      ? Phrase(vi: "chưa có số liệu; ", en: "no data; ") : Phrase("")
    var words = Phrase(
      vi: "\(state.vi)phải có “\(asked.vi)” chậm nhất ngày \(due.vi)",
      en: "\(state.en)“\(asked.en)” has to be in place by \(due.en)")
    if let planned = plan.result.state?.plan?.year {
      words =
        planned <= plan.due.year
        ? Phrase(
          vi: words.vi + "; kế hoạch: năm \(planned)", en: words.en + "; planned for \(planned)")
        : Phrase(
          vi: words.vi + "; kế hoạch năm \(planned) là quá muộn",
          en: words.en + "; the plan for \(planned) is too late")
    }
    return words
  }

  /// Returns a milestone in a few words: "13.512 (61,2%)", or the percent alone.
  static func milestone(count: Int?, percent: Double) -> Phrase {
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      guard let count else { return style.percent(percent) }
      return "\(style.whole(count)) (\(style.percent(percent)))"
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  /// Returns a quarterly milestone with what it adds: "13.512 (+131)".
  static func step(_ quarter: Milestones.Quarter) -> Phrase {
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      if let count = quarter.count, let add = quarter.add {
        return style.whole(count) + (add > 0 ? " (+\(style.whole(add)))" : "")
      }
      let points = quarter.addPoints ?? 0
      return style.percent(quarter.percent)
        + (points > 0 ? " (\(style.signed(points, decimals: 2)))" : "")
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }
}
