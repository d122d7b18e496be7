import ArgumentParser
import Diagnostics
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
      subcommands: [LevelsCommand.self, DoctorCommand.self])
  }

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Mức muốn hỏi, ví dụ level1, level2, level3.",
        en: "The level asked for, such as level1, level2, level3.")(
          HelpLanguage.current), valueName: "level"))
  var target: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    guard let target else { throw Faults(Diagnostic(.targetMissing)) }
    let builder = RequestBuilder(data: data, outlook: outlook, target: target)
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    let readingRemarks = session.diagnostics
    session.diagnostics += analysis.diagnostics
    let document = session.envelope(AnalysisJSON.data(of: analysis, in: session.language)).text
    let names = ["gap-\(analysis.level.id).csv", "gap-\(analysis.level.id).json"]
    try OutputFolder(output.output, console: session.console).write(
      [
        OutputFolder.File(
          name: names[0], content: GapTable.table(of: analysis).csv(in: session.language)),
        OutputFolder.File(name: names[1], content: document),
      ], force: output.force)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: readingRemarks))
    if session.printsJSON {
      session.console.write(document)
    } else {
      session.console.write(report(analysis, files: names, language: session.language))
    }
    return status(of: analysis)
  }

  private func report(_ analysis: Analysis, files: [String], language: Language) -> String {
    let text = AnalysisText(analysis, language: language)
    let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
    let next = NextSteps.text(
      after: analysis, files: files.map { folder + $0 }, language: language)
    let closing = text.closingNotice.map { "\n" + $0 + "\n" } ?? ""
    return text.text + "\n" + next + closing
  }

  private func status(of analysis: Analysis) -> ExitStatus {
    guard let required = outlook.requireProbability else { return .answered }
    let year = analysis.outlook.first { $0.year == analysis.targetYear }
    guard let probability = year?.probability, probability >= required else {
      return .belowRequiredProbability
    }
    return .answered
  }
}

/// What to run next, printed under every answer.
enum NextSteps {
  static func text(after analysis: Analysis, files: [String], language: Language) -> String {
    let others = analysis.heldLevels.map(\.level).filter { $0.id != analysis.level.id }
    let title = Phrase(vi: "LÀM TIẾP", en: "NEXT")(language)
    var lines: [(String, Phrase)] = [
      (
        files.joined(separator: ", "),
        Phrase(
          vi: "bảng khoảng cách đã ghi (Excel, JSON)", en: "the gap table, written (Excel, JSON)")
      )
    ]
    if let other = others.first {
      lines.append(
        (
          "forecast --target \(other.id)",
          Phrase(
            vi: "hỏi mức khác: \(other.title.vi)", en: "ask for another level: \(other.title.en)")
        ))
    }
    lines.append(
      (
        "forecast --target \(analysis.level.id) --by \(analysis.targetYear + 2)",
        Phrase(vi: "tính số còn thiếu cho năm khác", en: "the gap for another year")
      ))
    lines.append(
      (
        "forecast levels",
        Phrase(vi: "các mức và căn cứ pháp lý", en: "all levels and their legal basis")
      ))
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    return title + "\n"
      + lines.map { DisplayWidth.padded($0.0, to: width) + "  " + $0.1(language) + "\n" }.joined()
  }
}

extension DiagnosticCode {
  static let targetMissing = DiagnosticCode(
    "usage.target", obstacle: .usage,
    message: Phrase(vi: "chưa nói hỏi mức nào", en: "no level is asked for"),
    remedy: Phrase(
      vi: "Thêm --target, ví dụ: forecast --target level2. Xem các mức: forecast levels",
      en: "Add --target, such as: forecast --target level2. To see the levels: forecast levels"))
}
