import Charts
import Indicators
import Planning
import Regulations
import Wording

/// The frame that all pictures share: title, subtitle, space for the drawing, footer.
///
/// 160 mm wide, the text width of an official A4 page (Nghị định 30/2020/NĐ-CP, Phụ lục I); type of 9 points
/// and more, so that it survives printing.
struct SheetLayout {
  /// The width of every picture in millimetres.
  static let width = 160.0
  /// The type sizes in millimetres.
  static let titleSize = TextMetrics.millimetres(points: 11)
  static let textSize = TextMetrics.millimetres(points: 9)
  /// The distance between base lines of text.
  static let lineHeight = 3.9

  /// The empty edge around everything.
  static let margin = 2.0

  /// The marks of title, subtitle and footer.
  let marks: [Mark]
  /// Where the drawing may begin.
  let top: Double
  /// The height of the whole sheet.
  let height: Double

  /// Sets the texts around a drawing of a given height.
  init(title: String, subtitle: String, footer: [String], drawingHeight: Double) {
    var y = Self.margin
    var marks: [Mark] = []
    let room = Self.width - 2 * Self.margin
    func set(_ text: String, size: Double, isBold: Bool, _ colour: Colour) {
      for line in TextMetrics.wrapped(text, width: room, size: size, isBold: isBold) {
        y += size * 1.22
        marks.append(
          .text(
            line, at: Point(Self.margin, y - TextMetrics.descent(size: size)), .start, size: size,
            isBold: isBold, colour))
      }
    }
    set(title, size: Self.titleSize, isBold: true, .black)
    set(subtitle, size: Self.textSize, isBold: false, .black)
    y += 2
    top = y
    y += drawingHeight + 1
    for text in footer { set(text, size: Self.textSize, isBold: false, .black) }
    height = y + Self.margin
    self.marks = marks
  }
}

/// The sentences under every picture.
enum PictureWords {
  /// Returns source, status of the data, and what is not law: of the level asked for, and of other
  /// `levels` that are drawn.
  static func footer(
    of analysis: ReportedAnalysis, legend: Phrase?, levels: [Level] = []
  ) -> [String] {
    let language = analysis.language
    var lines: [String] = []
    if let legend { lines.append(legend(language)) }
    let content = analysis.content
    let named =
      content.isIllustrative ? content.datasetTitle : content.source ?? content.datasetTitle
    lines.append(Phrase(vi: "Nguồn: \(named).", en: "Source: \(named).")(language))
    if content.isIllustrative {
      lines.append(
        Phrase(vi: "Số liệu minh họa.", en: "Số liệu minh họa (illustrative figures).")(language))
    }
    let drawn = [content.level] + levels.filter { $0.id != content.level.id }
    for level in drawn {
      guard let notice = level.notice else { continue }
      lines.append("\(level.title(language)): \(notice(language)).")
    }
    return lines
  }
}
