import Forecasting
import Indicators
package import Planning
import Regulations
import Wording

/// The gap analysis as one flat table, for a spreadsheet: one row a requirement, all its numbers.
package enum GapTable {
  /// Builds the table; supporting indicators follow the requirements.
  package static func table(of analysis: Analysis) -> ReportTable {
    let target = analysis.targetYear
    let next = analysis.baseYear + 1
    let years = next == target ? [next] : [next, target]
    var columns: [(Phrase, ReportTable.Alignment)] = [
      (Phrase(vi: "Địa phương", en: "Place"), .leading),
      (Phrase(vi: "Mức", en: "Level"), .leading),
      (Phrase(vi: "Mã", en: "Id"), .leading),
      (Phrase(vi: "Chỉ tiêu", en: "Requirement"), .leading),
      (Phrase(vi: "Loại", en: "Kind"), .leading),
      (Phrase(vi: "Năm số liệu", en: "Year of data"), .trailing),
      (Phrase(vi: "Trạng thái số liệu", en: "Status of data"), .leading),
      (Phrase(vi: "Số đạt", en: "Count"), .trailing),
      (Phrase(vi: "Tổng số", en: "Base"), .trailing),
      (Phrase(vi: "Hiện trạng", en: "Current"), .trailing),
      (Phrase(vi: "Ngưỡng", en: "Threshold"), .trailing),
      (Phrase(vi: "Kết quả", en: "Result"), .leading),
      (Phrase(vi: "Còn thiếu (điểm %)", en: "Missing (points)"), .trailing),
      (Phrase(vi: "Tổng số dự báo năm \(target)", en: "Base forecast for \(target)"), .trailing),
      (Phrase(vi: "Còn thiếu (người, hộ …)", en: "Missing (people, households …)"), .trailing),
      (Phrase(vi: "Nhịp đã qua (điểm/năm)", en: "Pace so far (points/year)"), .trailing),
      (Phrase(vi: "Nhịp dự kiến (điểm/năm)", en: "Pace expected (points/year)"), .trailing),
      (Phrase(vi: "Nhịp cần có (điểm/năm)", en: "Pace needed (points/year)"), .trailing),
    ]
    for year in years {
      columns += [
        (Phrase(vi: "Dự báo \(year) (%)", en: "Forecast \(year) (%)"), .trailing),
        (Phrase(vi: "Dự báo \(year), cận dưới 80%", en: "Forecast \(year), lower 80%"), .trailing),
        (Phrase(vi: "Dự báo \(year), cận trên 80%", en: "Forecast \(year), upper 80%"), .trailing),
      ]
    }
    columns += [
      (Phrase(vi: "Xác suất đạt năm \(target)", en: "Probability in \(target)"), .trailing),
      (Phrase(vi: "Năm đạt xác suất 50%", en: "Year of 50% probability"), .trailing),
      (Phrase(vi: "Năm đạt xác suất 80%", en: "Year of 80% probability"), .trailing),
      (Phrase(vi: "Đơn vị chủ trì", en: "Lead agency"), .leading),
      (Phrase(vi: "Đơn vị phối hợp", en: "Supporting agencies"), .leading),
      (Phrase(vi: "Lưu ý", en: "Remark"), .leading),
    ]
    let results = analysis.requirements + analysis.supporting
    return ReportTable(
      columns: columns.map { ReportTable.Column($0.0, $0.1) },
      rows: results.map { row($0, analysis: analysis, years: years) })
  }

  private static func row(
    _ result: RequirementResult, analysis: Analysis, years: [Int]
  ) -> [ReportTable.Cell] {
    let head: [ReportTable.Cell] =
      [.name(analysis.place.name), .text(levelName(analysis.level)), .name(result.id)]
      + [.text(result.title), .text(RequirementWords.kind(of: result))]
      + state(of: result)
      + [
        .signed(result.gapPoints), .whole(result.baseForecast), .whole(result.gapPeople),
        .signed(result.paceSoFar), .signed(result.forecast.expectedPace),
        .signed(result.paceNeeded),
      ]
    return head + years.flatMap { forecastCells(result, year: $0) } + [
      .probability(result.probability(in: analysis.targetYear)),
      .year(result.yearAtProbability50), .year(result.yearAtProbability80),
      .name(result.leadAgency), .name(result.supportingAgencies.joined(separator: ", ")),
      .text(RequirementWords.remark(on: result, analysis: analysis)),
    ]
  }

  /// Returns the cells that say which requirement it is: id and short title.
  static func identity(of result: RequirementResult) -> [ReportTable.Cell] {
    [.name(result.id), .text(result.shortTitle)]
  }

  /// Returns the cells of the newest state: year, status, count, base, current, threshold, result.
  static func state(of result: RequirementResult) -> [ReportTable.Cell] {
    let latest = result.latest
    let record = result.state.flatMap { $0.record.isPlanned ? nil : $0.record }
    let grade: Int? = if case .grade(let grade) = record?.value { grade } else { nil }
    return [
      .year(latest?.year ?? record?.year),
      latest.map { .text($0.status.title) } ?? .empty,
      .whole(latest?.count), .whole(latest?.base),
      latest.map { .percent($0.percent) } ?? .whole(grade),
      result.kind == .grade
        ? .whole(result.threshold.map { Int($0.value) })
        : .threshold(result.threshold?.value, decimals: result.threshold?.scale ?? 0),
      .text(RequirementWords.result(of: result)),
    ]
  }

  /// Returns the level by name; a planning level says so in every row that names it.
  static func levelName(_ level: Level) -> Phrase {
    func words(_ language: Language) -> String {
      let notice = level.notice.map { " (\($0(language)))" } ?? ""
      return "\(level.id) – \(level.title(language))\(notice)"
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  private static func forecastCells(
    _ result: RequirementResult, year: Int
  ) -> [ReportTable.Cell] {
    guard let distribution = result.forecast.year(year)?.distribution else {
      return [.empty, .empty, .empty]
    }
    let interval = distribution.interval(0.8)
    return [
      .percent(distribution.median), .percent(interval.lowerBound), .percent(interval.upperBound),
    ]
  }
}
