import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("FactTable")
struct FactTableTests {
  private static let header = "place,indicator,year,value,evidence,status,released,note\n"

  private func read(_ rows: String) throws -> (records: [FactRecord], diagnostics: [Diagnostic]) {
    FactTable.read(try table(Self.header + rows))
  }

  @Test(
    "Passes, fails and grades are read in either language",
    arguments: [
      ("met", .met), ("Đạt", .met), ("true", .met), ("not-met", .notMet), ("không đạt", .notMet),
      ("Chưa đạt", .notMet), ("false", .notMet), ("0", .grade(0)), ("2", .grade(2)),
    ] as [(String, FactValue)])
  func values(text: String, expected: FactValue) throws {
    let (records, diagnostics) = try read("A,i,2025,\(text),,,,\n")
    #expect(records.map(\.value) == [expected])
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "Anything else is refused with the words that can be used",
    arguments: ["-1", "2.0", "x", "metx"])
  func unreadable(text: String) throws {
    let (records, diagnostics) = try read("A,i,2025,\(text),,,,\n")
    #expect(records.isEmpty)
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(fault.code == .factUnreadable)
    #expect(fault.position?.label == "a.csv:2:4")
    #expect(fault.message(in: .vi) == "“\(text)” không phải là đạt, không đạt hay một mức độ")
    #expect(fault.message(in: .en) == "“\(text)” is neither met, not-met nor a grade")
    #expect(
      fault.remedy(in: .vi) == "Ghi met (đạt), not-met (không đạt) hoặc mức độ bằng số nguyên.")
  }

  @Test("A record keeps evidence, plan, release and note")
  func fields() throws {
    let (records, diagnostics) = try read(
      "A,i,2025,met,partial,final,2026-01-15,\nA,i,2027,3,chưa có,Dự kiến,,Kế hoạch\n")
    #expect(diagnostics.isEmpty)
    #expect(records.map(\.evidence) == [.partial, Evidence.none])
    #expect(records.map(\.isPlanned) == [false, true])
    #expect(records.map(\.released?.iso) == ["2026-01-15", nil])
    #expect(records.map(\.note) == ["", "Kế hoạch"])
    #expect(records.map(\.position.label) == ["a.csv:2:4", "a.csv:3:4"])
  }

  @Test("All faults of a row are told at once")
  func allFaults() throws {
    let (records, diagnostics) = try read(",,20x5,,half,maybe,31/31/2025,\n")
    #expect(records.isEmpty)
    #expect(
      diagnostics.map(\.code.id) == [
        "cell.missing", "cell.missing", "year.unreadable", "cell.missing", "choice.unknown",
        "choice.unknown", "date.unreadable",
      ])
    #expect(diagnostics.map { $0.position?.column } == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test("An item given twice for a year is refused; a plan, or a later assessment, is not the same")
  func duplicates() throws {
    let (_, diagnostics) = try read("A,i,2025,met,,,,\nA,i,2025,not-met,,,,\n")
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(fault.code.id == "fact.duplicate")
    #expect(fault.position?.label == "a.csv:3:4")
    #expect(fault.message(in: .vi) == "A, i, năm 2025 đã có ở dòng 2")
    #expect(fault.message(in: .en) == "A, i, 2025 stands already on line 2")
    #expect(
      fault.remedy(in: .vi) == "Xóa một dòng; nếu là hai lần xét thì ghi cột “released”.")
    #expect(try read("A,i,2025,met,,,,\nA,i,2025,met,,planned,,\n").diagnostics.isEmpty)
    #expect(
      try read("A,i,2025,met,,,2026-01-01,\nA,i,2025,met,,,2026-06-01,\n").diagnostics.isEmpty)
  }
}
