import ArgumentParser
import Diagnostics
import Indicators
import InputFiles
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// `forecast milestones --target LEVEL`: what has to be reached by the end of each year and quarter, by whom.
struct MilestonesCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "milestones",
      abstract: Phrase(
        vi: "Lập mốc từng năm, từng quý cho mỗi chỉ tiêu: phải có bao nhiêu người, ai chủ trì.",
        en: "Sets milestones by year and quarter for each requirement: how many people, who leads."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast milestones --target level2 --by 2028
            forecast milestones --target level2 --by 2028 --archive forecast-archive.jsonl

          Với --archive, kế hoạch và dự báo này được lưu thêm vào tệp đó để năm sau đối chiếu bằng
          forecast review. Tệp chỉ được ghi thêm; mỗi bản ghi có mã kiểm tra và nối với bản trước.
          """,
        en: """
          Examples:
            forecast milestones --target level2 --by 2028 --lang en
            forecast milestones --target level2 --by 2028 --archive forecast-archive.jsonl --lang en

          With --archive this plan and forecast are added to that file, so that next year forecast review
          can hold them against what came. The file only grows; each record is sealed and names the
          one before.
          """)(HelpLanguage.current))
  }

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: HelpLanguage.help(
      "Đặt mốc cao hơn ngưỡng để xác suất đạt mức là bấy nhiêu, từ 0.5 đến 0.99 (mặc định: vừa chạm ngưỡng).",
      "Aim above the thresholds, so that the level has this chance, 0.5 to 0.99 (default: just reach them).",
      valueName: "probability"))
  var probability: Double?

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    try outlook.refuseVerdict()
    if let probability, !(0.5...0.99).contains(probability) {
      throw Faults(UsageFault.value("\(probability)", of: "--probability"))
    }
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: try level.chosen())
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    let aim = probability.flatMap {
      CheapestMix(
        for: analysis, year: analysis.targetYear, probability: $0, effort: .spread)
    }
    let milestones = Milestones(of: analysis, aimingAt: aim)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    session.diagnostics += analysis.diagnostics
    let name = PictureFiles.name("milestones-\(analysis.level.id)", of: analysis)
    var files = [
      OutputFolder.File(
        name: name + ".csv",
        content: MilestonesTables(milestones, of: analysis).flat.csv(in: session.language))
    ]
    if format.format == .xlsx {
      let book = MilestonesWorkbook(
        milestones, of: analysis, inputs: session.inputs, toolVersion: forecastVersion,
        language: session.language)
      files.append(OutputFolder.File(name: name + ".xlsx", bytes: try book.workbook.bytes()))
    }
    let folder = OutputFolder(output.output, console: session.console)
    let archived = try archive(
      analysis, milestones, session, beside: folder,
      files + [OutputFolder.File(name: name + ".json", content: "")])
    if let archived, !archived.isAppended { note(archived, &session) }
    let document = session.envelope(
      MilestonesJSON.data(
        of: milestones, analysis, files: [name + ".json"] + files.map(\.name), archive: archived,
        in: session.language)
    ).text
    files.insert(OutputFolder.File(name: name + ".json", content: document), at: 1)
    try folder.write(files, force: output.force)
    if session.printsJSON {
      session.console.write(document)
    } else {
      let shown = output.output.hasSuffix("/") ? output.output : output.output + "/"
      session.console.write(
        report(
          milestones, analysis, archived, files: files.map { shown + $0.name }, session.language))
    }
    return .answered
  }

  /// Puts the plan on record where that is asked for; not before it is known that the results can be written,
  /// for a record cannot be taken back.
  private func archive(
    _ analysis: Analysis, _ milestones: Milestones, _ session: Session,
    beside folder: OutputFolder, _ files: [OutputFolder.File]
  ) throws(Faults) -> MilestonesJSON.Archived? {
    guard let path = archive.archive else { return nil }
    if folder.holds(session.console.resultURL(of: path), among: files) {
      throw Faults(UsageFault.value(path, of: "--archive"))
    }
    try folder.ensureWritable(files, force: output.force)
    let plan = ArchivedPlan(
      analysis, milestones, inputs: session.archivedInputs, toolVersion: forecastVersion)
    return try ArchiveFile(path, console: session.console).append(plan)
  }

  /// Tells that nothing was added.
  private func note(_ archived: MilestonesJSON.Archived, _ session: inout Session) {
    let found = Diagnostic(
      .archiveUnchanged, at: InputPosition(file: archived.path), ["path": archived.path])
    session.diagnostics.append(found)
    session.console.writeError(DiagnosticLayout(language: session.language).text(of: [found]))
  }

  private func report(
    _ milestones: Milestones, _ analysis: Analysis, _ archived: MilestonesJSON.Archived?,
    files: [String], _ language: Language
  ) -> String {
    let text = MilestonesText(milestones, of: analysis, language: language).text
    let next = NextSteps(
      source: source, place: place, models: models, outlook: outlook, output: output,
      format: format, common: common
    ).text(afterMilestonesOf: analysis, archived: archived, files: files, language: language)
    let closing = AnalysisText(analysis, language: language).closingNotice
    return text + "\n" + next + (closing.map { "\n" + $0 + "\n" } ?? "")
  }
}

/// The option that names the archive; shared by the commands that write and read it.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Tệp lưu các kế hoạch và dự báo đã lập, để năm sau đối chiếu; chỉ ghi thêm, không sửa.",
      "The file of plans and forecasts on record, to be reviewed next year; it only grows.",
      valueName: "file"))
  var archive: String?
}

extension Session {
  /// The files that were read, as records name them.
  var archivedInputs: [ArchivedPlan.Input] {
    inputs.map { ArchivedPlan.Input(path: $0.path, sha256: $0.sha256) }
  }
}

extension DiagnosticCode {
  static let archiveUnchanged = DiagnosticCode(
    "archive.unchanged", .note,
    message: Phrase(
      vi: "kế hoạch này đã có trong “{path}”, nên không lưu thêm",
      en: "this plan is on record in “{path}” already; nothing was added"),
    remedy: Phrase(
      vi: "Không cần làm gì.", en: "Nothing has to be done."))
}
