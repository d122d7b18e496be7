import OfficeDocuments
import Planning
import Reporting
import Testing
import Wording

@Suite("A gap report as a workbook")
struct GapReportWorkbookTests {
  private func workbook(
    _ fixture: AnalysisFixture = AnalysisFixture(hasParts: true), byAgency: Bool = true,
    _ language: Language = .vi
  ) throws -> Workbook {
    GapReportWorkbook(try fixture.gapReport(), isByAgency: byAgency, language: language).workbook
  }

  private func texts(_ row: Worksheet.Row) -> [String] {
    row.cells.map { if case .text(let text) = $0.content { text } else { "" } }
  }

  @Test("There is an overview, a sheet an agency, and the parts of the place")
  func sheets() throws {
    #expect(
      try workbook().sheets.map(\.title) == [
        "Còn thiếu", "Phòng Văn hóa – Xã hội", "chưa phân công", "Đơn vị trực thuộc",
      ])
    #expect(
      try workbook(byAgency: false).sheets.map(\.title) == ["Còn thiếu", "Đơn vị trực thuộc"])
    #expect(
      try workbook(AnalysisFixture(), byAgency: false, .en).sheets.map(\.title) == ["Missing"])
  }

  @Test("Every sheet names place, level and year, and says what is made up and what is no law")
  func heads() throws {
    for sheet in try workbook().sheets {
      let lines = sheet.rows.prefix(5).flatMap(texts)
      #expect(lines[0].hasSuffix("Mức kế hoạch 3 – Xã Mẫu, năm 2026"), "\(sheet.title)")
      #expect(lines[1] == "SỐ LIỆU MINH HỌA, không có thật")
      #expect(lines[2].contains("không phải mức của Thông tư"))
      #expect(lines[3].hasPrefix("Hạn: 31/12/2026"))
    }
  }

  @Test("An agency's sheet has the people of each quarter as numbers that add up to the gap")
  func quarters() throws {
    let sheet = try #require(
      try workbook().sheets.first { $0.title == "Phòng Văn hóa – Xã hội" })
    let heading = try #require(sheet.headingRow)
    let names = texts(sheet.rows[heading])
    let cells = sheet.rows[heading + 1].cells
    func numbers(_ isWanted: (String) -> Bool) -> [Double] {
      zip(names, cells).compactMap { name, cell in
        guard isWanted(name), case .number(let value) = cell.content else { return nil }
        return value
      }
    }
    let gap = numbers { $0 == "Còn thiếu (người, hộ …)" }
    let quarters = numbers { $0.hasPrefix("Quý ") }
    #expect(gap == [912] && quarters == [228, 228, 228, 228])
    #expect(names.contains("Quý IV/2026") && names.contains("Hạn"))
  }

  @Test("Beyond two years a sheet has a column a year, so that it still fits on a page")
  func years() throws {
    let sheet = try #require(
      try workbook(AnalysisFixture(byYear: 2028)).sheets.first { $0.title == "chưa phân công" })
    let names = texts(sheet.rows[try #require(sheet.headingRow)])
    #expect(names.filter { $0.hasPrefix("Năm ") } == ["Năm 2026", "Năm 2027", "Năm 2028"])
    #expect(!names.contains { $0.hasPrefix("Quý ") })
  }
}
