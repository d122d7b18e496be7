import ArgumentParser
import Diagnostics
import Indicators
import Wording

/// The language in which help is written, set once a run from `--lang`.
enum HelpLanguage {
  @TaskLocal static var current = Language.vi

  /// Returns help in the language of the run.
  static func help(_ vi: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Phrase(vi: vi, en: en)(current))
  }
}

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Ngôn ngữ: vi hoặc en.", "Language: vi or en."))
  var lang: Language = .vi

  @Flag(help: HelpLanguage.help("In kết quả dạng JSON.", "Print the result as JSON."))
  var json = false
}

/// The option that says which level; shared by every command that needs one.
///
/// One type for all: an option of the root command that a subcommand declared anew would be taken by the
/// root and never reach the subcommand.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Mức cần dự báo, ví dụ level1, level2, level3.",
        en: "The level asked for, such as level1, level2, level3.")(
          HelpLanguage.current), valueName: "level"))
  var target: String?

  /// Returns the level asked for.
  func chosen() throws(Faults) -> String {
    guard let target else { throw Faults(Diagnostic(.targetMissing)) }
    return target
  }
}

/// Options that say which data and which place.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        vi:
          "Thư mục gói số liệu hoặc tệp .csv (mặc định: gói ở thư mục hiện tại, nếu không thì ví dụ kèm theo).",
        en:
          "Folder of a data package, or a .csv file (default: the package in the current folder, else the shipped example)."
      )(HelpLanguage.current), valueName: "path"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Địa phương (mặc định: nơi chính của bộ số liệu).",
        en: "The place (default: the main one of the data).")(
          HelpLanguage.current), valueName: "name"))
  var place: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Quy định: mã, hoặc tệp .yaml của riêng mình.",
        en: "The regulation: its id, or a .yaml file of your own.")(
          HelpLanguage.current), valueName: "id"))
  var regulation: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Chỉ dùng số liệu đã biết vào ngày này (YYYY-MM-DD).",
        en: "Use only what was known on this day (YYYY-MM-DD).")(
          HelpLanguage.current), valueName: "date"))
  var asOf: CalendarDate?
}

/// Options that say how the outlook is made.
struct OutlookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Năm muốn đạt (mặc định: năm hạn của mức, nếu không thì năm tới).",
        en:
          "The year by which the level is wanted (default: the level's due year, else the coming year)."
      )(
        HelpLanguage.current), valueName: "year"))
  var by: Int?

  @Option(
    help: ArgumentHelp(
      Phrase(vi: "Số năm dự báo.", en: "How many years ahead.")(
        HelpLanguage.current), valueName: "years"))
  var horizon = 5

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Cách dự báo: default, drift-shrunk hoặc ols.",
        en: "The model: default, drift-shrunk or ols.")(
          HelpLanguage.current), valueName: "id"))
  var model = "default"

  @Option(
    name: .customLong("accept-definition"), parsing: .singleValue,
    help: ArgumentHelp(
      Phrase(
        vi: "Chấp nhận số liệu theo định nghĩa khác với quy định (dùng được nhiều lần).",
        en: "Accept data of a definition other than the rule's (may be repeated).")(
          HelpLanguage.current), valueName: "id"))
  var acceptDefinition: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        vi: "Thoát với mã 10 nếu xác suất ở năm mục tiêu thấp hơn mức này (0–1).",
        en: "Exit with 10 when the probability in the target year is below this (0–1).")(
          HelpLanguage.current), valueName: "probability"))
  var requireProbability: Double?
}

/// Options that say where results go.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(vi: "Thư mục ghi kết quả.", en: "Folder of the results.")(
        HelpLanguage.current), valueName: "folder"))
  var output = "out"

  @Flag(
    help: HelpLanguage.help(
      "Ghi đè cả tệp đã sửa tay hoặc không do chương trình ghi.",
      "Replace foreign and edited files, too."))
  var force = false
}

extension Language: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension DiagnosticCode {
  static let targetMissing = DiagnosticCode(
    "usage.target", obstacle: .usage,
    message: Phrase(vi: "chưa chọn mức cần dự báo", en: "no level is asked for"),
    remedy: Phrase(
      vi: "Thêm --target, ví dụ: forecast --target level2. Xem các mức: forecast levels",
      en: "Add --target, such as: forecast --target level2. To see the levels: forecast levels"))
}
