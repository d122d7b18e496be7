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

/// `forecast scenario --target LEVEL`: what if, side by side, and what has to be true.
struct ScenarioCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scenario",
      abstract: Phrase(
        vi: "So các kịch bản, và tìm điều phải đúng để mức đạt với xác suất mong muốn.",
        en:
          "Compares scenarios, and finds what has to be true for a level to be as likely as wanted."
      )(HelpLanguage.current))
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
    help: HelpLanguage.help(
      "Kịch bản: trend, required, peer75, hoặc tệp giả định .csv, .xlsx (dùng được nhiều lần; mặc định: ba kịch bản có sẵn).",
      "A scenario: trend, required, peer75, or a file of assumptions .csv, .xlsx (may be repeated; default: the three built in).",
      valueName: "name|file"))
  var scenario: [String] = []

  @Option(
    help: HelpLanguage.help(
      "Xác suất mong muốn cho câu hỏi ngược, từ 0.5 đến 0.99.",
      "The chance wanted by the reverse question, 0.5 to 0.99.",
      valueName: "probability"))
  var probability = 0.8

  @Option(
    help: HelpLanguage.help(
      "Cách tính gắng sức: spread (theo độ dao động của chỉ tiêu), squared (theo số người), relative (theo tỷ lệ trên tổng số).",
      "How effort is counted: spread (by the share's own variation), squared (by people), relative (by people over the base).",
      valueName: "effort"))
  var effort = MixEffort.spread

  @Option(
    parsing: .singleValue,
    help: HelpLanguage.help(
      "Trọng số gắng sức của một chỉ tiêu, ví dụ 5.2b=3 (dùng được nhiều lần).",
      "The weight of a requirement's effort, such as 5.2b=3 (may be repeated).",
      valueName: "id=number"))
  var weight: [String] = []

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    try outlook.refuseVerdict()
    if !(0.5...0.99).contains(probability) {
      throw Faults(UsageFault.value("\(probability)", of: "--probability"))
    }
    let builder = RequestBuilder(
      source: source, place: place, models: models, outlook: outlook, target: try level.chosen())
    let (dataset, request) = try builder.build(&session)
    let analysis = try analyze(dataset, request)
    let weights = try weights(of: analysis)
    let chosen = try scenarios(for: analysis, &session)
    let peers = PeerPaces.byRequirement(of: request, in: dataset)
    let outcomes = ScenarioAnalysis.outcomes(of: chosen, in: analysis, peers: peers)
    let mixes = analysis.outlook.compactMap { year in
      CheapestMix(
        for: analysis, year: year.year, probability: probability, effort: effort,
        weights: weights, peers: peers)
    }
    let readingRemarks = session.diagnostics
    session.diagnostics += analysis.diagnostics
    let results = ScenarioFiles(
      analysis, outcomes: outcomes, mixes: mixes, language: session.language)
    let name = PictureFiles.name("scenario-\(analysis.level.id)", of: analysis)
    var files = [
      OutputFolder.File(
        name: name + ".csv", content: results.paths.csv(in: session.language))
    ]
    if let mix = results.mix {
      files.append(
        OutputFolder.File(
          name: PictureFiles.name("mix-\(analysis.level.id)", of: analysis) + ".csv",
          content: mix.csv(in: session.language)))
    }
    if format.format == .xlsx {
      files.append(
        OutputFolder.File(name: name + ".xlsx", bytes: try results.workbook.bytes()))
    }
    let document = session.envelope(
      ScenarioJSON.data(
        of: analysis, outcomes: outcomes, mixes: mixes, files: files.map(\.name) + [name + ".json"],
        in: session.language)
    ).text
    files.append(OutputFolder.File(name: name + ".json", content: document))
    try OutputFolder(output.output, console: session.console).write(files, force: output.force)
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: readingRemarks))
    if session.printsJSON {
      session.console.write(document)
    } else {
      let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
      let text = ScenarioText(
        analysis, outcomes: outcomes, mixes: mixes, language: session.language)
      session.console.write(
        text.text + "\n" + next(after: analysis, files.map { folder + $0.name }, session.language)
          + (text.closingNotice.map { "\n" + $0 + "\n" } ?? ""))
    }
    return .answered
  }

  /// Returns what was written and what to do next.
  private func next(after analysis: Analysis, _ files: [String], _ language: Language) -> String {
    let steps = NextSteps(
      source: source, place: place, models: models, outlook: outlook, output: output,
      format: format, common: common)
    let same = steps.sameData + steps.sameRule + steps.sameModel
    let target = ["--target", analysis.level.id] + steps.sameYear
    return NextSteps.text(
      of: [
        (Phrase(vi: "đã ghi", en: "written"), files.joined(separator: ", ")),
        (
          Phrase(vi: "việc của từng đơn vị, từng quý", en: "the work by agency and quarter"),
          NextSteps.command(["gap"] + target + same)
        ),
        (
          Phrase(vi: "mốc từng năm, từng quý", en: "milestones by year and quarter"),
          NextSteps.command(["milestones"] + target + same)
        ),
      ], language: language)
  }

  /// Returns the scenarios asked for, those of files after the checks.
  private func scenarios(
    for analysis: Analysis, _ session: inout Session
  ) throws(Faults) -> [Scenario] {
    var chosen: [Scenario] = []
    var faults: [Diagnostic] = []
    for word in scenario {
      if let standard = Scenario.standard.first(where: { $0.name == word }) {
        if !chosen.contains(standard) { chosen.append(standard) }
        continue
      }
      guard word.contains(".") || word.contains("/") else {
        faults.append(UsageFault.value(word, of: "--scenario"))
        continue
      }
      let file: SourceFile
      let assumptions: [ScenarioAssumption]
      do throws(Faults) {
        file = try SourceFile(reading: session.console.url(of: word), shownAs: word)
        let (rows, findings) = try ScenarioTable.read(file)
        assumptions = rows
        faults += findings.filter { $0.severity == .error }
        session.diagnostics += findings.filter { $0.severity != .error }
      } catch {
        faults += error.diagnostics
        continue
      }
      session.inputs.append(ResultEnvelope.Input(path: file.path, sha256: file.sha256))
      faults += ScenarioChecks.findings(in: assumptions, for: analysis)
      chosen += Self.scenarios(of: assumptions, inFile: word)
    }
    if !faults.isEmpty { throw Faults(faults) }
    return scenario.isEmpty ? Scenario.standard : chosen
  }

  /// Returns one scenario for each name in the file, in the order of their first rows.
  private static func scenarios(
    of assumptions: [ScenarioAssumption], inFile path: String
  ) -> [Scenario] {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").dropLast().joined(separator: ".")
    var names: [String] = []
    var rows: [String: [ScenarioAssumption]] = [:]
    for assumption in assumptions {
      if rows[assumption.scenario] == nil { names.append(assumption.scenario) }
      rows[assumption.scenario, default: []].append(assumption)
    }
    return names.map { name in
      let title = name.isEmpty ? (stem.isEmpty ? file : stem) : name
      return Scenario(
        name: title, title: Phrase(title),
        kind: .assumed(rows[name] ?? []))
    }
  }

  /// Returns the weights asked for, by requirement.
  private func weights(of analysis: Analysis) throws(Faults) -> [String: Double] {
    var weights: [String: Double] = [:]
    var faults: [Diagnostic] = []
    for word in weight {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Double(parts[1]), (1e-6...1e6).contains(value),
        weights[String(parts[0])] == nil
      else {
        faults.append(UsageFault.value(word, of: "--weight"))
        continue
      }
      let id = String(parts[0])
      guard analysis.rows.contains(where: { $0.id == id && $0.kind == .share }) else {
        faults.append(UsageFault.value(word, of: "--weight"))
        continue
      }
      weights[id] = value
    }
    if !faults.isEmpty { throw Faults(faults) }
    return weights
  }
}

extension MixEffort: ExpressibleByArgument {}
