public import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Everything outside the program that a command may touch: streams, current folder, environment.
public struct Console {
  /// Takes results.
  let write: (String) -> Void
  /// Takes messages and progress.
  let writeError: (String) -> Void
  /// The folder that relative paths start from.
  let currentFolder: URL
  /// The folder that relative paths of results start from; the current folder but for checks.
  let resultFolder: URL
  /// The environment; only `FORECAST_HOME` is read.
  let environment: [String: String]
  /// The program's own file; nil when not known.
  let executable: URL?
  /// Whether somebody watches the messages, so that progress may be told.
  let showsProgress: Bool

  /// Gathers what a run may touch.
  public init(
    write: @escaping (String) -> Void, writeError: @escaping (String) -> Void,
    currentFolder: URL, resultFolder: URL? = nil, environment: [String: String] = [:],
    executable: URL? = nil, showsProgress: Bool = false
  ) {
    self.showsProgress = showsProgress
    self.write = write
    self.writeError = writeError
    self.currentFolder = currentFolder
    self.resultFolder = resultFolder ?? currentFolder
    self.environment = environment
    self.executable = executable
  }

  /// The console of this process; a reader that has gone away is no fault.
  public static var standard: Console {
    Console(
      write: { try? FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) },
      writeError: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      currentFolder: URL(filePath: FileManager.default.currentDirectoryPath),
      environment: ProcessInfo.processInfo.environment,
      executable: Bundle.main.executableURL?.resolvingSymlinksInPath(),
      showsProgress: isatty(STDERR_FILENO) != 0)
  }

  /// Returns where a path of results leads that a user typed.
  func resultURL(of path: String) -> URL {
    path.hasPrefix("/") ? URL(filePath: path) : resultFolder.appending(path: path)
  }

  /// Returns where a path leads that a user typed.
  ///
  /// Where results go elsewhere, as in checks of pages, a result of an earlier command of the page comes
  /// before a file of that name that lies in the folder from another day.
  func url(of path: String) -> URL {
    let result = resultURL(of: path)
    let isMade =
      resultFolder != currentFolder
      && FileManager.default.fileExists(atPath: result.path(percentEncoded: false))
    return isMade || path.hasPrefix("/") ? result : currentFolder.appending(path: path)
  }
}
