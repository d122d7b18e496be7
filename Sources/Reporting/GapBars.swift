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
  private static let gap = 4.4
  private static let textWidth = SheetLayout.width - left - SheetLayout.margin
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
    /// How many people, households, clans … there will be in the target year.
    let base: Int

    /// The missing as a share of the base, 0...1: the one measure that people and clans have in common.
    var shareMissing: Double { Double(missing) / Double(max(base, 1)) }
  }

  /// The texts of a bar, broken into lines.
  private struct Words {
    let title: [String]
    let pace: [String]

    /// The height of the bar with its texts.
    var height: Double {
      Double(title.count + pace.count) * SheetLayout.lineHeight + GapBars.barHeight + GapBars.gap
    }
  }

  private func words(_ bar: Bar) -> Words {
    let size = SheetLayout.textSize
    let agency = bar.result.leadAgency.map { say("; chủ trì: \($0)", "; lead: \($0)") } ?? ""
    let baseText = language == .vi ? bar.result.series?.indicator.baseText : nil
    let base = baseText.map { "; tính trên: \($0)" } ?? ""
    return Words(
      title: TextMetrics.wrapped(
        "\(bar.result.id)  \(bar.result.shortTitle(language))", width: Self.textWidth, size: size,
        isBold: true),
      pace: TextMetrics.wrapped(
        paceWords(bar.result) + comparison(bar.result) + agency + base, width: Self.textWidth,
        size: size))
  }

  private var bars: [Bar] {
    analysis.content.requirements.compactMap { result -> Bar? in
      guard let missing = result.gapPeople, missing > 0, let base = result.baseForecast,
        let count = result.latest?.count
      else { return nil }
      let median = result.forecast.year(analysis.content.targetYear)?.distribution.median
      let coming = median.map { Int(($0 / 100 * Double(base)).rounded(.down)) - count } ?? 0
      return Bar(
        result: result, missing: missing, expected: min(max(coming, 0), missing), base: base)
    }.sorted { ($0.shareMissing, $1.result.id) > ($1.shareMissing, $0.result.id) }
  }

  /// The picture, its numbers and its name; nil when nobody is missing or no counts are known.
  var reported: ReportedPicture? {
    let bars = self.bars
    guard let longest = bars.map(\.shareMissing).max() else { return nil }
    let layout = SheetLayout(
      title: title(bars), subtitle: subtitle,
      footer: PictureWords.footer(of: analysis, legend: legend),
      drawingHeight: bars.reduce(0) { $0 + words($1).height })
    let scale = LinearScale(domain: 0...longest, from: Self.left, to: Self.right)
    var marks = layout.marks
    var top = layout.top
    for bar in bars {
      let words = self.words(bar)
      marks += self.marks(bar, words, top: top, scale)
      top += words.height
    }
    let picture = Picture(
      width: SheetLayout.width, height: layout.height, title: title(bars),
      description: description(bars), language: language.rawValue, marks: marks)
    return ReportedPicture(
      name: "gap-bars-\(analysis.content.level.id)", picture: picture, table: table(bars))
  }

  private func marks(_ bar: Bar, _ words: Words, top: Double, _ scale: LinearScale) -> [Mark] {
    let size = SheetLayout.textSize
    let titleHeight = Double(words.title.count) * SheetLayout.lineHeight
    let barTop = top + titleHeight + 1.3
    let whole = Box(
      left: Self.left, top: barTop, right: scale(bar.shareMissing),
      bottom: barTop + Self.barHeight)
    let brought = Box(
      left: Self.left, top: barTop,
      right: scale(bar.shareMissing * Double(bar.expected) / Double(bar.missing)),
      bottom: barTop + Self.barHeight)
    func set(_ lines: [String], below start: Double, isBold: Bool) -> [Mark] {
      lines.enumerated().map { index, line in
        let y = start + Double(index + 1) * SheetLayout.lineHeight
        return .text(line, at: Point(Self.left, y), .start, size: size, isBold: isBold, .black)
      }
    }
    var marks = set(words.title, below: top, isBold: true)
    marks.append(.box(whole, fill: .white, outline: nil))
    if isOutOfReach(bar.result) { marks.append(.hatch(whole, Stroke(.grey, width: 0.12))) }
    marks.append(.box(brought, fill: .blue, outline: nil))
    marks.append(.box(whole, fill: nil, outline: Stroke(.black, width: 0.3)))
    marks.append(
      .text(
        "\(style.whole(bar.missing)) / \(style.whole(bar.base))",
        at: Point(whole.right + 1.5, whole.centre.y + 1.1), .start, size: size, isBold: true, .black
      ))
    return marks + set(words.pace, below: whole.bottom, isBold: false)
  }

  /// Whether the pace needed is faster than the model gives one chance in ten.
  private func isOutOfReach(_ result: RequirementResult) -> Bool {
    guard result.isComparable, let chance = result.probability(in: analysis.content.targetYear)
    else { return false }
    return chance < 0.1
  }

  private func comparison(_ result: RequirementResult) -> String {
    result.isComparable
      ? "" : say("; định nghĩa khác, không so được", "; other definition, not comparable")
  }

  private func paceWords(_ result: RequirementResult) -> String {
    let gap = style.decimal(result.gapPoints)
    let needed = style.decimal(result.paceNeeded)
    let soFar = style.decimal(result.paceSoFar)
    guard result.paceNeeded != nil else {
      return say("đã đạt, thiếu do tổng số tăng", "met; missing because the base grows")
    }
    return say(
      "thiếu \(gap) điểm %; nhịp cần có \(needed) điểm/năm, nhịp đã qua \(soFar)",
      "\(gap) points missing; \(needed) points a year needed, \(soFar) so far")
  }

  // MARK: Words

  private func title(_ bars: [Bar]) -> String {
    let level = analysis.content.level.title(language)
    let year = analysis.content.targetYear
    let first = bars.first
    let name = first?.result.shortTitle(language) ?? ""
    let count = style.whole(first?.missing)
    let base = style.whole(first?.base)
    return say(
      "\(level) năm \(year): thiếu nhiều nhất ở \(name), \(count) trên \(base)",
      "\(level) in \(year): most are missing in \(name), \(count) of \(base)")
  }

  private var subtitle: String {
    analysis.content.place.name + ". "
      + say(
        "Số còn thiếu để đủ ngưỡng năm \(analysis.content.targetYear) / tổng số dự báo của năm đó; thanh dài theo tỷ lệ còn thiếu, vì mỗi chỉ tiêu đếm theo đơn vị của mình (người, hộ, dòng họ …).",
        "The number missing to reach the threshold in \(analysis.content.targetYear) / the base forecast for that year; bars are as long as the share missing, for each requirement counts its own kind (people, households, clans …)."
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
      (Phrase(vi: "Tổng số dự báo", en: "Base forecast"), .trailing),
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
          .whole(bar.base), .whole(bar.expected), .signed(bar.result.gapPoints),
          .signed(bar.result.paceNeeded),
          .signed(bar.result.paceSoFar), .name(bar.result.leadAgency),
          .text(RequirementWords.remark(on: bar.result, analysis: analysis.content)),
        ]
      })
  }
}
