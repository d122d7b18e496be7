import ArgumentParser
import Diagnostics
import Foundation
import InputFiles
import Regulations
import Reporting
import Wording

/// `forecast doctor`: where the program finds its rules and data, and whether they can be read.
struct DoctorCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: Phrase(
        vi: "Cho biết chương trình lấy quy định và số liệu kèm theo ở đâu, có đọc được không.",
        en: "Tells where the program finds its rules and data, and whether they can be read."
      )(HelpLanguage.current))
  }

  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let resources = try ResourceFolder(session.console)
    let files = try resources.ruleFiles()
    let library = try RegulationLibrary.read(files)
    let paceFile = try resources.paceLibraryFile()
    session.inputs = (files + [paceFile]).map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    if session.printsJSON {
      session.console.write(session.envelope(json(resources, library, session.language)).text)
    } else {
      session.console.write(text(resources, library, session.language))
    }
    return .answered
  }

  private func text(
    _ resources: ResourceFolder, _ library: RegulationLibrary, _ language: Language
  ) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
    var lines = ["forecast \(forecastVersion)", say("Đã tìm ở:", "Looked in:")]
    for candidate in resources.candidates {
      let mark =
        candidate.url == resources.url
        ? say("DÙNG  ", "USED  ")
        : candidate.isUsable ? say("có    ", "there ") : say("không ", "absent")
      lines.append(
        "  \(mark) \(candidate.url.path(percentEncoded: false)) (\(candidate.reason(language)))")
    }
    let levels = library.regulations.flatMap { $0.levels.map(\.id) }
    lines.append(say("Các mức: ", "Levels: ") + levels.joined(separator: ", "))
    lines.append(
      say("Bộ số liệu kèm theo: ", "Shipped data: ")
        + resources.packageNames().joined(separator: ", "))
    return lines.map { $0 + "\n" }.joined()
  }

  private func json(
    _ resources: ResourceFolder, _ library: RegulationLibrary, _ language: Language
  ) -> JSONValue {
    .object([
      ("resources", .string(resources.url.path(percentEncoded: false))),
      (
        "candidates",
        .array(
          resources.candidates.map {
            .object([
              ("path", .string($0.url.path(percentEncoded: false))),
              ("reason", .string($0.reason(language))), ("usable", .bool($0.isUsable)),
            ])
          })
      ),
      ("levels", .texts(library.regulations.flatMap { $0.levels.map(\.id) })),
      ("packages", .texts(resources.packageNames())),
    ])
  }
}
