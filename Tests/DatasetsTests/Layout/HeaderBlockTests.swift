import Testing

@testable import Datasets
@testable import InputFiles

@Suite("HeaderBlock")
struct HeaderBlockTests {
  private func block(_ text: String, row: Int = 0) throws -> HeaderBlock? {
    var reading = try LayoutFixture.reading(text)
    return HeaderBlock.starting(at: row, in: &reading)
  }

  private func block(_ sheet: Sheet) -> HeaderBlock? {
    var reading = SheetReading(sheet, LayoutFixture.reader)
    return HeaderBlock.starting(at: 0, in: &reading)
  }

  @Test(
    "A row of at least two cells that say what columns are about is one of headings",
    arguments: [
      "place,indicator,year,count,base\n", "Địa phương,2023,2024\n", "Năm,Tỷ lệ\n",
      "Chỉ tiêu,Đơn vị tính\n", "STT,Tên,Công dân học tập\n", "Chỉ tiêu,Xã An,Xã Bình\n",
    ])
  func headings(text: String) throws {
    #expect(try block(text + "Xã A,1,2\n")?.rows == 0...0)
  }

  @Test(
    "Titles, labels, figures and texts are none",
    arguments: [
      "Số liệu xã An Bình năm 2024\n", "Năm,2024\n", "Địa phương,Xã An Bình\n", "Xã A,12,13\n",
      "a,b,c\n", "place\n", "place,\n", "Địa phương,2023,5\n",
    ])
  func noHeadings(text: String) throws {
    #expect(try block(text) == nil)
  }

  @Test("Rows follow where headings above leave room, up to the limit")
  func several() throws {
    let two = "Địa phương,2023,,2024,\n,Số đạt,Tổng số,Số đạt,Tổng số\nXã A,1,2,3,4\n"
    #expect(try block(two)?.headings == 0...1)
    let three = """
      Địa phương,Công dân học tập,,,
      ,2023,,2024,
      ,Số đạt,Tổng số,Số đạt,Tổng số
      Xã A,1,2,3,4

      """
    #expect(try block(three)?.headings == 0...2)
    let many =
      "Địa phương,Chỉ tiêu\n" + String(repeating: ",Số đạt\n", count: HeaderBlock.heightLimit + 2)
    #expect(try block(many + "Xã A,1\n")?.rows.count == HeaderBlock.heightLimit)
  }

  @Test("A row of figures, or of texts under closed headings, does not continue them")
  func ends() throws {
    #expect(try block("Địa phương,Chỉ tiêu,2024\nXã A,Công dân học tập,5\n")?.rows == 0...0)
    #expect(try block("Địa phương,Chỉ tiêu,Năm\nXã A,Công dân học tập,2024\n")?.rows == 0...0)
    #expect(try block("Địa phương,2023,2024\n\nSố đạt,Tổng số,x\n")?.rows == 0...0)
  }

  @Test(
    "A row of column numbers belongs to the block and is no heading",
    arguments: ["(1),(2),(3),(4)", "1,2,3,4", "A,B,1,2", "(A),(1),(2),(3)=(2)/(1)", "0,1,2,3"])
  func columnNumbers(numbers: String) throws {
    let found = try block("Địa phương,Tổng số,Số đạt,Tỷ lệ\n\(numbers)\nXã A,10,5,50\n")
    #expect(found?.rows == 0...1)
    #expect(found?.headings == 0...0)
  }

  @Test(
    "Figures that merely resemble column numbers are figures",
    arguments: ["Xã A,1,3,2", "Xã A,10,11,12", "1,2", "Xã A,5,6,7"])
  func noColumnNumbers(figures: String) throws {
    #expect(try block("Địa phương,Tổng số,Số đạt,Tỷ lệ\n\(figures)\n")?.rows == 0...0)
  }

  @Test("Merged headings keep room below over all their columns")
  func merged() {
    let rows = [
      "Địa phương | Năm 2023 | | Năm 2024", " | Số đạt | Tổng số | Số đạt | Tổng số",
      "Xã A|1|2|3|4",
    ]
    .map(LayoutFixture.cells)
    let merges = [
      CellRange(rows: 1...2, columns: 0...0), CellRange(rows: 1...1, columns: 1...2),
      CellRange(rows: 1...1, columns: 3...4),
    ]
    let sheet = LayoutFixture.sheet(named: "T", rows, merges: merges)
    #expect(block(sheet)?.headings == 0...1)
  }

  @Test("A row wider than the limit is no row of headings")
  func width() throws {
    let wide = (0...HeaderBlock.widthLimit).map { _ in "place" }.joined(separator: ",")
    #expect(try block(wide + "\n") == nil)
    let widest = (0..<HeaderBlock.widthLimit).map { _ in "place" }.joined(separator: ",")
    #expect(try block(widest + "\n") != nil)
  }

  @Test("Among figures a row begins another table with a field or several years")
  func following() throws {
    func canFollow(_ text: String) throws -> Bool {
      var reading = try LayoutFixture.reading(text)
      return HeaderBlock.canFollowFigures(0, in: &reading)
    }
    #expect(try canFollow("Địa phương,Công dân học tập\n"))
    #expect(try canFollow("x,2023,2024\n"))
    #expect(try !canFollow("x,2023,2023\n"))
    #expect(try !canFollow("Công dân học tập,Gia đình học tập\n"))
  }
}
