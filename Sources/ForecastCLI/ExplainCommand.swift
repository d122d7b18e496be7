import ArgumentParser
import Diagnostics
import Indicators
import Planning
import Regulations
import Reporting
import Wording

/// `forecast explain REQUIREMENT YEAR`: every input, formula and intermediate value behind a number.
struct ExplainCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Phrase(
        vi: "Giải thích một con số: số liệu nằm ở ô nào, công thức gì, từng bước tính ra sao.",
        en: "Explains a number: which cells, which formulas, every step of the computation."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast explain 5.2a 2027 --target level2
            forecast explain level2 2029
            forecast explain 5.1 2024
            forecast explain 5.2a 2027 --target level2 --model ols --json

          Không ghi tệp nào. Mã thoát: 0 đã giải thích; 64 năm ngoài phạm vi; 65 không có chỉ tiêu đó.
          """,
        en: """
          Examples:
            forecast explain 5.2a 2027 --target level2 --lang en
            forecast explain level2 2029 --lang en
            forecast explain 5.1 2024 --lang en
            forecast explain 5.2a 2027 --target level2 --model ols --json --lang en

          Writes nothing. Exit codes: 0 explained; 64 a year out of range; 65 no such requirement.
          """)(HelpLanguage.current))
  }

  @Argument(
    help: HelpLanguage.help(
      "Mã chỉ tiêu (5.2a), chỉ số hỗ trợ, hoặc tên mức (level2).",
      "A requirement (5.2a), a supporting indicator, or a level (level2).",
      valueName: "requirement"))
  var requirement: String

  @Argument(
    help: HelpLanguage.help("Năm cần giải thích.", "The year to explain.", valueName: "year"))
  var year: Int

  @Flag(
    help: HelpLanguage.help(
      "In cả các ma trận của bước phải giải ma trận.",
      "Print the matrices of the step that needs a matrix solution, too."))
  var matrices = false

  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    try outlook.refuseVerdict()
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: level.target ?? "",
      choosing: target)
    let (dataset, request) = try builder.build(&session)
    let explanation = try explain(dataset, request, id: requirement, year: year)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    session.diagnostics += explanation.analysis.diagnostics
    if session.printsJSON {
      session.console.write(
        session.envelope(ExplanationJSON.data(of: explanation, in: session.language)).text)
    } else {
      session.console.write(
        ExplanationText(explanation, language: session.language, showsMatrices: matrices).text)
    }
    return .answered
  }

  /// Returns the level asked for: the one that is explained, the one of `--target`, else the first one of
  /// the place that has the requirement, law before plans.
  private func target(
    _ library: RegulationLibrary, _ place: Place, _ regulation: String?
  ) throws(Faults) -> String {
    let levels =
      regulation.map { id in library.regulations.filter { $0.id == id }.flatMap(\.levels) }
      ?? library.levels(forKind: place.kind)
    if levels.contains(where: { $0.id == requirement }) { return requirement }
    if let target = level.target { return target }
    let holders = levels.filter { level in
      level.requirements.contains { $0.id == requirement || $0.indicator == requirement }
        || level.supporting.contains { $0.id == requirement }
    }
    guard let holder = holders.first(where: { !$0.isPlanning }) ?? holders.first else {
      throw Faults(unknown(among: levels))
    }
    return holder.id
  }

  /// Returns what is told of an id that no level of the place knows.
  private func unknown(among levels: [Level]) -> Diagnostic {
    var known: [String] = []
    for level in levels {
      for name in level.requirements.map(\.id) + level.supporting.map(\.id) + [level.id]
      where !known.contains(name) { known.append(name) }
    }
    return Diagnostic(
      .explainUnknown, value: requirement,
      ["nearest": NearestRequirement.names(to: requirement, among: known).joined(separator: ", ")],
      phrases: ["level": Phrase(vi: "bộ quy định", en: "the set of rules")])
  }
}
