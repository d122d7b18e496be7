import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The past and the coming years of one share: figures, forecast, bands of 50% and 80%, thresholds.
struct FanChart {
  private let analysis: ReportedAnalysis
  private let result: RequirementResult
  private let language: Language
  private let style: NumberStyle

  private static let drawingHeight = 62.0
  private static let axisRoom = 10.0
  private static let left = 12.0
  private static let right = SheetLayout.width - 40

  init(_ analysis: ReportedAnalysis, result: RequirementResult) {
    self.analysis = analysis
    self.result = result
    language = analysis.language
    style = NumberStyle(analysis.language)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// The picture, its numbers and its name.
  var reported: ReportedPicture {
    let layout = SheetLayout(
      title: title, subtitle: subtitle,
      footer: PictureWords.footer(
        of: analysis, legend: legend),
      drawingHeight: Self.drawingHeight)
    let frame = Frame(
      layout: layout, years: years, ceiling: ceiling, left: Self.left, right: Self.right,
      bottom: layout.top + Self.drawingHeight - Self.axisRoom)
    let marks =
      layout.marks + axes(frame) + bands(frame) + thresholdMarks(frame)
      + breakMarks(frame) + history(frame) + forecastLine(frame) + crossing(frame)
      + rightLabels(frame)
    let picture = Picture(
      width: SheetLayout.width, height: layout.height, title: title, description: description,
      language: language.rawValue, marks: marks)
    return ReportedPicture(
      name: "fan-\(analysis.content.level.id)-\(result.indicator)", picture: picture,
      table: table)
  }

  // MARK: What is drawn

  private var observations: [Observation] { result.series?.observations ?? [] }
  private var forecastYears: [Forecast.Year] { result.forecast.years }

  private var years: ClosedRange<Int> {
    let first = observations.first?.year ?? analysis.content.baseYear
    return first...(forecastYears.last?.year ?? first + 1)
  }

  /// The thresholds of all levels that ask for this indicator; equal ones told once, law first.
  private var thresholds: [(label: String, value: Double, isTarget: Bool)] {
    var found: [(label: String, value: Double, isTarget: Bool)] = []
    for held in analysis.content.heldLevels {
      guard
        let requirement = held.level.requirements.first(where: { $0.indicator == result.indicator }
        ),
        let threshold = requirement.threshold(
          inDifficultArea: analysis.content.place.isDifficultArea)
      else { continue }
      let isTarget = held.level.id == analysis.content.level.id
      if let index = found.firstIndex(where: { $0.value == threshold.value }) {
        found[index].isTarget = found[index].isTarget || isTarget
        continue
      }
      let percent = style.percent(threshold.value, decimals: threshold.scale)
      found.append(("\(held.level.title(language)): \(percent)", threshold.value, isTarget))
    }
    return found
  }

  /// The upper end of the axis: 100, or a round value when everything lies below one half of it.
  private var ceiling: Double {
    let highest = max(
      observations.map(\.percent).max() ?? 0, thresholds.map(\.value).max() ?? 0,
      forecastYears.map { $0.distribution.quantile(0.9) }.max() ?? 0)
    return [10, 20, 30, 40, 50].first { highest <= $0 * 0.92 } ?? 100
  }

  /// The sheet's coordinates of years and percents.
  private struct Frame {
    let x: LinearScale
    let y: LinearScale
    let bottom: Double
    let top: Double

    init(
      layout: SheetLayout, years: ClosedRange<Int>, ceiling: Double, left: Double, right: Double,
      bottom: Double
    ) {
      self.bottom = bottom
      top = layout.top
      x = LinearScale(
        domain: (Double(years.lowerBound) - 0.4)...(Double(years.upperBound) + 0.2), from: left,
        to: right)
      y = LinearScale(domain: 0...ceiling, from: bottom, to: layout.top)
    }

    func point(_ year: Int, _ percent: Double) -> Point { Point(x(Double(year)), y(percent)) }
  }

  // MARK: Marks

  private func axes(_ frame: Frame) -> [Mark] {
    var marks: [Mark] = []
    let ends = (frame.x.start, frame.x.end)
    for tick in frame.y.ticks {
      let y = frame.y(tick)
      marks.append(
        .line([Point(ends.0, y), Point(ends.1, y)], Stroke(.faint, width: 0.15)))
      marks.append(
        .text(
          style.decimal(tick, decimals: 0), at: Point(ends.0 - 1.5, y + 1.1), .end,
          size: SheetLayout.textSize, isBold: false, .black))
    }
    marks.append(.line([Point(ends.0, frame.bottom), Point(ends.1, frame.bottom)], Stroke(.black)))
    let every = years.count > 14 ? 2 : 1
    for year in years where (years.upperBound - year) % every == 0 {
      let x = frame.x(Double(year))
      marks.append(.line([Point(x, frame.bottom), Point(x, frame.bottom + 1)], Stroke(.black)))
      marks.append(
        .text(
          String(year), at: Point(x, frame.bottom + 4), .middle, size: SheetLayout.textSize,
          isBold: false, .black))
    }
    if let last = observations.last?.year {
      let x = frame.x(Double(last) + 0.5)
      marks.append(
        .line([Point(x, frame.top), Point(x, frame.bottom)], Stroke(.grey, width: 0.2)))
    }
    return marks
  }

  /// The bands start at the last final figure: what is preliminary is not yet known.
  private func bands(_ frame: Frame) -> [Mark] {
    guard let start = observations.last else { return [] }
    let origin = frame.point(start.year, start.percent)
    func band(_ level: Double, fill: Colour) -> Mark {
      let upper = forecastYears.map {
        frame.point($0.year, $0.distribution.interval(level).upperBound)
      }
      let lower = forecastYears.map {
        frame.point($0.year, $0.distribution.interval(level).lowerBound)
      }
      return .band(
        upper: [origin] + upper, lower: [origin] + lower, fill: fill,
        outline: Stroke(.blue, width: 0.1))
    }
    return [band(0.8, fill: .outerBand), band(0.5, fill: .innerBand)]
  }

  private func thresholdMarks(_ frame: Frame) -> [Mark] {
    thresholds.enumerated().map { index, threshold in
      let y = frame.y(threshold.value)
      let dashes: [Double] = index == 0 ? [3, 1.2] : index == 1 ? [3, 1, 0.6, 1] : [0.8, 0.8]
      return .line(
        [Point(frame.x.start, y), Point(frame.x.end, y)],
        Stroke(
          threshold.isTarget ? .black : .grey, width: threshold.isTarget ? 0.4 : 0.3, dashes: dashes
        ))
    }
  }

  private func breakMarks(_ frame: Frame) -> [Mark] {
    let seen = (result.series?.breaks ?? []).filter { seriesBreak in
      observations.contains { $0.year < seriesBreak.year }
        && observations.contains { $0.year >= seriesBreak.year }
    }
    return seen.flatMap { seriesBreak -> [Mark] in
      let x = frame.x(Double(seriesBreak.year) - 0.5)
      return [
        .line(
          [Point(x, frame.top), Point(x, frame.bottom)],
          Stroke(.grey, width: 0.25, dashes: [0.8, 0.8])),
        .text(
          say("gián đoạn", "break"), at: Point(x - 0.8, frame.bottom - 1.4), .end,
          size: SheetLayout.textSize, isBold: false, .grey),
      ]
    }
  }

  private func history(_ frame: Frame) -> [Mark] {
    var marks: [Mark] = []
    let breakYears = (result.series?.breaks ?? []).map(\.year)
    for (earlier, later) in zip(observations, observations.dropFirst()) {
      let isBroken = breakYears.contains { earlier.year < $0 && $0 <= later.year }
      guard !isBroken, later.year == earlier.year + 1 else { continue }
      marks.append(
        .line(
          [frame.point(earlier.year, earlier.percent), frame.point(later.year, later.percent)],
          Stroke(.blue, width: 0.5)))
    }
    for observation in observations {
      marks.append(
        .point(
          frame.point(observation.year, observation.percent),
          observation.status == .final ? .disc : .ring, size: 1.8, .blue))
    }
    return marks
  }

  private func forecastLine(_ frame: Frame) -> [Mark] {
    guard let last = observations.last else { return [] }
    let path =
      [frame.point(last.year, last.percent)]
      + forecastYears.map { frame.point($0.year, $0.distribution.median) }
    return [.line(path, Stroke(.blue, width: 0.5, dashes: [1.6, 1]))]
      + [
        .point(
          frame.point(last.year, last.percent), last.status == .final ? .disc : .ring, size: 1.8,
          .blue)
      ]
  }

  /// The year in which the chance passes one half, and the years between 10% and 90%, under the axis.
  private func crossing(_ frame: Frame) -> [Mark] {
    guard let probabilities = result.probabilities, result.met != true,
      let middle = result.yearAtProbability50,
      let from = probabilities.firstIndex(where: { $0 >= 0.1 })
    else { return [] }
    let until = probabilities.firstIndex { $0 >= 0.9 }
    let y = frame.bottom + 6.4
    let start = frame.x(Double(forecastYears[from].year) - 0.3)
    let end = until.map { frame.x(Double(forecastYears[$0].year) + 0.3) } ?? frame.x.end
    return [
      .box(
        Box(left: start, top: y - 0.5, right: end, bottom: y + 0.5), fill: .innerBand,
        outline: Stroke(.blue, width: 0.1)),
      .point(Point(frame.x(Double(middle)), y), .triangle, size: 2.2, .black),
      .text(
        say("năm đạt (8/10)", "year reached (8 in 10)"), at: Point(start - 1.2, y + 1.1), .end,
        size: SheetLayout.textSize, isBold: false, .black),
    ]
  }

  private func rightLabels(_ frame: Frame) -> [Mark] {
    var wishes: [(y: Double, text: String, isBold: Bool)] = thresholds.map {
      (frame.y($0.value), $0.label, $0.isTarget)
    }
    if let last = forecastYears.last {
      let wide = last.distribution.interval(0.8)
      let median = style.percent(last.distribution.median)
      wishes.append(
        (frame.y(last.distribution.median), say("dự báo \(median)", "forecast \(median)"), false))
      wishes.append(
        (
          frame.y(wide.upperBound),
          say("8 trong 10 khả năng", "8 chances in 10"), false
        ))
      wishes.append(
        (
          frame.y(last.distribution.interval(0.5).lowerBound),
          say("5 trong 10 khả năng", "5 chances in 10"), false
        ))
    }
    let places = LabelSpacing.places(
      wishes.map(\.y), gap: SheetLayout.lineHeight, within: (frame.top + 1)...(frame.bottom - 1))
    return zip(wishes, places).flatMap { wish, place -> [Mark] in
      [
        .line(
          [
            Point(frame.x.end + 0.3, wish.y), Point(frame.x.end + 2.2, place),
            Point(frame.x.end + 3, place),
          ], Stroke(.grey, width: 0.15)),
        .text(
          wish.text, at: Point(frame.x.end + 3.4, place + 1.1), .start, size: SheetLayout.textSize,
          isBold: wish.isBold, .black),
      ]
    }
  }

  // MARK: Words

  private var title: String {
    let name = result.shortTitle(language)
    guard let latest = result.latest else { return name }
    let now = style.percent(latest.percent)
    if let threshold = result.threshold {
      let asked = style.percent(threshold.value, decimals: threshold.scale)
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
        result.probability(in: last), capped: result.forecast.figureCount < Forecast.uncappedCount)
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

  private var subtitle: String {
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

  private var legend: Phrase {
    Phrase(
      vi: "● chính thức  ○ sơ bộ, ước  – – dự báo (trung vị)",
      en: "● final  ○ preliminary, estimated  – – forecast (median)")
  }

  private var description: String {
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
  private var table: ReportTable {
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
        .year(observation.year), .text(observation.status.title), .percent(observation.percent),
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
        .probability(result.probabilities?[index], capped: false), remark,
      ]
    }
    return ReportTable(columns: columns.map { ReportTable.Column($0.0, $0.1) }, rows: past + coming)
  }
}
