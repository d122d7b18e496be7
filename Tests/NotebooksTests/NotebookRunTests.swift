import Notebooks
import Testing

@Suite("Notebook run")
struct NotebookRunTests {
  private func page(_ commands: String, _ output: String? = nil) -> Notebook {
    Notebook(
      "```forecast\n\(commands)```\n" + (output.map { "\n```text\n\($0)```\n" } ?? ""))
  }

  private func echo(_ words: [String]) -> NotebookRun.Answer {
    NotebookRun.Answer(output: words.joined(separator: "|") + "\n", exitCode: 0)
  }

  @Test("Commands run in order, without the program's name, and their outputs follow each other")
  func order() {
    var seen: [[String]] = []
    let run = NotebookRun(page("forecast a\nforecast --place \"Cả nước\"\n")) { words in
      seen.append(words)
      return echo(words)
    }
    #expect(seen == [["a"], ["--place", "Cả nước"]])
    #expect(run.outputs == ["a\n--place|Cả nước\n"])
  }

  @Test("An output as recorded is no mismatch")
  func current() {
    #expect(NotebookRun(page("forecast a\n", "a\n"), run: echo).mismatches == [])
  }

  @Test("Another output is told with line and difference")
  func stale() {
    let run = NotebookRun(page("forecast a\n", "b\n"), run: echo)
    #expect(run.mismatches.map(\.line) == [1])
    #expect(run.mismatches.map(\.difference) == ["- b\n+ a\n  \n"])
  }

  @Test("A missing text block is a mismatch, unless nothing is printed")
  func missing() {
    #expect(
      NotebookRun(page("forecast a\n"), run: echo).mismatches.map(\.difference) == ["+ a\n  \n"])
    let silent = NotebookRun(page("forecast a\n")) { _ in .init(output: "", exitCode: 0) }
    #expect(silent.mismatches == [])
  }

  @Test("An exit code other than 0 is a line of its own", arguments: [1, 10, 64, 65] as [Int32])
  func exitCode(code: Int32) {
    let run = NotebookRun(page("forecast a\nforecast b\n")) { words in
      .init(output: words[0] == "a" ? "không xuống dòng" : "", exitCode: code)
    }
    #expect(run.outputs == ["không xuống dòng\n[exit \(code)]\n[exit \(code)]\n"])
  }

  @Test(
    "A line that is no forecast command is told and never run",
    arguments: ["ls -l", "forecast \"mở", "./forecast a", "Forecast a", "rm -rf /"])
  func otherCommands(line: String) {
    let run = NotebookRun(page(line + "\n")) { _ in
      Issue.record("\(line) was run")
      return .init(output: "", exitCode: 0)
    }
    #expect(run.outputs == ["[not a forecast command: \(line)]\n"])
  }

  @Test("A page without steps runs nothing")
  func noSteps() {
    let run = NotebookRun(Notebook("# Chỉ có chữ\n"), run: echo)
    #expect(run.outputs == [] && run.mismatches == [])
  }

  @Test("After promotion the page is clean")
  func promotion() {
    let notebook = Notebook(
      "a\n\n```forecast\nforecast a\n```\n\nb\n\n```forecast\nforecast b\nls\n```\n\n```text\ncũ\n```\n"
    )
    let run = NotebookRun(notebook, run: echo)
    #expect(run.mismatches.count == 2)
    let promoted = Notebook(notebook.replacingOutputs(run.outputs))
    #expect(NotebookRun(promoted, run: echo).mismatches == [])
  }
}
