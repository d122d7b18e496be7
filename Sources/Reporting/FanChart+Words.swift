import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// What a fan chart says in words, and the numbers that it draws.
extension FanChart {
  var title: String {
    let name = result.shortTitle(language)
    guard let latest = result.latest else { return name }
    let now = style.percent(latest.percent)
    if let threshold = result.threshold {
      let asked = style.percent(threshold.value, decimals: threshold.scale)
      if !result.isComparable {
        return say(
          "\(name): \(now) năm \(latest.year); không so được với ngưỡng \(asked)",
          "\(name): \(now) in \(latest.year); not comparable with the threshold of \(asked)")
      }
      if result.met == true {
        return say(
          "\(name): \(now) năm \(latest.year), đã đạt ngưỡng \(asked)",
          "\(name): \(now) in \(latest.year), the threshold of \(asked) is met")
      }
      if let year = result.yearAtProbability50 {
        return say(
          "\(name): \(now) năm \(latest.year); từ \(year) có hơn 50% khả năng đạt \(asked)",
          "\(name): \(now) in \(latest.year); more likely than not to reach \(asked) from \(year)")
      }
      let last = years.upperBound
      let chance = style.probability(
        result.probability(in: last), cap: RequirementWords.cap(on: result))
      return say(
        "\(name): \(now) năm \(latest.year); khả năng đạt \(asked) vào năm \(last) là \(chance)",
        "\(name): \(now) in \(latest.year); the chance to reach \(asked) in \(last) is \(chance)")
    }
    let last = forecastYears.last
    let coming = style.percent(last?.distribution.median)
    return say(
      "\(name): \(now) năm \(latest.year), dự báo \(coming) năm \(last?.year ?? latest.year)",
      "\(name): \(now) in \(latest.year), forecast \(coming) in \(last?.year ?? latest.year)")
  }

  var subtitle: String {
    var parts = [analysis.content.place.name]
    let base = language == .vi ? result.series?.indicator.baseText : nil
    parts.append(base.map { "% (\($0))" } ?? "%")
    if ceiling < 100 {
      parts.append(
        say("trục đứng chỉ từ 0 đến \(Int(ceiling))%", "the axis ends at \(Int(ceiling))%"))
    }
    if result.foreignDefinition != nil {
      parts.append(say("định nghĩa khác với quy định", "not the rule's definition"))
    }
    if !result.forecast.isVerified {
      parts.append(say("nhịp chưa kiểm chứng", "pace unverified"))
    }
    return parts.joined(separator: "; ")
  }

  var legend: Phrase {
    let crossing =
      crossingYear == nil
      ? Phrase("")
      : Phrase(
        vi: "; ▲ từ năm này khả năng đạt quá 50%",
        en: "; ▲ from this year more likely than not")
    let rebuilt =
      observations.contains(where: \.isRebuilt)
      ? Phrase(vi: "; □ \(Self.rebuilt.vi)", en: "; □ \(Self.rebuilt.en)") : Phrase("")
    return Phrase(
      vi: "● chính thức; ○ sơ bộ, ước\(rebuilt.vi); – – dự báo (trung vị)" + crossing.vi,
      en: "● final; ○ preliminary, estimated\(rebuilt.en); – – forecast (median)" + crossing.en)
  }

  /// What a figure is called that was put together from those of former units.
  private static let rebuilt = Phrase(
    vi: "ghép lại từ đơn vị cũ", en: "rebuilt from former units")

  /// What a figure is: how settled, and whether it was rebuilt.
  private func kind(of observation: Observation) -> Phrase {
    let status = observation.status.title
    guard observation.isRebuilt else { return status }
    return Phrase(
      vi: "\(status.vi), \(Self.rebuilt.vi)", en: "\(status.en), \(Self.rebuilt.en)")
  }

  var description: String {
    let last = forecastYears.last
    let interval = last?.distribution.interval(0.8)
    let low = style.percent(interval?.lowerBound)
    let high = style.percent(interval?.upperBound)
    return title + ". "
      + say(
        "Số liệu \(observations.first?.year ?? 0)–\(observations.last?.year ?? 0); năm \(last?.year ?? 0): 8 trong 10 khả năng nằm giữa \(low) và \(high).",
        "Figures of \(observations.first?.year ?? 0)–\(observations.last?.year ?? 0); in \(last?.year ?? 0) 8 chances in 10 lie between \(low) and \(high)."
      )
  }

  /// The numbers drawn: observed years, then forecast years.
  var table: ReportTable {
    let columns: [(Phrase, ReportTable.Alignment)] = [
      (Phrase(vi: "Năm", en: "Year"), .trailing),
      (Phrase(vi: "Loại", en: "Kind"), .leading),
      (Phrase(vi: "Giá trị (%)", en: "Value (%)"), .trailing),
      (Phrase(vi: "Cận dưới 50%", en: "Lower 50%"), .trailing),
      (Phrase(vi: "Cận trên 50%", en: "Upper 50%"), .trailing),
      (Phrase(vi: "Cận dưới 80%", en: "Lower 80%"), .trailing),
      (Phrase(vi: "Cận trên 80%", en: "Upper 80%"), .trailing),
      (Phrase(vi: "Xác suất đạt ngưỡng", en: "Probability"), .trailing),
      (Phrase(vi: "Ghi chú", en: "Remark"), .leading),
    ]
    let remark = ReportTable.Cell.text(
      RequirementWords.remark(on: result, analysis: analysis.content))
    let past = observations.map { observation -> [ReportTable.Cell] in
      [
        .year(observation.year), .text(kind(of: observation)), .percent(observation.percent),
        .empty, .empty, .empty, .empty, .empty, remark,
      ]
    }
    let coming = forecastYears.enumerated().map { index, year -> [ReportTable.Cell] in
      let half = year.distribution.interval(0.5)
      let wide = year.distribution.interval(0.8)
      return [
        .year(year.year), .text(Phrase(vi: "dự báo", en: "forecast")),
        .percent(year.distribution.median), .percent(half.lowerBound), .percent(half.upperBound),
        .percent(wide.lowerBound), .percent(wide.upperBound),
        .probability(result.isComparable ? result.probabilities?[index] : nil),
        remark,
      ]
    }
    return ReportTable(columns: columns.map { ReportTable.Column($0.0, $0.1) }, rows: past + coming)
  }
}
