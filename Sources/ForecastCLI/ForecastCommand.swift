import ArgumentParser
import Diagnostics
import Indicators
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// `forecast --target LEVEL`: will the place reach the level, when, what blocks it, who is missing.
struct ForecastCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forecast",
      abstract: Phrase(
        vi:
          "Dự báo khả năng đạt các mức “Cộng đồng học tập”: bao giờ, xác suất bao nhiêu, vướng gì, thiếu bao nhiêu người, ai phụ trách.",
        en:
          "Forecasts the levels of “Cộng đồng học tập”: when, how likely, what blocks, how many people are missing, who is responsible."
      )(HelpLanguage.current),
      usage: Phrase(
        vi: """
          forecast --target <level> [tùy chọn]
          forecast <lệnh con>
          """,
        en: """
          forecast --target <level> [options]
          forecast <subcommand>
          """)(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast --target level2
            forecast --target level1 --data so-lieu-xa.csv --by 2028

          Mã thoát: 0 đã trả lời; 1 lỗi chương trình; 10 dưới --require-probability; 11 không có số
          liệu; 64 lệnh sai; 65 số liệu sai, hoặc mức, quy định, địa phương không có; 66 thiếu tệp
          vào; 73 không ghi được.
          """,
        en: """
          Examples:
            forecast --target level2 --lang en
            forecast --target level1 --data figures.csv --by 2028 --lang en

          Exit codes: 0 answered; 1 internal fault; 10 below --require-probability; 11 no data; 64
          usage; 65 data invalid, or level, rule or place unknown; 66 input missing; 73 cannot write.
          """)(HelpLanguage.current),
      version: forecastVersion,
      subcommands: [
        CheckCommand.self, InitCommand.self, TemplateCommand.self, GapCommand.self,
        ScenarioCommand.self, ShareCommand.self, MilestonesCommand.self, ReviewCommand.self,
        ExplainCommand.self, ChartCommand.self,
        ModelsCommand.self, BacktestCommand.self, LibraryCommand.self,
        NotebookCommand.self, LevelsCommand.self, DoctorCommand.self,
      ])
  }

  @OptionGroup var level: TargetOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .customLong("method"), parsing: .singleValue,
    help: HelpLanguage.help(
      "Thêm ý kiến thứ hai theo phương pháp của tổ chức khác: \(PublishedMethod.names.joined(separator: ", ")) (dùng được nhiều lần, hoặc cách nhau bằng dấu phẩy).",
      "Add second opinions by published methods of others: \(PublishedMethod.names.joined(separator: ", ")) (may be repeated, or with commas between).",
      valueName: "id"))
  var method: [String] = []

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: try level.chosen(),
      methods: method)
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    let (status, shortfall) = verdict(on: analysis)
    let readingRemarks = session.diagnostics + shortfall
    session.diagnostics += shortfall + analysis.diagnostics
    let name = PictureFiles.name("gap-\(analysis.level.id)", of: analysis)
    let table = OutputFolder.File(
      name: name + ".csv", content: GapTable.table(of: analysis).csv(in: session.language))
    var others: [OutputFolder.File] = []
    if !analysis.opinions.isEmpty {
      others.append(
        OutputFolder.File(
          name: PictureFiles.name("methods-\(analysis.level.id)", of: analysis) + ".csv",
          content: OpinionTable.table(of: analysis).csv(in: session.language)))
    }
    if format.format == .xlsx {
      let book = AnalysisWorkbook(
        analysis, inputs: session.inputs, toolVersion: forecastVersion, language: session.language)
      others.append(OutputFolder.File(name: name + ".xlsx", bytes: try book.workbook.bytes()))
    }
    for kind in LevelPictures.Kind.allCases {
      others += PictureFiles.files(of: analysis, kind, language: session.language)
    }
    let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
    let paths = [table.name, name + ".json"] + others.map(\.name)
    let document = session.envelope(
      AnalysisJSON.data(of: analysis, files: paths, in: session.language)
    ).text
    let files = [table, OutputFolder.File(name: name + ".json", content: document)] + others
    try OutputFolder(output.output, console: session.console).write(files, force: output.force)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: readingRemarks))
    if session.printsJSON {
      session.console.write(document)
    } else {
      session.console.write(
        report(analysis, files: files.map { folder + $0.name }, language: session.language))
    }
    return status
  }

  private func report(_ analysis: Analysis, files: [String], language: Language) -> String {
    let text = AnalysisText(analysis, language: language)
    let next = NextSteps(
      source: source, place: place, models: models, outlook: outlook, output: output,
      format: format, common: common, methods: method
    ).text(after: analysis, files: files, language: language)
    let closing = text.closingNotice.map { "\n" + $0 + "\n" } ?? ""
    return text.text + "\n" + next + closing
  }

  /// Returns the exit status, and what has to be said when the level is not likely enough.
  private func verdict(on analysis: Analysis) -> (ExitStatus, [Diagnostic]) {
    guard let required = outlook.requireProbability else { return (.answered, []) }
    let year = analysis.outlook.first { $0.year == analysis.targetYear }
    if let probability = year?.probability, probability >= required { return (.answered, []) }
    func words(_ value: Double) -> Phrase {
      Phrase(
        vi: NumberStyle(.vi).probability(value),
        en: NumberStyle(.en).probability(value))
    }
    let names = ["level": analysis.level.id, "year": String(analysis.targetYear)]
    guard let probability = year?.probability else {
      return (.belowRequiredProbability, [Diagnostic(.probabilityUnknown, names)])
    }
    let shortfall = Diagnostic(
      .probabilityBelow, names,
      phrases: ["probability": words(probability), "required": words(required)])
    return (.belowRequiredProbability, [shortfall])
  }
}

extension DiagnosticCode {
  static let probabilityUnknown = DiagnosticCode(
    "probability.unknown", .warning,
    message: Phrase(
      vi:
        "chưa tính được xác suất đạt {level} năm {year}, nên không qua được --require-probability",
      en: "the probability of {level} in {year} is not known, so that --require-probability fails"),
    remedy: Phrase(
      vi: "Xem phần “Cần biết khi đọc” để biết còn thiếu số liệu nào.",
      en: "See what has to be known when reading for the data that are missing."))

  static let probabilityBelow = DiagnosticCode(
    "probability.below", .warning,
    message: Phrase(
      vi: "xác suất đạt {level} năm {year} là {probability}, thấp hơn mức đòi hỏi {required}",
      en: "the probability of {level} in {year} is {probability}, below the {required} asked for"),
    remedy: Phrase(
      vi: "Xem cột “Vướng ở” để biết chỉ tiêu cần ưu tiên.",
      en: "See the column “Bound by” for what to work on first."))
}
