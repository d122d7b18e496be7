import Diagnostics
package import Planning
package import Wording

/// The questions that data raise, as a table and as a document.
package struct QualityReport: Sendable {
  private let quality: DataQuality

  package init(_ quality: DataQuality) {
    self.quality = quality
  }

  /// One row a question, in the order of the findings; no row when nothing is asked.
  package var table: ReportTable {
    ReportTable(
      columns: [
        ReportTable.Column(Phrase(vi: "Loại", en: "Kind"), widest: 10),
        ReportTable.Column(Phrase(vi: "Địa phương", en: "Place"), widest: 24),
        ReportTable.Column(Phrase(vi: "Chỉ tiêu", en: "Indicator"), widest: 24),
        ReportTable.Column(Phrase(vi: "Năm", en: "Years"), widest: 16),
        ReportTable.Column(Phrase(vi: "Câu hỏi", en: "Question")),
        ReportTable.Column(Phrase(vi: "Nếu cần sửa", en: "What to do"), widest: 40),
        ReportTable.Column(Phrase(vi: "Vị trí", en: "Position"), widest: 30),
        ReportTable.Column(Phrase(vi: "Mã", en: "Code"), widest: 24),
      ],
      rows: quality.findings.map { finding in
        [
          .text(Self.word(for: finding.severity)), .name(finding.place), .name(finding.indicator),
          .name(finding.yearsText),
          .text(Self.question(of: finding)),
          .text(
            Phrase(vi: finding.diagnostic.remedy(in: .vi), en: finding.diagnostic.remedy(in: .en))),
          .name(finding.diagnostic.position?.label), .name(finding.diagnostic.code.id),
        ]
      })
  }

  /// The sentence that sums the table up.
  package var summary: Phrase {
    let count = quality.findings.count
    guard count > 0 else {
      return Phrase(
        vi: "Không có câu hỏi nào về chất lượng số liệu.",
        en: "The data raise no question about their quality.")
    }
    let warnings = quality.findings.count { $0.severity == .warning }
    return Phrase(
      vi:
        "\(count) câu hỏi về chất lượng số liệu, trong đó \(warnings) câu nên trả lời trước khi dùng số liệu. Câu hỏi không có nghĩa là số liệu sai.",
      en:
        "\(count) questions about the quality of the data, \(warnings) of them to be answered before the data are used. A question does not mean that a figure is wrong."
    )
  }

  /// Returns the questions as a value for `--json`; sentences are in the language.
  package func json(in language: Language) -> JSONValue {
    .object([
      (
        "findings",
        .array(quality.findings.map { Self.json(of: $0, in: language) })
      )
    ])
  }

  private static func json(of finding: QualityFinding, in language: Language) -> JSONValue {
    .object([
      ("code", .string(finding.diagnostic.code.id)),
      ("severity", .string(finding.severity.rawValue)),
      ("place", .string(finding.place)),
      ("indicator", .string(finding.indicator)),
      ("years", .array(finding.years.map { .whole($0) })),
      ("question", .string(question(of: finding)(language))),
      ("remedy", .string(finding.diagnostic.remedy(in: language))),
      ("evidence", .object(finding.evidence.map { ($0.name, .number($0.value)) })),
      (
        "positions",
        .array(
          finding.positions.map {
            .object([
              ("file", .string($0.file)), ("sheet", .text($0.sheet)), ("cell", .text($0.cell)),
              ("line", .integer($0.line)), ("column", .integer($0.column)),
            ])
          })
      ),
    ])
  }

  /// Returns the message without the place and indicator that stand before it and in columns of their own.
  private static func question(of finding: QualityFinding) -> Phrase {
    let prefix = "\(finding.place), \(finding.indicator): "
    func words(_ language: Language) -> String {
      let message = finding.diagnostic.message(in: language)
      guard message.hasPrefix(prefix) else { return message }
      let rest = message.dropFirst(prefix.count)
      return rest.prefix(1).uppercased() + rest.dropFirst()
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }

  private static func word(for severity: Severity) -> Phrase {
    switch severity {
    case .error: Phrase(vi: "lỗi", en: "error")
    case .warning: Phrase(vi: "nên hỏi", en: "ask")
    case .note: Phrase(vi: "lưu ý", en: "note")
    }
  }
}
