import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("RecognisedTable")
struct RecognisedTableTests {
  @Test("A table of a text file is told by lines and numbers of columns")
  func text() throws {
    let table = try #require(
      try LayoutFixture.file(
        "Xã A;;;;\n\nThôn;Công dân học tập (%) 2024;KH 2025;Foo;Ghi chú\nThôn 1;50;60;;x\nCộng;50;60;;\nThôn 2;51;61;;y\n"
      ).tables.first)
    #expect(table.sheet == nil)
    #expect(table.headerRows == [3])
    #expect(table.rows == 4...6)
    #expect(table.columns.map(\.name) == ["1", "2", "3", "4", "5"])
    #expect(table.columns.map(\.role) == ["place", "figures", "plan", "none", "note"])
    #expect(table.columns[1].heading == "Công dân học tập (%) 2024")
    #expect(table.passedOver.map(\.row) == [5])
    #expect(table.figureCount == 2)
    #expect(table.context.map { $0(.en) } == ["place “Xã A”, from a.csv:1:1"])
  }

  @Test("A table of a workbook is told by the sheet and letters; headings without rows have none")
  func workbook() throws {
    let sheet = LayoutFixture.workbookSheet("Số liệu", "Huyện | Xã | 2023 | 2024")
    let outcome = LayoutFixture.outcome([sheet])
    let layout = try #require(outcome.layouts.first)
    let table = RecognisedTable(layout, index: 0, collector: outcome.collector, sheets: [sheet])
    #expect(table.sheet == "Số liệu")
    #expect(table.columns.map(\.name) == ["A", "B", "C", "D"])
    #expect(table.columns.map(\.role) == ["parent", "place", "figures", "figures"])
    #expect(table.rows == nil)
    #expect(table.figureCount == 0)
  }

  @Test(
    "Every cell of a figure counts, those of bases and unstated measures too, each table for itself"
  )
  func figureCounts() throws {
    let tables = try LayoutFixture.file(
      "place,indicator,year,count,base,percent\nXã A,trained,2024,5,10,50\nXã A,trained,2025,5,10,\n"
    ).tables
    #expect(tables.map(\.figureCount) == [5])
    let two = try LayoutFixture.file(
      "Nước sạch\nĐịa phương,2023,2024\nXã A,\"1,5\",\"2,5\"\n\nGia đình học tập\nĐịa phương,2023,2024\nXã A,\"1,5\",\n"
    ).tables
    #expect(two.map(\.figureCount) == [2, 1])
  }

  @Test("Headings are shown without marks that turn the writing")
  func printable() throws {
    let table = try LayoutFixture.file(
      "place,indicator,year,\u{202E}percent\nXã A,trained,2024,5\n"
    )
    .tables.first
    #expect(table?.columns.last?.heading == "percent")
  }
}
