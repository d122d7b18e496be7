import Diagnostics
import Foundation
import Regulations
import Testing
import Wording

/// Looking up levels by id, kind of place and regulation.
struct RegulationLibraryTests {
  private func fault(_ id: String, kind: String? = nil, regulation: String? = nil) throws
    -> Diagnostic
  {
    let library = try RuleText.shipped()
    let faults = #expect(throws: Faults.self) {
      try library.level(id, kind: kind, regulation: regulation)
    }
    return try #require(faults?.diagnostics.first)
  }

  @Test("a level is found by its id and the kind of place")
  func found() throws {
    let library = try RuleText.shipped()
    let level = try library.level("level2", kind: "Xã", regulation: nil)
    #expect(level.regulation == "tt25-2023-xa")
    #expect(try library.level("level3", kind: nil, regulation: nil).isPlanning)
  }

  @Test("a regulation named outright is taken whatever the kind of place")
  func namedOutright() throws {
    let level = try RuleText.shipped().level("level1", kind: "thôn", regulation: "tt25-2023-xa")
    #expect(level.id == "level1")
  }

  @Test("an unknown level is answered with the levels of that kind of place and their origin")
  func unknownLevel() throws {
    let fault = try fault("level4", kind: "xã")
    #expect(fault.code.id == "level.unknown")
    #expect(
      fault.message(in: .vi)
        == "không có mức “level4” cho “xã”; các mức đã định nghĩa: level1, level2 "
        + "(Thông tư 25/2023/TT-BGDĐT, Điều 6, Điều 7); "
        + "level3 (mức kế hoạch nội bộ, không phải mức của Thông tư 25/2023)")
    #expect(fault.remedy(in: .en) == "Did you mean “level1” or “level2” or “level3”?")
  }

  @Test("a level asked of a regulation is looked for there alone")
  func unknownInRegulation() throws {
    let fault = try fault("level3", kind: "xã", regulation: "tt25-2023-xa")
    #expect(
      fault.message(in: .en)
        == "there is no level “level3” in “tt25-2023-xa”; the levels defined are: level1, level2 "
        + "(Thông tư 25/2023/TT-BGDĐT, Điều 6, Điều 7)")
    #expect(
      fault.remedy(in: .en)
        == "This level stands in “planning-level3”, which is for: xã, phường, đặc khu.")
  }

  @Test("a level of another kind of place is pointed to")
  func otherKind() throws {
    let fault = try fault("qd1373-2030", kind: "xã")
    #expect(fault.remedy(in: .vi) == "Mức này có trong “qd1373-2021”, dành cho: quốc gia.")
    let none = try self.fault("level9", kind: "thôn")
    #expect(
      none.message(in: .vi) == "không có mức “level9” cho “thôn”; các mức đã định nghĩa: không có")
  }

  @Test("an unknown regulation is answered with the known ones")
  func unknownRegulation() throws {
    let fault = try fault("level1", regulation: "tt25-2023")
    #expect(fault.code.id == "regulation.unknown")
    #expect(
      fault.message(in: .en)
        == "there is no regulation “tt25-2023”; there are: "
        + "tt25-2023-xa, qd1373-2021, planning-level3"
    )
    #expect(fault.remedy(in: .en) == "Did you mean “tt25-2023-xa”?")
  }

  @Test("the same level id in two fitting regulations has to be told apart")
  func ambiguous() throws {
    let second = RuleText.minimal("id: rules-a", "id: rules-b")
    let library = try RuleText.library(RuleText.minimal, second)
    let faults = #expect(throws: Faults.self) {
      try library.level("level1", kind: "xã", regulation: nil)
    }
    #expect(faults?.diagnostics.map(\.code.id) == ["level.ambiguous"])
    #expect(
      faults?.diagnostics.first?.message(in: .vi)
        == "mức “level1” có trong nhiều quy định: rules-a, rules-b")
    #expect(try library.level("level1", kind: "xã", regulation: "rules-b").regulation == "rules-b")
  }

  @Test("the kind of place decides between regulations with the same level id")
  func kindDecides() throws {
    let second = RuleText.minimal("id: rules-a", "id: rules-b")
      .replacingOccurrences(of: "[xã]", with: "[tỉnh]")
    let library = try RuleText.library(RuleText.minimal, second)
    #expect(try library.level("level1", kind: "tỉnh", regulation: nil).regulation == "rules-b")
  }

  @Test("no files give an empty library")
  func empty() throws {
    let library = try RegulationLibrary.read([])
    #expect(library.levels(forKind: nil).isEmpty)
    #expect(throws: Faults.self) { try library.level("level1", kind: nil, regulation: nil) }
  }
}
