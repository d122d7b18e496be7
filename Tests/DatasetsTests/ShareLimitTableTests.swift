import Diagnostics
import Indicators
import InputFiles
import Testing
import Wording

@testable import Datasets

@Suite struct ShareLimitTableTests {
  private func read(
    _ text: String
  ) throws(Faults) -> (limits: [ShareLimit], diagnostics: [Diagnostic]) {
    try ShareLimitTable.read(SourceFile(path: "gioi-han.csv", bytes: Array(text.utf8)))
  }

  @Test("Headings in both languages, commas and semicolons, a decimal comma, a byte order mark")
  func headings() throws {
    let english = try read("place,floor,ceiling,weight\nThôn 1,10,90,1.5\nThôn 2,,,\n")
    #expect(english.diagnostics.isEmpty && english.limits.count == 2)
    #expect(english.limits[0].floor?.value == 10 && english.limits[0].ceiling?.value == 90)
    #expect(english.limits[0].weight == ExactDecimal(plain: "1.5"))
    #expect(english.limits[0].ceiling?.position.column == 3)
    #expect(english.limits[1].floor == nil && english.limits[1].weight == nil)
    let vietnamese = try read(
      "\u{FEFF}STT;Thôn;Sàn;Trần;Trọng số;Ghi chú\r\n1;Thôn 1;1.010;1.090;1,5;\r\n")
    #expect(vietnamese.diagnostics.isEmpty)
    #expect(vietnamese.limits.map(\.floor?.value) == [1010])
    #expect(vietnamese.limits.map(\.weight) == [ExactDecimal(plain: "1.5")])
    let one = try read("địa phương,trần\nThôn 1,90\n")
    #expect(one.diagnostics.isEmpty && one.limits.map(\.ceiling?.value) == [90])
  }

  @Test("Every fault of the cells is told at once, and the row keeps its place only")
  func faults() throws {
    let (limits, found) = try read(
      """
      place,floor,ceiling,weight
      Thôn 1,-1,90,0
      Thôn 2,10.5,x7,-2
      ,10,20,1
      Thôn 4,50%,,
      Thôn 5,10,20,
      """)
    #expect(
      found.map(\.code.id) == [
        "limit.negative", "limit.weight", "limit.not-whole", "number.unreadable", "limit.weight",
        "cell.missing", "limit.not-whole",
      ])
    #expect(found.map(\.position?.line) == [2, 2, 3, 3, 3, 4, 5])
    #expect(found.map(\.position?.column) == [2, 4, 2, 3, 4, 1, 2])
    #expect(limits.map(\.place) == ["Thôn 1", "Thôn 2", "Thôn 4", "Thôn 5"])
    #expect(limits.map(\.ceiling?.value) == [nil, nil, nil, 20])
  }

  @Test("A table without its columns, and a file without a line, are told")
  func columns() throws {
    #expect(try read("place,note\nThôn 1,x\n").diagnostics.map(\.code.id) == ["limit.columns"])
    #expect(try read("sàn,trần\n1,2\n").diagnostics.map(\.code.id) == ["column.missing"])
    #expect(
      try read("place,flor\nA,1\n").diagnostics.map(\.code.id) == [
        "column.unknown", "limit.columns",
      ])
    #expect(try read("place,floor\n").limits.isEmpty)
    let error = #expect(throws: Faults.self) { try read("") }
    #expect(error?.diagnostics.map(\.code.id) == ["table.empty"])
  }
}
