import ArgumentParser
import Diagnostics
import Wording

/// Faults in the arguments, told in the user's language.
enum UsageFault {
  /// Returns the finding for an error of the argument parser.
  ///
  /// The commonest faults are recognised by the arguments themselves, because the parser gives
  /// sentences only; all others keep the parser's sentence.
  static func diagnostic(for error: any Error, arguments: [String]) -> Diagnostic {
    let known = knownOptions
    for argument in arguments where argument.hasPrefix("--") {
      let name = String(argument.prefix { $0 != "=" })
      guard !known.contains(name), name != "--" else { continue }
      let nearest = NearestName.suggestions(for: name, among: known.sorted(), limit: 2)
      return Diagnostic(
        .optionUnknown, value: name,
        ["nearest": nearest.isEmpty ? "forecast --help" : nearest.joined(separator: ", ")])
    }
    if let first = arguments.first, !first.hasPrefix("-"), !subcommandNames.contains(first) {
      let nearest = NearestName.suggestions(for: first, among: subcommandNames, limit: 2)
      return Diagnostic(
        .commandUnknown, value: first,
        [
          "nearest": nearest.isEmpty
            ? subcommandNames.joined(separator: ", ") : nearest.joined(separator: ", ")
        ])
    }
    let sentence = ForecastCommand.message(for: error)
    return Diagnostic(.usage, ["sentence": sentence])
  }

  static var subcommandNames: [String] {
    ForecastCommand.configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// Every option that some command knows, read off the commands' own help.
  private static var knownOptions: Set<String> {
    let commands: [any ParsableCommand.Type] =
      [ForecastCommand.self] + ForecastCommand.configuration.subcommands
    var names: Set<String> = ["--help", "--version"]
    for command in commands {
      let help = ForecastCommand.helpMessage(for: command, columns: 400)
      for word in help.split(whereSeparator: { " \n[],=<>".contains($0) })
      where word.hasPrefix("--") {
        names.insert(String(word))
      }
    }
    return names
  }
}

/// The help of the parser with its own headings in the language of the run.
enum HelpText {
  private static let headings: [(en: String, vi: String)] = [
    ("OVERVIEW: ", ""), ("USAGE:", "CÁCH DÙNG:"), ("SUBCOMMANDS:", "LỆNH CON:"),
    ("OPTIONS:", "TÙY CHỌN:"), ("ARGUMENTS:", "ĐỐI SỐ:"),
    ("(default: ", "(mặc định: "), ("; default: ", "; mặc định: "), ("(values: ", "(giá trị: "),
    ("Show help information.", "Xem hướng dẫn."), ("Show the version.", "Xem phiên bản."),
    ("Show subcommand help information.", "Xem hướng dẫn của lệnh con."),
    (
      "See 'forecast help <subcommand>' for detailed help.",
      "Gõ 'forecast help <lệnh con>' để xem chi tiết."
    ),
  ]

  /// Returns the help with Vietnamese headings when the run is in Vietnamese.
  static func translated(_ help: String) -> String {
    guard HelpLanguage.current == .vi else { return help.replacing("OVERVIEW: ", with: "") }
    return headings.reduce(help) { $0.replacing($1.en, with: $1.vi) }
  }
}

extension DiagnosticCode {
  static let optionUnknown = DiagnosticCode(
    "usage.option", obstacle: .usage,
    message: Phrase(vi: "không có tùy chọn “{value}”", en: "there is no option “{value}”"),
    remedy: Phrase(vi: "Ý bạn là: {nearest}?", en: "Did you mean: {nearest}?"))

  static let commandUnknown = DiagnosticCode(
    "usage.command", obstacle: .usage,
    message: Phrase(vi: "không có lệnh “{value}”", en: "there is no command “{value}”"),
    remedy: Phrase(
      vi: "Ý bạn là: {nearest}? Câu hỏi chính là: forecast --target level2",
      en: "Did you mean: {nearest}? The main question is: forecast --target level2"))

  static let usage = DiagnosticCode(
    "usage", obstacle: .usage,
    message: Phrase(vi: "lệnh viết chưa đúng: {sentence}", en: "{sentence}"),
    remedy: Phrase(vi: "Xem: forecast --help", en: "See: forecast --help"))

  static let optionValue = DiagnosticCode(
    "usage.value", obstacle: .usage,
    message: Phrase(
      vi: "giá trị “{value}” không dùng được cho {option}", en: "“{value}” is no value for {option}"
    ),
    remedy: Phrase(vi: "Dùng {allowed}.", en: "Use {allowed}."))
}
