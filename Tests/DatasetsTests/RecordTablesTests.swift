import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets

@Suite("RecordTables")
struct RecordTablesTests {
  @Test("Places are read, and what is not said stays unknown")
  func places() throws {
    let (records, diagnostics) = RecordTables.places(
      try table(
        "place,kind,parent,code,difficult_area,note\nA,xã,,00123,false,\nB,thôn,A,,CÓ,\nC,,,,,\n"))
    #expect(diagnostics.isEmpty)
    #expect(
      records == [
        Place(name: "A", kind: "xã", code: "00123", isDifficultArea: false),
        Place(name: "B", kind: "thôn", parent: "A", isDifficultArea: true), Place(name: "C"),
      ])
  }

  @Test("Indicators are read, with the Vietnamese title where there is no English one")
  func indicators() throws {
    let (records, diagnostics) = RecordTables.indicators(
      try table(
        "indicator,title_vi,title_en,direction,definition,definition_vi,base_vi,source\n"
          + "t,Tỷ lệ,Share,up,d,D,B,S\nu,Tỷ lệ khác,,,,,,\nv,V,,down,,,,\nw,W,,unknown,,,,\n"))
    #expect(diagnostics.isEmpty)
    #expect(
      records.first
        == Indicator(
          id: "t", title: Phrase(vi: "Tỷ lệ", en: "Share"), direction: .up, definition: "d",
          definitionText: "D", baseText: "B", source: "S"))
    #expect(records.dropFirst().first == Indicator(id: "u", title: Phrase("Tỷ lệ khác")))
    #expect(records.map(\.direction) == [.up, .unknown, .down, .unknown])
  }

  @Test("Breaks are read, for one place or for all")
  func breaks() throws {
    let (records, diagnostics) = RecordTables.breaks(
      try table(
        "place,indicator,year,kind,note\n,t,2022,definition,x\nA,t,2021,territory,\nA,t,2020,,\n"))
    #expect(diagnostics.isEmpty)
    #expect(records.map(\.place) == [nil, "A", "A"])
    #expect(records.map(\.kind) == [.definition, .territory, .definition])
    #expect(records.map(\.note) == ["x", "", ""])
  }

  @Test("Supporting agencies are separated by semicolons, blanks around them do not count")
  func assignments() throws {
    let (records, diagnostics) = RecordTables.assignments(
      try table(
        "requirement,lead_agency,supporting_agencies\n"
          + "1.1,X,\"Hội Khuyến học ;  Các thôn;;\u{A0}MTTQ \"\n1.2,Y,\n1.3,Z,\"Các cơ quan, đơn vị\"\n"
      ))
    #expect(diagnostics.isEmpty)
    #expect(
      records.map(\.supportingAgencies)
        == [["Hội Khuyến học", "Các thôn", "MTTQ"], [], ["Các cơ quan, đơn vị"]])
    #expect(records.map(\.requirement) == ["1.1", "1.2", "1.3"])
  }

  @Test("Recognitions are read with or without the day of decision")
  func recognitions() throws {
    let (records, diagnostics) = RecordTables.recognitions(
      try table(
        "place,regulation,level,assessed_year,decision_date\nA,r,level1,2024,27/03/2025\nA,r,l,2023,\n"
      ))
    #expect(diagnostics.isEmpty)
    #expect(records.map(\.assessedYear) == [2024, 2023])
    #expect(records.map { $0.decisionDate?.iso } == ["2025-03-27", nil])
  }

  @Test("Every row's faults are told, and sound rows are kept")
  func faults() throws {
    let (records, diagnostics) = RecordTables.places(
      try table("place,kind,difficult_area\n,xã,\nB,xã,maybe\nC,xã,true\n"))
    #expect(records.map(\.name) == ["B", "C"])
    #expect(diagnostics.map { $0.position?.label } == ["a.csv:2:1", "a.csv:3:3"])
    #expect(diagnostics.map(\.code.id) == ["cell.missing", "choice.unknown"])
    let breaks = RecordTables.breaks(try table("indicator,year,kind\n,2022,x\nt,99,\n"))
    #expect(breaks.records.isEmpty)
    #expect(breaks.diagnostics.map(\.code.id) == ["cell.missing", "year.unreadable"])
    let recognitions = RecordTables.recognitions(
      try table("place,regulation,level,assessed_year,decision_date\n,,,0,x\n"))
    #expect(recognitions.diagnostics.count == 5)
  }

  @Test("Without its columns a table has no records")
  func header() throws {
    let text = "name\nA\n"
    let findings = [
      RecordTables.places(try table(text)).diagnostics,
      RecordTables.indicators(try table(text)).diagnostics,
      RecordTables.breaks(try table(text)).diagnostics,
      RecordTables.assignments(try table(text)).diagnostics,
      RecordTables.recognitions(try table(text)).diagnostics,
    ]
    let missing = findings.map { $0.count { $0.code.id == "column.missing" } }
    #expect(missing == [2, 2, 2, 2, 4])
  }
}
