import Indicators
package import OfficeDocuments
package import Planning
package import Wording

/// A review as a workbook: one sheet a kind of table for the plans, and the statements.
package struct ReviewWorkbook {
  private let review: PlanReview
  private let notice: Phrase?
  private let language: Language

  package init(_ review: PlanReview, notice: Phrase?, language: Language) {
    self.review = review
    self.notice = notice
    self.language = language
  }

  /// The workbook: everything in one table, then the agencies of each plan, then the bands.
  package var workbook: Workbook {
    let tables = ReviewTables(review)
    func sheet(_ title: Phrase, _ headline: Phrase, _ table: ReportTable, _ notices: [Phrase] = [])
      -> Worksheet?
    {
      guard !table.rows.isEmpty else { return nil }
      let head = ReportTable.SheetHead(
        title: title,
        headline: Phrase(
          vi: "\(headline.vi): \(review.place)", en: "\(headline.en): \(review.place)"),
        notices: [notice].compactMap(\.self) + notices)
      return table.worksheet(head, in: language)
    }
    let plans = review.plans.map(\.record.plan)
    var notices: [Phrase] = []
    for plan in plans {
      guard let notice = plan.notice else { continue }
      let line = Phrase(
        vi: "\(plan.levelTitle.vi): \(notice.vi)", en: "\(plan.levelTitle.en): \(notice.en)")
      if !notices.contains(line) { notices.append(line) }
    }
    var sheets = [
      sheet(
        Phrase(vi: "Mốc và thực tế", en: "Planned and actual"),
        Phrase(vi: "Kế hoạch, dự báo và thực tế", en: "Plan, forecast and actual"), tables.flat,
        notices)
    ]
    var titles: [String] = []
    for plan in review.plans {
      let archived = plan.record.plan
      let name = "\(archived.level) \(archived.baseYear)"
      let title = SheetTitle.free(
        for: Phrase(vi: "Đơn vị \(name)", en: "Agencies \(name)")(language), besides: titles)
      titles.append(title)
      sheets.append(
        sheet(
          Phrase(title),
          Phrase(
            vi: "Đơn vị nào chậm (\(archived.level), năm gốc \(archived.baseYear))",
            en: "Who is behind (\(archived.level), base year \(archived.baseYear))"),
          tables.agencies(of: plan),
          archived.notice.map { notice in
            [
              Phrase(
                vi: "\(archived.levelTitle.vi): \(notice.vi)",
                en: "\(archived.levelTitle.en): \(notice.en)")
            ]
          } ?? []))
    }
    sheets.append(
      sheet(
        Phrase(vi: "Khẳng định", en: "Statements"),
        Phrase(vi: "Khẳng định về ngưỡng: đã nói và đã đúng", en: "Statements: said and came true"),
        tables.bands(review.calibration.shares)))
    return Workbook(title: review.place, sheets: sheets.compactMap(\.self))
  }
}
