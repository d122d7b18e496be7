import Datasets
import Diagnostics
import Foundation
import Indicators
import InputFiles
import Reporting
import Wording

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file of plans on record, to which records are added and from which none is ever taken.
///
/// All bytes that are there are read and checked, written again with the new line to a file beside, which is
/// flushed to the disk and renamed over the old one: whatever happens, there is the old archive or the new
/// one, whole. Appending in place would be shorter, but a full disk or a lost current would leave half a
/// record, which a chain of hashes then refuses. The file beside is made only where there is none, so that
/// two runs at a time cannot lose each other's record.
struct ArchiveFile {
  /// The archive as the user named it.
  let path: String
  private let url: URL

  init(_ path: String, console: Console) {
    self.path = path
    let named = console.resultURL(of: path)
    // A link stays a link: what it leads to is replaced.
    url = named.resolvingSymlinksInPath()
  }

  /// Adds a plan, unless it is on record already.
  ///
  /// - Returns: how the plan stands in the archive.
  /// - Throws: `Faults` when the file is no archive, is a damaged one, or cannot be written; it is then as it
  ///   was before.
  func append(_ plan: ArchivedPlan) throws(Faults) -> MilestonesJSON.Archived {
    let beside = try reserve()
    var isDone = false
    defer { if !isDone { try? FileManager.default.removeItem(at: beside) } }
    let (bytes, archive) = try existing()
    if let record = PlanArchiveDocument.record(of: plan, in: archive) {
      return MilestonesJSON.Archived(
        path: path, records: archive.records.count, isAppended: false,
        head: archive.head ?? record.sha256)
    }
    let line = PlanArchiveDocument.line(of: plan, after: archive)
    let content = bytes + Array(line.utf8) + [UInt8(ascii: "\n")]
    // What could not be read again would make all of the archive useless.
    _ = try PlanArchiveReader.read(SourceFile(path: path, bytes: content))
    let position = InputPosition(file: path)
    do {
      let handle = try FileHandle(forWritingTo: beside)
      try handle.write(contentsOf: Data(content))
      try handle.synchronize()
      try handle.close()
      let (from, to) = (
        beside.path(percentEncoded: false), url.path(percentEncoded: false)
      )
      if let mode = try? FileManager.default.attributesOfItem(atPath: to)[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: from)
      }
      guard unsafe rename(from, to) == 0 else { throw CocoaError(.fileWriteUnknown) }
      isDone = true
    } catch {
      throw Faults(Diagnostic(.archiveUnwritable, at: position, ["path": path]))
    }
    return MilestonesJSON.Archived(
      path: path, records: archive.records.count + 1, isAppended: true,
      head: PlanArchiveSeal.hash(of: line.utf8))
  }

  /// Makes the file beside, which keeps other runs out until it is renamed or removed.
  private func reserve() throws(Faults) -> URL {
    let name = url.lastPathComponent
    let beside = url.deletingLastPathComponent().appending(path: ".\(name).tmp")
    let position = InputPosition(file: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: beside, options: .withoutOverwriting)
    } catch {
      let isTaken = FileManager.default.fileExists(atPath: beside.path(percentEncoded: false))
      throw Faults(
        Diagnostic(
          isTaken ? .archiveBusy : .archiveUnwritable, at: position,
          ["path": path, "beside": beside.lastPathComponent]))
    }
    return beside
  }

  /// Returns what is there: nothing, or a sound archive.
  private func existing() throws(Faults) -> ([UInt8], PlanArchive) {
    guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
      return ([], PlanArchive())
    }
    // A folder, or a file that may not be read or written, is in the way of an output; a file could be
    // renamed over all the same.
    let unwritable = Faults(
      Diagnostic(.archiveUnwritable, at: InputPosition(file: path), ["path": path]))
    guard FileManager.default.isWritableFile(atPath: url.path(percentEncoded: false)) else {
      throw unwritable
    }
    let source: SourceFile
    do throws(Faults) {
      source = try SourceFile(reading: url, shownAs: path)
    } catch {
      throw unwritable
    }
    // An empty file, as a script makes to reserve a name, holds nothing to lose.
    if source.bytes.isEmpty { return ([], PlanArchive()) }
    guard PlanArchiveReader.isArchive(source) else {
      throw Faults(Diagnostic(.archiveForeign, at: InputPosition(file: path), ["path": path]))
    }
    return (source.bytes, try PlanArchiveReader.read(source))
  }
}

extension DiagnosticCode {
  static let archiveForeign = DiagnosticCode(
    "archive.foreign", obstacle: .output,
    message: Phrase(
      vi: "“{path}” không phải kho lưu kế hoạch, nên không ghi vào",
      en: "“{path}” is no archive of plans and is not written to"),
    remedy: Phrase(
      vi: "Chọn tên tệp khác cho --archive.", en: "Choose another file for --archive."))

  static let archiveBusy = DiagnosticCode(
    "archive.busy", obstacle: .output,
    message: Phrase(
      vi: "“{path}” đang được ghi bởi một lần chạy khác, hoặc lần ghi trước bị ngắt giữa chừng",
      en: "another run is writing to “{path}”, or an earlier one was interrupted"),
    remedy: Phrase(
      vi:
        "Đợi lần chạy kia xong; nếu không có lần chạy nào, xóa “{beside}” trong cùng thư mục (kho lưu vẫn nguyên).",
      en:
        "Wait for the other run; if there is none, delete “{beside}” in the same folder (the archive itself is whole)."
    ))

  static let archiveUnwritable = DiagnosticCode(
    "archive.unwritable", obstacle: .output,
    message: Phrase(
      vi: "không ghi được vào kho lưu “{path}”", en: "the archive “{path}” cannot be written to"),
    remedy: Phrase(
      vi: "Kiểm tra thư mục, quyền ghi và dung lượng đĩa, hoặc chọn tên tệp khác cho --archive.",
      en: "Check folder, permissions and disk space, or choose another file for --archive."))
}
