import Foundation

@testable import ForecastCLI

/// What one run of the program did.
struct Run {
  let exitCode: Int32
  /// What went to stdout.
  let output: String
  /// What went to stderr.
  let errors: String

  /// The lines of stdout.
  var lines: [Substring] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}

/// The repository that holds this file.
enum Repository {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func url(_ path: String) -> URL { url.appending(path: path) }
}

/// A folder that a test works in; removed when the test lets it go.
final class WorkingFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "forecast-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Runs the program in this folder with the rules and data of the repository.
  func forecast(
    _ arguments: String..., environment: [String: String] = [:], executable: URL? = nil
  ) -> Run {
    forecast(arguments, environment: environment, executable: executable)
  }

  /// Runs the program in this folder with the rules and data of the repository.
  func forecast(
    _ arguments: [String], environment: [String: String] = [:], executable: URL? = nil
  ) -> Run {
    let home = ["FORECAST_HOME": Repository.url("datasets").path(percentEncoded: false)]
    return bare(
      arguments, environment: home.merging(environment) { $1 }, executable: executable)
  }

  /// Runs the program in this folder with nothing given beside the arguments.
  func bare(
    _ arguments: [String], environment: [String: String] = [:], executable: URL? = nil
  ) -> Run {
    var output = ""
    var errors = ""
    let console = Console(
      write: { output += $0 }, writeError: { errors += $0 }, currentFolder: url,
      environment: environment, executable: executable)
    let exitCode = runForecast(arguments, console: console)
    return Run(exitCode: exitCode, output: output, errors: errors)
  }

  /// Writes a file below the folder and returns its name.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
    return name
  }

  /// Returns the content of a file below the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Returns the names in a folder below this one, in order; none when there is no such folder.
  func names(_ folder: String = "") -> [String] {
    let path = url.appending(path: folder).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
