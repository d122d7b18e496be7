import Notebooks
import Testing

@Suite("Agreement of outputs")
struct OutputAgreementTests {
  private func agrees(_ recorded: String, _ new: String) -> Bool {
    OutputAgreement.agrees(recorded: recorded, new: new)
  }

  @Test("The last digits of long numbers may differ, a billionth and no more")
  func longNumbers() {
    #expect(agrees("P = 0,73019617691079;\n", "P = 0,73019617691081;\n"))
    #expect(agrees("P = 0.1011180758.\n", "P = 0.1011180759.\n"))
    #expect(!agrees("P = 0,73019617691079\n", "P = 0,73019618691079\n"))
    #expect(!agrees("P = 0,73019617691079\n", "Q = 0,73019617691079\n"))
  }

  @Test("A digit less, and the blanks and rules that it moves, do not count beside long numbers")
  func widths() {
    #expect(
      agrees("a   0,73019617691080\n──────\n", "a  0,7301961769108\n─────\n"))
    #expect(!agrees("a   b\n", "a  b\n"))
  }

  @Test("Short numbers, texts and the number of lines have to be the same")
  func exact() {
    #expect(agrees("54,6% (1.380)\n", "54,6% (1.380)\n"))
    #expect(!agrees("54,6%\n", "54,7%\n"))
    #expect(!agrees("54,6% 0,73019617691079\n", "54,7% 0,73019617691079\n"))
    #expect(!agrees("0,73019617691079\n", "0,73019617691079\nthêm\n"))
    #expect(!agrees("0,73019617691079 đạt\n", "0,73019617691079 chưa\n"))
    #expect(!agrees("", "x\n"))
  }
}
