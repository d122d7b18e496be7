/// What running a page gave.
package struct NotebookRun: Sendable, Equatable {
  /// A step whose output is not what the page records.
  package struct Mismatch: Sendable, Equatable {
    /// The line of the step.
    package let line: Int
    /// The changed lines.
    package let difference: String
    /// Whether a command now fails that the page records as answered.
    package let isNewFailure: Bool
  }

  /// What a command gave.
  package struct Answer: Sendable, Equatable {
    /// What it printed.
    package let output: String
    /// Its exit code.
    package let exitCode: Int32

    package init(output: String, exitCode: Int32) {
      self.output = output
      self.exitCode = exitCode
    }
  }

  /// The output of each step.
  package let outputs: [String]
  /// The steps that differ from the page.
  package let mismatches: [Mismatch]

  /// Runs every command of a page in order.
  ///
  /// A command that exits other than 0 adds a last line "[exit N]" to the output, so that a page can show
  /// refusals as well. A line that is not a `forecast` command, or whose quotes do not close, gives
  /// "[not a forecast command: …]".
  ///
  /// - Parameters:
  ///   - notebook: the page.
  ///   - run: runs the words after the program's name.
  package init(_ notebook: Notebook, run: ([String]) -> Answer) {
    var outputs: [String] = []
    var mismatches: [Mismatch] = []
    for step in notebook.steps {
      var output = ""
      var failures = 0
      for command in step.commands {
        guard let words = CommandWords.words(of: command), words.first == "forecast" else {
          output += "[not a forecast command: \(command)]\n"
          continue
        }
        let answer = run(Array(words.dropFirst()))
        output += answer.output
        if !output.isEmpty, !output.hasSuffix("\n") { output += "\n" }
        if answer.exitCode != 0 {
          failures += 1
          output += "[exit \(answer.exitCode)]\n"
        }
      }
      outputs.append(output)
      if !OutputAgreement.agrees(recorded: step.output ?? "", new: output) {
        mismatches.append(
          Mismatch(
            line: step.line,
            difference: LineDifference.text(recorded: step.output ?? "", new: output),
            isNewFailure: failures > 0 && !step.records("[exit")))
      }
    }
    self.outputs = outputs
    self.mismatches = mismatches
  }
}

extension Notebook.Step {
  /// Whether a line of the recorded output begins with a text, or nothing is recorded yet.
  fileprivate func records(_ text: String) -> Bool {
    guard let output, !output.isEmpty else { return true }
    return output.split(separator: "\n").contains { $0.hasPrefix(text) }
  }
}
