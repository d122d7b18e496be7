import ArgumentParser
import Datasets
import Diagnostics
import Evaluation
import Forecasting
import Foundation
import Indicators
import InputFiles
import LinearAlgebra
import Reporting
import Wording

/// `forecast library build`: the pace library from a panel of real series.
struct LibraryCommand: ForecastSubcommand {
  /// What is to be done.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    /// Build the library and write library.json.
    case build
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "library",
      abstract: Phrase(
        vi: "Dựng thư viện nhịp tăng từ bộ số liệu của riêng mình.",
        en: "Builds a pace library from series of your own."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Bộ số liệu phải khai chiều tốt (direction) và nhóm (group) của từng chỉ số trong
          indicators.csv. Kết quả là library.json trong thư mục --output; dùng bằng --library.
          Thư viện kèm theo được dựng bằng:
            forecast library build --data datasets/world-panel --output datasets/pace-library
          """,
        en: """
          The data must declare direction and group of each indicator in indicators.csv. The result
          is library.json in the folder --output; use it with --library. The shipped library is built by:
            forecast library build --data datasets/world-panel --output datasets/pace-library
          """)(HelpLanguage.current))
  }

  @Argument(help: HelpLanguage.help("build: dựng.", "build: build.", valueName: "build"))
  var action: Action

  @Option(
    help: HelpLanguage.help(
      "Bảng các họ chỉ tiêu (mặc định: bảng kèm theo).",
      "The table of families (default: the shipped one).", valueName: "file"))
  var families: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    guard let path = source.data else { throw Faults(Diagnostic(.dataMissing)) }
    let loaded = try DatasetReader.read(session.console.url(of: path), shownAs: path)
    let familyFile =
      if let families {
        try SourceFile(reading: session.console.url(of: families), shownAs: families)
      } else {
        try ResourceFolder(session.console).familyFile()
      }
    session.inputs = (loaded.sources + [familyFile]).map {
      ResultEnvelope.Input(path: $0.path, sha256: $0.sha256)
    }
    session.diagnostics += loaded.diagnostics
    let library = try build(
      sources(loaded.dataset.panel), families: try PaceFamilyTable.read(familyFile), session)
    let document = PaceLibraryDocument.json(of: library, inputs: session.inputs)
    try OutputFolder(output.output, console: session.console).write(
      [OutputFolder.File(name: "library.json", content: document.text)], force: output.force)
    let file = (output.output.hasSuffix("/") ? output.output : output.output + "/") + "library.json"
    session.console.writeError(
      DiagnosticLayout(language: session.language).text(of: session.diagnostics))
    if session.printsJSON {
      session.console.write(
        session.envelope(
          .object([("files", .texts([file])), ("library", document)])
        ).text)
    } else {
      session.console.write(summary(of: library, file: file, session.language))
    }
    return .answered
  }

  private func sources(_ panel: IndicatorPanel) throws(Faults) -> [PaceLibraryBuilder.Source] {
    let sources = panel.indicators.flatMap { indicator in
      BacktestRequest.IndicatorSet.sets(
        of: indicator.id, in: panel, direction: indicator.direction
      ).map { PaceLibraryBuilder.Source(set: $0, group: indicator.group ?? indicator.id) }
    }
    let declared = panel.indicators.contains { $0.direction != .unknown }
    guard declared, Set(sources.map(\.group)).count > 1 else {
      throw Faults(Diagnostic(.libraryTooLittle))
    }
    return sources
  }

  private func build(
    _ sources: [PaceLibraryBuilder.Source], families: [PaceFamily], _ session: Session
  ) throws(Faults) -> PaceLibrary {
    let progress = Progress(session)
    defer { progress.clear() }
    let builder = PaceLibraryBuilder(
      sources: sources, families: families, version: PaceLibraryBuilder.version
    ) { progress.show($0) }
    do throws(LinearAlgebraError) {
      return try builder.build()
    } catch {
      throw Faults(Diagnostic(.backtestFailed, ["reason": error.description]))
    }
  }

  private func summary(of library: PaceLibrary, file: String, _ language: Language) -> String {
    let style = NumberStyle(language)
    let knots = zip(library.estimates.curve.knots, library.estimates.curve.paces).map {
      "\(style.decimal($0, decimals: 1)): \(style.signed($1, decimals: 2))"
    }
    let figures = library.sets.reduce(0) { $0 + $1.figures }
    return Phrase(
      vi: """
        Học từ \(library.sets.count) chỉ số, \(NumberStyle(.vi).whole(figures)) giá trị.
        Nhịp theo mức (điểm góc mỗi năm): \(knots.joined(separator: "; ")).
        Độ rộng: \(style.decimal(library.estimates.panelWidth, decimals: 2)) khi có nơi khác, \(style.decimal(library.estimates.loneWidth, decimals: 2)) khi chỉ có một nơi.
        \(standing(of: library).vi)
        Đã ghi \(file)

        """,
      en: """
        Learned from \(library.sets.count) indicators, \(NumberStyle(.en).whole(figures)) figures.
        Pace by level (angular points a year): \(knots.joined(separator: "; ")).
        Widths: \(style.decimal(library.estimates.panelWidth, decimals: 2)) with other places, \(style.decimal(library.estimates.loneWidth, decimals: 2)) alone.
        \(standing(of: library).en)
        Written: \(file)

        """)(language)
  }

  /// Tells whether the library can rank a needed pace among those of places.
  private func standing(of library: PaceLibrary) -> Phrase {
    let bands = library.placePaces.bands
    guard let longest = bands.map(\.years).max() else {
      return Phrase(
        vi: "Nhịp của các nơi: quá ít chỉ số, nơi hoặc đoạn để so sánh.",
        en: "Paces of places: too few indicators, places or windows to compare with.")
    }
    return Phrase(
      vi:
        "Nhịp của các nơi: \(bands.count) dải mức xuất phát và độ dài, dài nhất \(longest) năm.",
      en:
        "Paces of places: \(bands.count) bands of starting level and length, \(longest) years at most."
    )
  }
}

extension DiagnosticCode {
  static let libraryTooLittle = DiagnosticCode(
    "library.too-little", obstacle: .insufficientData,
    message: Phrase(
      vi:
        "bộ số liệu không đủ để dựng thư viện: cần ít nhất hai nhóm chỉ số và một chiều tốt đã khai",
      en:
        "the data are too little for a library: two groups of indicators and one declared direction are needed"
    ),
    remedy: Phrase(
      vi: "Khai direction và group của từng chỉ số trong indicators.csv.",
      en: "Declare direction and group of each indicator in indicators.csv."))
}
