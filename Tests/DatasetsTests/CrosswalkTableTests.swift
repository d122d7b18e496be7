import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("Crosswalk table")
struct CrosswalkTableTests {
  private static let header = "old_place,new_place,share,part,whole,valid_from,base,note,source\n"

  private func read(
    _ rows: String, header: String = CrosswalkTableTests.header
  ) throws -> (records: [TerritoryTransfer], diagnostics: [Diagnostic]) {
    CrosswalkTable.read(try table(header + rows, path: "c.csv"))
  }

  private func codes(_ rows: String, header: String = CrosswalkTableTests.header) throws -> [String]
  {
    try read(rows, header: header).diagnostics.map {
      "\($0.position?.label ?? "–") \($0.code.id)"
    }
  }

  @Test("Shares are decimals, percents, or part and whole; a day or a year begins the new unit")
  func rows() throws {
    let (transfers, diagnostics) = try read(
      """
      A,N,0.62,,,2025-07-01,,toàn phần,NQ
      A,M,"38 %",,,01/07/2025,,,
      B,N,,"1,203","3,117",2025-07-01,learning-families,,
      B,M,,"1,914","3,117",2025-07-01,learning-families,,
      B,N,"0,5",,,2025-07-01,,,
      B,M,"50,0%",,,2025-07-01,,,
      X,Y,1,,,2019,,,

      """)
    #expect(diagnostics.isEmpty)
    #expect(
      transfers.map(\.share) == [
        .decimal(0.62), .decimal(0.38), .counted(part: 1203, whole: 3117),
        .counted(part: 1914, whole: 3117), .decimal(0.5), .decimal(0.5), .decimal(1),
      ])
    #expect(transfers.map(\.validFrom.iso).prefix(2) == ["2025-07-01", "2025-07-01"])
    #expect(transfers.last?.validFrom.iso == "2019-01-01")
    #expect(transfers[0].note == "toàn phần" && transfers[0].source == "NQ")
    #expect(transfers[0].indicator == nil && transfers[2].indicator == "learning-families")
    #expect(transfers[2].position.label == "c.csv:4:1")
  }

  @Test("A row may name several indicators, and a share beside the counts that it rounds")
  func severalIndicators() throws {
    let (transfers, diagnostics) = try read(
      "A,N,33.3%,1,3,2025,a; b,,\nA,M,0.67,2,3,2025,a;b,,\n")
    #expect(diagnostics.isEmpty)
    #expect(
      transfers.map { "\($0.newPlace) \($0.indicator ?? "")" } == ["N a", "N b", "M a", "M b"])
    #expect(transfers[0].share == .counted(part: 1, whole: 3))
  }

  @Test("Vietnamese headings and a comma for decimals are understood")
  func vietnamese() throws {
    let (transfers, diagnostics) = try read(
      "A;N;0,4;01/07/2025\nA;M;0,6;01/07/2025\n",
      header: "Đơn vị cũ;Đơn vị mới;Tỷ lệ chia;Có hiệu lực từ\n")
    #expect(diagnostics.isEmpty)
    #expect(transfers.map(\.share.value) == [0.4, 0.6])
  }

  @Test("Columns that are missing are named")
  func columns() throws {
    #expect(
      try codes("A,N\n", header: "old_place,new_place\n") == ["c.csv:1 column.missing"])
    #expect(
      try codes("A,N,2025,3\n", header: "old_place,new_place,valid_from,part\n")
        == ["c.csv:1 crosswalk.columns"])
  }

  @Test("All faults of all rows at once, each with its place")
  func faults() throws {
    #expect(
      try codes(
        """
        A,N,1.2,,,2025-07-01,,,
        B,N,-0.1,,,2025-07-01,,,
        C,N,nửa,,,2025-07-01,,,
        D,N,,,,2025-07-01,,,
        E,N,,3,,2025-07-01,,,
        F,N,,5,4,2025-07-01,,,
        G,N,0.5,1,3,2025-07-01,,,
        H,N,1,,,mùa hè,,,
        ,N,1,,,,,,

        """) == [
          "c.csv:2:3 crosswalk.share-outside", "c.csv:3:3 crosswalk.share-outside",
          "c.csv:4:3 number.unreadable", "c.csv:5:1 crosswalk.share-missing",
          "c.csv:6:5 cell.missing", "c.csv:7:4 crosswalk.share-outside",
          "c.csv:8:3 crosswalk.share-contradicts", "c.csv:9:6 date.unreadable",
          "c.csv:10:1 cell.missing", "c.csv:10:6 cell.missing",
        ])
  }

  @Test(
    "What is no share is not read as one",
    arguments: ["", ".", "-", "1.2.3", "5.", ".5", "1e-1", "%"])
  func unreadableShares(text: String) {
    #expect(ShareText.value(text) == nil)
  }
}
