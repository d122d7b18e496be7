import Forecasting
import Indicators
package import Planning
import Statistics
import Wording

/// The tables of a review: planned against what came, forecast against what came, who is behind.
package struct ReviewTables {
  private let review: PlanReview

  package init(_ review: PlanReview) {
    self.review = review
  }

  /// One row a share and year: the plan.
  func slippage(of plan: PlanReview.Plan) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 30),
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Mốc", en: "Planned"), .trailing),
        ReportTable.Column(Phrase(vi: "Thực tế", en: "Actual"), .trailing, widest: 30),
        ReportTable.Column(Phrase(vi: "Thiếu (người, hộ …)", en: "Short (people)"), .trailing),
        ReportTable.Column(Phrase(vi: "Thiếu (điểm %)", en: "Short (points)"), .trailing),
        ReportTable.Column(Phrase(vi: "Kết quả", en: "Result")),
      ],
      rows: plan.shares.filter { $0.milestone != nil }.map { row in
        [
          .name(row.requirement.id), .text(row.requirement.title), .year(row.year),
          row.milestone.map {
            .text(MilestoneWords.milestone(count: $0.count, percent: $0.percent))
          } ?? .name(NumberStyle.missing),
          .text(ReviewWords.actual(row)), .whole(row.slippagePeople), .signed(row.slippagePoints),
          .text(ReviewWords.reached(row.reached)),
        ]
      })
  }

  /// One row a share and year: the forecast.
  func forecasts(of plan: PlanReview.Plan) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã dự báo (khoảng 80%)", en: "Forecast (80%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Thực tế", en: "Actual"), .trailing),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), .trailing),
        ReportTable.Column(Phrase(vi: "Khoảng 50%", en: "50%"), .trailing),
        ReportTable.Column(Phrase(vi: "Khoảng 80%", en: "80%"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã tính: đạt ngưỡng", en: "Computed chance"), .trailing),
        ReportTable.Column(Phrase(vi: "Thực tế đạt ngưỡng", en: "Threshold")),
      ],
      rows: plan.shares.filter { $0.pit != nil }.map { row in
        [
          .name(row.requirement.id), .year(row.year), .text(ReviewWords.forecast(row)),
          .percent(row.actual?.percent), .probability(row.pit),
          .text(ReviewWords.inside(row.inside50)), .text(ReviewWords.inside(row.inside80)),
          .probability(row.probability), .text(ReviewWords.met(row.cameTrue)),
        ]
      })
  }

  /// One row an agency.
  func agencies(of plan: PlanReview.Plan) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Đơn vị chủ trì", en: "Lead agency"), widest: 34),
        ReportTable.Column(Phrase(vi: "Số mốc", en: "Milestones"), .trailing),
        ReportTable.Column(Phrase(vi: "Tới mốc", en: "Reached"), .trailing),
        ReportTable.Column(Phrase(vi: "Còn chậm ở", en: "Behind at"), widest: 60),
      ],
      rows: plan.agencies.map { agency in
        [
          .text(ReviewWords.name(of: agency)), .whole(agency.count), .whole(agency.reached),
          .text(ReviewWords.behind(agency)),
        ]
      })
  }

  /// One row a fact or grade that had to be in place.
  func facts(of plan: PlanReview.Plan) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 44),
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Kết quả", en: "Result")),
        ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 34),
      ],
      rows: plan.facts.filter { $0.met != true }.map { row in
        [
          .name(row.requirement.id), .text(row.requirement.title), .year(row.year),
          .text(ReviewWords.met(row.met)), .name(row.requirement.leadAgency),
        ]
      })
  }

  /// One row a year: what was said of the level.
  func levels(of plan: PlanReview.Plan) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã tính: xác suất đạt", en: "Computed chance"), .trailing),
        ReportTable.Column(Phrase(vi: "Thực tế", en: "Actual")),
      ],
      rows: plan.levels.map {
        [.year($0.year), .probability($0.probability), .text(ReviewWords.met($0.met))]
      })
  }

  /// One row a band of stated probabilities.
  func bands(_ statements: ReviewCalibration.Statements) -> ReportTable {
    func tenths(_ value: Double) -> String { NumberStyle(.en).decimal(100 * value, decimals: 0) }
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Đã nói", en: "Stated"), .trailing),
        ReportTable.Column(Phrase(vi: "Số khẳng định", en: "Statements"), .trailing),
        ReportTable.Column(Phrase(vi: "Trung bình đã nói", en: "Mean stated"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã đúng", en: "Came true"), .trailing),
        ReportTable.Column(Phrase(vi: "Tỷ lệ thật có thể từ", en: "True rate from"), .trailing),
        ReportTable.Column(Phrase(vi: "đến", en: "to"), .trailing),
      ],
      rows: statements.bands.map { band in
        [
          .name("\(tenths(band.band.lower))–\(tenths(band.band.upper))%"),
          .whole(band.tally.count), .probability(band.mean), .whole(band.tally.hits),
          .probability(band.tally.interval.lower), .probability(band.tally.interval.upper),
        ]
      })
  }

  /// Everything in one table: shares, facts and grades, levels, of every plan.
  package var flat: ReportTable {
    func number(_ vi: String, _ en: String) -> ReportTable.Column {
      ReportTable.Column(Phrase(vi: vi, en: en), .trailing)
    }
    let columns = [
      ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
      number("Bản ghi", "Record"), ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
      number("Năm gốc", "Base year"), ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
      ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement")), number("Năm", "Year"),
      number("Mốc (người, hộ …)", "Planned (people …)"), number("Mốc (%)", "Planned (%)"),
      number("Thực tế (người, hộ …)", "Actual (people …)"),
      number("Thực tế (%)", "Actual (%)"),
      ReportTable.Column(Phrase(vi: "Trạng thái số liệu", en: "Status of data")),
      number("Thiếu (người, hộ …)", "Short (people …)"), number("Thiếu (điểm %)", "Short (points)"),
      ReportTable.Column(Phrase(vi: "Kết quả", en: "Result")),
      number("Dự báo, trung vị (%)", "Forecast, median (%)"),
      number("Dự báo, cận dưới 80%", "Forecast, lower 80%"),
      number("Dự báo, cận trên 80%", "Forecast, upper 80%"),
      number("Vị trí trong dự báo", "Position in the forecast"),
      ReportTable.Column(Phrase(vi: "Khoảng 80%", en: "80% interval")),
      number("Xác suất đã nói", "Stated chance"),
      ReportTable.Column(Phrase(vi: "Đạt ngưỡng", en: "Threshold")),
      ReportTable.Column(Phrase(vi: "Đơn vị chủ trì", en: "Lead agency")),
      ReportTable.Column(Phrase(vi: "Lưu ý", en: "Remark")),
    ]
    return ReportTable(
      columns: columns,
      rows: review.plans.flatMap { plan in
        plan.shares.map { row(of: $0, in: plan) } + plan.facts.map { row(of: $0, in: plan) }
          + plan.levels.map { row(of: $0, in: plan) }
      })
  }

  private func head(
    _ plan: PlanReview.Plan, id: String, title: Phrase, year: Int
  ) -> [ReportTable.Cell] {
    let archived = plan.record.plan
    let notice = archived.notice
    return [
      .name(archived.place), .whole(plan.record.sequence),
      .text(
        Phrase(
          vi: archived.level + (notice.map { " (\($0.vi))" } ?? ""),
          en: archived.level + (notice.map { " (\($0.en))" } ?? ""))),
      .year(archived.baseYear), .name(id), .text(title), .year(year),
    ]
  }

  private func row(
    of share: PlanReview.ShareYear, in plan: PlanReview.Plan
  ) -> [ReportTable.Cell] {
    let isCompared = share.comparability == .comparable
    return head(
      plan, id: share.requirement.id, title: share.requirement.title, year: share.year)
      + [
        .whole(share.milestone?.count), .percent(share.milestone?.percent),
        .whole(share.actual?.count), .percent(share.actual?.percent),
        share.actual.map { .text($0.status.title) } ?? .empty, .whole(share.slippagePeople),
        .signed(share.slippagePoints), .text(ReviewWords.reached(share.reached)),
        .percent(share.expectation?.median), .percent(share.expectation?.lower80),
        .percent(share.expectation?.upper80), .probability(share.pit),
        .text(ReviewWords.inside(share.inside80)), .probability(share.probability),
        .text(ReviewWords.met(share.cameTrue)), .name(share.requirement.leadAgency),
        .text(remark(isCompared ? Phrase("") : ReviewWords.actual(share), plan)),
      ]
  }

  private func row(
    of fact: PlanReview.FactYear, in plan: PlanReview.Plan
  ) -> [ReportTable.Cell] {
    head(plan, id: fact.requirement.id, title: fact.requirement.title, year: fact.year)
      + [ReportTable.Cell](repeating: .empty, count: 7) + [.text(ReviewWords.met(fact.met))]
      + [ReportTable.Cell](repeating: .empty, count: 7)
      + [.name(fact.requirement.leadAgency), .text(remark(Phrase(""), plan))]
  }

  private func row(
    of level: PlanReview.LevelYear, in plan: PlanReview.Plan
  ) -> [ReportTable.Cell] {
    head(plan, id: "", title: plan.record.plan.levelTitle, year: level.year)
      + [ReportTable.Cell](repeating: .empty, count: 7) + [.text(ReviewWords.met(level.met))]
      + [ReportTable.Cell](repeating: .empty, count: 5)
      + [.probability(level.probability), .text(ReviewWords.met(level.cameTrue)), .empty]
      + [.text(remark(Phrase(""), plan))]
  }

  /// Returns a remark that says of made-up figures that they are, too.
  private func remark(_ words: Phrase, _ plan: PlanReview.Plan) -> Phrase {
    guard plan.record.plan.isIllustrative else { return words }
    let mark = RequirementWords.illustrative
    if words.vi.isEmpty { return mark }
    return Phrase(vi: "\(mark.vi); \(words.vi)", en: "\(mark.en); \(words.en)")
  }
}
