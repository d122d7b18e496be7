import ArgumentParser
import Diagnostics
import Forecasting
import Planning
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
      return option(name, nearest: known.sorted())
    }
    if let first = arguments.first, !first.hasPrefix("-"), !subcommandNames.contains(first) {
      return command(first)
    }
    return diagnostic(forSentence: ForecastCommand.message(for: error))
  }

  /// Returns the finding for an option that no command knows.
  private static func option(_ name: String, nearest names: [String]) -> Diagnostic {
    let nearest = NearestName.suggestions(for: name, among: names, limit: 2)
      .joined(separator: ", ")
    let hint =
      nearest.isEmpty
      ? Phrase(vi: "Xem các tùy chọn: forecast --help", en: "To see the options: forecast --help")
      : Phrase(vi: "Ý bạn là: \(nearest)?", en: "Did you mean: \(nearest)?")
    return Diagnostic(.optionUnknown, value: name, phrases: ["hint": hint])
  }

  /// Returns the finding for a word that stands where a subcommand is expected.
  static func command(_ name: String) -> Diagnostic {
    let nearest = NearestName.suggestions(for: name, among: subcommandNames, limit: 2)
      .joined(separator: ", ")
    let all = subcommandNames.joined(separator: ", ")
    let hint =
      nearest.isEmpty
      ? Phrase(vi: "Các lệnh: \(all).", en: "The commands: \(all).")
      : Phrase(vi: "Ý bạn là: \(nearest)?", en: "Did you mean: \(nearest)?")
    return Diagnostic(.commandUnknown, value: name, phrases: ["hint": hint])
  }

  /// Returns the finding for a value that an option does not take.
  static func value(_ value: String, of option: String) -> Diagnostic {
    Diagnostic(
      .optionValue, value: value, ["option": option], phrases: ["allowed": allowed(option)])
  }

  /// Tells a sentence of the parser in the user's language; one that is not known stays as it is.
  private static func diagnostic(forSentence sentence: String) -> Diagnostic {
    if let match = sentence.firstMatch(of: /^The value '(.*)' is invalid for '(--[a-z-]+)/) {
      return value(String(match.1), of: String(match.2))
    }
    if let match = sentence.firstMatch(of: /^The value '(.*)' is invalid for '<(.+?)>'/) {
      return value(String(match.1), of: argumentName(String(match.2)))
    }
    if let match = sentence.firstMatch(of: /^Missing expected argument '<(.+?)>'/) {
      let name = argumentName(String(match.1))
      return Diagnostic(.argumentMissing, ["argument": name], phrases: ["allowed": allowed(name)])
    }
    if let match = sentence.firstMatch(of: /^Missing value for '(--[a-z-]+)/) {
      let option = String(match.1)
      return Diagnostic(
        .optionWithoutValue, value: option, phrases: ["allowed": allowed(option)])
    }
    if let match = sentence.firstMatch(of: /nexpected arguments?:? (.+)$/) {
      return Diagnostic(.argumentUnexpected, value: String(match.1).replacing("'", with: ""))
    }
    if let match = sentence.firstMatch(of: /^Unknown option '(.+?)'/) {
      return option(String(match.1), nearest: [])
    }
    return Diagnostic(.usage, ["sentence": sentence])
  }

  /// Returns an argument without option as help and messages name it; the parser's own name is the
  /// one that help shows.
  private static func argumentName(_ name: String) -> String { "<\(name)>" }

  /// Returns what an option takes.
  private static func allowed(_ option: String) -> Phrase {
    switch option {
    case "--archive":
      Phrase(
        vi: "một tệp riêng, không phải tệp kết quả, ví dụ forecast-archive.jsonl",
        en: "a file of its own and no result, such as forecast-archive.jsonl")
    case "--as-of": Phrase(vi: "ngày dạng 2026-01-31", en: "a date such as 2026-01-31")
    case "--by": Phrase(vi: "một năm từ 1900 đến 2100", en: "a year of 1900 to 2100")
    case "--effort":
      Phrase(
        vi:
          "squared (theo số người) hoặc relative (theo tỷ lệ); với scenario còn có spread (theo độ dao động)",
        en: "squared (by people) or relative (by share); for scenario also spread (by variation)")
    case "--format": Phrase(vi: "csv hoặc xlsx", en: "csv or xlsx")
    case "--group": Phrase(vi: "agency (theo đơn vị chủ trì)", en: "agency (by lead agency)")
    case "--head":
      Phrase(vi: "mã SHA-256 của một bản ghi", en: "the SHA-256 of a record")
    case "--horizon": Phrase(vi: "số năm từ 1 đến 30", en: "1 to 30 years")
    case "--lang": Phrase(vi: "vi hoặc en", en: "vi or en")
    case "--max-pace":
      Phrase(
        vi: "số điểm phần trăm một năm, từ 0 đến 100, ví dụ 2.5",
        en: "points a year, 0 to 100, such as 2.5")
    case "--parts": Phrase(vi: "số thôn từ 1 đến 300", en: "1 to 300 hamlets")
    case "--years":
      Phrase(
        vi: "các năm dạng 2019-2026, nhiều nhất 30 năm", en: "years such as 2019-2026, 30 at most")
    case "--probability": Phrase(vi: "số từ 0.5 đến 0.99", en: "a number of 0.5 to 0.99")
    case "--scenario":
      Phrase(
        vi: "trend, required, peer75 hoặc một tệp .csv, .xlsx",
        en: "trend, required, peer75 or a file .csv, .xlsx")
    case "--weight":
      Phrase(
        vi: "mã của một tỷ lệ, dấu bằng, số dương: 5.2b=3",
        en: "the id of a share, an equals sign, a positive number: 5.2b=3")
    case "--require-probability":
      Phrase(vi: "số từ 0 đến 1, ví dụ 0.8", en: "a number of 0 to 1, such as 0.8")
    case "--model":
      Phrase(vi: "một trong: \(modelNames)", en: "one of: \(modelNames)")
    case "--method":
      Phrase(
        vi: "một hoặc nhiều trong: \(PublishedMethod.names.joined(separator: ", "))",
        en: "one or more of: \(PublishedMethod.names.joined(separator: ", "))")
    case "--total":
      Phrase(
        vi: "một số nguyên không âm, viết liền, ví dụ 18000",
        en: "a whole number of 0 or more without separators, such as 18000")
    case "--target":
      Phrase(vi: "tên mức, ví dụ level2", en: "the name of a level, such as level2")
    case "<kind>":
      Phrase(
        vi: "một trong: fan (dự báo từng tỷ lệ), heatmap (mức theo năm), gap (số còn thiếu)",
        en: "one of: fan (forecast of each share), heatmap (level by year), gap (people missing)")
    case "<requirement>":
      Phrase(
        vi: "mã chỉ tiêu hoặc tên mức, ví dụ 5.2a hay level2",
        en: "a requirement or a level, such as 5.2a or level2")
    case "<year>": Phrase(vi: "một năm, ví dụ 2027", en: "a year, such as 2027")
    case "<check|run>":
      Phrase(
        vi: "check (so) hoặc run (chạy, thêm --write để ghi)",
        en: "check (compare) or run (with --write to put in place)")
    default: Phrase(vi: "giá trị như trong forecast --help", en: "a value as in forecast --help")
    }
  }

  private static var modelNames: String {
    (["default"] + ModelRegistry.all.map(\.id)).joined(separator: ", ")
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
    ("OVERVIEW: ", ""), ("USAGE:", "CÁCH DÙNG:"), ("\n       forecast", "\n           forecast"),
    ("SUBCOMMANDS:", "LỆNH CON:"),
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
    remedy: Phrase(vi: "{hint}", en: "{hint}"))

  static let commandUnknown = DiagnosticCode(
    "usage.command", obstacle: .usage,
    message: Phrase(vi: "không có lệnh “{value}”", en: "there is no command “{value}”"),
    remedy: Phrase(
      vi: "{hint} Câu hỏi chính là: forecast --target level2",
      en: "{hint} The main question is: forecast --target level2"))

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

  static let optionWithoutValue = DiagnosticCode(
    "usage.value-missing", obstacle: .usage,
    message: Phrase(vi: "sau {value} chưa có giá trị", en: "{value} is given no value"),
    remedy: Phrase(
      vi: "Viết thêm sau {value}: {allowed}.", en: "Write after {value}: {allowed}."))

  static let argumentMissing = DiagnosticCode(
    "usage.argument-missing", obstacle: .usage,
    message: Phrase(vi: "lệnh còn thiếu {argument}", en: "{argument} is missing"),
    remedy: Phrase(vi: "Viết thêm: {allowed}.", en: "Write after the command: {allowed}."))

  static let argumentUnexpected = DiagnosticCode(
    "usage.argument", obstacle: .usage,
    message: Phrase(vi: "lệnh có từ thừa: “{value}”", en: "“{value}” is too much"),
    remedy: Phrase(
      vi: "Bỏ đi, hoặc đặt trong ngoặc kép nếu là một phần của tên có dấu cách.",
      en: "Leave it out, or put quotes around it if it is part of a name with blanks."))
}
