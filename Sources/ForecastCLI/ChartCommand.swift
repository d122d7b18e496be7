import ArgumentParser
import Charts
import Diagnostics
import Indicators
import Planning
import Regulations
import Reporting
import Wording

/// `forecast chart KIND --target LEVEL`: the pictures alone.
struct ChartCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "chart",
      abstract: Phrase(
        vi: "Vẽ hình: fan (dự báo từng tỷ lệ), heatmap (mức theo năm), gap (số người còn thiếu).",
        en: "Draws: fan (forecast of each share), heatmap (level by year), gap (people missing)."
      )(HelpLanguage.current))
  }

  @Argument(
    help: HelpLanguage.help(
      "Loại hình.",
      "The kind of picture.",
      valueName: "kind"))
  var kind: LevelPictures.Kind

  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: try level.chosen())
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    session.diagnostics += analysis.diagnostics
    let files = PictureFiles.files(of: analysis, kind, language: session.language)
    try OutputFolder(output.output, console: session.console).write(files, force: output.force)
    if files.isEmpty {
      let found = Diagnostic(
        .nothingToDraw, ["kind": kind.rawValue, "level": analysis.level.id])
      session.diagnostics.append(found)
      session.console.writeError(DiagnosticLayout(language: session.language).text(of: [found]))
    }
    let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
    let paths = files.map { folder + $0.name }
    if session.printsJSON {
      session.console.write(session.envelope(.object([("files", .texts(paths))])).text)
    } else {
      session.console.write(paths.map { $0 + "\n" }.joined())
    }
    return .answered
  }
}

extension LevelPictures.Kind: ExpressibleByArgument {}

extension DiagnosticCode {
  static let nothingToDraw = DiagnosticCode(
    "chart.nothing", .warning,
    message: Phrase(
      vi: "không có gì để vẽ: hình {kind} của {level} không có số liệu, hoặc không còn thiếu ai",
      en: "nothing to draw: for {kind} of {level} there are no figures, or nobody is missing"),
    remedy: Phrase(
      vi: "Xem: forecast --target {level}", en: "See: forecast --target {level}"))
}

/// Pictures as files: NAME.svg, and NAME.csv with the numbers drawn.
enum PictureFiles {
  /// Returns the name of a result with its place, so that the results of many places share a folder.
  static func name(_ result: String, of analysis: Analysis) -> String {
    result + "-" + TextKey.fileName(analysis.place.name)
  }

  static func files(
    of analysis: Analysis, _ kind: LevelPictures.Kind, language: Language
  ) -> [OutputFolder.File] {
    files(
      LevelPictures.pictures(of: analysis, kind, language: language), language: language
    ) { name($0, of: analysis) }
  }

  /// Returns pictures as files, each with the numbers drawn.
  static func files(
    _ pictures: [ReportedPicture], language: Language, naming: (String) -> String = { $0 }
  ) -> [OutputFolder.File] {
    pictures.flatMap { reported in
      [
        OutputFolder.File(
          name: naming(reported.name) + ".svg", content: SVG.document(reported.picture)),
        OutputFolder.File(
          name: naming(reported.name) + ".csv",
          content: reported.table.csv(in: language)),
      ]
    }
  }
}
