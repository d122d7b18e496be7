import Diagnostics
import Indicators
import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("SheetFindings")
struct SheetFindingsTests {
  private static let rows = [
    "Địa phương | 2023 | 2024", "Xã A | 10.5 | 11.5", "Xã B | 10.5 | 11.5",
  ]
  .map(LayoutFixture.cells)

  private func found(_ sheets: [Sheet]) -> [Diagnostic] {
    SheetFindings.of(
      sheets, layouts: LayoutFixture.outcome(sheets).layouts, reader: LayoutFixture.reader)
  }

  @Test("A file without any table says how it begins; one without any row is empty")
  func unrecognised() {
    let sheet = LayoutFixture.workbookSheet("Một", "Kính gửi | Anh An", "Nội dung thư")
    let finding = found([LayoutFixture.workbookSheet("Trống"), sheet]).first
    #expect(finding?.code.id == "layout.unrecognised")
    #expect(finding?.message(in: .en).contains("Kính gửi | Anh An | Nội dung thư") == true)
    #expect(found([LayoutFixture.workbookSheet("Trống")]).map(\.code.id) == ["table.empty"])
    #expect(found([]).isEmpty)
  }

  @Test("A sheet without a table is noted, an empty one is not")
  func withoutTable() {
    let table = LayoutFixture.sheet(named: "Số liệu", Self.rows)
    let other = LayoutFixture.workbookSheet("Hướng dẫn", "Cách điền")
    let found = found([table, other, LayoutFixture.workbookSheet("Trống")])
    #expect(found.map(\.code.id) == ["sheet.no-table"])
    #expect(found.first?.position?.sheet == "Hướng dẫn")
    #expect(found.first?.severity == .note)
  }

  @Test("Hidden sheets, rows and columns of a table are noted, and read")
  func hidden() {
    let sheet = LayoutFixture.sheet(
      named: "Ẩn", Self.rows, isHidden: true, hiddenRows: [2, 9], hiddenColumns: [2...2, 8...9])
    let found = found([sheet])
    #expect(found.map(\.code.id) == ["sheet.hidden", "rows.hidden", "columns.hidden"])
    #expect(found[1].message(in: .en) == "hidden rows are read: 2")
    #expect(found[2].message(in: .en) == "hidden columns are read: C")
  }

  @Test("Many hidden rows are counted and not all listed")
  func manyHidden() {
    let rows = [Self.rows[0]] + Array(repeating: Self.rows[1], count: 20)
    let sheet = LayoutFixture.sheet(named: "T", rows, hiddenRows: Array(2...21))
    #expect(
      found([sheet]).first?.message(in: .en)
        == "hidden rows are read: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, … (20)")
  }

  @Test("A column of numbers that is not read is asked about")
  func passedOver() throws {
    let file = try LayoutFixture.file(
      "Xã A,,\nNăm,Công dân học tập (%),Foo\n2023,50,7\n2024,51,8\n")
    #expect(file.diagnostics.map(\.code.id) == ["column.passed-over"])
    #expect(file.diagnostics.first?.value == "Foo")
    #expect(file.diagnostics.first?.severity == .warning)
    #expect(file.isSound)
  }

  @Test("In a table of one figure a row an unknown column names the nearest field")
  func unknown() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,percent,statsu\nXã A,trained,2024,5,final\n")
    #expect(file.diagnostics.map(\.code.id) == ["column.unknown"])
    #expect(file.diagnostics.first?.position?.label == "a.csv:1:5")
    #expect(
      file.diagnostics.first.map { $0.message(in: .en) + $0.remedy(in: .en) }?.contains("status")
        == true)
  }

  @Test("An indicator that no rule file knows is noted once, with a near name where there is one")
  func unknownIndicators() throws {
    let file = try LayoutFixture.file(
      "place,indicator,year,percent\nXã A,traned,2023,5\nXã A,traned,2024,5\nXã A,qqqqqq,2024,5\n")
    #expect(file.diagnostics.map(\.code.id) == ["indicator.near", "indicator.own"])
    #expect(file.diagnostics.map(\.value) == ["traned", "qqqqqq"])
    #expect(file.diagnostics.first?.message(in: .en).contains("trained") == true)
    #expect(file.diagnostics.first?.position?.label == "a.csv:2")
    let bare = try LayoutFixture.file(
      "place,indicator,year,percent\nXã A,traned,2023,5\n", vocabulary: .empty)
    #expect(bare.diagnostics.isEmpty)
  }

  @Test("Findings stand in the order of sheets and rows, those of one row as they were found")
  func order() {
    let sheets = ["B", "A"].map { LayoutFixture.workbookSheet($0, "x") }
    func finding(_ sheet: String?, _ line: Int?, _ value: String) -> Diagnostic {
      Diagnostic(
        .indicatorUnknown, at: InputPosition(file: "a.xlsx", sheet: sheet, line: line), value: value
      )
    }
    let ordered = SheetFindings.inOrder(
      [
        finding("A", 1, "4"), finding("B", 9, "3"), finding("B", 2, "1"), finding("B", 2, "2"),
        finding("B", nil, "0"),
      ], sheets: sheets)
    #expect(ordered.map(\.value) == ["0", "1", "2", "3", "4"])
  }
}
