import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// People missing in the target year, one bar a requirement, the largest first.
///
/// The filled part of a bar is what the expected pace brings by then; the open part is what it does not.
/// Pace needed stands against pace so far, and the lead agency under the name.
struct GapBars {
  private let analysis: ReportedAnalysis
  private let language: Language
  private let style: NumberStyle

  private static let barHeight = 4.2
  private static let rowHeight = 17.0
  private static let left = 4.0
  private static let right = SheetLayout.width - 30

  init(_ analysis: ReportedAnalysis) {
    self.analysis = analysis
    language = analysis.language
    style = NumberStyle(analysis.language)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  private struct Bar {
    let result: RequirementResult
    let missing: Int
    /// How many of the missing the expected pace brings by the target year.
    let expected: Int
  }

  private var bars: [Bar] {
    analysis.content.requirements.compactMap { result -> Bar? in
      guard let missing = result.gapPeople, missing > 0, let base = result.baseForecast,
        let count = result.latest?.count
      else { return nil }
      let median = result.forecast.year(analysis.content.targetYear)?.distribution.median
      let coming = median.map { Int(($0 / 100 * Double(base)).rounded(.down)) - count } ?? 0
      return Bar(result: result, missing: missing, expected: min(max(coming, 0), missing))
    }.sorted { ($0.missing, $1.result.id) > ($1.missing, $0.result.id) }
  }

  /// The picture, its numbers and its name; nil when nobody is missing or no counts are known.
  var reported: ReportedPicture? {
    let bars = self.bars
    guard let longest = bars.first?.missing else { return nil }
    let layout = SheetLayout(
      title: title(bars), subtitle: subtitle,
      footer: PictureWords.footer(of: analysis, legend: legend),
      drawingHeight: Self.rowHeight * Double(bars.count))
    let scale = LinearScale(domain: 0...Double(longest), from: Self.left, to: Self.right)
    var marks = layout.marks
    for (index, bar) in bars.enumerated() {
      marks += self.marks(bar, top: layout.top + Self.rowHeight * Double(index), scale)
    }
    let picture = Picture(
      width: SheetLayout.width, height: layout.height, title: title(bars),
      description: description(bars), language: language.rawValue, marks: marks)
    return ReportedPicture(
      name: "gap-bars-\(analysis.content.level.id)", picture: picture, table: table(bars))
  }

  private func marks(_ bar: Bar, top: Double, _ scale: LinearScale) -> [Mark] {
    let size = SheetLayout.textSize
    let barTop = top + 5.2
    let whole = Box(
      left: Self.left, top: barTop, right: scale(Double(bar.missing)),
      bottom: barTop + Self.barHeight)
    let brought = Box(
      left: Self.left, top: barTop, right: scale(Double(bar.expected)),
      bottom: barTop + Self.barHeight)
    var marks: [Mark] = [
      .text(
        "\(bar.result.id)  \(bar.result.shortTitle(language))", at: Point(Self.left, top + 3.8),
        .start, size: size, isBold: true, .black)
    ]
    marks.append(.box(whole, fill: .white, outline: nil))
    if isOutOfReach(bar.result) { marks.append(.hatch(whole, Stroke(.grey, width: 0.12))) }
    marks.append(.box(brought, fill: .blue, outline: nil))
    marks.append(.box(whole, fill: nil, outline: Stroke(.black, width: 0.3)))
    marks.append(
      .text(
        style.whole(bar.missing), at: Point(whole.right + 1.5, whole.centre.y + 1.1), .start,
        size: size, isBold: true, .black))
    let agency = bar.result.leadAgency.map { say("; chủ trì: \($0)", "; lead: \($0)") } ?? ""
    let words = paceWords(bar.result) + agency
    for (line, text) in TextMetrics.wrapped(
      words, width: SheetLayout.width - 2 * Self.left, size: size
    ).prefix(1).enumerated() {
      marks.append(
        .text(
          text, at: Point(Self.left, barTop + Self.barHeight + 3.8 + Double(line) * 3.6), .start,
          size: size, isBold: false, .black))
    }
    return marks
  }

  /// Whether the pace needed is faster than the model gives one chance in ten.
  private func isOutOfReach(_ result: RequirementResult) -> Bool {
    guard let chance = result.probability(in: analysis.content.targetYear) else { return false }
    return chance < 0.1
  }

  private func paceWords(_ result: RequirementResult) -> String {
    let gap = style.decimal(result.gapPoints)
    let needed = style.decimal(result.paceNeeded)
    let soFar = style.decimal(result.paceSoFar)
    guard result.paceNeeded != nil else {
      return say("đã đạt, thiếu do tổng số tăng", "met; missing because the base grows")
    }
    return say(
      "thiếu \(gap) điểm; cần \(needed) điểm/năm, đã qua \(soFar)",
      "\(gap) points missing; \(needed) points a year needed, \(soFar) so far")
  }

  // MARK: Words

  private func title(_ bars: [Bar]) -> String {
    let level = analysis.content.level.title(language)
    let year = analysis.content.targetYear
    let first = bars.first
    let name = first?.result.shortTitle(language) ?? ""
    let count = style.whole(first?.missing)
    return say(
      "\(level) năm \(year): thiếu nhiều nhất ở \(name), \(count) người",
      "\(level) in \(year): most are missing in \(name), \(count) people")
  }

  private var subtitle: String {
    analysis.content.place.name + ". "
      + say(
        "Số còn thiếu để đủ ngưỡng năm \(analysis.content.targetYear), theo tổng số dự báo của năm đó.",
        "The number missing to reach the threshold in \(analysis.content.targetYear), of the base forecast for that year."
      )
  }

  private var legend: Phrase {
    Phrase(
      vi:
        "Phần đậm: nhịp dự kiến mang lại; phần trống: còn phải làm thêm; gạch chéo: khả năng đạt dưới 10%.",
      en: "Filled: brought by the expected pace; open: beyond it; hatched: a chance below 10%.")
  }

  private func description(_ bars: [Bar]) -> String {
    title(bars) + ". "
      + bars.map {
        "\($0.result.id): \(style.whole($0.missing)), \(paceWords($0.result))."
      }.joined(separator: " ")
  }

  private func table(_ bars: [Bar]) -> ReportTable {
    let columns: [(Phrase, ReportTable.Alignment)] = [
      (Phrase(vi: "Mã", en: "Id"), .leading),
      (Phrase(vi: "Chỉ tiêu", en: "Requirement"), .leading),
      (Phrase(vi: "Còn thiếu", en: "Missing"), .trailing),
      (Phrase(vi: "Nhịp dự kiến mang lại", en: "Brought by the expected pace"), .trailing),
      (Phrase(vi: "Còn thiếu (điểm %)", en: "Missing (points)"), .trailing),
      (Phrase(vi: "Nhịp cần có", en: "Pace needed"), .trailing),
      (Phrase(vi: "Nhịp đã qua", en: "Pace so far"), .trailing),
      (Phrase(vi: "Đơn vị chủ trì", en: "Lead agency"), .leading),
      (Phrase(vi: "Lưu ý", en: "Remark"), .leading),
    ]
    return ReportTable(
      columns: columns.map { ReportTable.Column($0.0, $0.1) },
      rows: bars.map { bar in
        [
          .name(bar.result.id), .text(bar.result.title), .whole(bar.missing),
          .whole(bar.expected), .signed(bar.result.gapPoints), .signed(bar.result.paceNeeded),
          .signed(bar.result.paceSoFar), .name(bar.result.leadAgency),
          .text(RequirementWords.remark(on: bar.result, analysis: analysis.content)),
        ]
      })
  }
}
