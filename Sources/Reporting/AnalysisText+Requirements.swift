import Forecasting
import Planning
import Regulations
import Wording

/// The parts of the report that go through the requirements one by one.
extension AnalysisText {
  var conditions: String {
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 38),
        ReportTable.Column(Phrase(vi: "Hiện trạng", en: "Current"), widest: 40),
        ReportTable.Column(Phrase(vi: "Yêu cầu", en: "Asked"), .trailing),
        ReportTable.Column(Phrase(vi: "Kết quả", en: "Result"), widest: 26),
      ],
      rows: analysis.requirements.map { result in
        [
          .name(result.id), .text(result.shortTitle), .text(RequirementWords.current(result)),
          .text(RequirementWords.threshold(of: result)), .text(RequirementWords.result(of: result)),
        ]
      })
    return section("Từng chỉ tiêu", "Requirements", table.text(in: language))
  }

  var people: String? {
    let shares = namedRows.filter { $0.row.kind == .share && $0.row.latest != nil }
    guard !shares.isEmpty else { return nil }
    let target = analysis.targetYear
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id"), widest: 44),
        ReportTable.Column(Phrase(vi: "Thiếu (điểm %)", en: "Missing (points)"), .trailing),
        ReportTable.Column(
          Phrase(vi: "Thiếu (người, hộ …) năm \(target)", en: "People missing in \(target)"),
          .trailing),
        ReportTable.Column(
          Phrase(vi: "Tổng số dự báo \(target)", en: "Base forecast \(target)"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã qua/năm", en: "Pace so far"), .trailing),
        ReportTable.Column(Phrase(vi: "Dự kiến/năm", en: "Expected"), .trailing),
        ReportTable.Column(Phrase(vi: "Cần/năm", en: "Needed"), .trailing),
      ],
      rows: shares.map { name, result in
        [
          .text(name), .signed(result.gapPoints), .whole(result.gapPeople),
          .whole(result.baseForecast), .signed(result.paceSoFar),
          .signed(result.forecast.expectedPace), .signed(result.paceNeeded),
        ]
      })
    return section(
      "Khoảng cách và nhịp", "Gap and pace",
      detail: say(
        " (số âm là phần dư; nhịp tính bằng điểm phần trăm một năm)",
        " (negative is a reserve; pace in points a year)"),
      table.text(in: language) + growingBases(shares.map(\.row)))
  }

  /// Whether a row is a rate behind a grade.
  private func isRate(_ result: RequirementResult) -> Bool {
    result.criterion != nil && !analysis.requirements.contains { $0.id == result.id }
  }

  /// The rows with what names them where there is no column for titles: the id, or the title of a rate under
  /// the id of its grade.
  private var namedRows: [(name: Phrase, row: RequirementResult)] {
    var grade = ""
    return analysis.rows.map { row in
      guard isRate(row) else {
        grade = row.id
        return (Phrase(row.id), row)
      }
      return (
        Phrase(vi: "\(grade) ↳ \(row.shortTitle.vi)", en: "\(grade) ↳ \(row.shortTitle.en)"), row
      )
    }
  }

  /// Why people are missing although the threshold is met: the base grows.
  private func growingBases(_ shares: [RequirementResult]) -> String {
    shares.filter { $0.met == true && ($0.gapPeople ?? 0) > 0 }.map { result in
      let people = NumberStyle(language).whole(result.gapPeople)
      return say(
        "\(result.id) đã đạt; tổng số dự báo tăng nên phải thêm \(people) mới giữ được năm \(analysis.targetYear).\n",
        "\(result.id) is met; its base is forecast to grow, so that \(people) more are needed to keep it in \(analysis.targetYear).\n"
      )
    }.joined()
  }

  var pace: String {
    let rows = analysis.rows.filter { $0.kind == .share || !$0.rates.isEmpty }
    return section(
      "Dự báo", "Forecast",
      detail: say(" (trung vị và khoảng 80%)", " (median and 80% interval)"),
      forecastTable(of: rows, withThreshold: true).text(in: language)
        + RecordWords.sentences(of: rows.filter { $0.kind == .share && !isRate($0) }, in: language)
        .flatMap {
          DisplayWidth.wrapped($0, width: 110)
        }.map { $0 + "\n" }.joined())
  }

  private func forecastTable(
    of results: [RequirementResult], withThreshold: Bool
  ) -> ReportTable {
    let next = analysis.baseYear + 1
    let years = next == analysis.targetYear ? [next] : [next, analysis.targetYear]
    var columns: [ReportTable.Column] = []
    if withThreshold { columns.append(ReportTable.Column(Phrase(vi: "Mã", en: "Id"))) }
    columns.append(ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Indicator"), widest: 34))
    if !withThreshold {
      columns.append(ReportTable.Column(Phrase(vi: "Hiện trạng", en: "Current"), widest: 40))
      columns.append(ReportTable.Column(Phrase(vi: "Đã qua/năm", en: "Pace so far"), .trailing))
    }
    columns += years.map { ReportTable.Column(Phrase(String($0)), .trailing) }
    if withThreshold {
      columns.append(
        ReportTable.Column(
          Phrase(vi: "Xác suất \(analysis.targetYear)", en: "Probability \(analysis.targetYear)"),
          .trailing))
      columns.append(
        ReportTable.Column(Phrase(vi: "Trên 50% từ", en: "Above 50% from"), .trailing, widest: 25))
      columns.append(
        ReportTable.Column(Phrase(vi: "Trên 80% từ", en: "Above 80% from"), .trailing, widest: 25))
    }
    return ReportTable(
      columns: columns,
      rows: results.map { result in
        let isRate = withThreshold && isRate(result)
        var cells: [ReportTable.Cell] = withThreshold ? [.name(isRate ? "" : result.id)] : []
        cells.append(.text(isRate ? Self.indented(result) : result.shortTitle))
        if !withThreshold {
          cells += [.text(RequirementWords.current(result)), .signed(result.paceSoFar)]
        }
        cells += years.map { .text(interval(of: result, year: $0)) }
        if withThreshold {
          cells += [
            .probability(
              result.probability(in: analysis.targetYear).map { min(max($0, 1e-9), 1 - 1e-9) },
              cap: RequirementWords.cap(on: result)),
            .text(passing(result, year: result.yearAtProbability50)),
            .text(passing(result, year: result.yearAtProbability80)),
          ]
        }
        return cells
      })
  }

  /// Returns the title of a rate with the threshold that its grade asks for.
  private static func indented(_ result: RequirementResult) -> Phrase {
    let threshold = RequirementWords.threshold(of: result)
    return Phrase(
      vi: "↳ \(result.shortTitle.vi) (\(threshold.vi))",
      en: "↳ \(result.shortTitle.en) (\(threshold.en))")
  }

  private func interval(of result: RequirementResult, year: Int) -> Phrase {
    guard let distribution = result.forecast.year(year)?.distribution else {
      return Phrase(NumberStyle.missing)
    }
    func words(_ language: Language) -> String {
      let style = NumberStyle(language)
      let interval = distribution.interval(0.8)
      return style.percent(distribution.median)
        + " (\(style.decimal(interval.lowerBound))–\(style.decimal(interval.upperBound)))"
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  private func passing(_ result: RequirementResult, year: Int?) -> Phrase {
    if let year { return Phrase(String(year)) }
    guard let last = result.forecast.years.last?.year ?? result.gradeOutlook.last?.year else {
      return Phrase(NumberStyle.missing)
    }
    return Phrase(vi: "không đạt trước năm \(last + 1)", en: "not before \(last + 1)")
  }

  var responsible: String? {
    let assigned = analysis.requirements.filter { $0.leadAgency != nil }
    guard !assigned.isEmpty else { return nil }
    let open = analysis.requirements.filter { $0.met == false }
    let nobody = Phrase(vi: "chưa phân công", en: "nobody assigned")
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
        ReportTable.Column(Phrase(vi: "Chủ trì", en: "Lead"), widest: 32),
        ReportTable.Column(Phrase(vi: "Phối hợp", en: "Supporting"), widest: 60),
      ],
      rows: (open.isEmpty ? assigned : open).map { result in
        [
          .name(result.id), result.leadAgency.map { .name($0) } ?? .text(nobody),
          .name(result.supportingAgencies.joined(separator: ", ")),
        ]
      })
    return open.isEmpty
      ? section("Đơn vị phụ trách", "Who is responsible", table.text(in: language))
      : section(
        "Đơn vị phụ trách các chỉ tiêu chưa đạt", "Who is responsible for what is not met",
        table.text(in: language))
  }

  var supporting: String? {
    let known = analysis.supporting.filter { $0.latest != nil }
    guard !known.isEmpty else { return nil }
    return section(
      "Chỉ số hỗ trợ", "Supporting indicators",
      detail: say(" (không phải điều kiện của mức)", " (no condition of the level)"),
      forecastTable(of: known, withThreshold: false).text(in: language))
  }
}
