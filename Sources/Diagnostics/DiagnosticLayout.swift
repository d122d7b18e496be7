package import Wording

/// Findings laid out as text for a terminal.
package struct DiagnosticLayout: Sendable {
  /// The language of the sentences.
  package let language: Language
  /// How many findings of one code are shown whole before the rest are counted.
  package let repeatLimit: Int

  package init(language: Language, repeatLimit: Int = 20) {
    self.language = language
    self.repeatLimit = repeatLimit
  }

  /// Returns one finding: position, severity, message and code, then the remedy on its own line.
  ///
  /// ```
  /// xa.csv:14:4: lỗi: 'n/a' không phải là số [number.unreadable]
  ///     Cách sửa: …
  /// ```
  package func text(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.position.map { $0.label + ": " } ?? ""
    let head =
      "\(place)\(Self.word(for: diagnostic.severity)(language)): "
      + "\(diagnostic.message(in: language)) [\(diagnostic.code.id)]"
    let remedy = diagnostic.remedy(in: language)
    return remedy.isEmpty ? head : head + "\n    \(Self.remedyWord(language)): \(remedy)"
  }

  /// Returns all findings in order; repeats of one code beyond the limit are counted, not shown.
  ///
  /// The most severe come last, where a terminal leaves the eye.
  package func text(of diagnostics: [Diagnostic]) -> String {
    var shown: [DiagnosticCode: Int] = [:]
    var hidden: [(code: DiagnosticCode, count: Int)] = []
    var lines: [String] = []
    for severity in Severity.allCases.sorted() {
      for diagnostic in diagnostics where diagnostic.severity == severity {
        shown[diagnostic.code, default: 0] += 1
        if shown[diagnostic.code, default: 0] <= repeatLimit {
          lines.append(text(of: diagnostic))
        } else if let index = hidden.firstIndex(where: { $0.code == diagnostic.code }) {
          hidden[index].count += 1
        } else {
          hidden.append((diagnostic.code, 1))
        }
      }
    }
    for entry in hidden {
      lines.append(
        Self.moreWord.filled(["count": String(entry.count), "code": entry.code.id], in: language))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func word(for severity: Severity) -> Phrase {
    switch severity {
    case .error: Phrase(vi: "lỗi", en: "error")
    case .warning: Phrase(vi: "cảnh báo", en: "warning")
    case .note: Phrase(vi: "lưu ý", en: "note")
    }
  }

  private static let remedyWord = Phrase(vi: "Cách sửa", en: "Remedy")
  private static let moreWord = Phrase(
    vi: "… và {count} trường hợp nữa cùng loại [{code}]; dùng --json để xem tất cả.",
    en: "… and {count} more of the same kind [{code}]; use --json to see all.")
}
