import Planning
import Reporting
import Testing
import Wording

@Suite("Gap table")
struct GapTableTests {
  private func rows(_ fixture: AnalysisFixture, _ language: Language = .vi) throws -> [[String]] {
    let csv = GapTable.table(of: try fixture.analysis()).csv(in: language)
    let delimiter: Character = language == .vi ? ";" : ","
    return csv.dropFirst().split(separator: "\r\n").map { Self.cells(of: $0, delimiter) }
  }

  /// Returns the cells of a line; no cell of the fixture holds a quote of its own.
  private static func cells(of line: Substring, _ delimiter: Character) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == delimiter && !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Returns a row as heading -> cell.
  private func row(
    _ id: String, _ fixture: AnalysisFixture = AnalysisFixture()
  ) throws -> [String: String] {
    let rows = try rows(fixture)
    let found = try #require(rows.first { $0[2] == id })
    return Dictionary(uniqueKeysWithValues: zip(rows[0], found))
  }

  @Test("One row a requirement, in rule order, then the supporting indicators")
  func rowsOfRequirements() throws {
    let rows = try rows(AnalysisFixture())
    #expect(
      rows.dropFirst().map { $0[2] }
        == ["A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "KH.1", "KH.2", "beside"])
    #expect(GapTable.table(of: try AnalysisFixture().analysis()).rows.count == 9)
    #expect(Set(rows[0]).count == rows[0].count)
  }

  @Test("Every row says that the figures are made up, and that the level is a plan")
  func notices() throws {
    for language in Language.allCases {
      let table = GapTable.table(of: try AnalysisFixture().analysis()).markdown(in: language)
      let lines = table.split(separator: "\n").dropFirst(2)
      let illustrative = Phrase(vi: "số liệu minh họa", en: "illustrative figures")(language)
      #expect(lines.count == 9)
      #expect(lines.allSatisfy { $0.contains(illustrative) })
      #expect(lines.allSatisfy { $0.contains(AnalysisFixture.planNotice(language)) })
    }
    let real = try rows(AnalysisFixture(isIllustrative: false, notice: nil, isPlanningLevel: false))
    #expect(!real.joined().joined().contains("minh họa"))
    #expect(!real.joined().joined().contains("kế hoạch nội bộ"))
  }

  @Test("The remark of a planning requirement repeats the notice, that of a legal one does not")
  func planningRemark() throws {
    #expect(try row("KH.2")["Lưu ý"]?.contains(AnalysisFixture.planNotice.vi) == true)
    #expect(try row("A.2")["Lưu ý"]?.contains(AnalysisFixture.planNotice.vi) == false)
    #expect(try row("beside")["Lưu ý"]?.contains(AnalysisFixture.planNotice.vi) == false)
  }

  @Test("A share has its counts, threshold, gap, forecast and agencies")
  func share() throws {
    let row = try row("A.2")
    #expect(row["Địa phương"] == "Xã Mẫu")
    #expect(row["Loại"] == "tỷ lệ")
    #expect(row["Năm số liệu"] == "2025")
    #expect(row["Trạng thái số liệu"] == "sơ bộ")
    #expect(row["Số đạt"] == "5100" && row["Tổng số"] == "10000")
    #expect(row["Hiện trạng"] == "51,00" && row["Ngưỡng"] == "60")
    #expect(row["Kết quả"] == "CHƯA ĐẠT")
    #expect(row["Còn thiếu (điểm %)"] == "9,00")
    #expect(row["Tổng số dự báo năm 2026"] == "10020")
    #expect(row["Còn thiếu (người, hộ …)"] == "912")
    #expect(row["Nhịp cần có (điểm/năm)"] == "9,00")
    #expect(row["Đơn vị chủ trì"] == "Phòng Văn hóa – Xã hội")
    let probability = try #require(row["Xác suất đạt năm 2026"])
    #expect(!probability.contains("%") && !probability.contains("<"))
    #expect(try self.row("A.3")["Ngưỡng"] == "11,5")
    #expect(try self.row("A.1")["Đơn vị phối hợp"] == "Các thôn, MTTQ")
  }

  @Test("Facts and grades have their state and no shares")
  func facts() throws {
    let grade = try row("A.5")
    #expect(grade["Loại"] == "mức độ" && grade["Hiện trạng"] == "2" && grade["Ngưỡng"] == "3")
    #expect(grade["Năm số liệu"] == "2023" && grade["Kết quả"] == "CHƯA ĐẠT")
    #expect(grade["Lưu ý"] == "số liệu minh họa; dự kiến đạt mức độ 3 năm 2027")
    #expect(grade["Dự báo 2026 (%)"] == "" && grade["Xác suất đạt năm 2026"] == "")
    let fact = try row("A.4")
    #expect(fact["Loại"] == "đạt/không đạt" && fact["Kết quả"] == "đạt (minh chứng chưa đủ)")
    #expect(fact["Hiện trạng"] == "" && fact["Ngưỡng"] == "")
    #expect(try row("A.6")["Kết quả"] == "không có số liệu")
  }

  @Test("Supporting indicators are no condition and have no threshold")
  func supporting() throws {
    let row = try row("beside")
    #expect(row["Loại"] == "hỗ trợ" && row["Kết quả"] == "không phải điều kiện")
    #expect(row["Ngưỡng"] == "" && row["Còn thiếu (điểm %)"] == "")
    #expect(row["Dự báo 2026 (%)"] != "" && row["Xác suất đạt năm 2026"] == "")
  }

  @Test("The target year has its own columns beside the next one")
  func targetYear() throws {
    let near = try rows(AnalysisFixture())[0]
    #expect(near.filter { $0.hasPrefix("Dự báo") }.count == 3)
    let far = try rows(AnalysisFixture(byYear: 2029))[0]
    #expect(far.filter { $0.hasPrefix("Dự báo") }.count == 6)
    #expect(far.contains("Xác suất đạt năm 2029") && far.contains("Dự báo 2026 (%)"))
  }

  @Test("All headings differ in the two languages")
  func languages() throws {
    let (vi, en) = (try rows(AnalysisFixture(), .vi)[0], try rows(AnalysisFixture(), .en)[0])
    #expect(vi.count == GapTable.table(of: try AnalysisFixture().analysis()).columns.count)
    #expect(Set(vi).isDisjoint(with: en))
  }
}
