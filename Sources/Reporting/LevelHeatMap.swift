import Charts
import Forecasting
import Indicators
import Planning
import Regulations
import Wording

/// Requirements by years in one picture: what was met, and the chance of what is to come.
///
/// A dot means met, "chưa" not met, hatching no data; coming years show the chance in percent. The
/// last row is the level.
struct LevelHeatMap {
  private let analysis: ReportedAnalysis
  private let language: Language
  private let style: NumberStyle

  private static let labelWidths = 58.0...100.0
  private static let columnWidth = 7.6
  private static let lineHeight = 3.7
  private static let rowPadding = 1.9
  private static let mostColumns = 13
  private static let fewestPastColumns = 3

  /// The fills of chances, 0...1 in seven steps, light to dark; white text from the last on.
  static let fills = [
    "#f7fbff", "#deebf7", "#c4d9ee", "#9ecae1", "#6baed6", "#4292c6", "#2171b5",
  ].map { Colour($0) }

  init(_ analysis: ReportedAnalysis) {
    self.analysis = analysis
    language = analysis.language
    style = NumberStyle(analysis.language)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// What stands in a cell.
  private enum Cell {
    case met
    case notMet
    case unknown
    case chance(Double, cap: ProbabilityCap)
  }

  private struct Row {
    let label: String
    let isLevel: Bool
    let past: [Cell]
    let coming: [Cell]
  }

  /// The picture, its numbers and its name.
  var reported: ReportedPicture {
    let rows = self.rows
    let heights = rows.map { Self.rowPadding + Self.lineHeight * Double(label(of: $0).count) }
    let layout = SheetLayout(
      title: title, subtitle: subtitle,
      footer: PictureWords.footer(of: analysis, legend: legend),
      drawingHeight: heights.reduce(0, +) + 8)
    let picture = Picture(
      width: SheetLayout.width, height: layout.height, title: title, description: description,
      language: language.rawValue, marks: layout.marks + marks(rows, heights, top: layout.top))
    return ReportedPicture(
      name: "heatmap-\(analysis.content.level.id)", picture: picture, table: table(rows))
  }

  // MARK: What is drawn

  /// The width of the names of rows: what the years leave.
  private var labelWidth: Double {
    let columns = Double(history.count + outlook.count)
    let free = SheetLayout.width - SheetLayout.margin - Self.columnWidth * columns
    return min(max(free, Self.labelWidths.lowerBound), Self.labelWidths.upperBound)
  }

  /// The newest past years, as many as leave room for the coming ones.
  private var history: ArraySlice<LevelYear> {
    analysis.content.history.suffix(
      max(Self.fewestPastColumns, Self.mostColumns - outlook.count))
  }

  /// The coming years: all, or where they are many the target year and every second, third … counted
  /// back from the last.
  private var outlook: [OutlookYear] {
    let all = analysis.content.outlook
    let room = Self.mostColumns - min(Self.fewestPastColumns, analysis.content.history.count)
    if all.count <= room { return all }
    let step = (all.count + room - 2) / (room - 1)
    return all.enumerated().filter { index, year in
      (all.count - 1 - index) % step == 0 || year.year == analysis.content.targetYear
    }.map(\.element)
  }

  private var pastYears: [Int] { history.map(\.year) }

  private var comingYears: [Int] { outlook.map(\.year) }

  private var rows: [Row] {
    let history = self.history
    let outlook = self.outlook
    let requirements = analysis.content.requirements.map { result in
      Row(
        label: "\(result.id)  \(result.shortTitle(language))", isLevel: false,
        past: history.map { year in
          if year.failing.contains(result.id) { return .notMet }
          return year.unknown.contains(result.id) ? .unknown : .met
        },
        coming: outlook.map { cell(of: result, in: $0) })
    }
    let level = Row(
      label: analysis.content.level.title(language), isLevel: true,
      past: history.map { $0.met.map { $0 ? .met : .notMet } ?? .unknown },
      coming: outlook.map { year in
        year.probability.map { .chance($0, cap: cap) } ?? .unknown
      })
    return requirements + [level]
  }

  private func cell(of result: RequirementResult, in year: OutlookYear) -> Cell {
    if year.conditionalOn.contains(result.id) { return .unknown }
    if result.kind == .share || !result.gradeOutlook.isEmpty {
      let cap = RequirementWords.cap(on: result)
      return result.probability(in: year.year).map { .chance($0, cap: cap) } ?? .unknown
    }
    return year.failingFacts.contains(result.id) ? .notMet : .met
  }

  private var cap: ProbabilityCap {
    RequirementWords.cap(onAllOf: analysis.content.requirements)
  }

  // MARK: Marks

  private func label(of row: Row) -> [String] {
    TextMetrics.wrapped(
      row.label, width: labelWidth - 4, size: SheetLayout.textSize, isBold: row.isLevel)
  }

  private func marks(_ rows: [Row], _ heights: [Double], top: Double) -> [Mark] {
    let columns = pastYears.count + comingYears.count
    let width = (SheetLayout.width - labelWidth - SheetLayout.margin) / Double(columns)
    var marks: [Mark] = []
    for (index, year) in (pastYears + comingYears).enumerated() {
      marks.append(
        .text(
          String(year), at: Point(labelWidth + width * (Double(index) + 0.5), top + 3.4),
          .middle, size: SheetLayout.textSize, isBold: index >= pastYears.count, .black))
    }
    var y = top + 5
    for (row, height) in zip(rows, heights) {
      if row.isLevel { y += 1.5 }
      let lines = label(of: row)
      for (line, text) in lines.enumerated() {
        let offset = (Double(line) - Double(lines.count - 1) / 2) * Self.lineHeight
        marks.append(
          .text(
            text, at: Point(2, y + height / 2 + 1.1 + offset), .start, size: SheetLayout.textSize,
            isBold: row.isLevel, .black))
      }
      for (index, cell) in (row.past + row.coming).enumerated() {
        let left = labelWidth + width * Double(index)
        let box = Box(left: left, top: y, right: left + width, bottom: y + height)
        marks += cellMarks(cell, box, isLevel: row.isLevel)
      }
      y += height
    }
    let divider = labelWidth + width * Double(pastYears.count)
    marks.append(.line([Point(divider, top + 0.5), Point(divider, y)], Stroke(.black, width: 0.6)))
    return marks
  }

  private func cellMarks(_ cell: Cell, _ box: Box, isLevel: Bool) -> [Mark] {
    let outline = Stroke(isLevel ? .black : .grey, width: isLevel ? 0.45 : 0.15)
    func text(_ text: String, _ colour: Colour) -> Mark {
      .text(
        text, at: Point(box.centre.x, box.centre.y + 1.1), .middle, size: SheetLayout.textSize,
        isBold: isLevel && colour != .grey, colour)
    }
    switch cell {
    case .met:
      return [
        .box(box, fill: .white, outline: outline),
        .point(box.centre, .disc, size: 2, .black),
      ]
    case .notMet:
      return [
        .box(box, fill: .white, outline: outline), text(say("chưa", "no"), .grey),
      ]
    case .unknown:
      return [
        .box(box, fill: .white, outline: outline), .hatch(box, Stroke(.grey, width: 0.12)),
      ]
    case .chance(let chance, let cap):
      let step = min(Int(chance * 7), 6)
      let words = style.probability(chance, cap: cap).filter { $0 != "%" }
      return [
        .box(box, fill: Self.fills[step], outline: outline),
        text(words, step == 6 ? .white : .black),
      ]
    }
  }

  // MARK: Words

  private var title: String {
    let level = analysis.content.level.title(language)
    let target = analysis.content.outlook.last
    let chance = style.probability(target?.probability, cap: cap)
    guard target?.probability != nil else {
      return say("\(level): chưa tính được xác suất", "\(level): the chance is not known")
    }
    let binding = target?.bindingRequirements.joined(separator: ", ") ?? ""
    let blocked =
      binding.isEmpty ? "" : say("; vướng nhất ở \(binding)", "; bound most by \(binding)")
    let open = target?.conditionalOn.count ?? 0
    let condition =
      open == 0
      ? ""
      : say(
        " nếu \(open) yêu cầu chưa có số liệu đều đạt",
        " if \(open) requirements without data are all met")
    return say(
      "\(level): khả năng đạt năm \(target?.year ?? 0) là \(chance)\(condition)\(blocked)",
      "\(level): the chance in \(target?.year ?? 0) is \(chance)\(condition)\(blocked)")
  }

  private var subtitle: String {
    analysis.content.place.name + ". "
      + say(
        "Trái vạch đậm: các năm đã qua; phải: khả năng đạt (%) của từng năm tới.",
        "Left of the heavy rule: past years; right: the chance (%) in each coming year.")
      + omission
  }

  /// What the picture leaves out for want of room; empty when nothing.
  private var omission: String {
    var words = ""
    if let first = history.first?.year, let oldest = analysis.content.history.first?.year,
      oldest < first
    {
      words += say(" Các năm trước \(first) không vẽ.", " Years before \(first) are not drawn.")
    }
    if outlook.count < analysis.content.outlook.count {
      words += say(
        " Các năm tới vẽ cách quãng.", " Of the coming years only some are drawn.")
    }
    return words
  }

  private var legend: Phrase {
    Phrase(
      vi:
        "● đã đạt, hoặc giữ như hiện nay hay theo kế hoạch; ô gạch chéo: không có số liệu so được.",
      en: "● met, or taken to stay or to change as planned; hatched: nothing comparable is known.")
  }

  private var description: String {
    let past = analysis.content.history.filter { $0.met == true }.map { String($0.year) }
    let held = past.isEmpty ? say("chưa năm nào", "no year") : past.joined(separator: ", ")
    return title + ". "
      + say("Các năm đã đạt: \(held).", "Years in which it was met: \(held).")
  }

  private func table(_ rows: [Row]) -> ReportTable {
    let columns =
      [ReportTable.Column(Phrase(vi: "Yêu cầu", en: "Requirement"))]
      + pastYears.map { ReportTable.Column(Phrase(String($0))) }
      + comingYears.map {
        ReportTable.Column(Phrase(vi: "Xác suất \($0)", en: "Probability \($0)"), .trailing)
      } + [ReportTable.Column(Phrase(vi: "Lưu ý", en: "Remark"))]
    let remark = PictureWords.footer(of: analysis, legend: nil).joined(separator: " ")
    return ReportTable(
      columns: columns,
      rows: rows.map { row in
        [.name(row.label)] + (row.past + row.coming).map(tableCell) + [.name(remark)]
      })
  }

  private func tableCell(_ cell: Cell) -> ReportTable.Cell {
    switch cell {
    case .met: .text(Phrase(vi: "đạt", en: "met"))
    case .notMet: .text(Phrase(vi: "chưa", en: "not met"))
    case .unknown: .empty
    case .chance(let chance, _): .probability(chance)
    }
  }
}
