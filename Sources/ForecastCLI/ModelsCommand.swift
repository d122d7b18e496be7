import ArgumentParser
import Datasets
import Diagnostics
import Forecasting
import Indicators
import InputFiles
import Reporting
import Wording

/// `forecast models`: every model in two sentences, with its record on the shipped series.
struct ModelsCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "models",
      abstract: Phrase(
        vi: "Giới thiệu các mô hình dự báo và kết quả kiểm tra của từng mô hình.",
        en: "Tells of the models and of how each did when tested."
      )(HelpLanguage.current))
  }

  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let file = try ResourceFolder(session.console).paceLibraryFile()
    session.inputs = [ResultEnvelope.Input(path: file.path, sha256: file.sha256)]
    let records = Dictionary(
      try PaceLibraryReader.read(file).models.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    if session.printsJSON {
      let models = ModelRegistry.all.map { json(of: $0, record: records[$0.id], session.language) }
      session.console.write(session.envelope(.object([("models", .array(models))])).text)
      return .answered
    }
    session.console.write(
      ModelRegistry.all.map { text(of: $0, record: records[$0.id], session.language) }
        .joined(separator: "\n"))
    return .answered
  }

  private func text(
    of model: any TrendModel, record: ModelRecord?, _ language: Language
  ) -> String {
    let isStandard = model.id == ModelRegistry.standard.id
    let mark = isStandard ? Phrase(vi: " (mặc định)", en: " (default)")(language) : ""
    var lines = ["\(model.id)\(mark): \(model.title(language))"]
    lines += DisplayWidth.wrapped(model.explanation(language), width: 96).map { "  " + $0 }
    if let record {
      lines += DisplayWidth.wrapped(sentence(record, language), width: 96).map { "  " + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns the record: error against no change and coverage, five figures known.
  private func sentence(_ record: ModelRecord, _ language: Language) -> String {
    let style = NumberStyle(language)
    let error = style.decimal(record.relativeError, decimals: 2)
    let score = style.decimal(record.relativeRankedScore, decimals: 2)
    let next = style.decimal(100 * record.coverageNext, decimals: 0)
    let fifth = style.decimal(100 * record.coverageFifth, decimals: 0)
    return Phrase(
      vi:
        "Kiểm tra trên số liệu các nước, 5 năm đã biết: sai số bằng \(error) lần, CRPS bằng \(score) lần “giữ nguyên”; khoảng 80% chứa số thật \(next)% ở năm tới, \(fifth)% ở năm thứ năm.",
      en:
        "Tested on figures of countries, 5 years known: \(error) times the error and \(score) times the CRPS of no change; its 80% interval held \(next)% in the coming year, \(fifth)% in the fifth."
    )(language)
  }

  private func json(
    of model: any TrendModel, record: ModelRecord?, _ language: Language
  ) -> JSONValue {
    .object([
      ("id", .string(model.id)), ("default", .bool(model.id == ModelRegistry.standard.id)),
      ("title", .string(model.title(language))),
      ("explanation", .string(model.explanation(language))),
      ("minimumFigures", .whole(model.minimumCount)),
      ("record", record.map(json) ?? .null),
    ])
  }

  private func json(of record: ModelRecord) -> JSONValue {
    .object([
      ("relMAE", .number(record.relativeError)), ("relCRPS", .number(record.relativeRankedScore)),
      ("coverage80AtYear1", .number(record.coverageNext)),
      ("coverage80AtYear5", .number(record.coverageFifth)),
    ])
  }
}
