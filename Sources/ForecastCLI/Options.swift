import ArgumentParser
import Diagnostics
import Indicators
import InputFiles
import Wording

/// The language in which help is written, set once a run from `--lang`.
enum HelpLanguage {
  @TaskLocal static var current = Language.vi

  /// Returns help in the language of the run; `valueName` is what stands for the value.
  static func help(_ vi: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Phrase(vi: vi, en: en)(current), valueName: valueName)
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
    help: HelpLanguage.help(
      "Mức cần dự báo, ví dụ level1, level2, level3.",
      "The level asked for, such as level1, level2, level3.",
      valueName: "level"))
  var target: String?

  /// Returns the level asked for.
  func chosen() throws(Faults) -> String {
    guard let target else { throw Faults(Diagnostic(.targetMissing)) }
    return target
  }
}

/// Options that say what is read.
struct SourceOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Tệp Excel .xlsx, tệp .csv hoặc thư mục gói số liệu (mặc định: gói ở thư mục hiện tại, nếu không thì ví dụ kèm theo).",
      "A workbook .xlsx, a .csv file or the folder of a data package (default: the package in the current folder, else the shipped example).",
      valueName: "path"))
  var data: String?

  @Option(
    help: HelpLanguage.help(
      "Thư viện nhịp tăng của riêng mình, do forecast library build ghi (mặc định: thư viện kèm theo).",
      "A pace library of your own, written by forecast library build (default: the shipped one).",
      valueName: "file"))
  var library: String?

  @Option(
    help: HelpLanguage.help(
      "Tệp khai báo các bảng, do forecast init ghi (mặc định: tự nhận ra).",
      "A mapping of the tables, written by forecast init (default: recognised).",
      valueName: "file"))
  var mapping: String?

  @Option(
    help: HelpLanguage.help(
      "Dấu thập phân của tệp: comma hoặc point (mặc định: theo số đông trong tệp).",
      "The decimal sign of the file: comma or point (default: as most of its cells).",
      valueName: "sign"))
  var decimal: NumberConvention?

  @Option(
    help: HelpLanguage.help(
      "Bảng đơn vị cũ – đơn vị mới (crosswalk.csv) để ghép lại lịch sử của xã sau sáp nhập.",
      "A table of former and present units (crosswalk.csv) by which the history of merged communes is rebuilt.",
      valueName: "file"))
  var crosswalk: String?
}

/// Options that say which place, seen from which day, by which rule.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Địa phương (mặc định: nơi chính của bộ số liệu).",
      "The place (default: the main one of the data).",
      valueName: "name"))
  var place: String?

  @Option(
    help: HelpLanguage.help(
      "Quy định: mã, hoặc tệp .yaml của riêng mình.",
      "The regulation: its id, or a .yaml file of your own.",
      valueName: "id"))
  var regulation: String?

  @Option(
    help: HelpLanguage.help(
      "Chỉ dùng số liệu đã biết vào ngày này (YYYY-MM-DD).",
      "Use only what was known on this day (YYYY-MM-DD).",
      valueName: "date"))
  var asOf: CalendarDate?
}

/// Options that say how shares are forecast.
struct ModelOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Số năm dự báo.",
      "How many years ahead.",
      valueName: "years"))
  var horizon = 5

  @Option(
    help: HelpLanguage.help(
      "Mô hình dự báo (mặc định: default; xem: forecast models).",
      "The model (default: default; see: forecast models).",
      valueName: "id"))
  var model: String?
}

/// Options that say what outlook is asked for.
struct OutlookOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Năm muốn đạt (mặc định: năm hạn của mức, nếu không thì năm tới).",
      "The year by which the level is wanted (default: the level's due year, else the coming year).",
      valueName: "year"))
  var by: Int?

  @Option(
    name: .customLong("accept-definition"), parsing: .singleValue,
    help: HelpLanguage.help(
      "Chấp nhận số liệu theo định nghĩa khác với quy định (dùng được nhiều lần).",
      "Accept data of a definition other than the rule's (may be repeated).",
      valueName: "id"))
  var acceptDefinition: [String] = []

  @Option(
    help: HelpLanguage.help(
      "Thoát với mã 10 nếu xác suất ở năm mục tiêu thấp hơn mức này (0–1).",
      "Exit with 10 when the probability in the target year is below this (0–1).",
      valueName: "probability"))
  var requireProbability: Double?
}

extension OutlookOptions {
  /// Refuses the option that only the main answer acts on, so that no script waits for an exit code in vain.
  func refuseVerdict() throws(Faults) {
    guard requireProbability != nil else { return }
    throw Faults(Diagnostic(.optionElsewhere, ["option": "--require-probability"]))
  }
}

/// Options that say where results go.
struct OutputOptions: ParsableArguments {
  /// Where results go unless told otherwise.
  static let standardFolder = "out"

  @Option(
    help: HelpLanguage.help(
      "Thư mục ghi kết quả.",
      "Folder of the results.",
      valueName: "folder"))
  var output = OutputOptions.standardFolder

  @Flag(
    help: HelpLanguage.help(
      "Ghi đè cả tệp đã sửa tay hoặc không do chương trình ghi.",
      "Replace foreign and edited files, too."))
  var force = false
}

/// How tables are written to files.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  /// Text that every program reads.
  case csv
  /// A workbook, beside the text.
  case xlsx
}

/// The option that says how tables are written; shared by every command that writes some.
struct FormatOptions: ParsableArguments {
  @Option(
    help: HelpLanguage.help(
      "Dạng bảng: csv, hoặc xlsx (ghi thêm một sổ Excel).",
      "The form of tables: csv, or xlsx (an Excel workbook as well).",
      valueName: "csv|xlsx"))
  var format: TableFormat?
}

extension Language: ExpressibleByArgument {}

extension NumberConvention: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension DiagnosticCode {
  static let optionElsewhere = DiagnosticCode(
    "usage.option-elsewhere", obstacle: .usage,
    message: Phrase(
      vi: "lệnh này không dùng {option}", en: "this command has no use for {option}"),
    remedy: Phrase(
      vi: "Dùng ở lệnh chính: forecast --target level2 {option} 0.8",
      en: "Use it with the main command: forecast --target level2 {option} 0.8"))

  static let targetMissing = DiagnosticCode(
    "usage.target", obstacle: .usage,
    message: Phrase(vi: "chưa chọn mức cần dự báo", en: "no level is asked for"),
    remedy: Phrase(
      vi: "Thêm --target, ví dụ: forecast --target level2. Xem các mức: forecast levels",
      en: "Add --target, such as: forecast --target level2. To see the levels: forecast levels"))
}
