import Diagnostics
import Foundation
import InputFiles
import Wording

/// The folder of the rules, the pace library and the examples that the program ships.
struct ResourceFolder: Equatable {
  /// A folder that was looked at.
  struct Candidate: Equatable {
    let url: URL
    let reason: Phrase
    let isUsable: Bool
  }

  /// The folder in use.
  let url: URL
  /// All folders that were looked at, in order of preference.
  let candidates: [Candidate]

  /// The name under which files of the folder are shown, wherever it is.
  static let shownName = "datasets"

  /// Finds the folder: `../share/forecast` beside the program, `$FORECAST_HOME`, `datasets` in the
  /// current folder, then `datasets` in the source tree that the program was built in.
  ///
  /// - Throws: `Faults` with `resources.missing`, which names every folder looked at.
  init(_ console: Console) throws(Faults) {
    candidates = Self.candidates(console)
    guard let found = candidates.first(where: \.isUsable) else {
      throw Faults(
        Diagnostic(
          .resourcesMissing,
          [
            "folders": candidates.map { $0.url.path(percentEncoded: false) }
              .joined(separator: ", ")
          ]))
    }
    url = found.url
  }

  /// Returns every folder that is looked at.
  static func candidates(_ console: Console) -> [Candidate] {
    var candidates: [Candidate] = []
    func add(_ url: URL, vi: String, en: String) {
      let path = url.standardizedFileURL.path(percentEncoded: false)
      if candidates.contains(where: { $0.url.path(percentEncoded: false) == path }) { return }
      let url = URL(filePath: path)
      let rules = url.appending(path: "regulations")
      candidates.append(
        Candidate(
          url: url, reason: Phrase(vi: vi, en: en),
          isUsable: FileManager.default.fileExists(atPath: rules.path(percentEncoded: false))))
    }
    if let executable = console.executable {
      let share = executable.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "share/forecast")
      add(share, vi: "cạnh chương trình đã cài", en: "beside the installed program")
    }
    if let home = console.environment["FORECAST_HOME"], !home.isEmpty {
      add(console.url(of: home), vi: "$FORECAST_HOME", en: "$FORECAST_HOME")
    }
    add(
      console.currentFolder.appending(path: "datasets"), vi: "thư mục hiện tại",
      en: "current folder")
    var ancestor = console.executable?.deletingLastPathComponent()
    while let folder = ancestor, folder.path(percentEncoded: false) != "/" {
      let rules = folder.appending(path: "datasets/regulations").path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: rules) {
        add(
          folder.appending(path: "datasets"), vi: "cây mã nguồn của chương trình",
          en: "the program's source tree")
        break
      }
      ancestor = folder.deletingLastPathComponent()
    }
    return candidates
  }

  /// Returns the rule files, in order of their names.
  func ruleFiles() throws(Faults) -> [SourceFile] {
    let folder = url.appending(path: "regulations")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []
    var files: [SourceFile] = []
    for name in names.sorted() where name.hasSuffix(".yaml") {
      files.append(
        try SourceFile(
          reading: folder.appending(path: name), shownAs: "\(Self.shownName)/regulations/\(name)"))
    }
    return files
  }

  /// Returns the document of the pace library.
  func paceLibraryFile() throws(Faults) -> SourceFile {
    try SourceFile(
      reading: url.appending(path: "pace-library/library.json"),
      shownAs: "\(Self.shownName)/pace-library/library.json")
  }

  /// Returns the table of families that a pace library is built with.
  func familyFile() throws(Faults) -> SourceFile {
    try SourceFile(
      reading: url.appending(path: "pace-library/families.csv"),
      shownAs: "\(Self.shownName)/pace-library/families.csv")
  }

  /// Returns the shipped data packages: folders with a descriptor, in order of their names.
  func packageNames() -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
    return names.sorted().filter { name in
      let observations = url.appending(path: "\(name)/observations.csv")
      return FileManager.default.fileExists(atPath: observations.path(percentEncoded: false))
    }
  }
}

extension DiagnosticCode {
  static let resourcesMissing = DiagnosticCode(
    "resources.missing", obstacle: .missingInput,
    message: Phrase(
      vi: "không tìm thấy các tệp quy định của chương trình (đã tìm ở: {folders})",
      en: "the program's rule files were not found (looked in: {folders})"),
    remedy: Phrase(
      vi: "Cài lại bằng make install, hoặc đặt biến FORECAST_HOME tới thư mục datasets.",
      en: "Install again with make install, or set FORECAST_HOME to the datasets folder."))
}
