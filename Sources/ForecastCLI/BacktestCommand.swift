import ArgumentParser
import Datasets
import Diagnostics
import Evaluation
import Forecasting
import Foundation
import Indicators
import InputFiles
import LinearAlgebra
import OfficeDocuments
import Regulations
import Reporting
import Wording

/// `forecast backtest --data FILE`: what every model would have said in the past, and what came.
struct BacktestCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backtest",
      abstract: Phrase(
        vi:
          "Dự báo lại quá khứ bằng mọi mô hình và so với số thật: sai bao nhiêu, khoảng dự báo đúng mấy lần.",
        en: "Forecasts the past again by every model and holds it against what came."
      )(HelpLanguage.current))
  }

  @Option(
    help: HelpLanguage.help(
      "Số năm đã biết: một số, nhiều số cách nhau bằng dấu phẩy, hoặc all.",
      "Figures known: a number, several with commas between, or all.",
      valueName: "n|all"))
  var history = "5"

  @Option(
    help: HelpLanguage.help(
      "Ghi mọi dự báo và số thật vào tệp .csv này.",
      "Write every forecast and what came to this .csv file.", valueName: "file"))
  var details: String?

  @Option(
    parsing: .singleValue,
    help: HelpLanguage.help(
      "Chiều tốt của một chỉ số, ví dụ bo-hoc=down (dùng được nhiều lần).",
      "The good direction of an indicator, such as dropout=down (may be repeated).",
      valueName: "id=up|down"))
  var direction: [String] = []

  @Option(
    help: HelpLanguage.help(
      "Chỉ in một bảng: groups, means, indicators, statements hoặc deciles.",
      "Print one table only: groups, means, indicators, statements or deciles.",
      valueName: "table"))
  var table: BacktestText.Part?

  @Flag(
    help: HelpLanguage.help(
      "Coi mỗi nơi như chỉ có một mình: không học từ nơi khác.",
      "Take each place as alone: nothing is learned from other places."))
  var alone = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let histories = try checkedHistories()
    let chosen = try checkedModels()
    let resources = try ResourceFolder(session.console)
    let paceFile = try source.paceLibraryFile(resources, session.console)
    let paceLibrary = try PaceLibraryReader.read(paceFile)
    guard let path = source.data else { throw Faults(Diagnostic(.dataMissing)) }
    let loaded = try DatasetReader.read(session.console.url(of: path), shownAs: path)
    session.inputs += (loaded.sources + [paceFile]).map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    session.diagnostics += loaded.diagnostics
    let directions = try DirectionChoice(
      declared: direction, rules: RegulationLibrary.read(try resources.ruleFiles()),
      library: paceLibrary)
    let panel = loaded.dataset.panel
    let request = BacktestRequest(
      sets: panel.indicators.flatMap { indicator in
        BacktestRequest.IndicatorSet.sets(
          of: indicator.id, in: panel, direction: directions.direction(of: indicator))
      },
      models: chosen, histories: histories, horizon: models.horizon, library: paceLibrary,
      learnsFromOthers: !alone)
    return try report(request, title: loaded.dataset.title, &session)
  }

  private func report(
    _ request: BacktestRequest, title: String, _ session: inout Session
  ) throws(Faults) -> ExitStatus {
    var lines = Array(BacktestDetails.header.utf8)
    let result = try run(request, lines: &lines, session)
    guard result.scores.indicators.contains(where: { !$0.cells.isEmpty }) else {
      throw Faults(Diagnostic(.backtestEmpty, ["history": history]))
    }
    // One table alone is for reading: files only where --output or --format says so.
    let drawsPictures =
      table == nil || output.output != OutputOptions.standardFolder || format.format == .xlsx
    let pictures = drawsPictures ? self.pictures(of: result, title: title, session.language) : []
    var files: [String] = []
    if drawsPictures {
      var written = PictureFiles.files(pictures, language: session.language)
      if format.format == .xlsx {
        let book = BacktestWorkbook(result, source: title, language: session.language).workbook
        written.append(OutputFolder.File(name: "backtest.xlsx", bytes: try book.bytes()))
      }
      try OutputFolder(output.output, console: session.console).write(
        written, force: output.force)
      let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
      files = written.map { folder + $0.name }
    }
    if let details {
      let url = session.console.resultURL(of: details)
      let parent = details.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try OutputFolder(
        parent.isEmpty ? "." : parent.joined(separator: "/") + "/", console: session.console
      ).write(
        [OutputFolder.File(name: url.lastPathComponent, bytes: lines)], force: output.force)
      files.append(details)
    }
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    if session.printsJSON {
      session.console.write(
        session.envelope(BacktestJSON.data(of: result, files: files)).text)
    } else {
      let text = BacktestText(result, language: session.language)
      session.console.write(
        table.map { text.text(of: $0) } ?? text.text + "\n" + files.map { $0 + "\n" }.joined())
    }
    return .answered
  }

  /// Returns the reliability diagram, and one coverage chart a history.
  private func pictures(
    of result: BacktestResult, title: String, _ language: Language
  ) -> [ReportedPicture] {
    [ReliabilityDiagram(result, source: title, language: language).reported]
      + result.request.histories.indices.compactMap {
        CoverageChart(result, history: $0, source: title, language: language).reported
      }
  }

  /// Runs the back-test, with its rows as lines where they are asked for.
  private func run(
    _ request: BacktestRequest, lines: inout [UInt8], _ session: Session
  ) throws(Faults) -> BacktestResult {
    let writer = BacktestDetails(
      models: request.models.map {
        $0.id == ModelRegistry.standard.id ? ModelRegistry.standardName : $0.id
      })
    let progress = Progress(session)
    defer { progress.clear() }
    do throws(LinearAlgebraError) {
      return try BacktestResult(running: request) { row, set in
        if details != nil { writer.append(row, of: set, to: &lines) }
      } progress: { done in
        progress.show(done: done, of: request.sets.count)
      }
    } catch {
      throw Faults(Diagnostic(.backtestFailed, ["reason": error.description]))
    }
  }

  private func checkedHistories() throws(Faults) -> [HistoryRule] {
    var rules: [HistoryRule] = []
    for part in history.split(separator: ",", omittingEmptySubsequences: false) {
      let text = part.trimmingCharacters(in: .whitespaces)
      if text == "all" {
        rules.append(.all(atLeast: 3, atMost: PaceModel.longestHistory))
      } else if let count = Int(text), (1...30).contains(count) {
        rules.append(.exactly(count))
      } else {
        throw Faults(UsageFault.value(history, of: "--history"))
      }
    }
    return rules
  }

  private func checkedModels() throws(Faults) -> [any TrendModel] {
    if !(1...30).contains(models.horizon) {
      throw Faults(UsageFault.value(String(models.horizon), of: "--horizon"))
    }
    guard let names = models.model, names != "all" else { return ModelRegistry.all }
    var chosen: [any TrendModel] = []
    for part in names.split(separator: ",", omittingEmptySubsequences: false) {
      guard let model = ModelRegistry.model(part.trimmingCharacters(in: .whitespaces)),
        !chosen.contains(where: { $0.id == model.id })
      else { throw Faults(UsageFault.value(names, of: "--model")) }
      chosen.append(model)
    }
    return chosen
  }
}

extension BacktestText.Part: ExpressibleByArgument {}

extension DiagnosticCode {
  static let backtestEmpty = DiagnosticCode(
    "backtest.no-windows", obstacle: .insufficientData,
    message: Phrase(
      vi: "không nơi nào có đủ {history} năm liền nhau và một năm sau đó để thử",
      en: "no place has {history} consecutive years and a later one to test with"),
    remedy: Phrase(
      vi: "Giảm --history (ít nhất 1), hoặc bổ sung các năm trước.",
      en: "Lower --history (1 at least), or add earlier years."))

  static let dataMissing = DiagnosticCode(
    "usage.data", obstacle: .usage,
    message: Phrase(vi: "chưa chọn số liệu", en: "no data are named"),
    remedy: Phrase(
      vi: "Thêm --data, ví dụ: --data so-lieu.csv",
      en: "Add --data, such as: --data figures.csv"))

  static let backtestFailed = DiagnosticCode(
    "backtest.failed", obstacle: .failure,
    message: Phrase(
      vi: "không kiểm tra lại được: {reason}", en: "the back-test failed: {reason}"),
    remedy: Phrase(
      vi: "Đây là lỗi của chương trình; xin gửi tệp số liệu cho nhóm phát triển.",
      en: "This is a fault of the program; please send the data to its developers."))
}
