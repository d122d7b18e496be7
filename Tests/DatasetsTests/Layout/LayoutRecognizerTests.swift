import Indicators
import Testing

@testable import Datasets
@testable import InputFiles

@Suite("LayoutRecognizer")
struct LayoutRecognizerTests {
  @Test(
    "Each arrangement is known by its kind",
    arguments: [
      (
        LayoutKind.tidy,
        "place,indicator,year,count,base\nXã A,trained,2024,1,2\nXã A,trained,2025,2,3\n"
      ),
      (.yearsAcross, "Địa phương,2023,2024\nXã A,\"50,5\",\"51,5\"\n"),
      (.yearsAcross, "Chỉ tiêu,2023,2024\nLao động qua đào tạo,\"50,5\",\"51,5\"\n"),
      (.yearsDown, "Năm,Công dân học tập (%),Lao động qua đào tạo (%)\n2023,50,51\n2024,52,53\n"),
      (
        .indicatorsAcross,
        "Xã,Công dân học tập (%),Lao động qua đào tạo (%)\nXã A,50,51\nXã B,52,53\n"
      ),
      (.placesAcross, "Chỉ tiêu,Xã A,Xã B\nCông dân học tập (%),50,51\n"),
    ])
  func kinds(kind: LayoutKind, text: String) throws {
    let tables = try LayoutFixture.layouts(text)
    #expect(tables.map(\.kind) == [kind])
    #expect(tables.first?.headerRows == [0])
    #expect(tables.first?.body == 1..<(try LayoutFixture.sheet(text).rowCount))
  }

  @Test("Titles above hold for the table, and are no part of it")
  func titles() throws {
    let tables = try LayoutFixture.layouts(
      "UBND XÃ AN BÌNH,,\nSố liệu năm 2024,,\n,,\nThôn,Tổng số,Số đạt\nThôn 1,10,5\n")
    try #require(tables.count == 1)
    #expect(tables[0].context.place == "XÃ AN BÌNH")
    #expect(tables[0].context.year == 2024)
    #expect(tables[0].headerRows == [2])
    #expect(tables[0].body == 3..<4)
  }

  @Test("Tables below one another have their own titles and rows")
  func below() throws {
    let text = """
      Xã An Bình,,
      Năm,Số đạt,Tổng số
      2023,10,20
      2024,11,20
      ,,
      Xã Hòa Bình,,
      Năm,Số đạt,Tổng số
      2023,30,40
      2024,31,40

      """
    let tables = try LayoutFixture.layouts(text)
    #expect(tables.map(\.context.place) == ["Xã An Bình", "Xã Hòa Bình"])
    #expect(tables.map(\.body) == [2..<4, 6..<8])
    #expect(tables.map(\.headerRows) == [[1], [5]])
  }

  @Test("Tables beside one another are told apart by a blank column and repeated keys")
  func beside() throws {
    let sheet = LayoutFixture.workbookSheet(
      "T", "Xã An Bình | | | | Xã Hòa Bình", "Năm | Số đạt | Tổng số | | Năm | Số đạt | Tổng số",
      "2023 | 10 | 20 | | 2023 | 30 | 40", "2024 | 11 | 20 | | 2024 | 31 | 40")
    let tables = LayoutFixture.layouts(sheet)
    #expect(tables.map(\.context.place) == ["Xã An Bình", "Xã Hòa Bình"])
    #expect(tables.map { $0.columns.map(\.index) } == [[0, 1, 2], [4, 5, 6]])
  }

  @Test("A blank column within one table parts nothing")
  func blankColumn() throws {
    let sheet = LayoutFixture.workbookSheet(
      "T", "Địa phương | | 2023 | | 2024", "Xã A | | 10.5 | | 11.5", "Xã B | | 10.5 | | 11.5")
    let tables = LayoutFixture.layouts(sheet)
    #expect(tables.count == 1)
    #expect(tables.first?.figureColumns.map(\.index) == [2, 4])
  }

  @Test("Headings repeated among the figures, as on every printed page, begin no table")
  func repeated() throws {
    let heading = "Địa phương,2023,2024\n"
    let tables = try LayoutFixture.layouts(
      heading + "Xã A,\"1,5\",\"2,5\"\n" + heading + "Xã B,\"1,5\",\"2,5\"\n")
    #expect(tables.map(\.body) == [1..<4])
  }

  @Test("A row of column numbers is neither heading nor figures")
  func columnNumbers() throws {
    let tables = try LayoutFixture.layouts(
      "Địa phương,Tổng số,Số đạt\n(1),(2),(3)\nXã A,10,5\n")
    #expect(tables.map(\.headerRows) == [[0, 1]])
    #expect(tables.map(\.body) == [2..<3])
    #expect(tables.first?.columns.map(\.heading) == ["Địa phương", "Tổng số", "Số đạt"])
  }

  @Test(
    "Where no headings are, or no columns of figures, there is no table",
    arguments: [
      "a,b\nc,d\n", "1,2\n3,4\n", "Địa phương,Ghi chú\nXã A,tốt\n", "x\n", "Số liệu năm 2024\n",
    ])
  func none(text: String) throws {
    #expect(try LayoutFixture.layouts(text).isEmpty)
  }

  @Test("Headings without any row below are a table without figures")
  func headingsOnly() throws {
    let tables = try LayoutFixture.layouts("place,indicator,year,count,base\n")
    #expect(tables.map(\.body) == [1..<1])
  }

  @Test("Headings far below the search limit are not looked for")
  func limit() throws {
    let remarks = String(repeating: "ghi chú dài dòng\n", count: 5_001)
    let table = "place,indicator,year,count,base\nXã A,trained,2024,1,2\n"
    #expect(try LayoutFixture.layouts(remarks + table).isEmpty)
    #expect(
      try LayoutFixture.layouts(String(repeating: "ghi chú\n", count: 4_000) + table).count == 1)
  }
}
