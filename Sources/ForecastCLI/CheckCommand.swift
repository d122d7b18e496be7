import ArgumentParser
import Datasets
import Diagnostics
import Foundation
import Indicators
import InputFiles
import Planning
import Regulations
import Reporting
import Wording

/// `forecast check FILE`: how a file is understood, what figures it holds, and everything wrong with it.
struct CheckCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Phrase(
        vi: "Xem tệp số liệu được hiểu thế nào, có những số nào, sai ở đâu.",
        en: "Shows how a file of figures is understood, what it holds and what is wrong with it."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast check "Số liệu xã.xlsx"
            forecast check so-lieu.csv --decimal comma --json
            forecast check "Số liệu xã.xlsx" --quality
            forecast check so-lieu.csv --crosswalk crosswalk.csv --lineage

          Không ghi và không sửa tệp nào. Mã thoát: 0 đọc được hết; 65 có lỗi; 66 không có tệp.
          """,
        en: """
          Examples:
            forecast check figures.xlsx --lang en
            forecast check figures.csv --decimal comma --json --lang en
            forecast check figures.xlsx --quality --lang en
            forecast check figures.csv --crosswalk crosswalk.csv --lineage --lang en

          Writes and changes nothing. Exit codes: 0 all is read; 65 something is wrong; 66 no such file.
          """)(HelpLanguage.current))
  }

  @Argument(
    help: HelpLanguage.help(
      "Tệp .xlsx, .csv hoặc thư mục gói số liệu.",
      "A .xlsx or .csv file, or the folder of a package.",
      valueName: "file"))
  var file: String?

  @Flag(
    help: HelpLanguage.help(
      "Hỏi về chất lượng số liệu: giá trị lặp, tròn số, vừa đủ ngưỡng, nhảy vọt.",
      "Ask about the quality of the data: repeated, rounded, just enough, jumping figures."))
  var quality = false

  @Flag(
    help: HelpLanguage.help(
      "In nguồn gốc của các số được ghép từ đơn vị cũ.",
      "Print what figures rebuilt from former units are made of."))
  var lineage = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    guard let path = file ?? source.data else { throw Faults(Diagnostic(.checkFileMissing)) }
    let rules = try ResourceFolder(session.console).ruleFiles()
    let library = try RegulationLibrary.read(rules)
    let options = try source.looseFileOptions(
      library.vocabulary, place: place.place, session.console)
    let checked = try read(path, options, session.console)
    session.inputs = checked.sources.map { ResultEnvelope.Input(path: $0.path, sha256: $0.sha256) }
    session.diagnostics += checked.diagnostics
    var report = CheckReport(
      tables: checked.tables, panel: checked.dataset.panel, facts: checked.dataset.facts)
    report.titles = library.vocabulary.titles
    if quality {
      report.quality = DataQuality(
        of: checked.dataset.panel, thresholds: library.shareThresholds)
    }
    if lineage {
      report.lineages = checked.dataset.panel.places.flatMap {
        checked.dataset.panel.lineages(of: $0.name, asOf: place.asOf)
      }
    }
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    if session.printsJSON {
      session.console.write(session.envelope(report.json(in: session.language)).text)
    } else {
      session.console.write(report.text(in: session.language))
    }
    return session.diagnostics.contains { $0.severity == .error } ? .invalidData : .answered
  }

  private func read(
    _ path: String, _ options: LooseFileOptions, _ console: Console
  ) throws(Faults) -> LoadedDataset {
    let checked = try DatasetReader.check(console.url(of: path), shownAs: path, options)
    let isSound = checked.diagnostics.allSatisfy { $0.severity != .error }
    return isSound ? try source.rebuilt(checked, console) : checked
  }
}

extension DiagnosticCode {
  static let checkFileMissing = DiagnosticCode(
    "usage.check-file", obstacle: .usage,
    message: Phrase(vi: "chưa nêu tệp cần xem", en: "no file is named"),
    remedy: Phrase(
      vi: "Ví dụ: forecast check \"Số liệu xã.xlsx\".", en: "Such as: forecast check figures.xlsx.")
  )
}
