import Indicators
package import Planning
import Statistics
package import Wording

/// A review for a terminal: each plan on record against what came, then how good the statements were.
package struct ReviewText {
  private let review: PlanReview
  private let notice: String?
  private let language: Language

  /// - Parameters:
  ///   - review: the review.
  ///   - notice: what has to be told of the data before anything else; nil for nothing.
  ///   - language: of all texts.
  package init(_ review: PlanReview, notice: Phrase?, language: Language) {
    self.review = review
    self.notice = notice?(language)
    self.language = language
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  private var tables: ReviewTables { ReviewTables(review) }

  /// The whole report; it ends in a line feed.
  package var text: String {
    let parts = review.plans.map { text(of: $0) } + [calibration]
    let body = parts.joined(separator: "\n")
    return notice.map { $0 + "\n\n" + body } ?? body
  }

  private func date(_ date: CalendarDate) -> String {
    language == .vi ? date.dayFirst : date.iso
  }

  private func heading(_ vi: String, _ en: String, detail: String = "") -> String {
    say(vi, en).uppercased() + detail + "\n"
  }

  // MARK: One plan

  private func text(of plan: PlanReview.Plan) -> String {
    let archived = plan.record.plan
    var sections = [head(of: plan)]
    guard plan.hasNews else {
      return sections[0]
        + say(
          "Chưa có số liệu của năm nào sau năm \(archived.baseYear).\n",
          "There are no figures of a year after \(archived.baseYear) yet.\n")
    }
    func add(
      _ vi: String, _ en: String, detail: String = "", _ table: ReportTable, note: String = ""
    ) {
      guard !table.rows.isEmpty else { return }
      sections.append(
        heading(vi, en, detail: detail) + table.text(in: language) + Self.wrapped(note))
    }
    add(
      "Mốc và thực tế", "Planned and actual",
      detail: say(" (số âm là vượt mốc)", " (negative is ahead)"), tables.slippage(of: plan))
    add("Đơn vị nào chậm", "Who is behind", tables.agencies(of: plan))
    add(
      "Chỉ tiêu đạt/không đạt và mức độ chưa có", "Facts and grades not in place",
      tables.facts(of: plan))
    add(
      "Dự báo và thực tế", "Forecast and actual", tables.forecasts(of: plan),
      note: say(
        "Vị trí: dự báo đã cho chừng ấy phần trăm khả năng số thật bằng hoặc thấp hơn số đã đến; gần 50% là giữa khoảng.",
        "Position: the chance that the forecast gave to a value of at most what came; 50% is its centre."
      ))
    add("Khẳng định về mức", "Statements on the level", tables.levels(of: plan))
    if !plan.revisions.isEmpty {
      sections.append(
        heading("Số gốc đã đổi", "Figures revised since")
          + plan.revisions.flatMap {
            DisplayWidth.wrapped(ReviewWords.revision($0)(language), width: 98).enumerated().map {
              ($0.offset == 0 ? "• " : "  ") + $0.element + "\n"
            }
          }.joined())
    }
    return sections.joined(separator: "\n")
  }

  private func head(of plan: PlanReview.Plan) -> String {
    let archived = plan.record.plan
    let title = "\(archived.level) – \(archived.levelTitle(language))"
    var lines = [
      say("KẾ HOẠCH ĐÃ LƯU: ", "PLAN ON RECORD: ") + title,
      say(
        "\(archived.place); số liệu đến năm \(archived.baseYear), mục tiêu năm \(archived.targetYear); bản ghi \(plan.record.sequence)",
        "\(archived.place); data until \(archived.baseYear), target year \(archived.targetYear); record \(plan.record.sequence)"
      )
        + (archived.asOf.map {
          say("; nhìn từ ngày \(date($0))", "; seen from \(date($0))")
        } ?? ""),
    ]
    if let notice = archived.notice { lines.append(say("Chú ý: ", "Note: ") + notice(language)) }
    if archived.isIllustrative, notice == nil {
      lines.append(say("Số liệu minh họa.", "Số liệu minh họa (illustrative figures)."))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: All statements

  private var calibration: String {
    let found = review.calibration
    var body = Self.wrapped(summary)
    if found.inside80.count > 0 {
      body += Self.wrapped(interval("80%", found.inside80))
      body += Self.wrapped(interval("50%", found.inside50))
    }
    body += statements(
      Phrase(
        vi: "Khẳng định “tỷ lệ đạt ngưỡng”", en: "Statements “the share reaches the threshold”"),
      found.shares)
    body += statements(
      Phrase(vi: "Khẳng định “đạt mức”", en: "Statements “the level is met”"), found.levels)
    if found.preliminary > 0 {
      body += Self.wrapped(
        say(
          "\(found.preliminary) số thực tế chưa phải chính thức; kết quả này có thể đổi.",
          "\(found.preliminary) actual figures are not final; these results may change."))
    }
    return heading(
      "Chương trình đã nói đúng đến đâu", "How good the statements were",
      detail: say(" (mọi bản ghi của nơi này)", " (all records of the place)")) + body
  }

  private var summary: String {
    let found = review.calibration
    let count = found.inside80.count
    if count == 0 {
      return say(
        "Chưa có khẳng định nào đối chiếu được với số thật.",
        "No statement can be held against a figure yet.")
    }
    if found.isTooFew {
      return say(
        "Mới có \(count) dự báo và \(found.shares.tally.count) khẳng định đối chiếu được: chưa nói được gì về độ tin cậy.",
        "Only \(count) forecasts and \(found.shares.tally.count) statements can be checked: nothing can be said of their reliability yet."
      )
    }
    return say(
      "\(count) dự báo đối chiếu được với số thật. Các số của cùng một năm phụ thuộc nhau, nên thực ra biết ít hơn các khoảng dưới đây nói.",
      "\(count) forecasts can be checked. Figures of one year depend on each other, so that less is known than the ranges below say."
    )
  }

  private func interval(_ name: String, _ tally: ReviewCalibration.Tally) -> String {
    let style = NumberStyle(language)
    let (lower, upper) = (
      style.probability(tally.interval.lower), style.probability(tally.interval.upper)
    )
    return say(
      "Khoảng \(name) chứa số thật \(tally.hits)/\(tally.count) lần (tỷ lệ thật có thể từ \(lower) đến \(upper)).",
      "The \(name) interval held the figure \(tally.hits) of \(tally.count) times (the true rate may be \(lower) to \(upper))."
    )
  }

  private func statements(
    _ title: Phrase, _ statements: ReviewCalibration.Statements
  ) -> String {
    guard let brier = statements.brier else { return "" }
    let style = NumberStyle(language)
    let score = style.decimal(brier, decimals: 3)
    let tally = statements.tally
    return Self.wrapped(
      say(
        "\(title.vi): \(tally.hits)/\(tally.count) đã đúng; điểm Brier \(score) (0 là tốt nhất; lúc nào cũng nói 50% thì được 0,250).",
        "\(title.en): \(tally.hits) of \(tally.count) came true; Brier score \(score) (0 is best; saying 50% always gives 0.250)."
      )) + tables.bands(statements).text(in: language)
  }

  private static func wrapped(_ text: String) -> String {
    text.isEmpty ? "" : DisplayWidth.wrapped(text, width: 110).map { $0 + "\n" }.joined()
  }
}
