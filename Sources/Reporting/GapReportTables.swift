import Forecasting
import Indicators
package import Planning
import Regulations
import Wording

/// The work that is left to a level, as tables for a terminal, a spreadsheet and a printer.
package struct GapReportTables: Sendable {
  let report: GapReport

  package init(_ report: GapReport) {
    self.report = report
  }

  private var target: Int { report.analysis.targetYear }
  private var rows: [GapRow] { report.rows }

  /// What is missing, one row a requirement.
  var missing: ReportTable {
    table(
      [
        (Self.id, { .name($0.result.id) }), (Self.title(26), { .text($0.result.shortTitle) }),
        (Self.number("Hiện trạng", "Current", widest: 10), Self.current),
        (Self.number("Yêu cầu", "Asked"), { .text(RequirementWords.threshold(of: $0.result)) }),
        (Self.status(16), { .text(Self.status(of: $0)) }),
      ] + gap + [
        (Self.number("Mỗi quý", "Each quarter", widest: 12), { .text(Self.eachQuarter($0)) }),
        (
          Self.number("Xác suất \(target)", "Probability \(target)", widest: 11),
          probability
        ),
      ], rows)
  }

  /// How fast it has to go, one row a share.
  var pace: ReportTable {
    table(
      [
        (Self.id, { .name($0.result.id) }),
        (Self.number("Đã qua/năm", "So far, a year", widest: 12), { .signed($0.result.paceSoFar) }),
        (
          Self.number("Dự kiến/năm", "Expected, a year", widest: 12),
          { .signed($0.result.forecast.expectedPace) }
        ),
        (Self.number("Cần/năm", "Needed, a year", widest: 12), { .signed($0.result.paceNeeded) }),
        (Self.number("Cần/quý", "Needed, a quarter", widest: 12), { .signed($0.paceQuarter) }),
        (
          Self.number("Một phần tư số nơi nhanh hơn", "A quarter of places beat", widest: 16),
          { .signed($0.peerPace?.pace) }
        ),
        (Self.standing(40), { .text(StandingWords.words(of: $0)) }),
      ], rows.filter { $0.result.kind == .share && $0.result.latest != nil })
  }

  /// Who leads and who supports.
  var agencies: ReportTable {
    table(
      [
        (Self.id, { .name($0.result.id) }), (Self.lead(32), { .text(Self.lead(of: $0)) }),
        (Self.supporting(60), Self.supporting),
      ], rows)
  }

  /// What one agency is asked for, for a terminal.
  func tasks(of agency: AgencyGap) -> ReportTable {
    table(
      [
        (Self.id, { .name($0.result.id) }), (Self.title(26), { .text($0.result.shortTitle) }),
        (Self.status(16), { .text(Self.status(of: $0)) }),
      ] + gap + [
        (Self.number("Mỗi quý", "Each quarter", widest: 12), { .text(Self.eachQuarter($0)) }),
        (Self.number("Cần/năm", "Needed, a year", widest: 12), { .signed($0.result.paceNeeded) }),
        (Self.standing(24), { .text(StandingWords.words(of: $0)) }),
      ], agency.rows)
  }

  /// What one agency is asked for, as a sheet to hand out.
  func handout(of agency: AgencyGap) -> ReportTable {
    table(
      [
        (Self.id, { .name($0.result.id) }), (Self.title(28), { .text($0.result.shortTitle) }),
        (
          Self.column("Hiện trạng", "Current", widest: 22),
          {
            .text(RequirementWords.current($0.result))
          }
        ),
        (Self.number("Yêu cầu", "Asked"), { .text(RequirementWords.threshold(of: $0.result)) }),
        (Self.status(15), { .text(Self.status(of: $0)) }),
      ] + gap + portions + [
        (
          Self.number("Cần/năm (điểm %)", "Needed, points a year"),
          { .signed($0.result.paceNeeded) }
        ),
        (Self.standing(18), { .text(StandingWords.words(of: $0)) }),
        (Self.number("Xác suất \(target)", "Probability \(target)"), probability),
        (Self.evidence(15), { .text(Self.evidence(of: $0)) }),
        (Self.supporting(26), Self.supporting), (Self.column("Hạn", "Due"), { _ in due }),
      ], agency.rows)
  }

  /// All rows by agency, as the first sheet.
  var overview: ReportTable {
    table(
      [
        (Self.lead(26), { .text(Self.lead(of: $0)) }), (Self.id, { .name($0.result.id) }),
        (Self.title(30), { .text($0.result.shortTitle) }),
        (Self.status(15), { .text(Self.status(of: $0)) }),
      ] + gap + [
        (Self.number("Mỗi quý", "Each quarter"), { .text(Self.eachQuarter($0)) }),
        (
          Self.number("Cần/năm (điểm %)", "Needed, points a year"),
          { .signed($0.result.paceNeeded) }
        ),
        (Self.number("Đã qua/năm", "So far, a year"), { .signed($0.result.paceSoFar) }),
        (Self.standing(24), { .text(StandingWords.words(of: $0)) }),
        (Self.number("Xác suất \(target)", "Probability \(target)"), probability),
        (Self.column("Hạn", "Due"), { _ in due }),
      ], report.agencies.flatMap(\.rows))
  }

  /// Everything in one flat table, for a spreadsheet; by agency or in the order of the rule.
  package func file(byAgency: Bool) -> ReportTable {
    let analysis = report.analysis
    return table(
      [
        (Self.column("Địa phương", "Place"), { _ in .name(analysis.place.name) }),
        (Self.column("Mức", "Level"), { _ in .text(GapTable.levelName(analysis.level)) }),
        (Self.lead(60), { .text(Self.lead(of: $0)) }), (Self.supporting(60), Self.supporting),
        (Self.id, { .name($0.result.id) }), (Self.title(60), { .text($0.result.title) }),
        (Self.column("Loại", "Kind"), { .text(RequirementWords.kind(of: $0.result)) }),
        (Self.column("Hiện trạng", "Current"), { .text(RequirementWords.current($0.result)) }),
        (Self.column("Yêu cầu", "Asked"), { .text(RequirementWords.threshold(of: $0.result)) }),
        (Self.status(60), { .text(Self.status(of: $0)) }),
        (Self.evidence(60), { .text(Self.evidence(of: $0)) }),
      ] + gap + [
        (
          Self.number("Tổng số dự báo \(target)", "Base forecast \(target)"),
          { .whole($0.result.baseForecast) }
        )
      ] + yearPortions + quarterPortions + [
        (
          Self.number("Đã qua/năm (điểm %)", "So far, points a year"),
          {
            .signed($0.result.paceSoFar)
          }
        ),
        (
          Self.number("Dự kiến/năm (điểm %)", "Expected, points a year"),
          {
            .signed($0.result.forecast.expectedPace)
          }
        ),
        (
          Self.number("Cần/năm (điểm %)", "Needed, points a year"),
          { .signed($0.result.paceNeeded) }
        ),
        (Self.number("Cần/quý (điểm %)", "Needed, points a quarter"), { .signed($0.paceQuarter) }),
        (Self.standing(60), { .text(StandingWords.words(of: $0)) }),
        (
          Self.number("Nhanh hơn (% số nơi)", "Faster than (% of places)"),
          {
            .percent($0.standing.map { 100 * $0.share })
          }
        ),
        (
          Self.number("Xác suất đạt năm \(target)", "Probability in \(target)"),
          {
            .probability($0.result.probability(in: target))
          }
        ),
        (Self.column("Hạn", "Due"), { _ in due }),
        (
          Self.column("Hồ sơ trước ngày", "Dossier before"),
          { _ in
            Self.day(report.due?.dossierBefore)
          }
        ),
        (
          Self.column("Lưu ý", "Remark"),
          {
            .text(RequirementWords.remark(on: $0.result, analysis: analysis))
          }
        ),
      ], byAgency ? report.agencies.flatMap(\.rows) : rows)
  }

  /// What the parts of the place lack, those that lack most first.
  ///
  /// - Parameter most: how many parts of each requirement; nil for all.
  package func parts(most: Int? = nil) -> ReportTable {
    ReportTable(
      columns: [
        Self.id, Self.column("Đơn vị trực thuộc", "Part"), Self.number("Năm", "Year"),
        Self.number("Số đạt", "Count"), Self.number("Tổng số", "Base"),
        Self.number("Hiện trạng", "Current"),
        Self.number(
          "Thiếu so với ngưỡng của cả nơi", "Missing by the place's threshold", widest: 20),
      ],
      rows: rows.flatMap { row -> [[ReportTable.Cell]] in
        guard let parts = row.parts else { return [] }
        return parts.parts.prefix(most ?? parts.parts.count).map { part in
          [
            .name(row.result.id), .name(part.place), .year(parts.year), .whole(part.count),
            .whole(part.base), .percent(100 * Double(part.count) / Double(max(part.base, 1))),
            .whole(part.missing),
          ]
        }
      })
  }

  /// What is left over where nothing is missing, the smallest reserve first.
  var reserves: ReportTable {
    ReportTable(
      columns: [
        Self.id, Self.title(38), Self.number("Hiện trạng", "Current"),
        Self.number("Yêu cầu", "Asked"), Self.number("Phần dư (điểm %)", "Reserve (points)"),
        Self.number("Phần dư (người, hộ …)", "Reserve (people, households …)"),
      ],
      rows: report.reserves.map { result in
        [
          .name(result.id), .text(result.shortTitle), .percent(result.latest?.percent),
          .text(RequirementWords.threshold(of: result)), .decimal(result.gapPoints.map { -$0 }),
          .whole(result.gapPeople.map { -$0 }),
        ]
      })
  }
}

// MARK: Columns

extension GapReportTables {
  /// A column and what stands in it.
  private typealias Field = (ReportTable.Column, (GapRow) -> ReportTable.Cell)

  private func table(_ fields: [Field], _ rows: [GapRow]) -> ReportTable {
    ReportTable(
      columns: fields.map(\.0), rows: rows.map { row in fields.map { $0.1(row) } })
  }

  private static func column(_ vi: String, _ en: String, widest: Int = 60) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), widest: widest)
  }

  private static func number(_ vi: String, _ en: String, widest: Int = 60) -> ReportTable.Column {
    ReportTable.Column(Phrase(vi: vi, en: en), .trailing, widest: widest)
  }

  private static let id = column("Mã", "Id")

  private static func title(_ widest: Int) -> ReportTable.Column {
    column("Chỉ tiêu", "Requirement", widest: widest)
  }

  private static func status(_ widest: Int) -> ReportTable.Column {
    column("Tình trạng", "State", widest: widest)
  }

  private static func evidence(_ widest: Int) -> ReportTable.Column {
    column("Minh chứng", "Evidence", widest: widest)
  }

  private static func standing(_ widest: Int) -> ReportTable.Column {
    column("Nhịp cần so với các nơi khác", "Pace needed among other places", widest: widest)
  }

  private static func lead(_ widest: Int) -> ReportTable.Column {
    column("Chủ trì", "Lead", widest: widest)
  }

  private static func supporting(_ widest: Int) -> ReportTable.Column {
    column("Phối hợp", "Supporting", widest: widest)
  }

  private var gap: [Field] {
    [
      (
        Self.number("Còn thiếu (điểm %)", "Missing (points)", widest: 10),
        {
          .signed($0.result.met == true ? nil : $0.result.gapPoints)
        }
      ),
      (
        Self.number("Còn thiếu (người, hộ …)", "Missing (people …)", widest: 14),
        {
          .whole($0.people)
        }
      ),
    ]
  }

  /// The people by quarter, or by year where quarters would not fit on a page.
  private var portions: [Field] {
    target - report.analysis.baseYear <= 2 ? quarterPortions : yearPortions
  }

  private var yearPortions: [Field] {
    QuarterPlan.years(of: report.calendarQuarters).map { part in
      (
        Self.number("Năm \(part.year)", "Year \(part.year)"),
        { row in
          .whole(row.years.first { $0.year == part.year }?.people)
        }
      )
    }
  }

  private var quarterPortions: [Field] {
    report.calendarQuarters.map { part in
      let quarter = part.quarter ?? 0
      let numeral = ["", "I", "II", "III", "IV"][quarter]
      return (
        Self.number("Quý \(numeral)/\(part.year)", "Q\(quarter) \(part.year)"),
        { row in
          .whole(
            row.quarters.first { $0.year == part.year && $0.quarter == part.quarter }?.people)
        }
      )
    }
  }

  private var due: ReportTable.Cell { Self.day(report.due?.date) }

  private var probability: (GapRow) -> ReportTable.Cell {
    { row in
      guard row.result.kind == .share else { return .empty }
      // What a series says is never certain.
      return .probability(
        row.result.probability(in: target).map { min(max($0, 1e-9), 1 - 1e-9) },
        cap: RequirementWords.cap(on: row.result))
    }
  }
}

// MARK: Words

extension GapReportTables {
  private static func day(_ date: CalendarDate?) -> ReportTable.Cell {
    date.map { .text(Phrase(vi: $0.dayFirst, en: $0.iso)) } ?? .empty
  }

  private static func current(_ row: GapRow) -> ReportTable.Cell {
    if let latest = row.result.latest { return .percent(latest.percent) }
    guard let record = row.result.state?.record, !record.isPlanned else {
      return .text(Phrase(NumberStyle.missing))
    }
    switch record.value {
    case .met: return .text(Phrase(vi: "đạt", en: "met"))
    case .notMet: return .text(Phrase(vi: "không đạt", en: "not met"))
    case .grade(let grade): return .text(Phrase(vi: "mức độ \(grade)", en: "grade \(grade)"))
    }
  }

  static func status(of row: GapRow) -> Phrase {
    switch (row.reason, row.result.kind) {
    case (.endangered, .share):
      Phrase(vi: "đạt, nhưng tổng số tăng", en: "met, but the base grows")
    case (.endangered, _):
      Phrase(vi: "đạt, dự kiến không còn đạt", en: "met, planned to be lost")
    default: RequirementWords.result(of: row.result)
    }
  }

  /// Returns what documents show of a fact or grade; empty for shares.
  static func evidence(of row: GapRow) -> Phrase {
    if row.result.kind == .share { return Phrase("") }
    return row.evidence?.title ?? Phrase(vi: "chưa có bản ghi", en: "no record")
  }

  static func lead(of row: GapRow) -> Phrase {
    row.result.leadAgency.map { Phrase($0) } ?? unassigned
  }

  static let unassigned = Phrase(vi: "chưa phân công", en: "nobody assigned")

  private static func supporting(_ row: GapRow) -> ReportTable.Cell {
    .name(row.result.supportingAgencies.joined(separator: ", "))
  }

  /// Returns the people a quarter: "799", or "345–346" where the quarters differ by one.
  private static func eachQuarter(_ row: GapRow) -> Phrase {
    let people = row.quarters.map(\.people)
    guard let least = people.min(), let most = people.max() else { return Phrase("") }
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      return least == most
        ? style.whole(most) : "\(style.whole(least))–\(style.whole(most))"
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }
}
