import Indicators
package import Planning
import Wording

/// The tables of milestones: for a spreadsheet one flat table, for reading one a requirement.
package struct MilestonesTables {
  private let analysis: Analysis
  private let milestones: Milestones

  package init(_ milestones: Milestones, of analysis: Analysis) {
    self.analysis = analysis
    self.milestones = milestones
  }

  private var years: [Int] {
    Set(milestones.plans.flatMap { $0.years.map(\.year) }).sorted()
  }

  /// One row a share: what has to be reached by the end of each year.
  var overview: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 34),
        ReportTable.Column(Phrase(vi: "Hướng", en: "Way")),
        ReportTable.Column(Phrase(vi: "Hiện nay", en: "Today"), .trailing),
      ]
        + years.map { ReportTable.Column(Phrase(String($0)), .trailing) }
        + [
          ReportTable.Column(Phrase(vi: "Phải thêm", en: "To be added"), .trailing),
          ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 28),
        ],
      rows: milestones.plans.filter { $0.result.kind == .share }.map { plan in
        let result = plan.result
        let today = result.latest.map {
          MilestoneWords.milestone(count: $0.count, percent: $0.percent)
        }
        return [
          .name(result.id), .text(result.shortTitle), .text(MilestoneWords.mode(of: plan)),
          today.map { .text($0) } ?? .name(NumberStyle.missing),
        ]
          + years.map { year in
            plan.years.first { $0.year == year }.map {
              let words = MilestoneWords.milestone(count: $0.count, percent: $0.percent)
              // What has to be kept is a floor, and no leave to lose what lies above it.
              let floor = plan.mode == .hold ? "≥ " : ""
              return .text(Phrase(vi: floor + words.vi, en: floor + words.en))
            } ?? .empty
          }
          + [added(by: plan), .name(result.leadAgency)]
      })
  }

  /// One row a share and year, a column a quarter, as the annex of a plan has it.
  var quarters: ReportTable {
    let names = ["I", "II", "III", "IV"]
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 30),
        ReportTable.Column(Phrase(vi: "Năm", en: "Year"), .trailing),
      ]
        + names.map { ReportTable.Column(Phrase(vi: "Quý \($0)", en: "Quarter \($0)"), .trailing) }
        + [
          ReportTable.Column(Phrase(vi: "Mốc cuối năm", en: "End of year"), .trailing),
          ReportTable.Column(Phrase(vi: "Thêm trong năm", en: "Added in the year"), .trailing),
          ReportTable.Column(Phrase(vi: "Xác suất tới mốc", en: "Chance of it"), .trailing),
          ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 28),
        ],
      rows: milestones.plans.flatMap { plan in
        plan.years.map { year in
          [.name(plan.result.id), .text(plan.result.shortTitle), .year(year.year)]
            + names.indices.map { index -> ReportTable.Cell in
              let quarter = plan.quarters.first {
                $0.year == year.year && $0.quarter == index + 1
              }
              return quarter?.count.map { .whole($0) } ?? .percent(quarter?.percent)
            }
            + [
              .percent(year.percent), year.add.map { .whole($0) } ?? .signed(year.addPoints),
              .probability(year.probability, cap: RequirementWords.cap(on: plan.result)),
              .name(plan.result.leadAgency),
            ]
        }
      })
  }

  private func added(by plan: Milestones.Plan) -> ReportTable.Cell {
    if let added = plan.added { return .whole(added) }
    let points = plan.years.compactMap(\.addPoints)
    guard !points.isEmpty else { return .name(NumberStyle.missing) }
    let sum = points.reduce(0, +)
    return .text(
      Phrase(
        vi: NumberStyle(.vi).signed(sum) + " điểm %", en: NumberStyle(.en).signed(sum) + " points"))
  }

  /// One row a fact or grade: what has to be in place by when.
  var tasks: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 36),
        ReportTable.Column(Phrase(vi: "Hiện nay", en: "Today")),
        ReportTable.Column(Phrase(vi: "Việc phải xong", en: "What has to be done"), widest: 58),
        ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 28),
      ],
      rows: milestones.plans.filter { $0.result.kind != .share }.map { plan in
        [
          .name(plan.result.id), .text(plan.result.shortTitle),
          .text(RequirementWords.current(plan.result)), .text(MilestoneWords.task(of: plan)),
          .name(plan.result.leadAgency),
        ]
      })
  }

  /// One row a day of the calendar.
  var calendar: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Việc", en: "What")),
        ReportTable.Column(Phrase(vi: "Ngày", en: "Day"), .trailing),
      ],
      rows: milestones.calendar.map {
        [.text(MilestoneWords.title(of: $0.kind)), .text(MilestoneWords.day($0.date))]
      })
  }

  /// One row a year of a share: its quarters, and what is expected.
  func steps(of plan: Milestones.Plan) -> ReportTable {
    let hasCounts = plan.years.contains { $0.count != nil }
    func columns(_ titles: [Phrase]) -> [ReportTable.Column] {
      titles.map { ReportTable.Column($0, .trailing) }
    }
    var heads = [Phrase(vi: "Năm", en: "Year")]
    if hasCounts { heads.append(Phrase(vi: "Tổng số dự báo", en: "Base forecast")) }
    heads += [
      Phrase(vi: "31/3", en: "03-31"), Phrase(vi: "30/6", en: "06-30"),
      Phrase(vi: "30/9", en: "09-30"), Phrase(vi: "31/12", en: "12-31"),
    ]
    if hasCounts { heads.append(Phrase(vi: "Mốc %", en: "Percent")) }
    heads += [
      Phrase(vi: "Thêm trong năm", en: "To be added"), Phrase(vi: "Dự báo", en: "Forecast"),
      Phrase(vi: "Xác suất tới mốc", en: "Chance of it"),
    ]
    return ReportTable(
      columns: columns(heads),
      rows: plan.years.map { year in
        var cells: [ReportTable.Cell] = [.year(year.year)]
        if hasCounts { cells.append(.whole(year.base)) }
        cells += plan.quarters.filter { $0.year == year.year }.map {
          .text(MilestoneWords.step($0))
        }
        if hasCounts { cells.append(.percent(year.percent)) }
        return cells + [
          year.add.map { .whole($0) } ?? .signed(year.addPoints), .percent(year.median),
          .probability(year.probability, cap: RequirementWords.cap(on: plan.result)),
        ]
      })
  }

  private static let identity = [
    ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
    ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
    ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
    ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement")),
    ReportTable.Column(Phrase(vi: "Hướng", en: "Way")),
  ]

  /// Every milestone in one table: shares by quarter and year, then facts and grades, then the calendar.
  package var flat: ReportTable {
    let columns =
      Self.identity + [
        ReportTable.Column(Phrase(vi: "Kỳ", en: "Period")),
        ReportTable.Column(Phrase(vi: "Đến hết ngày", en: "By the end of")),
        ReportTable.Column(Phrase(vi: "Tổng số dự báo", en: "Base forecast"), .trailing),
        ReportTable.Column(Phrase(vi: "Mốc (người, hộ …)", en: "Milestone (people …)"), .trailing),
        ReportTable.Column(Phrase(vi: "Mốc (%)", en: "Milestone (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Thêm trong kỳ", en: "To be added"), .trailing),
        ReportTable.Column(
          Phrase(vi: "Thêm trong kỳ (điểm %)", en: "To be added (points)"), .trailing),
        ReportTable.Column(
          Phrase(vi: "Dự báo, trung vị (%)", en: "Forecast, median (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Xác suất tới mốc", en: "Chance of it"), .trailing),
        ReportTable.Column(Phrase(vi: "Đơn vị chủ trì", en: "Lead agency")),
        ReportTable.Column(Phrase(vi: "Lưu ý", en: "Remark")),
      ]
    let shares = milestones.plans.filter { $0.result.kind == .share }
    let others = milestones.plans.filter { $0.result.kind != .share }
    return ReportTable(
      columns: columns,
      rows: shares.flatMap { rows(of: $0) } + others.map { row(of: $0) }
        + milestones.calendar.map { row(of: $0) })
  }

  private func head(_ plan: Milestones.Plan) -> [ReportTable.Cell] {
    [
      .name(analysis.place.name), .text(levelName), .name(plan.result.id),
      .text(plan.result.title), .text(MilestoneWords.mode(of: plan)),
    ]
  }

  private var levelName: Phrase {
    GapTable.levelName(analysis.level)
  }

  private func rows(of plan: Milestones.Plan) -> [[ReportTable.Cell]] {
    let tail: [ReportTable.Cell] = [
      .name(plan.result.leadAgency),
      .text(RequirementWords.remark(on: plan.result, analysis: analysis)),
    ]
    guard !plan.years.isEmpty else {
      let nothing = [ReportTable.Cell](repeating: .empty, count: 9)
      return [head(plan) + nothing + tail]
    }
    return plan.years.flatMap { year in
      let quarters = plan.quarters.filter { $0.year == year.year }.map { quarter in
        head(plan) + [
          .text(
            Phrase(
              vi: "quý \(quarter.quarter)/\(quarter.year)",
              en: "quarter \(quarter.quarter), \(quarter.year)")),
          .text(MilestoneWords.day(quarter.date)), .whole(year.base), .whole(quarter.count),
          .percent(quarter.percent), .whole(quarter.add), .signed(quarter.addPoints), .empty,
          .empty,
        ] + tail
      }
      let whole: [ReportTable.Cell] =
        head(plan) + [
          .text(Phrase(vi: "năm \(year.year)", en: "year \(year.year)")),
          .text(MilestoneWords.day(Self.endOfYear(year, of: plan))), .whole(year.base),
          .whole(year.count), .percent(year.percent), .whole(year.add), .signed(year.addPoints),
          .percent(year.median),
          .probability(year.probability, cap: RequirementWords.cap(on: plan.result)),
        ] + tail
      return quarters + [whole]
    }
  }

  private static func endOfYear(_ year: Milestones.Year, of plan: Milestones.Plan) -> CalendarDate {
    plan.quarters.last { $0.year == year.year }?.date ?? plan.due
  }

  private func row(of plan: Milestones.Plan) -> [ReportTable.Cell] {
    head(plan) + [
      .text(Phrase(vi: "năm \(milestones.targetYear)", en: "year \(milestones.targetYear)")),
      .text(MilestoneWords.day(plan.due)), .empty, .empty, .empty, .empty, .empty, .empty, .empty,
      .name(plan.result.leadAgency), .text(marked(MilestoneWords.task(of: plan))),
    ]
  }

  /// Returns words that say of made-up figures that they are, too.
  private func marked(_ words: Phrase) -> Phrase {
    guard analysis.isIllustrative else { return words }
    let mark = RequirementWords.illustrative
    if words.vi.isEmpty { return mark }
    return Phrase(vi: "\(mark.vi); \(words.vi)", en: "\(mark.en); \(words.en)")
  }

  private func row(of deadline: Milestones.Deadline) -> [ReportTable.Cell] {
    [
      .name(analysis.place.name), .text(levelName), .empty,
      .text(MilestoneWords.title(of: deadline.kind)), .text(Phrase(vi: "lịch", en: "calendar")),
      .text(Phrase(vi: "năm \(milestones.targetYear)", en: "year \(milestones.targetYear)")),
      .text(MilestoneWords.day(deadline.date)),
    ] + [ReportTable.Cell](repeating: .empty, count: 8) + [.text(marked(Phrase("")))]
  }
}
