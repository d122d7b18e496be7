import Datasets
import Diagnostics
import Indicators
import InputFiles
import OfficeDocuments
import Planning
import Regulations
import Reporting
import Wording

/// `forecast help CODE`: what a finding means, how to mend it and what it does to the exit code.
struct CodeHelp {
  /// Every code of the program, by id.
  static let codes: [DiagnosticCode] =
    (DiagnosticCode.inputFiles + DiagnosticCode.indicators + DiagnosticCode.officeDocuments
    + DiagnosticCode.datasets + DiagnosticCode.regulations + DiagnosticCode.planning
    + DiagnosticCode.commandLine).sorted { $0.id < $1.id }

  /// Returns the words of the arguments after "help" when they ask for a code: a word with a point.
  static func requested(in arguments: [String]) -> String? {
    guard arguments.first == "help", arguments.count >= 2, arguments[1].contains(".") else {
      return nil
    }
    return arguments[1].trimmingBrackets
  }

  /// Returns the page of a code.
  ///
  /// - Throws: `Faults` with `usage.code` and the nearest codes.
  static func text(of id: String, in language: Language) throws(Faults) -> String {
    let code = try code(id)
    let status = code.severity == .error ? ExitStatus(code.obstacle).rawValue : nil
    let consequence =
      status.map {
        Phrase(vi: "Lệnh dừng, mã thoát \($0).", en: "The command stops with exit code \($0).")
      }
      ?? Phrase(
        vi: "Lệnh vẫn chạy; cần biết khi đọc kết quả.",
        en: "The command goes on; to be known when reading the result.")
    let severity: Phrase =
      switch code.severity {
      case .error: Phrase(vi: "lỗi", en: "error")
      case .warning: Phrase(vi: "cảnh báo", en: "warning")
      case .note: Phrase(vi: "lưu ý", en: "note")
      }
    let lines = [
      "\(code.id) – \(severity(language))", "",
      "  \(Phrase(vi: "Nghĩa", en: "Meaning")(language)): \(Self.plain(code.message(language)))",
      "  \(Phrase(vi: "Cách sửa", en: "Remedy")(language)): \(Self.plain(code.remedy(language)))",
      "  \(consequence(language))",
    ]
    let related = Self.codes.filter { $0.id.prefix { $0 != "." } == code.id.prefix { $0 != "." } }
      .map(\.id).filter { $0 != code.id }
    let more =
      related.isEmpty
      ? []
      : [
        "",
        "  \(Phrase(vi: "Cùng nhóm", en: "Related")(language)): \(related.joined(separator: ", "))",
      ]
    return (lines + more).map { $0 + "\n" }.joined()
  }

  private static func code(_ id: String) throws(Faults) -> DiagnosticCode {
    if let code = codes.first(where: { $0.id == id }) { return code }
    let nearest = NearestName.suggestions(for: id, among: codes.map(\.id), limit: 5)
    throw Faults(
      Diagnostic(
        .codeUnknown, value: id,
        ["nearest": nearest.isEmpty ? NumberStyle.missing : nearest.joined(separator: ", ")]))
  }

  /// Returns a message with its slots as dots: what fills them stands in each finding.
  private static func plain(_ text: String) -> String {
    text.replacing(/\{[A-Za-z]+\}/, with: "…")
  }
}

extension String {
  /// The text without the brackets in which messages print their code.
  fileprivate var trimmingBrackets: String {
    var text = self[...]
    if text.first == "[" { text = text.dropFirst() }
    if text.last == "]" { text = text.dropLast() }
    return String(text)
  }
}

extension DiagnosticCode {
  static let codeUnknown = DiagnosticCode(
    "usage.code", obstacle: .usage,
    message: Phrase(vi: "không có mã “{value}”", en: "there is no code “{value}”"),
    remedy: Phrase(vi: "Gần nhất: {nearest}.", en: "Nearest: {nearest}."))
}
