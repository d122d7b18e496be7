import ArgumentParser
import Diagnostics
import Foundation
import Indicators
import InputFiles
import OfficeDocuments
import Regulations
import Reporting
import Wording

/// `forecast template --place NAME`: an empty workbook that asks for what the rules need.
struct TemplateCommand: ForecastSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: Phrase(
        vi: "Tạo tệp Excel mẫu để điền số liệu theo quy định.",
        en: "Makes an Excel file to be filled in, as the rules ask."
      )(HelpLanguage.current),
      discussion: Phrase(
        vi: """
          Ví dụ:
            forecast template --place "Xã Kiến Hưng" --years 2019-2026
            forecast template --place "Xã Kiến Hưng" --parts 14
            forecast template --place "Xã Kiến Hưng" --part "Thôn Đông" --part "Thôn Đoài"

          Không nêu --regulation thì mẫu theo quy định cho cấp xã và mức kế hoạch của cấp xã.
          """,
        en: """
          Examples:
            forecast template --place "Xã Kiến Hưng" --years 2019-2026 --lang en
            forecast template --place "Xã Kiến Hưng" --parts 14 --lang en
            forecast template --place "Xã Kiến Hưng" --part "Thôn Đông" --part "Thôn Đoài" --lang en

          Without --regulation it follows the rules for communes and their planning level.
          """)(HelpLanguage.current))
  }

  /// The kind of place that fills in templates unless the name says another.
  private static let standardKind = "xã"

  @Option(
    help: HelpLanguage.help(
      "Số thôn, tổ dân phố; mỗi thôn có các dòng riêng.",
      "How many hamlets; each has rows of its own.", valueName: "n"))
  var parts: Int?

  @Option(
    parsing: .singleValue,
    help: HelpLanguage.help(
      "Tên một thôn, tổ dân phố (dùng được nhiều lần, thay cho --parts).",
      "The name of a hamlet (may be repeated; instead of --parts).", valueName: "name"))
  var part: [String] = []

  @Option(
    help: HelpLanguage.help(
      "Các năm có cột trong mẫu.", "The years that have a column.", valueName: "first-last"))
  var years = "2019-2026"

  @OptionGroup var place: PlaceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let (name, partNames, span) = try checked()
    let resources = try ResourceFolder(session.console)
    var ruleFiles = try resources.ruleFiles()
    let id = try place.addOwnRuleFile(&ruleFiles, session.console)
    let library = try RegulationLibrary.read(ruleFiles)
    session.inputs = ruleFiles.map { ResultEnvelope.Input(path: $0.path, sha256: $0.sha256) }
    let regulations =
      try id.map { id throws(Faults) in [try library.regulation(id)] }
      ?? Self.regulations(forPlace: name, in: library)
    let fileName =
      Phrase(vi: "so-lieu-", en: "figures-")(session.language) + TextKey.fileName(name) + ".xlsx"
    let folder = output.output.hasSuffix("/") ? output.output : output.output + "/"
    let path = folder + fileName
    let template = FigureTemplate(
      regulations: regulations, place: name, parts: partNames, years: span,
      language: session.language,
      command: command(of: regulations, data: fileName, session.language))
    let file = OutputFolder.File(name: fileName, bytes: try template.workbook.bytes())
    try OutputFolder(output.output, console: session.console).write([file], force: output.force)
    if session.printsJSON {
      session.console.write(
        session.envelope(
          .object([
            ("files", .texts([path])), ("place", .string(name)), ("parts", .texts(partNames)),
            ("regulations", .texts(regulations.map(\.id))),
            ("firstYear", .whole(span.lowerBound)), ("lastYear", .whole(span.upperBound)),
          ])
        ).text)
      return .answered
    }
    let next = command(of: regulations, data: path, session.language)
    session.console.write(
      Phrase(
        vi: """
          Đã ghi mẫu: \(path)
          Mở bằng Excel, điền theo trang “Hướng dẫn”, lưu lại, rồi chạy:
            \(next)

          """,
        en: """
          The template was written to: \(path)
          Open it in Excel, fill it in as the sheet “How to fill” says, save it, then run:
            \(next)

          """)(session.language))
    return .answered
  }

  /// Returns the command that the filled file is for, as it can be pasted.
  private func command(
    of regulations: [Regulation], data: String, _ language: Language
  ) -> String {
    var words = ["forecast"]
    if let level = FigureTemplate.suggestedLevel(of: regulations) {
      words += ["--target", level.id]
    }
    words += ["--data", data]
    if let regulation = place.regulation { words += ["--regulation", regulation] }
    if language != .vi { words += ["--lang", language.rawValue] }
    return words.map(NextSteps.quoted).joined(separator: " ")
  }

  /// Returns the rules for the kind of place that a name begins with, else for a commune.
  private static func regulations(
    forPlace name: String, in library: RegulationLibrary
  ) -> [Regulation] {
    let key = TextKey.folded(name)
    let kinds = library.regulations.flatMap(\.placeKinds)
    let kind = kinds.first { key.hasPrefix(TextKey.folded($0) + " ") } ?? standardKind
    return library.regulations.filter { $0.fits(kind: kind) }
  }

  // MARK: Options

  /// Returns place, parts and years, or all faults of the options at once.
  private func checked() throws(Faults) -> (String, [String], ClosedRange<Int>) {
    var faults: [Diagnostic] = []
    let name = place.place.map(Self.cleaned) ?? ""
    if name.isEmpty { faults.append(Diagnostic(.templatePlaceMissing)) }
    if let date = place.asOf { faults.append(Diagnostic(.templateDate, value: date.iso)) }
    if format.format == .csv { faults.append(Diagnostic(.templateFormat, value: "csv")) }
    if let parts, !(1...300).contains(parts) {
      faults.append(UsageFault.value(String(parts), of: "--parts"))
    }
    if parts != nil, !part.isEmpty { faults.append(Diagnostic(.templatePartsTwice)) }
    let span = span
    if span == nil { faults.append(UsageFault.value(years, of: "--years")) }
    let names = partNames(of: name)
    let keys = ([name] + names).map(TextKey.folded)
    for (index, key) in keys.enumerated().dropFirst()
    where key.isEmpty || keys[..<index].contains(key) {
      faults.append(Diagnostic(.templatePart, value: names[index - 1]))
    }
    guard faults.isEmpty, let span else { throw Faults(faults) }
    return (name, names, span)
  }

  private static func cleaned(_ text: String) -> String {
    TextKey.printable(TextKey.composed(text)).trimmingCharacters(in: .whitespaces)
  }

  /// Returns the names given, or "Thôn 1" and so on; a ward is made of “tổ dân phố”.
  private func partNames(of name: String) -> [String] {
    guard let parts, (1...300).contains(parts) else { return part.map(Self.cleaned) }
    let kind = TextKey.folded(name).hasPrefix("phuong ") ? "Tổ dân phố" : "Thôn"
    return (1...parts).map { "\(kind) \($0)" }
  }

  private var span: ClosedRange<Int>? {
    let ends = years.split(omittingEmptySubsequences: false) { "-–".contains($0) }
      .map { Int($0.trimmingCharacters(in: .whitespaces)) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      (1900...2100).contains(first), (first...max(first, 2100)).contains(last), last - first < 30
    else { return nil }
    return first...last
  }
}

extension DiagnosticCode {
  static let templatePlaceMissing = DiagnosticCode(
    "template.place-missing", obstacle: .usage,
    message: Phrase(
      vi: "chưa nêu tên địa phương của mẫu", en: "the place of the template is not named"),
    remedy: Phrase(
      vi: "Thêm --place, ví dụ: forecast template --place \"Xã Kiến Hưng\"",
      en: "Add --place, such as: forecast template --place \"Xã Kiến Hưng\""))

  static let templateFormat = DiagnosticCode(
    "template.format", obstacle: .usage,
    message: Phrase(
      vi: "mẫu chỉ có dạng xlsx, không có dạng {value}",
      en: "templates are made as xlsx only, not as {value}"),
    remedy: Phrase(
      vi: "Bỏ --format. Muốn tự lập tệp .csv, xem docs/data-format.md.",
      en: "Leave --format out. To write a .csv file yourself, see docs/data-format.md."))

  static let templateDate = DiagnosticCode(
    "template.date", obstacle: .usage,
    message: Phrase(
      vi: "mẫu không có số liệu, nên không dùng --as-of {value}",
      en: "a template has no figures, so that --as-of {value} says nothing"),
    remedy: Phrase(
      vi: "Bỏ --as-of; chọn các năm bằng --years.",
      en: "Leave --as-of out; choose the years with --years."))

  static let templatePartsTwice = DiagnosticCode(
    "template.parts-twice", obstacle: .usage,
    message: Phrase(
      vi: "chỉ dùng một trong hai: --parts hoặc --part",
      en: "only one of --parts and --part can be used"),
    remedy: Phrase(
      vi: "Giữ --part nếu muốn ghi tên thôn; giữ --parts nếu chỉ cần số thôn.",
      en: "Keep --part to name the hamlets, or --parts to number them."))

  static let templatePart = DiagnosticCode(
    "template.part", obstacle: .usage,
    message: Phrase(
      vi: "tên thôn “{value}” để trống hoặc trùng với tên khác",
      en: "the hamlet “{value}” has no name, or that of another"),
    remedy: Phrase(
      vi: "Cho mỗi thôn một tên riêng.", en: "Give each hamlet a name of its own."))
}
