import ArgumentParser
import Diagnostics
import Foundation
import InputFiles
import Notebooks
import Reporting
import Wording

/// `forecast notebook check|run`: Markdown pages whose commands are run and compared.
struct NotebookCommand: ForecastSubcommand {
  /// What is to be done.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    /// Run and compare; nothing is written.
    case check
    /// Run; with `--write` put outputs and pictures in place.
    case run
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notebook",
      abstract: Phrase(
        vi: "Chạy lại các lệnh trong trang Markdown và so kết quả.",
        en: "Runs the commands of Markdown pages and compares their output."
      )(HelpLanguage.current))
  }

  @Argument(
    help: HelpLanguage.help(
      "check: so; run: chạy.",
      "check: compare; run: run.",
      valueName: "check|run"))
  var action: Action

  @Argument(
    help: HelpLanguage.help(
      "Trang .md hoặc thư mục chứa trang.",
      "A .md page or a folder of pages.",
      valueName: "path"))
  var path = "notebooks-md"

  @Flag(
    help: HelpLanguage.help(
      "Ghi kết quả và hình vào trang (với run).", "Put output and pictures in place (with run)."))
  var write = false

  @OptionGroup var common: CommonOptions

  func run(_ session: inout Session) throws(Faults) -> ExitStatus {
    let console = session.console
    var stale: [Diagnostic] = []
    var report = ""
    for page in try pages(console) {
      let source = try SourceFile(reading: page.url, shownAs: page.shown)
      session.inputs.append(ResultEnvelope.Input(path: source.path, sha256: source.sha256))
      let text = String(decoding: source.bytes, as: UTF8.self)
      let notebook = Notebook(text)
      if let line = notebook.openFence {
        stale.append(
          Diagnostic(.notebookFence, at: InputPosition(file: page.shown, line: line)))
        continue
      }
      let outcome = try PageRun(
        notebook, folder: page.url.deletingLastPathComponent(), console: console)
      defer { outcome.removeStaging() }
      if action == .run && write {
        try outcome.promote(to: page.url, shownAs: page.shown)
        report += say("\(page.shown): đã ghi\n", "\(page.shown): written\n", session)
        continue
      }
      let faults = outcome.faults(shownAs: page.shown)
      stale += faults
      report +=
        faults.isEmpty
        ? say("\(page.shown): khớp\n", "\(page.shown): up to date\n", session)
        : outcome.differences(shownAs: page.shown)
    }
    if session.printsJSON {
      if stale.isEmpty { session.console.write(session.envelope(.object([])).text) }
    } else {
      session.console.write(report)
    }
    if !stale.isEmpty { throw Faults(stale) }
    return .answered
  }

  /// Whether a path leads to a folder; nil when there is nothing.
  static func isFolder(_ url: URL) -> Bool? {
    try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
  }

  private func say(_ vi: String, _ en: String, _ session: Session) -> String {
    Phrase(vi: vi, en: en)(session.language)
  }

  private func pages(_ console: Console) throws(Faults) -> [(url: URL, shown: String)] {
    let url = console.url(of: path)
    if let isFolder = Self.isFolder(url), !isFolder { return [(url, path)] }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
    let pages = names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
    if pages.isEmpty {
      throw Faults(
        Diagnostic(.fileMissing, at: InputPosition(file: path), ["path": path + "/*.md"]))
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return pages.map { (url.appending(path: $0), prefix + $0) }
  }
}

/// One page run in its folder, its files going to a folder beside until they are compared.
private struct PageRun {
  let notebook: Notebook
  let result: NotebookRun
  let folder: URL
  let staging: URL
  /// What the failing commands said to stderr.
  let failureReasons: String

  init(_ notebook: Notebook, folder: URL, console: Console) throws(Faults) {
    let staging = try Self.newStaging()
    self.notebook = notebook
    self.folder = folder
    self.staging = staging
    let reasons = Printed()
    result = NotebookRun(notebook) { words in
      if words.first == NotebookCommand.configuration.commandName {
        return NotebookRun.Answer(output: "", exitCode: ExitStatus.usage.rawValue)
      }
      let printed = Printed()
      let inner = Console(
        write: { printed.text += $0 }, writeError: { printed.errors += $0 }, currentFolder: folder,
        resultFolder: staging, environment: console.environment, executable: console.executable)
      let code = runForecast(words, console: inner)
      if code != 0 { reasons.errors += printed.errors }
      return NotebookRun.Answer(output: printed.text, exitCode: code)
    }
    failureReasons = reasons.errors.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Makes a folder of its own, so that runs at the same time do not meet.
  private static func newStaging() throws(Faults) -> URL {
    let parent = FileManager.default.temporaryDirectory
    let process = ProcessInfo.processInfo.processIdentifier
    for number in 1...1_000 {
      let folder = parent.appending(path: "forecast-notebook-\(process)-\(number)")
      let made: Void? = try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false)
      if made != nil { return folder }
    }
    let path = parent.path(percentEncoded: false)
    throw Faults(Diagnostic(.outputUnwritable, at: InputPosition(file: path), ["path": path]))
  }

  /// Collects what one command prints.
  private final class Printed {
    var text = ""
    var errors = ""
  }

  /// The files that the commands made, by their paths below the page's folder.
  private var made: [String] {
    let names = FileManager.default.enumerator(atPath: staging.path(percentEncoded: false))
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { NotebookCommand.isFolder(staging.appending(path: $0)) == false }
      .sorted()
  }

  /// Removes what the commands made.
  func removeStaging() { try? FileManager.default.removeItem(at: staging) }

  /// Returns a fault for each picture of the page that is neither there nor made by its commands.
  private func missingPictures(shownAs page: String) -> [Diagnostic] {
    notebook.pictures.filter { picture in
      NotebookCommand.isFolder(folder.appending(path: picture.path)) == nil
        && NotebookCommand.isFolder(staging.appending(path: picture.path)) == nil
    }.map {
      Diagnostic(
        .notebookPictureMissing, at: InputPosition(file: page, line: $0.line), value: $0.path)
    }
  }

  /// Returns a fault for each step and each file that is not as recorded.
  func faults(shownAs page: String) -> [Diagnostic] {
    let steps = result.mismatches.map {
      Diagnostic(.notebookStale, at: InputPosition(file: page, line: $0.line), ["page": page])
    }
    let files = made.filter { name in
      let fresh = try? Data(contentsOf: staging.appending(path: name))
      let recorded = try? Data(contentsOf: folder.appending(path: name))
      return fresh != recorded
    }
    return steps
      + files.map {
        Diagnostic(.notebookFileStale, at: InputPosition(file: page), value: $0, ["page": page])
      } + missingPictures(shownAs: page)
  }

  /// Returns the changed lines of each step that differs.
  func differences(shownAs page: String) -> String {
    result.mismatches.map { "\(page):\($0.line)\n\($0.difference)" }.joined()
  }

  /// Puts outputs and files in place.
  ///
  /// - Throws: `Faults` when a command fails that the page records as answered: a slip, such as data that
  ///   were moved, must not wipe out a page.
  func promote(to url: URL, shownAs page: String) throws(Faults) {
    let failures = result.mismatches.filter(\.isNewFailure)
    if !failures.isEmpty {
      throw Faults(
        failures.map {
          Diagnostic(
            .notebookCommandFailed, at: InputPosition(file: page, line: $0.line),
            ["reason": failureReasons])
        })
    }
    do {
      let text = notebook.replacingOutputs(result.outputs)
      try Data(text.utf8).write(to: url, options: .atomic)
      for name in made {
        let target = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contentsOf: staging.appending(path: name)).write(to: target, options: .atomic)
      }
    } catch {
      throw Faults(Diagnostic(.outputUnwritable, at: InputPosition(file: page), ["path": page]))
    }
  }
}

extension DiagnosticCode {
  static let notebookCommandFailed = DiagnosticCode(
    "notebook.command-failed",
    message: Phrase(
      vi: "lệnh ở đây nay bị lỗi nên trang được giữ nguyên: {reason}",
      en: "a command here fails now, so that the page is left as it is: {reason}"),
    remedy: Phrase(
      vi: "Sửa lệnh hoặc số liệu rồi chạy lại.", en: "Mend the command or its data and run again."))

  static let notebookStale = DiagnosticCode(
    "notebook.stale",
    message: Phrase(
      vi: "kết quả của lệnh không còn như trang ghi",
      en: "the output of the commands is no longer what the page records"),
    remedy: Phrase(
      vi: "Xem khác biệt; nếu đúng thì chạy: forecast notebook run {page} --write",
      en: "Look at the difference; if it is right, run: forecast notebook run {page} --write"))

  static let notebookFence = DiagnosticCode(
    "notebook.fence",
    message: Phrase(
      vi: "khối lệnh mở ở dòng này không có dòng đóng ```",
      en: "the block that opens here is never closed"),
    remedy: Phrase(
      vi: "Thêm một dòng chỉ gồm ``` sau khối.", en: "Add a line of ``` alone after the block."))

  static let notebookPictureMissing = DiagnosticCode(
    "notebook.picture-missing",
    message: Phrase(
      vi: "không có hình “{value}”, và không lệnh nào trong trang vẽ hình đó",
      en: "there is no picture “{value}”, and no command of the page draws it"),
    remedy: Phrase(
      vi: "Sửa đường dẫn của hình, hoặc thêm lệnh vẽ hình đó.",
      en: "Mend the path of the picture, or add the command that draws it."))

  static let notebookFileStale = DiagnosticCode(
    "notebook.file-stale",
    message: Phrase(
      vi: "tệp “{value}” không còn như lệnh sinh ra", en: "“{value}” is not what the commands make"),
    remedy: Phrase(
      vi: "Nếu thay đổi là đúng thì chạy: forecast notebook run {page} --write",
      en: "If the change is right, run: forecast notebook run {page} --write"))
}
