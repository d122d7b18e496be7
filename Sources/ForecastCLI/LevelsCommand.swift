import ArgumentParser
import Diagnostics
import InputFiles
import Regulations
import Reporting
import Wording

/// `forecast levels`: every level that the rule files define, with its legal basis.
struct LevelsCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "levels",
      abstract: Phrase(
        vi: "Liệt kê các mức, căn cứ pháp lý và loại địa phương áp dụng.",
        en: "Lists the levels, their legal basis and the kinds of place they fit."
      )(HelpLanguage.current))
  }

  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let files = try ResourceFolder(session.console).ruleFiles()
    let library = try RegulationLibrary.read(files)
    session.inputs = files.map { ResultEnvelope.Input(path: $0.path, sha256: $0.sha256) }
    let pairs = library.regulations.flatMap { regulation in
      regulation.levels.map { (regulation, $0) }
    }
    if session.printsJSON {
      let levels = pairs.map { json(of: $0.1, $0.0, language: session.language) }
      session.console.write(session.envelope(.object([("levels", .array(levels))])).text)
      return .answered
    }
    let table = ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Mức", en: "Level")),
        ReportTable.Column(Phrase(vi: "Tên", en: "Title"), widest: 40),
        ReportTable.Column(Phrase(vi: "Áp dụng cho", en: "Fits"), widest: 24),
        ReportTable.Column(Phrase(vi: "Số yêu cầu", en: "Requirements"), .trailing),
        ReportTable.Column(Phrase(vi: "Căn cứ", en: "Legal basis"), widest: 48),
        ReportTable.Column(Phrase(vi: "Quy định", en: "Regulation")),
      ],
      rows: pairs.map { regulation, level in
        [
          .name(level.id), .text(level.title), .name(regulation.placeKinds.joined(separator: ", ")),
          .whole(level.requirements.count),
          level.legalBasis.map { .name($0) } ?? level.notice.map { .text($0) } ?? .empty,
          .name(regulation.id),
        ]
      })
    session.console.write(table.text(in: session.language))
    return .answered
  }

  private func json(of level: Level, _ regulation: Regulation, language: Language) -> JSONValue {
    .object([
      ("id", .string(level.id)), ("title", .string(level.title(language))),
      ("regulation", .string(regulation.id)), ("legalBasis", .text(level.legalBasis)),
      ("planning", .bool(level.isPlanning)), ("notice", .text(level.notice?(language))),
      ("dueYear", .integer(level.dueYear)), ("placeKinds", .texts(regulation.placeKinds)),
      ("requirements", .texts(level.requirements.map(\.id))),
    ])
  }
}
