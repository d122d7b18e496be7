package import Diagnostics
package import Indicators
package import InputFiles
import Wording

/// The reader of an archive of plans: one JSON record a line, sealed and chained.
package enum PlanArchiveReader {
  /// Reads an archive.
  ///
  /// A record that is edited, taken out, put in or moved is told with its line. The end of the file is
  /// nobody's `previous`: that whole records were cut off there is seen only by who kept the hash of the
  /// newest one.
  ///
  /// - Parameter source: the file; an empty one is an archive without records.
  /// - Returns: the records, oldest first.
  /// - Throws: `Faults` with every fault of every line.
  /// - Complexity: O(bytes).
  package static func read(_ source: SourceFile) throws(Faults) -> PlanArchive {
    var lines = source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Array($0) }
    let isFinished = lines.last?.isEmpty == true
    if isFinished { lines.removeLast() }
    var faults: [Diagnostic] = []
    var records: [PlanArchive.Record] = []
    var before = Link(hash: nil, sequence: 0)
    for (index, line) in lines.enumerated() {
      let hash = PlanArchiveSeal.hash(of: line)
      do throws(Faults) {
        let (sequence, plan) = try record(
          line, number: index + 1, after: before, file: source.path)
        records.append(PlanArchive.Record(sequence: sequence, sha256: hash, plan: plan))
        before = Link(hash: hash, sequence: sequence)
      } catch {
        faults += error.diagnostics
        before = Link(hash: hash, sequence: nil)
      }
    }
    if !isFinished {
      faults.append(
        Diagnostic(.archiveUnfinished, at: position(of: lines.count, in: source.path)))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return PlanArchive(records: records)
  }

  /// What a record has to follow.
  private struct Link {
    /// The hash of the line before; nil before the first.
    let hash: String?
    /// The number of the record before; nil where it could not be read.
    let sequence: Int?
  }

  /// Whether a file is an archive, sound or not: its first line names the format.
  package static func isArchive(_ source: SourceFile) -> Bool {
    let first = source.bytes.prefix { $0 != UInt8(ascii: "\n") }
    return (try? tree(of: Array(first), number: 1, file: source.path))?["format"]?.text
      == PlanArchiveSeal.format
  }

  private static func record(
    _ line: [UInt8], number: Int, after before: Link, file: String
  ) throws(Faults) -> (Int, ArchivedPlan) {
    let position = position(of: number, in: file)
    let isIntact = PlanArchiveSeal.isIntact(line)
    let tree: TextTree
    do throws(Faults) {
      tree = try Self.tree(of: line, number: number, file: file)
    } catch {
      throw Faults(Diagnostic(.archiveSyntax, at: position))
    }
    guard tree.entries != nil, tree["format"]?.text == PlanArchiveSeal.format else {
      throw Faults(
        Diagnostic(
          isIntact ? .archiveFormat : .archiveSyntax, at: position,
          value: tree["format"]?.text ?? "", ["format": PlanArchiveSeal.format]))
    }
    var faults: [Diagnostic] = []
    if !isIntact { faults.append(Diagnostic(.archiveEdited, at: position)) }
    let chainFault = Diagnostic(
      .archiveChain, at: position, ["before": String(number - 1)])
    if tree["previous"]?.text != before.hash { faults.append(chainFault) }
    // What an edited record says is not worth a word more.
    guard isIntact else { throw Faults(faults) }
    var fields = ArchivedPlanFields()
    let version = fields.whole("version", of: tree, in: 1...1_000_000)
    if let version, version > PlanArchiveSeal.version {
      throw Faults(
        faults + [
          Diagnostic(
            .archiveVersion, at: position, value: String(version),
            ["known": String(PlanArchiveSeal.version)])
        ])
    }
    let sequence = fields.whole("sequence", of: tree, in: 1...Int.max)
    if let sequence, let last = before.sequence, sequence != last + 1, faults.isEmpty {
      faults.append(chainFault)
    }
    let plan = fields.plan(tree)
    guard (faults + fields.faults).isEmpty, let sequence, let plan else {
      throw Faults(faults + fields.faults)
    }
    return (sequence, plan)
  }

  /// Returns the tree of a line, with the line's own number in its positions.
  private static func tree(
    of line: [UInt8], number: Int, file: String
  ) throws(Faults) -> TextTree {
    // YAML passes over empty lines, and counts them.
    let lead = [UInt8](repeating: UInt8(ascii: "\n"), count: number - 1)
    return try TextTree.read(SourceFile(path: file, bytes: lead + line))
  }

  private static func position(of line: Int, in file: String) -> InputPosition {
    InputPosition(file: file, line: max(line, 1))
  }
}

extension DiagnosticCode {
  static let archiveSyntax = DiagnosticCode(
    "archive.syntax",
    message: Phrase(
      vi: "dòng này không phải một bản ghi của kho lưu kế hoạch",
      en: "this line is no record of an archive of plans"),
    remedy: Phrase(
      vi: "Lấy lại bản sao lưu của tệp; không sửa tay kho lưu.",
      en: "Take the file from a backup; an archive is not edited by hand."))

  static let archiveFormat = DiagnosticCode(
    "archive.format",
    message: Phrase(
      vi: "bản ghi thuộc loại “{value}”, phải là “{format}”",
      en: "the record is of the kind “{value}”, but must be “{format}”"),
    remedy: Phrase(
      vi: "Dùng tệp do forecast milestones --archive ghi.",
      en: "Use a file that forecast milestones --archive has written."))

  static let archiveVersion = DiagnosticCode(
    "archive.version",
    message: Phrase(
      vi: "bản ghi theo phiên bản {value}, chương trình này chỉ đọc đến phiên bản {known}",
      en: "the record is of version {value}; this program reads versions up to {known}"),
    remedy: Phrase(
      vi: "Dùng chương trình mới hơn.", en: "Use a newer program."))

  static let archiveEdited = DiagnosticCode(
    "archive.edited",
    message: Phrase(
      vi: "bản ghi đã bị sửa sau khi lưu: mã kiểm tra SHA-256 không khớp",
      en: "the record was changed after it was written: its SHA-256 does not fit"),
    remedy: Phrase(
      vi: "Lấy lại bản sao lưu của tệp; không dùng số liệu của kho lưu đã bị sửa.",
      en: "Take the file from a backup; do not rely on an archive that was changed."))

  static let archiveChain = DiagnosticCode(
    "archive.chain",
    message: Phrase(
      vi:
        "bản ghi không nối tiếp dòng {before}: có bản ghi bị bỏ, thêm, đổi chỗ hoặc dòng trước bị sửa",
      en:
        "the record does not follow line {before}: one was taken out, put in or moved, or the line before was changed"
    ),
    remedy: Phrase(
      vi: "Lấy lại bản sao lưu của tệp; không xóa, không đổi thứ tự các dòng.",
      en: "Take the file from a backup; lines are neither removed nor moved."))

  static let archiveUnfinished = DiagnosticCode(
    "archive.unfinished",
    message: Phrase(
      vi: "dòng cuối của kho lưu bị cắt dở: thiếu dấu xuống dòng",
      en: "the last line of the archive is cut off: it does not end in a line feed"),
    remedy: Phrase(
      vi: "Lấy lại bản sao lưu của tệp.", en: "Take the file from a backup."))
}
