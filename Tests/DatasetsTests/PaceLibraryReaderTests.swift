import Diagnostics
import Foundation
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite("PaceLibraryReader")
struct PaceLibraryReaderTests {
  private static let header = "family,pace_mean,pace_sd,step_sd,step_sd_df,revision_sd,verified\n"
  private static let other = "other,0.42,0.45,0.75,1.1,1.17,true\n"

  private func read(_ rows: String) throws -> PaceLibrary {
    try PaceLibraryReader.read(
      SourceFile(path: "pace.csv", bytes: Array((Self.header + rows).utf8)))
  }

  private func faults(_ rows: String) throws -> [Diagnostic] {
    try #require(throws: Faults.self) { try read(rows) }.diagnostics
  }

  @Test("Families are read as they stand, unverified unless said otherwise")
  func families() throws {
    let library = try read("trained,-0.67,0.30,1.75,10.6,0,\n" + Self.other)
    #expect(
      library.prior(for: "trained")
        == PacePrior(
          family: "trained", paceMean: -0.67, paceSD: 0.3, stepSD: 1.75,
          stepDegreesOfFreedom: 10.6, revisionSD: 0, isVerified: false))
    #expect(library.prior(for: nil).isVerified)
  }

  @Test("The shipped library is read without a fault and holds its numbers")
  func shipped() throws {
    let url = shippedDataset("pace-library").appending(path: "pace.csv")
    let library = try PaceLibraryReader.read(SourceFile(reading: url, shownAs: "pace.csv"))
    #expect(
      library.prior(for: "trained")
        == PacePrior(
          family: "trained", paceMean: 0.67, paceSD: 0.3, stepSD: 1.75,
          stepDegreesOfFreedom: 10.6, revisionSD: 1.17, isVerified: true))
    #expect(!library.prior(for: "title").isVerified)
    #expect(library.prior(for: "no such family").family == "other")
  }

  @Test("A library without the family other is refused")
  func fallback() throws {
    let faults = try faults("trained,0.67,0.30,1.75,10.6,1.17,true\n")
    #expect(faults.map(\.code.id) == ["pace.no-fallback"])
    #expect(faults.first?.position?.label == "pace.csv")
    #expect(faults.first?.message(in: .vi) == "thư viện nhịp tăng không có họ “other”")
    #expect(faults.first?.message(in: .en) == "the pace library has no family “other”")
    #expect(try self.faults("").map(\.code.id) == ["pace.no-fallback"])
  }

  @Test("Every fault of a row is told once, at its cell")
  func allFaults() throws {
    let faults = try faults(",,0,-1,abc,-0.5,maybe\n" + Self.other)
    let found = faults.map { "\($0.position?.label ?? "") \($0.code.id)" }
    try #require(
      found == [
        "pace.csv:2:1 cell.missing", "pace.csv:2:2 cell.missing", "pace.csv:2:3 pace.not-positive",
        "pace.csv:2:4 pace.not-positive", "pace.csv:2:5 number.unreadable",
        "pace.csv:2:6 pace.negative", "pace.csv:2:7 choice.unknown",
      ])
    #expect(faults[2].message(in: .vi) == "“pace_sd” là 0, phải lớn hơn 0")
    #expect(faults[3].message(in: .en) == "“step_sd” is -1, but must be above zero")
    #expect(faults[5].message(in: .vi) == "“revision_sd” là -0.5, không được nhỏ hơn 0")
  }

  @Test("A table without its columns is refused")
  func columns() throws {
    let faults = try #require(throws: Faults.self) {
      try PaceLibraryReader.read(SourceFile(path: "p", bytes: Array("family,pace_mean\n".utf8)))
    }
    #expect(faults.diagnostics.count == 5)
    #expect(faults.diagnostics.allSatisfy { $0.code.id == "column.missing" })
  }
}
