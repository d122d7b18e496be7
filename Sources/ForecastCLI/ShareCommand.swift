import ArgumentParser
import Datasets
import Diagnostics
import Indicators
import InputFiles
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// `forecast share --indicator ID --total COUNT --by YEAR`: a target shared among the parts of a place.
struct ShareCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "share",
      abstract: Phrase(
        vi:
          "Chia chỉ tiêu của xã cho các thôn, của tỉnh cho các xã: số nguyên, tổng nỗ lực thấp nhất.",
        en:
          "Shares the target of a commune among its hamlets, of a province among its communes: whole people, least effort."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast share --indicator learning-citizens --total 16500 --by 2027
            forecast share --indicator learning-citizens --total 16500 --by 2027 --effort relative
            forecast share --indicator learning-citizens --total 16500 --by 2027 --limits gioi-han.csv

          Tệp --limits có các cột place (địa phương), floor (sàn), ceiling (trần), weight (trọng số); ô trống:
          sàn là số hiện có, trần là tổng số, trọng số là 1. Tổng không thể đạt: mã thoát 65.
          """,
        en: """
          Examples:
            forecast share --indicator learning-citizens --total 16500 --by 2027 --lang en
            forecast share --indicator learning-citizens --total 16500 --by 2027 --effort relative --lang en
            forecast share --indicator learning-citizens --total 16500 --by 2027 --limits limits.csv --lang en

          The file of --limits has the columns place, floor, ceiling, weight; an empty cell: the floor is the
          current count, the ceiling the base, the weight 1. A total out of reach exits with 65.
          """)(HelpLanguage.current))
  }

  @Option(
    help: HelpLanguage.help(
      "Mã chỉ tiêu cần chia, ví dụ learning-citizens.",
      "The indicator to be shared, such as learning-citizens.",
      valueName: "id"))
  var indicator: String?

  @Option(
    help: HelpLanguage.help(
      "Tổng mà các nơi cùng phải đạt (số người, số hộ …).",
      "What all places have to reach together (people, households …).",
      valueName: "count"))
  var total: Int?

  @Option(
    help: HelpLanguage.help(
      "Cách đo nỗ lực: squared (theo số người) hoặc relative (theo tỷ lệ).",
      "How effort is measured: squared (by people) or relative (by share).",
      valueName: "squared|relative"))
  var effort: SharingEffort = .squared

  @Option(
    help: HelpLanguage.help(
      "Tệp sàn, trần, trọng số của từng nơi.",
      "The floors, ceilings and weights of places.",
      valueName: "file"))
  var limits: String?

  @Option(
    name: .customLong("max-pace"),
    help: HelpLanguage.help(
      "Mỗi nơi tăng nhiều nhất bấy nhiêu điểm phần trăm một năm, kể từ năm số liệu mới nhất.",
      "No place may gain more points a year than this, from its newest figure on.",
      valueName: "points"))
  var maxPace: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var place: PlaceOptions
  @OptionGroup var outlook: OutlookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let asked = try checked()
    let resources = try ResourceFolder(session.console)
    let ruleFiles = try resources.ruleFiles()
    let library = try RegulationLibrary.read(ruleFiles)
    let loaded = try source.dataset(
      resources,
      try source.looseFileOptions(library.vocabulary, place: place.place, session.console),
      session.console)
    let limits = try readLimits(session.console)
    session.inputs = (loaded.sources + ruleFiles + limits.sources).map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    session.diagnostics += loaded.diagnostics
    let (indicator, whole, places) = try sharing(
      of: Self.indicator(named: asked.indicator, in: library), in: loaded.dataset)
    let sharing = try shareTarget(
      loaded.dataset,
      SharingRequest(
        whole: whole, places: places, indicator: indicator, total: asked.total,
        targetYear: asked.year, effort: effort, limits: limits.limits,
        limitFindings: limits.findings, maximumPace: asked.pace, asOf: place.asOf))
    let isNamed = indicator.title != Phrase(indicator.id)
    let title = isNamed ? nil : library.vocabulary.titles[indicator.id]
    try report(sharing, title: title ?? indicator.title, &session)
    return .answered
  }

  /// Returns the indicator that a requirement asks for, where an id is that of a requirement: 5.1.
  private static func indicator(named id: String, in library: RegulationLibrary) -> String {
    library.regulations.lazy.flatMap(\.levels).flatMap(\.requirements)
      .first { $0.id == id }?.indicator ?? id
  }

  /// Returns what is shared, among whom, and the place whose parts they are.
  private func sharing(
    of id: String, in dataset: Dataset
  ) throws(Faults) -> (indicator: Indicator, whole: Place?, places: [Place]) {
    if dataset.panel.places.isEmpty {
      throw Faults(Diagnostic(.datasetEmpty, value: dataset.title))
    }
    let indicator = try SharingRequest.indicator(of: id, in: dataset.panel)
    let isNamed = place.place != nil || dataset.defaultPlace != nil
    let (whole, places) = try SharingPlaces.of(
      isNamed ? try PlaceChoice.place(named: place.place, in: dataset) : nil,
      isAsked: place.place != nil, indicator: indicator.id, in: dataset.panel, asOf: place.asOf)
    return (indicator, whole, places)
  }

  private func readLimits(
    _ console: Console
  ) throws(Faults) -> (limits: [ShareLimit], findings: [Diagnostic], sources: [SourceFile]) {
    guard let limits else { return ([], [], []) }
    let file = try SourceFile(reading: console.url(of: limits), shownAs: limits)
    let (rows, findings) = try ShareLimitTable.read(file)
    return (rows, findings, [file])
  }

  private func report(
    _ sharing: TargetSharing, title: Phrase, _ session: inout Session
  ) throws(Faults) {
    let readingRemarks = session.diagnostics
    session.diagnostics += sharing.diagnostics
    let whole = sharing.request.whole?.name ?? sharing.datasetTitle
    let name =
      "share-\(TextKey.fileName(sharing.request.indicator.id))-\(TextKey.fileName(whole))"
    var tables = [
      OutputFolder.File(
        name: name + ".csv", content: SharingTable.table(of: sharing).csv(in: session.language))
    ]
    if format.format == .xlsx {
      let book = SharingWorkbook(sharing, title: title, language: session.language).workbook
      tables.append(OutputFolder.File(name: name + ".xlsx", bytes: try book.bytes()))
    }
    let names = tables.map(\.name) + [name + ".json"]
    let document = session.envelope(
      SharingJSON.data(of: sharing, files: names, in: session.language)
    ).text
    try OutputFolder(output.output, console: session.console).write(
      tables + [OutputFolder.File(name: name + ".json", content: document)], force: output.force)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: readingRemarks))
    if session.printsJSON {
      session.console.write(document)
    } else {
      let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
      let text = SharingText(sharing, title: title, language: session.language)
      let written = Phrase(vi: "Đã ghi: ", en: "Written: ")(session.language)
      let closing = sharing.isIllustrative ? text.dataNotice.map { "\n" + $0 + "\n" } : nil
      session.console.write(
        text.text + "\n" + written + names.map { folder + $0 }.joined(separator: ", ") + "\n"
          + (closing ?? ""))
    }
  }

  // MARK: Options

  /// Returns what was asked, or all faults of the options at once.
  private func checked() throws(Faults) -> (
    indicator: String, total: Int, year: Int, pace: ExactDecimal?
  ) {
    var faults: [Diagnostic] = []
    for (option, isMissing) in [
      ("--indicator", indicator == nil), ("--total", total == nil), ("--by", outlook.by == nil),
    ] where isMissing {
      faults.append(Diagnostic(.shareOptionMissing, ["option": option]))
    }
    for (option, isGiven) in [
      ("--require-probability", outlook.requireProbability != nil),
      ("--accept-definition", !outlook.acceptDefinition.isEmpty),
      ("--regulation", place.regulation != nil), ("--library", source.library != nil),
    ] where isGiven {
      faults.append(Diagnostic(.shareOptionUnused, ["option": option]))
    }
    if let total, total < 0 {
      faults.append(UsageFault.value(String(total), of: "--total"))
    }
    if let year = outlook.by, !(1900...2100).contains(year) {
      faults.append(UsageFault.value(String(year), of: "--by"))
    }
    let pace = maxPace.flatMap { ExactDecimal(plain: $0.replacing(",", with: ".")) }
    let isPaceSound = pace.map { ExactDecimal(0) <= $0 && $0 <= ExactDecimal(100) } ?? false
    if let maxPace, !isPaceSound { faults.append(UsageFault.value(maxPace, of: "--max-pace")) }
    guard faults.isEmpty, let indicator, let total, let year = outlook.by else {
      throw Faults(faults)
    }
    return (indicator, total, year, pace)
  }
}

extension SharingEffort: ExpressibleByArgument {}

extension DiagnosticCode {
  static let shareOptionMissing = DiagnosticCode(
    "share.option-missing", obstacle: .usage,
    message: Phrase(vi: "lệnh share còn thiếu {option}", en: "share needs {option}"),
    remedy: Phrase(
      vi: "Ví dụ: forecast share --indicator learning-citizens --total 16500 --by 2027",
      en: "Such as: forecast share --indicator learning-citizens --total 16500 --by 2027"))

  static let shareOptionUnused = DiagnosticCode(
    "share.option-unused", obstacle: .usage,
    message: Phrase(
      vi: "lệnh share không dùng {option}: lệnh này chia chỉ tiêu, không dự báo",
      en: "share has no use for {option}: it shares a target and forecasts nothing"),
    remedy: Phrase(vi: "Bỏ {option}.", en: "Leave {option} out."))
}
