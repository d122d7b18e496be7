import Foundation

/// The program as it was built, run as a user runs it.
struct BuiltBinary {
  /// What a run left behind.
  struct Result: Equatable {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  /// The program beside the bundle of the tests.
  static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "forecast")

  /// The folder that a run starts in.
  let folder: URL

  /// Runs the program and waits for it.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    try run(Self.url, arguments, environment: environment)
  }

  /// Runs a line of the shell in which `"$0"` is the program.
  func shell(_ line: String) throws -> Result {
    let program = Self.url.path(percentEncoded: false)
    return try run(URL(filePath: "/bin/sh"), ["-c", line, program], environment: [:])
  }

  private func run(
    _ program: URL, _ arguments: [String], environment: [String: String]
  ) throws -> Result {
    let streams = FileManager.default.temporaryDirectory
      .appending(path: "forecast-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    func stream(_ name: String) throws -> (url: URL, handle: FileHandle) {
      let url = streams.appending(path: name)
      try Data().write(to: url)
      return (url, try FileHandle(forWritingTo: url))
    }
    let output = try stream("output")
    let errors = try stream("errors")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    func text(_ url: URL) throws -> String {
      String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    return Result(
      exitCode: process.terminationStatus, output: try text(output.url),
      errors: try text(errors.url))
  }
}
