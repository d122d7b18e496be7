import Charts
import Forecasting
package import Evaluation
package import Wording

/// Stated probabilities against what came: points on the diagonal keep their word.
package struct ReliabilityDiagram {
  private let result: BacktestResult
  private let language: Language
  private let source: String
  private let style: NumberStyle

  private static let left = 14.0
  private static let side = 88.0
  /// A tenth with fewer statements is left out: its share is chance.
  private static let fewest = 50

  /// - Parameters:
  ///   - result: the back-test.
  ///   - source: the name of the data, for the footer.
  ///   - language: of the words.
  package init(_ result: BacktestResult, source: String, language: Language) {
    self.result = result
    self.source = source
    self.language = language
    style = NumberStyle(language)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }

  /// One series of points.
  private struct Series {
    let name: String
    let deciles: [StatementScore.Decile]
    let symbol: Mark.Symbol
    let colour: Colour
    let isBold: Bool
  }

  /// The default, and the line as a spreadsheet draws it where that was tested, too.
  private var series: [Series] {
    func make(_ model: Int, _ symbol: Mark.Symbol, _ colour: Colour, isBold: Bool) -> Series {
      let scores = result.scores.statements[model]
      let deciles = (0..<10).map { tenth in
        scores.reduce(into: StatementScore.Decile()) { sum, score in
          sum.count += score.deciles[tenth].count
          sum.stated += score.deciles[tenth].stated
          sum.hits += score.deciles[tenth].hits
        }
      }
      return Series(
        name: result.name(ofModel: model), deciles: deciles, symbol: symbol, colour: colour,
        isBold: isBold)
    }
    var series = [make(0, .disc, .blue, isBold: true)]
    if let line = result.shownModels.first(where: { result.request.models[$0].id == "ols" }),
      line != 0
    {
      series.append(make(line, .ring, .grey, isBold: false))
    }
    return series
  }

  /// The picture and its numbers.
  package var reported: ReportedPicture {
    let series = self.series
    let layout = SheetLayout(
      title: say(
        "Đã nói bao nhiêu phần trăm, đã đúng bao nhiêu phần trăm",
        "How many percent were said, how many came true"),
      subtitle: say(
        "khẳng định “tỷ lệ đạt ngưỡng”, gộp theo từng nhóm 10%",
        "statements “the share reaches the threshold”, by tenths"),
      footer: [
        say(
          "Điểm nằm trên đường chéo: lời dự báo giữ đúng. Dưới đường chéo: nói quá. Nhóm dưới \(Self.fewest) khẳng định không vẽ.",
          "On the diagonal a forecast keeps its word; below it says too much. Tenths with fewer than \(Self.fewest) statements are not drawn."
        ), say("Nguồn: \(source).", "Source: \(source)."),
      ],
      drawingHeight: Self.side + 12)
    let x = LinearScale(domain: 0...100, from: Self.left, to: Self.left + Self.side)
    let y = LinearScale(domain: 0...100, from: layout.top + Self.side, to: layout.top)
    var marks = layout.marks + axes(x, y)
    for item in series.reversed() { marks += points(item, x, y) }
    marks += labels(series, x, y)
    return ReportedPicture(
      name: "reliability",
      picture: Picture(
        width: SheetLayout.width, height: layout.height,
        title: say("Độ tin cậy của xác suất đã nói", "Reliability of stated probabilities"),
        description: description(series), language: language.rawValue, marks: marks),
      table: table(series))
  }

  private func axes(_ x: LinearScale, _ y: LinearScale) -> [Mark] {
    let size = SheetLayout.textSize
    var marks: [Mark] = []
    for tick in stride(from: 0.0, through: 100, by: 20) {
      marks.append(
        .line([Point(x.start, y(tick)), Point(x.end, y(tick))], Stroke(.faint, width: 0.15)))
      marks.append(
        .line([Point(x(tick), y.start), Point(x(tick), y.end)], Stroke(.faint, width: 0.15)))
      let text = style.decimal(tick, decimals: 0)
      marks.append(
        .text(
          text, at: Point(x.start - 1.5, y(tick) + 1.1), .end, size: size, isBold: false, .black))
      marks.append(
        .text(text, at: Point(x(tick), y.start + 4), .middle, size: size, isBold: false, .black))
    }
    marks.append(
      .line(
        [Point(x.start, y.start), Point(x.end, y.end)], Stroke(.black, width: 0.3, dashes: [1, 1])))
    marks.append(
      .text(
        say("xác suất đã nói (%)", "stated probability (%)"),
        at: Point((x.start + x.end) / 2, y.start + 8.5), .middle, size: size, isBold: false, .black)
    )
    marks.append(
      .text(
        say("đã đúng (%)", "came true (%)"), at: Point(x.start + 2, y.end + 4), .start, size: size,
        isBold: false, .black))
    return marks
  }

  private func drawn(_ series: Series) -> [(x: Double, y: Double)] {
    series.deciles.compactMap { decile in
      guard decile.count >= Self.fewest, let stated = decile.meanStated,
        let observed = decile.observed
      else { return nil }
      return (stated * 100, observed * 100)
    }
  }

  private func points(_ series: Series, _ x: LinearScale, _ y: LinearScale) -> [Mark] {
    let places = drawn(series).map { Point(x($0.x), y($0.y)) }
    return [.line(places, Stroke(series.colour, width: series.isBold ? 0.5 : 0.3))]
      + places.map { .point($0, series.symbol, size: 1.6, series.colour) }
  }

  private func labels(_ series: [Series], _ x: LinearScale, _ y: LinearScale) -> [Mark] {
    let ends = series.map { drawn($0).last }
    let wishes = ends.map { y($0?.y ?? 0) }
    let heights = LabelSpacing.places(wishes, gap: 8.5, within: y.end...y.start)
    return zip(series, heights).flatMap { item, height -> [Mark] in
      let total = item.deciles.reduce(0) { $0 + $1.count }
      let words = [
        item.name, say("\(style.whole(total)) khẳng định", "\(style.whole(total)) statements"),
      ]
      return words.enumerated().map { index, text in
        .text(
          text, at: Point(x.end + 3, height + Double(index) * SheetLayout.lineHeight), .start,
          size: SheetLayout.textSize, isBold: item.isBold && index == 0,
          item.isBold ? .blue : .grey)
      }
    }
  }

  private func description(_ series: [Series]) -> String {
    series.map { item in
      let pairs = drawn(item).map {
        "\(style.decimal($0.x, decimals: 0)) → \(style.decimal($0.y, decimals: 0))"
      }
      return "\(item.name): \(pairs.joined(separator: "; "))"
    }.joined(separator: ". ")
  }

  private func table(_ series: [Series]) -> ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mô hình", en: "Model")),
        ReportTable.Column(Phrase(vi: "Đã nói (%)", en: "Stated (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Đã đúng (%)", en: "Came true (%)"), .trailing),
        ReportTable.Column(Phrase(vi: "Số khẳng định", en: "Statements"), .trailing),
      ],
      rows: series.flatMap { item in
        item.deciles.filter { $0.count > 0 }.map { decile in
          [
            .name(item.name), .decimal(decile.meanStated.map { $0 * 100 }),
            .decimal(decile.observed.map { $0 * 100 }), .whole(decile.count),
          ]
        }
      })
  }
}
