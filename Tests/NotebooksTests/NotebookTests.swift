import Testing

@testable import Notebooks

@Suite("Notebook")
struct NotebookTests {
  private let page = """
    # Trang

    Lời dẫn với `mã` và ```ba dấu``` trong dòng.

    ```forecast
    # ghi chú
    forecast levels

      forecast --target level2
    ```

    Giữa lệnh và kết quả có thể có chữ.

    ```text
    một
    hai
    ```

    ![Hình](figures/a.svg) và ![](https://example.org/b.svg) và ![Tên](figures/c.svg "Tên hình")

    ```json
    {"a": 1}
    ```

    """

  // MARK: Reading

  @Test("A step is its commands and the text block that follows")
  func steps() throws {
    let notebook = Notebook(page)
    #expect(notebook.steps.count == 1)
    let step = try #require(notebook.steps.first)
    #expect(step.commands == ["forecast levels", "forecast --target level2"])
    #expect(step.output == "một\nhai\n" && step.line == 5)
    #expect(notebook.openFence == nil)
  }

  @Test("A text block without commands before it is prose")
  func textAlone() {
    #expect(Notebook("```text\na\n```\n").steps == [])
    let second = Notebook("```forecast\nforecast a\n```\n```text\n1\n```\n```text\n2\n```\n")
    #expect(second.steps.map(\.output) == ["1\n"])
  }

  @Test("Commands without a text block have no recorded output")
  func commandsAlone() {
    let page = "```forecast\nforecast a\n```\n\n```forecast\nforecast b\n```\n\n```text\nb\n```\n"
    #expect(Notebook(page).steps.map(\.output) == [nil, "b\n"])
    #expect(
      Notebook("```forecast\nforecast a\n```\n\n```json\n1\n```\n\n```text\nx\n```\n").steps[0]
        .output == nil)
  }

  @Test("An empty text block is an empty output")
  func emptyOutput() {
    #expect(Notebook("```forecast\nforecast a\n```\n```text\n```\n").steps[0].output == "")
  }

  @Test("A longer fence hides shorter ones within it")
  func nestedFences() {
    let page = "````markdown\n```forecast\nforecast a\n```\n````\n\n```forecast\nforecast b\n```\n"
    #expect(Notebook(page).steps.map(\.commands) == [["forecast b"]])
    let output = "```forecast\nforecast a\n```\n````text\n```\nx\n```\n````\n"
    #expect(Notebook(output).steps[0].output == "```\nx\n```\n")
  }

  @Test("A closing fence may be longer or indented, an opening one may not be indented")
  func closingFence() {
    #expect(
      Notebook("```forecast\nforecast a\n`````\n```text\nx\n  ``` \n").steps[0].output == "x\n")
    #expect(Notebook("   ```forecast\nforecast a\n").steps == [])
  }

  @Test("Backticks later in the line make it prose")
  func inlineCode() {
    let page = "```forecast``` là khối lệnh\n\n```forecast\nforecast a\n```\n"
    #expect(Notebook(page).steps.map(\.line) == [3])
  }

  @Test(
    "Blanks before and words after the kind do not matter",
    arguments: ["forecast", " forecast", "forecast title=1"])
  func kind(words: String) {
    #expect(Notebook("```\(words)\nforecast a\n```\n").steps.count == 1)
  }

  @Test("Another kind is no step", arguments: ["", "bash", "forecasts", "Forecast", "text"])
  func otherKinds(words: String) {
    #expect(Notebook("```\(words)\nforecast a\n```\n").steps == [])
  }

  @Test("A page without blocks has no steps", arguments: ["", "\n", "# Chỉ có chữ\n", "``\n"])
  func noBlocks(text: String) {
    let notebook = Notebook(text)
    #expect(notebook.steps == [] && notebook.openFence == nil)
    #expect(notebook.replacingOutputs([]) == text)
  }

  @Test("A fence that is never closed is told, and its block is no step")
  func openFence() {
    let commands = Notebook("# A\n\n```forecast\nforecast a\n")
    #expect(commands.openFence == 3 && commands.steps == [])
    #expect(commands.replacingOutputs([]) == "# A\n\n```forecast\nforecast a\n")
    let output = Notebook("```forecast\nforecast a\n```\n```text\nx\n")
    #expect(output.openFence == 4 && output.steps[0].output == nil)
  }

  @Test("Pictures are those of files outside of blocks, with their lines")
  func pictures() {
    #expect(
      Notebook(page).pictures == [
        Notebook.Picture(line: 19, path: "figures/a.svg"),
        Notebook.Picture(line: 19, path: "figures/c.svg"),
      ])
    #expect(Notebook("```text\n![](a.svg)\n```\n").pictures == [])
    #expect(Notebook("[chữ](a.md)\n").pictures == [])
  }

  // MARK: Windows line ends

  @Test("CR LF pages are read alike, and keep their line ends")
  func carriageReturns() {
    let windows = page.replacing("\n", with: "\r\n")
    let notebook = Notebook(windows)
    #expect(notebook.steps.map(\.commands) == Notebook(page).steps.map(\.commands))
    #expect(notebook.steps.map(\.output) == ["một\nhai\n"])
    #expect(notebook.pictures == Notebook(page).pictures)
    let same = notebook.replacingOutputs(["một\nhai\n"])
    #expect(same.utf8.elementsEqual(windows.utf8))
    let changed = notebook.replacingOutputs(["ba\n"])
    let expected = page.replacing("một\nhai\n", with: "ba\n").replacing("\n", with: "\r\n")
    #expect(changed.utf8.elementsEqual(expected.utf8))
  }

  // MARK: Replacing

  @Test("The recorded output gives back the page byte for byte")
  func identity() {
    #expect(Notebook(page).replacingOutputs(["một\nhai\n"]).utf8.elementsEqual(page.utf8))
  }

  @Test("Only the output changes; prose stays, decomposed letters and blanks at line ends included")
  func proseKept() {
    let prose = "e\u{302}\u{323}  \n\t\u{A0}tab\n"
    let before = prose + "```forecast\nforecast a\n```\n" + prose + "```text\ncũ\n```\n" + prose
    let after = Notebook(before).replacingOutputs(["mới\nhai\n"])
    #expect(
      after.utf8.elementsEqual(before.replacing("cũ\n", with: "mới\nhai\n").utf8))
  }

  @Test("Where there was no text block one is added after the commands")
  func added() {
    let page = "a\n```forecast\nforecast a\n```\nb\n"
    #expect(
      Notebook(page).replacingOutputs(["x\n"])
        == "a\n```forecast\nforecast a\n```\n\n```text\nx\n```\nb\n")
    #expect(
      Notebook("```forecast\nforecast a\n```").replacingOutputs(["x\n"])
        == "```forecast\nforecast a\n```\n\n```text\nx\n```")
    #expect(Notebook(page).replacingOutputs([""]) == page)
  }

  @Test(
    "After promotion the page records what was put in, whatever it was",
    arguments: [
      "", "x\n", "a\n\nb\n", "```\nmã\n```\n", "````\n", "```text\nx\n", "  ```\n", "# tiêu đề\n",
      "![](a.svg)\n", "một\n\n\n",
    ])
  func roundTrip(output: String) {
    let pages = [
      "```forecast\nforecast a\n```\n",
      "```forecast\nforecast a\n```\n\n```text\ncũ\n```\n\n```forecast\nforecast b\n```\nhết\n",
    ]
    for text in pages + pages.map({ $0.replacing("\n", with: "\r\n") }) {
      let notebook = Notebook(text)
      let outputs = notebook.steps.map { _ in output }
      let promoted = Notebook(notebook.replacingOutputs(outputs))
      #expect(promoted.steps.map { $0.output ?? "" } == outputs)
      #expect(promoted.steps.map(\.commands) == notebook.steps.map(\.commands))
      #expect(promoted.openFence == nil)
      let twice = promoted.replacingOutputs(outputs)
      #expect(twice.utf8.elementsEqual(notebook.replacingOutputs(outputs).utf8))
    }
  }

  @Test("Fewer outputs than steps is a mistake of the program")
  func countMismatch() async {
    await #expect(processExitsWith: .failure) {
      _ = Notebook("```forecast\nforecast a\n```\n").replacingOutputs([])
    }
  }
}
