import Diagnostics
import Indicators
import InputFiles
import Testing

@testable import Datasets

@Suite("Table of families")
struct PaceFamilyTableTests {
  private func read(_ rows: String) throws -> [PaceFamily] {
    let text = "family,revision_sd,verified,pace_sd,note\n" + rows
    return try PaceFamilyTable.read(SourceFile(path: "families.csv", bytes: Array(text.utf8)))
  }

  @Test("Families are read with their revision error, pace and state")
  func content() throws {
    let families = try read("title,1.17,false,2,by hand\nother,1.5,true,,\n")
    #expect(
      families == [
        PaceFamily(id: "title", revisionSD: 1.17, isVerified: false, paceSD: 2),
        PaceFamily(id: "other", revisionSD: 1.5, isVerified: true),
      ])
  }

  @Test("All faults are told at once, each at its cell")
  func faults() throws {
    let faults = try #require(throws: Faults.self) {
      try read("title,0,false,-2,\nother,,maybe,,\n")
    }
    #expect(
      faults.diagnostics.map { "\($0.position?.label ?? "") \($0.code.id)" }.sorted() == [
        "families.csv:2:2 family.not-positive", "families.csv:2:4 family.not-positive",
        "families.csv:3:2 cell.missing", "families.csv:3:3 choice.unknown",
      ])
  }

  @Test("A table without the family other is refused")
  func fallback() throws {
    let faults = try #require(throws: Faults.self) { try read("title,1,false,,\n") }
    #expect(faults.diagnostics.map(\.code.id) == ["library.no-fallback"])
  }
}
