import Foundation
import Testing

@testable import ForecastCLI

@Suite struct ResourceFolderTests {
  private let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func console(
    executable: String? = nil, environment: [String: String] = [:]
  ) -> Console {
    Console(
      write: { _ in }, writeError: { _ in }, currentFolder: folder.url, environment: environment,
      executable: executable.map { folder.url.appending(path: $0) })
  }

  /// Makes a folder that looks like one of rules.
  private func makeRules(_ path: String) throws {
    try folder.write("", to: path + "/regulations/keep.txt")
  }

  private func used(_ console: Console) throws -> String {
    let found = try ResourceFolder(console).url.standardizedFileURL.path(percentEncoded: false)
    let root = folder.url.standardizedFileURL.path(percentEncoded: false)
    return String(found.trimmingPrefix(root).trimmingPrefix("/"))
  }

  @Test("share/forecast beside the program comes before FORECAST_HOME and the current folder")
  func order() throws {
    try makeRules("usr/share/forecast")
    try makeRules("home")
    try makeRules("datasets")
    let environment = ["FORECAST_HOME": "home"]
    #expect(
      try used(console(executable: "usr/bin/forecast", environment: environment))
        == "usr/share/forecast")
    #expect(try used(console(executable: "bin/forecast", environment: environment)) == "home")
    #expect(try used(console(executable: "bin/forecast")) == "datasets")
  }

  @Test("FORECAST_HOME may be a full path, and an empty one does not count")
  func home() throws {
    try makeRules("elsewhere")
    let full = folder.url.appending(path: "elsewhere").path(percentEncoded: false)
    #expect(try used(console(environment: ["FORECAST_HOME": full])) == "elsewhere")
    try makeRules("datasets")
    #expect(try used(console(environment: ["FORECAST_HOME": ""])) == "datasets")
  }

  @Test("FORECAST_HOME without rules is passed over")
  func homeWithoutRules() throws {
    try makeRules("datasets")
    #expect(try used(console(environment: ["FORECAST_HOME": "nowhere"])) == "datasets")
  }

  @Test("The source tree that the program was built in is the last resort")
  func sourceTree() throws {
    try makeRules("tree/datasets")
    #expect(try used(console(executable: "tree/.build/debug/forecast")) == "tree/datasets")
  }

  @Test("Without any rules every folder looked at is named and the exit code is 66")
  func nothing() throws {
    let run = folder.bare(
      ["--target", "level2", "--json"], environment: ["FORECAST_HOME": "/nowhere/at/all"])
    #expect(run.exitCode == 66)
    #expect(run.errors.contains("/nowhere/at/all"))
    #expect(run.errors.contains("FORECAST_HOME"))
    #expect(try JSONSchemaCheck.answer().faults(in: try JSONDocument(run.output)) == [])
  }

  @Test("doctor says which folder is used, which are absent, and what is there")
  func doctor() throws {
    let run = folder.forecast("doctor")
    #expect(run.exitCode == 0)
    #expect(run.lines.first == "forecast \(forecastVersion)")
    #expect(run.lines.contains { $0.hasPrefix("  DÙNG") && $0.hasSuffix("($FORECAST_HOME)") })
    #expect(run.lines.contains { $0.hasPrefix("  không") && $0.hasSuffix("(thư mục hiện tại)") })
    #expect(
      run.output.contains("Bộ số liệu kèm theo: kien-hung, merged-commune, vietnam-trained-labour"))
    let english = folder.forecast("doctor", "--lang", "en")
    #expect(english.lines.contains { $0.hasPrefix("  USED") })
    let document = try JSONDocument(folder.forecast("doctor", "--json").output)
    #expect(document["status"] == .string("ok"))
    #expect(document["data"]?["packages"]?[0] == .string("kien-hung"))
  }

  @Test("doctor tells a rule file that cannot be read, with its position")
  func sickDoctor() throws {
    try folder.write("id: x\nlevls: []\n", to: "datasets/regulations/x.yaml")
    let run = folder.bare(["doctor"])
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("datasets/regulations/x.yaml:2:1"))
  }
}
