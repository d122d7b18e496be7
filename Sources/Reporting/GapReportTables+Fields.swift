import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The columns of a gap report, each with what stands in it.
extension GapReportTables {
  /// A column and the cell of a row in it.
  struct Field {
    let column: ReportTable.Column
    let cell: (GapRow) -> ReportTable.Cell

    init(_ column: ReportTable.Column, _ cell: @escaping (GapRow) -> ReportTable.Cell) {
      self.column = column
      self.cell = cell
    }
  }

  private var target: Int { report.analysis.targetYear }

  // MARK: What it is

  static var id: Field { Field(column("Mã", "Id")) { .name($0.result.id) } }

  static func title(_ widest: Int) -> Field {
    Field(column("Chỉ tiêu", "Requirement", widest: widest)) { .text($0.result.shortTitle) }
  }

  static var fullTitle: Field {
    Field(column("Chỉ tiêu", "Requirement")) { .text($0.result.title) }
  }

  static var kind: Field {
    Field(column("Loại", "Kind")) { .text(RequirementWords.kind(of: $0.result)) }
  }

  var placeName: Field {
    Field(Self.column("Địa phương", "Place")) { _ in .name(report.analysis.place.name) }
  }

  var levelName: Field {
    Field(Self.column("Mức", "Level")) { _ in
      .text(GapTable.levelName(report.analysis.level))
    }
  }

  // MARK: How it stands

  /// The share or grade alone.
  static var current: Field {
    Field(number("Hiện trạng", "Current", widest: 10)) { row in
      if let latest = row.result.latest { return .percent(latest.percent) }
      guard let record = row.result.state?.record, !record.isPlanned else {
        return .text(Phrase(NumberStyle.missing))
      }
      switch record.value {
      case .met: return .text(Phrase(vi: "đạt", en: "met"))
      case .notMet: return .text(Phrase(vi: "không đạt", en: "not met"))
      case .grade(let grade):
        return .text(Phrase(vi: "mức độ \(grade)", en: "grade \(grade)"))
      }
    }
  }

  /// The share with its counts and its year.
  static func state(_ widest: Int) -> Field {
    Field(column("Hiện trạng", "Current", widest: widest)) {
      .text(RequirementWords.current($0.result))
    }
  }

  static var asked: Field {
    Field(number("Yêu cầu", "Asked")) { .text(RequirementWords.threshold(of: $0.result)) }
  }

  static func status(_ widest: Int) -> Field {
    Field(column("Tình trạng", "State", widest: widest)) { row in
      switch (row.reason, row.result.kind) {
      case (.endangered, .share):
        .text(Phrase(vi: "đạt, nhưng tổng số tăng", en: "met, but the base grows"))
      case (.endangered, _):
        .text(Phrase(vi: "đạt, dự kiến không còn đạt", en: "met, planned to be lost"))
      default: .text(RequirementWords.result(of: row.result))
      }
    }
  }

  /// What documents show of a fact or grade; empty for shares.
  static var evidence: Field {
    Field(column("Minh chứng", "Evidence")) { row in
      if row.result.kind == .share { return .empty }
      return .text(row.evidence?.title ?? Phrase(vi: "chưa có bản ghi", en: "no record"))
    }
  }

  var chance: Field {
    Field(Self.number("Xác suất \(target)", "Probability \(target)", widest: 11)) { row in
      guard row.result.kind == .share else { return .empty }
      // What a series says is never certain.
      return .probability(
        row.result.probability(in: target).map { min(max($0, 1e-9), 1 - 1e-9) },
        cap: RequirementWords.cap(on: row.result))
    }
  }

  // MARK: What is missing

  /// Points and people; a share that is met lacks people only.
  static var gap: [Field] {
    [
      Field(number("Còn thiếu (điểm %)", "Missing (points)", widest: 10)) {
        .signed($0.result.met == true ? nil : $0.result.gapPoints)
      },
      Field(number("Còn thiếu (người, hộ …)", "Missing (people …)", widest: 14)) {
        .whole($0.people)
      },
    ]
  }

  var baseForecast: Field {
    Field(Self.number("Tổng số dự báo \(target)", "Base forecast \(target)")) {
      .whole($0.result.baseForecast)
    }
  }

  /// The people a quarter: "799", or "345–346" where the quarters differ by one.
  static var eachQuarter: Field {
    Field(number("Mỗi quý", "Each quarter", widest: 12)) { row in
      let people = row.quarters.map(\.people)
      guard let least = people.min(), let most = people.max() else { return .empty }
      func words(_ language: Language) -> String {
        let style = NumberStyle(language)
        return least == most
          ? style.whole(most) : "\(style.whole(least))–\(style.whole(most))"
      }
      return .text(Phrase(vi: words(.vi), en: words(.en)))
    }
  }

  /// The people by quarter, or by year where quarters would not fit on a page.
  var portions: [Field] {
    target - report.analysis.baseYear <= 2 ? quarterPortions : yearPortions
  }

  var yearPortions: [Field] {
    report.years.map { year in
      Field(Self.number("Năm \(year)", "Year \(year)")) { row in
        .whole(row.years.first { $0.year == year }?.people)
      }
    }
  }

  var quarterPortions: [Field] {
    report.years.flatMap { year in
      zip(1...4, ["I", "II", "III", "IV"]).map { (quarter: Int, numeral: String) in
        Field(Self.number("Quý \(numeral)/\(year)", "Q\(quarter) \(year)", widest: 8)) { row in
          .whole(row.quarters.first { $0.year == year && $0.quarter == quarter }?.people)
        }
      }
    }
  }

  // MARK: How fast

  static var paceSoFar: Field {
    Field(number("Đã qua/năm (điểm %)", "So far, points a year", widest: 12)) {
      .signed($0.result.paceSoFar)
    }
  }

  static var paceNeeded: Field {
    Field(number("Cần/năm (điểm %)", "Needed, points a year", widest: 12)) {
      .signed($0.result.paceNeeded)
    }
  }

  /// Past, expected and needed pace, a year and a quarter.
  static var paces: [Field] {
    [
      paceSoFar,
      Field(number("Dự kiến/năm (điểm %)", "Expected, points a year", widest: 12)) {
        .signed($0.result.forecast.expectedPace)
      },
      paceNeeded,
      Field(number("Cần/quý (điểm %)", "Needed, points a quarter", widest: 12)) {
        .signed($0.paceQuarter)
      },
    ]
  }

  /// The pace that three quarters of other places did not exceed.
  static var peers: Field {
    Field(
      number(
        "Một phần tư số nơi nhanh hơn (điểm %/năm)", "A quarter of places beat (points a year)",
        widest: 16)
    ) {
      .signed($0.peerPace?.pace)
    }
  }

  static func standing(_ widest: Int) -> Field {
    Field(
      column("Nhịp cần so với các nơi khác", "Pace needed among other places", widest: widest)
    ) { .text(StandingWords.words(of: $0)) }
  }

  static var standingShare: Field {
    Field(number("Nhanh hơn (% số nơi)", "Faster than (% of places)")) {
      .percent($0.standing.map { 100 * $0.share })
    }
  }

  // MARK: Who and when

  static let unassigned = Phrase(vi: "chưa phân công", en: "nobody assigned")

  static func lead(of row: GapRow) -> Phrase {
    row.result.leadAgency.map { Phrase($0) } ?? unassigned
  }

  static func lead(_ widest: Int) -> Field {
    Field(column("Chủ trì", "Lead", widest: widest)) { .text(lead(of: $0)) }
  }

  static func supporting(_ widest: Int) -> Field {
    Field(column("Phối hợp", "Supporting", widest: widest)) {
      .name($0.result.supportingAgencies.joined(separator: ", "))
    }
  }

  var due: Field {
    Field(Self.column("Hạn", "Due")) { _ in Self.day(report.due?.date) }
  }

  var dossier: Field {
    Field(Self.column("Hồ sơ trước ngày", "Dossier before")) { _ in
      Self.day(report.due?.dossierBefore)
    }
  }

  var remark: Field {
    Field(Self.column("Lưu ý", "Remark")) {
      .text(RequirementWords.remark(on: $0.result, analysis: report.analysis))
    }
  }

  private static func day(_ date: CalendarDate?) -> ReportTable.Cell {
    date.map { .text(Phrase(vi: $0.dayFirst, en: $0.iso)) } ?? .empty
  }
}
