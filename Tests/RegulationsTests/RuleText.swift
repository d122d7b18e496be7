import Diagnostics
import Foundation
import InputFiles
import Regulations

/// Rule files written in tests, and the shipped ones.
enum RuleText {
  /// A whole rule file, small; faults are put into it by replacing one of its lines.
  static let minimal = """
    id: rules-a
    title: {vi: Quy định A, en: Rules A}
    legalBasis: Văn bản A
    placeKinds: [xã]
    definitions:
      - id: adults-titled
        text: Người lớn có danh hiệu
        source: Văn bản A
        confidence: V
    criteria:
      - id: "1"
        title: Tiêu chí 1
    indicators:
      - id: titled
        title: Người có danh hiệu
        direction: up
        definition: adults-titled
      - id: planned
        title: Có kế hoạch
        direction: up
    supporting: [planned]
    levels:
      - id: level1
        title: Mức 1
        requirements:
          - id: "1.1"
            criterion: "1"
            indicator: titled
            kind: share
            threshold: 60
            source: Văn bản A
            confidence: V
    """

  /// Returns the small file with one text replaced by another.
  static func minimal(_ old: String, _ new: String) -> String {
    precondition(minimal.contains(old), "the small rule file has no “\(old)”")
    return minimal.replacingOccurrences(of: old, with: new)
  }

  /// Returns the small file of another id, whose level extends a level.
  static func extending(_ target: String, id: String, requirement: String) -> String {
    minimal
      .replacingOccurrences(of: "id: rules-a", with: "id: \(id)")
      .replacingOccurrences(
        of: "title: Mức 1", with: "title: Mức 1\n    extends: \(target)"
      )
      .replacingOccurrences(of: "id: \"1.1\"", with: "id: \"\(requirement)\"")
  }

  /// Reads texts as the files a.yaml, b.yaml and so on.
  static func library(_ texts: String...) throws(Faults) -> RegulationLibrary {
    try RegulationLibrary.read(sources(texts))
  }

  /// Returns the faults of texts, each as "a.yaml:3:5 rule.key.missing value".
  static func faults(_ texts: String...) -> [String] {
    diagnostics(texts).map { fault in
      let value = fault.value.map { " " + $0 } ?? ""
      return "\(fault.position?.label ?? "") \(fault.code.id)\(value)"
    }
  }

  /// Returns the faults of texts.
  static func diagnostics(_ texts: [String]) -> [Diagnostic] {
    do {
      _ = try RegulationLibrary.read(sources(texts))
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Reads the shipped rule files.
  static func shipped() throws -> RegulationLibrary {
    try RegulationLibrary.read(shippedSources())
  }

  /// Returns the shipped rule files, unread.
  static func shippedSources() throws -> [SourceFile] {
    try ["tt25-2023-xa.yaml", "planning-level3.yaml", "qd1373-2021.yaml"].map { name in
      try shippedFile(name)
    }
  }

  /// Returns a file of the folder of shipped rules.
  static func shippedFile(_ name: String) throws -> SourceFile {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: "datasets/regulations").appending(path: name)
    return try SourceFile(reading: url, shownAs: name)
  }

  private static func sources(_ texts: [String]) -> [SourceFile] {
    texts.enumerated().map { index, text in
      let letter = Character(Unicode.Scalar(UInt8(97 + index)))
      return SourceFile(path: "\(letter).yaml", bytes: [UInt8](text.utf8))
    }
  }
}
