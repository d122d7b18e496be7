import Testing

@testable import Datasets

@Suite("Seal of a record")
struct PlanArchiveSealTests {
  private let body = #"{"format": "forecast-archive", "sequence": 1}"#

  @Test("The seal is the SHA-256 of what stands before it, as Python's hashlib has it")
  func sealed() {
    let line = PlanArchiveSeal.sealed(body)
    #expect(
      line
        == #"{"format": "forecast-archive", "sequence": 1, "sha256": "86b616a7a94bceaaec45a92fac12fbb8665ee98b270a03e46aaac7699b3103eb"}"#
    )
    #expect(
      PlanArchiveSeal.hash(of: line.utf8)
        == "89fddb26c937cd20a0e86892dc795af30153d58cc7096d733a494376f46b357a")
  }

  @Test("A line is intact as it was sealed, and no other way")
  func intact() {
    let line = Array(PlanArchiveSeal.sealed(body).utf8)
    #expect(PlanArchiveSeal.isIntact(line))
    #expect(!PlanArchiveSeal.isIntact(line + [0x20]))
    #expect(!PlanArchiveSeal.isIntact(line + [0x0D]))
    #expect(!PlanArchiveSeal.isIntact([0x20] + line))
    #expect(!PlanArchiveSeal.isIntact(Array(line.dropLast())))
    #expect(!PlanArchiveSeal.isIntact(Array(body.utf8)))
    #expect(!PlanArchiveSeal.isIntact([]))
    for index in line.indices {
      var changed = line
      changed[index] ^= 1
      #expect(!PlanArchiveSeal.isIntact(changed), "byte \(index)")
    }
  }
}
