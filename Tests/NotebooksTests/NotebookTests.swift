import Testing

@testable import Notebooks

@Suite("Notebook")
struct NotebookTests {
  @Test("A step is its commands and the text block that follows")
  func steps() {
    let page = Notebook("# A\n\n```forecast\nforecast levels\n```\n\n```text\none\ntwo\n```\n")
    #expect(page.steps.count == 1)
    #expect(page.steps.first?.commands == ["forecast levels"])
    #expect(page.steps.first?.output == "one\ntwo\n")
  }
}
