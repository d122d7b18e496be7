import Diagnostics
import Indicators
package import Planning
import Regulations
package import Wording

/// The work that is left to a level as text for a terminal: what is missing most and who leads first, then the
/// numbers.
package struct GapReportText: Sendable {
  /// How many parts of the place are named a requirement.
  private static let namedParts = 5

  private let report: GapReport
  private let isByAgency: Bool
  private let language: Language
  private let whole: AnalysisText
  private let tables: GapReportTables

  /// - Parameters:
  ///   - report: what is left to do.
  ///   - isByAgency: whether each agency gets a section of its own.
  ///   - language: of all texts.
  package init(_ report: GapReport, isByAgency: Bool, language: Language) {
    self.report = report
    self.isByAgency = isByAgency
    self.language = language
    whole = AnalysisText(report.analysis, language: language)
    tables = GapReportTables(report)
  }

  /// The whole report; it ends in a line feed.
  package var text: String {
    var sections = [answer]
    if isByAgency {
      sections += report.agencies.map(section)
    } else if !report.rows.isEmpty {
      sections += [missing, pace, agencies].compactMap(\.self)
    }
    sections += [parts, reserves, notes].compactMap(\.self)
    return whole.notices.map { $0(language) + "\n" }.joined()
      + (whole.notices.isEmpty ? "" : "\n") + sections.joined(separator: "\n")
  }

  /// The line that ends every report on made-up data; nil for real data.
  package var closingNotice: String? { whole.closingNotice }

  // MARK: The answer

  private var answer: String {
    [headline, most, whole.chances, due].compactMap(\.self)
      .flatMap { DisplayWidth.wrapped($0, width: 100) }.map { $0 + "\n" }.joined()
  }

  private var headline: String {
    let analysis = report.analysis
    let level = "\(analysis.level.id) – \(analysis.level.title(language))"
    let year = analysis.targetYear
    let kinds: [([GapReason], String)] = [
      ([.notMet], say("chưa đạt", "not met")),
      ([.endangered], say("đang đạt nhưng chưa chắc giữ được", "met but in danger")),
      ([.undecided, .notComparable, .unknown], say("chưa rõ", "not known")),
      ([.evidence], say("thiếu minh chứng", "evidence missing")),
    ]
    let counts = kinds.compactMap { reasons, words -> String? in
      let ids = report.rows.filter { reasons.contains($0.reason) }.map(\.result.id)
      if ids.isEmpty { return nil }
      let names = ids.joined(separator: ", ")
      return say("\(ids.count) chỉ tiêu \(words) (\(names))", "\(words): \(ids.count) (\(names))")
    }
    if counts.isEmpty {
      return say(
        "Năm \(year), \(analysis.place.name) không còn thiếu chỉ tiêu nào của \(level).",
        "In \(year) \(analysis.place.name) lacks nothing of \(level).")
    }
    return say(
      "\(level) của \(analysis.place.name), năm \(year): \(counts.joined(separator: "; ")).",
      "\(level) of \(analysis.place.name) in \(year): \(counts.joined(separator: "; ")).")
  }

  /// What is missing most; where no share is below its threshold, what is in danger, else the smallest reserve.
  private var most: String? {
    let style = NumberStyle(language)
    if let row = report.most {
      let points = style.decimal(row.result.gapPoints)
      let people = row.people.map { inBrackets($0) } ?? ""
      let lead = GapReportTables.lead(of: row)(language)
      return say(
        "Thiếu nhiều nhất: \(name(of: row.result)), \(points) điểm phần trăm\(people); chủ trì: \(lead).",
        "Missing most: \(name(of: row.result)), \(points) points\(people); lead: \(lead).")
    }
    if let row = report.mostEndangered, let missing = row.people {
      let count = style.whole(missing)
      let lead = GapReportTables.lead(of: row)(language)
      return say(
        "Không tỷ lệ nào dưới ngưỡng, nhưng tổng số dự báo tăng: \(name(of: row.result)) phải thêm \(count) (người, hộ …) mới giữ được; chủ trì: \(lead).",
        "No share is below its threshold, but bases grow: \(name(of: row.result)) needs \(count) more (people, households …) to keep it; lead: \(lead)."
      )
    }
    guard let least = report.reserves.first, let points = least.gapPoints else { return nil }
    let reserve = style.decimal(-points)
    let people = least.gapPeople.map { inBrackets(-$0) } ?? ""
    return say(
      "Không tỷ lệ nào còn thiếu; phần dư nhỏ nhất: \(name(of: least)), \(reserve) điểm phần trăm\(people).",
      "No share lacks anything; the smallest reserve: \(name(of: least)), \(reserve) points\(people)."
    )
  }

  private func name(of result: RequirementResult) -> String {
    "\(result.id) \(result.shortTitle(language))"
  }

  private func inBrackets(_ count: Int) -> String {
    let whole = NumberStyle(language).whole(count)
    return say(" (\(whole) người, hộ …)", " (\(whole) people, households …)")
  }

  private var due: String? { report.due.map { DueWords.sentence(on: $0)(language) } }

  // MARK: The sections

  private var missing: String {
    whole.section(
      "Còn thiếu", "Missing",
      detail: say(
        " (người, hộ … tính trên tổng số dự báo năm \(report.analysis.targetYear))",
        " (people on the base forecast for \(report.analysis.targetYear))"),
      tables.missing.text(in: language))
  }

  private var pace: String? {
    let table = tables.pace
    guard !table.rows.isEmpty else { return nil }
    return whole.section("Nhịp", "Pace", table.text(in: language))
  }

  private var agencies: String? {
    guard report.rows.contains(where: { $0.result.leadAgency != nil }) else { return nil }
    return whole.section(
      "Đơn vị phụ trách", "Who is responsible", tables.agencies.text(in: language))
  }

  private func section(of agency: AgencyGap) -> String {
    let name = agency.agency ?? GapReportTables.unassigned(language)
    let day = whole.date(report.due?.date)
    return name.uppercased()
      + say(
        " (\(agency.rows.count) chỉ tiêu; hạn \(day))", " (\(agency.rows.count); due \(day))")
      + "\n" + tables.tasks(of: agency).text(in: language)
      + supporters(of: agency).flatMap { DisplayWidth.wrapped($0, width: 110) }
      .map { $0 + "\n" }.joined()
  }

  /// Who supports, one sentence for each set of agencies.
  private func supporters(of agency: AgencyGap) -> [String] {
    var found: [(names: [String], ids: [String])] = []
    for result in agency.rows.map(\.result) where !result.supportingAgencies.isEmpty {
      if let index = found.firstIndex(where: { $0.names == result.supportingAgencies }) {
        found[index].ids.append(result.id)
      } else {
        found.append((result.supportingAgencies, [result.id]))
      }
    }
    return found.map { entry in
      let ids = entry.ids.joined(separator: ", ")
      let names = entry.names.joined(separator: ", ")
      return say("\(ids) phối hợp: \(names).", "\(ids) supported by: \(names).")
    }
  }

  private var parts: String? {
    let table = tables.parts(most: Self.namedParts)
    guard !table.rows.isEmpty else { return nil }
    let sums = PartWords.sentences(of: report, named: Self.namedParts, in: language)
    return whole.section(
      "Theo đơn vị trực thuộc", "By part of the place",
      detail: say(" (số âm là phần dư)", " (negative is a reserve)"),
      table.text(in: language)
        + sums.flatMap { DisplayWidth.wrapped($0, width: 110) }.map { $0 + "\n" }.joined())
  }

  private var reserves: String? {
    guard report.most == nil, !report.reserves.isEmpty else { return nil }
    return whole.section(
      "Phần dư", "Reserve",
      detail: say(
        " (người, hộ … tính trên tổng số dự báo năm \(report.analysis.targetYear))",
        " (people on the base forecast for \(report.analysis.targetYear))"),
      tables.reserves.text(in: language))
  }

  private var notes: String? {
    let ids = report.rows.map(\.result.id)
    let known = report.analysis.diagnostics.filter { diagnostic in
      diagnostic.facts["id"].map { ids.contains($0.en) } ?? true
    }
    let sentences =
      StandingWords.sentences(of: report.rows, in: language)
      + RemarkList.merged(known, in: language)
    guard !sentences.isEmpty else { return nil }
    return whole.section(
      "Cần biết khi đọc", "To be known when reading", AnalysisText.bullets(sentences))
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
}
