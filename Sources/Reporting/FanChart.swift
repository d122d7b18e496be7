import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// The past and the coming years of one share: figures, forecast, bands of 50% and 80%, thresholds.
struct FanChart {
  let analysis: ReportedAnalysis
  let result: RequirementResult
  let language: Language
  let style: NumberStyle

  private static let leastHeight = 62.0
  private static let axisRoom = 10.0
  private static let left = 12.0
  private static let right = SheetLayout.width - 40
  private static let labelWidth = SheetLayout.width - SheetLayout.margin - right - 3.4

  init(_ analysis: ReportedAnalysis, result: RequirementResult) {
    self.analysis = analysis
    self.result = result
    language = analysis.language
    style = NumberStyle(analysis.language)
  }

  func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// The picture, its numbers and its name.
  var reported: ReportedPicture {
    let layout = SheetLayout(
      title: title, subtitle: subtitle,
      footer: PictureWords.footer(
        of: analysis, legend: legend, levels: thresholds.flatMap(\.levels)),
      drawingHeight: drawingHeight)
    let frame = Frame(
      layout: layout, years: years, ceiling: ceiling, left: Self.left, right: Self.right,
      bottom: layout.top + drawingHeight - Self.axisRoom)
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

  var observations: [Observation] { result.series?.observations ?? [] }
  var forecastYears: [Forecast.Year] { result.forecast.years }

  var years: ClosedRange<Int> {
    let first = observations.first?.year ?? analysis.content.baseYear
    return first...(forecastYears.last?.year ?? first + 1)
  }

  /// The height of the drawing: as much as the labels at its right end need.
  private var drawingHeight: Double {
    let lines = endLabels.reduce(0) { $0 + $1.lines.count }
    return max(Self.leastHeight, Double(lines) * SheetLayout.lineHeight + Self.axisRoom + 2)
  }

  /// A threshold line: the levels that ask for it, law first.
  struct Threshold {
    var levels: [Level]
    let value: Double
    let decimals: Int
  }

  /// The thresholds of all levels that ask for this indicator; equal ones are one line.
  var thresholds: [Threshold] {
    var found: [Threshold] = []
    for held in analysis.content.heldLevels {
      guard
        let requirement = held.level.requirements.first(where: { $0.indicator == result.indicator }
        ),
        let threshold = requirement.threshold(
          inDifficultArea: analysis.content.place.isDifficultArea)
      else { continue }
      if let index = found.firstIndex(where: { $0.value == threshold.value }) {
        found[index].levels.append(held.level)
      } else {
        found.append(
          Threshold(levels: [held.level], value: threshold.value, decimals: threshold.scale))
      }
    }
    return found
  }

  private func isTarget(_ threshold: Threshold) -> Bool {
    threshold.levels.contains { $0.id == analysis.content.level.id }
  }

  private func label(of threshold: Threshold) -> EndLabel {
    let percent = style.percent(threshold.value, decimals: threshold.decimals)
    let lines = threshold.levels.flatMap { level in
      EndLabel.lines(
        "\(level.title(language)): \(percent)", isBold: level.id == analysis.content.level.id)
    }
    return EndLabel(value: threshold.value, lines: lines)
  }

  /// The upper end of the axis: 100, or a round value when everything lies below one half of it.
  var ceiling: Double {
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
    let every = yearStep(frame)
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

  /// Returns how many years lie between two labels of the axis, so that none touches the next.
  private func yearStep(_ frame: Frame) -> Int {
    let room = TextMetrics.width("0000", size: SheetLayout.textSize) + 1.5
    let width = frame.x(1) - frame.x(0)
    return [1, 2, 5, 10].first { Double($0) * width >= room } ?? 20
  }

  /// The bands start at the newest figure, from which the model starts as well.
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
          isTarget(threshold) ? .black : .grey, width: isTarget(threshold) ? 0.4 : 0.3,
          dashes: dashes))
    }
  }

  private func breakMarks(_ frame: Frame) -> [Mark] {
    let seen = (result.series?.breaks ?? []).filter { seriesBreak in
      observations.contains { $0.year < seriesBreak.year }
        && observations.contains { $0.year >= seriesBreak.year }
    }
    var marks: [Mark] = []
    var taken: [Box] = []
    for year in Set(seen.map(\.year)).sorted() {
      let x = frame.x(Double(year) - 0.5)
      marks.append(
        .line(
          [Point(x, frame.top), Point(x, frame.bottom)],
          Stroke(.grey, width: 0.25, dashes: [0.8, 0.8])))
      let label = breakLabel(at: x, frame, besides: taken)
      marks.append(label)
      if let box = label.textBox { taken.append(box) }
    }
    return marks
  }

  /// Returns the label of a break: beside its rule, at the lowest height that is free of figures,
  /// thresholds and other labels.
  private func breakLabel(at x: Double, _ frame: Frame, besides taken: [Box]) -> Mark {
    let text = say("gián đoạn", "break")
    let size = SheetLayout.textSize
    let hasRoom = x - 0.8 - TextMetrics.width(text, size: size) > frame.x.start + 0.5
    func label(_ y: Double) -> Mark {
      .text(
        text, at: Point(hasRoom ? x - 0.8 : x + 0.8, y), hasRoom ? .end : .start, size: size,
        isBold: false, .grey)
    }
    func isFree(_ mark: Mark) -> Bool {
      guard let box = mark.textBox else { return false }
      let lines = thresholds.map { frame.y($0.value) }
      let points = observations.map { frame.point($0.year, $0.percent) }
        .filter { $0.x > box.left - 8 && $0.x < box.right + 8 }
      return !taken.contains { box.overlaps($0) }
        && (lines + points.map(\.y)).allSatisfy { $0 < box.top - 1.2 || $0 > box.bottom + 1.2 }
    }
    let heights = stride(from: frame.bottom - 1.4, to: frame.top + 3, by: -SheetLayout.lineHeight)
    return heights.lazy.map(label).first(where: isFree) ?? label(frame.bottom - 1.4)
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
    return marks + observations.map { point($0, frame) }
  }

  /// A figure: filled when final, open when it may change, an open square when it was rebuilt.
  private func point(_ observation: Observation, _ frame: Frame) -> Mark {
    let symbol: Mark.Symbol =
      observation.isRebuilt ? .square : observation.status == .final ? .disc : .ring
    return .point(
      frame.point(observation.year, observation.percent), symbol, size: 1.8, .blue)
  }

  private func forecastLine(_ frame: Frame) -> [Mark] {
    guard let last = observations.last else { return [] }
    let path =
      [frame.point(last.year, last.percent)]
      + forecastYears.map { frame.point($0.year, $0.distribution.median) }
    return [.line(path, Stroke(.blue, width: 0.5, dashes: [1.6, 1]))]
      + [point(last, frame)]
  }

  /// The year in which the chance passes one half, and the years between 10% and 90%, under the axis.
  private func crossing(_ frame: Frame) -> [Mark] {
    guard let middle = crossingYear, let probabilities = result.probabilities,
      let from = probabilities.firstIndex(where: { $0 >= 0.1 })
    else { return [] }
    let until = probabilities.firstIndex { $0 >= 0.9 }
    let words =
      until == nil
      ? say("năm đạt, có thể sau \(years.upperBound)", "reached, or after \(years.upperBound)")
      : say("năm đạt (8 trong 10)", "year reached (8 in 10)")
    let y = frame.bottom + 6.4
    let start = frame.x(Double(forecastYears[from].year) - 0.3)
    let end = until.map { frame.x(Double(forecastYears[$0].year) + 0.3) } ?? frame.x.end
    return [
      .box(
        Box(left: start, top: y - 0.5, right: end, bottom: y + 0.5), fill: .innerBand,
        outline: Stroke(.blue, width: 0.1)),
      .point(Point(frame.x(Double(middle)), y), .triangle, size: 2.2, .black),
      .text(
        words, at: Point(end + 1.5, y + 1.1), .start, size: SheetLayout.textSize, isBold: false,
        .black),
    ]
  }

  /// The year in which the chance passes one half; nil where it is met or cannot be compared.
  var crossingYear: Int? {
    result.isComparable && result.met != true ? result.yearAtProbability50 : nil
  }

  /// A label at the right end of the drawing.
  private struct EndLabel {
    let value: Double
    let lines: [(text: String, isBold: Bool)]

    /// Returns a text in lines that fit beside the drawing.
    static func lines(_ text: String, isBold: Bool = false) -> [(text: String, isBold: Bool)] {
      TextMetrics.wrapped(
        text, width: FanChart.labelWidth, size: SheetLayout.textSize, isBold: isBold
      ).map { ($0, isBold) }
    }
  }

  private var endLabels: [EndLabel] {
    func label(_ value: Double, _ text: String) -> EndLabel {
      EndLabel(value: value, lines: EndLabel.lines(text))
    }
    var labels = thresholds.map { self.label(of: $0) }
    if let last = forecastYears.last?.distribution {
      let median = style.percent(last.median)
      labels += [
        label(last.interval(0.8).upperBound, say("8 trong 10 khả năng", "8 chances in 10")),
        label(last.median, say("dự báo \(median)", "forecast \(median)")),
        label(last.interval(0.5).lowerBound, say("5 trong 10 khả năng", "5 chances in 10")),
      ]
    }
    return labels
  }

  /// The labels, highest value first; equal values keep their order, the lines of one stay together.
  private func rightLabels(_ frame: Frame) -> [Mark] {
    let labels = endLabels.enumerated()
      .sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
    let lines = labels.flatMap { label in label.lines.indices.map { (label, $0) } }
    let places = LabelSpacing.places(
      lines.map { frame.y($0.0.value) }, gap: SheetLayout.lineHeight,
      within: (frame.top + 1)...(frame.bottom - 1))
    return zip(lines, places).flatMap { line, place -> [Mark] in
      let (label, index) = line
      let text = Mark.text(
        label.lines[index].text, at: Point(frame.x.end + 3.4, place + 1.1), .start,
        size: SheetLayout.textSize, isBold: label.lines[index].isBold, .black)
      if index > 0 { return [text] }
      let leader = [
        Point(frame.x.end + 0.3, frame.y(label.value)), Point(frame.x.end + 2.2, place),
        Point(frame.x.end + 3, place),
      ]
      return [.line(leader, Stroke(.grey, width: 0.15)), text]
    }
  }
}
