import ArgumentParser
import Datasets
import Diagnostics
import Foundation
import InputFiles
import Regulations
import Reporting
import Wording

/// `forecast init FILE`: a mapping of the file's tables as recognised, with comments, to be changed.
struct InitCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Phrase(
        vi: "Ghi tệp khai báo các bảng của một tệp số liệu, để tự sửa khi máy hiểu sai.",
        en: "Writes a mapping of the tables of a file, to be changed where they are misunderstood."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast init "Số liệu xã.xlsx"
            forecast check "Số liệu xã.xlsx" --mapping "out/Số liệu xã.mapping.yaml"
          """,
        en: """
          Examples:
            forecast init figures.xlsx --lang en
            forecast check figures.xlsx --mapping out/figures.mapping.yaml --lang en
          """)(HelpLanguage.current))
  }

  @Argument(
    help: HelpLanguage.help("Tệp .xlsx hoặc .csv.", "A .xlsx or .csv file.", valueName: "file"))
  var file: String

  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let data = try SourceFile(reading: session.console.url(of: file), shownAs: file)
    session.inputs = [ResultEnvelope.Input(path: data.path, sha256: data.sha256)]
    let rules = try ResourceFolder(session.console).ruleFiles()
    let vocabulary = try RegulationLibrary.read(rules).vocabulary
    let options = try source.looseFileOptions(vocabulary, place: place.place, session.console)
    let mapping = try MappingWriter.mapping(of: data, options, in: session.language)
    let stem = URL(filePath: file).deletingPathExtension().lastPathComponent
    let name = TextKey.composed(stem) + ".mapping.yaml"
    try OutputFolder(output.output, console: session.console).write(
      [OutputFolder.File(name: name, content: mapping)], force: output.force)
    let shown = (output.output.hasSuffix("/") ? output.output : output.output + "/") + name
    if session.printsJSON {
      session.console.write(
        session.envelope(.object([("files", .texts([shown])), ("mapping", .string(mapping))])).text)
    } else {
      session.console.write(
        Phrase(
          vi:
            "Đã ghi \(shown)\nSửa tệp này rồi chạy: forecast check \"\(file)\" --mapping \"\(shown)\"\n",
          en:
            "Written: \(shown)\nChange it, then run: forecast check \"\(file)\" --mapping \"\(shown)\"\n"
        )(session.language))
    }
    return .answered
  }
}
