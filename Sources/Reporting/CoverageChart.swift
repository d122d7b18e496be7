import Charts
package import Evaluation
package import Wording

/// How often the 80% interval of each model held, by how far ahead it spoke.
package struct CoverageChart {
  private let result: BacktestResult
  private let history: Int
  private let language: Language
  private let source: String
  private let style: NumberStyle

  private static let left = 12.0
  private static let right = SheetLayout.width - 44
  private static let height = 74.0

  /// - Parameters:
  ///   - result: the back-test.
  ///   - history: the number of the history in the request.
  ///   - source: the name of the data, for the footer.
  ///   - language: of the words.
  package init(_ result: BacktestResult, history: Int, source: String, language: Language) {
    self.result = result
    self.history = history
    self.source = source
    self.language = language
    style = NumberStyle(language)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// One line: a model.
  private struct Line {
    let name: String
    let points: [(horizon: Int, coverage: Double)]
    let isDefault: Bool
  }

  private var lines: [Line] {
    result.shownModels.compactMap { model in
      let points = (1...result.request.horizon).compactMap { horizon in
        result.group(model: model, history: history, horizon: horizon).map {
          (horizon: horizon, coverage: $0.coverages[1] * 100)
        }
      }
      guard !points.isEmpty else { return nil }
      return Line(name: result.name(ofModel: model), points: points, isDefault: model == 0)
    }
  }

  /// The picture and its numbers; nil when nothing was forecast.
  package var reported: ReportedPicture? {
    let lines = self.lines
    guard !lines.isEmpty else { return nil }
    let name = BacktestTables.name(of: result.request.histories[history])
    let known =
      name == "all"
      ? say("mọi năm đã biết", "all figures known")
      : say("\(name) năm đã biết", "\(name) figures known")
    let layout = SheetLayout(
      title: say(
        "Khoảng “80%” đã chứa số thật bao nhiêu phần trăm",
        "How often the “80%” interval held what came"),
      subtitle: say("\(known); theo số năm dự báo", "\(known); by years ahead"),
      footer: [
        say(
          "Đường đứt: 80%, đúng như đã nói. Thấp hơn: khoảng dự báo quá hẹp, mô hình quá tự tin.",
          "Dashes: 80%, as stated. Below: intervals too narrow, the model too sure of itself."),
        say("Nguồn: \(source).", "Source: \(source)."),
      ],
      drawingHeight: Self.height + 10)
    let lowest = lines.flatMap(\.points).map(\.coverage).min() ?? 0
    let floor = max(0, min(60, (lowest / 20).rounded(.down) * 20))
    let x = LinearScale(
      domain: 0.8...(Double(max(result.request.horizon, 2)) + 0.1), from: Self.left, to: Self.right)
    let y = LinearScale(domain: floor...100, from: layout.top + Self.height, to: layout.top)
    var marks = layout.marks + axes(x, y, floor: floor)
    for line in lines.reversed() { marks += self.marks(line, x, y) }
    marks += labels(lines, x, y)
    return ReportedPicture(
      name: "coverage-n\(name)",
      picture: Picture(
        width: SheetLayout.width, height: layout.height,
        title: say("Độ phủ của khoảng 80%", "Coverage of the 80% interval"),
        description: description(lines), language: language.rawValue, marks: marks),
      table: table(lines))
  }

  private func axes(_ x: LinearScale, _ y: LinearScale, floor: Double) -> [Mark] {
    let size = SheetLayout.textSize
    var marks: [Mark] = []
    for tick in stride(from: floor, through: 100, by: 20) {
      marks.append(
        .line([Point(x.start, y(tick)), Point(x.end, y(tick))], Stroke(.faint, width: 0.15)))
      marks.append(
        .text(
          style.decimal(tick, decimals: 0) + "%", at: Point(x.start - 1.5, y(tick) + 1.1), .end,
          size: size, isBold: false, .black))
    }
    marks.append(
      .line(
        [Point(x.start, y(80)), Point(x.end, y(80))], Stroke(.black, width: 0.4, dashes: [2, 1]))
    )
    for horizon in 1...result.request.horizon {
      marks.append(
        .text(
          String(horizon), at: Point(x(Double(horizon)), y.start + 4), .middle, size: size,
          isBold: false, .black))
    }
    marks.append(
      .text(
        say("năm tới thứ", "years ahead"), at: Point((x.start + x.end) / 2, y.start + 8.5), .middle,
        size: size, isBold: false, .black))
    return marks
  }

  private func marks(_ line: Line, _ x: LinearScale, _ y: LinearScale) -> [Mark] {
    let points = line.points.map { Point(x(Double($0.horizon)), y($0.coverage)) }
    let colour: Colour = line.isDefault ? .blue : .grey
    let drawn = Mark.line(points, Stroke(colour, width: line.isDefault ? 0.7 : 0.25))
    return [drawn] + points.map { .point($0, .disc, size: line.isDefault ? 1.6 : 0.9, colour) }
  }

  private func labels(_ lines: [Line], _ x: LinearScale, _ y: LinearScale) -> [Mark] {
    let wishes = lines.map { y($0.points[$0.points.count - 1].coverage) + 1.1 }
    let places = LabelSpacing.places(
      wishes, gap: SheetLayout.lineHeight, within: (y.end + 1.1)...(y.start + 1.1))
    return zip(lines, places).map { line, height in
      let value = style.decimal(line.points[line.points.count - 1].coverage, decimals: 0)
      return .text(
        "\(value)%  \(line.name)", at: Point(x.end + 3, height), .start,
        size: SheetLayout.textSize, isBold: line.isDefault, line.isDefault ? .blue : .black)
    }
  }

  private func description(_ lines: [Line]) -> String {
    lines.map { line in
      let values = line.points.map { style.decimal($0.coverage, decimals: 0) + "%" }
      return "\(line.name): \(values.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  private func table(_ lines: [Line]) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mô hình", en: "Model")),
        ReportTable.Column(Phrase(vi: "Năm tới thứ", en: "Years ahead"), .trailing),
        ReportTable.Column(Phrase(vi: "Độ phủ 80% (%)", en: "Coverage of 80% (%)"), .trailing),
      ],
      rows: lines.flatMap { line in
        line.points.map { [.name(line.name), .whole($0.horizon), .decimal($0.coverage)] }
      })
  }
}
