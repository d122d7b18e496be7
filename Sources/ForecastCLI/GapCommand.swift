import ArgumentParser
import Diagnostics
import Indicators
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// How the rows of a gap report are put together.
enum GapGrouping: String, ExpressibleByArgument, CaseIterable {
  /// By the agency that leads.
  case agency
}

/// `forecast gap --target LEVEL`: what is still missing, by when, how fast, who has to do it.
struct GapCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gap",
      abstract: Phrase(
        vi: "Còn thiếu gì để đạt một mức: bao nhiêu người, mỗi quý, hạn nào, nhịp nào, ai làm.",
        en: "What a level still lacks: how many people, each quarter, due when, how fast, by whom."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast gap --target level2
            forecast gap --target level2 --by 2028 --group agency --format xlsx
          """,
        en: """
          Examples:
            forecast gap --target level2 --lang en
            forecast gap --target level2 --by 2028 --group agency --format xlsx --lang en
          """)(HelpLanguage.current))
  }

  @Option(
    help: HelpLanguage.help(
      "Chia theo đơn vị chủ trì: agency; với --format xlsx mỗi đơn vị một trang.",
      "Split by lead agency: agency; with --format xlsx a sheet for each.", valueName: "agency"))
  var group: GapGrouping?

  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    try outlook.refuseVerdict()
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: try level.chosen())
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    let report = GapReport(analysis, dataset: dataset, request: request)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    session.diagnostics += analysis.diagnostics
    let name = PictureFiles.name("gap-work-\(analysis.level.id)", of: analysis)
    let tables = try tables(of: report, named: name, language: session.language)
    let names = [tables[0].name, name + ".json"] + tables.dropFirst().map(\.name)
    let document = session.envelope(
      GapReportJSON.data(
        of: report, isByAgency: group == .agency, files: names, in: session.language)
    ).text
    let files = tables + [OutputFolder.File(name: name + ".json", content: document)]
    try OutputFolder(output.output, console: session.console).write(files, force: output.force)
    if session.printsJSON {
      session.console.write(document)
    } else {
      session.console.write(text(of: report, files: names, language: session.language))
    }
    return .answered
  }

  /// Returns the tables as files, the flat one first.
  private func tables(
    of report: GapReport, named name: String, language: Language
  ) throws(Faults) -> [OutputFolder.File] {
    let isByAgency = group == .agency
    let tables = GapReportTables(report)
    var files = [
      OutputFolder.File(
        name: name + ".csv", content: tables.file(byAgency: isByAgency).csv(in: language))
    ]
    let parts = tables.parts()
    if !parts.rows.isEmpty {
      files.append(OutputFolder.File(name: name + "-parts.csv", content: parts.csv(in: language)))
    }
    if format.format == .xlsx {
      let book = GapReportWorkbook(report, isByAgency: isByAgency, language: language).workbook
      files.append(OutputFolder.File(name: name + ".xlsx", bytes: try book.bytes()))
    }
    return files
  }

  private func text(of report: GapReport, files: [String], language: Language) -> String {
    let text = GapReportText(report, isByAgency: group == .agency, language: language)
    let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
    let closing = text.closingNotice.map { "\n" + $0 + "\n" } ?? ""
    return text.text + "\n"
      + next(after: report, files: files.map { folder + $0 }, language) + closing
  }

  private func next(after report: GapReport, files: [String], _ language: Language) -> String {
    let analysis = report.analysis
    let steps = NextSteps(
      source: source, place: place, models: models, outlook: outlook, output: output,
      format: format, common: common)
    let same = steps.sameData + steps.sameRule + steps.sameModel
    let target = ["--target", analysis.level.id]
    let year = steps.sameYear
    let grouping = group.map { ["--group", $0.rawValue] } ?? []
    var lines: [(Phrase, String)] = [
      (Phrase(vi: "đã ghi", en: "written"), files.joined(separator: ", "))
    ]
    if group == nil {
      let sheets = format.format == nil ? ["--format", "xlsx"] : []
      lines.append(
        (
          Phrase(vi: "chia việc cho từng đơn vị", en: "to hand out by agency"),
          NextSteps.command(["gap"] + target + year + ["--group", "agency"] + sheets + same)
        ))
    }
    if let row = report.rows.first(where: { $0.parts != nil && ($0.people ?? 0) > 0 }),
      let missing = row.people, let now = row.result.latest?.count
    {
      let total = ["--total", String(now + missing), "--by", String(analysis.targetYear)]
      let indicator = ["--indicator", row.result.indicator]
      lines.append(
        (
          Phrase(vi: "chia \(row.result.id) cho các thôn", en: "to share \(row.result.id) out"),
          NextSteps.command(
            ["share"] + indicator + total
              + NextSteps.options(steps.sameData, without: ["--library"]))
        ))
    }
    let later = ["--by", String(analysis.targetYear + 2)]
    lines.append(
      (
        Phrase(vi: "tính cho năm khác", en: "for another year"),
        NextSteps.command(["gap"] + target + later + grouping + same)
      ))
    lines.append(
      (
        Phrase(vi: "khả năng đạt từng năm", en: "the chance in each year"),
        NextSteps.command(target + year + same)
      ))
    return NextSteps.text(of: lines, language: language)
  }
}
