import Indicators
package import Planning
import Regulations
package import Wording

/// Milestones for a terminal: all requirements at a glance, then one section each.
package struct MilestonesText {
  private let analysis: Analysis
  private let milestones: Milestones
  private let report: AnalysisText
  private let language: Language

  package init(_ milestones: Milestones, of analysis: Analysis, language: Language) {
    self.analysis = analysis
    self.milestones = milestones
    report = AnalysisText(analysis, language: language)
    self.language = language
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  private var tables: MilestonesTables { MilestonesTables(milestones, of: analysis) }

  /// The whole report; it ends in a line feed.
  package var text: String {
    var sections = [report.head, overview]
    sections += milestones.plans.filter { !$0.years.isEmpty }.map { section(of: $0) }
    if !tables.tasks.rows.isEmpty {
      sections.append(
        report.section(
          "Chỉ tiêu đạt/không đạt và mức độ", "Facts and grades", tables.tasks.text(in: language)))
    }
    sections.append(calendar)
    let body = sections.joined(separator: "\n")
    return report.dataNotice.map { $0 + "\n\n" + body } ?? body
  }

  private var overview: String {
    let legend = say(
      "Mốc là số phải có vào cuối năm; tổng số là dự báo như ở bảng khoảng cách. “Giữ”: mỗi năm phải còn ít nhất chừng đó. “Phải thêm” là phần cộng thêm đến năm \(milestones.targetYear).",
      "A milestone is what there has to be at the end of the year, of a base forecast as in the gap. “Hold”: at least so many have to be kept each year. “To be added” is the sum until \(milestones.targetYear)."
    )
    let even = say(
      "Mốc quý là phần chia đều của năm; việc có mùa (xét danh hiệu cuối năm, kỳ thi) thì tự dời mốc.",
      "Quarters are even parts of a year; move them where the work has seasons.")
    let sentences = [legend, aim, even, report.chances].compactMap(\.self)
    return report.section(
      "Mốc từng năm", "Milestones by year",
      detail: say(
        " đến năm \(milestones.targetYear), \(analysis.level.id)",
        " until \(milestones.targetYear), \(analysis.level.id)"),
      tables.overview.text(in: language) + sentences.map(Self.wrapped).joined())
  }

  /// How far the milestones lie above the thresholds, and what for; nil for those that just reach them.
  private var aim: String? {
    guard let mix = milestones.aim else { return nil }
    let style = NumberStyle(language)
    let asked = style.probability(mix.asked)
    guard mix.isReached else {
      let best = style.probability(mix.probability)
      return say(
        "Xác suất \(asked) nằm ngoài tầm: dù mọi tỷ lệ lên 100% cũng chỉ \(best).",
        "A chance of \(asked) is out of reach: even with every share at 100% it is \(best).")
    }
    let facts =
      mix.failingFacts.isEmpty
      ? ""
      : say(
        " và đã có \(mix.failingFacts.joined(separator: ", "))",
        " and \(mix.failingFacts.joined(separator: ", ")) in place")
    return say(
      "Mốc đặt cao hơn ngưỡng: đi đúng mọi mốc\(facts) thì xác suất đạt \(analysis.level.id) năm \(mix.year) là \(asked).",
      "Milestones lie above the thresholds: on the way\(facts), the chance of \(analysis.level.id) in \(mix.year) is \(asked)."
    )
  }

  private func section(of plan: Milestones.Plan) -> String {
    let result = plan.result
    let asked = RequirementWords.threshold(of: result)(language)
    let current = RequirementWords.current(result)(language)
    let agency =
      result.leadAgency ?? say("chưa phân công", "nobody assigned")
    var lines = say(
      "Hiện nay \(current); yêu cầu \(asked). Chủ trì: \(agency).",
      "Today \(current); asked \(asked). Lead: \(agency).")
    if !result.isComparable {
      lines += say(
        " Số liệu theo định nghĩa khác, không so được với quy định.",
        " The data follow another definition and cannot be held against the rule.")
    }
    let body = Self.wrapped(lines) + tables.steps(of: plan).text(in: language)
    return "\(result.id) – \(result.title(language)): \(MilestoneWords.mode(of: plan)(language))\n"
      + body
  }

  private var calendar: String {
    var body = tables.calendar.text(in: language)
    if let schedule = analysis.schedule, schedule.firstYear > milestones.targetYear {
      body += Self.wrapped(
        say(
          "Theo lịch, sớm nhất được công nhận với số liệu năm \(schedule.firstYear), sau năm mục tiêu.",
          "By the calendar it can be recognised with the data of \(schedule.firstYear) at the earliest, after the target year."
        ))
    }
    return report.section(
      "Lịch", "Calendar",
      detail: say(
        " của năm đánh giá \(milestones.targetYear)",
        " of the assessed year \(milestones.targetYear)"), body)
  }

  private static func wrapped(_ text: String) -> String {
    DisplayWidth.wrapped(text, width: 110).map { $0 + "\n" }.joined()
  }
}
