import Diagnostics
import Foundation
import InputFiles
import Wording

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that results are written to, without ever losing a file of the user's.
///
/// The manifest in the folder lists what this program wrote, by name and SHA-256. A file of the same
/// name is replaced only when the manifest knows it and its bytes are still those; a foreign or
/// edited one stops the work unless forced. All files are first written beside and then renamed.
struct OutputFolder {
  /// A file to be written.
  struct File {
    let name: String
    let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    init(name: String, content: String) {
      self.init(name: name, bytes: Array(content.utf8))
    }
  }

  /// The name of the list of what was written.
  static let manifestName = ".forecast-manifest.json"

  /// The folder as the user named it.
  let path: String
  private let url: URL

  init(_ path: String, console: Console) {
    self.path = path
    url = console.resultURL(of: path)
  }

  /// Writes all files or none.
  ///
  /// - Throws: `Faults` with every file that is in the way, or the reason why nothing can be written.
  func write(_ files: [File], force: Bool) throws(Faults) {
    try makeFolder()
    // Runs into one folder wait for each other, so that no manifest forgets what another run wrote.
    let lock = FolderLock(url)
    defer { lock?.release() }
    let blocked = (files.map(\.name) + [Self.manifestName]).filter(isFolder)
    if !blocked.isEmpty {
      throw Faults(
        blocked.map { name in
          let shown = shownPath(of: name)
          return Diagnostic(
            .outputIsFolder, at: InputPosition(file: shown), ["path": shown])
        })
    }
    var manifest = readManifest()
    if !force { try refuse(files, manifest: manifest) }
    for file in files { manifest[file.name] = SourceFile.sha256(of: file.bytes) }
    let list = File(name: Self.manifestName, content: Self.text(of: manifest))
    let all = files + [list]
    do {
      for file in all {
        try Data(file.bytes).write(to: temporary(file), options: .withoutOverwriting)
      }
      for file in all {
        let from = temporary(file).path(percentEncoded: false)
        let to = url.appending(path: file.name).path(percentEncoded: false)
        guard unsafe rename(from, to) == 0 else { throw CocoaError(.fileWriteUnknown) }
      }
    } catch {
      for file in all { try? FileManager.default.removeItem(at: temporary(file)) }
      throw Faults(
        Diagnostic(.outputUnwritable, at: InputPosition(file: path), ["path": path]))
    }
  }

  /// Makes sure that nothing is in the way of files, and writes none.
  ///
  /// - Throws: `Faults` as `write` does.
  func ensureWritable(_ files: [File], force: Bool) throws(Faults) {
    try refuseFile()
    if !force { try refuse(files, manifest: readManifest()) }
  }

  private func refuse(_ files: [File], manifest: [String: String]) throws(Faults) {
    let obstacles = files.compactMap { obstacle(to: $0, manifest: manifest) }
    if !obstacles.isEmpty { throw Faults(obstacles) }
  }

  /// Whether a path leads to one of the files, or to the list of what was written.
  func holds(_ other: URL, among files: [File]) -> Bool {
    let path = other.standardizedFileURL.resolvingSymlinksInPath()
    return (files.map(\.name) + [Self.manifestName]).contains { name in
      url.appending(path: name).standardizedFileURL.resolvingSymlinksInPath() == path
    }
  }

  /// A name that no other run uses at the same time; it stands in no result.
  private func temporary(_ file: File) -> URL {
    url.appending(path: ".\(file.name).\(ProcessInfo.processInfo.processIdentifier).tmp")
  }

  private func makeFolder() throws(Faults) {
    try refuseFile()
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw Faults(
        Diagnostic(.outputUnwritable, at: InputPosition(file: path), ["path": path]))
    }
  }

  /// Refuses a file where the folder should be.
  private func refuseFile() throws(Faults) {
    var isDirectory: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: url.path(percentEncoded: false), isDirectory: &isDirectory)
    if exists && !isDirectory.boolValue {
      throw Faults(
        Diagnostic(.outputNotFolder, at: InputPosition(file: path), ["path": path]))
    }
  }

  private func isFolder(_ name: String) -> Bool {
    var isDirectory: ObjCBool = false
    let path = url.appending(path: name).path(percentEncoded: false)
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private func shownPath(of name: String) -> String {
    path == "." ? name : (path.hasSuffix("/") ? path : path + "/") + name
  }

  private func obstacle(to file: File, manifest: [String: String]) -> Diagnostic? {
    let target = url.appending(path: file.name)
    guard FileManager.default.fileExists(atPath: target.path(percentEncoded: false)) else {
      return nil
    }
    let shown = shownPath(of: file.name)
    let bytes = (try? Data(contentsOf: target)).map { [UInt8]($0) }
    let hash = bytes.map { SourceFile.sha256(of: $0) }
    // An empty file, as a script makes to reserve a name, holds nothing to lose.
    if bytes?.isEmpty == true { return nil }
    if let hash, hash == manifest[file.name] { return nil }
    return Diagnostic(
      manifest[file.name] == nil ? .outputForeign : .outputEdited,
      at: InputPosition(file: shown), ["path": shown])
  }

  private func readManifest() -> [String: String] {
    let manifestURL = url.appending(path: Self.manifestName)
    guard let source = try? SourceFile(reading: manifestURL, shownAs: Self.manifestName),
      let tree = try? TextTree.read(source)
    else { return [:] }
    var manifest: [String: String] = [:]
    for entry in tree["files"]?.entries ?? [] { manifest[entry.key] = entry.value.text }
    return manifest
  }

  private static func text(of manifest: [String: String]) -> String {
    let lines = manifest.sorted { $0.key < $1.key }.map { "    \"\($0.key)\": \"\($0.value)\"" }
    return "{\n  \"files\": {\n\(lines.joined(separator: ",\n"))\n  }\n}\n"
  }
}

/// A lock on a folder that the system lifts when the process ends, however it ends.
private struct FolderLock {
  private let descriptor: Int32

  /// Waits for the lock; nil where the folder cannot be locked, as on some network drives.
  init?(_ url: URL) {
    descriptor = unsafe open(url.path(percentEncoded: false), O_RDONLY)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX) == 0 else {
      close(descriptor)
      return nil
    }
  }

  func release() { close(descriptor) }
}

extension DiagnosticCode {
  static let outputForeign = DiagnosticCode(
    "output.foreign", obstacle: .output,
    message: Phrase(
      vi: "“{path}” không phải do chương trình này ghi, nên không ghi đè",
      en: "“{path}” was not written by this program and is not replaced"),
    remedy: Phrase(
      vi: "Chọn thư mục khác bằng --output, hoặc thêm --force để ghi đè.",
      en: "Choose another folder with --output, or add --force to replace it."))

  static let outputEdited = DiagnosticCode(
    "output.edited", obstacle: .output,
    message: Phrase(
      vi: "“{path}” đã được sửa tay sau khi chương trình ghi, nên không ghi đè",
      en: "“{path}” was edited after this program wrote it and is not replaced"),
    remedy: Phrase(
      vi: "Đổi tên tệp đã sửa, chọn --output khác, hoặc thêm --force để ghi đè.",
      en: "Rename the edited file, choose another --output, or add --force to replace it."))

  static let outputNotFolder = DiagnosticCode(
    "output.not-folder", obstacle: .output,
    message: Phrase(
      vi: "“{path}” là một tệp, không phải thư mục", en: "“{path}” is a file, not a folder"),
    remedy: Phrase(
      vi: "Chọn thư mục khác bằng --output.", en: "Choose another folder with --output."))

  static let outputIsFolder = DiagnosticCode(
    "output.is-folder", obstacle: .output,
    message: Phrase(
      vi: "“{path}” là một thư mục, nên không ghi được tệp cùng tên",
      en: "“{path}” is a folder, so that no file of this name can be written"),
    remedy: Phrase(
      vi: "Đổi tên thư mục đó, hoặc chọn thư mục khác bằng --output.",
      en: "Rename that folder, or choose another folder with --output."))

  static let outputUnwritable = DiagnosticCode(
    "output.unwritable", obstacle: .output,
    message: Phrase(vi: "không ghi được vào “{path}”", en: "“{path}” cannot be written to"),
    remedy: Phrase(
      vi: "Kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác bằng --output.",
      en: "Check permissions and disk space, or choose another folder with --output."))
}
