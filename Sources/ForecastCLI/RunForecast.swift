import ArgumentParser
import Diagnostics
import Reporting
import Wording

/// The version of the program.
package let forecastVersion = "0.1.0"

/// Runs the program: arguments in, results on the console's streams, exit code out.
///
/// No command prints or exits by itself. The same arguments and files give the same bytes.
///
/// - Parameters:
///   - arguments: the words after the program's name.
///   - console: what the run may touch.
/// - Returns: the exit code, as the README lists them.
public func runForecast(_ arguments: [String], console: Console) -> Int32 {
  let language = spokenLanguage(in: arguments)
  return HelpLanguage.$current.withValue(language) {
    var session = Session(
      console: console, language: language, printsJSON: arguments.contains("--json"))
    do throws(Faults) {
      return try run(arguments, &session).rawValue
    } catch {
      session.fail(error)
      return ExitStatus(error.obstacle).rawValue
    }
  }
}

private func run(_ arguments: [String], _ session: inout Session) throws(Faults) -> ExitStatus {
  if arguments.isEmpty {
    session.console.write(HelpText.translated(ForecastCommand.helpMessage(columns: 100)))
    return .answered
  }
  if let code = CodeHelp.requested(in: arguments) {
    session.console.write(try CodeHelp.text(of: code, in: session.language))
    return .answered
  }
  do {
    var command = try ForecastCommand.parseAsRoot(arguments)
    if let runnable = command as? any ForecastSubcommand { return try runnable.run(&session) }
    let unknown = arguments.first { !$0.hasPrefix("-") && !UsageFault.subcommandNames.contains($0) }
    if arguments.first == "help", let unknown { throw Faults(UsageFault.command(unknown)) }
    try command.run()
    return .answered
  } catch let faults as Faults {
    throw faults
  } catch {
    guard ForecastCommand.exitCode(for: error) == .success else {
      throw Faults(UsageFault.diagnostic(for: error, arguments: arguments))
    }
    let message = ForecastCommand.fullMessage(for: error, columns: 100)
    session.console.write(HelpText.translated(message) + "\n")
    return .answered
  }
}

/// Returns the language asked for anywhere among the arguments, so that faults in the arguments
/// themselves are told in it.
private func spokenLanguage(in arguments: [String]) -> Language {
  for (index, argument) in arguments.enumerated() {
    if argument.hasPrefix("--lang=") {
      return Language(rawValue: String(argument.dropFirst(7))) ?? .vi
    }
    if argument == "--lang", index + 1 < arguments.count {
      return Language(rawValue: arguments[index + 1]) ?? .vi
    }
  }
  return .vi
}

/// A command of the program.
protocol ForecastSubcommand: ParsableCommand {
  /// Does the work; results go through the session.
  func run(_ session: inout Session) throws(Faults) -> ExitStatus
}

/// One run: its streams, its language, and what it has read and found so far.
struct Session {
  let console: Console
  let language: Language
  let printsJSON: Bool
  var inputs: [ResultEnvelope.Input] = []
  var diagnostics: [Diagnostic] = []

  init(console: Console, language: Language, printsJSON: Bool) {
    self.console = console
    self.language = language
    self.printsJSON = printsJSON
  }

  /// Returns the document of a result.
  func envelope(_ data: JSONValue) -> JSONValue {
    ResultEnvelope(
      toolVersion: forecastVersion, inputs: inputs, data: data, diagnostics: diagnostics
    ).json(in: language)
  }

  /// Tells why the work stopped: sentences to stderr, and the document to stdout if asked for.
  mutating func fail(_ faults: Faults) {
    diagnostics += faults.diagnostics
    console.writeError(DiagnosticLayout(language: language).text(of: faults.diagnostics))
    if printsJSON { console.write(envelope(.null).text) }
  }
}
