import Planning
import Wording

/// The part of the report that gives the floor to the methods of others.
extension AnalysisText {
  /// The second opinions; nil when none was asked for.
  var opinions: String? {
    guard !analysis.opinions.isEmpty else { return nil }
    let body =
      [opinionTable.text(in: language) + Self.wrapped(OpinionWords.caution(language), indent: "")]
      + analysis.opinions.map { block(of: $0) }
    return section(
      "Ý kiến thứ hai", "Second opinions",
      detail: say(
        " (phương pháp của tổ chức khác, không phải kết quả của chương trình)",
        " (methods of other organisations, no results of this program)"),
      body.joined(separator: "\n"))
  }

  /// Class by requirement and method, our chance beside; the last row is on all shares together.
  private var opinionTable: ReportTable {
    let target = analysis.targetYear
    let shares = analysis.requirements.filter { result in
      analysis.opinions.contains { $0.opinion(on: result.id) != nil }
    }
    let columns =
      [ReportTable.Column(Phrase(vi: "Mã", en: "Id"), widest: 14)]
      + analysis.opinions.map { ReportTable.Column($0.method.words.name, widest: 16) }
      + [
        ReportTable.Column(
          Phrase(
            vi: "Xác suất \(target) của chương trình", en: "This program's chance \(target)"),
          .trailing, widest: 16)
      ]
    let rows: [[ReportTable.Cell]] = shares.map { result in
      let verdicts = analysis.opinions.map { method in
        ReportTable.Cell.text(
          method.opinion(on: result.id).map { OpinionWords.verdict($0) }
            ?? Phrase(NumberStyle.missing))
      }
      return [.name(result.id)] + verdicts + [
        .probability(
          result.probability(in: target).map { min(max($0, 1e-9), 1 - 1e-9) },
          cap: RequirementWords.cap(on: result))
      ]
    }
    let outlook = analysis.outlook.first { $0.year == target }
    let level =
      [ReportTable.Cell.text(Phrase(vi: "cả mức", en: "the level"))]
      + analysis.opinions.map {
        .text($0.level?.verdict.title ?? Phrase(NumberStyle.missing))
      } + [.probability(outlook?.probability, cap: cap)]
    return ReportTable(columns: columns, rows: rows + [level])
  }

  /// The method: what it is, formula, source, what is not confirmed, then a line a share.
  private func block(of method: MethodOpinions) -> String {
    let words = method.method.words
    var lines = ["\(method.method.id): \(words.title(language))"]
    lines.append(say("Công thức: ", "Formula: ") + words.formula(language))
    lines.append(say("Nguồn: ", "Source: ") + words.source(language))
    if let unconfirmed = words.unconfirmed {
      lines.append(say("Chưa xác nhận: ", "Not confirmed: ") + unconfirmed(language))
    }
    lines += method.opinions.map { OpinionWords.line($0, in: language) }
    if let level = OpinionWords.line(method.level, in: language) { lines.append(level) }
    return lines.enumerated().map { index, line in
      Self.wrapped(line, indent: index == 0 ? "" : "  ")
    }.joined()
  }

  private static func wrapped(_ text: String, indent: String) -> String {
    DisplayWidth.wrapped(text, width: 108).enumerated().map { index, line in
      indent + (index == 0 || indent.isEmpty ? "" : "  ") + line + "\n"
    }.joined()
  }
}
