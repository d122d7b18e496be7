import Testing
import Wording

@testable import Datasets
@testable import InputFiles

@Suite("TableContext")
struct TableContextTests {
  private func context(
    _ lines: [String], named name: String = "Trang", columns: ClosedRange<Int>? = nil
  ) -> TableContext {
    let sheet = LayoutFixture.sheet(named: name, lines.map(LayoutFixture.cells))
    var context = TableContext(
      reading: SheetReading(sheet, LayoutFixture.reader), columns: columns)
    context.read(titles: Array(lines.indices))
    return context
  }

  @Test("A title names place, year, how settled, and indicator; each has its reason")
  func title() {
    let context = context(["Tỷ lệ công dân học tập xã An Bình, ước năm 2024"])
    #expect(
      context.meaning
        == FigureMeaning(
          place: "xã An Bình", term: LayoutFixture.term("learning-citizens"), year: 2024,
          status: .estimated, measure: .percent))
    #expect(
      context.reasons.map { $0(.vi) } == [
        "địa phương “xã An Bình”, theo a.xlsx [Trang!A1]", "năm 2024, theo a.xlsx [Trang!A1]",
        "chỉ tiêu “learning-citizens”, theo a.xlsx [Trang!A1]",
      ])
    #expect(context.reasons.first.map { $0(.en) } == "place “xã An Bình”, from a.xlsx [Trang!A1]")
  }

  @Test("Brackets after the year say how settled the figures are")
  func statusInBrackets() {
    let context = context(["SỐ LIỆU XÃ AN BÌNH NĂM 2025 (SỐ LIỆU SƠ BỘ)"])
    #expect(context.meaning.year == 2025)
    #expect(context.meaning.status == .preliminary)
    #expect(self.context(["Số liệu năm 2025 (chính thức)"]).meaning.status == .final)
    #expect(self.context(["Số liệu năm 2025"]).meaning.status == nil)
  }

  @Test("The nearest title goes first, and the name of the sheet last")
  func order() {
    let context = context(
      ["UBND xã Xa", "Năm 2020", "Số liệu xã Gần năm 2021"], named: "Xã Tờ 2022 công dân")
    #expect(context.meaning.place == "xã Gần")
    #expect(context.meaning.term == nil)
    // A sheet whose name says more than its year does not overrule a title.
    #expect(context.meaning.year == 2021)
  }

  @Test("A sheet named by its year or indicator is taken by its name")
  func sheetNames() {
    #expect(context(["Báo cáo"], named: "2024").meaning.year == 2024)
    #expect(context(["Báo cáo"], named: "2024 (sơ bộ)").meaning.status == .preliminary)
    let conflict = context(["Báo cáo năm 2021"], named: "2024").yearsInConflict
    #expect(conflict?.title == 2021)
    #expect(conflict?.name == 2024)
    let term = context(["Tỷ lệ lao động qua đào tạo"], named: "Công dân học tập").meaning.term
    #expect(term == LayoutFixture.term("learning-citizens"))
    #expect(context([], named: "Xã An Bình").meaning.place == "Xã An Bình")
  }

  @Test("Dates of letters are no years of figures, a day at the end of a year is")
  func dates() {
    #expect(context(["An Bình, ngày 15 tháng 01 năm 2025"]).meaning.year == nil)
    #expect(context(["Kèm theo Quyết định 1373/QĐ-TTg ngày 30/7/2021"]).meaning.year == nil)
    let title = "KẾT QUẢ NĂM 2024 (kèm theo Báo cáo số 12/BC-UBND ngày 10/01/2025)"
    #expect(context([title]).meaning.year == 2024)
    #expect(context(["Số liệu (đến 31/12/2024)"]).meaning.year == 2024)
    #expect(context(["Kết quả 6 tháng đầu năm 2024"]).meaning.year == nil)
  }

  @Test("A label beside a name, or before a colon, names the place")
  func labels() {
    #expect(context(["Địa phương | An Bình"]).meaning.place == "An Bình")
    #expect(context(["Địa phương: An Bình"]).meaning.place == "An Bình")
    #expect(context(["Địa phương | Năm"]).meaning.place == nil)
    #expect(context(["Ghi chú | An Bình"]).meaning.place == nil)
  }

  @Test("A unit above the table says what its figures are")
  func units() {
    let percent = context(["Đơn vị tính: %"]).meaning
    #expect(percent.measure == .percent && percent.saysPercentSign)
    #expect(context(["ĐVT: người"]).meaning.measure == .count)
    #expect(context(["Đơn vị: hộ"]).meaning.measure == .count)
    #expect(context(["Đơn vị tính: triệu đồng"]).meaning.measure == nil)
    #expect(context(["Ghi chú: %"]).meaning.measure == nil)
  }

  @Test("A range of years, a group and a legal number are no context")
  func noContext() {
    let context = context([
      "Giai đoạn 2021–2025", "Dân số từ 15 tuổi", "theo Thông tư 25/2023/TT-BGDĐT", "(Biểu 3)",
    ])
    #expect(context.meaning == FigureMeaning())
    #expect(context.reasons.isEmpty)
  }

  @Test("Beside another table only titles above the own columns count")
  func columns() {
    let lines = ["Xã An Bình | | | Xã Bình Minh"]
    #expect(context(lines, columns: 0...1).meaning.place == "Xã An Bình")
    #expect(context(lines, columns: 3...4).meaning.place == "Xã Bình Minh")
    #expect(context(lines, columns: 5...6).meaning.place == nil)
  }
}
