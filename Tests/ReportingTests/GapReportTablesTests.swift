import Planning
import Testing
import Wording

@testable import Reporting

@Suite("Tables of a gap report")
struct GapReportTablesTests {
  /// Returns the CSV as rows of heading → field; the fixture has no field with a semicolon in it.
  private func rows(
    _ fixture: AnalysisFixture = AnalysisFixture(), byAgency: Bool = false
  ) throws -> [[String: String]] {
    let text = GapReportTables(try fixture.gapReport()).file(byAgency: byAgency).csv(in: .vi)
    let lines = text.replacing("\u{FEFF}", with: "").replacing("\"", with: "")
      .split(separator: "\r\n").map { line in
        line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
    let names = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  @Test("The file has every number of a row, people by quarter and by year among them")
  func numbers() throws {
    let row = try #require(try rows(AnalysisFixture(byYear: 2027)).first { $0["Mã"] == "A.2" })
    // Base 2027: 10,040; 6,024 − 5,100 = 924 people in eight quarters.
    #expect(row["Còn thiếu (điểm %)"] == "9,00" && row["Còn thiếu (người, hộ …)"] == "924")
    let quarters = row.filter { $0.key.hasPrefix("Quý ") }.compactMap { Int($0.value) }
    #expect(quarters.count == 8 && quarters.reduce(0, +) == 924)
    #expect(row["Năm 2026"] == "462" && row["Năm 2027"] == "462")
    #expect(row["Cần/năm (điểm %)"] == "4,50" && row["Cần/quý (điểm %)"] == "1,12")
    #expect(row["Hạn"] == "31/12/2027" && row["Chủ trì"] == "Phòng Văn hóa – Xã hội")
    #expect(row["Mức"]?.contains("không phải mức của Thông tư") == true)
  }

  @Test("Facts tell what documents show; a row that nobody leads says so")
  func facts() throws {
    let rows = try rows()
    #expect(rows.first { $0["Mã"] == "A.4" }?["Minh chứng"] == "minh chứng chưa đủ")
    #expect(rows.first { $0["Mã"] == "A.6" }?["Minh chứng"] == "chưa có bản ghi")
    #expect(rows.first { $0["Mã"] == "A.4" }?["Chủ trì"] == "chưa phân công")
  }

  @Test("By agency the rows are the same, in the order of who leads")
  func order() throws {
    let plain = try rows()
    let grouped = try rows(byAgency: true)
    #expect(Set(plain.compactMap { $0["Mã"] }) == Set(grouped.compactMap { $0["Mã"] }))
    #expect(grouped.first?["Chủ trì"] == "Phòng Văn hóa – Xã hội")
    #expect(grouped.last?["Chủ trì"] == "chưa phân công")
  }

  @Test("All parts are in the file, those that lack most first")
  func parts() throws {
    let tables = GapReportTables(try AnalysisFixture(hasParts: true).gapReport())
    #expect(tables.parts().rows.count == 2 && tables.parts(most: 1).rows.count == 1)
    let lines = tables.parts().csv(in: .en).split(separator: "\r\n")
    #expect(lines[1] == "A.2,Thôn Đoài,2025,2390,6000,39.83,1210")
    #expect(lines[2] == "A.2,Thôn Đông,2025,2700,4000,67.50,-300")
  }
}
