import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("Crosswalk checks")
struct CrosswalkChecksTests {
  private func found(_ rows: [String]) throws -> [Diagnostic] {
    let header = "old_place,new_place,share,part,whole,valid_from,base\n"
    return CrosswalkTable.read(
      try table(header + rows.map { $0 + "\n" }.joined(), path: "c.csv")
    ).diagnostics
  }

  private func told(_ rows: String...) throws -> [String] {
    try found(rows).map { "\($0.position?.line ?? 0) \($0.code.id) \($0.value ?? "")" }
  }

  @Test("Shares that add up are sound: exactly for counts, to 1e-9 for decimals")
  func sound() throws {
    #expect(
      try told(
        "A,N,,1,3,2025,", "A,M,,2,3,2025,", "B,N,0.333333333,,,2025,", "B,M,0.333333333,,,2025,",
        "B,L,0.333333334,,,2025,", "C,N,1,,,2025,", "C,N,0.25,,,2025,clans", "C,M,75%,,,2025,clans",
        "D,N,,1,2,2025,", "D,M,50%,,,2025,"
      ).isEmpty)
  }

  @Test("Shares that do not add up are refused with the sum, the lines and the remedy")
  func sums() throws {
    let faults = try found([
      "A,N,0.62,,,2025,", "B,N,,1203,3117,2025,", "A,M,0.28,,,2025,", "B,M,,1913,3117,2025,",
      "A,N,0.5,,,2025,clans", "C,N,0.500000002,,,2025,", "C,M,0.5,,,2025,",
    ])
    #expect(faults.map(\.code.id) == Array(repeating: "crosswalk.sum", count: 4))
    #expect(
      faults.map { $0.message(in: .en) } == [
        "the shares of “A” add up to 0.9 and not to 1 (lines 2, 4)",
        "the shares of “B” add up to 3116/3117 and not to 1 (lines 3, 5)",
        "the shares of “A” (clans) add up to 0.5 and not to 1 (lines 6)",
        "the shares of “C” add up to 1.000000002 and not to 1 (lines 7, 8)",
      ])
    #expect(faults[0].remedy(in: .vi).hasPrefix("Bổ sung phần còn lại"))
  }

  @Test("Sums are not looked at where a row could not be read: its share would be missing")
  func sumsOfUnreadable() throws {
    #expect(
      try told("A,N,0.62,,,2025,", "A,M,nửa,,,2025,") == ["3 number.unreadable nửa"])
  }

  @Test("A former unit has one whole for one base")
  func wholes() throws {
    #expect(
      try told("A,N,,1,3,2025,", "A,M,,2,4,2025,") == ["2 crosswalk.wholes-differ A"])
  }

  @Test("A row given twice is told with the line of the first")
  func duplicates() throws {
    let faults = try found(["A,N,0.5,,,2025,", "A,N,0.5,,,2025,", "A,N,1,,,2025,clans"])
    #expect(faults.map(\.code.id) == ["crosswalk.duplicate"])
    #expect(faults[0].facts["line"] == Phrase("2"))
  }

  @Test("A unit that is made of itself needs another name for its past")
  func samePlace() throws {
    #expect(
      try told("A,A,0.6,,,2025,", "A,B,0.4,,,2025,") == ["2 crosswalk.same-place A"])
  }

  @Test("Circles are told once, with their way")
  func cycles() throws {
    let faults = try found([
      "A,B,1,,,2019,", "B,C,1,,,2021,", "C,A,1,,,2025,", "D,A,1,,,2025,",
    ])
    #expect(faults.map(\.code.id) == ["crosswalk.cycle"])
    #expect(faults[0].facts["circle"] == Phrase("A → B → C → A"))
  }

  @Test("A unit does not end on or before the day on which it begins")
  func order() throws {
    #expect(
      try told("A,B,1,,,2025-07-01,", "B,C,1,,,2019-12-01,") == ["3 crosswalk.order B"])
    #expect(
      try told("A,B,1,,,2025-07-01,", "B,C,1,,,2025-07-01,") == ["3 crosswalk.order B"])
    #expect(try told("A,B,1,,,2019-12-01,", "B,C,1,,,2025-07-01,").isEmpty)
  }

  @Test("A unit begins once and ends once")
  func dates() throws {
    #expect(
      try told("A,N,0.5,,,2019,", "A,M,0.5,,,2025,") == ["3 crosswalk.dates-differ A"])
    #expect(
      try told("A,N,1,,,2019,", "B,N,1,,,2025,") == ["3 crosswalk.dates-differ N"])
  }

  @Test("Former units and indicators that the figures do not have are told with the nearest name")
  func unknownNames() throws {
    let position = InputPosition(file: "o.csv", line: 2)
    let panel = IndicatorPanel(
      entries: [
        IndicatorPanel.Entry(
          place: "Tân Trào", indicator: "trained",
          observation: Observation(year: 2024, count: 1, base: 2, position: position))
      ])
    let (transfers, findings) = CrosswalkTable.read(
      try table(
        """
        old_place,new_place,share,valid_from,base
        Tân Trao,N,1,2019-01-01,
        Tân Trào,N,1,2019-01-01,trainned
        N,P,1,2025-07-01,

        """, path: "c.csv"))
    #expect(findings.isEmpty)
    let faults = CrosswalkChecks.unknownNames(in: transfers, panel: panel)
    #expect(faults.map(\.code.id) == ["crosswalk.unit-unknown", "crosswalk.base-unknown"])
    #expect(faults.map { $0.facts["nearest"] } == [Phrase("Tân Trào"), Phrase("trained")])
  }

  @Test("Faults of every kind stand side by side")
  func allAtOnce() throws {
    #expect(
      try told(
        "A,N,0.5,,,2025,", "A,N,0.5,,,2025,", "B,B,1,,,2025,", "C,D,1,,,2019,", "D,C,1,,,2025,",
        "E,N,0.4,,,2025,")
        == [
          "3 crosswalk.duplicate A", "4 crosswalk.same-place B", "6 crosswalk.cycle D",
          "7 crosswalk.sum E",
        ])
  }
}
