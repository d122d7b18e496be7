import Forecasting
import Planning
import Wording

/// The past of statements in words: "in the past x% of such statements came true".
enum RecordWords {
  /// Returns a sentence for each record, naming all rows that share it.
  ///
  /// - Parameters:
  ///   - results: rows in order; those without a record are passed over.
  ///   - language: of the words.
  /// - Returns: one sentence a record, in order of the first row of each.
  static func sentences(of results: [RequirementResult], in language: Language) -> [String] {
    var rows: [(record: StatementRecord, ids: [String])] = []
    for result in results {
      guard let record = result.statementRecord else { continue }
      if let index = rows.firstIndex(where: { $0.record == record }) {
        rows[index].ids.append(result.id)
      } else {
        rows.append((record, [result.id]))
      }
    }
    return rows.map { sentence($0.record, ids: $0.ids, in: language) }
  }

  private static func sentence(
    _ record: StatementRecord, ids: [String], in language: Language
  ) -> String {
    let style = NumberStyle(language)
    let band =
      "\(style.decimal(record.band.lower * 100, decimals: 0))–\(style.decimal(record.band.upper * 100, decimals: 0))%"
    let share = style.percent(100 * Double(record.hits) / Double(record.count), decimals: 0)
    let count = style.whole(record.count)
    let source: Phrase =
      switch record.source {
      case .ownPanel:
        Phrase(vi: "chính bộ số liệu này", en: "these data")
      case .library:
        Phrase(
          vi: "hồ sơ kèm theo chương trình, số liệu các nước",
          en: "the record shipped with the program, figures of countries")
      }
    return Phrase(
      vi:
        "\(ids.joined(separator: ", ")): trong quá khứ, với các khẳng định như thế này (\(band)), \(share) đã đúng (\(count); \(source.vi)).",
      en:
        "\(ids.joined(separator: ", ")): in the past, of statements like this (\(band)), \(share) came true (\(count); \(source.en))."
    )(language)
  }
}
