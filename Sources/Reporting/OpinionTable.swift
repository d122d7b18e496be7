import Forecasting
import Indicators
package import Planning
import Regulations
import Wording

/// The second opinions as one flat table: one row a number, so that it can be filtered and pivoted.
package enum OpinionTable {
  /// Builds the table for a file; place and level stand in every row.
  package static func table(of analysis: Analysis) -> ReportTable {
    let head: [ReportTable.Cell] = [
      .name(analysis.place.name), .text(GapTable.levelName(analysis.level)),
    ]
    return ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place")),
        ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
      ] + columns(of: analysis),
      rows: rows(of: analysis).map { head + $0 })
  }

  /// Builds the table for a sheet that says above what it speaks of.
  static func sheet(of analysis: Analysis) -> ReportTable {
    ReportTable(columns: columns(of: analysis), rows: rows(of: analysis))
  }

  private static func columns(of analysis: Analysis) -> [ReportTable.Column] {
    [
      ReportTable.Column(Phrase(vi: "Mã", en: "Id")),
      ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Requirement"), widest: 30),
      ReportTable.Column(Phrase(vi: "Phương pháp", en: "Method")),
      ReportTable.Column(Phrase(vi: "Xếp loại", en: "Class"), widest: 26),
      ReportTable.Column(Phrase(vi: "Hiện trạng", en: "At present"), widest: 20),
      ReportTable.Column(Phrase(vi: "Từ năm", en: "From"), .trailing),
      ReportTable.Column(Phrase(vi: "Đến năm", en: "To"), .trailing),
      ReportTable.Column(Phrase(vi: "Con số", en: "Number"), widest: 34),
      ReportTable.Column(Phrase(vi: "Giá trị", en: "Value"), .trailing),
      ReportTable.Column(Phrase(vi: "Đơn vị", en: "Unit"), widest: 22),
      ReportTable.Column(
        Phrase(
          vi: "Xác suất đạt năm \(analysis.targetYear) (của chương trình)",
          en: "Probability in \(analysis.targetYear) (this program's)"), .trailing),
      ReportTable.Column(Phrase(vi: "Ghi chú", en: "Notes"), widest: 40),
    ]
  }

  private static func rows(of analysis: Analysis) -> [[ReportTable.Cell]] {
    analysis.opinions.flatMap { method in
      method.opinions.flatMap { rows(of: $0, in: analysis) }
        + (method.level.map { [row(of: $0, by: method.method, in: analysis)] } ?? [])
    }
  }

  private static func rows(
    of opinion: SecondOpinion, in analysis: Analysis
  ) -> [[ReportTable.Cell]] {
    let result = analysis.requirements.first { $0.id == opinion.requirement }
    let notes = Phrase(
      vi: opinion.notes.map(\.title.vi).joined(separator: "; "),
      en: opinion.notes.map(\.title.en).joined(separator: "; "))
    let known = opinion.numbers.filter { $0.value?.isFinite ?? false }.map { Optional($0) }
    return (known.isEmpty ? [nil] : known).map { number in
      [
        .name(opinion.requirement), result.map { .text($0.shortTitle) } ?? .empty,
        .name(opinion.method.id), .text(OpinionWords.verdict(opinion)),
        opinion.standing.map { .text($0.title) } ?? .empty,
        .year(opinion.years?.lowerBound), .year(opinion.years?.upperBound),
        number.map { .text($0.quantity.title) } ?? .empty,
        .decimal(number?.value, decimals: 4),
        number.map { .text(OpinionWords.unit($0.quantity.unit)) } ?? .empty,
        .probability(
          result?.probability(in: analysis.targetYear),
          cap: result.map { RequirementWords.cap(on: $0) } ?? .none), .text(notes),
      ]
    }
  }

  private static func row(
    of level: LevelOpinion, by method: PublishedMethod, in analysis: Analysis
  ) -> [ReportTable.Cell] {
    let outlook = analysis.outlook.first { $0.year == analysis.targetYear }
    let names = level.deciding.joined(separator: ", ")
    return [
      .empty, .text(Phrase(vi: "cả mức (các tỷ lệ)", en: "the level (its shares)")),
      .name(method.id), .text(level.verdict.title), .empty, .empty, .empty,
      level.score == nil ? .empty : .text(OpinionNumber.Quantity.score.title),
      .decimal(level.score, decimals: 4),
      level.score == nil ? .empty : .text(OpinionWords.unit(.index)),
      .probability(
        outlook?.probability, cap: RequirementWords.cap(onAllOf: analysis.requirements)),
      .text(
        names.isEmpty
          ? Phrase("") : Phrase(vi: "quyết định bởi \(names)", en: "decided by \(names)")),
    ]
  }
}
